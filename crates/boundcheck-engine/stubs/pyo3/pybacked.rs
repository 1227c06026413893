//! Text and bytes that keep the Python object they borrow from.

use crate::types::{PyByteArray, PyBytes, PyString};
use crate::{Borrowed, Bound, CastError, Py, PyErr, Python};
use std::ops::Deref;

pub struct PyBackedStr(Py<PyString>);
impl PyBackedStr {
    pub fn clone_ref(&self, py: Python<'_>) -> Self;
    pub fn as_str(&self) -> &str;
    pub fn as_py_str(&self) -> &Py<PyString>;
}
impl Deref for PyBackedStr {
    type Target = str;
}
impl AsRef<str> for PyBackedStr {}
impl AsRef<[u8]> for PyBackedStr {}
impl std::borrow::Borrow<str> for PyBackedStr {}
impl std::fmt::Display for PyBackedStr {}
impl<'py> TryFrom<Bound<'py, PyString>> for PyBackedStr {
    type Error = PyErr;
}

pub struct PyBackedBytes(Py<PyBytes>);
impl PyBackedBytes {
    pub fn clone_ref(&self, py: Python<'_>) -> Self;
}
impl Deref for PyBackedBytes {
    type Target = [u8];
}
impl AsRef<[u8]> for PyBackedBytes {}
impl<'py> From<Bound<'py, PyBytes>> for PyBackedBytes {}
impl<'py> From<Bound<'py, PyByteArray>> for PyBackedBytes {}

macro_rules! values {
    ($($name:ident)*) => { $(
        impl std::fmt::Debug for $name {}
        impl Clone for $name {}
        impl PartialEq for $name {}
        impl Eq for $name {}
        impl PartialOrd for $name {}
        impl Ord for $name {}
        impl std::hash::Hash for $name {}
    )* };
}
values! { PyBackedStr PyBackedBytes }

from_python! {
    [] PyBackedStr => PyErr;
    [] PyBackedBytes => CastError<'a, 'py>;
}
into_python! {
    [] PyBackedStr => PyString, Bound<'py, PyString>, std::convert::Infallible;
    ['a] &'a PyBackedStr => PyString, Bound<'py, PyString>, std::convert::Infallible;
    [] PyBackedBytes => PyBytes, Bound<'py, PyBytes>, std::convert::Infallible;
    ['a] &'a PyBackedBytes => PyBytes, Bound<'py, PyBytes>, std::convert::Infallible;
}
