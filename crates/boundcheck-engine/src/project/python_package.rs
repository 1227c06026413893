//! The Python package around the extension: only its files, never their code.

use boundcheck_model::{BuildBackend, FileId, PythonPackage};
use camino::{Utf8Path, Utf8PathBuf};

use crate::files::{self, Files};

/// Folders in which the package of a project without `python-source` may lie.
const SOURCES: [&str; 5] = ["", "python", "src", "py_src", "lib"];

/// Finds the package of that name beside `pyproject.toml`.
pub(super) fn find(
    folder: &Utf8Path,
    source: Option<&str>,
    backend: &BuildBackend,
    names: &[String],
    files: &mut Files,
) -> Option<PythonPackage> {
    let sources = match (source, backend) {
        (Some(source), _) => vec![source],
        // maturin only looks beside the manifest and in `src`.
        (None, BuildBackend::Maturin) => vec!["", "src"],
        _ => SOURCES.to_vec(),
    };
    let candidates = sources.iter().flat_map(|source| names.iter().map(move |name| folder.join(source).join(name)));
    let dir = candidates.into_iter().find(|dir| dir.join("__init__.py").is_file())?;
    let stubs = stubs(&dir).iter().filter_map(|path| read(path, files)).collect();
    Some(PythonPackage { name: dir.file_name()?.to_owned(), stubs, typed: dir.join("py.typed").is_file() })
}

fn read(path: &Utf8Path, files: &mut Files) -> Option<FileId> {
    let (text, _) = files::read(path).ok()?;
    Some(files.add(path, &text))
}

/// Stub files of the package, sorted. Only regular files: a link may lead out of the project, and a pipe never ends.
fn stubs(dir: &Utf8Path) -> Vec<Utf8PathBuf> {
    let walk = ignore::WalkBuilder::new(dir).standard_filters(false).max_depth(Some(6)).build();
    let mut found: Vec<_> = walk
        .flatten()
        .filter(|entry| entry.file_type().is_some_and(|kind| kind.is_file()))
        .filter_map(|entry| Utf8PathBuf::from_path_buf(entry.into_path()).ok())
        .filter(|path| path.extension() == Some("pyi"))
        .collect();
    found.sort();
    found
}
