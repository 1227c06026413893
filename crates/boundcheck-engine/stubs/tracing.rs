//! `tracing`: events and spans. The fields of an event are not evaluated here, its message's arguments are.

pub use span::{Entered, EnteredSpan, Span};
pub use tracing_attributes::instrument;
pub use tracing_core::{Event, Level};

pub mod field {
    pub struct Empty;
    pub fn display<T>(t: T) -> T;
    pub fn debug<T>(t: T) -> T;
}
pub mod instrument {
    pub struct Instrumented<T>(T);
    pub trait Instrument: Sized {
        fn instrument(self, span: crate::Span) -> Instrumented<Self>;
        fn in_current_span(self) -> Instrumented<Self>;
    }
    impl<T: Sized> Instrument for T {}
    impl<T: std::future::Future> std::future::Future for Instrumented<T> {
        type Output = T::Output;
    }
}
pub use instrument::Instrument;

pub mod span {
    #[derive(Debug, Clone)]
    pub struct Span(());
    pub struct Entered<'a>(&'a Span);
    pub struct EnteredSpan(Span);
    impl Span {
        pub fn none() -> Span;
        pub fn current() -> Span;
        pub fn enter(&self) -> Entered<'_>;
        pub fn entered(self) -> EnteredSpan;
        pub fn in_scope<F: FnOnce() -> T, T>(&self, f: F) -> T;
        pub fn or_current(self) -> Self;
        pub fn record<V>(&self, field: &str, value: V) -> &Self;
        pub fn is_disabled(&self) -> bool;
    }
    impl<'a> Drop for Entered<'a> {}
    impl Drop for EnteredSpan {}
    pub fn new(level: tracing_core::Level) -> Span;
}

#[macro_export]
macro_rules! event {
    ($($arg:tt)*) => {
        $crate::Event::dispatch(())
    };
}
macro_rules! events {
    ($d:tt $($name:ident)*) => { $(
        #[macro_export]
        macro_rules! $name {
            ($d format:literal $d ($d arg:tt)*) => {
                $crate::Event::dispatch(::std::format_args!($d format $d ($d arg)*))
            };
            ($d ($d arg:tt)*) => { $crate::Event::dispatch(()) };
        }
    )* };
}
events! { $ error warn info debug trace }

#[macro_export]
macro_rules! span {
    ($($arg:tt)*) => {
        $crate::span::new($crate::Level::INFO)
    };
}
macro_rules! spans {
    ($d:tt $($name:ident)*) => { $(
        #[macro_export]
        macro_rules! $name {
            ($d ($d arg:tt)*) => { $crate::span::new($crate::Level::INFO) };
        }
    )* };
}
spans! { $ error_span warn_span info_span debug_span trace_span }
#[macro_export]
macro_rules! enabled {
    ($($arg:tt)*) => {
        true
    };
}
