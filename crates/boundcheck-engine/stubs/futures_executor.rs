//! `futures-executor`.

pub use local_pool::{LocalPool, block_on, block_on_stream};
mod local_pool {
    use std::future::Future;
    pub struct LocalPool(());
    impl LocalPool {
        pub fn new() -> Self;
        pub fn run(&mut self);
        pub fn run_until<F: Future>(&mut self, future: F) -> F::Output;
    }
    pub fn block_on<F: Future>(f: F) -> F::Output;
    pub fn block_on_stream<S: futures_core::Stream>(stream: S) -> std::vec::IntoIter<S::Item>;
}
