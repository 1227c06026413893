// Operators beyond those of minicore, their implementations for numbers, and the methods of ranges.

macro_rules! binary_operators {
    ($($lang:literal $trait:ident $method:ident, $lang_assign:literal $assign:ident $method_assign:ident;)+) => {
        $(#[lang = $lang]
        pub trait $trait<Rhs = Self> {
            type Output;
            fn $method(self, rhs: Rhs) -> Self::Output;
        }
        #[lang = $lang_assign]
        pub trait $assign<Rhs = Self> {
            fn $method_assign(&mut self, rhs: Rhs);
        })+
    };
}
binary_operators! {
    "sub" Sub sub, "sub_assign" SubAssign sub_assign;
    "mul" Mul mul, "mul_assign" MulAssign mul_assign;
    "div" Div div, "div_assign" DivAssign div_assign;
    "rem" Rem rem, "rem_assign" RemAssign rem_assign;
    "bitand" BitAnd bitand, "bitand_assign" BitAndAssign bitand_assign;
    "bitor" BitOr bitor, "bitor_assign" BitOrAssign bitor_assign;
    "bitxor" BitXor bitxor, "bitxor_assign" BitXorAssign bitxor_assign;
    "shl" Shl shl, "shl_assign" ShlAssign shl_assign;
    "shr" Shr shr, "shr_assign" ShrAssign shr_assign;
}

/// `$trait` and `$assign` between `$ty` and `$ty` in all four combinations of values and references.
macro_rules! binary_impls {
    ($ty:ty: $($trait:ident $assign:ident)+) => {
        $(impl $trait for $ty {
            type Output = $ty;
        }
        impl $trait<&$ty> for $ty {
            type Output = $ty;
        }
        impl $trait<$ty> for &$ty {
            type Output = $ty;
        }
        impl $trait<&$ty> for &$ty {
            type Output = $ty;
        }
        impl $assign for $ty {}
        impl $assign<&$ty> for $ty {})+
    };
}
/// Unary operators on `$ty` and `&$ty`.
macro_rules! unary_impls {
    ($trait:ident: $($ty:ty)+) => {
        $(impl $trait for $ty {
            type Output = $ty;
        }
        impl $trait for &$ty {
            type Output = $ty;
        })+
    };
}
macro_rules! integer_impls {
    ($($ty:ty)+) => {
        $(binary_impls! { $ty: Add AddAssign Sub SubAssign Mul MulAssign Div DivAssign Rem RemAssign
            BitAnd BitAndAssign BitOr BitOrAssign BitXor BitXorAssign }
        unary_impls! { Not: $ty })+
    };
}
/// Any integer shifts any other: one implementation for all of them, so that `1 << n` leaves open what `1` is.
trait ShiftBy {}
macro_rules! shift_impls {
    ($($ty:ty)+) => {
        $(impl ShiftBy for $ty {}
        impl ShiftBy for &$ty {}
        impl<By: ShiftBy> Shl<By> for $ty {
            type Output = $ty;
        }
        impl<By: ShiftBy> Shr<By> for $ty {
            type Output = $ty;
        }
        impl<By: ShiftBy> Shl<By> for &$ty {
            type Output = $ty;
        }
        impl<By: ShiftBy> Shr<By> for &$ty {
            type Output = $ty;
        }
        impl<By: ShiftBy> ShlAssign<By> for $ty {}
        impl<By: ShiftBy> ShrAssign<By> for $ty {})+
    };
}
for_integers!(shift_impls);
for_integers!(integer_impls);
binary_impls! { f32: Add AddAssign Sub SubAssign Mul MulAssign Div DivAssign Rem RemAssign }
binary_impls! { f64: Add AddAssign Sub SubAssign Mul MulAssign Div DivAssign Rem RemAssign }
binary_impls! { bool: BitAnd BitAndAssign BitOr BitOrAssign BitXor BitXorAssign }
unary_impls! { Not: bool }
unary_impls! { Neg: i8 i16 i32 i64 i128 isize f32 f64 }

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound<T> {
    Included(T),
    Excluded(T),
    Unbounded,
}
impl<T> Bound<T> {
    pub fn as_ref(&self) -> Bound<&T>;
    pub fn map<U, F: FnOnce(T) -> U>(self, f: F) -> Bound<U>;
}
impl<T: Clone> Bound<&T> {
    pub fn cloned(self) -> Bound<T>;
}

pub trait RangeBounds<T: ?Sized> {
    fn start_bound(&self) -> Bound<&T>;
    fn end_bound(&self) -> Bound<&T>;
    fn contains<U>(&self, item: &U) -> bool
    where
        T: PartialOrd<U>,
        U: ?Sized + PartialOrd<T>;
}
impl<T: ?Sized> RangeBounds<T> for RangeFull {}
impl<T> RangeBounds<T> for Range<T> {}
impl<T> RangeBounds<T> for RangeFrom<T> {}
impl<T> RangeBounds<T> for RangeTo<T> {}
impl<T> RangeBounds<T> for RangeInclusive<T> {}
impl<T> RangeBounds<T> for RangeToInclusive<T> {}
impl<T> RangeBounds<T> for (Bound<T>, Bound<T>) {}
impl<'a, T: ?Sized + 'a> RangeBounds<T> for (Bound<&'a T>, Bound<&'a T>) {}
impl<T> RangeBounds<T> for Range<&T> {}
impl<T> RangeBounds<T> for RangeFrom<&T> {}
impl<T> RangeBounds<T> for RangeTo<&T> {}
impl<T> RangeBounds<T> for RangeInclusive<&T> {}

macro_rules! range_impls {
    ($($range:ident)+) => {
        $(impl<Idx: Clone> Clone for $range<Idx> {}
        impl<Idx: PartialEq> PartialEq for $range<Idx> {}
        impl<Idx: Eq> Eq for $range<Idx> {}
        impl<Idx: crate::hash::Hash> crate::hash::Hash for $range<Idx> {}
        impl<Idx: crate::fmt::Debug> crate::fmt::Debug for $range<Idx> {}
        impl<Idx: PartialOrd<Idx>> $range<Idx> {
            pub fn contains<U>(&self, item: &U) -> bool
            where
                Idx: PartialOrd<U>,
                U: ?Sized + PartialOrd<Idx>;
        })+
    };
}
range_impls! { Range RangeFrom RangeTo RangeInclusive RangeToInclusive }
mark!(Clone: RangeFull);
mark!(Copy: RangeFull);
mark!(Default: RangeFull);
mark!(crate::fmt::Debug: RangeFull);
impl<Idx: Copy> Copy for RangeTo<Idx> {}
impl<Idx: Default> Default for Range<Idx> {}
impl<Idx: PartialOrd<Idx>> Range<Idx> {
    pub fn is_empty(&self) -> bool;
}
impl<Idx> RangeInclusive<Idx> {
    pub const fn start(&self) -> &Idx;
    pub const fn end(&self) -> &Idx;
    pub fn into_inner(self) -> (Idx, Idx);
}
impl<Idx: PartialOrd<Idx>> RangeInclusive<Idx> {
    pub fn is_empty(&self) -> bool;
}

impl<B, C> ControlFlow<B, C> {
    pub fn is_break(&self) -> bool;
    pub fn is_continue(&self) -> bool;
    pub fn break_value(self) -> Option<B>;
    pub fn continue_value(self) -> Option<C>;
    pub fn map_break<T, F: FnOnce(B) -> T>(self, f: F) -> ControlFlow<T, C>;
    pub fn map_continue<T, F: FnOnce(C) -> T>(self, f: F) -> ControlFlow<B, T>;
}
impl<B: Clone, C: Clone> Clone for ControlFlow<B, C> {}
impl<B: Copy, C: Copy> Copy for ControlFlow<B, C> {}
impl<B: PartialEq, C: PartialEq> PartialEq for ControlFlow<B, C> {}
impl<B: crate::fmt::Debug, C: crate::fmt::Debug> crate::fmt::Debug for ControlFlow<B, C> {}

impl<T: ?Sized> DerefMut for &mut T {}

// Indexing of slices, arrays and strings.
impl<T, I: crate::slice::SliceIndex<[T]>> Index<I> for [T] {
    type Output = I::Output;
}
impl<T, I: crate::slice::SliceIndex<[T]>> IndexMut<I> for [T] {}
impl<T, I, const N: usize> Index<I> for [T; N]
where
    [T]: Index<I>,
{
    type Output = <[T] as Index<I>>::Output;
}
impl<T, I, const N: usize> IndexMut<I> for [T; N] where [T]: IndexMut<I> {}
impl<I: crate::slice::SliceIndex<str>> Index<I> for str {
    type Output = I::Output;
}
impl<I: crate::slice::SliceIndex<str>> IndexMut<I> for str {}

// `?` on the polling of futures.
use crate::convert::Infallible;
use crate::task::Poll;

impl<T, E> Try for Poll<Result<T, E>> {
    type Output = Poll<T>;
    type Residual = Result<Infallible, E>;
}
impl<T, E, F: From<E>> FromResidual<Result<Infallible, E>> for Poll<Result<T, F>> {}
impl<T, E> Try for Poll<Option<Result<T, E>>> {
    type Output = Poll<Option<T>>;
    type Residual = Result<Infallible, E>;
}
impl<T, E, F: From<E>> FromResidual<Result<Infallible, E>> for Poll<Option<Result<T, F>>> {}
