//! `{{ module }}.describe` and `{{ module }}.Summary`.

use numpy::PyReadonlyArray1;
use pyo3::prelude::*;

use crate::errors::into_exception;

/// The usual figures of some values.
#[pyclass(frozen, get_all, module = "{{ module }}")]
pub(crate) struct Summary {
    /// How many values there are.
    count: usize,
    /// The arithmetic mean.
    mean: f64,
    /// The standard deviation of the sample; 0 for a single value.
    std_dev: f64,
    /// The smallest value.
    min: f64,
    /// The largest value.
    max: f64,
}

#[pymethods]
impl Summary {
    fn __repr__(&self) -> String {
        let Self { count, mean, std_dev, min, max } = self;
        format!("Summary(count={count}, mean={mean:?}, std_dev={std_dev:?}, min={min:?}, max={max:?})")
    }
}

/// The usual figures of a one-dimensional array of `float64`, read where it lies: nothing is copied.
///
/// Stays attached on purpose: the memory belongs to Python, and a thread that could write to it must wait. The one
/// pass takes about a nanosecond for each value.
///
/// Raises `NotFiniteError` for a value that is infinite or not a number, `ValueError` without a value, `TypeError`
/// for any other array.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "an argument from Python")]
pub(crate) fn describe(py: Python<'_>, values: PyReadonlyArray1<'_, f64>) -> PyResult<Summary> {
    match {{ core }}::Summary::of(values.as_array().iter().copied()) {
        Ok({{ core }}::Summary { count, mean, std_dev, min, max }) => Ok(Summary { count, mean, std_dev, min, max }),
        Err(error) => Err(into_exception(py, error)),
    }
}
