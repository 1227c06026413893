//! Finding the configuration of a project.

use camino::{Utf8Path, Utf8PathBuf};

use super::read::has_tool_table;

/// What makes a folder the root of a repository; nothing above it is looked at.
const REPOSITORY: &[&str] = &[".git", ".hg", ".jj"];

/// The nearest configuration file in `folder` or above it, up to the root of the repository.
///
/// `boundcheck.toml` wins over a `pyproject.toml` beside it; a `pyproject.toml` counts when it has `[tool.boundcheck]`.
pub(crate) fn find(folder: &Utf8Path) -> Option<Utf8PathBuf> {
    let absolute = camino::absolute_utf8(folder).ok()?;
    for folder in absolute.ancestors() {
        let own = folder.join("boundcheck.toml");
        if own.is_file() {
            return Some(shortened(own));
        }
        let pyproject = folder.join("pyproject.toml");
        if pyproject.is_file() && fs_err::read_to_string(&pyproject).is_ok_and(|text| has_tool_table(&text)) {
            return Some(shortened(pyproject));
        }
        if REPOSITORY.iter().any(|name| folder.join(name).exists()) {
            return None;
        }
    }
    None
}

/// Relative to the current directory where it lies in it, as people write it.
fn shortened(path: Utf8PathBuf) -> Utf8PathBuf {
    let current = std::env::current_dir().ok().and_then(|folder| Utf8PathBuf::from_path_buf(folder).ok());
    match current.and_then(|folder| path.strip_prefix(folder).map(Utf8Path::to_owned).ok()) {
        Some(inside) => inside,
        None => path,
    }
}
