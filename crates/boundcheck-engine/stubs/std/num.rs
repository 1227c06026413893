// Numbers: the methods of integers and the types around them.

macro_rules! integer_methods {
    ($($ty:ident)+) => {
        $(impl $ty {
            pub const MIN: Self = 0;
            pub const MAX: Self = 0;
            pub const BITS: u32 = 0;

            pub const fn count_ones(self) -> u32;
            pub const fn count_zeros(self) -> u32;
            pub const fn leading_zeros(self) -> u32;
            pub const fn trailing_zeros(self) -> u32;
            pub const fn leading_ones(self) -> u32;
            pub const fn trailing_ones(self) -> u32;
            pub const fn rotate_left(self, n: u32) -> Self;
            pub const fn rotate_right(self, n: u32) -> Self;
            pub const fn swap_bytes(self) -> Self;
            pub const fn reverse_bits(self) -> Self;
            pub const fn from_be(x: Self) -> Self;
            pub const fn from_le(x: Self) -> Self;
            pub const fn to_be(self) -> Self;
            pub const fn to_le(self) -> Self;
            pub const fn checked_add(self, rhs: Self) -> Option<Self>;
            pub const fn checked_sub(self, rhs: Self) -> Option<Self>;
            pub const fn checked_mul(self, rhs: Self) -> Option<Self>;
            pub const fn checked_div(self, rhs: Self) -> Option<Self>;
            pub const fn checked_div_euclid(self, rhs: Self) -> Option<Self>;
            pub const fn checked_rem(self, rhs: Self) -> Option<Self>;
            pub const fn checked_rem_euclid(self, rhs: Self) -> Option<Self>;
            pub const fn checked_neg(self) -> Option<Self>;
            pub const fn checked_shl(self, rhs: u32) -> Option<Self>;
            pub const fn checked_shr(self, rhs: u32) -> Option<Self>;
            pub const fn checked_pow(self, exp: u32) -> Option<Self>;
            pub const fn checked_ilog2(self) -> Option<u32>;
            pub const fn checked_ilog10(self) -> Option<u32>;
            pub const fn saturating_add(self, rhs: Self) -> Self;
            pub const fn saturating_sub(self, rhs: Self) -> Self;
            pub const fn saturating_mul(self, rhs: Self) -> Self;
            pub const fn saturating_div(self, rhs: Self) -> Self;
            pub const fn saturating_pow(self, exp: u32) -> Self;
            pub const fn wrapping_add(self, rhs: Self) -> Self;
            pub const fn wrapping_sub(self, rhs: Self) -> Self;
            pub const fn wrapping_mul(self, rhs: Self) -> Self;
            pub const fn wrapping_div(self, rhs: Self) -> Self;
            pub const fn wrapping_rem(self, rhs: Self) -> Self;
            pub const fn wrapping_neg(self) -> Self;
            pub const fn wrapping_shl(self, rhs: u32) -> Self;
            pub const fn wrapping_shr(self, rhs: u32) -> Self;
            pub const fn wrapping_pow(self, exp: u32) -> Self;
            pub const fn overflowing_add(self, rhs: Self) -> (Self, bool);
            pub const fn overflowing_sub(self, rhs: Self) -> (Self, bool);
            pub const fn overflowing_mul(self, rhs: Self) -> (Self, bool);
            pub const fn overflowing_neg(self) -> (Self, bool);
            pub const fn overflowing_pow(self, exp: u32) -> (Self, bool);
            pub const fn overflowing_shl(self, rhs: u32) -> (Self, bool);
            pub const fn overflowing_shr(self, rhs: u32) -> (Self, bool);
            pub const unsafe fn unchecked_add(self, rhs: Self) -> Self;
            pub const unsafe fn unchecked_sub(self, rhs: Self) -> Self;
            pub const unsafe fn unchecked_mul(self, rhs: Self) -> Self;
            pub const fn pow(self, exp: u32) -> Self;
            pub const fn isqrt(self) -> Self;
            pub const fn ilog(self, base: Self) -> u32;
            pub const fn ilog2(self) -> u32;
            pub const fn ilog10(self) -> u32;
            pub const fn div_euclid(self, rhs: Self) -> Self;
            pub const fn rem_euclid(self, rhs: Self) -> Self;
            pub const fn min_value() -> Self;
            pub const fn max_value() -> Self;
            pub const fn to_be_bytes(self) -> [u8; crate::mem::size_of::<Self>()];
            pub const fn to_le_bytes(self) -> [u8; crate::mem::size_of::<Self>()];
            pub const fn to_ne_bytes(self) -> [u8; crate::mem::size_of::<Self>()];
            pub const fn from_be_bytes(bytes: [u8; crate::mem::size_of::<Self>()]) -> Self;
            pub const fn from_le_bytes(bytes: [u8; crate::mem::size_of::<Self>()]) -> Self;
            pub const fn from_ne_bytes(bytes: [u8; crate::mem::size_of::<Self>()]) -> Self;
            pub const fn from_str_radix(src: &str, radix: u32) -> Result<Self, ParseIntError>;
            pub const fn from_ascii(src: &[u8]) -> Result<Self, ParseIntError>;
        }
        impl crate::str::FromStr for $ty {
            type Err = ParseIntError;
        })+
    };
}
for_integers!(integer_methods);

macro_rules! signed_methods {
    ($($ty:ident $unsigned:ident)+) => {
        $(impl $ty {
            pub const fn abs(self) -> Self;
            pub const fn abs_diff(self, other: Self) -> $unsigned;
            pub const fn unsigned_abs(self) -> $unsigned;
            pub const fn checked_abs(self) -> Option<Self>;
            pub const fn wrapping_abs(self) -> Self;
            pub const fn saturating_abs(self) -> Self;
            pub const fn saturating_neg(self) -> Self;
            pub const fn overflowing_abs(self) -> (Self, bool);
            pub const fn checked_add_unsigned(self, rhs: $unsigned) -> Option<Self>;
            pub const fn checked_sub_unsigned(self, rhs: $unsigned) -> Option<Self>;
            pub const fn saturating_add_unsigned(self, rhs: $unsigned) -> Self;
            pub const fn wrapping_add_unsigned(self, rhs: $unsigned) -> Self;
            pub const fn cast_unsigned(self) -> $unsigned;
            pub const fn signum(self) -> Self;
            pub const fn is_positive(self) -> bool;
            pub const fn is_negative(self) -> bool;
        })+
    };
}
signed_methods! { i8 u8 i16 u16 i32 u32 i64 u64 i128 u128 isize usize }

macro_rules! unsigned_methods {
    ($($ty:ident $signed:ident)+) => {
        $(impl $ty {
            pub const fn abs_diff(self, other: Self) -> Self;
            pub const fn checked_add_signed(self, rhs: $signed) -> Option<Self>;
            pub const fn saturating_add_signed(self, rhs: $signed) -> Self;
            pub const fn wrapping_add_signed(self, rhs: $signed) -> Self;
            pub const fn checked_signed_diff(self, rhs: Self) -> Option<$signed>;
            pub const fn cast_signed(self) -> $signed;
            pub const fn div_ceil(self, rhs: Self) -> Self;
            pub const fn midpoint(self, rhs: Self) -> Self;
            pub const fn is_multiple_of(self, rhs: Self) -> bool;
            pub const fn next_multiple_of(self, rhs: Self) -> Self;
            pub const fn checked_next_multiple_of(self, rhs: Self) -> Option<Self>;
            pub const fn is_power_of_two(self) -> bool;
            pub const fn next_power_of_two(self) -> Self;
            pub const fn checked_next_power_of_two(self) -> Option<Self>;
        })+
    };
}
unsigned_methods! { u8 i8 u16 i16 u32 i32 u64 i64 u128 i128 usize isize }

impl u8 {
    pub const fn is_ascii(&self) -> bool;
    pub const fn to_ascii_uppercase(&self) -> u8;
    pub const fn to_ascii_lowercase(&self) -> u8;
    pub const fn eq_ignore_ascii_case(&self, other: &u8) -> bool;
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
    pub fn escape_ascii(self) -> crate::ascii::EscapeDefault;
}
impl bool {
    pub fn then_some<T>(self, t: T) -> Option<T>;
    pub fn then<T, F: FnOnce() -> T>(self, f: F) -> Option<T>;
}
impl crate::str::FromStr for bool {
    type Err = crate::str::ParseBoolError;
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseIntError {
    kind: IntErrorKind,
}
impl ParseIntError {
    pub const fn kind(&self) -> &IntErrorKind;
}
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum IntErrorKind {
    Empty,
    InvalidDigit,
    PosOverflow,
    NegOverflow,
    Zero,
}
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseFloatError {
    empty: bool,
}
#[derive(Debug, Copy, Clone, PartialEq, Eq)]
pub struct TryFromIntError(());
impl From<crate::convert::Infallible> for TryFromIntError {}
mark!(crate::fmt::Display: ParseIntError, ParseFloatError, TryFromIntError);
mark!(crate::error::Error: ParseIntError, ParseFloatError, TryFromIntError);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FpCategory {
    Nan,
    Infinite,
    Zero,
    Subnormal,
    Normal,
}

macro_rules! wrappers {
    ($($name:ident)+) => {
        $(#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $name<T>(pub T);
        impl<T: crate::ops::Add<Output = T>> crate::ops::Add for $name<T> {
            type Output = $name<T>;
        }
        impl<T: crate::ops::Sub<Output = T>> crate::ops::Sub for $name<T> {
            type Output = $name<T>;
        }
        impl<T: crate::ops::Mul<Output = T>> crate::ops::Mul for $name<T> {
            type Output = $name<T>;
        }
        impl<T: crate::fmt::Display> crate::fmt::Display for $name<T> {})+
    };
}
wrappers! { Wrapping Saturating }

/// The types that can be the content of a `NonZero`.
pub unsafe trait ZeroablePrimitive: Sized + Copy {}
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NonZero<T: ZeroablePrimitive>(T);

impl<T: ZeroablePrimitive> NonZero<T> {
    pub const fn new(n: T) -> Option<Self>;
    pub const unsafe fn new_unchecked(n: T) -> Self;
    pub const fn get(self) -> T;
}
impl<T: ZeroablePrimitive + crate::fmt::Debug> crate::fmt::Debug for NonZero<T> {}
impl<T: ZeroablePrimitive + crate::fmt::Display> crate::fmt::Display for NonZero<T> {}

macro_rules! non_zero {
    ($($name:ident $ty:ident)+) => {
        $(pub type $name = NonZero<$ty>;
        unsafe impl ZeroablePrimitive for $ty {}
        impl NonZero<$ty> {
            pub const MIN: Self = NonZero($ty::MIN);
            pub const MAX: Self = NonZero($ty::MAX);
            pub const BITS: u32 = 0;
            pub const fn leading_zeros(self) -> u32;
            pub const fn trailing_zeros(self) -> u32;
            pub const fn is_power_of_two(self) -> bool;
            pub const fn ilog2(self) -> u32;
            pub const fn checked_add(self, other: $ty) -> Option<Self>;
            pub const fn checked_mul(self, other: Self) -> Option<Self>;
            pub const fn saturating_add(self, other: $ty) -> Self;
            pub const fn saturating_mul(self, other: Self) -> Self;
        }
        impl From<NonZero<$ty>> for $ty {}
        impl TryFrom<$ty> for NonZero<$ty> {
            type Error = TryFromIntError;
        }
        impl crate::str::FromStr for NonZero<$ty> {
            type Err = ParseIntError;
        })+
    };
}
non_zero! {
    NonZeroU8 u8 NonZeroU16 u16 NonZeroU32 u32 NonZeroU64 u64 NonZeroU128 u128 NonZeroUsize usize
    NonZeroI8 i8 NonZeroI16 i16 NonZeroI32 i32 NonZeroI64 i64 NonZeroI128 i128 NonZeroIsize isize
}
