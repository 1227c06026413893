//! The module `sea_level._core`: what Python sees of `sea_level_core`, and the translation between the two.

mod errors;
mod interval;
mod monitor;
mod series;
mod summary;
mod windows;

/// The module itself. It needs no GIL: whatever its classes share is immutable or behind a lock.
#[pyo3::pymodule(gil_used = false)]
mod _core {
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
