//! `parking_lot`: the locks of `lock_api` with its own raw locks.

pub use lock_api;

pub struct RawMutex(());
pub struct RawRwLock(());
pub struct RawThreadId(());
unsafe impl lock_api::RawMutex for RawMutex {}
unsafe impl lock_api::RawRwLock for RawRwLock {}

pub type Mutex<T> = lock_api::Mutex<RawMutex, T>;
pub type MutexGuard<'a, T> = lock_api::MutexGuard<'a, RawMutex, T>;
pub type MappedMutexGuard<'a, T> = lock_api::MappedMutexGuard<'a, RawMutex, T>;
pub type ArcMutexGuard<T> = lock_api::ArcMutexGuard<RawMutex, T>;
pub type FairMutex<T> = lock_api::Mutex<RawMutex, T>;
pub type FairMutexGuard<'a, T> = lock_api::MutexGuard<'a, RawMutex, T>;
pub type ReentrantMutex<T> = lock_api::ReentrantMutex<RawMutex, RawThreadId, T>;
pub type ReentrantMutexGuard<'a, T> = lock_api::ReentrantMutexGuard<'a, RawMutex, RawThreadId, T>;
pub type RwLock<T> = lock_api::RwLock<RawRwLock, T>;
pub type RwLockReadGuard<'a, T> = lock_api::RwLockReadGuard<'a, RawRwLock, T>;
pub type RwLockWriteGuard<'a, T> = lock_api::RwLockWriteGuard<'a, RawRwLock, T>;
pub type RwLockUpgradableReadGuard<'a, T> = lock_api::RwLockUpgradableReadGuard<'a, RawRwLock, T>;
pub type MappedRwLockReadGuard<'a, T> = lock_api::MappedRwLockReadGuard<'a, RawRwLock, T>;
pub type MappedRwLockWriteGuard<'a, T> = lock_api::MappedRwLockWriteGuard<'a, RawRwLock, T>;

pub use condvar::{Condvar, WaitTimeoutResult};
pub use once::{Once, OnceState};

pub const fn const_mutex<T>(val: T) -> Mutex<T>;
pub const fn const_rwlock<T>(val: T) -> RwLock<T>;

mod condvar {
    use crate::MutexGuard;
    use std::time::{Duration, Instant};

    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct WaitTimeoutResult(bool);
    impl WaitTimeoutResult {
        pub fn timed_out(self) -> bool;
    }
    pub struct Condvar(());
    impl Condvar {
        pub const fn new() -> Condvar;
        pub fn notify_one(&self) -> bool;
        pub fn notify_all(&self) -> usize;
        pub fn wait<T: ?Sized>(&self, guard: &mut MutexGuard<'_, T>);
        pub fn wait_until<T: ?Sized>(&self, guard: &mut MutexGuard<'_, T>, timeout: Instant) -> WaitTimeoutResult;
        pub fn wait_for<T: ?Sized>(&self, guard: &mut MutexGuard<'_, T>, timeout: Duration) -> WaitTimeoutResult;
        pub fn wait_while<T: ?Sized, F: FnMut(&mut T) -> bool>(&self, guard: &mut MutexGuard<'_, T>, condition: F);
        pub fn wait_while_for<T: ?Sized, F: FnMut(&mut T) -> bool>(
            &self,
            guard: &mut MutexGuard<'_, T>,
            condition: F,
            timeout: Duration,
        ) -> WaitTimeoutResult;
    }
    impl Default for Condvar {}
}

mod once {
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum OnceState {
        New,
        Poisoned,
        InProgress,
        Done,
    }
    pub struct Once(());
    impl Once {
        pub const fn new() -> Once;
        pub fn state(&self) -> OnceState;
        pub fn call_once<F: FnOnce()>(&self, f: F);
        pub fn call_once_force<F: FnOnce(OnceState)>(&self, f: F);
    }
    impl Default for Once {}
}
