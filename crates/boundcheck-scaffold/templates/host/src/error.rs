//! What can go wrong, as plain data: no error keeps an object of Python, because errors outlive the interpreter.

use std::io;
use std::path::{Path, PathBuf};

use pyo3::prelude::*;

/// What can go wrong in this program.
#[derive(Debug, thiserror::Error)]
pub(crate) enum HostError {
    /// A file or folder cannot be read.
    #[error("cannot read {}: {source}", path.display())]
    Read { path: PathBuf, source: io::Error },
    /// The measurements are wrong.
    #[error("{}: {source}", path.display())]
    Measurements {
        path: PathBuf,
        source: {{ core }}::Error,
    },
    /// What was asked of the measurements cannot be answered.
    #[error(transparent)]
    Question(#[from] {{ core }}::Error),
    /// The interpreter was started before.
    #[error("Python can be started once in a process")]
    StartedBefore,
    /// The virtual environment belongs to another Python.
    #[error(
        "{} has no packages for {python}, which this program hosts: \
         create the environment with that version",
        venv.display()
    )]
    OtherPython { venv: PathBuf, python: String },
    /// A plugin has no function `transform`.
    #[error("plugin {plugin} has no function `transform(series)`")]
    NoTransform { plugin: String },
    /// A plugin returned something that is not a series of numbers.
    #[error("plugin {plugin} returned no measurements: {reason}")]
    NoMeasurements { plugin: String, reason: String },
    /// Python code raised.
    #[error("{place} raised {class}: {message}")]
    Raised {
        /// What ran: a plugin, or the start of the interpreter.
        place: String,
        /// The qualified name of the exception's class.
        class: String,
        /// What the exception says.
        message: String,
        /// All that Python would print: stacks, causes, notes. Empty when it cannot be told.
        traceback: String,
    },
}

impl HostError {
    /// An error of reading a file or folder.
    pub(crate) fn read(path: &Path, source: io::Error) -> Self {
        Self::Read {
            path: path.to_owned(),
            source,
        }
    }

    /// An exception of Python as data.
    pub(crate) fn raised(py: Python<'_>, place: impl Into<String>, error: &PyErr) -> Self {
        let class = error.get_type(py).fully_qualified_name();
        Self::Raised {
            place: place.into(),
            class: class.map_or_else(|_| "an exception".to_owned(), |name| name.to_string()),
            message: error.value(py).to_string(),
            traceback: traceback(py, error).unwrap_or_default(),
        }
    }

    /// The message for a person, with what Python would print.
    pub(crate) fn report(&self) -> String {
        match self {
            Self::Raised { traceback, .. } if !traceback.is_empty() => {
                format!("{self}\n{}", traceback.trim_end())
            }
            _ => self.to_string(),
        }
    }
}

fn traceback(py: Python<'_>, error: &PyErr) -> PyResult<String> {
    let arguments = (error.get_type(py), error.value(py), error.traceback(py));
    let lines = py.import("traceback")?.call_method1("format_exception", arguments)?;
    Ok(lines.extract::<Vec<String>>()?.concat())
}
