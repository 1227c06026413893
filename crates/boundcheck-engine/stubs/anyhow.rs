//! `anyhow`.

pub struct Error(());
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    pub fn new<E>(error: E) -> Self;
    pub fn msg<M>(message: M) -> Self;
    pub fn from_boxed(boxed: Box<dyn std::error::Error + Send + Sync + 'static>) -> Self;
    pub fn context<C>(self, context: C) -> Self;
    pub fn chain(&self) -> Chain<'_>;
    pub fn root_cause(&self) -> &(dyn std::error::Error + 'static);
    pub fn is<E>(&self) -> bool;
    pub fn downcast<E>(self) -> std::result::Result<E, Self>;
    pub fn downcast_ref<E>(&self) -> Option<&E>;
    pub fn downcast_mut<E>(&mut self) -> Option<&mut E>;
}
impl std::fmt::Debug for Error {}
impl std::fmt::Display for Error {}
impl<E: std::error::Error + Send + Sync + 'static> From<E> for Error {}
impl std::ops::Deref for Error {
    type Target = dyn std::error::Error + Send + Sync + 'static;
}
impl AsRef<dyn std::error::Error + Send + Sync> for Error {}
impl From<Error> for Box<dyn std::error::Error + Send + Sync + 'static> {}

pub struct Chain<'a>(&'a Error);
impl<'a> Iterator for Chain<'a> {
    type Item = &'a (dyn std::error::Error + 'static);
}

pub trait Context<T, E> {
    fn context<C>(self, context: C) -> Result<T, Error>;
    fn with_context<C, F: FnOnce() -> C>(self, f: F) -> Result<T, Error>;
}
impl<T, E> Context<T, E> for std::result::Result<T, E> {}
impl<T> Context<T, std::convert::Infallible> for Option<T> {}

pub fn Ok<T>(value: T) -> Result<T>;

#[macro_export]
macro_rules! anyhow {
    ($msg:literal $(,)?) => { $crate::Error::msg(::std::format_args!($msg)) };
    ($err:expr $(,)?) => { $crate::Error::msg($err) };
    ($fmt:expr, $($arg:tt)*) => { $crate::Error::msg(::std::format!($fmt, $($arg)*)) };
}
#[macro_export]
macro_rules! format_err {
    ($($arg:tt)*) => { $crate::anyhow!($($arg)*) };
}
#[macro_export]
macro_rules! bail {
    ($($arg:tt)*) => { return ::std::result::Result::Err($crate::anyhow!($($arg)*)) };
}
#[macro_export]
macro_rules! ensure {
    ($cond:expr $(,)?) => { if !$cond { return ::std::result::Result::Err($crate::Error::msg("")); } };
    ($cond:expr, $($arg:tt)*) => { if !$cond { return ::std::result::Result::Err($crate::anyhow!($($arg)*)); } };
}
