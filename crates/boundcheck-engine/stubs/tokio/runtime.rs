//! Runtimes.

pub use builder::Builder;
pub use handle::{EnterGuard, Handle, TryCurrentError};
pub use runtime::{Runtime, RuntimeFlavor};

mod builder {
    use super::Runtime;
    use std::time::Duration;

    pub struct Builder(());
    impl Builder {
        pub fn new_current_thread() -> Builder;
        pub fn new_multi_thread() -> Builder;
        pub fn enable_all(&mut self) -> &mut Self;
        pub fn enable_io(&mut self) -> &mut Self;
        pub fn enable_time(&mut self) -> &mut Self;
        pub fn worker_threads(&mut self, val: usize) -> &mut Self;
        pub fn max_blocking_threads(&mut self, val: usize) -> &mut Self;
        pub fn thread_name(&mut self, val: impl Into<String>) -> &mut Self;
        pub fn thread_name_fn<F: Fn() -> String + Send + Sync + 'static>(&mut self, f: F) -> &mut Self;
        pub fn thread_stack_size(&mut self, val: usize) -> &mut Self;
        pub fn thread_keep_alive(&mut self, duration: Duration) -> &mut Self;
        pub fn event_interval(&mut self, val: u32) -> &mut Self;
        pub fn global_queue_interval(&mut self, val: u32) -> &mut Self;
        pub fn on_thread_start<F: Fn() + Send + Sync + 'static>(&mut self, f: F) -> &mut Self;
        pub fn on_thread_stop<F: Fn() + Send + Sync + 'static>(&mut self, f: F) -> &mut Self;
        pub fn build(&mut self) -> std::io::Result<Runtime>;
    }
}

mod handle {
    use super::RuntimeFlavor;
    use crate::task::JoinHandle;
    use std::future::Future;

    #[derive(Debug, Clone)]
    pub struct Handle(());
    pub struct EnterGuard<'a>(&'a Handle);
    impl<'a> Drop for EnterGuard<'a> {}
    #[derive(Debug)]
    pub struct TryCurrentError(());
    impl std::fmt::Display for TryCurrentError {}
    impl std::error::Error for TryCurrentError {}
    impl Handle {
        pub fn current() -> Self;
        pub fn try_current() -> Result<Self, TryCurrentError>;
        pub fn enter(&self) -> EnterGuard<'_>;
        pub fn spawn<F: Future + Send + 'static>(&self, future: F) -> JoinHandle<F::Output>;
        pub fn spawn_blocking<F: FnOnce() -> R + Send + 'static, R>(&self, func: F) -> JoinHandle<R>;
        pub fn block_on<F: Future>(&self, future: F) -> F::Output;
        pub fn runtime_flavor(&self) -> RuntimeFlavor;
    }
}

mod runtime {
    use super::{EnterGuard, Handle};
    use crate::task::JoinHandle;
    use std::future::Future;
    use std::time::Duration;

    #[derive(Debug, PartialEq, Eq)]
    pub enum RuntimeFlavor {
        CurrentThread,
        MultiThread,
    }
    #[derive(Debug)]
    pub struct Runtime(());
    impl Runtime {
        pub fn new() -> std::io::Result<Runtime>;
        pub fn handle(&self) -> &Handle;
        pub fn spawn<F: Future + Send + 'static>(&self, future: F) -> JoinHandle<F::Output>;
        pub fn spawn_blocking<F: FnOnce() -> R + Send + 'static, R>(&self, func: F) -> JoinHandle<R>;
        pub fn block_on<F: Future>(&self, future: F) -> F::Output;
        pub fn enter(&self) -> EnterGuard<'_>;
        pub fn shutdown_timeout(self, duration: Duration);
        pub fn shutdown_background(self);
    }
    impl Drop for Runtime {}
}

pub(crate) mod task {
    pub mod abort {
        #[derive(Debug, Clone)]
        pub struct AbortHandle(());
        impl AbortHandle {
            pub fn abort(&self);
            pub fn is_finished(&self) -> bool;
        }
    }
    pub mod error {
        #[derive(Debug)]
        pub struct JoinError(());
        impl JoinError {
            pub fn is_cancelled(&self) -> bool;
            pub fn is_panic(&self) -> bool;
            pub fn into_panic(self) -> Box<dyn std::any::Any + Send + 'static>;
        }
        impl std::fmt::Display for JoinError {}
        impl std::error::Error for JoinError {}
        impl From<JoinError> for std::io::Error {}
    }
    pub mod join {
        use super::abort::AbortHandle;
        use super::error::JoinError;
        #[derive(Debug)]
        pub struct JoinHandle<T>(std::marker::PhantomData<T>);
        impl<T> JoinHandle<T> {
            pub fn abort(&self);
            pub fn is_finished(&self) -> bool;
            pub fn abort_handle(&self) -> AbortHandle;
        }
        impl<T> std::future::Future for JoinHandle<T> {
            type Output = Result<T, JoinError>;
        }
        impl<T> Drop for JoinHandle<T> {}
    }
}
