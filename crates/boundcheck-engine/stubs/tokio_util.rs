//! `tokio-util`.

pub mod sync {
    pub use cancellation_token::{CancellationToken, DropGuard};
    mod cancellation_token {
        #[derive(Debug, Clone, Default)]
        pub struct CancellationToken(());
        pub struct DropGuard(CancellationToken);
        impl CancellationToken {
            pub fn new() -> CancellationToken;
            pub fn child_token(&self) -> CancellationToken;
            pub fn cancel(&self);
            pub fn is_cancelled(&self) -> bool;
            pub async fn cancelled(&self);
            pub async fn cancelled_owned(self);
            pub fn drop_guard(self) -> DropGuard;
            pub async fn run_until_cancelled<F: std::future::Future>(&self, fut: F) -> Option<F::Output>;
        }
        impl Drop for DropGuard {}
    }
}
pub mod task {
    use std::future::Future;
    use tokio::task::JoinHandle;
    #[derive(Debug, Clone, Default)]
    pub struct TaskTracker(());
    impl TaskTracker {
        pub fn new() -> Self;
        pub fn close(&self) -> bool;
        pub async fn wait(&self);
        pub fn spawn<F: Future + Send + 'static>(&self, task: F) -> JoinHandle<F::Output>;
        pub fn spawn_blocking<F: FnOnce() -> T + Send + 'static, T>(&self, task: F) -> JoinHandle<T>;
    }
}
