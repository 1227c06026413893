//! `pyproject.toml`, and the little of `setup.py` that names features.

use boundcheck_model::{BuildBackend, Problem, Pyproject};
use camino::Utf8Path;

use super::manifest::normalized;
use super::table::Toml;
use super::{python_package, setup_py};
use crate::files::Files;

/// Reads the `pyproject.toml` that builds the package in `dir`, whose library has that name: the nearest one from there
/// up to `root`.
pub(crate) fn pyproject(
    dir: &Utf8Path,
    library: Option<&str>,
    root: &Utf8Path,
    files: &mut Files,
    problems: &mut Vec<Problem>,
) -> Option<Pyproject> {
    let path = dir
        .ancestors()
        .take_while(|folder| folder.starts_with(root) || *folder == dir)
        .map(|folder| folder.join("pyproject.toml"))
        .find(|path| path.is_file())?;
    let toml = match Toml::read(&path, files) {
        Ok(toml) => toml,
        Err(problem) => {
            if !problems.contains(&problem) {
                problems.push(problem);
            }
            return None;
        }
    };
    let folder = path.parent()?;
    let in_setup = setup_py::rust_extensions(folder, files);
    let in_setup = in_setup.into_iter().find(|one| builds(folder, one.manifest.as_deref(), dir));
    // One `pyproject.toml` above several crates builds the crate it names, or the one beside it.
    let builds_here = match toml.string(&["tool", "maturin", "manifest-path"]) {
        Some(manifest) => folder.join(&manifest.value).parent().is_some_and(|folder| same(folder, dir)),
        None => folder == dir || extension(&toml, folder, dir).is_some() || in_setup.is_some(),
    };
    if !builds_here {
        return None;
    }
    let backend = match toml.string(&["build-system", "build-backend"]) {
        Some(name) if name.value.contains("maturin") => BuildBackend::Maturin,
        _ if requires(&toml, "setuptools-rust") || requires(&toml, "setuptools_rust") => BuildBackend::SetuptoolsRust,
        _ if toml.table(&["tool", "setuptools-rust"]).is_some() => BuildBackend::SetuptoolsRust,
        Some(name) => BuildBackend::Other(name.value),
        None if requires(&toml, "maturin") || toml.table(&["tool", "maturin"]).is_some() => BuildBackend::Maturin,
        None => BuildBackend::None,
    };
    let mut features = toml.strings(&["tool", "maturin", "features"]);
    let mut module_name = toml.string(&["tool", "maturin", "module-name"]);
    if let Some(item) = extension(&toml, folder, dir)
        && let Some(table) = item.as_table_like()
    {
        features.extend(table.get("features").map(|item| toml.texts_of(item)).unwrap_or_default());
        module_name = module_name.or_else(|| toml.text_of(table.get("target")?));
    }
    if backend == BuildBackend::SetuptoolsRust
        && let Some(extension) = in_setup
    {
        features.extend(extension.features);
        module_name = module_name.or(extension.target);
    }
    let name = toml.string(&["project", "name"]);
    let root_name = module_name.as_ref().and_then(|name| name.value.split('.').next());
    let named = [root_name, library, name.as_ref().map(|name| name.value.as_str())];
    let import_names: Vec<_> = named.into_iter().flatten().map(|name| name.replace('-', "_")).collect();
    let source = toml.string(&["tool", "maturin", "python-source"]).map(|source| source.value);
    let package = python_package::find(folder, source.as_deref(), &backend, &import_names, files);
    Some(Pyproject {
        file: toml.file,
        backend,
        name,
        package,
        requires_python: toml.string(&["project", "requires-python"]),
        build_requires: toml.strings(&["build-system", "requires"]),
        module_name,
        features,
        bindings: toml.string(&["tool", "maturin", "bindings"]),
    })
}

/// The `[[tool.setuptools-rust.ext-modules]]` of the file in `folder` that builds the crate in `dir`.
fn extension<'a>(toml: &'a Toml, folder: &Utf8Path, dir: &Utf8Path) -> Option<&'a toml_edit::Item> {
    let modules = toml.get(&["tool", "setuptools-rust", "ext-modules"])?;
    let tables = modules.as_array_of_tables()?;
    let manifest = |table: &'a toml_edit::Table| table.get("path").and_then(toml_edit::Item::as_str);
    modules.get(tables.iter().position(|table| builds(folder, manifest(table), dir))?)
}

/// Whether an extension declared in `folder`, with its `path` or the default for it, is made of the crate in `dir`.
fn builds(folder: &Utf8Path, manifest: Option<&str>, dir: &Utf8Path) -> bool {
    normalized(&folder.join(manifest.unwrap_or("Cargo.toml"))).parent() == Some(dir)
}

fn requires(toml: &Toml, name: &str) -> bool {
    toml.strings(&["build-system", "requires"]).iter().any(|requirement| requirement.value.starts_with(name))
}

fn same(a: &Utf8Path, b: &Utf8Path) -> bool {
    match (a.canonicalize_utf8(), b.canonicalize_utf8()) {
        (Ok(a), Ok(b)) => a == b,
        _ => a == b,
    }
}
