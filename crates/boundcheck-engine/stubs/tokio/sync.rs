//! Synchronisation between tasks.

pub use barrier::{Barrier, BarrierWaitResult};
pub use mutex::{MappedMutexGuard, Mutex, MutexGuard, OwnedMutexGuard, TryLockError};
pub use notify::Notify;
pub use once_cell::OnceCell;
pub use rwlock::{OwnedRwLockReadGuard, OwnedRwLockWriteGuard, RwLock, RwLockReadGuard, RwLockWriteGuard};
pub use semaphore::{AcquireError, OwnedSemaphorePermit, Semaphore, SemaphorePermit, TryAcquireError};

macro_rules! errors {
    ($($name:ident)*) => { $(
        #[derive(Debug)]
        pub struct $name(());
        impl std::fmt::Display for $name {}
        impl std::error::Error for $name {}
    )* };
}
macro_rules! guards {
    ($($name:ident [$($lt:lifetime)?];)*) => { $(
        pub struct $name<$($lt,)? T: ?Sized>($(std::marker::PhantomData<&$lt ()>,)? std::marker::PhantomData<T>);
        impl<$($lt,)? T: ?Sized> std::ops::Deref for $name<$($lt,)? T> {
            type Target = T;
        }
        impl<$($lt,)? T: ?Sized> std::ops::DerefMut for $name<$($lt,)? T> {}
        impl<$($lt,)? T: ?Sized> Drop for $name<$($lt,)? T> {}
    )* };
}

mod barrier {
    pub struct Barrier(());
    pub struct BarrierWaitResult(bool);
    impl Barrier {
        pub fn new(n: usize) -> Barrier;
        pub async fn wait(&self) -> BarrierWaitResult;
    }
    impl BarrierWaitResult {
        pub fn is_leader(&self) -> bool;
    }
}
mod mutex {
    use std::sync::Arc;
    errors! { TryLockError }
    guards! { MutexGuard ['a]; MappedMutexGuard ['a]; OwnedMutexGuard []; }
    pub struct Mutex<T: ?Sized>(std::cell::UnsafeCell<T>);
    unsafe impl<T: ?Sized + Send> Sync for Mutex<T> {}
    impl<T> Mutex<T> {
        pub fn new(t: T) -> Self;
        pub const fn const_new(t: T) -> Self;
        pub async fn lock(&self) -> MutexGuard<'_, T>;
        pub fn blocking_lock(&self) -> MutexGuard<'_, T>;
        pub fn blocking_lock_owned(self: Arc<Self>) -> OwnedMutexGuard<T>;
        pub async fn lock_owned(self: Arc<Self>) -> OwnedMutexGuard<T>;
        pub fn try_lock(&self) -> Result<MutexGuard<'_, T>, TryLockError>;
        pub fn try_lock_owned(self: Arc<Self>) -> Result<OwnedMutexGuard<T>, TryLockError>;
        pub fn get_mut(&mut self) -> &mut T;
        pub fn into_inner(self) -> T;
    }
    impl<T: Default> Default for Mutex<T> {}
    impl<T: ?Sized + std::fmt::Debug> std::fmt::Debug for Mutex<T> {}
}
mod rwlock {
    use super::TryLockError;
    use std::sync::Arc;
    guards! { RwLockReadGuard ['a]; RwLockWriteGuard ['a]; OwnedRwLockReadGuard []; OwnedRwLockWriteGuard []; }
    pub struct RwLock<T: ?Sized>(std::cell::UnsafeCell<T>);
    unsafe impl<T: ?Sized + Send + Sync> Sync for RwLock<T> {}
    impl<T> RwLock<T> {
        pub fn new(value: T) -> RwLock<T>;
        pub const fn const_new(value: T) -> RwLock<T>;
        pub async fn read(&self) -> RwLockReadGuard<'_, T>;
        pub fn blocking_read(&self) -> RwLockReadGuard<'_, T>;
        pub async fn read_owned(self: Arc<Self>) -> OwnedRwLockReadGuard<T>;
        pub fn try_read(&self) -> Result<RwLockReadGuard<'_, T>, TryLockError>;
        pub async fn write(&self) -> RwLockWriteGuard<'_, T>;
        pub fn blocking_write(&self) -> RwLockWriteGuard<'_, T>;
        pub async fn write_owned(self: Arc<Self>) -> OwnedRwLockWriteGuard<T>;
        pub fn try_write(&self) -> Result<RwLockWriteGuard<'_, T>, TryLockError>;
        pub fn get_mut(&mut self) -> &mut T;
        pub fn into_inner(self) -> T;
    }
    impl<T: Default> Default for RwLock<T> {}
    impl<T: ?Sized + std::fmt::Debug> std::fmt::Debug for RwLock<T> {}
}
mod notify {
    #[derive(Debug, Default)]
    pub struct Notify(());
    impl Notify {
        pub fn new() -> Notify;
        pub const fn const_new() -> Notify;
        pub async fn notified(&self);
        pub fn notify_one(&self);
        pub fn notify_waiters(&self);
    }
}
mod once_cell {
    use std::future::Future;
    #[derive(Debug, Default)]
    pub struct OnceCell<T>(Option<T>);
    unsafe impl<T: Sync + Send> Sync for OnceCell<T> {}
    impl<T> OnceCell<T> {
        pub fn new() -> Self;
        pub const fn const_new() -> Self;
        pub fn get(&self) -> Option<&T>;
        pub fn set(&self, value: T) -> Result<(), T>;
        pub fn initialized(&self) -> bool;
        pub async fn get_or_init<F: FnOnce() -> Fut, Fut: Future<Output = T>>(&self, f: F) -> &T;
        pub async fn get_or_try_init<E, F, Fut>(&self, f: F) -> Result<&T, E>
        where
            F: FnOnce() -> Fut,
            Fut: Future<Output = Result<T, E>>;
    }
}
mod semaphore {
    use std::sync::Arc;
    errors! { AcquireError TryAcquireError }
    #[derive(Debug)]
    pub struct Semaphore(());
    pub struct SemaphorePermit<'a>(&'a Semaphore);
    pub struct OwnedSemaphorePermit(Arc<Semaphore>);
    impl<'a> SemaphorePermit<'a> {
        pub fn forget(self);
    }
    impl<'a> Drop for SemaphorePermit<'a> {}
    impl Drop for OwnedSemaphorePermit {}
    impl Semaphore {
        pub fn new(permits: usize) -> Self;
        pub const fn const_new(permits: usize) -> Self;
        pub fn available_permits(&self) -> usize;
        pub fn add_permits(&self, n: usize);
        pub async fn acquire(&self) -> Result<SemaphorePermit<'_>, AcquireError>;
        pub async fn acquire_many(&self, n: u32) -> Result<SemaphorePermit<'_>, AcquireError>;
        pub fn try_acquire(&self) -> Result<SemaphorePermit<'_>, TryAcquireError>;
        pub async fn acquire_owned(self: Arc<Self>) -> Result<OwnedSemaphorePermit, AcquireError>;
        pub fn try_acquire_owned(self: Arc<Self>) -> Result<OwnedSemaphorePermit, TryAcquireError>;
        pub fn close(&self);
    }
}

pub mod mpsc {
    pub use bounded::{Permit, Receiver, Sender, channel};
    pub use unbounded::{UnboundedReceiver, UnboundedSender, unbounded_channel};

    pub mod error {
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub struct SendError<T>(pub T);
        impl<T> std::fmt::Display for SendError<T> {}
        impl<T: std::fmt::Debug> std::error::Error for SendError<T> {}
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum TrySendError<T> {
            Full(T),
            Closed(T),
        }
        impl<T> std::fmt::Display for TrySendError<T> {}
        impl<T: std::fmt::Debug> std::error::Error for TrySendError<T> {}
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum TryRecvError {
            Empty,
            Disconnected,
        }
        impl std::fmt::Display for TryRecvError {}
        impl std::error::Error for TryRecvError {}
    }
    mod bounded {
        use super::error::{SendError, TryRecvError, TrySendError};
        pub struct Sender<T>(std::marker::PhantomData<T>);
        pub struct Receiver<T>(std::marker::PhantomData<T>);
        pub struct Permit<'a, T>(&'a Sender<T>);
        pub fn channel<T>(buffer: usize) -> (Sender<T>, Receiver<T>);
        impl<'a, T> Permit<'a, T> {
            pub fn send(self, value: T);
        }
        impl<T> Sender<T> {
            pub async fn send(&self, value: T) -> Result<(), SendError<T>>;
            pub fn try_send(&self, message: T) -> Result<(), TrySendError<T>>;
            pub fn blocking_send(&self, value: T) -> Result<(), SendError<T>>;
            pub async fn reserve(&self) -> Result<Permit<'_, T>, SendError<()>>;
            pub async fn closed(&self);
            pub fn is_closed(&self) -> bool;
            pub fn capacity(&self) -> usize;
            pub fn max_capacity(&self) -> usize;
        }
        impl<T> Clone for Sender<T> {}
        impl<T> Receiver<T> {
            pub async fn recv(&mut self) -> Option<T>;
            pub async fn recv_many(&mut self, buffer: &mut Vec<T>, limit: usize) -> usize;
            pub fn try_recv(&mut self) -> Result<T, TryRecvError>;
            pub fn blocking_recv(&mut self) -> Option<T>;
            pub fn close(&mut self);
            pub fn is_closed(&self) -> bool;
            pub fn is_empty(&self) -> bool;
            pub fn len(&self) -> usize;
        }
    }
    mod unbounded {
        use super::error::{SendError, TryRecvError};
        pub struct UnboundedSender<T>(std::marker::PhantomData<T>);
        pub struct UnboundedReceiver<T>(std::marker::PhantomData<T>);
        pub fn unbounded_channel<T>() -> (UnboundedSender<T>, UnboundedReceiver<T>);
        impl<T> UnboundedSender<T> {
            pub fn send(&self, message: T) -> Result<(), SendError<T>>;
            pub fn is_closed(&self) -> bool;
            pub async fn closed(&self);
        }
        impl<T> Clone for UnboundedSender<T> {}
        impl<T> UnboundedReceiver<T> {
            pub async fn recv(&mut self) -> Option<T>;
            pub fn try_recv(&mut self) -> Result<T, TryRecvError>;
            pub fn blocking_recv(&mut self) -> Option<T>;
            pub fn close(&mut self);
            pub fn is_empty(&self) -> bool;
            pub fn len(&self) -> usize;
        }
    }
}

pub mod oneshot {
    pub mod error {
        errors! { RecvError TryRecvError }
    }
    use error::{RecvError, TryRecvError};
    #[derive(Debug)]
    pub struct Sender<T>(std::marker::PhantomData<T>);
    #[derive(Debug)]
    pub struct Receiver<T>(std::marker::PhantomData<T>);
    pub fn channel<T>() -> (Sender<T>, Receiver<T>);
    impl<T> Sender<T> {
        pub fn send(self, t: T) -> Result<(), T>;
        pub async fn closed(&mut self);
        pub fn is_closed(&self) -> bool;
    }
    impl<T> Receiver<T> {
        pub fn close(&mut self);
        pub fn try_recv(&mut self) -> Result<T, TryRecvError>;
        pub fn blocking_recv(self) -> Result<T, RecvError>;
    }
    impl<T> std::future::Future for Receiver<T> {
        type Output = Result<T, RecvError>;
    }
}

pub mod watch {
    pub mod error {
        errors! { RecvError }
        #[derive(Debug)]
        pub struct SendError<T>(pub T);
    }
    use error::{RecvError, SendError};
    guards! { Ref ['a]; }
    pub struct Sender<T>(std::marker::PhantomData<T>);
    pub struct Receiver<T>(std::marker::PhantomData<T>);
    pub fn channel<T>(init: T) -> (Sender<T>, Receiver<T>);
    impl<T> Sender<T> {
        pub fn new(init: T) -> Self;
        pub fn send(&self, value: T) -> Result<(), SendError<T>>;
        pub fn send_modify<F: FnOnce(&mut T)>(&self, modify: F);
        pub fn send_replace(&self, value: T) -> T;
        pub fn borrow(&self) -> Ref<'_, T>;
        pub fn subscribe(&self) -> Receiver<T>;
        pub fn is_closed(&self) -> bool;
        pub async fn closed(&self);
        pub fn receiver_count(&self) -> usize;
    }
    impl<T> Receiver<T> {
        pub fn borrow(&self) -> Ref<'_, T>;
        pub fn borrow_and_update(&mut self) -> Ref<'_, T>;
        pub fn has_changed(&self) -> Result<bool, RecvError>;
        pub async fn changed(&mut self) -> Result<(), RecvError>;
        pub async fn wait_for(&mut self, f: impl FnMut(&T) -> bool) -> Result<Ref<'_, T>, RecvError>;
    }
    impl<T> Clone for Receiver<T> {}
    impl<T> Clone for Sender<T> {}
}

pub mod broadcast {
    pub mod error {
        #[derive(Debug)]
        pub struct SendError<T>(pub T);
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum RecvError {
            Closed,
            Lagged(u64),
        }
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum TryRecvError {
            Empty,
            Closed,
            Lagged(u64),
        }
    }
    use error::{RecvError, SendError, TryRecvError};
    pub struct Sender<T>(std::marker::PhantomData<T>);
    pub struct Receiver<T>(std::marker::PhantomData<T>);
    pub fn channel<T: Clone>(capacity: usize) -> (Sender<T>, Receiver<T>);
    impl<T> Sender<T> {
        pub fn new(capacity: usize) -> Self;
        pub fn send(&self, value: T) -> Result<usize, SendError<T>>;
        pub fn subscribe(&self) -> Receiver<T>;
        pub fn receiver_count(&self) -> usize;
    }
    impl<T> Clone for Sender<T> {}
    impl<T> Receiver<T> {
        pub async fn recv(&mut self) -> Result<T, RecvError>;
        pub fn try_recv(&mut self) -> Result<T, TryRecvError>;
        pub fn blocking_recv(&mut self) -> Result<T, RecvError>;
        pub fn resubscribe(&self) -> Self;
    }
}
