//! `rayon-core`: joins, scopes and thread pools.

pub use broadcast::{BroadcastContext, broadcast, spawn_broadcast};
pub use join::{join, join_context};
pub use scope::{Scope, ScopeFifo, in_place_scope, in_place_scope_fifo, scope, scope_fifo};
pub use spawn::{spawn, spawn_fifo};
pub use thread_pool::{ThreadPool, Yield, current_thread_has_pending_tasks, current_thread_index, yield_now};

pub fn current_num_threads() -> usize;
pub fn max_num_threads() -> usize;

#[derive(Debug)]
pub struct ThreadPoolBuildError(());
impl std::fmt::Display for ThreadPoolBuildError {}
impl std::error::Error for ThreadPoolBuildError {}

pub struct ThreadBuilder(());
impl ThreadBuilder {
    pub fn index(&self) -> usize;
    pub fn name(&self) -> Option<&str>;
    pub fn run(self);
}
pub struct ThreadPoolBuilder(());
impl ThreadPoolBuilder {
    pub fn new() -> Self;
    pub fn build(self) -> Result<ThreadPool, ThreadPoolBuildError>;
    pub fn build_global(self) -> Result<(), ThreadPoolBuildError>;
    pub fn build_scoped<W, F, R>(self, wrapper: W, with_pool: F) -> Result<R, ThreadPoolBuildError>
    where
        W: Fn(ThreadBuilder) + Sync,
        F: FnOnce(&ThreadPool) -> R;
    pub fn thread_name<F: FnMut(usize) -> String + 'static>(self, closure: F) -> Self;
    pub fn num_threads(self, num_threads: usize) -> Self;
    pub fn use_current_thread(self) -> Self;
    pub fn panic_handler<H: Fn(Box<dyn std::any::Any + Send>) + Send + Sync + 'static>(self, panic_handler: H) -> Self;
    pub fn stack_size(self, stack_size: usize) -> Self;
    pub fn breadth_first(self) -> Self;
    pub fn spawn_handler<F: FnMut(ThreadBuilder) -> std::io::Result<()>>(self, spawn: F) -> Self;
    pub fn start_handler<H: Fn(usize) + Send + Sync + 'static>(self, start_handler: H) -> Self;
    pub fn exit_handler<H: Fn(usize) + Send + Sync + 'static>(self, exit_handler: H) -> Self;
}
impl Default for ThreadPoolBuilder {}

pub struct FnContext(());
impl FnContext {
    pub fn migrated(&self) -> bool;
}

mod join {
    pub fn join<A, B, RA, RB>(oper_a: A, oper_b: B) -> (RA, RB)
    where
        A: FnOnce() -> RA + Send,
        B: FnOnce() -> RB + Send;
    pub fn join_context<A, B, RA, RB>(oper_a: A, oper_b: B) -> (RA, RB)
    where
        A: FnOnce(crate::FnContext) -> RA + Send,
        B: FnOnce(crate::FnContext) -> RB + Send;
}

mod scope {
    pub struct Scope<'scope>(std::marker::PhantomData<&'scope ()>);
    impl<'scope> Scope<'scope> {
        pub fn spawn<BODY: FnOnce(&Scope<'scope>) + Send + 'scope>(&self, body: BODY);
    }
    pub struct ScopeFifo<'scope>(std::marker::PhantomData<&'scope ()>);
    impl<'scope> ScopeFifo<'scope> {
        pub fn spawn_fifo<BODY: FnOnce(&ScopeFifo<'scope>) + Send + 'scope>(&self, body: BODY);
    }
    pub fn scope<'scope, OP: FnOnce(&Scope<'scope>) -> R + Send, R>(op: OP) -> R;
    pub fn scope_fifo<'scope, OP: FnOnce(&ScopeFifo<'scope>) -> R + Send, R>(op: OP) -> R;
    pub fn in_place_scope<'scope, OP: FnOnce(&Scope<'scope>) -> R, R>(op: OP) -> R;
    pub fn in_place_scope_fifo<'scope, OP: FnOnce(&ScopeFifo<'scope>) -> R, R>(op: OP) -> R;
}

mod spawn {
    pub fn spawn<F: FnOnce() + Send + 'static>(func: F);
    pub fn spawn_fifo<F: FnOnce() + Send + 'static>(func: F);
}

mod broadcast {
    pub struct BroadcastContext<'a>(std::marker::PhantomData<&'a ()>);
    impl<'a> BroadcastContext<'a> {
        pub fn index(&self) -> usize;
        pub fn num_threads(&self) -> usize;
    }
    pub fn broadcast<OP: Fn(BroadcastContext<'_>) -> R + Sync, R>(op: OP) -> Vec<R>;
    pub fn spawn_broadcast<OP: Fn(BroadcastContext<'_>) + Send + Sync + 'static>(op: OP);
}

mod thread_pool {
    use crate::{BroadcastContext, Scope, ScopeFifo};

    pub enum Yield {
        Executed,
        Idle,
    }
    pub struct ThreadPool(());
    impl ThreadPool {
        pub fn install<OP: FnOnce() -> R + Send, R>(&self, op: OP) -> R;
        pub fn broadcast<OP: Fn(BroadcastContext<'_>) -> R + Sync, R>(&self, op: OP) -> Vec<R>;
        pub fn current_num_threads(&self) -> usize;
        pub fn current_thread_index(&self) -> Option<usize>;
        pub fn join<A, B, RA, RB>(&self, oper_a: A, oper_b: B) -> (RA, RB)
        where
            A: FnOnce() -> RA + Send,
            B: FnOnce() -> RB + Send;
        pub fn scope<'scope, OP: FnOnce(&Scope<'scope>) -> R + Send, R>(&self, op: OP) -> R;
        pub fn scope_fifo<'scope, OP: FnOnce(&ScopeFifo<'scope>) -> R + Send, R>(&self, op: OP) -> R;
        pub fn in_place_scope<'scope, OP: FnOnce(&Scope<'scope>) -> R, R>(&self, op: OP) -> R;
        pub fn spawn<OP: FnOnce() + Send + 'static>(&self, op: OP);
        pub fn spawn_fifo<OP: FnOnce() + Send + 'static>(&self, op: OP);
        pub fn yield_now(&self) -> Option<Yield>;
    }
    impl Drop for ThreadPool {}
    impl std::fmt::Debug for ThreadPool {}
    pub fn current_thread_index() -> Option<usize>;
    pub fn current_thread_has_pending_tasks() -> Option<bool>;
    pub fn yield_now() -> Option<Yield>;
}
