//! `sea_level.Monitor`: keeps a function of Python and calls it.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::gc::{PyTraverseError, PyVisit};
use pyo3::prelude::*;
use pyo3::sync::MutexExt;

/// Calls a function for every value above a limit.
///
/// Raises `TypeError` for an `on_alarm` that cannot be called, `ValueError` for a limit that is not a number.
#[pyclass(frozen, module = "sea_level")]
pub(crate) struct Monitor {
    /// Values above it are alarms.
    #[pyo3(get)]
    limit: f64,
    alarms: AtomicU64,
    /// `None` once the garbage collector has taken it. Locked for a moment only, never while Python code runs.
    on_alarm: Mutex<Option<Py<PyAny>>>,
}

impl Monitor {
    /// The function, taken out of the lock: it may push again.
    fn function(&self, py: Python<'_>) -> Option<Py<PyAny>> {
        let on_alarm = self.on_alarm.lock_py_attached(py);
        let on_alarm = on_alarm.unwrap_or_else(PoisonError::into_inner);
        Some(on_alarm.as_ref()?.clone_ref(py))
    }
}

#[pymethods]
impl Monitor {
    #[new]
    fn new(limit: f64, on_alarm: Bound<'_, PyAny>) -> PyResult<Self> {
        if !on_alarm.is_callable() {
            return Err(PyTypeError::new_err("on_alarm must be callable"));
        }
        if limit.is_nan() {
            return Err(PyValueError::new_err("limit must be a number"));
        }
        Ok(Self {
            limit,
            alarms: AtomicU64::new(0),
            on_alarm: Mutex::new(Some(on_alarm.unbind())),
        })
    }

    /// How many values were above the limit so far.
    #[getter]
    fn alarms(&self) -> u64 {
        self.alarms.load(Ordering::Relaxed)
    }

    /// Take a value; for one above the limit, call `on_alarm` with it. Says whether it was above.
    ///
    /// An exception in `on_alarm` is passed on.
    fn push(&self, py: Python<'_>, value: f64) -> PyResult<bool> {
        let is_above = value > self.limit;
        if is_above {
            self.alarms.fetch_add(1, Ordering::Relaxed);
            if let Some(function) = self.function(py) {
                function.call1(py, (value,))?;
            }
        }
        Ok(is_above)
    }

    // The function may lead back to this monitor: without these two, such a cycle would never be freed.

    fn __traverse__(&self, visit: PyVisit<'_>) -> Result<(), PyTraverseError> {
        // Waiting is not allowed here; a function that is just being looked at is alive anyway.
        match self.on_alarm.try_lock() {
            Ok(function) => visit.call(&*function),
            Err(_) => Ok(()),
        }
    }

    fn __clear__(&self) {
        // Dropped after the lock is released: that may run any Python code.
        let function = self
            .on_alarm
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        drop(function);
    }
}
