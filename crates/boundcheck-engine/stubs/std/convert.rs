// Conversions beyond those of minicore; those of one type stand in that type's module.

impl<T, U: Into<T>> TryFrom<U> for T {
    type Error = Infallible;
}

mark!(crate::fmt::Debug: Infallible);
mark!(crate::fmt::Display: Infallible);
mark!(crate::error::Error: Infallible);
mark!(Clone: Infallible);
mark!(Copy: Infallible);
mark!(PartialEq: Infallible);
mark!(Eq: Infallible);
mark!(crate::hash::Hash: Infallible);

pub const fn identity<T>(x: T) -> T;

impl<T: ?Sized + AsRef<U>, U: ?Sized> AsRef<U> for &T {}
impl<T: ?Sized + AsRef<U>, U: ?Sized> AsRef<U> for &mut T {}
impl<T: ?Sized + AsMut<U>, U: ?Sized> AsMut<U> for &mut T {}
impl<T> AsRef<[T]> for [T] {}
impl<T> AsMut<[T]> for [T] {}
impl AsRef<str> for str {}
impl AsMut<str> for str {}
impl AsRef<[u8]> for str {}
impl<T, const N: usize> AsRef<[T]> for [T; N] {}
impl<T, const N: usize> AsMut<[T]> for [T; N] {}

// `$from => $into …`: widening that cannot fail.
macro_rules! widen {
    ($($from:ty => $($into:ty)+;)+) => {
        $($(impl From<$from> for $into {})+)+
    };
}
widen! {
    bool => u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize f32 f64;
    u8 => u16 u32 u64 u128 usize i16 i32 i64 i128 isize f32 f64 char;
    u16 => u32 u64 u128 usize i32 i64 i128 f32 f64;
    u32 => u64 u128 i64 i128 f64;
    u64 => u128 i128;
    i8 => i16 i32 i64 i128 isize f32 f64;
    i16 => i32 i64 i128 isize f32 f64;
    i32 => i64 i128 f64;
    i64 => i128;
    f32 => f64;
    char => u32 u64 u128;
}

// `$from => $into …`: conversions that check the range.
macro_rules! narrow {
    ($($from:ty => $($into:ty)+;)+) => {
        $($(impl TryFrom<$from> for $into {
            type Error = crate::num::TryFromIntError;
        })+)+
    };
}
narrow! {
    u8 => i8;
    u16 => u8 i8 i16 isize;
    u32 => u8 u16 i8 i16 i32 usize isize;
    u64 => u8 u16 u32 i8 i16 i32 i64 usize isize;
    u128 => u8 u16 u32 u64 i8 i16 i32 i64 i128 usize isize;
    usize => u8 u16 u32 u64 u128 i8 i16 i32 i64 i128 isize;
    i8 => u8 u16 u32 u64 u128 usize;
    i16 => u8 u16 u32 u64 u128 usize i8;
    i32 => u8 u16 u32 u64 u128 usize i8 i16 isize;
    i64 => u8 u16 u32 u64 u128 usize i8 i16 i32 isize;
    i128 => u8 u16 u32 u64 u128 usize i8 i16 i32 i64 isize;
    isize => u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128;
}

macro_rules! from_char {
    ($($into:ty)+) => {
        $(impl TryFrom<char> for $into {
            type Error = crate::char::TryFromCharError;
        })+
    };
}
from_char! { u8 u16 }
impl TryFrom<u32> for char {
    type Error = crate::char::CharTryFromError;
}
