//! Classes: their marker traits, initialisers, guards and garbage collection.

use crate::pyclass::boolean_struct::{False, True};
use crate::{Bound, CastError, Py, PyErr, PyRef, PyRefMut, PyResult, Python};
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};

pub trait PyClass: Sized {
    type Frozen;
    type BaseType;
}

pub mod boolean_struct {
    pub struct True(());
    pub struct False(());
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CompareOp {
    Lt,
    Le,
    Eq,
    Ne,
    Gt,
    Ge,
}
impl CompareOp {
    pub fn from_raw(op: i32) -> Option<Self>;
    pub fn matches(&self, result: std::cmp::Ordering) -> bool;
}

pub struct PyTraverseError(i32);
#[derive(Clone, Copy)]
pub struct PyVisit<'p>(PhantomData<&'p ()>);
impl<'p> PyVisit<'p> {
    pub fn call<'a, T, U: 'a>(&self, obj: T) -> Result<(), PyTraverseError>
    where
        T: Into<Option<&'a Py<U>>>;
}

pub enum IterNextOutput<T, U> {
    Yield(T),
    Return(U),
}
pub type PyIterNextOutput = IterNextOutput<Py<crate::PyAny>, Py<crate::PyAny>>;
pub enum IterANextOutput<T, U> {
    Yield(T),
    Return(U),
}
pub type PyIterANextOutput = IterANextOutput<Py<crate::PyAny>, Py<crate::PyAny>>;

pub trait PyObjectInit<T> {}
pub struct PyNativeTypeInitializer<T>(PhantomData<T>);
pub struct PyClassInitializer<T>(T);
impl<T> PyClassInitializer<T> {
    pub fn new<I>(init: T, super_init: I) -> Self;
    pub fn add_subclass<S>(self, subclass_value: S) -> PyClassInitializer<S>;
}
impl<T: PyClass> From<T> for PyClassInitializer<T> {}
impl<T: PyClass> From<Py<T>> for PyClassInitializer<T> {}
impl<'py, T: PyClass> From<Bound<'py, T>> for PyClassInitializer<T> {}
impl<S: PyClass, B: PyClass> From<(S, B)> for PyClassInitializer<S> {}

pub struct PyBorrowError(());
pub struct PyBorrowMutError(());
impl std::fmt::Debug for PyBorrowError {}
impl std::fmt::Display for PyBorrowError {}
impl std::error::Error for PyBorrowError {}
impl std::fmt::Debug for PyBorrowMutError {}
impl std::fmt::Display for PyBorrowMutError {}
impl std::error::Error for PyBorrowMutError {}

pub struct PyClassGuardError<'a, 'py>(Option<CastError<'a, 'py>>);
pub struct PyClassGuardMutError<'a, 'py>(Option<CastError<'a, 'py>>);
impl<'a, 'py> std::fmt::Debug for PyClassGuardError<'a, 'py> {}
impl<'a, 'py> std::fmt::Display for PyClassGuardError<'a, 'py> {}
impl<'a, 'py> From<PyClassGuardError<'a, 'py>> for PyErr {}
impl<'a, 'py> std::fmt::Debug for PyClassGuardMutError<'a, 'py> {}
impl<'a, 'py> std::fmt::Display for PyClassGuardMutError<'a, 'py> {}
impl<'a, 'py> From<PyClassGuardMutError<'a, 'py>> for PyErr {}

pub struct PyClassGuard<'a, T>(&'a T);
impl<'a, T> PyClassGuard<'a, T> {
    pub fn map<F, U: ?Sized>(self, f: F) -> PyClassGuardMap<'a, U>
    where
        F: FnOnce(&T) -> &U;
    pub fn as_super(&self) -> &PyClassGuard<'a, T::BaseType>
    where
        T: PyClass;
    pub fn into_super(self) -> PyClassGuard<'a, T::BaseType>
    where
        T: PyClass;
}
impl<'a, T> Deref for PyClassGuard<'a, T> {
    type Target = T;
}
impl<'a, T> Drop for PyClassGuard<'a, T> {}
pub struct PyClassGuardMut<'a, T>(&'a mut T);
impl<'a, T> PyClassGuardMut<'a, T> {
    pub fn map<F, U: ?Sized>(self, f: F) -> PyClassGuardMapMut<'a, U>
    where
        F: FnOnce(&mut T) -> &mut U;
    pub fn into_super(self) -> PyClassGuardMut<'a, T::BaseType>
    where
        T: PyClass;
}
impl<'a, T> Deref for PyClassGuardMut<'a, T> {
    type Target = T;
}
impl<'a, T> DerefMut for PyClassGuardMut<'a, T> {}
impl<'a, T> Drop for PyClassGuardMut<'a, T> {}
pub struct PyClassGuardMap<'a, U: ?Sized>(&'a U);
impl<'a, U: ?Sized> Deref for PyClassGuardMap<'a, U> {
    type Target = U;
}
pub struct PyClassGuardMapMut<'a, U: ?Sized>(&'a mut U);
impl<'a, U: ?Sized> Deref for PyClassGuardMapMut<'a, U> {
    type Target = U;
}
impl<'a, U: ?Sized> DerefMut for PyClassGuardMapMut<'a, U> {}

/// The instance behind a reference to a class, before 0.23.
pub struct PyCell<T>(T);
impl<T> PyCell<T> {
    pub fn new(py: Python<'_>, value: impl Into<PyClassInitializer<T>>) -> PyResult<&PyCell<T>>;
    pub fn borrow(&self) -> PyRef<'_, T>;
    pub fn borrow_mut(&self) -> PyRefMut<'_, T>;
    pub fn try_borrow(&self) -> Result<PyRef<'_, T>, PyBorrowError>;
    pub fn try_borrow_mut(&self) -> Result<PyRefMut<'_, T>, PyBorrowMutError>;
    pub unsafe fn try_borrow_unguarded(&self) -> Result<&T, PyBorrowError>;
    pub fn get(&self) -> &T;
    pub fn replace(&self, t: T) -> T;
    pub fn swap(&self, other: &Self);
    pub fn get_ptr(&self) -> *mut T;
}
impl<T> Deref for PyCell<T> {
    type Target = crate::PyAny;
}
unsafe impl<T> crate::types::PyNativeType for PyCell<T> {
    type AsRefSource = T;
}
impl<'a, T> From<&'a PyCell<T>> for Py<T> {}
impl<'a, T> From<&'a PyCell<T>> for &'a crate::PyAny {}
