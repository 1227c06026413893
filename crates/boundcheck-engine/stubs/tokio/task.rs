//! Tasks.

pub use crate::runtime::task::abort::AbortHandle;
pub use crate::runtime::task::error::JoinError;
pub use crate::runtime::task::join::JoinHandle;
pub use blocking::{block_in_place, spawn_blocking};
pub use join_set::JoinSet;
pub use local::{LocalSet, spawn_local};
pub use spawn::spawn;
pub use task_local::LocalKey;
pub use yield_now::yield_now;

mod blocking {
    use super::JoinHandle;
    pub fn block_in_place<F: FnOnce() -> R, R>(f: F) -> R;
    pub fn spawn_blocking<F: FnOnce() -> R + Send + 'static, R>(f: F) -> JoinHandle<R>;
}
mod spawn {
    use super::JoinHandle;
    pub fn spawn<F: std::future::Future + Send + 'static>(future: F) -> JoinHandle<F::Output>;
}
mod yield_now {
    pub async fn yield_now();
}
mod local {
    use super::JoinHandle;
    use std::future::Future;
    pub struct LocalSet(());
    impl LocalSet {
        pub fn new() -> LocalSet;
        pub fn spawn_local<F: Future + 'static>(&self, future: F) -> JoinHandle<F::Output>;
        pub fn block_on<F: Future>(&self, rt: &crate::runtime::Runtime, future: F) -> F::Output;
        pub async fn run_until<F: Future>(&self, future: F) -> F::Output;
    }
    pub fn spawn_local<F: Future + 'static>(future: F) -> JoinHandle<F::Output>;
}
mod join_set {
    use super::{AbortHandle, JoinError};
    use std::future::Future;
    pub struct JoinSet<T>(std::marker::PhantomData<T>);
    impl<T> JoinSet<T> {
        pub fn new() -> Self;
        pub fn len(&self) -> usize;
        pub fn is_empty(&self) -> bool;
        pub fn spawn<F: Future<Output = T> + Send + 'static>(&mut self, task: F) -> AbortHandle;
        pub fn spawn_on<F: Future<Output = T>>(&mut self, task: F, handle: &crate::runtime::Handle) -> AbortHandle;
        pub fn spawn_blocking<F: FnOnce() -> T + Send + 'static>(&mut self, f: F) -> AbortHandle;
        pub async fn join_next(&mut self) -> Option<Result<T, JoinError>>;
        pub fn try_join_next(&mut self) -> Option<Result<T, JoinError>>;
        pub async fn join_all(self) -> Vec<T>;
        pub async fn shutdown(&mut self);
        pub fn abort_all(&mut self);
        pub fn detach_all(&mut self);
    }
    impl<T> Default for JoinSet<T> {}
}
mod task_local {
    pub struct LocalKey<T: 'static>(T);
    impl<T: 'static> LocalKey<T> {
        pub const fn new() -> Self;
        pub async fn scope<F: std::future::Future>(&'static self, value: T, f: F) -> F::Output;
        pub fn sync_scope<F: FnOnce() -> R, R>(&'static self, value: T, f: F) -> R;
        pub fn with<F: FnOnce(&T) -> R, R>(&'static self, f: F) -> R;
        pub fn get(&'static self) -> T;
    }
}
