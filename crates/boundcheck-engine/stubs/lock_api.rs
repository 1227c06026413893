//! `lock_api`, where the locks of `parking_lot` are defined.

pub use mutex::{ArcMutexGuard, MappedMutexGuard, Mutex, MutexGuard, RawMutex};
pub use remutex::{GetThreadId, ReentrantMutex, ReentrantMutexGuard};
pub use rwlock::{ArcRwLockReadGuard, ArcRwLockWriteGuard, MappedRwLockReadGuard, MappedRwLockWriteGuard};
pub use rwlock::{RawRwLock, RwLock, RwLockReadGuard, RwLockUpgradableReadGuard, RwLockWriteGuard};

macro_rules! guards {
    ($($name:ident $lock:ident;)*) => { $(
        pub struct $name<'a, R, T: ?Sized>(&'a $lock<R, T>);
        impl<'a, R, T: ?Sized> std::ops::Deref for $name<'a, R, T> {
            type Target = T;
        }
        impl<'a, R, T: ?Sized> Drop for $name<'a, R, T> {}
        impl<'a, R, T: ?Sized + std::fmt::Debug> std::fmt::Debug for $name<'a, R, T> {}
        impl<'a, R, T: ?Sized + std::fmt::Display> std::fmt::Display for $name<'a, R, T> {}
    )* };
}
macro_rules! arc_guards {
    ($($name:ident $lock:ident;)*) => { $(
        pub struct $name<R, T: ?Sized>(std::sync::Arc<$lock<R, T>>);
        impl<R, T: ?Sized> std::ops::Deref for $name<R, T> {
            type Target = T;
        }
        impl<R, T: ?Sized> Drop for $name<R, T> {}
    )* };
}

pub mod mutex {
    use std::ops::DerefMut;
    use std::sync::Arc;
    use std::time::{Duration, Instant};

    pub unsafe trait RawMutex {}
    pub struct Mutex<R, T: ?Sized>(R, std::cell::UnsafeCell<T>);
    unsafe impl<R, T: ?Sized + Send> Sync for Mutex<R, T> {}
    impl<R, T> Mutex<R, T> {
        pub const fn new(val: T) -> Mutex<R, T>;
        pub const fn from_raw(raw_mutex: R, val: T) -> Mutex<R, T>;
        pub const fn const_new(raw_mutex: R, val: T) -> Mutex<R, T>;
        pub fn into_inner(self) -> T;
    }
    impl<R, T: ?Sized> Mutex<R, T> {
        pub fn lock(&self) -> MutexGuard<'_, R, T>;
        pub fn try_lock(&self) -> Option<MutexGuard<'_, R, T>>;
        pub fn try_lock_for(&self, timeout: Duration) -> Option<MutexGuard<'_, R, T>>;
        pub fn try_lock_until(&self, timeout: Instant) -> Option<MutexGuard<'_, R, T>>;
        pub fn get_mut(&mut self) -> &mut T;
        pub fn is_locked(&self) -> bool;
        pub unsafe fn force_unlock(&self);
        pub fn data_ptr(&self) -> *mut T;
        pub fn lock_arc(self: &Arc<Self>) -> ArcMutexGuard<R, T>;
        pub fn try_lock_arc(self: &Arc<Self>) -> Option<ArcMutexGuard<R, T>>;
    }
    impl<R, T: Default> Default for Mutex<R, T> {}
    impl<R, T> From<T> for Mutex<R, T> {}
    impl<R, T: ?Sized + std::fmt::Debug> std::fmt::Debug for Mutex<R, T> {}

    guards! { MutexGuard Mutex; MappedMutexGuard Mutex; }
    arc_guards! { ArcMutexGuard Mutex; }
    impl<'a, R, T: ?Sized> DerefMut for MutexGuard<'a, R, T> {}
    impl<'a, R, T: ?Sized> DerefMut for MappedMutexGuard<'a, R, T> {}
    impl<R, T: ?Sized> DerefMut for ArcMutexGuard<R, T> {}
    impl<'a, R, T: ?Sized> MutexGuard<'a, R, T> {
        pub fn mutex(s: &Self) -> &'a Mutex<R, T>;
        pub fn map<U: ?Sized, F: FnOnce(&mut T) -> &mut U>(s: Self, f: F) -> MappedMutexGuard<'a, R, U>;
        pub fn unlocked<F: FnOnce() -> U, U>(s: &mut Self, f: F) -> U;
        pub fn unlock_fair(s: Self);
        pub fn bump(s: &mut Self);
    }
}

pub mod remutex {
    pub unsafe trait GetThreadId {}
    pub struct ReentrantMutex<R, G, T: ?Sized>(R, G, std::cell::UnsafeCell<T>);
    pub struct ReentrantMutexGuard<'a, R, G, T: ?Sized>(&'a ReentrantMutex<R, G, T>);
    impl<R, G, T> ReentrantMutex<R, G, T> {
        pub const fn new(val: T) -> ReentrantMutex<R, G, T>;
        pub fn into_inner(self) -> T;
        pub fn lock(&self) -> ReentrantMutexGuard<'_, R, G, T>;
        pub fn try_lock(&self) -> Option<ReentrantMutexGuard<'_, R, G, T>>;
        pub fn get_mut(&mut self) -> &mut T;
    }
    impl<'a, R, G, T: ?Sized> std::ops::Deref for ReentrantMutexGuard<'a, R, G, T> {
        type Target = T;
    }
    impl<'a, R, G, T: ?Sized> Drop for ReentrantMutexGuard<'a, R, G, T> {}
}

pub mod rwlock {
    use std::ops::DerefMut;
    use std::sync::Arc;
    use std::time::{Duration, Instant};

    pub unsafe trait RawRwLock {}
    pub struct RwLock<R, T: ?Sized>(R, std::cell::UnsafeCell<T>);
    unsafe impl<R, T: ?Sized + Send + Sync> Sync for RwLock<R, T> {}
    impl<R, T> RwLock<R, T> {
        pub const fn new(val: T) -> RwLock<R, T>;
        pub const fn const_new(raw_rwlock: R, val: T) -> RwLock<R, T>;
        pub fn into_inner(self) -> T;
    }
    impl<R, T: ?Sized> RwLock<R, T> {
        pub fn read(&self) -> RwLockReadGuard<'_, R, T>;
        pub fn read_recursive(&self) -> RwLockReadGuard<'_, R, T>;
        pub fn try_read(&self) -> Option<RwLockReadGuard<'_, R, T>>;
        pub fn try_read_for(&self, timeout: Duration) -> Option<RwLockReadGuard<'_, R, T>>;
        pub fn try_read_until(&self, timeout: Instant) -> Option<RwLockReadGuard<'_, R, T>>;
        pub fn write(&self) -> RwLockWriteGuard<'_, R, T>;
        pub fn try_write(&self) -> Option<RwLockWriteGuard<'_, R, T>>;
        pub fn try_write_for(&self, timeout: Duration) -> Option<RwLockWriteGuard<'_, R, T>>;
        pub fn try_write_until(&self, timeout: Instant) -> Option<RwLockWriteGuard<'_, R, T>>;
        pub fn upgradable_read(&self) -> RwLockUpgradableReadGuard<'_, R, T>;
        pub fn try_upgradable_read(&self) -> Option<RwLockUpgradableReadGuard<'_, R, T>>;
        pub fn read_arc(self: &Arc<Self>) -> ArcRwLockReadGuard<R, T>;
        pub fn write_arc(self: &Arc<Self>) -> ArcRwLockWriteGuard<R, T>;
        pub fn get_mut(&mut self) -> &mut T;
        pub fn is_locked(&self) -> bool;
        pub fn data_ptr(&self) -> *mut T;
    }
    impl<R, T: Default> Default for RwLock<R, T> {}
    impl<R, T> From<T> for RwLock<R, T> {}
    impl<R, T: ?Sized + std::fmt::Debug> std::fmt::Debug for RwLock<R, T> {}

    guards! {
        RwLockReadGuard RwLock; RwLockWriteGuard RwLock; RwLockUpgradableReadGuard RwLock;
        MappedRwLockReadGuard RwLock; MappedRwLockWriteGuard RwLock;
    }
    arc_guards! { ArcRwLockReadGuard RwLock; ArcRwLockWriteGuard RwLock; }
    impl<'a, R, T: ?Sized> DerefMut for RwLockWriteGuard<'a, R, T> {}
    impl<'a, R, T: ?Sized> DerefMut for MappedRwLockWriteGuard<'a, R, T> {}
    impl<R, T: ?Sized> DerefMut for ArcRwLockWriteGuard<R, T> {}
    impl<'a, R, T: ?Sized> RwLockReadGuard<'a, R, T> {
        pub fn map<U: ?Sized, F: FnOnce(&T) -> &U>(s: Self, f: F) -> MappedRwLockReadGuard<'a, R, U>;
    }
    impl<'a, R, T: ?Sized> RwLockWriteGuard<'a, R, T> {
        pub fn map<U: ?Sized, F: FnOnce(&mut T) -> &mut U>(s: Self, f: F) -> MappedRwLockWriteGuard<'a, R, U>;
        pub fn downgrade(s: Self) -> RwLockReadGuard<'a, R, T>;
        pub fn downgrade_to_upgradable(s: Self) -> RwLockUpgradableReadGuard<'a, R, T>;
    }
    impl<'a, R, T: ?Sized> RwLockUpgradableReadGuard<'a, R, T> {
        pub fn upgrade(s: Self) -> RwLockWriteGuard<'a, R, T>;
    }
}
