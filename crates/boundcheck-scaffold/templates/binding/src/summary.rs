//! `{{ module }}.describe` and `{{ module }}.Summary`.

use numpy::{PyReadonlyArray1, PyUntypedArrayMethods};
use pyo3::exceptions::PyTypeError;
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
/// Stays attached on purpose: the memory belongs to Python, and detaching would let other threads write to it. In a
/// free-threaded Python they can anyway: nobody may write to the array meanwhile. The one pass takes some
/// nanoseconds for each value.
///
/// Raises `NotFiniteError` for a value that is infinite or not a number, `ValueError` without a value, `TypeError`
/// for any other array, also for a field of packed records.
#[pyfunction]
pub(crate) fn describe(py: Python<'_>, values: PyReadonlyArray1<'_, f64>) -> PyResult<Summary> {
    if !values.is_aligned() {
        return Err(PyTypeError::new_err("the values are not aligned: copy the array first"));
    }
    match {{ core }}::Summary::of(values.as_array().iter().copied()) {
        Ok({{ core }}::Summary { count, mean, std_dev, min, max }) => Ok(Summary { count, mean, std_dev, min, max }),
        Err(error) => Err(into_exception(py, error)),
    }
}
