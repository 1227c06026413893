//! The module `sea_level._core`: what Python sees of `sea_level_core`, and the translation between the two.

mod errors;
mod interval;
mod monitor;
mod series;
mod summary;
mod windows;

/// How many values are added up before Python is asked for signals again: some hundredths of a second.
const ADDITIONS_BETWEEN_SIGNALS: usize = 20_000_000;

/// The module itself. It needs no GIL: whatever its classes share is immutable or behind a lock.
#[pyo3::pymodule(gil_used = false)]
mod _core {
    use numpy::PyArray1;
    use pyo3::prelude::*;

    /// Makes the first array now: when `numpy` is missing, this import says so, and not some call.
    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.py().import("numpy")?;
        PyArray1::<f64>::from_slice(module.py(), &[]);
        Ok(())
    }

    #[pymodule_export]
    use crate::interval::confidence_interval;
    #[pymodule_export]
    use crate::monitor::Monitor;
    #[pymodule_export]
    use crate::series::{Series, parse};
    #[pymodule_export]
    use crate::summary::{Summary, describe};
    #[pymodule_export]
    use crate::windows::Windows;
}
