//! Why a program cannot be recorded.

use camino::Utf8PathBuf;

/// Why a program cannot be recorded.
#[derive(Debug, thiserror::Error)]
pub enum TraceError {
    /// There is no recorder for this platform.
    #[error("recording is not possible on this platform: it needs Linux with glibc on x86-64 or aarch64")]
    Platform,
    /// The recorder cannot be put where programs can load it.
    #[error("{path}: cannot unpack the recorder: {source}; set XDG_CACHE_HOME to a folder that can be written")]
    Unpack {
        /// Where it should go.
        path: Utf8PathBuf,
        /// Why it cannot.
        source: std::io::Error,
    },
    /// There is no folder for what is recorded.
    #[error("{path}: cannot create a folder for the recording: {source}; set TMPDIR to a folder that can be written")]
    Folder {
        /// Where it should be.
        path: Utf8PathBuf,
        /// Why it cannot.
        source: std::io::Error,
    },
    /// A path that the dynamic linker would take apart, or that is not Unicode.
    #[error(
        "{path}: programs cannot load a library from a path with spaces, colons or bytes that are not Unicode; set XDG_CACHE_HOME or TMPDIR to another folder"
    )]
    Path {
        /// The path, as far as it can be shown.
        path: String,
    },
    /// What was recorded cannot be read.
    #[error("{path}: cannot read the recording: {source}")]
    Read {
        /// The file or folder.
        path: Utf8PathBuf,
        /// Why.
        source: std::io::Error,
    },
}
