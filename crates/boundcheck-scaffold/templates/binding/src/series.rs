//! `{{ module }}.Series` and `{{ module }}.parse`.

use numpy::{IntoPyArray, PyArray1};
use pyo3::prelude::*;
use pyo3::types::PyType;

use crate::ADDITIONS_BETWEEN_SIGNALS;
use crate::errors::into_exception;
use crate::windows::Windows;

/// Measurements in the order they were made: at least one, all of them finite.
///
/// A series never changes, so threads share it freely.
#[pyclass(frozen, eq, hash, module = "{{ module }}")]
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct Series(pub(crate) {{ core }}::Series);

#[pymethods]
impl Series {
    /// A series of these values.
    ///
    /// Raises `NotFiniteError` for a value that is infinite or not a number, `ValueError` without a value.
    #[new]
    fn new(py: Python<'_>, values: Vec<f64>) -> PyResult<Self> {
        match {{ core }}::Series::new(values) {
            Ok(series) => Ok(Self(series)),
            Err(error) => Err(into_exception(py, error)),
        }
    }

    /// The arithmetic mean.
    fn mean(&self) -> f64 {
        self.0.mean()
    }

    /// The values, as a new list.
    fn to_list(&self) -> &[f64] {
        self.0.values()
    }

    /// The means of all windows of `size` neighbours, one after the other.
    ///
    /// Raises `ValueError` when no window of that size fits, `OverflowError` for a negative one.
    fn windows(&self, py: Python<'_>, size: usize) -> PyResult<Windows> {
        match self.0.windows(size) {
            Ok(windows) => Ok(Windows::new(windows)),
            Err(error) => Err(into_exception(py, error)),
        }
    }

    /// The means of all windows of `size` neighbours, as an array.
    ///
    /// Other threads run meanwhile, Ctrl-C stops it, and the array takes over the memory of the result: nothing is
    /// copied.
    ///
    /// Raises `ValueError` when no window of that size fits, `OverflowError` for a negative one.
    fn smooth<'py>(&self, py: Python<'py>, size: usize) -> PyResult<Bound<'py, PyArray1<f64>>> {
        let mut windows = match self.0.windows(size) {
            Ok(windows) => windows,
            Err(error) => return Err(into_exception(py, error)),
        };
        let step = ADDITIONS_BETWEEN_SIGNALS.checked_div(size);
        let step = step.unwrap_or_default().max(1);
        let mut means = Vec::with_capacity(windows.len());
        while windows.len() > 0 {
            py.detach(|| means.extend(windows.by_ref().take(step)));
            py.check_signals()?;
        }
        Ok(means.into_pyarray(py))
    }

    fn __len__(&self) -> usize {
        self.0.values().len()
    }

    fn __repr__(&self) -> String {
        match self.0.values() {
            short if short.len() <= 10 => format!("Series({short:?})"),
            long => format!("<Series of {} values>", long.len()),
        }
    }

    /// How `pickle` and `copy` make another one: what to call, and with what.
    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> (Bound<'py, PyType>, (Vec<f64>,)) {
        (slf.get_type(), (slf.get().0.values().to_vec(),))
    }
}

/// Read a series from text with one number per line.
///
/// Empty lines and what follows a `#` are left out. Other threads run meanwhile.
///
/// Raises `ParseError`, which knows the line and its text, for a line that is not a number.
#[pyfunction]
pub(crate) fn parse(py: Python<'_>, text: &str) -> PyResult<Series> {
    match py.detach(|| {{ core }}::parse(text)) {
        Ok(series) => Ok(Series(series)),
        Err(error) => Err(into_exception(py, error)),
    }
}
