//! The public signatures of PyO3 0.20 to 0.30, old and new names side by side.
//!
//! Where a name kept its spelling and changed its type, the atoms `since_0_21` … `since_0_30`, set from the project's
//! PyO3 version, choose: before 0.23 `PyDict::new` gives a `&PyDict`, from then on a `Bound<PyDict>`. Bounds that no
//! inference rests on are left out.

#[macro_use]
mod declare;
#[macro_use]
mod macros;

pub mod buffer;
mod conversions;
pub mod exceptions;
pub mod ffi;
#[cfg(not(since_0_23))]
mod gil_refs;
pub mod impl_;
mod optional;
pub mod pybacked;
pub mod pyclass;
pub mod sync;
pub mod types;

use crate::exceptions::PyBaseException;
use crate::pyclass::boolean_struct::{False, True};
use crate::pyclass::{PyBorrowError, PyBorrowMutError};
use crate::types::*;
use std::borrow::Cow;
use std::ffi::CStr;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};
use std::ptr::NonNull;

pub use crate::pyclass::{CompareOp, PyCell, PyClass, PyClassGuard, PyClassGuardMut, PyClassInitializer};
pub use crate::pyclass::{PyClassGuardError, PyClassGuardMutError, PyTraverseError, PyVisit};
pub use crate::types::{PyAny, PyModule, PyNativeType};
pub use pyo3_macros::{FromPyObject, IntoPyObject, IntoPyObjectRef, pyclass, pyfn, pyfunction, pymethods, pymodule};

#[cfg(since_0_23)]
type New<'py, T> = Bound<'py, T>;
#[cfg(not(since_0_23))]
type New<'py, T> = &'py T;
#[cfg(since_0_23)]
type Arg<'a, 'py, T> = &'a Bound<'py, T>;
#[cfg(not(since_0_23))]
type Arg<'a, 'py, T> = &'a T;

pub type PyObject = Py<PyAny>;
pub type PyResult<T> = Result<T, PyErr>;

pub fn prepare_freethreaded_python();
pub unsafe fn with_embedded_python_interpreter<F, R>(f: F) -> R
where
    F: for<'py> FnOnce(Python<'py>) -> R;

pub struct PythonVersionInfo {
    pub major: u8,
    pub minor: u8,
    pub patch: u8,
    pub suffix: Option<&'static str>,
}
impl PartialEq<(u8, u8)> for PythonVersionInfo {}
impl PartialEq<(u8, u8, u8)> for PythonVersionInfo {}
impl PartialOrd<(u8, u8)> for PythonVersionInfo {}
impl PartialOrd<(u8, u8, u8)> for PythonVersionInfo {}

pub mod call {
    use crate::types::PyTuple;
    use crate::{Borrowed, Bound, Py};
    pub trait PyCallArgs<'py>: Sized {}
    impl<'py, T: crate::IntoPyObject<'py, Target = PyTuple>> PyCallArgs<'py> for T {}
}

pub mod class {
    pub use crate::pyclass::{CompareOp, PyTraverseError, PyVisit};
    pub mod basic {
        pub use crate::pyclass::CompareOp;
    }
    pub mod gc {
        pub use crate::pyclass::{PyTraverseError, PyVisit};
    }
    pub mod iter {
        pub use crate::pyclass::{IterNextOutput, PyIterNextOutput};
    }
    pub mod pyasync {
        pub use crate::pyclass::{IterANextOutput, PyIterANextOutput};
    }
}

pub mod conversion {
    #[cfg(since_0_27)]
    pub use crate::FromPyObjectOwned;
    pub use crate::{AsPyPointer, FromPyObject, IntoPy, IntoPyObject, IntoPyObjectExt, ToPyObject};
    pub use crate::{FromPyPointer, PyTryFrom, PyTryInto};
}

pub mod coroutine {
    pub struct CancelHandle;
    impl CancelHandle {
        pub fn new() -> Self;
        pub fn is_cancelled(&self) -> bool;
        pub async fn cancelled(&mut self) -> crate::Py<crate::PyAny>;
    }
    pub struct Coroutine;
}

pub mod err {
    pub use crate::{CastError, CastIntoError, DowncastError, DowncastIntoError, PyDowncastError};
    pub use crate::{PyErr, PyErrArguments, PyResult};
}

pub mod inspect {
    pub mod types {
        pub struct TypeInfo;
    }
    pub struct PyStaticExpr;
}

pub mod instance {
    pub use crate::{Borrowed, Bound, Py, PyObject};
}

pub mod marker {
    pub use crate::Python;
    pub unsafe trait Ungil {}
    unsafe impl<T: Send> Ungil for T {}
}

pub mod marshal {
    use crate::types::{PyAny, PyBytes};
    use crate::{Arg, Bound, New, PyResult, Python};
    pub const VERSION: i32;
    #[cfg(since_0_23)]
    pub fn dumps<'py>(object: &Bound<'py, PyAny>, version: i32) -> PyResult<Bound<'py, PyBytes>>;
    #[cfg(not(since_0_23))]
    pub fn dumps<'py>(py: Python<'py>, object: &impl crate::ToPyObject, version: i32) -> PyResult<&'py PyBytes>;
    pub fn dumps_bound<'py>(py: Python<'py>, object: &Bound<'py, PyAny>, version: i32)
    -> PyResult<Bound<'py, PyBytes>>;
    pub fn loads<'py, B: ?Sized>(py: Python<'py>, data: &B) -> PyResult<New<'py, PyAny>>;
    pub fn loads_bound<'py, B: ?Sized>(py: Python<'py>, data: &B) -> PyResult<Bound<'py, PyAny>>;
}

pub mod panic {
    exceptions! { PanicException }
}

pub mod prelude {
    #[cfg(since_0_27)]
    pub use crate::FromPyObjectOwned;
    pub use crate::types::{PyAnyMethods, PyBoolMethods, PyByteArrayMethods, PyBytesMethods, PyCapsuleMethods};
    pub use crate::types::{PyComplexMethods, PyDictMethods, PyFloatMethods, PyFrozenDictMethods, PyFrozenSetMethods};
    pub use crate::types::{PyListMethods, PyMappingMethods, PyMappingProxyMethods, PyModuleMethods};
    pub use crate::types::{PySequenceMethods, PySetMethods, PySliceMethods, PyStringMethods, PyTracebackMethods};
    pub use crate::types::{PyTupleMethods, PyTypeMethods, PyWeakrefMethods};
    pub use crate::{Borrowed, Bound, FromPyObject, IntoPyObject, Py, PyAny, PyErr, PyModule, PyRef, PyRefMut};
    #[cfg(not(since_0_28))]
    pub use crate::{IntoPy, PyObject, ToPyObject};
    #[cfg(not(since_0_23))]
    pub use crate::{PyCell, PyNativeType, PyTryFrom, PyTryInto, wrap_pyfunction_bound};
    pub use crate::{PyClassGuard, PyClassGuardMut, PyClassInitializer, PyResult, Python, wrap_pyfunction};
    pub use pyo3_macros::{IntoPyObjectRef, pyclass, pyfn, pyfunction, pymethods, pymodule};
}

pub mod pycell {
    pub use crate::pyclass::{PyBorrowError, PyBorrowMutError, PyCell};
    pub use crate::{PyRef, PyRefMut};
}

pub mod pyclass_init {
    pub use crate::pyclass::{PyClassInitializer, PyNativeTypeInitializer, PyObjectInit};
}

pub mod once_cell {
    pub use crate::sync::GILOnceCell;
}

pub mod type_object {
    pub use crate::{PyTypeCheck, PyTypeInfo};
    pub unsafe trait PyLayout<T> {}
    pub trait PySizedLayout<T>: PyLayout<T> + Sized {}
}
