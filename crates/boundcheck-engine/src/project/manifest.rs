//! One `Cargo.toml`.

use boundcheck_model::{
    Dependency, DependencyKind, FileId, IntegrationMode, Package, Problem, ProblemKind, Spanned, Target, TargetKind,
};
use camino::{Utf8Path, Utf8PathBuf};
use toml_edit::{Item, TableLike};

use super::features;
use super::table::Toml;
use crate::files::{self, Files};

/// A package of the project: what rules see of it, and what loading it needs.
#[derive(Debug)]
pub(crate) struct LocalPackage {
    /// What rules see.
    pub(crate) package: Package,
    /// Its folder, absolute.
    pub(crate) dir: Utf8PathBuf,
    /// Folder of its workspace, or its own.
    pub(crate) workspace: Utf8PathBuf,
    pub(crate) version: String,
    pub(crate) edition: String,
    /// Root file of the library.
    pub(crate) library: Option<Utf8PathBuf>,
    pub(crate) proc_macro: bool,
    pub(crate) binaries: Vec<Binary>,
    pub(crate) path_dependencies: Vec<PathDependency>,
    /// `dependency/feature` that its features switch on.
    pub(crate) dependency_features: Vec<(String, String)>,
    /// Aliases of optional dependencies that are on.
    pub(crate) optional_on: rustc_hash::FxHashSet<String>,
    /// Whether it was asked for, not only reached through a path dependency.
    pub(crate) selected: bool,
}

/// A binary of a package.
#[derive(Debug)]
pub(crate) struct Binary {
    pub(crate) name: String,
    pub(crate) root: Utf8PathBuf,
}

/// A dependency in a folder.
#[derive(Debug)]
pub(crate) struct PathDependency {
    pub(crate) alias: String,
    pub(crate) dir: Utf8PathBuf,
}

/// Reads the manifest in `dir`; `None` when it has no `[package]`, a problem when it cannot be read.
pub(crate) fn read(
    dir: &Utf8Path,
    workspace: Option<(&Utf8Path, &Toml)>,
    files: &mut Files,
) -> Result<Option<LocalPackage>, Problem> {
    let path = dir.join("Cargo.toml");
    let toml = Toml::read(&path, files)?;
    let Some(table) = toml.table(&["package"]).or_else(|| toml.table(&["project"])) else { return Ok(None) };
    let shared = workspace.filter(|(folder, _)| *folder != dir).map_or(&toml, |(_, toml)| toml);
    let inherited = |key: &str| match table.get(key) {
        Some(item) if is_inherited(item) => shared.string(&["workspace", "package", key]),
        Some(item) => toml.text_of(item),
        None => None,
    };
    let Some(name) = table.get("name").and_then(|item| toml.text_of(item)) else {
        let shown = files.relative(&path);
        return Err(files::problem(ProblemKind::Manifest, shown, "[package] has no name"));
    };
    let mut path_dependencies = Vec::new();
    let workspace_dir = workspace.map_or(dir, |(folder, _)| folder);
    let mut reader = Dependencies { toml: &toml, shared, dir, workspace_dir, paths: &mut path_dependencies };
    let mut dependencies = reader.sections(&[], None);
    for (target, item) in toml.table(&["target"]).map(|table| toml.entries(table)).unwrap_or_default() {
        if item.is_table_like() {
            dependencies.extend(reader.sections(&["target", &target.value], Some(&target.value)));
        }
    }
    let feature_table: Vec<_> = toml
        .table(&["features"])
        .map(|table| toml.entries(table))
        .unwrap_or_default()
        .into_iter()
        .map(|(feature, item)| (feature, toml.texts_of(item)))
        .collect();
    let library = library(&toml, dir);
    let binaries = binaries(&toml, dir, &name.value);
    let targets = targets(&toml, &name, library.is_some(), &binaries);
    let release_panic =
        shared.string(&["profile", "release", "panic"]).or_else(|| toml.string(&["profile", "release", "panic"]));
    Ok(Some(LocalPackage {
        package: Package {
            name: name.value.clone(),
            root: if dir == files.root() { ".".into() } else { files.relative(dir) },
            manifest: toml.file,
            workspace_manifest: Some(shared.file).filter(|&file: &FileId| file != toml.file),
            pyo3: None,
            dependencies,
            features: Vec::new(),
            default_features: features::defaults(&feature_table),
            feature_table,
            targets,
            release_panic,
            pyproject: None,
            mode: IntegrationMode::Core,
        },
        version: inherited("version").map_or_else(|| "0.0.0".to_owned(), |version| version.value),
        edition: inherited("edition").map_or_else(|| "2015".to_owned(), |edition| edition.value),
        dir: dir.to_owned(),
        workspace: workspace_dir.to_owned(),
        library,
        proc_macro: toml.get(&["lib", "proc-macro"]).and_then(Item::as_bool).unwrap_or_default(),
        binaries,
        path_dependencies,
        dependency_features: Vec::new(),
        optional_on: rustc_hash::FxHashSet::default(),
        selected: false,
    }))
}

fn is_inherited(item: &Item) -> bool {
    item.as_table_like().and_then(|table| table.get("workspace")).and_then(Item::as_bool) == Some(true)
}

fn library(toml: &Toml, dir: &Utf8Path) -> Option<Utf8PathBuf> {
    match toml.string(&["lib", "path"]) {
        Some(path) => Some(normalized(&dir.join(path.value))),
        None => Some(dir.join("src/lib.rs")).filter(|path| path.is_file()),
    }
}

fn binaries(toml: &Toml, dir: &Utf8Path, package: &str) -> Vec<Binary> {
    let mut found: Vec<Binary> = Vec::new();
    let declared = toml.get(&["bin"]).and_then(Item::as_array_of_tables);
    for table in declared.into_iter().flatten() {
        let Some(name) = table.get("name").and_then(Item::as_str) else { continue };
        let roots = [format!("src/bin/{name}.rs"), format!("src/bin/{name}/main.rs"), "src/main.rs".to_owned()];
        let root = match table.get("path").and_then(Item::as_str) {
            Some(path) => Some(normalized(&dir.join(path))),
            None => roots.iter().map(|root| dir.join(root)).find(|root| root.is_file()),
        };
        found.extend(root.map(|root| Binary { name: name.to_owned(), root }));
    }
    if toml.get(&["package", "autobins"]).and_then(Item::as_bool) == Some(false) {
        return found;
    }
    let mut discovered = vec![(package.to_owned(), dir.join("src/main.rs"))];
    if let Ok(entries) = dir.join("src/bin").read_dir_utf8() {
        for entry in entries.flatten() {
            let path = entry.path();
            let root = if path.is_dir() { path.join("main.rs") } else { path.to_owned() };
            if root.extension() == Some("rs") {
                discovered.push((path.file_stem().unwrap_or_default().to_owned(), root));
            }
        }
    }
    discovered.sort();
    for (name, root) in discovered {
        if root.is_file() && !found.iter().any(|known| known.root == root || known.name == name) {
            found.push(Binary { name, root });
        }
    }
    found
}

fn targets(toml: &Toml, package: &Spanned<String>, has_library: bool, binaries: &[Binary]) -> Vec<Target> {
    let mut targets = Vec::new();
    if has_library {
        let name = toml.string(&["lib", "name"]).unwrap_or_else(|| package.clone());
        let declared = toml.get(&["lib", "crate-type"]).or_else(|| toml.get(&["lib", "crate_type"]));
        targets.push(Target {
            kind: TargetKind::Library,
            name: name.value.replace('-', "_"),
            name_span: name.span,
            crate_types: declared.map_or_else(
                || vec!["lib".to_owned()],
                |item| toml.texts_of(item).into_iter().map(|kind| kind.value).collect(),
            ),
            crate_types_span: declared.map(|item| toml.span(item.span())),
        });
    }
    targets.extend(binaries.iter().map(|binary| Target {
        kind: TargetKind::Binary,
        name: binary.name.replace('-', "_"),
        name_span: package.span,
        crate_types: vec!["bin".to_owned()],
        crate_types_span: None,
    }));
    targets
}

struct Dependencies<'a> {
    toml: &'a Toml,
    shared: &'a Toml,
    dir: &'a Utf8Path,
    workspace_dir: &'a Utf8Path,
    paths: &'a mut Vec<PathDependency>,
}

impl Dependencies<'_> {
    fn sections(&mut self, prefix: &[&str], target: Option<&str>) -> Vec<Dependency> {
        let sections = [
            ("dependencies", DependencyKind::Normal),
            ("dev-dependencies", DependencyKind::Development),
            ("build-dependencies", DependencyKind::Build),
        ];
        let mut found = Vec::new();
        for (section, kind) in sections {
            let path: Vec<_> = prefix.iter().copied().chain([section]).collect();
            let Some(table) = self.toml.table(&path) else { continue };
            for (key, item) in self.toml.entries(table) {
                found.push(self.dependency(&key, item, kind, target));
            }
        }
        found
    }

    fn dependency(
        &mut self,
        key: &Spanned<String>,
        item: &Item,
        kind: DependencyKind,
        target: Option<&str>,
    ) -> Dependency {
        let own = item.as_table_like();
        let inherited =
            if is_inherited(item) { self.shared.get(&["workspace", "dependencies", &key.value]) } else { None };
        let tables: Vec<&dyn TableLike> = own.into_iter().chain(inherited.and_then(Item::as_table_like)).collect();
        let string = |name: &str| tables.iter().find_map(|table| table.get(name)?.as_str());
        let flag = |name: &str| tables.iter().find_map(|table| table.get(name)?.as_bool());
        let mut features = own.and_then(|table| table.get("features")).map(|item| self.toml.texts_of(item));
        if let Some(more) = inherited.and_then(Item::as_table_like).and_then(|table| table.get("features")) {
            features.get_or_insert_default().extend(self.shared.texts_of(more));
        }
        let alias = key.value.replace('-', "_");
        if let Some(path) = string("path") {
            let from = if own.is_some_and(|table| table.contains_key("path")) { self.dir } else { self.workspace_dir };
            if kind == DependencyKind::Normal {
                self.paths.push(PathDependency { alias: alias.clone(), dir: normalized(&from.join(path)) });
            }
        }
        let requirement = item.as_str().or_else(|| inherited.and_then(Item::as_str)).or_else(|| string("version"));
        Dependency {
            name: string("package").unwrap_or(&key.value).to_owned(),
            alias,
            kind,
            requirement: requirement.unwrap_or_default().to_owned(),
            span: key.span,
            features: features.unwrap_or_default(),
            optional: own.and_then(|table| table.get("optional")).and_then(Item::as_bool).unwrap_or_default(),
            default_features: flag("default-features").or_else(|| flag("default_features")).unwrap_or(true),
            target: target.map(str::to_owned),
        }
    }
}

/// Resolves `.` and `..` without looking at the disk.
pub(crate) fn normalized(path: &Utf8Path) -> Utf8PathBuf {
    let mut out = Utf8PathBuf::new();
    for part in path.components() {
        match part.as_str() {
            "." => {}
            ".." => {
                out.pop();
            }
            other => out.push(other),
        }
    }
    out
}
