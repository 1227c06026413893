//! What can be wrong with a request for a project.

use std::io;

use camino::Utf8PathBuf;

/// Why no project was written. Nothing is left on the disk then.
#[derive(Debug, thiserror::Error)]
pub enum ScaffoldError {
    /// A name that Cargo or Python do not take, or that hides something.
    #[error("`{name}` cannot be the name of a project: {reason}")]
    Name {
        /// The name that was asked for.
        name: String,
        /// Why not.
        reason: String,
        /// A name that would do, where there is one near.
        remedy: Option<String>,
    },
    /// The path has no last part to take a name from.
    #[error("`{path}` has no last part that could be the name of the project")]
    NoName {
        /// The path that was asked for.
        path: Utf8PathBuf,
    },
    /// Something is there already.
    #[error("{path} exists and {what}; nothing was written")]
    Exists {
        /// The target.
        path: Utf8PathBuf,
        /// "is not empty", "is a file".
        what: &'static str,
    },
    /// A version that boundcheck knows no project for.
    #[error("{what} {asked} is not known to boundcheck, which knows {}", known.join(", "))]
    UnknownVersion {
        /// "PyO3" or "Python".
        what: &'static str,
        /// The version that was asked for.
        asked: String,
        /// Those that it knows.
        known: Vec<String>,
    },
    /// Two choices that exclude each other.
    #[error("PyO3 {pyo3} knows no Python {python}: its newest is {newest}")]
    PythonTooNew {
        /// The version of `PyO3`.
        pyo3: String,
        /// The version of Python that was asked for.
        python: String,
        /// The newest that this `PyO3` knows.
        newest: String,
    },
    /// There is no crate to bind.
    #[error("{path} is no crate: {reason}")]
    NoCrate {
        /// The folder.
        path: Utf8PathBuf,
        /// What is missing.
        reason: String,
    },
    /// The crate cannot be bound by another crate.
    #[error("the crate in {path} cannot be bound: {reason}")]
    NotALibrary {
        /// The folder.
        path: Utf8PathBuf,
        /// Why.
        reason: &'static str,
        /// What to do.
        remedy: &'static str,
    },
    /// The workspace would not resolve with the new crate in it.
    #[error("{path}: {reason}; nothing was written")]
    Workspace {
        /// Its lock file.
        path: Utf8PathBuf,
        /// Why, and what to do.
        reason: String,
    },
    /// A manifest is not valid, or not what Cargo takes.
    #[error("{path}: {reason}")]
    Manifest {
        /// The file.
        path: Utf8PathBuf,
        /// What is wrong.
        reason: String,
    },
    /// A file or folder cannot be written or read.
    #[error("cannot write the project to {path}: {source}")]
    Write {
        /// Where.
        path: Utf8PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A template or the table of versions is broken: a bug in boundcheck.
    #[error("the template {template} is broken: {reason}")]
    Template {
        /// The template.
        template: String,
        /// What is wrong with it.
        reason: String,
    },
}

impl ScaffoldError {
    pub(crate) fn template(template: &str, reason: String) -> Self {
        Self::Template { template: template.to_owned(), reason }
    }

    /// What to do about it.
    pub fn help(&self) -> Option<String> {
        match self {
            Self::Name { remedy, .. } => remedy.as_ref().map(|name| format!("`--name {name}` would do")),
            Self::NoName { .. } => Some("end the path with the name, or give --name".to_owned()),
            Self::Exists { what, .. } => Some(match *what {
                "is not empty" => "choose another folder, or empty this one first".to_owned(),
                _ => "choose another folder, or take it away first".to_owned(),
            }),
            Self::NoCrate { .. } => Some("run this in the folder of a library crate, or give that folder".to_owned()),
            Self::NotALibrary { remedy, .. } => Some((*remedy).to_owned()),
            Self::Manifest { .. } => Some("`cargo metadata` must accept it first".to_owned()),
            Self::PythonTooNew { .. } => Some("choose a newer PyO3 or an older Python".to_owned()),
            Self::UnknownVersion { .. } | Self::Workspace { .. } | Self::Write { .. } | Self::Template { .. } => None,
        }
    }
}
