//! `{{ module }}.load`: asynchronous reading.

use std::io;
use std::path::{Path, PathBuf};
use std::string::FromUtf8Error;

use pyo3::exceptions::{PyOSError, PyRuntimeError, PyUnicodeDecodeError};
use pyo3::prelude::*;
use pyo3_async_runtimes::tokio::future_into_py;
use tokio::task::spawn_blocking;

use crate::errors::into_exception;
use crate::series::Series;

/// Read a series from a file, without blocking the event loop. Returns an awaitable.
///
/// Raises, when awaited, what `open` and `read` would raise, and what `parse` raises; at once `RuntimeError` when no
/// event loop runs.
#[pyfunction]
pub(crate) fn load(py: Python<'_>, path: PathBuf) -> PyResult<Bound<'_, PyAny>> {
    future_into_py(py, async move {
        let bytes = tokio::fs::read(&path).await;
        let bytes = bytes.map_err(|error| os_error(&error, &path))?;
        let text = String::from_utf8(bytes).map_err(|error| Python::attach(|py| decode_error(py, &error)))?;
        // A long text would keep the others on this thread waiting.
        let parsed = spawn_blocking(move || {{ core }}::parse(&text)).await;
        let parsed = parsed.map_err(|error| PyRuntimeError::new_err(error.to_string()))?;
        match parsed {
            Ok(series) => Ok(Series(series)),
            Err(error) => Err(Python::attach(|py| into_exception(py, error))),
        }
    })
}

/// As `read` raises it for a file opened as text.
fn decode_error(py: Python<'_>, error: &FromUtf8Error) -> PyErr {
    match PyUnicodeDecodeError::new_utf8(py, error.as_bytes(), error.utf8_error()) {
        Ok(exception) => PyErr::from_value(exception.into_any()),
        Err(failed) => failed,
    }
}

/// With number, words and path, as `open` raises it: Python chooses the subclass by the number.
fn os_error(error: &io::Error, path: &Path) -> PyErr {
    let words = error.to_string();
    match error.raw_os_error() {
        Some(number) => PyOSError::new_err((number, words, path.as_os_str().to_owned())),
        None => PyOSError::new_err(words),
    }
}
