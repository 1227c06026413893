// Comparisons.

use crate::marker::PointeeSized;

#[lang = "eq"]
pub trait PartialEq<Rhs: PointeeSized = Self>: PointeeSized {
    fn eq(&self, other: &Rhs) -> bool;
    fn ne(&self, other: &Rhs) -> bool {
        loop {}
    }
}
pub trait Eq: PartialEq<Self> + PointeeSized {}

#[lang = "partial_ord"]
pub trait PartialOrd<Rhs: PointeeSized = Self>: PartialEq<Rhs> + PointeeSized {
    fn partial_cmp(&self, other: &Rhs) -> Option<Ordering>;
    fn lt(&self, other: &Rhs) -> bool {
        loop {}
    }
    fn le(&self, other: &Rhs) -> bool {
        loop {}
    }
    fn gt(&self, other: &Rhs) -> bool {
        loop {}
    }
    fn ge(&self, other: &Rhs) -> bool {
        loop {}
    }
}
pub trait Ord: Eq + PartialOrd<Self> + PointeeSized {
    fn cmp(&self, other: &Self) -> Ordering;
    fn max(self, other: Self) -> Self
    where
        Self: Sized;
    fn min(self, other: Self) -> Self
    where
        Self: Sized;
    fn clamp(self, min: Self, max: Self) -> Self
    where
        Self: Sized;
}

#[rustc_builtin_macro]
pub macro PartialEq($item:item) {}
#[rustc_builtin_macro]
pub macro Eq($item:item) {}
#[rustc_builtin_macro]
pub macro PartialOrd($item:item) {}
#[rustc_builtin_macro]
pub macro Ord($item:item) {}

#[lang = "Ordering"]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum Ordering {
    Less = -1,
    Equal = 0,
    Greater = 1,
}
impl Ordering {
    pub const fn is_eq(self) -> bool;
    pub const fn is_ne(self) -> bool;
    pub const fn is_lt(self) -> bool;
    pub const fn is_gt(self) -> bool;
    pub const fn is_le(self) -> bool;
    pub const fn is_ge(self) -> bool;
    pub const fn reverse(self) -> Ordering;
    pub const fn then(self, other: Ordering) -> Ordering;
    pub fn then_with<F: FnOnce() -> Ordering>(self, f: F) -> Ordering;
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash)]
pub struct Reverse<T>(pub T);
impl<T: PartialOrd> PartialOrd for Reverse<T> {}
impl<T: Ord> Ord for Reverse<T> {}

pub fn min<T: Ord>(v1: T, v2: T) -> T;
pub fn min_by<T, F: FnOnce(&T, &T) -> Ordering>(v1: T, v2: T, compare: F) -> T;
pub fn min_by_key<T, F: FnMut(&T) -> K, K: Ord>(v1: T, v2: T, f: F) -> T;
pub fn max<T: Ord>(v1: T, v2: T) -> T;
pub fn max_by<T, F: FnOnce(&T, &T) -> Ordering>(v1: T, v2: T, compare: F) -> T;
pub fn max_by_key<T, F: FnMut(&T) -> K, K: Ord>(v1: T, v2: T, f: F) -> T;

macro_rules! total {
    ($($ty:ty)+) => {
        $(impl PartialEq for $ty {}
        impl Eq for $ty {}
        impl PartialOrd for $ty {}
        impl Ord for $ty {})+
    };
}
for_integers!(total);
total! { () ! bool char str }

macro_rules! partial {
    ($($ty:ty)+) => {
        $(impl PartialEq for $ty {}
        impl PartialOrd for $ty {})+
    };
}
partial! { f16 f32 f64 f128 }

impl<A: PointeeSized + PartialEq<B>, B: PointeeSized> PartialEq<&B> for &A {}
impl<A: PointeeSized + PartialEq<B>, B: PointeeSized> PartialEq<&mut B> for &mut A {}
impl<A: PointeeSized + PartialEq<B>, B: PointeeSized> PartialEq<&mut B> for &A {}
impl<A: PointeeSized + PartialEq<B>, B: PointeeSized> PartialEq<&B> for &mut A {}
impl<A: PointeeSized + PartialOrd<B>, B: PointeeSized> PartialOrd<&B> for &A {}
impl<A: PointeeSized + PartialOrd<B>, B: PointeeSized> PartialOrd<&mut B> for &mut A {}
impl<A: PointeeSized + Eq> Eq for &A {}
impl<A: PointeeSized + Eq> Eq for &mut A {}
impl<A: PointeeSized + Ord> Ord for &A {}
impl<A: PointeeSized + Ord> Ord for &mut A {}
impl<T: PointeeSized> PartialEq for *const T {}
impl<T: PointeeSized> PartialEq for *mut T {}
impl<T: PointeeSized> Eq for *const T {}
impl<T: PointeeSized> Eq for *mut T {}
impl<T: PointeeSized> PartialOrd for *const T {}
impl<T: PointeeSized> PartialOrd for *mut T {}
impl<T: PointeeSized> Ord for *const T {}
impl<T: PointeeSized> Ord for *mut T {}

// Tuples: every trait that is derived member by member.
macro_rules! tuple_impls {
    ($(($($t:ident)+))+) => {
        $(impl<$($t: PartialEq),+> PartialEq for ($($t,)+) {}
        impl<$($t: Eq),+> Eq for ($($t,)+) {}
        impl<$($t: PartialOrd),+> PartialOrd for ($($t,)+) {}
        impl<$($t: Ord),+> Ord for ($($t,)+) {}
        impl<$($t: crate::hash::Hash),+> crate::hash::Hash for ($($t,)+) {}
        impl<$($t: crate::fmt::Debug),+> crate::fmt::Debug for ($($t,)+) {}
        impl<$($t: Default),+> Default for ($($t,)+) {})+
    };
}
tuple_impls! {
    (A) (A B) (A B C) (A B C D) (A B C D E) (A B C D E F) (A B C D E F G) (A B C D E F G H) (A B C D E F G H I)
    (A B C D E F G H I J) (A B C D E F G H I J K) (A B C D E F G H I J K L)
}
