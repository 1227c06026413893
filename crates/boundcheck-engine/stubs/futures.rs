//! `futures`: its parts under one name.

pub use futures_channel as channel;
pub use futures_core::Stream;
pub use futures_executor as executor;
pub use futures_util::{FutureExt, SinkExt, StreamExt, TryFutureExt, TryStreamExt};
pub use futures_util::{future, join, pin_mut, sink, stream, try_join};
pub use std::future::Future;

pub mod prelude {
    pub use crate::{Future, FutureExt, SinkExt, Stream, StreamExt, TryFutureExt, TryStreamExt};
}
pub mod task {
    pub use std::task::{Context, Poll, Waker};
}
