//! The iterator behind `Series.windows`.

use std::sync::{Mutex, MutexGuard, PoisonError};

use pyo3::prelude::*;

/// The means of the windows of a series. Threads may share it: each mean is given out once.
#[pyclass(frozen, module = "{{ module }}")]
pub(crate) struct Windows(Mutex<{{ core }}::Windows>);

impl Windows {
    pub(crate) fn new(windows: {{ core }}::Windows) -> Self {
        Self(Mutex::new(windows))
    }

    /// Held for one step only, and never while Python runs: so nobody waits for it attached.
    fn lock(&self) -> MutexGuard<'_, {{ core }}::Windows> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[pymethods]
impl Windows {
    fn __iter__(slf: PyRef<'_, Self>) -> PyRef<'_, Self> {
        slf
    }

    fn __next__(&self) -> Option<f64> {
        self.lock().next()
    }

    /// How many means are left.
    fn __length_hint__(&self) -> usize {
        self.lock().len()
    }
}
