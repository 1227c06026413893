//! A binding crate beside an existing crate.

use std::io;

use camino::{Utf8Path, Utf8PathBuf};
use fs_err as fs;
use minijinja::context;
use toml_edit::{Array, DocumentMut, Item, Value};

use crate::name::Name;
use crate::plan::{INSTALL, common};
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
}

/// What is done to the manifest of the workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ManifestChange {
    /// The manifest.
    pub path: Utf8PathBuf,
    /// The member that is added.
    pub member: String,
    /// Whether there was no workspace before.
    pub new_workspace: bool,
    text: String,
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
            Some((root, _)) if *root != folder => folder.parent().unwrap_or(&folder),
            _ => &folder,
        };
        let target = beside.join(&member);

        let versions = Versions::load()?;
        let choice = versions.choose(choices.pyo3.as_deref(), choices.python.as_deref())?;
        let values = context! {
            bound => context! {
                package => bound.package.as_str(),
                library => bound.library.as_str(),
                license => bound.license,
                path => if beside == folder { "..".to_owned() } else { format!("../{}", last_part(&folder)) },
            },
            ..common(&name, &versions, &choice),
        };
        let change = match workspace {
            Some((root, manifest)) => join(&root, manifest, &target)?,
            None => Some(found(&folder, bound.manifest, &member)),
        };
        let plan = Plan {
            folder: target,
            files: template::binding(&values)?,
            commands: vec![INSTALL.to_owned(), ".venv/bin/pytest".to_owned()],
            needs: choice.needs(),
        };
        Ok(Self { plan, package: bound.package, change })
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

    /// Writes the crate, then the manifest: the workspace never names a crate that is not there.
    ///
    /// # Errors
    /// Those of [`Plan::write`].
    pub fn write(&self) -> Result<Written, ScaffoldError> {
        let written = self.plan.write()?;
        if let Some(change) = &self.change {
            replace(&change.path, &change.text)
                .map_err(|source| ScaffoldError::Write { path: change.path.clone(), source })?;
        }
        Ok(written)
    }
}

/// What is known of the crate to bind.
struct Crate {
    folder: Utf8PathBuf,
    manifest: DocumentMut,
    package: String,
    library: String,
    license: Option<String>,
}

impl Crate {
    fn read(folder: &Utf8Path) -> Result<Self, ScaffoldError> {
        let no_crate = |reason: &str| ScaffoldError::NoCrate { path: folder.to_owned(), reason: reason.to_owned() };
        let manifest = read_manifest(folder)?.ok_or_else(|| no_crate("there is no Cargo.toml"))?;
        let Some(package) = manifest.get("package").and_then(Item::as_table_like) else {
            return Err(no_crate("its Cargo.toml has no [package], it only holds a workspace together"));
        };
        let text = |item: Option<&Item>| item.and_then(Item::as_str).map(str::to_owned);
        let name = text(package.get("name")).ok_or_else(|| no_crate("its [package] has no name"))?;
        let library = manifest.get("lib").and_then(Item::as_table_like);
        let refuse = |reason, remedy| ScaffoldError::NotALibrary { path: folder.to_owned(), reason, remedy };
        if library.is_none() && !folder.join("src/lib.rs").is_file() {
            let remedy = "move what Python shall have into src/lib.rs, and let the program use that";
            return Err(refuse("it is a program without a library", remedy));
        }
        if manifest.get("dependencies").and_then(|dependencies| dependencies.get("pyo3")).is_some() {
            let remedy = "give the folder of a crate that knows no Python; `boundcheck check` audits this one";
            return Err(refuse("it depends on PyO3, so it is a binding itself", remedy));
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
            manifest,
        })
    }

    /// The workspace that the crate is in: its folder and manifest.
    fn workspace(&self) -> Result<Option<(Utf8PathBuf, DocumentMut)>, ScaffoldError> {
        if let Some(root) = self.manifest.get("package").and_then(|package| package.get("workspace")) {
            let root = absolute(&self.folder.join(root.as_str().unwrap_or_default()))?;
            let manifest = read_manifest(&root)?.ok_or_else(|| ScaffoldError::Manifest {
                path: self.folder.join("Cargo.toml"),
                reason: format!("`package.workspace` names {root}, where there is no Cargo.toml"),
            })?;
            return Ok(Some((root, manifest)));
        }
        for folder in self.folder.ancestors() {
            match read_manifest(folder)? {
                Some(manifest) if manifest.contains_key("workspace") => {
                    return Ok(Some((folder.to_owned(), manifest)));
                }
                _ => {}
            }
        }
        Ok(None)
    }
}

/// The change that makes `target` a member of a workspace; `None` when it is one already, by a pattern.
fn join(
    root: &Utf8Path,
    mut manifest: DocumentMut,
    target: &Utf8Path,
) -> Result<Option<ManifestChange>, ScaffoldError> {
    let path = root.join("Cargo.toml");
    let wrong = |reason: String| ScaffoldError::Manifest { path: path.clone(), reason };
    let member = target.strip_prefix(root).map_err(|_| {
        wrong(format!("the workspace is not above {target}: put the crate below it, or give that folder"))
    })?;
    let member = member.components().map(|part| part.as_str()).collect::<Vec<_>>().join("/");
    let workspace = manifest.get_mut("workspace").and_then(Item::as_table_like_mut);
    let workspace = workspace.ok_or_else(|| wrong("`workspace` is not a table".to_owned()))?;
    let names = |list: Option<&Item>| -> Vec<String> {
        let list = list.and_then(Item::as_array);
        list.map(|list| list.iter().filter_map(Value::as_str).map(str::to_owned).collect()).unwrap_or_default()
    };
    if names(workspace.get("exclude")).iter().any(|excluded| member.starts_with(excluded.trim_end_matches('/'))) {
        return Err(wrong(format!("`workspace.exclude` leaves {member} out: take that away first")));
    }
    if names(workspace.get("members")).iter().any(|pattern| takes_in(pattern, &member)) {
        return Ok(None);
    }
    let members = workspace.entry("members").or_insert_with(|| Item::Value(Value::Array(Array::new())));
    let members = members.as_array_mut().ok_or_else(|| wrong("`workspace.members` is not a list".to_owned()))?;
    push(members, &member);
    Ok(Some(ManifestChange { path: path.clone(), member, new_workspace: false, text: manifest.to_string() }))
}

/// The change that makes a workspace of a crate that stood alone.
fn found(folder: &Utf8Path, mut manifest: DocumentMut, member: &str) -> ManifestChange {
    let mut workspace = toml_edit::Table::new();
    workspace.insert("members", Item::Value(Value::Array(Array::from_iter([member]))));
    manifest.insert("workspace", Item::Table(workspace));
    let path = folder.join("Cargo.toml");
    ManifestChange { path, member: member.to_owned(), new_workspace: true, text: manifest.to_string() }
}

/// Adds a member in the style of the list: on a line of its own where the others have one.
fn push(members: &mut Array, member: &str) {
    let last = members.iter().last().and_then(|last| last.decor().prefix()?.as_str().map(str::to_owned));
    let Some((_, indent)) = last.as_deref().and_then(|prefix| prefix.rsplit_once('\n')) else {
        members.push(member);
        return;
    };
    // What stands behind the last comma is a comment on the last member: it stays on its line.
    let comment =
        if members.trailing_comma() { members.trailing().as_str().unwrap_or_default().trim_end() } else { "" };
    let mut value = Value::from(member);
    value.decor_mut().set_prefix(format!("{comment}\n{indent}"));
    members.push_formatted(value);
    members.set_trailing_comma(true);
    members.set_trailing("\n");
}

/// Whether a pattern of `workspace.members` takes a folder in: parts of a path, of which `*` is any.
fn takes_in(pattern: &str, member: &str) -> bool {
    glob::Pattern::new(pattern.trim_start_matches("./").trim_end_matches('/')).is_ok_and(|pattern| {
        pattern.matches_with(member, glob::MatchOptions { require_literal_separator: true, ..Default::default() })
    })
}

fn read_manifest(folder: &Utf8Path) -> Result<Option<DocumentMut>, ScaffoldError> {
    let path = folder.join("Cargo.toml");
    let wrong = |reason: String| ScaffoldError::Manifest { path: path.clone(), reason };
    match fs::read_to_string(&path) {
        Ok(text) => text.parse().map(Some).map_err(|error: toml_edit::TomlError| wrong(error.to_string())),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(wrong(error.to_string())),
    }
}

/// Replaces a file as a whole: a reader, or a full disk, never meets half of it.
fn replace(path: &Utf8Path, text: &str) -> io::Result<()> {
    let mut file = tempfile::NamedTempFile::new_in(path.parent().unwrap_or(path))?;
    io::Write::write_all(&mut file, text.as_bytes())?;
    file.as_file().set_permissions(fs::metadata(path)?.permissions())?;
    file.persist(path)?;
    Ok(())
}

fn absolute(folder: &Utf8Path) -> Result<Utf8PathBuf, ScaffoldError> {
    folder.canonicalize_utf8().map_err(|error| {
        let missing = error.kind() == io::ErrorKind::NotFound;
        let reason = if missing { "there is no such folder".to_owned() } else { error.to_string() };
        ScaffoldError::NoCrate { path: folder.to_owned(), reason }
    })
}

fn last_part(folder: &Utf8Path) -> &str {
    folder.file_name().unwrap_or_default()
}
