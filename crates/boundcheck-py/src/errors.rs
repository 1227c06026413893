//! Errors of Rust as exceptions of Python.
//!
//! The exception classes are written in Python (`boundcheck._errors`): with the stable ABI of Python 3.9 a class of
//! Rust cannot extend an exception, and `create_exception!` makes no attributes and only one base.

use std::error::Error;
use std::str::FromStr;

use boundcheck_cli::{CheckError, Crash, LoadError};
use camino::Utf8Path;
use pyo3::exceptions::{PyKeyboardInterrupt, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::report::Report;

/// The exception for an error of a check, with its cause.
pub(crate) fn into_exception(py: Python<'_>, error: &CheckError, project: &Utf8Path) -> PyErr {
    let details = PyDict::new(py);
    build(py, error, project, &details).unwrap_or_else(|failed| failed)
}

/// The exception for a project in which there was nothing to examine.
pub(crate) fn nothing_examined(py: Python<'_>, report: Report) -> PyErr {
    let reason = report.reason().unwrap_or("nothing was examined").to_owned();
    let details = PyDict::new(py);
    let set = details.set_item("reason", &reason).and_then(|()| details.set_item("report", report));
    set.and_then(|()| exception(py, "NothingExaminedError", &reason, &details)).unwrap_or_else(|failed| failed)
}

/// The exception for a bug in boundcheck.
pub(crate) fn internal_error(py: Python<'_>, message: &str) -> PyErr {
    into_exception(py, &Crash { message: message.to_owned(), location: None }.into(), Utf8Path::new(""))
}

/// The exception for a recording that cannot be made or read.
pub(crate) fn trace_exception(
    py: Python<'_>,
    message: &str,
    path: Option<&str>,
    cause: Option<&std::io::Error>,
) -> PyErr {
    let details = PyDict::new(py);
    let made = details.set_item("path", path).and_then(|()| exception(py, "TraceError", message, &details));
    made.map_or_else(
        |failed| failed,
        |exception| {
            exception.set_cause(py, cause.map(|io| std::io::Error::new(io.kind(), io.to_string()).into()));
            exception
        },
    )
}

/// A value by its name; `ValueError` when there is none of that name.
pub(crate) fn named<T: FromStr<Err = String>>(what: &str, name: &str) -> PyResult<T> {
    name.parse().map_err(|message| PyValueError::new_err(format!("{what}: {message}")))
}

fn build(py: Python<'_>, error: &CheckError, project: &Utf8Path, details: &Bound<'_, PyDict>) -> PyResult<PyErr> {
    let mut message = error.to_string();
    if let Some(help) = error.help() {
        message = format!("{message}; {help}");
    }
    let class = match error {
        CheckError::Load(LoadError::Cancelled) => return Ok(PyKeyboardInterrupt::new_err(message)),
        CheckError::Load(
            LoadError::NotFound { path } | LoadError::NotAFolder { path } | LoadError::NoManifest { path },
        ) => {
            details.set_item("path", path.as_str())?;
            "ProjectNotFoundError"
        }
        CheckError::Load(LoadError::Dependencies { path, .. }) => {
            details.set_item("path", path.as_str())?;
            "DependenciesError"
        }
        CheckError::Load(LoadError::UnknownFeature { path, .. })
        | CheckError::TraceUnreadable { path, .. }
        | CheckError::Trace { path, .. } => {
            details.set_item("path", path.as_str())?;
            "ConfigurationError"
        }
        CheckError::Config(config) => {
            details.set_item("path", config.path().as_str())?;
            details.set_item("line", config.line())?;
            "ConfigurationError"
        }
        CheckError::UnknownRule { origin, .. } => {
            details.set_item("path", origin.as_ref().map(|path| path.as_str()))?;
            "ConfigurationError"
        }
        CheckError::Load(LoadError::Effects { .. }) => "ConfigurationError",
        CheckError::Load(LoadError::Manifest { .. } | LoadError::Unreadable { .. }) => {
            details.set_item("reason", &message)?;
            details.set_item("report", error.report(project).map(Report::from))?;
            "NothingExaminedError"
        }
        CheckError::Load(LoadError::Internal { .. }) | CheckError::Crash(_) => "InternalError",
    };
    let exception = exception(py, class, &message, details)?;
    exception.set_cause(py, io_cause(error));
    Ok(exception)
}

/// An instance of a class of `boundcheck._errors`, with its attributes.
fn exception(py: Python<'_>, class: &str, message: &str, details: &Bound<'_, PyDict>) -> PyResult<PyErr> {
    let class = py.import("boundcheck._errors")?.getattr(class)?;
    Ok(PyErr::from_value(class.call((message,), Some(details))?))
}

/// The `OSError` behind an error, if there is one.
fn io_cause(error: &CheckError) -> Option<PyErr> {
    let mut causes = std::iter::successors(error.source(), |cause| (*cause).source());
    let io = causes.find_map(|cause| cause.downcast_ref::<std::io::Error>())?;
    Some(std::io::Error::new(io.kind(), io.to_string()).into())
}
