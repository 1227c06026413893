// `String` and `ToString`.

use crate::borrow::{Borrow, BorrowMut, Cow};
use crate::ops::{Add, AddAssign, Deref, DerefMut, Index, IndexMut, RangeBounds};
use crate::str::{Chars, FromStr, Utf8Error};

#[lang = "String"]
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Debug)]
pub struct String {
    vec: Vec<u8>,
}

impl String {
    pub const fn new() -> String;
    pub fn with_capacity(capacity: usize) -> String;
    pub fn from_utf8(vec: Vec<u8>) -> Result<String, FromUtf8Error>;
    pub fn from_utf8_lossy(v: &[u8]) -> Cow<'_, str>;
    pub fn from_utf8_lossy_owned(v: Vec<u8>) -> String;
    pub fn from_utf16(v: &[u16]) -> Result<String, FromUtf16Error>;
    pub fn from_utf16_lossy(v: &[u16]) -> String;
    pub unsafe fn from_raw_parts(buf: *mut u8, length: usize, capacity: usize) -> String;
    pub unsafe fn from_utf8_unchecked(bytes: Vec<u8>) -> String;
    pub fn into_bytes(self) -> Vec<u8>;
    pub fn as_str(&self) -> &str;
    pub fn as_mut_str(&mut self) -> &mut str;
    pub fn push_str(&mut self, string: &str);
    pub fn extend_from_within<R: RangeBounds<usize>>(&mut self, src: R);
    pub fn capacity(&self) -> usize;
    pub fn reserve(&mut self, additional: usize);
    pub fn reserve_exact(&mut self, additional: usize);
    pub fn try_reserve(&mut self, additional: usize) -> Result<(), crate::collections::TryReserveError>;
    pub fn shrink_to_fit(&mut self);
    pub fn shrink_to(&mut self, min_capacity: usize);
    pub fn push(&mut self, ch: char);
    pub fn as_bytes(&self) -> &[u8];
    pub fn truncate(&mut self, new_len: usize);
    pub fn pop(&mut self) -> Option<char>;
    pub fn remove(&mut self, idx: usize) -> char;
    pub fn retain<F: FnMut(char) -> bool>(&mut self, f: F);
    pub fn insert(&mut self, idx: usize, ch: char);
    pub fn insert_str(&mut self, idx: usize, string: &str);
    pub unsafe fn as_mut_vec(&mut self) -> &mut Vec<u8>;
    pub const fn len(&self) -> usize;
    pub const fn is_empty(&self) -> bool;
    pub fn split_off(&mut self, at: usize) -> String;
    pub fn clear(&mut self);
    pub fn drain<R: RangeBounds<usize>>(&mut self, range: R) -> Drain<'_>;
    pub fn replace_range<R: RangeBounds<usize>>(&mut self, range: R, replace_with: &str);
    pub fn into_boxed_str(self) -> Box<str>;
    pub fn leak<'a>(self) -> &'a mut str;
}

pub trait ToString {
    fn to_string(&self) -> String;
}
impl<T: crate::fmt::Display + ?Sized> ToString for T {}

impl Deref for String {
    type Target = str;
}
impl DerefMut for String {}
impl<I> Index<I> for String
where
    I: crate::slice::SliceIndex<str>,
{
    type Output = I::Output;
}
impl<I: crate::slice::SliceIndex<str>> IndexMut<I> for String {}
impl Add<&str> for String {
    type Output = String;
}
impl AddAssign<&str> for String {}
impl FromStr for String {
    type Err = crate::convert::Infallible;
}
impl crate::fmt::Write for String {}
mark!(crate::fmt::Display: String);
mark!(Borrow<str>: String);
mark!(BorrowMut<str>: String);
mark!(AsRef<str>: String);
mark!(AsMut<str>: String);
mark!(AsRef<[u8]>: String);

/// What `collect::<String>()` and `extend` take.
macro_rules! string_items {
    ($($item:ty)+) => {
        $(impl<'a> FromIterator<$item> for String {}
        impl<'a> Extend<$item> for String {})+
    };
}
string_items! { char &'a char &'a str String Box<str> Cow<'a, str> }
impl<'a> FromIterator<char> for Cow<'a, str> {}
impl<'a, 'b> FromIterator<&'b str> for Cow<'a, str> {}
impl<'a> FromIterator<String> for Cow<'a, str> {}

impl From<&str> for String {}
impl From<&mut str> for String {}
impl From<&String> for String {}
impl From<Box<str>> for String {}
impl<'a> From<Cow<'a, str>> for String {}
impl From<char> for String {}
impl From<String> for Vec<u8> {}
impl From<String> for Box<str> {}
impl From<&str> for Vec<u8> {}

macro_rules! compare {
    ($($left:ty, $right:ty;)+) => {
        $(impl<'a, 'b> PartialEq<$right> for $left {}
        impl<'a, 'b> PartialEq<$left> for $right {})+
    };
}
compare! {
    String, str;
    String, &'a str;
    Cow<'a, str>, str;
    Cow<'a, str>, &'b str;
    Cow<'a, str>, String;
}

#[derive(Debug, PartialEq, Eq, Clone)]
pub struct FromUtf8Error {
    bytes: Vec<u8>,
    error: Utf8Error,
}
impl FromUtf8Error {
    pub fn as_bytes(&self) -> &[u8];
    pub fn into_bytes(self) -> Vec<u8>;
    pub fn utf8_error(&self) -> Utf8Error;
}
#[derive(Debug)]
pub struct FromUtf16Error(());
pub type ParseError = crate::convert::Infallible;
mark!(crate::fmt::Display: FromUtf8Error, FromUtf16Error);
mark!(crate::error::Error: FromUtf8Error, FromUtf16Error);

#[derive(Debug)]
pub struct Drain<'a> {
    iter: Chars<'a>,
}
sized_iterators! {
    ['a] Drain<'a> => char;
}
impl<'a> Drain<'a> {
    pub fn as_str(&self) -> &str;
}
