//! `log`: every record goes through one function.

macro_rules! levels {
    ($name:ident $($level:ident)*) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($level),* }
        impl std::fmt::Display for $name {}
        impl std::str::FromStr for $name {
            type Err = ParseLevelError;
        }
        impl $name {
            pub fn max() -> Self;
            pub fn as_str(&self) -> &'static str;
            pub fn to_level_filter(&self) -> LevelFilter;
            pub fn to_level(&self) -> Option<Level>;
        }
    };
}
levels! { Level Error Warn Info Debug Trace }
levels! { LevelFilter Off Error Warn Info Debug Trace }
impl PartialEq<LevelFilter> for Level {}
impl PartialOrd<LevelFilter> for Level {}

#[derive(Debug)]
pub struct ParseLevelError(());
impl std::fmt::Display for ParseLevelError {}
impl std::error::Error for ParseLevelError {}
#[derive(Debug)]
pub struct SetLoggerError(());
impl std::fmt::Display for SetLoggerError {}
impl std::error::Error for SetLoggerError {}

pub struct Metadata<'a>(&'a str);
impl<'a> Metadata<'a> {
    pub fn level(&self) -> Level;
    pub fn target(&self) -> &'a str;
}
pub struct Record<'a>(&'a str);
impl<'a> Record<'a> {
    pub fn args(&self) -> &std::fmt::Arguments<'a>;
    pub fn metadata(&self) -> &Metadata<'a>;
    pub fn level(&self) -> Level;
    pub fn target(&self) -> &'a str;
    pub fn module_path(&self) -> Option<&'a str>;
    pub fn file(&self) -> Option<&'a str>;
    pub fn line(&self) -> Option<u32>;
}
pub trait Log: Sync + Send {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool;
    fn log(&self, record: &Record<'_>);
    fn flush(&self);
}
pub fn set_max_level(level: LevelFilter);
pub fn max_level() -> LevelFilter;
pub fn logger() -> &'static dyn Log;
pub fn set_logger(logger: &'static dyn Log) -> Result<(), SetLoggerError>;
pub fn set_boxed_logger(logger: Box<dyn Log>) -> Result<(), SetLoggerError>;

pub mod __private_api {
    pub fn log(args: std::fmt::Arguments<'_>, level: crate::Level);
    pub fn enabled(level: crate::Level) -> bool;
}

#[macro_export]
macro_rules! log {
    (target: $target:expr, $lvl:expr, $($arg:tt)+) => { $crate::log!($lvl, $($arg)+) };
    ($lvl:expr, $($key:tt = $value:expr),+; $($arg:tt)+) => { $crate::log!($lvl, $($arg)+) };
    ($lvl:expr, $($arg:tt)+) => { $crate::__private_api::log(::std::format_args!($($arg)+), $lvl) };
}
#[macro_export]
macro_rules! error {
    (target: $target:expr, $($arg:tt)+) => { $crate::log!($crate::Level::Error, $($arg)+) };
    ($($arg:tt)+) => { $crate::log!($crate::Level::Error, $($arg)+) };
}
#[macro_export]
macro_rules! warn {
    (target: $target:expr, $($arg:tt)+) => { $crate::log!($crate::Level::Warn, $($arg)+) };
    ($($arg:tt)+) => { $crate::log!($crate::Level::Warn, $($arg)+) };
}
#[macro_export]
macro_rules! info {
    (target: $target:expr, $($arg:tt)+) => { $crate::log!($crate::Level::Info, $($arg)+) };
    ($($arg:tt)+) => { $crate::log!($crate::Level::Info, $($arg)+) };
}
#[macro_export]
macro_rules! debug {
    (target: $target:expr, $($arg:tt)+) => { $crate::log!($crate::Level::Debug, $($arg)+) };
    ($($arg:tt)+) => { $crate::log!($crate::Level::Debug, $($arg)+) };
}
#[macro_export]
macro_rules! trace {
    (target: $target:expr, $($arg:tt)+) => { $crate::log!($crate::Level::Trace, $($arg)+) };
    ($($arg:tt)+) => { $crate::log!($crate::Level::Trace, $($arg)+) };
}
#[macro_export]
macro_rules! log_enabled {
    (target: $target:expr, $lvl:expr) => {
        $crate::__private_api::enabled($lvl)
    };
    ($lvl:expr) => {
        $crate::__private_api::enabled($lvl)
    };
}
