//! Synchronisation that knows of the interpreter.

use crate::types::PyString;
use crate::{Bound, New, Py, PyErr, PyResult, PyTypeCheck, Python};
use std::cell::UnsafeCell;
use std::ops::{Deref, DerefMut};
use std::sync::{LockResult, Mutex, MutexGuard, Once, OnceLock, OnceState};
use std::sync::{RwLock, RwLockReadGuard, RwLockWriteGuard};

pub struct PyOnceLock<T>(UnsafeCell<Option<T>>);
impl<T> PyOnceLock<T> {
    pub const fn new() -> Self;
    pub fn get(&self, py: Python<'_>) -> Option<&T>;
    pub fn get_or_init<F>(&self, py: Python<'_>, f: F) -> &T
    where
        F: FnOnce() -> T;
    pub fn get_or_try_init<F, E>(&self, py: Python<'_>, f: F) -> Result<&T, E>
    where
        F: FnOnce() -> Result<T, E>;
    pub fn get_mut(&mut self) -> Option<&mut T>;
    pub fn set(&self, py: Python<'_>, value: T) -> Result<(), T>;
    pub fn take(&mut self) -> Option<T>;
    pub fn into_inner(self) -> Option<T>;
}
impl<T> PyOnceLock<Py<T>> {
    pub fn clone_ref(&self, py: Python<'_>) -> Self;
    pub fn import<'py>(&self, py: Python<'py>, module: &str, attribute: &str) -> PyResult<&Bound<'py, T>>;
}
impl<T> Default for PyOnceLock<T> {}
unsafe impl<T: Send + Sync> Sync for PyOnceLock<T> {}

pub struct GILOnceCell<T>(UnsafeCell<Option<T>>);
impl<T> GILOnceCell<T> {
    pub const fn new() -> Self;
    pub fn get(&self, py: Python<'_>) -> Option<&T>;
    pub fn get_or_init<F>(&self, py: Python<'_>, f: F) -> &T
    where
        F: FnOnce() -> T;
    pub fn get_or_try_init<F, E>(&self, py: Python<'_>, f: F) -> Result<&T, E>
    where
        F: FnOnce() -> Result<T, E>;
    pub fn get_mut(&mut self) -> Option<&mut T>;
    pub fn set(&self, py: Python<'_>, value: T) -> Result<(), T>;
    pub fn take(&mut self) -> Option<T>;
    pub fn into_inner(self) -> Option<T>;
}
impl<T> GILOnceCell<Py<T>> {
    pub fn clone_ref(&self, py: Python<'_>) -> Self;
    pub fn import<'py>(&self, py: Python<'py>, module: &str, attribute: &str) -> PyResult<&Bound<'py, T>>;
}
impl<T> Default for GILOnceCell<T> {}
unsafe impl<T: Send + Sync> Sync for GILOnceCell<T> {}

pub struct GILProtected<T>(T);
impl<T> GILProtected<T> {
    pub const fn new(value: T) -> Self;
    pub fn get<'py>(&'py self, py: Python<'py>) -> &'py T;
    pub fn into_inner(self) -> T;
}
unsafe impl<T: Send> Sync for GILProtected<T> {}

pub struct Interned(&'static str);
impl Interned {
    pub const fn new(value: &'static str) -> Self;
    pub fn get<'py>(&self, py: Python<'py>) -> &Bound<'py, PyString>;
}

pub trait OnceExt {
    type OnceState;
    fn call_once_py_attached(&self, py: Python<'_>, f: impl FnOnce());
    fn call_once_force_py_attached(&self, py: Python<'_>, f: impl FnOnce(&Self::OnceState));
}
impl OnceExt for Once {
    type OnceState = OnceState;
}
pub trait OnceLockExt<T> {
    fn get_or_init_py_attached<F>(&self, py: Python<'_>, f: F) -> &T
    where
        F: FnOnce() -> T;
}
impl<T> OnceLockExt<T> for OnceLock<T> {}
pub trait MutexExt<T> {
    type LockResult<'a>
    where
        Self: 'a;
    fn lock_py_attached(&self, py: Python<'_>) -> Self::LockResult<'_>;
}
impl<T> MutexExt<T> for Mutex<T> {
    type LockResult<'a>
        = LockResult<MutexGuard<'a, T>>
    where
        Self: 'a;
}
pub trait RwLockExt<T> {
    type ReadLockResult<'a>
    where
        Self: 'a;
    type WriteLockResult<'a>
    where
        Self: 'a;
    fn read_py_attached(&self, py: Python<'_>) -> Self::ReadLockResult<'_>;
    fn write_py_attached(&self, py: Python<'_>) -> Self::WriteLockResult<'_>;
}
impl<T> RwLockExt<T> for RwLock<T> {
    type ReadLockResult<'a>
        = LockResult<RwLockReadGuard<'a, T>>
    where
        Self: 'a;
    type WriteLockResult<'a>
        = LockResult<RwLockWriteGuard<'a, T>>
    where
        Self: 'a;
}

#[cfg(with_lock_api)]
mod parking {
    use super::{MutexExt, RwLockExt};
    impl<R, T> MutexExt<T> for lock_api::Mutex<R, T> {
        type LockResult<'a>
            = lock_api::MutexGuard<'a, R, T>
        where
            Self: 'a;
    }
    impl<R, G, T> MutexExt<T> for lock_api::ReentrantMutex<R, G, T> {
        type LockResult<'a>
            = lock_api::ReentrantMutexGuard<'a, R, G, T>
        where
            Self: 'a;
    }
    impl<R, T> RwLockExt<T> for lock_api::RwLock<R, T> {
        type ReadLockResult<'a>
            = lock_api::RwLockReadGuard<'a, R, T>
        where
            Self: 'a;
        type WriteLockResult<'a>
            = lock_api::RwLockWriteGuard<'a, R, T>
        where
            Self: 'a;
    }
}

pub struct PyMutex<T: ?Sized>(UnsafeCell<T>);
pub struct PyMutexGuard<'a, T: ?Sized>(&'a PyMutex<T>);
impl<T> PyMutex<T> {
    pub const fn new(value: T) -> Self;
    pub fn lock(&self) -> LockResult<PyMutexGuard<'_, T>>;
    pub fn is_locked(&self) -> bool;
    pub fn is_poisoned(&self) -> bool;
    pub fn clear_poison(&self);
    pub fn get_mut(&mut self) -> LockResult<&mut T>;
    pub fn into_inner(self) -> LockResult<T>;
}
impl<T: Default> Default for PyMutex<T> {}
impl<'a, T: ?Sized> Deref for PyMutexGuard<'a, T> {
    type Target = T;
}
impl<'a, T: ?Sized> DerefMut for PyMutexGuard<'a, T> {}
impl<'a, T: ?Sized> Drop for PyMutexGuard<'a, T> {}
unsafe impl<T: ?Sized + Send> Sync for PyMutex<T> {}

pub mod critical_section {
    use super::PyMutex;
    use crate::{Bound, Python};
    pub struct EnteredCriticalSection<'a, T>(&'a T);
    impl<'a, T> EnteredCriticalSection<'a, T> {
        pub unsafe fn get_mut(&mut self) -> &mut T;
        pub unsafe fn get(&self) -> &T;
    }
    pub fn with_critical_section<F, R, T>(object: &Bound<'_, T>, f: F) -> R
    where
        F: FnOnce() -> R;
    pub fn with_critical_section2<F, R, T, U>(a: &Bound<'_, T>, b: &Bound<'_, U>, f: F) -> R
    where
        F: FnOnce() -> R;
    pub fn with_critical_section_mutex<F, R, T>(py: Python<'_>, mutex: &PyMutex<T>, f: F) -> R
    where
        F: FnOnce(EnteredCriticalSection<'_, T>) -> R;
}
pub use critical_section::{with_critical_section, with_critical_section2};
