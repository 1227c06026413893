//! Packages, manifests and how a project meets Python.

use camino::Utf8PathBuf;
use semver::Version;

use crate::{FileId, Spanned};

/// A Cargo package of the project: a binding crate, or a path dependency of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Package {
    /// Name in `Cargo.toml`.
    pub name: String,
    /// Its folder, relative to the scanned one.
    pub root: Utf8PathBuf,
    /// Its `Cargo.toml`.
    pub manifest: FileId,
    /// The `Cargo.toml` of its workspace when that is another file.
    pub workspace_manifest: Option<FileId>,
    /// The `PyO3` it is built with; `None` for a crate without a direct dependency on it.
    pub pyo3: Option<Pyo3>,
    /// Direct dependencies, of all kinds.
    pub dependencies: Vec<Dependency>,
    /// Features that the analysis switched on.
    pub features: Vec<String>,
    /// The features of `default = […]` and what they imply in this package.
    pub default_features: Vec<Spanned<String>>,
    /// Its `[features]`: name and what it implies, each where it is written.
    pub feature_table: Vec<(Spanned<String>, Vec<Spanned<String>>)>,
    /// Library and binaries.
    pub targets: Vec<Target>,
    /// `panic = "…"` in `[profile.release]` of the workspace.
    pub release_panic: Option<Spanned<String>>,
    /// The `pyproject.toml` that builds it.
    pub pyproject: Option<Pyproject>,
    /// Which way the boundary is crossed.
    pub mode: IntegrationMode,
}

impl Package {
    /// The library target.
    pub fn library(&self) -> Option<&Target> {
        self.targets.iter().find(|target| target.kind == TargetKind::Library)
    }

    /// Whether the library is built as a `cdylib`, the only form that Python can import.
    pub fn builds_cdylib(&self) -> bool {
        self.library().is_some_and(|library| library.crate_types.iter().any(|kind| kind == "cdylib"))
    }

    /// Where a feature of `PyO3` is switched on for every build of this package: in `[dependencies]`, or as
    /// `pyo3/feature` in what `default` implies. An optional `PyO3` counts when `default` switches it on.
    pub fn always_on_pyo3_feature(&self, feature: &str) -> Option<&Spanned<String>> {
        self.normal_pyo3().find_map(|dependency| {
            let on = !dependency.optional
                || self.default_features.iter().any(|written| {
                    let name = written.value.split('/').next().unwrap_or_default();
                    name.strip_prefix("dep:").unwrap_or(name).replace('-', "_") == dependency.alias
                });
            if !on {
                return None;
            }
            let asked = dependency.features.iter().find(|written| written.value == feature);
            asked
                .or_else(|| self.default_features.iter().find(|written| passes_on(&written.value, dependency, feature)))
        })
    }

    /// Where a feature of `PyO3` is switched on in the builds that the analysis assumes: by default, by a feature of
    /// this package that is on, or by `pyproject.toml`.
    pub fn pyo3_feature_origin(&self, feature: &str) -> Option<&Spanned<String>> {
        self.normal_pyo3().find_map(|dependency| {
            let asked = dependency.features.iter().find(|written| written.value == feature);
            let implied = (self.feature_table.iter())
                .filter(|(name, _)| self.features.contains(&name.value))
                .flat_map(|(_, implied)| implied);
            let built_with = self.pyproject.iter().flat_map(|pyproject| &pyproject.features);
            asked.or_else(|| implied.chain(built_with).find(|written| passes_on(&written.value, dependency, feature)))
        })
    }

    fn normal_pyo3(&self) -> impl Iterator<Item = &Dependency> {
        self.dependencies
            .iter()
            .filter(|dependency| dependency.name == "pyo3" && dependency.kind == DependencyKind::Normal)
    }

    /// The direct dependency of that name, of any kind.
    pub fn dependency(&self, name: &str) -> Option<&Dependency> {
        self.dependencies.iter().find(|dependency| dependency.name == name)
    }
}

/// Whether an entry of a list of features is `dependency/feature`.
fn passes_on(entry: &str, dependency: &Dependency, feature: &str) -> bool {
    let (owner, name) = entry.split_once('/').unwrap_or_default();
    name == feature && owner.trim_end_matches('?').replace('-', "_") == dependency.alias
}

/// The `PyO3` of a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pyo3 {
    /// The version in the lock file, else the lowest that the requirement allows.
    pub version: Version,
    /// Whether the version comes from a lock file.
    pub locked: bool,
    /// The requirement as written, where it is written.
    pub requirement: Spanned<String>,
    /// Features that are on, defaults of this package included.
    pub features: Vec<String>,
    /// The lowest Python of `abi3-pyXY`: (3, 9).
    pub abi3_floor: Option<(u32, u32)>,
    /// `abi3` or any `abi3-pyXY` is on.
    pub abi3: bool,
}

impl Pyo3 {
    /// Whether the version is at least `0.minor`.
    pub fn at_least(&self, minor: u64) -> bool {
        (self.version.major, self.version.minor) >= (0, minor)
    }

    /// `attach` from 0.26, `with_gil` before.
    pub fn attach_name(&self) -> &'static str {
        if self.at_least(26) { "attach" } else { "with_gil" }
    }

    /// `detach` from 0.26, `allow_threads` before.
    pub fn detach_name(&self) -> &'static str {
        if self.at_least(26) { "detach" } else { "allow_threads" }
    }
}

/// A direct dependency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dependency {
    /// Package name, a rename undone.
    pub name: String,
    /// Name in the source, `-` as `_`.
    pub alias: String,
    /// Normal, development or build.
    pub kind: DependencyKind,
    /// Requirement as written; empty for a path or git dependency without one.
    pub requirement: String,
    /// Where the key is written.
    pub span: crate::Span,
    /// Features asked for, each where it is written.
    pub features: Vec<Spanned<String>>,
    /// Only on when a feature asks for it.
    pub optional: bool,
    /// Whether default features are on.
    pub default_features: bool,
    /// `cfg(…)` or the triple of `[target.….dependencies]`.
    pub target: Option<String>,
}

/// Kinds of [`Dependency`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DependencyKind {
    /// `[dependencies]`
    Normal,
    /// `[dev-dependencies]`
    Development,
    /// `[build-dependencies]`
    Build,
}

/// A crate that a package builds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Library or binary.
    pub kind: TargetKind,
    /// Crate name, `-` as `_`.
    pub name: String,
    /// Where the name is written: `[lib] name`, else `[package] name`.
    pub name_span: crate::Span,
    /// `crate-type` of a library, as written; `["lib"]` by default.
    pub crate_types: Vec<String>,
    /// Where `crate-type` is written.
    pub crate_types_span: Option<crate::Span>,
}

/// Kinds of [`Target`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TargetKind {
    /// `[lib]`
    Library,
    /// `[[bin]]` or `src/main.rs`
    Binary,
}

/// What `pyproject.toml` says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pyproject {
    /// The file.
    pub file: FileId,
    /// Build backend.
    pub backend: BuildBackend,
    /// `[project] name`
    pub name: Option<Spanned<String>>,
    /// The Python package around the extension, where it has one.
    pub package: Option<PythonPackage>,
    /// `[project] requires-python`
    pub requires_python: Option<Spanned<String>>,
    /// `[build-system] requires`
    pub build_requires: Vec<Spanned<String>>,
    /// `[tool.maturin] module-name`, or the `target` of a setuptools-rust extension.
    pub module_name: Option<Spanned<String>>,
    /// Features of `[tool.maturin]` or setuptools-rust.
    pub features: Vec<Spanned<String>>,
    /// `[tool.maturin] bindings`
    pub bindings: Option<Spanned<String>>,
}

/// A Python package with code of its own around the extension.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PythonPackage {
    /// Its name, which is that of its folder.
    pub name: String,
    /// Stub files (`.pyi`) in it, sorted by path.
    pub stubs: Vec<FileId>,
    /// Whether it holds `py.typed`, without which type checkers ignore its types (PEP 561).
    pub typed: bool,
}

/// Who builds the wheel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BuildBackend {
    /// maturin
    Maturin,
    /// setuptools-rust
    SetuptoolsRust,
    /// Another one, by the name of its backend.
    Other(String),
    /// No `[build-system]`.
    None,
}

/// Which way a package crosses the boundary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IntegrationMode {
    /// Python imports Rust: a `#[pymodule]` or exports, and a `cdylib`.
    Extension,
    /// Rust hosts Python: it starts an interpreter.
    Embedding,
    /// Both in one package.
    Mixed,
    /// Uses `PyO3` but is neither: exports for another crate to register.
    Library,
    /// Does not depend on `PyO3`.
    Core,
}
