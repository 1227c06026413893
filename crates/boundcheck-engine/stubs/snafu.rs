//! `snafu`: what its derive generates beside the error, the context selectors, is not known here.

pub use snafu_derive::Snafu;
pub mod prelude {
    pub use crate::{OptionExt, ResultExt, Snafu, ensure};
}
pub struct Location {
    pub file: &'static str,
    pub line: u32,
    pub column: u32,
}
#[derive(Debug)]
pub struct Backtrace(());
#[derive(Debug)]
pub struct Whatever(());
impl std::fmt::Display for Whatever {}
impl std::error::Error for Whatever {}
#[derive(Debug, Clone, Copy)]
pub struct NoneError;
pub trait IntoError<E> {
    type Source;
    fn into_error(self, source: Self::Source) -> E;
}
pub trait ResultExt<T, E>: Sized {
    fn context<C, E2>(self, context: C) -> Result<T, E2>
    where
        C: IntoError<E2>;
    fn with_context<F, C, E2>(self, context: F) -> Result<T, E2>
    where
        F: FnOnce(&mut E) -> C,
        C: IntoError<E2>;
    fn whatever_context<S, E2>(self, context: S) -> Result<T, E2>;
    fn boxed<'a>(self) -> Result<T, Box<dyn std::error::Error + Send + Sync + 'a>>;
}
impl<T, E> ResultExt<T, E> for Result<T, E> {}
pub trait OptionExt<T>: Sized {
    fn context<C, E>(self, context: C) -> Result<T, E>
    where
        C: IntoError<E>;
    fn with_context<F, C, E>(self, context: F) -> Result<T, E>
    where
        F: FnOnce() -> C,
        C: IntoError<E>;
    fn whatever_context<S, E>(self, context: S) -> Result<T, E>;
}
impl<T> OptionExt<T> for Option<T> {}

#[macro_export]
macro_rules! ensure {
    ($predicate:expr, $context:expr $(,)?) => {
        if !$predicate {
            return $context.fail();
        }
    };
}
