//! `crossbeam`: its parts under one name.

pub use crossbeam_channel as channel;
pub use crossbeam_channel::select;
pub use crossbeam_utils::thread::scope;
pub use crossbeam_utils::{atomic, sync, thread};

pub mod utils {
    pub use crossbeam_utils::{Backoff, CachePadded};
}

pub mod queue {
    pub struct SegQueue<T>(T);
    impl<T> SegQueue<T> {
        pub const fn new() -> SegQueue<T>;
        pub fn push(&self, value: T);
        pub fn pop(&self) -> Option<T>;
        pub fn len(&self) -> usize;
        pub fn is_empty(&self) -> bool;
    }
    pub struct ArrayQueue<T>(T);
    impl<T> ArrayQueue<T> {
        pub fn new(cap: usize) -> ArrayQueue<T>;
        pub fn push(&self, value: T) -> Result<(), T>;
        pub fn force_push(&self, value: T) -> Option<T>;
        pub fn pop(&self) -> Option<T>;
        pub fn len(&self) -> usize;
        pub fn is_empty(&self) -> bool;
        pub fn is_full(&self) -> bool;
    }
}
