//! `futures-util`. All stream adaptors are one type here; the methods and the items are those of the crate.

pub use future::{FutureExt, TryFutureExt};
pub use sink::SinkExt;
pub use stream::{StreamExt, TryStreamExt};

#[macro_export]
macro_rules! join {
    ($($future:expr),* $(,)?) => { ($($future.await,)*) };
}
#[macro_export]
macro_rules! try_join {
    ($($future:expr),* $(,)?) => { $crate::future::try_all(($($future.await,)*)) };
}
#[macro_export]
macro_rules! pin_mut {
    ($($x:ident),* $(,)?) => { $(let mut $x = unsafe { ::std::pin::Pin::new_unchecked(&mut $x) };)* };
}

pub mod future {
    pub use futures_core::future::{BoxFuture, LocalBoxFuture};
    use std::future::Future;
    use std::marker::PhantomData;

    /// A future of a value.
    pub struct Later<T>(PhantomData<T>);
    impl<T> Future for Later<T> {
        type Output = T;
    }
    pub enum Either<A, B> {
        Left(A),
        Right(B),
    }
    pub trait TryAll {
        type Output;
    }
    impl<A, B, E> TryAll for (Result<A, E>, Result<B, E>) {
        type Output = Result<(A, B), E>;
    }
    impl<A, B, C, E> TryAll for (Result<A, E>, Result<B, E>, Result<C, E>) {
        type Output = Result<(A, B, C), E>;
    }
    pub fn try_all<T: TryAll>(results: T) -> T::Output;
    pub fn ready<T>(t: T) -> Later<T>;
    pub fn pending<T>() -> Later<T>;
    pub fn lazy<F: FnOnce(&mut std::task::Context<'_>) -> R, R>(f: F) -> Later<R>;
    pub fn join<A: Future, B: Future>(a: A, b: B) -> Later<(A::Output, B::Output)>;
    pub fn join_all<I: IntoIterator>(iter: I) -> Later<Vec<<I::Item as Future>::Output>>
    where
        I::Item: Future;
    pub fn try_join_all<I: IntoIterator, T, E>(iter: I) -> Later<Result<Vec<T>, E>>
    where
        I::Item: Future<Output = Result<T, E>>;
    pub fn select<A: Future, B: Future>(a: A, b: B) -> Later<Either<(A::Output, B), (B::Output, A)>>;

    pub trait FutureExt: Future {
        fn map<U, F: FnOnce(Self::Output) -> U>(self, f: F) -> Later<U>
        where
            Self: Sized;
        fn then<Fut: Future, F: FnOnce(Self::Output) -> Fut>(self, f: F) -> Later<Fut::Output>
        where
            Self: Sized;
        fn boxed<'a>(self) -> BoxFuture<'a, Self::Output>
        where
            Self: Sized + Send + 'a;
        fn fuse(self) -> Later<Self::Output>
        where
            Self: Sized;
        fn shared(self) -> Later<Self::Output>
        where
            Self: Sized;
        fn catch_unwind(self) -> Later<Result<Self::Output, Box<dyn std::any::Any + Send>>>
        where
            Self: Sized;
        fn now_or_never(self) -> Option<Self::Output>
        where
            Self: Sized;
    }
    impl<T: ?Sized + Future> FutureExt for T {}
    pub trait TryFutureExt<T, E>: Future<Output = Result<T, E>> + Sized {
        fn map_ok<U, F: FnOnce(T) -> U>(self, f: F) -> Later<Result<U, E>>;
        fn map_err<U, F: FnOnce(E) -> U>(self, f: F) -> Later<Result<T, U>>;
        fn and_then<U, Fut: Future<Output = Result<U, E>>, F: FnOnce(T) -> Fut>(self, f: F) -> Later<Result<U, E>>;
        fn unwrap_or_else<F: FnOnce(E) -> T>(self, f: F) -> Later<T>;
    }
    impl<F: Future<Output = Result<T, E>>, T, E> TryFutureExt<T, E> for F {}
}

pub mod stream {
    use super::future::Later;
    pub use futures_core::stream::{BoxStream, Stream};
    pub use futures_ordered::FuturesOrdered;
    pub use futures_unordered::FuturesUnordered;
    use std::future::Future;
    use std::marker::PhantomData;

    /// A stream of items.
    pub struct Flow<T>(PhantomData<T>);
    impl<T> Stream for Flow<T> {
        type Item = T;
    }
    pub fn iter<I: IntoIterator>(i: I) -> Flow<I::Item>;
    pub fn once<F: Future>(future: F) -> Flow<F::Output>;
    pub fn empty<T>() -> Flow<T>;
    pub fn unfold<T, F: FnMut(T) -> Fut, Fut: Future<Output = Option<(I, T)>>, I>(init: T, f: F) -> Flow<I>;
    pub fn select_all<I: IntoIterator>(streams: I) -> Flow<<I::Item as Stream>::Item>
    where
        I::Item: Stream;

    mod futures_unordered {
        pub struct FuturesUnordered<F>(Vec<F>);
        impl<F> FuturesUnordered<F> {
            pub fn new() -> Self;
            pub fn push(&self, future: F);
            pub fn len(&self) -> usize;
            pub fn is_empty(&self) -> bool;
        }
        impl<F: std::future::Future> super::Stream for FuturesUnordered<F> {
            type Item = F::Output;
        }
        impl<F> FromIterator<F> for FuturesUnordered<F> {}
    }
    mod futures_ordered {
        pub struct FuturesOrdered<F: std::future::Future>(Vec<F>);
        impl<F: std::future::Future> FuturesOrdered<F> {
            pub fn new() -> Self;
            pub fn push_back(&mut self, future: F);
            pub fn len(&self) -> usize;
            pub fn is_empty(&self) -> bool;
        }
        impl<F: std::future::Future> super::Stream for FuturesOrdered<F> {
            type Item = F::Output;
        }
        impl<F: std::future::Future> FromIterator<F> for FuturesOrdered<F> {}
    }

    pub trait StreamExt: Stream {
        fn next(&mut self) -> Later<Option<Self::Item>>;
        fn enumerate(self) -> Flow<(usize, Self::Item)>
        where
            Self: Sized;
        fn map<T, F: FnMut(Self::Item) -> T>(self, f: F) -> Flow<T>
        where
            Self: Sized;
        fn filter<Fut: Future<Output = bool>, F: FnMut(&Self::Item) -> Fut>(self, f: F) -> Flow<Self::Item>
        where
            Self: Sized;
        fn filter_map<Fut: Future<Output = Option<T>>, T, F: FnMut(Self::Item) -> Fut>(self, f: F) -> Flow<T>
        where
            Self: Sized;
        fn then<Fut: Future, F: FnMut(Self::Item) -> Fut>(self, f: F) -> Flow<Fut::Output>
        where
            Self: Sized;
        fn collect<C: Default + Extend<Self::Item>>(self) -> Later<C>
        where
            Self: Sized;
        fn fold<T, Fut: Future<Output = T>, F: FnMut(T, Self::Item) -> Fut>(self, init: T, f: F) -> Later<T>
        where
            Self: Sized;
        fn for_each<Fut: Future<Output = ()>, F: FnMut(Self::Item) -> Fut>(self, f: F) -> Later<()>
        where
            Self: Sized;
        fn take(self, n: usize) -> Flow<Self::Item>
        where
            Self: Sized;
        fn skip(self, n: usize) -> Flow<Self::Item>
        where
            Self: Sized;
        fn chain<St: Stream<Item = Self::Item>>(self, other: St) -> Flow<Self::Item>
        where
            Self: Sized;
        fn chunks(self, capacity: usize) -> Flow<Vec<Self::Item>>
        where
            Self: Sized;
        fn fuse(self) -> Flow<Self::Item>
        where
            Self: Sized;
        fn flatten(self) -> Flow<<Self::Item as Stream>::Item>
        where
            Self: Sized,
            Self::Item: Stream;
        fn buffered(self, n: usize) -> Flow<<Self::Item as Future>::Output>
        where
            Self: Sized,
            Self::Item: Future;
        fn buffer_unordered(self, n: usize) -> Flow<<Self::Item as Future>::Output>
        where
            Self: Sized,
            Self::Item: Future;
        fn boxed<'a>(self) -> BoxStream<'a, Self::Item>
        where
            Self: Sized + Send + 'a;
    }
    impl<T: ?Sized + Stream> StreamExt for T {}
    pub trait TryStreamExt<T, E>: Stream<Item = Result<T, E>> + Sized {
        fn try_next(&mut self) -> Later<Result<Option<T>, E>>;
        fn try_collect<C: Default + Extend<T>>(self) -> Later<Result<C, E>>;
        fn try_for_each<Fut: Future<Output = Result<(), E>>, F: FnMut(T) -> Fut>(self, f: F) -> Later<Result<(), E>>;
        fn map_ok<U, F: FnMut(T) -> U>(self, f: F) -> Flow<Result<U, E>>;
        fn map_err<U, F: FnMut(E) -> U>(self, f: F) -> Flow<Result<T, U>>;
        fn and_then<U, Fut: Future<Output = Result<U, E>>, F: FnMut(T) -> Fut>(self, f: F) -> Flow<Result<U, E>>;
    }
    impl<S: Stream<Item = Result<T, E>>, T, E> TryStreamExt<T, E> for S {}
}

pub mod sink {
    use super::future::Later;
    pub trait SinkExt<Item> {
        fn send(&mut self, item: Item) -> Later<Result<(), futures_channel::mpsc::SendError>>;
        fn flush(&mut self) -> Later<Result<(), futures_channel::mpsc::SendError>>;
        fn close(&mut self) -> Later<Result<(), futures_channel::mpsc::SendError>>;
    }
    impl<T> SinkExt<T> for futures_channel::mpsc::Sender<T> {}
    impl<T> SinkExt<T> for futures_channel::mpsc::UnboundedSender<T> {}
}
