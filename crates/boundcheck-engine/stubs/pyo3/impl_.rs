//! What the expansions of the macros call.

use crate::types::{PyCFunction, PyModule, PyString};
use crate::{Bound, Py, PyAny, PyResult, Python};

/// A place to bind a wrapped function to, with the type of the result.
pub trait WrapPyFunctionArg {
    type Function;
}
impl<'a, 'py> WrapPyFunctionArg for &'a Bound<'py, PyModule> {
    type Function = Bound<'py, PyCFunction>;
}
impl<'py> WrapPyFunctionArg for Bound<'py, PyModule> {
    type Function = Bound<'py, PyCFunction>;
}
impl<'py> WrapPyFunctionArg for Python<'py> {
    type Function = crate::New<'py, PyCFunction>;
}
impl<'py> WrapPyFunctionArg for &'py PyModule {
    type Function = &'py PyCFunction;
}

/// What a macro names: the function, or the function-style module, that is registered.
pub struct Named;
pub fn named<F>(item: F) -> Named;
pub fn wrap<A: WrapPyFunctionArg>(item: Named, py_or_module: A) -> PyResult<A::Function>;
pub fn wrap_bound<'py, A>(item: Named, py_or_module: A) -> PyResult<Bound<'py, PyCFunction>>;
pub fn wrap_module(item: Named, py: Python<'_>) -> Py<PyModule>;
pub fn module_name() -> *const std::ffi::c_char;
pub fn py_run<L>(py: Python<'_>, locals: &L, code: &str);

#[cfg(since_0_21)]
pub fn intern<'py>(py: Python<'py>, text: &'static str) -> &'py Bound<'py, PyString>;
#[cfg(not(since_0_21))]
pub fn intern<'py>(py: Python<'py>, text: &'static str) -> &'py PyString;

pub mod pyclass {
    pub trait PyClassImpl {}
    pub trait PyClassBaseType {}
    pub struct PyClassObjectBase<T>(T);
}
pub mod pymethods {
    pub use crate::pyclass::{PyTraverseError, PyVisit};
}
pub mod pymodule {
    pub struct ModuleDef;
}
pub mod extract_argument {
    pub trait PyFunctionArgument<'a, 'py> {}
}
