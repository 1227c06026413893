// Constants of `f64`, and the methods of both float types.

pub const MIN: f64 = f64::MIN;
pub const MAX: f64 = f64::MAX;
pub const MIN_POSITIVE: f64 = f64::MIN_POSITIVE;
pub const EPSILON: f64 = f64::EPSILON;
pub const INFINITY: f64 = f64::INFINITY;
pub const NEG_INFINITY: f64 = f64::NEG_INFINITY;
pub const NAN: f64 = f64::NAN;
pub const DIGITS: u32 = 15;

float_constants! { f64: PI TAU E SQRT_2 FRAC_1_SQRT_2 FRAC_1_PI FRAC_2_PI FRAC_2_SQRT_PI FRAC_PI_2 FRAC_PI_3 FRAC_PI_4
FRAC_PI_6 FRAC_PI_8 LN_2 LN_10 LOG2_E LOG10_E LOG2_10 LOG10_2 }

macro_rules! float_methods {
    ($($ty:ident $bits:ident $bytes:literal)+) => {
        $(impl $ty {
            pub const RADIX: u32 = 2;
            pub const MANTISSA_DIGITS: u32 = 0;
            pub const DIGITS: u32 = 0;
            pub const EPSILON: $ty = 0.0;
            pub const MIN: $ty = 0.0;
            pub const MIN_POSITIVE: $ty = 0.0;
            pub const MAX: $ty = 0.0;
            pub const MIN_EXP: i32 = 0;
            pub const MAX_EXP: i32 = 0;
            pub const MIN_10_EXP: i32 = 0;
            pub const MAX_10_EXP: i32 = 0;
            pub const NAN: $ty = 0.0;
            pub const INFINITY: $ty = 0.0;
            pub const NEG_INFINITY: $ty = 0.0;

            pub const fn is_nan(self) -> bool;
            pub const fn is_infinite(self) -> bool;
            pub const fn is_finite(self) -> bool;
            pub const fn is_subnormal(self) -> bool;
            pub const fn is_normal(self) -> bool;
            pub const fn classify(self) -> crate::num::FpCategory;
            pub const fn is_sign_positive(self) -> bool;
            pub const fn is_sign_negative(self) -> bool;
            pub const fn next_up(self) -> Self;
            pub const fn next_down(self) -> Self;
            pub const fn recip(self) -> Self;
            pub const fn to_degrees(self) -> Self;
            pub const fn to_radians(self) -> Self;
            pub const fn max(self, other: Self) -> Self;
            pub const fn min(self, other: Self) -> Self;
            pub const fn midpoint(self, other: Self) -> Self;
            pub const fn clamp(self, min: Self, max: Self) -> Self;
            pub const fn to_bits(self) -> $bits;
            pub const fn from_bits(v: $bits) -> Self;
            pub const fn to_be_bytes(self) -> [u8; $bytes];
            pub const fn to_le_bytes(self) -> [u8; $bytes];
            pub const fn to_ne_bytes(self) -> [u8; $bytes];
            pub const fn from_be_bytes(bytes: [u8; $bytes]) -> Self;
            pub const fn from_le_bytes(bytes: [u8; $bytes]) -> Self;
            pub const fn from_ne_bytes(bytes: [u8; $bytes]) -> Self;
            pub fn total_cmp(&self, other: &Self) -> crate::cmp::Ordering;
            pub unsafe fn to_int_unchecked<Int>(self) -> Int;
            pub const fn abs(self) -> Self;
            pub const fn signum(self) -> Self;
            pub const fn copysign(self, sign: Self) -> Self;
            pub const fn floor(self) -> Self;
            pub const fn ceil(self) -> Self;
            pub const fn round(self) -> Self;
            pub const fn round_ties_even(self) -> Self;
            pub const fn trunc(self) -> Self;
            pub const fn fract(self) -> Self;
            pub const fn mul_add(self, a: Self, b: Self) -> Self;
            pub fn div_euclid(self, rhs: Self) -> Self;
            pub fn rem_euclid(self, rhs: Self) -> Self;
            pub fn powi(self, n: i32) -> Self;
            pub fn powf(self, n: Self) -> Self;
            pub fn sqrt(self) -> Self;
            pub fn exp(self) -> Self;
            pub fn exp2(self) -> Self;
            pub fn ln(self) -> Self;
            pub fn log(self, base: Self) -> Self;
            pub fn log2(self) -> Self;
            pub fn log10(self) -> Self;
            pub fn cbrt(self) -> Self;
            pub fn hypot(self, other: Self) -> Self;
            pub fn sin(self) -> Self;
            pub fn cos(self) -> Self;
            pub fn tan(self) -> Self;
            pub fn asin(self) -> Self;
            pub fn acos(self) -> Self;
            pub fn atan(self) -> Self;
            pub fn atan2(self, other: Self) -> Self;
            pub fn sin_cos(self) -> (Self, Self);
            pub fn exp_m1(self) -> Self;
            pub fn ln_1p(self) -> Self;
            pub fn sinh(self) -> Self;
            pub fn cosh(self) -> Self;
            pub fn tanh(self) -> Self;
            pub fn asinh(self) -> Self;
            pub fn acosh(self) -> Self;
            pub fn atanh(self) -> Self;
        }
        impl crate::str::FromStr for $ty {
            type Err = crate::num::ParseFloatError;
        })+
    };
}
float_methods! { f32 u32 4 f64 u64 8 }
