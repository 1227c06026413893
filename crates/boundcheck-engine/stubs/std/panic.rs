// Panics: their hooks, and how they are caught.

use crate::any::Any;

pub macro panic_2015 {
    () => ($crate::panicking::panic("explicit panic")),
    ($msg:literal $(,)?) => ($crate::panicking::panic($msg)),
    ($msg:expr $(,)?) => ($crate::panicking::panic_display(&$msg)),
    ($fmt:expr, $($arg:tt)+) => ($crate::panicking::panic_fmt($crate::const_format_args!($fmt, $($arg)+))),
}
pub macro unreachable_2015 {
    () => ($crate::panicking::panic("internal error: entered unreachable code")),
    ($msg:expr $(,)?) => ($crate::panicking::unreachable_display(&$msg)),
    ($fmt:expr, $($arg:tt)*) => ($crate::panic!($crate::concat!("internal error: entered unreachable code: ", $fmt), $($arg)*)),
}
pub macro unreachable_2021 {
    () => ($crate::panicking::panic("internal error: entered unreachable code")),
    ($($t:tt)+) => ($crate::panic!("internal error: entered unreachable code: {}", $crate::format_args!($($t)+))),
}

pub auto trait UnwindSafe {}
pub auto trait RefUnwindSafe {}

impl<T: ?Sized> !UnwindSafe for &mut T {}
impl<T: RefUnwindSafe + ?Sized> UnwindSafe for &T {}
impl<T: ?Sized> !RefUnwindSafe for crate::cell::UnsafeCell<T> {}
impl<T> UnwindSafe for AssertUnwindSafe<T> {}
impl<T> RefUnwindSafe for AssertUnwindSafe<T> {}
impl<T: ?Sized> UnwindSafe for crate::sync::Mutex<T> {}
impl<T: ?Sized> RefUnwindSafe for crate::sync::Mutex<T> {}
impl<T: ?Sized> UnwindSafe for crate::sync::RwLock<T> {}
impl<T: ?Sized> RefUnwindSafe for crate::sync::RwLock<T> {}
impl<T: RefUnwindSafe + ?Sized> UnwindSafe for crate::sync::Arc<T> {}
impl<T: RefUnwindSafe + ?Sized> UnwindSafe for crate::rc::Rc<T> {}

pub struct AssertUnwindSafe<T>(pub T);
impl<T> crate::ops::Deref for AssertUnwindSafe<T> {
    type Target = T;
}
impl<T> crate::ops::DerefMut for AssertUnwindSafe<T> {}
impl<R, F: FnOnce() -> R> FnOnce<()> for AssertUnwindSafe<F> {
    type Output = R;
}
impl<F: crate::future::Future> crate::future::Future for AssertUnwindSafe<F> {
    type Output = F::Output;
}

pub fn catch_unwind<F: FnOnce() -> R + UnwindSafe, R>(f: F) -> Result<R, Box<dyn Any + Send + 'static>>;
pub fn resume_unwind(payload: Box<dyn Any + Send>) -> !;
pub fn panic_any<M: 'static + Any + Send>(msg: M) -> !;
pub fn set_hook(hook: Box<dyn Fn(&PanicHookInfo<'_>) + Sync + Send + 'static>);
pub fn take_hook() -> Box<dyn Fn(&PanicHookInfo<'_>) + Sync + Send + 'static>;

#[derive(Debug)]
pub struct PanicHookInfo<'a> {
    location: &'a Location<'a>,
}
pub type PanicInfo<'a> = PanicHookInfo<'a>;
impl<'a> PanicHookInfo<'a> {
    pub fn payload(&self) -> &(dyn Any + Send);
    pub fn payload_as_str(&self) -> Option<&str>;
    pub fn location(&self) -> Option<&Location<'_>>;
}
mark!(crate::fmt::Display: PanicHookInfo<'_>, Location<'_>);
mark!(crate::fmt::Debug: Location<'_>);
mark!(Clone: Location<'_>);
mark!(Copy: Location<'_>);
