// Strings and types of the platform and of C.

use crate::borrow::{Borrow, Cow};

pub type c_char = i8;
pub type c_schar = i8;
pub type c_uchar = u8;
pub type c_short = i16;
pub type c_ushort = u16;
pub type c_int = i32;
pub type c_uint = u32;
pub type c_long = i64;
pub type c_ulong = u64;
pub type c_longlong = i64;
pub type c_ulonglong = u64;
pub type c_float = f32;
pub type c_double = f64;
#[lang = "c_void"]
#[derive(Debug)]
pub enum c_void {
    Variant1,
    Variant2,
}

#[derive(PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OsStr {
    inner: [u8],
}
impl OsStr {
    pub fn new<S: AsRef<OsStr> + ?Sized>(s: &S) -> &OsStr;
    pub unsafe fn from_encoded_bytes_unchecked(bytes: &[u8]) -> &Self;
    pub fn to_str(&self) -> Option<&str>;
    pub fn to_string_lossy(&self) -> Cow<'_, str>;
    pub fn to_os_string(&self) -> OsString;
    pub fn is_empty(&self) -> bool;
    pub fn len(&self) -> usize;
    pub fn into_os_string(self: Box<OsStr>) -> OsString;
    pub fn as_encoded_bytes(&self) -> &[u8];
    pub fn make_ascii_lowercase(&mut self);
    pub fn to_ascii_lowercase(&self) -> OsString;
    pub fn to_ascii_uppercase(&self) -> OsString;
    pub fn is_ascii(&self) -> bool;
    pub fn eq_ignore_ascii_case<S: AsRef<OsStr>>(&self, other: S) -> bool;
    pub fn display(&self) -> os_str::Display<'_>;
}
pub mod os_str {
    pub struct Display<'a> {
        os_str: &'a super::OsStr,
    }
    mark!(crate::fmt::Debug: Display<'_>);
    mark!(crate::fmt::Display: Display<'_>);
}
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OsString {
    inner: Vec<u8>,
}
impl OsString {
    pub const fn new() -> OsString;
    pub unsafe fn from_encoded_bytes_unchecked(bytes: Vec<u8>) -> Self;
    pub fn as_os_str(&self) -> &OsStr;
    pub fn into_encoded_bytes(self) -> Vec<u8>;
    pub fn into_string(self) -> Result<String, OsString>;
    pub fn push<T: AsRef<OsStr>>(&mut self, s: T);
    pub fn with_capacity(capacity: usize) -> OsString;
    pub fn clear(&mut self);
    pub fn into_boxed_os_str(self) -> Box<OsStr>;
}
impl crate::ops::Deref for OsString {
    type Target = OsStr;
}
impl crate::ops::DerefMut for OsString {}
impl ToOwned for OsStr {
    type Owned = OsString;
}
mark!(Borrow<OsStr>: OsString);
mark!(crate::fmt::Debug: OsStr, OsString);
mark!(AsRef<OsStr>: OsStr, OsString, str, String);
impl<T: ?Sized + AsRef<OsStr>> From<&T> for OsString {}
mark!(From<String>: OsString);
mark!(From<Box<OsStr>>: OsString);
impl<'a> From<&'a OsStr> for Cow<'a, OsStr> {}
impl<'a> From<OsString> for Cow<'a, OsStr> {}
impl<'a> TryFrom<&'a OsStr> for &'a str {
    type Error = crate::str::Utf8Error;
}
impl crate::str::FromStr for OsString {
    type Err = crate::convert::Infallible;
}
mark!(PartialEq<str>: OsStr, OsString);
mark!(PartialEq<&str>: OsString);
mark!(PartialEq<OsStr>: str, OsString);
mark!(PartialEq<OsString>: str, OsStr);
impl<'a> PartialEq<&'a OsStr> for OsString {}
impl<'a> PartialEq<OsString> for &'a OsStr {}

#[lang = "CStr"]
#[derive(PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CStr {
    inner: [c_char],
}
impl CStr {
    pub const unsafe fn from_ptr<'a>(ptr: *const c_char) -> &'a CStr;
    pub const fn from_bytes_until_nul(bytes: &[u8]) -> Result<&CStr, FromBytesUntilNulError>;
    pub const fn from_bytes_with_nul(bytes: &[u8]) -> Result<&Self, FromBytesWithNulError>;
    pub const unsafe fn from_bytes_with_nul_unchecked(bytes: &[u8]) -> &CStr;
    pub const fn as_ptr(&self) -> *const c_char;
    pub const fn count_bytes(&self) -> usize;
    pub const fn is_empty(&self) -> bool;
    pub const fn to_bytes(&self) -> &[u8];
    pub const fn to_bytes_with_nul(&self) -> &[u8];
    pub const fn to_str(&self) -> Result<&str, crate::str::Utf8Error>;
    pub fn to_string_lossy(&self) -> Cow<'_, str>;
    pub fn into_c_string(self: Box<Self>) -> CString;
}
#[derive(PartialEq, PartialOrd, Eq, Ord, Hash, Clone, Default)]
pub struct CString {
    inner: Box<[u8]>,
}
impl CString {
    pub fn new<T: Into<Vec<u8>>>(t: T) -> Result<CString, NulError>;
    pub unsafe fn from_vec_unchecked(v: Vec<u8>) -> Self;
    pub fn from_vec_with_nul(v: Vec<u8>) -> Result<Self, FromVecWithNulError>;
    pub unsafe fn from_raw(ptr: *mut c_char) -> CString;
    pub fn into_raw(self) -> *mut c_char;
    pub fn into_string(self) -> Result<String, IntoStringError>;
    pub fn into_bytes(self) -> Vec<u8>;
    pub fn into_bytes_with_nul(self) -> Vec<u8>;
    pub fn as_bytes(&self) -> &[u8];
    pub fn as_bytes_with_nul(&self) -> &[u8];
    pub fn as_c_str(&self) -> &CStr;
    pub fn into_boxed_c_str(self) -> Box<CStr>;
}
impl crate::ops::Deref for CString {
    type Target = CStr;
}
impl ToOwned for CStr {
    type Owned = CString;
}
mark!(Borrow<CStr>: CString);
mark!(AsRef<CStr>: CStr, CString);
mark!(crate::fmt::Debug: CStr, CString);
mark!(From<&CStr>: CString, Box<CStr>, crate::sync::Arc<CStr>);
mark!(From<CString>: Box<CStr>, crate::sync::Arc<CStr>);
impl<'a> From<&'a CStr> for Cow<'a, CStr> {}
impl<'a> From<CString> for Cow<'a, CStr> {}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NulError(usize, Vec<u8>);
impl NulError {
    pub fn nul_position(&self) -> usize;
    pub fn into_vec(self) -> Vec<u8>;
}
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FromBytesWithNulError {
    InteriorNul { position: usize },
    NotNulTerminated,
}
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FromBytesUntilNulError(());
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FromVecWithNulError(());
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct IntoStringError(());
impl IntoStringError {
    pub fn into_cstring(self) -> CString;
    pub fn utf8_error(&self) -> crate::str::Utf8Error;
}
mark!(crate::fmt::Display: NulError, FromBytesWithNulError, FromBytesUntilNulError, FromVecWithNulError, IntoStringError);
mark!(crate::error::Error: NulError, FromBytesWithNulError, FromBytesUntilNulError, FromVecWithNulError, IntoStringError);
