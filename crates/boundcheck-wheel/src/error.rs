//! Why a wheel could not be read at all.

use camino::Utf8PathBuf;

/// Why a wheel could not be read at all.
#[derive(Debug, thiserror::Error)]
pub enum WheelError {
    /// There is no such file.
    #[error("{path}: no such file")]
    NotFound {
        /// The path as given.
        path: Utf8PathBuf,
    },
    /// It is there, but cannot be read.
    #[error("{path}: {source}")]
    Unreadable {
        /// The path as given.
        path: Utf8PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// It is no zip archive, or one that was cut off.
    #[error("{path}: not a complete zip archive: {reason}")]
    NotAnArchive {
        /// The path as given.
        path: Utf8PathBuf,
        /// What is missing.
        reason: String,
    },
}

impl WheelError {
    /// What is wrong, without the path.
    pub fn reason(&self) -> String {
        match self {
            Self::NotFound { .. } => "no such file".to_owned(),
            Self::Unreadable { source, .. } => source.to_string(),
            Self::NotAnArchive { reason, .. } => format!("not a complete zip archive: {reason}"),
        }
    }
}
