// Arrays.

impl<T, const N: usize> [T; N] {
    pub fn map<F: FnMut(T) -> U, U>(self, f: F) -> [U; N];
    pub const fn as_slice(&self) -> &[T];
    pub const fn as_mut_slice(&mut self) -> &mut [T];
    pub const fn each_ref(&self) -> [&T; N];
    pub const fn each_mut(&mut self) -> [&mut T; N];
}

pub fn from_fn<T, const N: usize, F: FnMut(usize) -> T>(f: F) -> [T; N];
pub const fn from_ref<T>(s: &T) -> &[T; 1];
pub const fn from_mut<T>(s: &mut T) -> &mut [T; 1];

#[derive(Debug, Copy, Clone)]
pub struct TryFromSliceError(());
mark!(crate::fmt::Display: TryFromSliceError);
mark!(crate::error::Error: TryFromSliceError);

#[derive(Clone, Debug)]
pub struct IntoIter<T, const N: usize> {
    data: [T; N],
}
sized_iterators! {
    [T, const N: usize] IntoIter<T, N> => T;
}
impl<T, const N: usize> IntoIter<T, N> {
    pub fn as_slice(&self) -> &[T];
}
impl<T, const N: usize> IntoIterator for [T; N] {
    type Item = T;
    type IntoIter = IntoIter<T, N>;
}
impl<'a, T, const N: usize> IntoIterator for &'a [T; N] {
    type Item = &'a T;
    type IntoIter = crate::slice::Iter<'a, T>;
}
impl<'a, T, const N: usize> IntoIterator for &'a mut [T; N] {
    type Item = &'a mut T;
    type IntoIter = crate::slice::IterMut<'a, T>;
}

impl<T: Copy, const N: usize> TryFrom<&[T]> for [T; N] {
    type Error = TryFromSliceError;
}
impl<T: Copy, const N: usize> TryFrom<&mut [T]> for [T; N] {
    type Error = TryFromSliceError;
}
impl<'a, T, const N: usize> TryFrom<&'a [T]> for &'a [T; N] {
    type Error = TryFromSliceError;
}
impl<'a, T, const N: usize> TryFrom<&'a mut [T]> for &'a mut [T; N] {
    type Error = TryFromSliceError;
}
impl<T, const N: usize> TryFrom<Vec<T>> for [T; N] {
    type Error = Vec<T>;
}
impl<T, const N: usize> crate::borrow::Borrow<[T]> for [T; N] {}
impl<T, const N: usize> crate::borrow::BorrowMut<[T]> for [T; N] {}

impl<T: PartialEq<U>, U, const N: usize> PartialEq<[U; N]> for [T; N] {}
impl<T: PartialEq<U>, U, const N: usize> PartialEq<[U]> for [T; N] {}
impl<T: PartialEq<U>, U, const N: usize> PartialEq<[U; N]> for [T] {}
impl<T: PartialEq<U>, U, const N: usize> PartialEq<&[U]> for [T; N] {}
impl<T: PartialEq<U>, U, const N: usize> PartialEq<[U; N]> for &[T] {}
impl<T: Eq, const N: usize> Eq for [T; N] {}
impl<T: PartialOrd, const N: usize> PartialOrd for [T; N] {}
impl<T: Ord, const N: usize> Ord for [T; N] {}
impl<T: crate::hash::Hash, const N: usize> crate::hash::Hash for [T; N] {}
impl<T: crate::fmt::Debug, const N: usize> crate::fmt::Debug for [T; N] {}

macro_rules! from_tuples {
    ($($n:literal ($($t:ident)+);)+) => {
        $(impl<T> From<[T; $n]> for ($($t,)+) {}
        impl<T> From<($($t,)+)> for [T; $n] {})+
    };
}
from_tuples! { 2 (T T); 3 (T T T); 4 (T T T T); }
