//! Which crates are loaded, from where, and who depends on whom.

mod metadata;

use boundcheck_model::{DependencyKind, DependencyView, ProblemKind};
use camino::{Utf8Path, Utf8PathBuf};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::files;
use crate::options::{DependencyMode, LoadError, Options};
use crate::project::{LocalPackage, Project};
use crate::stubs;

/// Crates whose built-in signatures are used even when their sources are on disk: their paths are what the effects
/// table names, and their real macros need a build.
const ALWAYS_STUBBED: [&str; 3] = ["pyo3", "pyo3_macros", "lazy_static"];

/// Index in [`CrateGraph::crates`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct CrateIndex(pub(crate) usize);

/// The crates to load.
#[derive(Debug, Default)]
pub(crate) struct CrateGraph {
    pub(crate) crates: Vec<CrateSpec>,
    pub(crate) view: DependencyView,
}

/// One crate.
#[derive(Debug)]
pub(crate) struct CrateSpec {
    /// Crate name, with `_`.
    pub(crate) name: String,
    pub(crate) source: CrateSource,
    pub(crate) edition: String,
    pub(crate) version: String,
    pub(crate) features: Vec<String>,
    /// Configuration atoms beside those of the platform.
    pub(crate) atoms: Vec<String>,
    /// Name in the source, and the crate it means.
    pub(crate) dependencies: Vec<(String, CrateIndex)>,
    pub(crate) is_proc_macro: bool,
    /// Index in [`Project::packages`] of a crate of the project.
    pub(crate) local: Option<usize>,
}

/// Where a crate's text comes from.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum CrateSource {
    /// Root file, in a package folder.
    Disk { root: Utf8PathBuf, dir: Utf8PathBuf },
    /// Built-in signatures, by crate name.
    Stub(&'static str),
}

/// Decides what to load.
pub(crate) fn resolve(project: &mut Project, options: &Options) -> Result<CrateGraph, LoadError> {
    let pyo3 = project.packages.iter().filter_map(|local| local.package.pyo3.as_ref()).map(|pyo3| &pyo3.version).min();
    let pyo3 = pyo3.map(ToString::to_string).unwrap_or_default();
    let mut builder =
        Builder { graph: CrateGraph::default(), pyo3, stubs: FxHashMap::default(), linked: FxHashSet::default() };
    let mut locals = builder.local_crates(project);
    let mut workspaces: Vec<_> = project.packages.iter().filter(|p| p.selected).map(|p| p.workspace.clone()).collect();
    workspaces.sort();
    workspaces.dedup();
    for workspace in workspaces {
        options.cancel.check()?;
        let known = match options.dependencies {
            DependencyMode::Never => None,
            mode => match metadata::read(project, &workspace, &options.cancel) {
                Ok(known) => Some(known),
                Err(_) if options.cancel.is_cancelled() => return Err(LoadError::Cancelled),
                Err(message) if mode == DependencyMode::Require => {
                    return Err(LoadError::Dependencies { path: workspace.join("Cargo.toml"), message });
                }
                Err(message) => {
                    let shown = project.files.relative(&workspace.join("Cargo.toml"));
                    let message = format!("built-in signatures stand in for dependencies: {message}");
                    project.problems.push(files::problem(ProblemKind::Dependencies, shown, message));
                    None
                }
            },
        };
        if let Some(known) = known {
            builder.link_to_sources(project, &known, &mut locals);
        }
    }
    // Packages that cargo did not tell of, those of other workspaces included.
    builder.link_to_stubs(project, &locals);
    builder.link_optional();
    let mut graph = builder.graph;
    graph.view.missing.sort();
    graph.view.missing.dedup();
    Ok(graph)
}

/// Crates of a package of the project: its library, then its binaries.
#[derive(Debug, Default, Clone)]
struct LocalCrates {
    library: Option<CrateIndex>,
    all: Vec<CrateIndex>,
}

struct Builder {
    graph: CrateGraph,
    /// The lowest version of `PyO3` in the project: what all of it has.
    pyo3: String,
    stubs: FxHashMap<&'static str, CrateIndex>,
    /// Packages of the project whose dependencies are known.
    linked: FxHashSet<usize>,
}

impl Builder {
    fn add(&mut self, spec: CrateSpec) -> CrateIndex {
        self.graph.crates.push(spec);
        CrateIndex(self.graph.crates.len() - 1)
    }

    fn depend(&mut self, from: CrateIndex, alias: &str, to: CrateIndex) {
        let dependencies = &mut self.graph.crates[from.0].dependencies;
        if from != to && !dependencies.iter().any(|(known, _)| known == alias) {
            dependencies.push((alias.to_owned(), to));
        }
    }

    fn local_crates(&mut self, project: &Project) -> Vec<LocalCrates> {
        let mut locals = Vec::new();
        for (at, local) in project.packages.iter().enumerate() {
            let mut crates = LocalCrates::default();
            if let Some(root) = &local.library {
                let declared = local.package.library().map_or(&local.package.name, |target| &target.name);
                crates.library = Some(self.add(local_spec(local, at, declared, root, local.proc_macro)));
                crates.all.extend(crates.library);
            }
            // A binary is only worth a look where it may host an interpreter.
            if local.selected {
                for binary in &local.binaries {
                    let index = self.add(local_spec(local, at, &binary.name, &binary.root, false));
                    if let Some(library) = crates.library {
                        let name = self.graph.crates[library.0].name.clone();
                        self.depend(index, &name, library);
                    }
                    crates.all.push(index);
                }
            }
            locals.push(crates);
        }
        locals
    }

    /// Links the crates that are not linked yet to built-in signatures, and to each other.
    fn link_to_stubs(&mut self, project: &Project, locals: &[LocalCrates]) {
        for (at, local) in project.packages.iter().enumerate() {
            if !self.linked.insert(at) {
                continue;
            }
            for dependency in &local.package.dependencies {
                let off = dependency.optional && !local.optional_on.contains(&dependency.alias);
                if dependency.kind != DependencyKind::Normal || off {
                    continue;
                }
                let path = local.path_dependencies.iter().find(|path| path.alias == dependency.alias);
                let package = path.and_then(|path| project.packages.iter().position(|known| known.dir == path.dir));
                let target = match package.and_then(|package| locals[package].library) {
                    Some(library) => Some(library),
                    None => self.stub(&dependency.name.replace('-', "_")),
                };
                match target {
                    Some(target) => {
                        for &from in &locals[at].all {
                            self.depend(from, &dependency.alias, target);
                        }
                    }
                    None => self.graph.view.missing.push(dependency.name.clone()),
                }
            }
        }
    }

    /// Links crates of one workspace to what `cargo metadata` knows.
    fn link_to_sources(&mut self, project: &Project, known: &metadata::Known, locals: &mut [LocalCrates]) {
        let mut built: FxHashMap<String, Option<CrateIndex>> = FxHashMap::default();
        for (at, local) in project.packages.iter().enumerate() {
            if let (Some(id), Some(library)) = (known.id_of(&local.dir), locals[at].library) {
                built.insert(id.to_owned(), Some(library));
            }
        }
        for (at, local) in project.packages.iter().enumerate() {
            let Some(id) = known.id_of(&local.dir).map(str::to_owned) else { continue };
            self.linked.insert(at);
            for &index in &locals[at].all.clone() {
                self.graph.crates[index.0].features = known.features(&id);
                self.link(known, &id, index, &mut built);
            }
        }
    }

    fn link(
        &mut self,
        known: &metadata::Known,
        id: &str,
        from: CrateIndex,
        built: &mut FxHashMap<String, Option<CrateIndex>>,
    ) {
        for (alias, dependency) in known.dependencies(id) {
            if let Some(target) = self.registry_crate(known, &dependency, built) {
                self.depend(from, &alias, target);
            }
        }
    }

    fn registry_crate(
        &mut self,
        known: &metadata::Known,
        id: &str,
        built: &mut FxHashMap<String, Option<CrateIndex>>,
    ) -> Option<CrateIndex> {
        if let Some(done) = built.get(id) {
            return *done;
        }
        let package = known.package(id)?;
        let stubbed = ALWAYS_STUBBED.iter().find(|name| package.name == **name);
        if let Some(index) = stubbed.and_then(|name| self.stub(name)) {
            built.insert(id.to_owned(), Some(index));
            return Some(index);
        }
        let index = self.add(CrateSpec {
            name: package.name,
            source: CrateSource::Disk { root: package.root, dir: package.dir },
            edition: package.edition,
            version: package.version,
            features: known.features(id),
            atoms: Vec::new(),
            dependencies: Vec::new(),
            is_proc_macro: package.is_proc_macro,
            local: None,
        });
        self.graph.view.sources += 1;
        built.insert(id.to_owned(), Some(index));
        if !package.is_proc_macro {
            self.link(known, id, index, built);
        }
        Some(index)
    }

    /// The crate of built-in signatures of that name, and those it needs.
    fn stub(&mut self, name: &str) -> Option<CrateIndex> {
        let stub = stubs::stub(name)?;
        if let Some(&index) = self.stubs.get(stub.name) {
            return Some(index);
        }
        let index = self.add(CrateSpec {
            name: stub.name.to_owned(),
            source: CrateSource::Stub(stub.name),
            edition: "2021".to_owned(),
            version: "0.0.0".to_owned(),
            features: Vec::new(),
            atoms: stubs::atoms(name, &self.pyo3),
            dependencies: Vec::new(),
            is_proc_macro: !stub.proc_macros.is_empty(),
            local: None,
        });
        self.graph.view.stubs += 1;
        self.stubs.insert(stub.name, index);
        for dependency in stub.dependencies {
            if let Some(target) = self.stub(dependency) {
                self.depend(index, dependency, target);
            }
        }
        Some(index)
    }

    /// Links built-in signatures to the crates that they name only where the project has them.
    fn link_optional(&mut self) {
        for (name, index) in self.stubs.clone() {
            for optional in stubs::stub(name).into_iter().flat_map(|stub| stub.optional) {
                let known = self.graph.crates.iter().position(|spec| spec.name == *optional && spec.local.is_none());
                if let Some(target) = known {
                    self.depend(index, optional, CrateIndex(target));
                    self.graph.crates[index.0].atoms.push(format!("with_{optional}"));
                }
            }
        }
    }
}

fn local_spec(local: &LocalPackage, at: usize, name: &str, root: &Utf8Path, is_proc_macro: bool) -> CrateSpec {
    CrateSpec {
        name: name.replace('-', "_"),
        source: CrateSource::Disk { root: root.to_owned(), dir: local.dir.clone() },
        edition: local.edition.clone(),
        version: local.version.clone(),
        features: local.package.features.clone(),
        atoms: Vec::new(),
        dependencies: Vec::new(),
        is_proc_macro,
        local: Some(at),
    }
}
