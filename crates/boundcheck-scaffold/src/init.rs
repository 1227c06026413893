//! A binding crate beside an existing crate.

use std::io;

use camino::{Utf8Path, Utf8PathBuf};
use fs_err as fs;
use minijinja::context;
use toml_edit::{Item, TableLike, Value};

use crate::lock;
use crate::manifest::{Manifest, ManifestChange};
use crate::name::Name;
use crate::plan::{Shell, common};
use crate::versions::Versions;
use crate::{Plan, ScaffoldError, Written, template};

/// What a caller chooses about a binding crate.
#[derive(Debug, Clone, Default)]
pub struct BindingChoices {
    /// The folder of the crate to bind.
    pub folder: Utf8PathBuf,
    /// The name of the Python package; without it, that of the crate.
    pub name: Option<String>,
    /// The version of `PyO3`; without it, the newest.
    pub pyo3: Option<String>,
    /// The oldest Python to serve, as `3.11`; without it, the oldest that is maintained.
    pub python: Option<String>,
}

/// A binding crate that is to stand beside an existing crate, before anything is written.
#[derive(Debug, Clone)]
pub struct Binding {
    plan: Plan,
    package: String,
    change: Option<ManifestChange>,
    built_by_default: bool,
}

impl Binding {
    /// Looks at the crate and its workspace. Writes nothing.
    ///
    /// # Errors
    /// [`ScaffoldError::NoCrate`], [`ScaffoldError::NotALibrary`] and [`ScaffoldError::Manifest`] for the folder;
    /// those of [`Plan::new`] for the choices.
    pub fn new(choices: &BindingChoices) -> Result<Self, ScaffoldError> {
        let folder = absolute(&choices.folder)?;
        let bound = Crate::read(&folder)?;
        let name = Name::new(choices.name.as_deref().unwrap_or(&bound.package))?;
        let member = format!("{name}-python");
        let workspace = bound.workspace()?;
        // Beside the crate; but what is a workspace by itself has its members inside.
        let beside = match &workspace {
            Some(workspace) if workspace.folder != folder => folder.parent().unwrap_or(&folder),
            _ => &folder,
        };
        let target = beside.join(&member);

        let versions = Versions::load()?;
        let choice = versions.choose(choices.pyo3.as_deref(), choices.python.as_deref())?;
        lock::check(workspace.as_ref().map_or(&folder, |workspace| &workspace.folder), &member, &choice.pyo3.version)?;
        let values = context! {
            bound => context! {
                package => bound.package.as_str(),
                library => bound.library.as_str(),
                license => bound.license(workspace.as_ref()),
                path => match folder.file_name().filter(|_| beside != folder) {
                    Some(name) => format!("../{name}"),
                    None => "..".to_owned(),
                },
            },
            ..common(&name, &versions, &choice),
        };
        let built_by_default = workspace.as_ref().is_some_and(Manifest::builds_all_members);
        let change = match workspace {
            Some(workspace) => workspace.join(&target)?,
            None => Some(bound.manifest.found(&member)),
        };
        let plan = Plan {
            folder: target,
            files: template::binding(&values)?,
            commands: vec![Shell::HERE.install.to_owned(), format!("{}pytest", Shell::HERE.environment)],
            needs: choice.needs(),
        };
        Ok(Self { plan, package: bound.package, change, built_by_default })
    }

    /// The files of the new crate.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The crate that is bound.
    pub fn package(&self) -> &str {
        &self.package
    }

    /// What is done to the manifest of the workspace; `None` when it takes the new crate in as it is.
    pub fn change(&self) -> Option<&ManifestChange> {
        self.change.as_ref()
    }

    /// Whether plain Cargo commands in the workspace build the new crate too.
    pub fn built_by_default(&self) -> bool {
        self.built_by_default
    }

    /// Writes the crate, then the manifest: the workspace never names a crate that is not there.
    ///
    /// # Errors
    /// Those of [`Plan::write`].
    pub fn write(&self) -> Result<Written, ScaffoldError> {
        let written = self.plan.write()?;
        if let Some(change) = &self.change
            && let Err(source) = change.apply()
        {
            // Nothing but what was written a moment ago is in it.
            let _ = fs::remove_dir_all(&self.plan.folder);
            return Err(ScaffoldError::Write { path: change.path.clone(), source });
        }
        Ok(written)
    }
}

/// What is known of the crate to bind.
struct Crate {
    folder: Utf8PathBuf,
    manifest: Manifest,
    package: String,
    library: String,
    license: Option<String>,
    inherits_license: bool,
}

impl Crate {
    fn read(folder: &Utf8Path) -> Result<Self, ScaffoldError> {
        let no_crate = |reason: &str| ScaffoldError::NoCrate { path: folder.to_owned(), reason: reason.to_owned() };
        let manifest = Manifest::read(folder)?.ok_or_else(|| no_crate("there is no Cargo.toml"))?;
        let Some(package) = manifest.document.get("package").and_then(Item::as_table_like) else {
            return Err(no_crate("its Cargo.toml has no [package], it only holds a workspace together"));
        };
        let text = |item: Option<&Item>| item.and_then(Item::as_str).map(str::to_owned);
        let name = text(package.get("name")).ok_or_else(|| no_crate("its [package] has no name"))?;
        let library = manifest.document.get("lib").and_then(Item::as_table_like);
        let refuse = |reason, remedy| ScaffoldError::NotALibrary { path: folder.to_owned(), reason, remedy };
        let source = library.and_then(|library| library.get("path")).and_then(Item::as_str).unwrap_or("src/lib.rs");
        let is_found = package.get("autolib").and_then(Item::as_bool).unwrap_or(true);
        if !folder.join(source).is_file() || (library.is_none() && !is_found) {
            let remedy = "put what Python shall have into src/lib.rs, and let a program use that";
            return Err(refuse("it has no library", remedy));
        }
        if depends_on_pyo3(manifest.document.as_table()) {
            let remedy = "give the folder of a crate that knows no Python; `boundcheck check` audits this one";
            return Err(refuse("it depends on PyO3 itself", remedy));
        }
        if library.and_then(|library| library.get("proc-macro")).and_then(Item::as_bool) == Some(true) {
            return Err(refuse("it is a macro, which only Rust code can call", "give the folder of another crate"));
        }
        let crate_types = library.and_then(|library| library.get("crate-type")).and_then(Item::as_array);
        let is_library = |kind: &Value| matches!(kind.as_str(), Some("lib" | "rlib" | "dylib"));
        if crate_types.is_some_and(|kinds| !kinds.iter().any(is_library)) {
            return Err(refuse("no other crate can use it", "add \"rlib\" to `crate-type` in its Cargo.toml"));
        }
        Ok(Self {
            folder: folder.to_owned(),
            library: text(library.and_then(|library| library.get("name"))).unwrap_or_else(|| name.replace('-', "_")),
            package: name,
            license: text(package.get("license")),
            inherits_license: package.get("license").is_some_and(Item::is_table_like),
            manifest,
        })
    }

    /// The workspace that the crate is in.
    fn workspace(&self) -> Result<Option<Manifest>, ScaffoldError> {
        if let Some(root) = self.manifest.document.get("package").and_then(|package| package.get("workspace")) {
            let root = absolute(&self.folder.join(root.as_str().unwrap_or_default()))?;
            let manifest = Manifest::read(&root)?.ok_or_else(|| ScaffoldError::Manifest {
                path: self.folder.join("Cargo.toml"),
                reason: format!("`package.workspace` names {root}, where there is no Cargo.toml"),
            })?;
            return Ok(Some(manifest));
        }
        for folder in self.folder.ancestors() {
            if let Some(manifest) = Manifest::read(folder)?.filter(Manifest::is_workspace) {
                // Cargo looks no further; what the workspace leaves out stands alone.
                let is_left_out = manifest.member(&self.folder).is_some_and(|member| manifest.leaves_out(&member));
                return Ok((!is_left_out).then_some(manifest));
            }
        }
        Ok(None)
    }

    /// The licence as PEP 639 wants it, where the crate states one.
    fn license(&self, workspace: Option<&Manifest>) -> Option<String> {
        let inherited = || {
            let shared = workspace.filter(|_| self.inherits_license)?.document.get("workspace")?.get("package")?;
            Some(shared.get("license")?.as_str()?.to_owned())
        };
        // Cargo still takes the old way to write "or".
        Some(self.license.clone().or_else(inherited)?.replace('/', " OR "))
    }
}

/// Whether any kind of dependency, for any target and by any name, is `PyO3`.
fn depends_on_pyo3(manifest: &toml_edit::Table) -> bool {
    let targets = manifest.get("target").and_then(Item::as_table_like);
    let targets = targets.into_iter().flat_map(TableLike::iter).filter_map(|(_, target)| target.as_table_like());
    let sections = std::iter::once(manifest as &dyn TableLike).chain(targets);
    let mut dependencies =
        sections.filter_map(|section| section.get("dependencies")?.as_table_like()).flat_map(TableLike::iter);
    dependencies.any(|(name, dependency)| {
        let package = dependency.as_table_like().and_then(|table| table.get("package")?.as_str());
        matches!(package.unwrap_or(name), "pyo3" | "pyo3-ffi")
    })
}

fn absolute(folder: &Utf8Path) -> Result<Utf8PathBuf, ScaffoldError> {
    let no_crate = |reason: &str| ScaffoldError::NoCrate { path: folder.to_owned(), reason: reason.to_owned() };
    let resolved = dunce::canonicalize(folder).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => no_crate("there is no such folder"),
        _ => no_crate(&error.to_string()),
    })?;
    Utf8PathBuf::from_path_buf(resolved).map_err(|_| no_crate("its path is not valid Unicode"))
}
