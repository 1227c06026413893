// What the assertion macros call.

pub enum AssertKind {
    Eq,
    Ne,
    Match,
}

pub fn assert_failed<T: crate::fmt::Debug + ?Sized, U: crate::fmt::Debug + ?Sized>(
    kind: AssertKind,
    left: &T,
    right: &U,
    args: Option<crate::fmt::Arguments<'_>>,
) -> !;

pub fn panic_explicit() -> !;
pub fn unreachable_display<T: crate::fmt::Display + ?Sized>(x: &T) -> !;
