//! Conversions of the standard library's types and of the pointers.

use crate::types::*;
use crate::{AsPyPointer, Borrowed, BoundObject, FromPyObject, IntoPy, IntoPyObject, ToPyObject};
use crate::{Bound, CastError, Py, PyClass, PyErr, PyRef, PyRefMut, PyTypeCheck, Python, ffi};
use crate::{PyClassGuard, PyClassGuardError, PyClassGuardMut, PyClassGuardMutError};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::convert::Infallible;
use std::ffi::{CStr, CString, OsStr, OsString};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

macro_rules! numbers {
    ($($ty:ty => $target:ty;)*) => { $(
        impl<'py> IntoPyObject<'py> for $ty {
            type Target = $target;
            type Output = Bound<'py, $target>;
            type Error = Infallible;
        }
        impl<'a, 'py> IntoPyObject<'py> for &'a $ty {
            type Target = $target;
            type Output = Bound<'py, $target>;
            type Error = Infallible;
        }
        #[cfg(since_0_27)]
        impl<'a, 'py> FromPyObject<'a, 'py> for $ty {
            type Error = PyErr;
        }
        #[cfg(not(since_0_27))]
        impl<'py> FromPyObject<'py> for $ty {}
    )* };
}
numbers! {
    u8 => PyInt; u16 => PyInt; u32 => PyInt; u64 => PyInt; u128 => PyInt; usize => PyInt;
    i8 => PyInt; i16 => PyInt; i32 => PyInt; i64 => PyInt; i128 => PyInt; isize => PyInt;
    f32 => PyFloat; f64 => PyFloat;
}

/// References to containers: the type, what its items are borrowed as, and the type of the object.
macro_rules! by_reference {
    ($([$($param:tt)*] $ty:ty, $($item:ty),+ => $target:ty;)*) => { $(
        impl<'a, 'py, $($param)*> IntoPyObject<'py> for $ty
        where
            $($item: IntoPyObject<'py>,)+
        {
            type Target = $target;
            type Output = Bound<'py, $target>;
            type Error = PyErr;
        }
    )* };
}

into_python! {
    [] () => PyTuple, Bound<'py, PyTuple>, Infallible;
    [] bool => PyBool, Borrowed<'py, 'py, PyBool>, Infallible;
    ['a] &'a bool => PyBool, Borrowed<'py, 'py, PyBool>, Infallible;
    [] char => PyString, Bound<'py, PyString>, Infallible;
    ['a] &'a char => PyString, Bound<'py, PyString>, Infallible;
    ['a] &'a str => PyString, Bound<'py, PyString>, Infallible;
    [] String => PyString, Bound<'py, PyString>, Infallible;
    ['a] &'a String => PyString, Bound<'py, PyString>, Infallible;
    ['a] Cow<'a, str> => PyString, Bound<'py, PyString>, Infallible;
    ['a, 'b] &'b Cow<'a, str> => PyString, Bound<'py, PyString>, Infallible;
    ['a] Cow<'a, [u8]> => PyBytes, Bound<'py, PyBytes>, Infallible;
    ['a] &'a OsStr => PyString, Bound<'py, PyString>, Infallible;
    [] OsString => PyString, Bound<'py, PyString>, Infallible;
    ['a] &'a OsString => PyString, Bound<'py, PyString>, Infallible;
    ['a] &'a CStr => PyString, Bound<'py, PyString>, PyErr;
    [] CString => PyString, Bound<'py, PyString>, PyErr;
    ['a] &'a Path => PyAny, Bound<'py, PyAny>, PyErr;
    [] PathBuf => PyAny, Bound<'py, PyAny>, PyErr;
    ['a] &'a PathBuf => PyAny, Bound<'py, PyAny>, PyErr;
    [] Duration => PyDelta, Bound<'py, PyDelta>, PyErr;
    ['a] &'a Duration => PyDelta, Bound<'py, PyDelta>, PyErr;
    [] SystemTime => PyAny, Bound<'py, PyAny>, PyErr;
    [] IpAddr => PyAny, Bound<'py, PyAny>, PyErr;
    ['a] &'a IpAddr => PyAny, Bound<'py, PyAny>, PyErr;
    [] Ipv4Addr => PyAny, Bound<'py, PyAny>, PyErr;
    [] Ipv6Addr => PyAny, Bound<'py, PyAny>, PyErr;
    [] PySliceIndices => PySlice, Bound<'py, PySlice>, Infallible;
    [] PyErr => crate::exceptions::PyBaseException, Bound<'py, crate::exceptions::PyBaseException>, Infallible;
    ['a] &'a PyErr => crate::exceptions::PyBaseException, Bound<'py, crate::exceptions::PyBaseException>, Infallible;
    [T: IntoPyObject<'py>] Vec<T> => PyAny, Bound<'py, PyAny>, PyErr;
    [T: IntoPyObject<'py>, const N: usize] [T; N] => PyAny, Bound<'py, PyAny>, PyErr;
    [T: IntoPyObject<'py>] Option<T> => PyAny, Bound<'py, PyAny>, PyErr;
    [K: IntoPyObject<'py>, V: IntoPyObject<'py>, S] HashMap<K, V, S> => PyDict, Bound<'py, PyDict>, PyErr;
    [K: IntoPyObject<'py>, V: IntoPyObject<'py>] BTreeMap<K, V> => PyDict, Bound<'py, PyDict>, PyErr;
    [T: IntoPyObject<'py>, S] HashSet<T, S> => PySet, Bound<'py, PySet>, PyErr;
    [T: IntoPyObject<'py>] BTreeSet<T> => PySet, Bound<'py, PySet>, PyErr;
    [T: IntoPyObject<'py>] Arc<T> => T::Target, T::Output, T::Error;
    [T: IntoPyObject<'py>] Box<T> => T::Target, T::Output, T::Error;
    [T] Bound<'py, T> => T, Bound<'py, T>, Infallible;
    ['a, T] &'a Bound<'py, T> => T, Borrowed<'a, 'py, T>, Infallible;
    ['a, T] Borrowed<'a, 'py, T> => T, Borrowed<'a, 'py, T>, Infallible;
    ['a, 'b, T] &'b Borrowed<'a, 'py, T> => T, Borrowed<'a, 'py, T>, Infallible;
    [T] Py<T> => T, Bound<'py, T>, Infallible;
    ['a, T] &'a Py<T> => T, Borrowed<'a, 'py, T>, Infallible;
    [T] PyRef<'py, T> => T, Bound<'py, T>, Infallible;
    ['a, T] &'a PyRef<'py, T> => T, Borrowed<'a, 'py, T>, Infallible;
    [T] PyRefMut<'py, T> => T, Bound<'py, T>, Infallible;
    ['a, T] &'a PyRefMut<'py, T> => T, Borrowed<'a, 'py, T>, Infallible;
    ['a, T] PyClassGuard<'a, T> => T, Borrowed<'a, 'py, T>, Infallible;
    ['a, T] PyClassGuardMut<'a, T> => T, Borrowed<'a, 'py, T>, Infallible;
    [T: PyClass] T => T, Bound<'py, T>, PyErr;
}
by_reference! {
    [T] &'a Vec<T>, &'a T => PyAny;
    [T] &'a [T], &'a T => PyAny;
    [T, const N: usize] &'a [T; N], &'a T => PyAny;
    [T] &'a Option<T>, &'a T => PyAny;
    [K, V, S] &'a HashMap<K, V, S>, &'a K, &'a V => PyDict;
    [K, V] &'a BTreeMap<K, V>, &'a K, &'a V => PyDict;
    [T, S] &'a HashSet<T, S>, &'a T => PySet;
    [T] &'a BTreeSet<T>, &'a T => PySet;
}
impl<'a, 'b, 'py, T: ?Sized> IntoPyObject<'py> for &'b &'a T
where
    &'a T: IntoPyObject<'py>,
{
    type Target = <&'a T as IntoPyObject<'py>>::Target;
    type Output = <&'a T as IntoPyObject<'py>>::Output;
    type Error = <&'a T as IntoPyObject<'py>>::Error;
}

from_python! {
    [] bool => PyErr;
    [] char => PyErr;
    [] String => PyErr;
    [] OsString => PyErr;
    [] PathBuf => PyErr;
    [] CString => PyErr;
    [] Duration => PyErr;
    [] SystemTime => PyErr;
    [] IpAddr => PyErr;
    [] Ipv4Addr => PyErr;
    [] Ipv6Addr => PyErr;
    [T] Vec<T> => PyErr;
    [T, const N: usize] [T; N] => PyErr;
    [T] Option<T> => PyErr;
    [T] Box<T> => PyErr;
    [T] Arc<T> => PyErr;
    [K, V, S] HashMap<K, V, S> => PyErr;
    [K, V] BTreeMap<K, V> => PyErr;
    [T, S] HashSet<T, S> => PyErr;
    [T] BTreeSet<T> => PyErr;
    [T] VecDeque<T> => PyErr;
    [T] Bound<'py, T> => CastError<'a, 'py>;
    [T] Py<T> => CastError<'a, 'py>;
    [T] PyRef<'py, T> => PyClassGuardError<'a, 'py>;
    [T] PyRefMut<'py, T> => PyClassGuardMutError<'a, 'py>;
    [T] PyClassGuard<'py, T> => PyClassGuardError<'a, 'py>;
    [T] PyClassGuardMut<'py, T> => PyClassGuardMutError<'a, 'py>;
    [T: PyClass + Clone] T => PyClassGuardError<'a, 'py>;
}
// Types that borrow from the object.
#[cfg(since_0_27)]
mod borrowed {
    use super::*;
    impl<'a, 'py> FromPyObject<'a, 'py> for &'a str {
        type Error = PyErr;
    }
    impl<'a, 'py> FromPyObject<'a, 'py> for &'a [u8] {
        type Error = CastError<'a, 'py>;
    }
    impl<'a, 'py> FromPyObject<'a, 'py> for Cow<'a, str> {
        type Error = PyErr;
    }
    impl<'a, 'py> FromPyObject<'a, 'py> for Cow<'a, [u8]> {
        type Error = CastError<'a, 'py>;
    }
    impl<'a, 'py, T> FromPyObject<'a, 'py> for Borrowed<'a, 'py, T> {
        type Error = CastError<'a, 'py>;
    }
}
#[cfg(not(since_0_27))]
mod borrowed {
    use super::*;
    impl<'py> FromPyObject<'py> for &'py str {}
    impl<'py> FromPyObject<'py> for &'py [u8] {}
    impl<'py> FromPyObject<'py> for Cow<'py, str> {}
    impl<'py> FromPyObject<'py> for Cow<'py, [u8]> {}
    impl<'py, T: HasPyGilRef> FromPyObject<'py> for &'py T {}
    impl<'py, T> FromPyObject<'py> for &'py crate::PyCell<T> {}
}

macro_rules! tuples {
    ($(($($T:ident)+))*) => { $(
        impl<'py, $($T: IntoPyObject<'py>),+> IntoPyObject<'py> for ($($T,)+) {
            type Target = PyTuple;
            type Output = Bound<'py, PyTuple>;
            type Error = PyErr;
        }
        #[cfg(since_0_27)]
        impl<'a, 'py, $($T),+> FromPyObject<'a, 'py> for ($($T,)+) {
            type Error = PyErr;
        }
        #[cfg(not(since_0_27))]
        impl<'py, $($T),+> FromPyObject<'py> for ($($T,)+) {}
        impl<$($T),+> IntoPy<Py<PyTuple>> for ($($T,)+) {}
        impl<$($T: IntoPy<Py<PyAny>>),+> IntoPy<Py<PyAny>> for ($($T,)+) {}
        impl<$($T: ToPyObject),+> ToPyObject for ($($T,)+) {}
    )* };
}
tuples! {
    (A) (A B) (A B C) (A B C D) (A B C D E) (A B C D E F) (A B C D E F G) (A B C D E F G H) (A B C D E F G H I)
    (A B C D E F G H I J) (A B C D E F G H I J K) (A B C D E F G H I J K L)
}

// The traits before `IntoPyObject`.

impl<T: IntoPyObject<'static>> IntoPy<Py<PyAny>> for T {}
macro_rules! into_py {
    ($([$($param:ident),*] $ty:ty;)*) => { $(
        impl<$($param: IntoPy<Py<PyAny>>),*> IntoPy<Py<PyAny>> for $ty {}
    )* };
}
into_py! { [T] Vec<T>; [T] Option<T>; [K, V] BTreeMap<K, V>; [T] BTreeSet<T>; }
impl<T: IntoPy<Py<PyAny>>, const N: usize> IntoPy<Py<PyAny>> for [T; N] {}
impl<K: IntoPy<Py<PyAny>>, V: IntoPy<Py<PyAny>>, S> IntoPy<Py<PyAny>> for HashMap<K, V, S> {}
impl<T: IntoPy<Py<PyAny>>, S> IntoPy<Py<PyAny>> for HashSet<T, S> {}
impl IntoPy<Py<PyTuple>> for () {}
impl<'a> IntoPy<Py<PyString>> for &'a str {}
impl IntoPy<Py<PyString>> for String {}
impl<'py, T> IntoPy<Py<T>> for Bound<'py, T> {}
impl<T> IntoPy<Py<T>> for Py<T> {}

impl<'a, T> ToPyObject for T
where
    T: ?Sized + 'a,
    &'a T: IntoPyObject<'static>,
{
}
impl<T: ToPyObject> ToPyObject for Option<T> {}
impl<T: ToPyObject> ToPyObject for Vec<T> {}
impl<T: ToPyObject> ToPyObject for [T] {}
impl<'a, T: ?Sized + ToPyObject> ToPyObject for &'a T {}
impl<K: ToPyObject, V: ToPyObject, S> ToPyObject for HashMap<K, V, S> {}
impl<K: ToPyObject, V: ToPyObject> ToPyObject for BTreeMap<K, V> {}
impl<T: ToPyObject, S> ToPyObject for HashSet<T, S> {}
unsafe impl<'py, T> AsPyPointer for Bound<'py, T> {}
unsafe impl<T> AsPyPointer for Py<T> {}
