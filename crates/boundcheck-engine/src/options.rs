//! How a project is to be loaded, and what can stop it.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use boundcheck_model::{Effect, Model, Problem, Summary};
use camino::Utf8PathBuf;

/// How to load a project.
#[derive(Clone, Default)]
pub struct Options {
    /// Cargo features to switch on beyond the defaults and those the build backend asks for.
    pub features: Vec<String>,
    /// Where the sources of dependencies come from.
    pub dependencies: DependencyMode,
    /// Rows that the user adds to the effects table; they win over the built-in ones.
    pub effects: Vec<Effect>,
    /// Stops the analysis from another thread.
    pub cancel: Cancel,
    /// Called with each step of the work, from the thread that called [`load`](crate::load).
    pub progress: Option<OnProgress>,
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options")
            .field("features", &self.features)
            .field("dependencies", &self.dependencies)
            .field("effects", &self.effects.len())
            .finish_non_exhaustive()
    }
}

/// Told of each step.
pub type OnProgress = Arc<dyn Fn(&Progress) + Send + Sync>;

/// Where the sources of dependencies come from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum DependencyMode {
    /// From the local Cargo registry where `cargo metadata --offline` finds them, else the built-in signatures.
    #[default]
    Auto,
    /// Always the built-in signatures; cargo is not run.
    Never,
    /// From the local Cargo registry, or fail.
    Require,
}

/// A flag that stops an analysis.
#[derive(Debug, Clone, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// Asks the analysis to stop; it ends with [`LoadError::Cancelled`].
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether it was asked to stop.
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// `Err(LoadError::Cancelled)` once it was asked to stop.
    pub(crate) fn check(&self) -> Result<(), LoadError> {
        if self.is_cancelled() { Err(LoadError::Cancelled) } else { Ok(()) }
    }
}

/// A step of the work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Progress {
    /// Manifests and dependencies are being found.
    Discovering,
    /// Sources are being read: number of files.
    Reading(usize),
    /// Names are being resolved.
    Resolving,
    /// Bodies are being inferred: done, known so far.
    Inferring(usize, usize),
}

/// What a project is made of.
#[derive(Debug, Clone, PartialEq)]
pub struct Analysis {
    /// Its boundary.
    pub model: Model,
    /// What was examined; `elapsed_ms` counts the loading.
    pub summary: Summary,
    /// What stood in the way.
    pub problems: Vec<Problem>,
}

/// Why a project could not be loaded at all.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The path does not exist.
    #[error("{path}: no such folder")]
    NotFound {
        /// The path as given.
        path: Utf8PathBuf,
    },
    /// The path is a file other than `Cargo.toml`.
    #[error("{path}: this is a file; give the folder that holds Cargo.toml")]
    NotAFolder {
        /// The path as given.
        path: Utf8PathBuf,
    },
    /// No `Cargo.toml` in the folder or below.
    #[error("{path}: no Cargo.toml here or below; give the folder of a Rust project that uses PyO3")]
    NoManifest {
        /// The path as given.
        path: Utf8PathBuf,
    },
    /// The path or something needed at it could not be read.
    #[error("{path}: {source}")]
    Unreadable {
        /// The file or folder.
        path: Utf8PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// Every manifest found is broken.
    #[error("{path}: {message}")]
    Manifest {
        /// The manifest.
        path: Utf8PathBuf,
        /// What is wrong with it.
        message: String,
    },
    /// [`DependencyMode::Require`], and they are not on disk.
    #[error("{path}: the sources of the dependencies are not on disk: {message}")]
    Dependencies {
        /// The manifest.
        path: Utf8PathBuf,
        /// What cargo said, and the remedy.
        message: String,
    },
    /// A feature that no binding crate has.
    #[error("{path}: no feature `{feature}`; it has: {known}")]
    UnknownFeature {
        /// The manifest.
        path: Utf8PathBuf,
        /// The feature asked for.
        feature: String,
        /// The features there are, joined with commas.
        known: String,
    },
    /// A row of effects in the configuration is wrong.
    #[error("effects row {path}: {message}")]
    Effects {
        /// The `path` of the row.
        path: String,
        /// What is wrong with it.
        message: String,
    },
    /// The caller asked to stop.
    #[error("stopped on request")]
    Cancelled,
    /// A thread of the analysis could not be started or died.
    #[error("{path}: the analysis failed inside: {message}")]
    Internal {
        /// The project.
        path: Utf8PathBuf,
        /// What is known about it.
        message: String,
    },
}
