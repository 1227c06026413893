//! Paths of members of a wheel.

/// `("demo", "_native")` of `demo/_native`; the folder is empty at the top.
pub(crate) fn split(path: &str) -> (&str, &str) {
    path.rsplit_once('/').unwrap_or(("", path))
}

/// The folder itself, the one it lies in, and so on: `google/_upb`, `google`; without the top.
pub(crate) fn and_above(folder: &str) -> impl Iterator<Item = &str> {
    let itself = (!folder.is_empty()).then_some(folder);
    std::iter::successors(itself, |folder| folder.rsplit_once('/').map(|(above, _)| above))
}

/// The first folder, or the file itself at the top.
pub(crate) fn first(path: &str) -> &str {
    path.split('/').next().unwrap_or(path)
}
