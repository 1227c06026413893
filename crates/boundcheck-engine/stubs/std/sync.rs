// Synchronisation: `Arc`, locks, and values that are made once.

pub mod atomic;
pub mod mpsc;

use crate::cell::UnsafeCell;
use crate::ops::{Deref, DerefMut};
use crate::time::Duration;

reference_counted! { Arc }
unsafe impl<T: ?Sized + Sync + Send> Send for Arc<T> {}
unsafe impl<T: ?Sized + Sync + Send> Sync for Arc<T> {}
unsafe impl<T: ?Sized + Sync + Send> Send for Weak<T> {}
unsafe impl<T: ?Sized + Sync + Send> Sync for Weak<T> {}
impl Arc<dyn crate::any::Any + Send + Sync> {
    pub fn downcast<T: crate::any::Any + Send + Sync>(self) -> Result<Arc<T>, Self>;
}

#[derive(Debug)]
pub struct PoisonError<T> {
    data: T,
}
impl<T> PoisonError<T> {
    pub fn new(data: T) -> PoisonError<T>;
    pub fn into_inner(self) -> T;
    pub fn get_ref(&self) -> &T;
    pub fn get_mut(&mut self) -> &mut T;
}
impl<T> crate::fmt::Display for PoisonError<T> {}
impl<T> crate::error::Error for PoisonError<T> {}
pub enum TryLockError<T> {
    Poisoned(PoisonError<T>),
    WouldBlock,
}
impl<T> From<PoisonError<T>> for TryLockError<T> {}
impl<T> crate::fmt::Debug for TryLockError<T> {}
impl<T> crate::fmt::Display for TryLockError<T> {}
impl<T> crate::error::Error for TryLockError<T> {}
pub type LockResult<T> = Result<T, PoisonError<T>>;
pub type TryLockResult<T> = Result<T, TryLockError<T>>;

pub struct Mutex<T: ?Sized> {
    data: UnsafeCell<T>,
}
impl<T> Mutex<T> {
    pub const fn new(t: T) -> Mutex<T>;
    pub fn into_inner(self) -> LockResult<T>;
}
impl<T: ?Sized> Mutex<T> {
    pub fn lock(&self) -> LockResult<MutexGuard<'_, T>>;
    pub fn try_lock(&self) -> TryLockResult<MutexGuard<'_, T>>;
    pub fn is_poisoned(&self) -> bool;
    pub fn clear_poison(&self);
    pub fn get_mut(&mut self) -> LockResult<&mut T>;
}
pub struct MutexGuard<'a, T: ?Sized + 'a> {
    lock: &'a Mutex<T>,
}

pub struct RwLock<T: ?Sized> {
    data: UnsafeCell<T>,
}
impl<T> RwLock<T> {
    pub const fn new(t: T) -> RwLock<T>;
    pub fn into_inner(self) -> LockResult<T>;
}
impl<T: ?Sized> RwLock<T> {
    pub fn read(&self) -> LockResult<RwLockReadGuard<'_, T>>;
    pub fn try_read(&self) -> TryLockResult<RwLockReadGuard<'_, T>>;
    pub fn write(&self) -> LockResult<RwLockWriteGuard<'_, T>>;
    pub fn try_write(&self) -> TryLockResult<RwLockWriteGuard<'_, T>>;
    pub fn is_poisoned(&self) -> bool;
    pub fn clear_poison(&self);
    pub fn get_mut(&mut self) -> LockResult<&mut T>;
}
pub struct RwLockReadGuard<'a, T: ?Sized + 'a> {
    lock: &'a RwLock<T>,
}
pub struct RwLockWriteGuard<'a, T: ?Sized + 'a> {
    lock: &'a RwLock<T>,
}
impl<'a, T: ?Sized> RwLockWriteGuard<'a, T> {
    pub fn downgrade(s: Self) -> RwLockReadGuard<'a, T>;
}

macro_rules! locks {
    ($($lock:ident)+) => {
        $(unsafe impl<T: ?Sized + Send> Send for $lock<T> {}
        unsafe impl<T: ?Sized + Send> Sync for $lock<T> {}
        impl<T: Default> Default for $lock<T> {}
        impl<T> From<T> for $lock<T> {}
        impl<T: ?Sized + crate::fmt::Debug> crate::fmt::Debug for $lock<T> {})+
    };
}
locks! { Mutex RwLock }

macro_rules! guards {
    ($($guard:ident)+) => {
        $(impl<T: ?Sized> Deref for $guard<'_, T> {
            type Target = T;
        }
        impl<T: ?Sized> !Send for $guard<'_, T> {}
        unsafe impl<T: ?Sized + Sync> Sync for $guard<'_, T> {}
        impl<T: ?Sized> Drop for $guard<'_, T> {}
        impl<T: ?Sized + crate::fmt::Debug> crate::fmt::Debug for $guard<'_, T> {}
        impl<T: ?Sized + crate::fmt::Display> crate::fmt::Display for $guard<'_, T> {})+
    };
}
guards! { MutexGuard RwLockReadGuard RwLockWriteGuard }
impl<T: ?Sized> DerefMut for MutexGuard<'_, T> {}
impl<T: ?Sized> DerefMut for RwLockWriteGuard<'_, T> {}

#[derive(Debug, Default)]
pub struct Condvar(());
impl Condvar {
    pub const fn new() -> Condvar;
    pub fn wait<'a, T>(&self, guard: MutexGuard<'a, T>) -> LockResult<MutexGuard<'a, T>>;
    pub fn wait_while<'a, T, F: FnMut(&mut T) -> bool>(
        &self,
        guard: MutexGuard<'a, T>,
        condition: F,
    ) -> LockResult<MutexGuard<'a, T>>;
    pub fn wait_timeout<'a, T>(
        &self,
        guard: MutexGuard<'a, T>,
        dur: Duration,
    ) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)>;
    pub fn wait_timeout_while<'a, T, F: FnMut(&mut T) -> bool>(
        &self,
        guard: MutexGuard<'a, T>,
        dur: Duration,
        condition: F,
    ) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)>;
    pub fn notify_one(&self);
    pub fn notify_all(&self);
}
#[derive(Debug, PartialEq, Eq, Copy, Clone)]
pub struct WaitTimeoutResult(bool);
impl WaitTimeoutResult {
    pub fn timed_out(&self) -> bool;
}

#[derive(Debug)]
pub struct Barrier(());
impl Barrier {
    pub const fn new(n: usize) -> Barrier;
    pub fn wait(&self) -> BarrierWaitResult;
}
#[derive(Debug)]
pub struct BarrierWaitResult(bool);
impl BarrierWaitResult {
    pub fn is_leader(&self) -> bool;
}

pub struct Once(());
pub const ONCE_INIT: Once = Once::new();
impl Once {
    pub const fn new() -> Once;
    pub fn call_once<F: FnOnce()>(&self, f: F);
    pub fn call_once_force<F: FnOnce(&OnceState)>(&self, f: F);
    pub fn is_completed(&self) -> bool;
    pub fn wait(&self);
    pub fn wait_force(&self);
}
mark!(crate::fmt::Debug: Once);
#[derive(Debug)]
pub struct OnceState(bool);
impl OnceState {
    pub fn is_poisoned(&self) -> bool;
}

pub struct OnceLock<T> {
    value: UnsafeCell<T>,
}
impl<T> OnceLock<T> {
    pub const fn new() -> OnceLock<T>;
    pub fn get(&self) -> Option<&T>;
    pub fn get_mut(&mut self) -> Option<&mut T>;
    pub fn wait(&self) -> &T;
    pub fn set(&self, value: T) -> Result<(), T>;
    pub fn get_or_init<F: FnOnce() -> T>(&self, f: F) -> &T;
    pub fn into_inner(self) -> Option<T>;
    pub fn take(&mut self) -> Option<T>;
}
unsafe impl<T: Sync + Send> Sync for OnceLock<T> {}
impl<T> Default for OnceLock<T> {}
impl<T: Clone> Clone for OnceLock<T> {}
impl<T: PartialEq> PartialEq for OnceLock<T> {}
impl<T> From<T> for OnceLock<T> {}
impl<T: crate::fmt::Debug> crate::fmt::Debug for OnceLock<T> {}

pub struct LazyLock<T, F = fn() -> T> {
    value: UnsafeCell<Result<T, F>>,
}
impl<T, F: FnOnce() -> T> LazyLock<T, F> {
    pub const fn new(f: F) -> LazyLock<T, F>;
    pub fn force(this: &LazyLock<T, F>) -> &T;
    pub fn get(this: &LazyLock<T, F>) -> Option<&T>;
    pub fn force_mut(this: &mut LazyLock<T, F>) -> &mut T;
}
impl<T, F: FnOnce() -> T> Deref for LazyLock<T, F> {
    type Target = T;
}
unsafe impl<T: Sync + Send, F: Send> Sync for LazyLock<T, F> {}
impl<T: crate::fmt::Debug, F> crate::fmt::Debug for LazyLock<T, F> {}
impl<T: Default> Default for LazyLock<T> {}
