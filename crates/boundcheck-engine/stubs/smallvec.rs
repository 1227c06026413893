//! `smallvec`: a vector that derefs to a slice.

pub unsafe trait Array {
    type Item;
}
unsafe impl<T, const N: usize> Array for [T; N] {
    type Item = T;
}
pub struct SmallVec<A: Array>(Vec<A::Item>);
impl<A: Array> SmallVec<A> {
    pub const fn new() -> SmallVec<A>;
    pub fn with_capacity(n: usize) -> Self;
    pub fn from_vec(vec: Vec<A::Item>) -> SmallVec<A>;
    pub fn from_slice(slice: &[A::Item]) -> Self;
    pub fn len(&self) -> usize;
    pub fn is_empty(&self) -> bool;
    pub fn push(&mut self, value: A::Item);
    pub fn pop(&mut self) -> Option<A::Item>;
    pub fn insert(&mut self, index: usize, element: A::Item);
    pub fn remove(&mut self, index: usize) -> A::Item;
    pub fn truncate(&mut self, len: usize);
    pub fn clear(&mut self);
    pub fn reserve(&mut self, additional: usize);
    pub fn as_slice(&self) -> &[A::Item];
    pub fn into_vec(self) -> Vec<A::Item>;
    pub fn retain<F: FnMut(&mut A::Item) -> bool>(&mut self, f: F);
    pub fn extend_from_slice(&mut self, slice: &[A::Item]);
}
impl<A: Array> std::ops::Deref for SmallVec<A> {
    type Target = [A::Item];
}
impl<A: Array> std::ops::DerefMut for SmallVec<A> {}
impl<A: Array> Default for SmallVec<A> {}
impl<A: Array> Clone for SmallVec<A> {}
impl<A: Array> std::fmt::Debug for SmallVec<A> {}
impl<A: Array> FromIterator<A::Item> for SmallVec<A> {}
impl<A: Array> Extend<A::Item> for SmallVec<A> {}
impl<A: Array> From<Vec<A::Item>> for SmallVec<A> {}
impl<A: Array> IntoIterator for SmallVec<A> {
    type Item = A::Item;
    type IntoIter = std::vec::IntoIter<A::Item>;
}
impl<'a, A: Array> IntoIterator for &'a SmallVec<A> {
    type Item = &'a A::Item;
    type IntoIter = std::slice::Iter<'a, A::Item>;
}
pub fn from_array<A: Array>(array: A) -> SmallVec<A>;

#[macro_export]
macro_rules! smallvec {
    ($elem:expr; $n:expr) => { $crate::SmallVec::from_vec(::std::vec![$elem; $n]) };
    ($($x:expr),* $(,)?) => { $crate::SmallVec::from_vec(::std::vec![$($x),*]) };
}
