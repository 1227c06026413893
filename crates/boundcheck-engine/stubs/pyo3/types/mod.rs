//! Python's types and the methods of a `Bound` to one.

use crate::pyclass::CompareOp;
use crate::{Arg, Borrowed, Bound, CastError, DowncastError, DowncastIntoError, FromPyObject};
use crate::{IntoPyObject, New, Py, PyErr, PyResult, PyTypeCheck, PyTypeInfo, Python, ffi};
use std::borrow::Cow;
use std::cmp::Ordering;
use std::convert::Infallible;
use std::ffi::{CStr, CString, c_void};
use std::ptr::NonNull;

pub struct PyAny(ffi::PyObject);
unsafe impl PyTypeInfo for PyAny {}
impl HasPyGilRef for PyAny {
    type AsRefTarget = PyAny;
}
unsafe impl PyNativeType for PyAny {
    type AsRefSource = PyAny;
}

natives! {
    PyBool PyByteArray PyBytes PyCFunction PyCapsule PyCode PyComplex PyContext PyDate PyDateTime PyDelta PyDict
    PyDictItems PyDictKeys PyDictValues PyEllipsis PyFloat PyFrame PyFrozenDict PyFrozenSet PyFunction PyGenericAlias
    PyInt PyIterator PyList PyMapping PyMappingProxy PyMemoryView PyModule PyNone PyNotImplemented PyRange PySequence
    PySet PySlice PyString PySuper PyTime PyTraceback PyTuple PyType PyTzInfo PyWeakref PyWeakrefProxy
    PyWeakrefReference
}
pub type PyLong = PyInt;
pub type PyUnicode = PyString;

/// The types a `Bound` to which derefs to `Bound<PyAny>`: all but `PyAny` itself.
pub trait DerefToPyAny {}
impl<T: crate::PyClass> DerefToPyAny for T {}
impl<T: Native> DerefToPyAny for T {}

/// What Python's own types have in common here.
pub trait Native: Sized {}
unsafe impl<T: Native> PyTypeInfo for T {}

/// The type that `Py::as_ref` gives before 0.23: the type itself, a `PyCell` for a class.
pub trait HasPyGilRef {
    type AsRefTarget;
}
impl<T: crate::PyClass> HasPyGilRef for T {
    type AsRefTarget = crate::PyCell<T>;
}
pub unsafe trait PyNativeType: Sized {
    type AsRefSource;
    fn as_borrowed(&self) -> Borrowed<'_, '_, Self::AsRefSource>;
    fn py(&self) -> Python<'_>;
    unsafe fn unchecked_downcast(obj: &PyAny) -> &Self;
}

pub trait PyAnyMethods<'py> {
    fn is<T>(&self, other: T) -> bool;
    fn hasattr<N>(&self, name: N) -> PyResult<bool>;
    fn getattr<N>(&self, name: N) -> PyResult<Bound<'py, PyAny>>;
    fn getattr_opt<N>(&self, name: N) -> PyResult<Option<Bound<'py, PyAny>>>;
    fn setattr<N, V>(&self, name: N, value: V) -> PyResult<()>;
    fn delattr<N>(&self, name: N) -> PyResult<()>;
    fn compare<O>(&self, other: O) -> PyResult<Ordering>;
    fn rich_compare<O>(&self, other: O, compare_op: CompareOp) -> PyResult<Bound<'py, PyAny>>;
    fn neg(&self) -> PyResult<Bound<'py, PyAny>>;
    fn pos(&self) -> PyResult<Bound<'py, PyAny>>;
    fn abs(&self) -> PyResult<Bound<'py, PyAny>>;
    fn bitnot(&self) -> PyResult<Bound<'py, PyAny>>;
    fn lt<O>(&self, other: O) -> PyResult<bool>;
    fn le<O>(&self, other: O) -> PyResult<bool>;
    fn eq<O>(&self, other: O) -> PyResult<bool>;
    fn ne<O>(&self, other: O) -> PyResult<bool>;
    fn gt<O>(&self, other: O) -> PyResult<bool>;
    fn ge<O>(&self, other: O) -> PyResult<bool>;
    fn add<O>(&self, other: O) -> PyResult<Bound<'py, PyAny>>;
    fn sub<O>(&self, other: O) -> PyResult<Bound<'py, PyAny>>;
    fn mul<O>(&self, other: O) -> PyResult<Bound<'py, PyAny>>;
    fn matmul<O>(&self, other: O) -> PyResult<Bound<'py, PyAny>>;
    fn div<O>(&self, other: O) -> PyResult<Bound<'py, PyAny>>;
    fn floor_div<O>(&self, other: O) -> PyResult<Bound<'py, PyAny>>;
    fn rem<O>(&self, other: O) -> PyResult<Bound<'py, PyAny>>;
    fn divmod<O>(&self, other: O) -> PyResult<Bound<'py, PyAny>>;
    fn lshift<O>(&self, other: O) -> PyResult<Bound<'py, PyAny>>;
    fn rshift<O>(&self, other: O) -> PyResult<Bound<'py, PyAny>>;
    fn pow<O1, O2>(&self, other: O1, modulus: O2) -> PyResult<Bound<'py, PyAny>>;
    fn bitand<O>(&self, other: O) -> PyResult<Bound<'py, PyAny>>;
    fn bitor<O>(&self, other: O) -> PyResult<Bound<'py, PyAny>>;
    fn bitxor<O>(&self, other: O) -> PyResult<Bound<'py, PyAny>>;
    fn is_callable(&self) -> bool;
    fn call<A>(&self, args: A, kwargs: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>>;
    fn call0(&self) -> PyResult<Bound<'py, PyAny>>;
    fn call1<A>(&self, args: A) -> PyResult<Bound<'py, PyAny>>;
    fn call_method<N, A>(&self, name: N, args: A, kwargs: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>>;
    fn call_method0<N>(&self, name: N) -> PyResult<Bound<'py, PyAny>>;
    fn call_method1<N, A>(&self, name: N, args: A) -> PyResult<Bound<'py, PyAny>>;
    fn is_true(&self) -> PyResult<bool>;
    fn is_truthy(&self) -> PyResult<bool>;
    fn is_none(&self) -> bool;
    fn is_ellipsis(&self) -> bool;
    fn is_empty(&self) -> PyResult<bool>;
    fn get_item<K>(&self, key: K) -> PyResult<Bound<'py, PyAny>>;
    fn set_item<K, V>(&self, key: K, value: V) -> PyResult<()>;
    fn del_item<K>(&self, key: K) -> PyResult<()>;
    fn iter(&self) -> PyResult<Bound<'py, PyIterator>>;
    fn try_iter(&self) -> PyResult<Bound<'py, PyIterator>>;
    fn get_type(&self) -> Bound<'py, PyType>;
    fn get_type_ptr(&self) -> *mut ffi::PyTypeObject;
    fn downcast<T>(&self) -> Result<&Bound<'py, T>, DowncastError<'_, 'py>>;
    fn downcast_into<T>(self) -> Result<Bound<'py, T>, DowncastIntoError<'py>>;
    fn downcast_exact<T>(&self) -> Result<&Bound<'py, T>, DowncastError<'_, 'py>>;
    fn downcast_into_exact<T>(self) -> Result<Bound<'py, T>, DowncastIntoError<'py>>;
    unsafe fn downcast_unchecked<T>(&self) -> &Bound<'py, T>;
    unsafe fn downcast_into_unchecked<T>(self) -> Bound<'py, T>;
    #[cfg(since_0_27)]
    fn extract<'a, T: FromPyObject<'a, 'py>>(&'a self) -> Result<T, T::Error>;
    #[cfg(not(since_0_27))]
    fn extract<T: FromPyObject<'py>>(&self) -> PyResult<T>;
    fn get_refcnt(&self) -> isize;
    fn repr(&self) -> PyResult<Bound<'py, PyString>>;
    fn str(&self) -> PyResult<Bound<'py, PyString>>;
    fn hash(&self) -> PyResult<isize>;
    fn len(&self) -> PyResult<usize>;
    #[cfg(since_0_22)]
    fn dir(&self) -> PyResult<Bound<'py, PyList>>;
    #[cfg(not(since_0_22))]
    fn dir(&self) -> Bound<'py, PyList>;
    fn is_instance(&self, ty: &Bound<'py, PyAny>) -> PyResult<bool>;
    fn is_exact_instance(&self, ty: &Bound<'py, PyAny>) -> bool;
    fn is_instance_of<T>(&self) -> bool;
    fn is_exact_instance_of<T>(&self) -> bool;
    fn contains<V>(&self, value: V) -> PyResult<bool>;
    fn py_super(&self) -> PyResult<Bound<'py, PySuper>>;
}
impl<'py> PyAnyMethods<'py> for Bound<'py, PyAny> {}
