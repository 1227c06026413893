//! `crossbeam-utils`.

pub use backoff::Backoff;
pub use cache_padded::CachePadded;

mod backoff {
    pub struct Backoff(());
    impl Backoff {
        pub fn new() -> Self;
        pub fn reset(&self);
        pub fn spin(&self);
        pub fn snooze(&self);
        pub fn is_completed(&self) -> bool;
    }
}
mod cache_padded {
    pub struct CachePadded<T>(T);
    impl<T> CachePadded<T> {
        pub const fn new(t: T) -> CachePadded<T>;
        pub fn into_inner(self) -> T;
    }
    impl<T> std::ops::Deref for CachePadded<T> {
        type Target = T;
    }
    impl<T> std::ops::DerefMut for CachePadded<T> {}
}

pub mod atomic {
    pub struct AtomicCell<T>(T);
    impl<T> AtomicCell<T> {
        pub const fn new(val: T) -> AtomicCell<T>;
        pub fn load(&self) -> T;
        pub fn store(&self, val: T);
        pub fn swap(&self, val: T) -> T;
        pub fn take(&self) -> T;
        pub fn compare_exchange(&self, current: T, new: T) -> Result<T, T>;
    }
    unsafe impl<T: Send> Sync for AtomicCell<T> {}
}

pub mod sync {
    pub use parker::{Parker, Unparker};
    pub use sharded_lock::ShardedLock;
    pub use wait_group::WaitGroup;

    mod parker {
        pub struct Parker(());
        impl Parker {
            pub fn new() -> Parker;
            pub fn park(&self);
            pub fn park_timeout(&self, timeout: std::time::Duration);
            pub fn unparker(&self) -> &Unparker;
        }
        #[derive(Clone)]
        pub struct Unparker(());
        impl Unparker {
            pub fn unpark(&self);
        }
    }
    mod sharded_lock {
        pub struct ShardedLock<T: ?Sized>(T);
    }
    mod wait_group {
        #[derive(Clone, Default)]
        pub struct WaitGroup(());
        impl WaitGroup {
            pub fn new() -> Self;
            pub fn wait(self);
        }
    }
}

pub mod thread {
    use std::marker::PhantomData;

    pub struct Scope<'env>(PhantomData<&'env ()>);
    pub struct ScopedJoinHandle<'scope, T>(PhantomData<&'scope T>);
    pub struct ScopedThreadBuilder<'scope, 'env>(&'scope Scope<'env>);
    pub fn scope<'env, F, R>(f: F) -> std::thread::Result<R>
    where
        F: FnOnce(&Scope<'env>) -> R;
    impl<'env> Scope<'env> {
        pub fn spawn<'scope, F, T>(&'scope self, f: F) -> ScopedJoinHandle<'scope, T>
        where
            F: FnOnce(&Scope<'env>) -> T + Send + 'env;
        pub fn builder<'scope>(&'scope self) -> ScopedThreadBuilder<'scope, 'env>;
    }
    impl<'scope, 'env> ScopedThreadBuilder<'scope, 'env> {
        pub fn name(self, name: String) -> Self;
        pub fn stack_size(self, size: usize) -> Self;
        pub fn spawn<F, T>(self, f: F) -> std::io::Result<ScopedJoinHandle<'scope, T>>
        where
            F: FnOnce(&Scope<'env>) -> T + Send + 'env;
    }
    impl<'scope, T> ScopedJoinHandle<'scope, T> {
        pub fn join(self) -> std::thread::Result<T>;
        pub fn thread(&self) -> &std::thread::Thread;
    }
}
