// `Box`.

use crate::any::Any;
use crate::borrow::{Borrow, BorrowMut, Cow};
use crate::error::Error;
use crate::future::Future;
use crate::marker::{Tuple, Unsize};
use crate::ops::{CoerceUnsized, Deref, DerefMut, DispatchFromDyn};
use crate::pin::Pin;

#[lang = "owned_box"]
#[fundamental]
pub struct Box<T: ?Sized>(crate::ptr::Unique<T>);

impl<T> Box<T> {
    pub fn new(x: T) -> Self;
    pub fn new_uninit() -> Box<crate::mem::MaybeUninit<T>>;
    pub fn pin(x: T) -> Pin<Box<T>>;
    pub fn into_inner(boxed: Self) -> T;
}
impl<T> Box<crate::mem::MaybeUninit<T>> {
    pub unsafe fn assume_init(self) -> Box<T>;
}
impl<T> Box<[T]> {
    pub fn new_uninit_slice(len: usize) -> Box<[crate::mem::MaybeUninit<T>]>;
}
impl<T: ?Sized> Box<T> {
    pub unsafe fn from_raw(raw: *mut T) -> Self;
    pub fn into_raw(b: Self) -> *mut T;
    pub fn as_ptr(b: &Self) -> *const T;
    pub fn as_mut_ptr(b: &mut Self) -> *mut T;
    pub fn leak<'a>(b: Self) -> &'a mut T;
    pub fn into_pin(boxed: Self) -> Pin<Self>;
}
impl Box<dyn Any> {
    pub fn downcast<T: Any>(self) -> Result<Box<T>, Self>;
}
impl Box<dyn Any + Send> {
    pub fn downcast<T: Any>(self) -> Result<Box<T>, Self>;
}
impl Box<dyn Any + Send + Sync> {
    pub fn downcast<T: Any>(self) -> Result<Box<T>, Self>;
}

/// What `vec![a, b]` calls.
pub fn box_assume_init_into_vec_unsafe<T, const N: usize>(b: [T; N]) -> Vec<T>;

impl<T: ?Sized> Deref for Box<T> {
    type Target = T;
}
impl<T: ?Sized> DerefMut for Box<T> {}
impl<T: ?Sized + Unsize<U>, U: ?Sized> CoerceUnsized<Box<U>> for Box<T> {}
impl<T: ?Sized + Unsize<U>, U: ?Sized> DispatchFromDyn<Box<U>> for Box<T> {}
impl<T: Clone> Clone for Box<T> {}
impl<T: Clone> Clone for Box<[T]> {}
impl Clone for Box<str> {}
impl<T: Default> Default for Box<T> {}
impl<T> Default for Box<[T]> {}
impl Default for Box<str> {}
impl<T: ?Sized + PartialEq> PartialEq for Box<T> {}
impl<T: ?Sized + Eq> Eq for Box<T> {}
impl<T: ?Sized + PartialOrd> PartialOrd for Box<T> {}
impl<T: ?Sized + Ord> Ord for Box<T> {}
impl<T: ?Sized + crate::hash::Hash> crate::hash::Hash for Box<T> {}
impl<T: ?Sized + crate::hash::Hasher> crate::hash::Hasher for Box<T> {}
impl<T: ?Sized + crate::fmt::Debug> crate::fmt::Debug for Box<T> {}
impl<T: ?Sized + crate::fmt::Display> crate::fmt::Display for Box<T> {}
impl<T: ?Sized> crate::fmt::Pointer for Box<T> {}
impl<T: ?Sized> Unpin for Box<T> {}
impl<T: ?Sized> AsRef<T> for Box<T> {}
impl<T: ?Sized> AsMut<T> for Box<T> {}
impl<T: ?Sized> Borrow<T> for Box<T> {}
impl<T: ?Sized> BorrowMut<T> for Box<T> {}

impl<Args: Tuple, F: FnOnce<Args> + ?Sized> FnOnce<Args> for Box<F> {
    type Output = <F as FnOnce<Args>>::Output;
}
impl<Args: Tuple, F: FnMut<Args> + ?Sized> FnMut<Args> for Box<F> {}
impl<Args: Tuple, F: Fn<Args> + ?Sized> Fn<Args> for Box<F> {}
impl<I: Iterator + ?Sized> Iterator for Box<I> {
    type Item = I::Item;
}
impl<I: DoubleEndedIterator + ?Sized> DoubleEndedIterator for Box<I> {}
impl<I: ExactSizeIterator + ?Sized> ExactSizeIterator for Box<I> {}
impl<F: ?Sized + Future + Unpin> Future for Box<F> {
    type Output = F::Output;
}
impl<E: Error> Error for Box<E> {}

impl<T> From<T> for Box<T> {}
impl<T: ?Sized> From<Box<T>> for Pin<Box<T>> {}
impl<T: Clone> From<&[T]> for Box<[T]> {}
impl<T, const N: usize> From<[T; N]> for Box<[T]> {}
impl From<&str> for Box<str> {}
impl From<Cow<'_, str>> for Box<str> {}
impl From<Box<str>> for Box<[u8]> {}
impl<'a, E: Error + 'a> From<E> for Box<dyn Error + 'a> {}
impl<'a, E: Error + Send + Sync + 'a> From<E> for Box<dyn Error + Send + Sync + 'a> {}
impl<'a> From<String> for Box<dyn Error + 'a> {}
impl<'a> From<String> for Box<dyn Error + Send + Sync + 'a> {}
impl<'a, 'b> From<&'b str> for Box<dyn Error + 'a> {}
impl<'a, 'b> From<&'b str> for Box<dyn Error + Send + Sync + 'a> {}
impl<'a, 'b> From<Cow<'b, str>> for Box<dyn Error + 'a> {}
impl<'a, 'b> From<Cow<'b, str>> for Box<dyn Error + Send + Sync + 'a> {}
impl<T, const N: usize> TryFrom<Box<[T]>> for Box<[T; N]> {
    type Error = Box<[T]>;
}
impl<T> FromIterator<T> for Box<[T]> {}
impl FromIterator<char> for Box<str> {}
impl FromIterator<String> for Box<str> {}
impl<T> IntoIterator for Box<[T]> {
    type Item = T;
    type IntoIter = crate::vec::IntoIter<T>;
}
impl<'a, T> IntoIterator for &'a Box<[T]> {
    type Item = &'a T;
    type IntoIter = crate::slice::Iter<'a, T>;
}
impl<'a, T> IntoIterator for &'a mut Box<[T]> {
    type Item = &'a mut T;
    type IntoIter = crate::slice::IterMut<'a, T>;
}
