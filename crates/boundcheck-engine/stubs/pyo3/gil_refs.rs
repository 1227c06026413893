//! The methods of references to Python objects, before 0.23.

use crate::exceptions::PyBaseException;
use crate::pyclass::CompareOp;
use crate::types::*;
use crate::{AsPyPointer, FromPyObject, IntoPyObject, Py, PyDowncastError, PyErr, PyResult, PyTryFrom, Python, ffi};
use std::borrow::Cow;
use std::cmp::Ordering;
use std::convert::Infallible;
use std::ffi::{CStr, c_void};

impl PyAny {
    pub fn is<T>(&self, other: &T) -> bool;
    pub fn hasattr<N>(&self, name: N) -> PyResult<bool>;
    pub fn getattr<N>(&self, name: N) -> PyResult<&PyAny>;
    pub fn setattr<N, V>(&self, name: N, value: V) -> PyResult<()>;
    pub fn delattr<N>(&self, name: N) -> PyResult<()>;
    pub fn compare<O>(&self, other: O) -> PyResult<Ordering>;
    pub fn rich_compare<O>(&self, other: O, compare_op: CompareOp) -> PyResult<&PyAny>;
    pub fn lt<O>(&self, other: O) -> PyResult<bool>;
    pub fn le<O>(&self, other: O) -> PyResult<bool>;
    pub fn eq<O>(&self, other: O) -> PyResult<bool>;
    pub fn ne<O>(&self, other: O) -> PyResult<bool>;
    pub fn gt<O>(&self, other: O) -> PyResult<bool>;
    pub fn ge<O>(&self, other: O) -> PyResult<bool>;
    pub fn is_callable(&self) -> bool;
    pub fn call<A>(&self, args: A, kwargs: Option<&PyDict>) -> PyResult<&PyAny>;
    pub fn call0(&self) -> PyResult<&PyAny>;
    pub fn call1<A>(&self, args: A) -> PyResult<&PyAny>;
    pub fn call_method<N, A>(&self, name: N, args: A, kwargs: Option<&PyDict>) -> PyResult<&PyAny>;
    pub fn call_method0<N>(&self, name: N) -> PyResult<&PyAny>;
    pub fn call_method1<N, A>(&self, name: N, args: A) -> PyResult<&PyAny>;
    pub fn is_true(&self) -> PyResult<bool>;
    pub fn is_truthy(&self) -> PyResult<bool>;
    pub fn is_none(&self) -> bool;
    pub fn is_ellipsis(&self) -> bool;
    pub fn is_empty(&self) -> PyResult<bool>;
    pub fn get_item<K>(&self, key: K) -> PyResult<&PyAny>;
    pub fn set_item<K, V>(&self, key: K, value: V) -> PyResult<()>;
    pub fn del_item<K>(&self, key: K) -> PyResult<()>;
    pub fn iter(&self) -> PyResult<&PyIterator>;
    pub fn get_type(&self) -> &PyType;
    pub fn get_type_ptr(&self) -> *mut ffi::PyTypeObject;
    pub fn downcast<'p, T: HasPyGilRef>(&'p self) -> Result<&'p T, PyDowncastError<'p>>;
    pub fn downcast_exact<'p, T>(&'p self) -> Result<&'p T, PyDowncastError<'p>>;
    pub unsafe fn downcast_unchecked<'p, T>(&'p self) -> &'p T;
    pub fn extract<'p, D: FromPyObject<'p>>(&'p self) -> PyResult<D>;
    pub fn get_refcnt(&self) -> isize;
    pub fn repr(&self) -> PyResult<&PyString>;
    pub fn str(&self) -> PyResult<&PyString>;
    pub fn hash(&self) -> PyResult<isize>;
    pub fn len(&self) -> PyResult<usize>;
    pub fn dir(&self) -> &PyList;
    pub fn is_instance(&self, ty: &PyAny) -> PyResult<bool>;
    pub fn is_exact_instance(&self, ty: &PyAny) -> bool;
    pub fn is_instance_of<T>(&self) -> bool;
    pub fn is_exact_instance_of<T>(&self) -> bool;
    pub fn contains<V>(&self, value: V) -> PyResult<bool>;
    pub fn py(&self) -> Python<'_>;
    pub fn as_ptr(&self) -> *mut ffi::PyObject;
    pub fn into_ptr(&self) -> *mut ffi::PyObject;
    pub fn py_super(&self) -> PyResult<&PySuper>;
}
impl std::fmt::Debug for PyAny {}
impl std::fmt::Display for PyAny {}
impl AsRef<PyAny> for PyAny {}
impl<'a> From<&'a PyAny> for Py<PyAny> {}

impl PyList {
    pub fn len(&self) -> usize;
    pub fn is_empty(&self) -> bool;
    pub fn as_sequence(&self) -> &PySequence;
    pub fn get_item(&self, index: usize) -> PyResult<&PyAny>;
    pub unsafe fn get_item_unchecked(&self, index: usize) -> &PyAny;
    pub fn get_slice(&self, low: usize, high: usize) -> &PyList;
    pub fn set_item<I>(&self, index: usize, item: I) -> PyResult<()>;
    pub fn del_item(&self, index: usize) -> PyResult<()>;
    pub fn set_slice(&self, low: usize, high: usize, seq: &PyAny) -> PyResult<()>;
    pub fn del_slice(&self, low: usize, high: usize) -> PyResult<()>;
    pub fn append<I>(&self, item: I) -> PyResult<()>;
    pub fn insert<I>(&self, index: usize, item: I) -> PyResult<()>;
    pub fn contains<V>(&self, value: V) -> PyResult<bool>;
    pub fn index<V>(&self, value: V) -> PyResult<usize>;
    pub fn iter(&self) -> PyListIterator<'_>;
    pub fn sort(&self) -> PyResult<()>;
    pub fn reverse(&self) -> PyResult<()>;
    pub fn to_tuple(&self) -> &PyTuple;
}
impl std::ops::Index<usize> for PyList {
    type Output = PyAny;
}
impl PyTuple {
    pub fn len(&self) -> usize;
    pub fn is_empty(&self) -> bool;
    pub fn as_sequence(&self) -> &PySequence;
    pub fn get_slice(&self, low: usize, high: usize) -> &PyTuple;
    pub fn get_item(&self, index: usize) -> PyResult<&PyAny>;
    pub unsafe fn get_item_unchecked(&self, index: usize) -> &PyAny;
    pub fn as_slice(&self) -> &[&PyAny];
    pub fn contains<V>(&self, value: V) -> PyResult<bool>;
    pub fn index<V>(&self, value: V) -> PyResult<usize>;
    pub fn iter(&self) -> PyTupleIterator<'_>;
    pub fn to_list(&self) -> &PyList;
}
impl std::ops::Index<usize> for PyTuple {
    type Output = PyAny;
}
impl PyDict {
    pub fn copy(&self) -> PyResult<&PyDict>;
    pub fn clear(&self);
    pub fn len(&self) -> usize;
    pub fn is_empty(&self) -> bool;
    pub fn contains<K>(&self, key: K) -> PyResult<bool>;
    pub fn get_item<K>(&self, key: K) -> PyResult<Option<&PyAny>>;
    pub fn get_item_with_error<K>(&self, key: K) -> PyResult<Option<&PyAny>>;
    pub fn set_item<K, V>(&self, key: K, value: V) -> PyResult<()>;
    pub fn del_item<K>(&self, key: K) -> PyResult<()>;
    pub fn keys(&self) -> &PyList;
    pub fn values(&self) -> &PyList;
    pub fn items(&self) -> &PyList;
    pub fn iter(&self) -> PyDictIterator<'_>;
    pub fn as_mapping(&self) -> &PyMapping;
    pub fn update(&self, other: &PyMapping) -> PyResult<()>;
    pub fn update_if_missing(&self, other: &PyMapping) -> PyResult<()>;
}
impl PySet {
    pub fn clear(&self);
    pub fn len(&self) -> usize;
    pub fn is_empty(&self) -> bool;
    pub fn contains<K>(&self, key: K) -> PyResult<bool>;
    pub fn discard<K>(&self, key: K) -> PyResult<bool>;
    pub fn add<K>(&self, key: K) -> PyResult<()>;
    pub fn pop(&self) -> Option<Py<PyAny>>;
    pub fn iter(&self) -> PySetIterator<'_>;
}
impl PyFrozenSet {
    pub fn len(&self) -> usize;
    pub fn is_empty(&self) -> bool;
    pub fn contains<K>(&self, key: K) -> PyResult<bool>;
    pub fn iter(&self) -> PySetIterator<'_>;
}
impl PyMapping {
    pub fn len(&self) -> PyResult<usize>;
    pub fn is_empty(&self) -> PyResult<bool>;
    pub fn contains<K>(&self, key: K) -> PyResult<bool>;
    pub fn get_item<K>(&self, key: K) -> PyResult<&PyAny>;
    pub fn set_item<K, V>(&self, key: K, value: V) -> PyResult<()>;
    pub fn del_item<K>(&self, key: K) -> PyResult<()>;
    pub fn keys(&self) -> PyResult<&PySequence>;
    pub fn values(&self) -> PyResult<&PySequence>;
    pub fn items(&self) -> PyResult<&PySequence>;
}
impl PySequence {
    pub fn len(&self) -> PyResult<usize>;
    pub fn is_empty(&self) -> PyResult<bool>;
    pub fn concat(&self, other: &PySequence) -> PyResult<&PySequence>;
    pub fn repeat(&self, count: usize) -> PyResult<&PySequence>;
    pub fn get_item(&self, index: usize) -> PyResult<&PyAny>;
    pub fn get_slice(&self, begin: usize, end: usize) -> PyResult<&PySequence>;
    pub fn set_item<I>(&self, i: usize, item: I) -> PyResult<()>;
    pub fn del_item(&self, i: usize) -> PyResult<()>;
    pub fn count<V>(&self, value: V) -> PyResult<usize>;
    pub fn contains<V>(&self, value: V) -> PyResult<bool>;
    pub fn index<V>(&self, value: V) -> PyResult<usize>;
    pub fn to_list(&self) -> PyResult<&PyList>;
    pub fn to_tuple(&self) -> PyResult<&PyTuple>;
}
impl<'py> Iterator for &'py PyIterator {
    type Item = PyResult<&'py PyAny>;
}

impl PyBool {
    pub fn is_true(&self) -> bool;
}
impl PyFloat {
    pub fn value(&self) -> f64;
}
impl PyComplex {
    pub fn real(&self) -> f64;
    pub fn imag(&self) -> f64;
}
impl PyString {
    pub fn to_str(&self) -> PyResult<&str>;
    pub fn to_cow(&self) -> PyResult<Cow<'_, str>>;
    pub fn to_string_lossy(&self) -> Cow<'_, str>;
    pub unsafe fn data(&self) -> PyResult<PyStringData<'_>>;
}
impl PyBytes {
    pub fn as_bytes(&self) -> &[u8];
}
impl PyByteArray {
    pub fn len(&self) -> usize;
    pub fn is_empty(&self) -> bool;
    pub fn data(&self) -> *mut u8;
    pub unsafe fn as_bytes(&self) -> &[u8];
    pub unsafe fn as_bytes_mut(&self) -> &mut [u8];
    pub fn to_vec(&self) -> Vec<u8>;
    pub fn resize(&self, len: usize) -> PyResult<()>;
}
impl PySlice {
    pub fn indices<L>(&self, length: L) -> PyResult<PySliceIndices>;
}
impl PyCapsule {
    pub fn set_context(&self, context: *mut c_void) -> PyResult<()>;
    pub fn context(&self) -> PyResult<*mut c_void>;
    pub unsafe fn reference<T>(&self) -> &T;
    pub fn pointer(&self) -> *mut c_void;
    pub fn is_valid(&self) -> bool;
    pub fn name(&self) -> PyResult<Option<&CStr>>;
}
impl PyTraceback {
    pub fn format(&self) -> PyResult<String>;
}
impl PyModule {
    pub fn dict(&self) -> &PyDict;
    pub fn index(&self) -> PyResult<&PyList>;
    pub fn name(&self) -> PyResult<&str>;
    pub fn filename(&self) -> PyResult<&str>;
    pub fn add<V>(&self, name: &str, value: V) -> PyResult<()>;
    pub fn add_class<T>(&self) -> PyResult<()>;
    pub fn add_wrapped<'a, T>(&'a self, wrapper: &impl Fn(Python<'a>) -> T) -> PyResult<()>;
    pub fn add_submodule(&self, module: &PyModule) -> PyResult<()>;
    pub fn add_function<'a>(&'a self, fun: &'a PyCFunction) -> PyResult<()>;
}
impl PyType {
    pub fn as_type_ptr(&self) -> *mut ffi::PyTypeObject;
    pub fn name(&self) -> PyResult<Cow<'_, str>>;
    pub fn qualname(&self) -> PyResult<String>;
    pub fn is_subclass(&self, other: &PyAny) -> PyResult<bool>;
    pub fn is_subclass_of<T>(&self) -> PyResult<bool>;
}

macro_rules! dates {
    ($($ty:ident: $($access:ident)*;)*) => { $($(impl $access for $ty {})*)* };
}
dates! {
    PyDate: PyDateAccess;
    PyDateTime: PyDateAccess PyTimeAccess;
    PyTime: PyTimeAccess;
    PyDelta: PyDeltaAccess;
}

macro_rules! gil_ref_iterators {
    ($($iter:ident, $($ty:ident)* => $item:ty;)*) => { $(
        pub struct $iter<'py>(&'py PyAny);
        impl<'py> Iterator for $iter<'py> {
            type Item = $item;
        }
        impl<'py> ExactSizeIterator for $iter<'py> {}
        impl<'py> DoubleEndedIterator for $iter<'py> {}
        $(impl<'py> IntoIterator for &'py $ty {
            type Item = $item;
            type IntoIter = $iter<'py>;
        })*
    )* };
}
gil_ref_iterators! {
    PyListIterator, PyList => &'py PyAny;
    PyTupleIterator, PyTuple => &'py PyAny;
    PyDictIterator, PyDict => (&'py PyAny, &'py PyAny);
    PySetIterator, PySet PyFrozenSet => &'py PyAny;
}

into_python! {
    [T: PyNativeType] &'py T => T, crate::Bound<'py, T>, Infallible;
}
unsafe impl<'a, T: PyNativeType> AsPyPointer for &'a T {}
impl<'v, T: HasPyGilRef> PyTryFrom<'v> for T {}
impl PyErr {
    pub fn from_exception(value: &PyBaseException) -> PyErr;
}
