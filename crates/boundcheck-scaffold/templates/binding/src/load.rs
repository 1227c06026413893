//! `{{ module }}.load`: asynchronous reading.

use std::path::PathBuf;

use pyo3::prelude::*;
use pyo3_async_runtimes::tokio::future_into_py;

use crate::errors::into_exception;
use crate::series::Series;

/// Read a series from a file, without blocking the event loop. Returns an awaitable.
///
/// Raises, when awaited, what `open` would raise, and what `parse` raises.
#[pyfunction]
pub(crate) fn load(py: Python<'_>, path: PathBuf) -> PyResult<Bound<'_, PyAny>> {
    future_into_py(py, async move {
        let text = tokio::fs::read_to_string(path).await?;
        match {{ core }}::parse(&text) {
            Ok(series) => Ok(Series(series)),
            Err(error) => Err(Python::attach(|py| into_exception(py, error))),
        }
    })
}
