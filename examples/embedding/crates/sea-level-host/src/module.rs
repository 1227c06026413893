//! The module `sea_level_host`, which plugins import: it exists inside this program only.

use pyo3::prelude::*;

/// What plugins see of this program.
#[pymodule(gil_used = false)]
pub(crate) mod sea_level_host {
    #[pymodule_export]
    use super::Series;
}

/// Measurements in the order they were made: at least one, all of them finite.
#[pyclass(frozen, module = "sea_level_host")]
pub(crate) struct Series(pub(crate) sea_level_core::Series);

#[pymethods]
impl Series {
    /// The arithmetic mean.
    fn mean(&self) -> f64 {
        self.0.mean()
    }

    /// The values, as a new list.
    fn to_list(&self) -> Vec<f64> {
        self.0.values().to_vec()
    }

    fn __len__(&self) -> usize {
        self.0.values().len()
    }

    fn __repr__(&self) -> String {
        format!("Series({:?})", self.0.values())
    }
}
