//! `tokio-stream`.

pub use futures_core::Stream;
pub use stream_ext::StreamExt;

/// A stream of items.
pub struct Flow<T>(std::marker::PhantomData<T>);
impl<T> Stream for Flow<T> {
    type Item = T;
}
pub fn iter<I: IntoIterator>(i: I) -> Flow<I::Item>;
pub fn once<T>(value: T) -> Flow<T>;
pub fn empty<T>() -> Flow<T>;

mod stream_ext {
    use super::{Flow, Stream};
    pub trait StreamExt: Stream {
        async fn next(&mut self) -> Option<Self::Item>
        where
            Self: Unpin;
        fn map<T, F: FnMut(Self::Item) -> T>(self, f: F) -> Flow<T>
        where
            Self: Sized;
        fn filter<F: FnMut(&Self::Item) -> bool>(self, f: F) -> Flow<Self::Item>
        where
            Self: Sized;
        fn filter_map<T, F: FnMut(Self::Item) -> Option<T>>(self, f: F) -> Flow<T>
        where
            Self: Sized;
        fn take(self, n: usize) -> Flow<Self::Item>
        where
            Self: Sized;
        fn chain<U: Stream<Item = Self::Item>>(self, other: U) -> Flow<Self::Item>
        where
            Self: Sized;
        fn merge<U: Stream<Item = Self::Item>>(self, other: U) -> Flow<Self::Item>
        where
            Self: Sized;
        async fn collect<T: FromIterator<Self::Item>>(self) -> T
        where
            Self: Sized;
    }
    impl<St: ?Sized + Stream> StreamExt for St {}
}
pub mod wrappers {
    macro_rules! wrappers {
        ($($name:ident $inner:ty => $item:ty;)*) => { $(
            pub struct $name<T>($inner);
            impl<T> $name<T> {
                pub fn new(recv: $inner) -> Self;
                pub fn into_inner(self) -> $inner;
            }
            impl<T> super::Stream for $name<T> {
                type Item = $item;
            }
        )* };
    }
    wrappers! {
        ReceiverStream tokio::sync::mpsc::Receiver<T> => T;
        UnboundedReceiverStream tokio::sync::mpsc::UnboundedReceiver<T> => T;
        WatchStream tokio::sync::watch::Receiver<T> => T;
        BroadcastStream tokio::sync::broadcast::Receiver<T> => Result<T, tokio::sync::broadcast::error::RecvError>;
    }
}
