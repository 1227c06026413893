//! Errors of the core as exceptions of Python.
//!
//! What is wrong with data gets a class of its own, with attributes; wrong use of a function is Python's own
//! `ValueError`. The classes are written in Python (`{{ module }}/_errors.py`), where they can have attributes, two
//! bases and a place in tracebacks.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyTuple, PyType};

use {{ core }}::Error;

static PARSE_ERROR: PyOnceLock<Py<PyType>> = PyOnceLock::new();
static NOT_FINITE_ERROR: PyOnceLock<Py<PyType>> = PyOnceLock::new();

/// The exception for an error, with its cause.
pub(crate) fn into_exception(py: Python<'_>, error: Error) -> PyErr {
    let message = error.to_string();
    match error {
        Error::Parse { line, text, source } => {
            let arguments = (message, line, text);
            let exception = new(py, &PARSE_ERROR, "ParseError", arguments);
            exception.set_cause(py, Some(PyValueError::new_err(source.to_string())));
            exception
        }
        Error::NotFinite { index, value } => {
            let arguments = (message, index, value);
            new(py, &NOT_FINITE_ERROR, "NotFiniteError", arguments)
        }
        Error::Empty | Error::Window { .. } | Error::Level { .. } | Error::Rounds { .. } => {
            PyValueError::new_err(message)
        }
    }
}

/// An exception of a class that is looked up once, by its name in `_errors.py`.
fn new<'py>(
    py: Python<'py>,
    class: &PyOnceLock<Py<PyType>>,
    name: &str,
    arguments: impl IntoPyObject<'py, Target = PyTuple, Output = Bound<'py, PyTuple>, Error = PyErr>,
) -> PyErr {
    let exception = class
        .import(py, "{{ module }}._errors", name)
        .and_then(|class| class.call1(arguments.into_pyobject(py)?));
    match exception {
        Ok(exception) => PyErr::from_value(exception),
        Err(failed) => failed,
    }
}
