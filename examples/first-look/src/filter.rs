//! Filters that Python writes as plain values.

use pyo3::prelude::*;

/// `True` keeps everything, a number keeps texts of that length, a string texts that contain it.
#[derive(FromPyObject)]
pub enum Filter {
    Length(i64),
    Everything(bool),
    Contains(String),
}

/// Whether a text passes.
#[pyfunction]
pub fn keep(text: &str, filter: Filter) -> bool {
    match filter {
        Filter::Length(length) => text.len() as i64 == length,
        Filter::Everything(all) => all,
        Filter::Contains(part) => text.contains(&part),
    }
}
