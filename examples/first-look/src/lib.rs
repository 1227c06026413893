//! `textshelf` keeps texts on shelves and finds them again. It compiles without a warning, its tests pass,
//! and it has bugs that show only when Python and Rust meet. `boundcheck check examples/first-look` names them.

mod errors;
mod feed;
mod filter;
mod shelf;

use pyo3::prelude::*;

/// Finds texts on a shelf.
#[pymodule]
mod textshelf {
    #[pymodule_export]
    use crate::feed::subscribe;
    #[pymodule_export]
    use crate::filter::keep;
    #[pymodule_export]
    use crate::shelf::{Shelf, Text};
}
