//! Errors that Python sees.

use pyo3::create_exception;
use pyo3::exceptions::PyException;

create_exception!(textshelf, ShelfError, PyException, "A shelf could not answer.");
