//! The module `{{ module }}._core`: what Python sees of the crate `{{ bound.package }}`.

// The first function to wrap replaces this line.
use {{ bound.library }} as _;

/// The module itself. It needs no GIL, as long as what its classes share is immutable or behind a lock.
#[pyo3::pymodule(gil_used = false)]
mod _core {
    use pyo3::prelude::*;

    /// The version of this module.
    #[pyfunction]
    fn version() -> &'static str {
        env!("CARGO_PKG_VERSION")
    }
}
