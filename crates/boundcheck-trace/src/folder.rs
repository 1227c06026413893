//! Temporary folders.

use std::process;

use camino::{Utf8Path, Utf8PathBuf};
use tempfile::TempDir;

use crate::TraceError;

/// A folder that only this user can read. It goes away with this value in the process that made it, and not in a fork
/// of that.
#[derive(Debug)]
pub(crate) struct Folder {
    path: Utf8PathBuf,
    temporary: Option<TempDir>,
    owner: u32,
}

impl Folder {
    /// Makes one.
    pub(crate) fn new() -> Result<Self, TraceError> {
        let folder = tempfile::Builder::new().prefix("boundcheck-").tempdir().map_err(|source| TraceError::Folder {
            path: Utf8PathBuf::from(std::env::temp_dir().to_string_lossy().into_owned()),
            source,
        })?;
        let path = Utf8PathBuf::from_path_buf(folder.path().to_owned())
            .map_err(|path| TraceError::Path { path: path.to_string_lossy().into_owned() })?;
        Ok(Self { path, temporary: Some(folder), owner: process::id() })
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Utf8Path {
        &self.path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if self.owner != process::id()
            && let Some(folder) = self.temporary.take()
        {
            // The path alone: the folder stays.
            drop(folder.keep());
        }
    }
}
