//! The iterator behind `Series.windows`.

use std::sync::{Mutex, MutexGuard, PoisonError};

use pyo3::prelude::*;
use pyo3::sync::MutexExt;

/// The means of the windows of a series. Threads may share it: each mean is given out once.
#[pyclass(frozen, module = "sea_level")]
pub(crate) struct Windows(Mutex<sea_level_core::Windows>);

impl Windows {
    pub(crate) fn new(windows: sea_level_core::Windows) -> Self {
        Self(Mutex::new(windows))
    }

    /// Who has to wait for it waits detached.
    fn lock(&self, py: Python<'_>) -> MutexGuard<'_, sea_level_core::Windows> {
        self.0
            .lock_py_attached(py)
            .unwrap_or_else(PoisonError::into_inner)
    }
}

#[pymethods]
impl Windows {
    fn __iter__(slf: PyRef<'_, Self>) -> PyRef<'_, Self> {
        slf
    }

    fn __next__(&self, py: Python<'_>) -> Option<f64> {
        self.lock(py).next()
    }

    /// How many means are left.
    fn __length_hint__(&self, py: Python<'_>) -> usize {
        self.lock(py).len()
    }
}
