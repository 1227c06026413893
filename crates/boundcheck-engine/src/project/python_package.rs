//! The Python package around the extension: only its files, never their code.

use boundcheck_model::{BuildBackend, PythonPackage};
use camino::{Utf8Path, Utf8PathBuf};

/// Folders in which the package of a project without `python-source` may lie.
const SOURCES: [&str; 5] = ["", "python", "src", "py_src", "lib"];

/// Finds the package of that name beside `pyproject.toml`.
pub(super) fn find(
    folder: &Utf8Path,
    source: Option<&str>,
    backend: &BuildBackend,
    names: &[String],
) -> Option<PythonPackage> {
    let sources = match (source, backend) {
        (Some(source), _) => vec![source],
        // maturin only looks beside the manifest and in `src`.
        (None, BuildBackend::Maturin) => vec!["", "src"],
        _ => SOURCES.to_vec(),
    };
    let candidates = sources.iter().flat_map(|source| names.iter().map(move |name| folder.join(source).join(name)));
    let dir = candidates.into_iter().find(|dir| dir.join("__init__.py").is_file())?;
    Some(PythonPackage { name: dir.file_name()?.to_owned(), stubs: stubs(&dir), typed: dir.join("py.typed").is_file() })
}

/// Stub files of the package, relative to it, sorted; symlinks are not followed.
fn stubs(dir: &Utf8Path) -> Vec<Utf8PathBuf> {
    let walk = ignore::WalkBuilder::new(dir).standard_filters(false).max_depth(Some(6)).build();
    let mut found: Vec<_> = walk
        .flatten()
        .filter_map(|entry| Utf8PathBuf::from_path_buf(entry.into_path()).ok())
        .filter(|path| path.extension() == Some("pyi"))
        .filter_map(|path| path.strip_prefix(dir).ok().map(Utf8Path::to_owned))
        .collect();
    found.sort();
    found
}
