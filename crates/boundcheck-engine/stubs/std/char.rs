// Characters.

pub const MAX: char = char::MAX;
pub const REPLACEMENT_CHARACTER: char = char::REPLACEMENT_CHARACTER;

impl char {
    pub const MIN: char = '\0';
    pub const MAX: char = '\u{10FFFF}';
    pub const REPLACEMENT_CHARACTER: char = '\u{FFFD}';

    pub fn decode_utf16<I: IntoIterator<Item = u16>>(iter: I) -> DecodeUtf16<I::IntoIter>;
    pub const fn from_u32(i: u32) -> Option<char>;
    pub const unsafe fn from_u32_unchecked(i: u32) -> char;
    pub const fn from_digit(num: u32, radix: u32) -> Option<char>;
    pub const fn is_digit(self, radix: u32) -> bool;
    pub const fn to_digit(self, radix: u32) -> Option<u32>;
    pub fn escape_unicode(self) -> EscapeUnicode;
    pub fn escape_debug(self) -> EscapeDebug;
    pub fn escape_default(self) -> EscapeDefault;
    pub const fn len_utf8(self) -> usize;
    pub const fn len_utf16(self) -> usize;
    pub fn encode_utf8(self, dst: &mut [u8]) -> &mut str;
    pub fn encode_utf16(self, dst: &mut [u16]) -> &mut [u16];
    pub fn is_alphabetic(self) -> bool;
    pub fn is_lowercase(self) -> bool;
    pub fn is_uppercase(self) -> bool;
    pub fn is_whitespace(self) -> bool;
    pub fn is_alphanumeric(self) -> bool;
    pub fn is_control(self) -> bool;
    pub fn is_numeric(self) -> bool;
    pub fn to_lowercase(self) -> ToLowercase;
    pub fn to_uppercase(self) -> ToUppercase;
    pub const fn is_ascii(&self) -> bool;
    pub const fn to_ascii_uppercase(&self) -> char;
    pub const fn to_ascii_lowercase(&self) -> char;
    pub const fn eq_ignore_ascii_case(&self, other: &char) -> bool;
    pub const fn make_ascii_uppercase(&mut self);
    pub const fn make_ascii_lowercase(&mut self);
    pub const fn is_ascii_alphabetic(&self) -> bool;
    pub const fn is_ascii_uppercase(&self) -> bool;
    pub const fn is_ascii_lowercase(&self) -> bool;
    pub const fn is_ascii_alphanumeric(&self) -> bool;
    pub const fn is_ascii_digit(&self) -> bool;
    pub const fn is_ascii_hexdigit(&self) -> bool;
    pub const fn is_ascii_punctuation(&self) -> bool;
    pub const fn is_ascii_graphic(&self) -> bool;
    pub const fn is_ascii_whitespace(&self) -> bool;
    pub const fn is_ascii_control(&self) -> bool;
}

pub const fn from_u32(i: u32) -> Option<char>;
pub const unsafe fn from_u32_unchecked(i: u32) -> char;
pub const fn from_digit(num: u32, radix: u32) -> Option<char>;
pub fn decode_utf16<I: IntoIterator<Item = u16>>(iter: I) -> DecodeUtf16<I::IntoIter>;

macro_rules! char_iterators {
    ($($name:ident)+) => {
        $(#[derive(Clone, Debug)]
        pub struct $name(char);
        impl crate::fmt::Display for $name {}
        sized_iterators! {
            [] $name => char;
        })+
    };
}
char_iterators! { EscapeUnicode EscapeDebug EscapeDefault ToLowercase ToUppercase }

#[derive(Clone, Debug)]
pub struct DecodeUtf16<I> {
    iter: I,
}
impl<I: Iterator<Item = u16>> Iterator for DecodeUtf16<I> {
    type Item = Result<char, DecodeUtf16Error>;
}
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecodeUtf16Error {
    code: u16,
}
impl DecodeUtf16Error {
    pub fn unpaired_surrogate(&self) -> u16;
}
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseCharError(());
#[derive(Debug, Copy, Clone, PartialEq, Eq)]
pub struct CharTryFromError(());
#[derive(Debug, Copy, Clone, PartialEq, Eq)]
pub struct TryFromCharError(());
mark!(crate::fmt::Display: DecodeUtf16Error, ParseCharError, CharTryFromError, TryFromCharError);
mark!(crate::error::Error: DecodeUtf16Error, ParseCharError, CharTryFromError, TryFromCharError);
impl crate::str::FromStr for char {
    type Err = ParseCharError;
}
