//! `pythonize`: between serde and Python objects.

pub use de::{Depythonizer, depythonize, depythonize_bound};
pub use error::{PythonizeError, Result};
pub use ser::{Pythonizer, pythonize, pythonize_custom};

mod error {
    pub struct PythonizeError(());
    pub type Result<T> = std::result::Result<T, PythonizeError>;
    impl std::fmt::Debug for PythonizeError {}
    impl std::fmt::Display for PythonizeError {}
    impl std::error::Error for PythonizeError {}
    impl From<PythonizeError> for pyo3::PyErr {}
    impl From<pyo3::PyErr> for PythonizeError {}
}
mod de {
    use pyo3::{Bound, PyAny};
    pub struct Depythonizer<'a, 'py>(&'a Bound<'py, PyAny>);
    impl<'a, 'py> Depythonizer<'a, 'py> {
        pub fn from_object(input: &'a Bound<'py, PyAny>) -> Self;
    }
    pub fn depythonize<'a, 'py, T>(obj: &'a Bound<'py, PyAny>) -> super::Result<T>;
    pub fn depythonize_bound<'py, T>(obj: Bound<'py, PyAny>) -> super::Result<T>;
}
mod ser {
    use pyo3::{Bound, PyAny, Python};
    pub struct Pythonizer<'py>(Python<'py>);
    impl<'py> Pythonizer<'py> {
        pub fn new(py: Python<'py>) -> Self;
    }
    pub fn pythonize<'py, T: ?Sized>(py: Python<'py>, value: &T) -> super::Result<Bound<'py, PyAny>>;
    pub fn pythonize_custom<'py, P, T: ?Sized>(py: Python<'py>, value: &T) -> super::Result<Bound<'py, PyAny>>;
}
