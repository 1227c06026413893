// Collections: the sequences. Maps and sets follow in `collections/`, in the same module.

use crate::borrow::Borrow;
use crate::hash::{BuildHasher, Hash, RandomState};
use crate::marker::PhantomData;
use crate::ops::{BitAnd, BitOr, BitXor, Index, IndexMut, RangeBounds, Sub};

pub use crate::ops::Bound;

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TryReserveError {
    bytes: usize,
}
mark!(crate::fmt::Display: TryReserveError);
mark!(crate::error::Error: TryReserveError);

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VecDeque<T> {
    items: PhantomData<T>,
}
impl<T> VecDeque<T> {
    pub const fn new() -> VecDeque<T>;
    pub fn with_capacity(capacity: usize) -> VecDeque<T>;
    pub fn get(&self, index: usize) -> Option<&T>;
    pub fn get_mut(&mut self, index: usize) -> Option<&mut T>;
    pub fn swap(&mut self, i: usize, j: usize);
    pub fn capacity(&self) -> usize;
    pub fn reserve(&mut self, additional: usize);
    pub fn shrink_to_fit(&mut self);
    pub fn shrink_to(&mut self, min_capacity: usize);
    pub fn truncate(&mut self, len: usize);
    pub fn iter(&self) -> vec_deque::Iter<'_, T>;
    pub fn iter_mut(&mut self) -> vec_deque::IterMut<'_, T>;
    pub fn as_slices(&self) -> (&[T], &[T]);
    pub fn as_mut_slices(&mut self) -> (&mut [T], &mut [T]);
    pub fn len(&self) -> usize;
    pub fn is_empty(&self) -> bool;
    pub fn range<R: RangeBounds<usize>>(&self, range: R) -> vec_deque::Iter<'_, T>;
    pub fn drain<R: RangeBounds<usize>>(&mut self, range: R) -> vec_deque::Drain<'_, T>;
    pub fn clear(&mut self);
    pub fn contains(&self, x: &T) -> bool
    where
        T: PartialEq;
    pub fn front(&self) -> Option<&T>;
    pub fn front_mut(&mut self) -> Option<&mut T>;
    pub fn back(&self) -> Option<&T>;
    pub fn back_mut(&mut self) -> Option<&mut T>;
    pub fn pop_front(&mut self) -> Option<T>;
    pub fn pop_back(&mut self) -> Option<T>;
    pub fn pop_front_if(&mut self, predicate: impl FnOnce(&mut T) -> bool) -> Option<T>;
    pub fn push_front(&mut self, value: T);
    pub fn push_back(&mut self, value: T);
    pub fn swap_remove_front(&mut self, index: usize) -> Option<T>;
    pub fn swap_remove_back(&mut self, index: usize) -> Option<T>;
    pub fn insert(&mut self, index: usize, value: T);
    pub fn remove(&mut self, index: usize) -> Option<T>;
    pub fn split_off(&mut self, at: usize) -> Self;
    pub fn append(&mut self, other: &mut Self);
    pub fn retain<F: FnMut(&T) -> bool>(&mut self, f: F);
    pub fn retain_mut<F: FnMut(&mut T) -> bool>(&mut self, f: F);
    pub fn resize_with(&mut self, new_len: usize, generator: impl FnMut() -> T);
    pub fn resize(&mut self, new_len: usize, value: T)
    where
        T: Clone;
    pub fn make_contiguous(&mut self) -> &mut [T];
    pub fn rotate_left(&mut self, n: usize);
    pub fn rotate_right(&mut self, n: usize);
    pub fn binary_search(&self, x: &T) -> Result<usize, usize>
    where
        T: Ord;
    pub fn partition_point<P: FnMut(&T) -> bool>(&self, pred: P) -> usize;
}
impl<T> Index<usize> for VecDeque<T> {
    type Output = T;
}
impl<T> IndexMut<usize> for VecDeque<T> {}
impl<T> From<Vec<T>> for VecDeque<T> {}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LinkedList<T> {
    items: PhantomData<T>,
}
impl<T> LinkedList<T> {
    pub const fn new() -> Self;
    pub fn append(&mut self, other: &mut Self);
    pub fn iter(&self) -> linked_list::Iter<'_, T>;
    pub fn iter_mut(&mut self) -> linked_list::IterMut<'_, T>;
    pub fn is_empty(&self) -> bool;
    pub fn len(&self) -> usize;
    pub fn clear(&mut self);
    pub fn contains(&self, x: &T) -> bool
    where
        T: PartialEq<T>;
    pub fn front(&self) -> Option<&T>;
    pub fn front_mut(&mut self) -> Option<&mut T>;
    pub fn back(&self) -> Option<&T>;
    pub fn back_mut(&mut self) -> Option<&mut T>;
    pub fn push_front(&mut self, elt: T);
    pub fn pop_front(&mut self) -> Option<T>;
    pub fn push_back(&mut self, elt: T);
    pub fn pop_back(&mut self) -> Option<T>;
    pub fn split_off(&mut self, at: usize) -> LinkedList<T>;
}

#[derive(Clone, Debug)]
pub struct BinaryHeap<T> {
    items: PhantomData<T>,
}
impl<T: Ord> BinaryHeap<T> {
    pub const fn new() -> BinaryHeap<T>;
    pub fn with_capacity(capacity: usize) -> BinaryHeap<T>;
    pub fn peek_mut(&mut self) -> Option<binary_heap::PeekMut<'_, T>>;
    pub fn pop(&mut self) -> Option<T>;
    pub fn push(&mut self, item: T);
    pub fn into_sorted_vec(self) -> Vec<T>;
    pub fn append(&mut self, other: &mut Self);
    pub fn retain<F: FnMut(&T) -> bool>(&mut self, f: F);
}
impl<T> BinaryHeap<T> {
    pub fn iter(&self) -> binary_heap::Iter<'_, T>;
    pub fn peek(&self) -> Option<&T>;
    pub fn capacity(&self) -> usize;
    pub fn reserve(&mut self, additional: usize);
    pub fn shrink_to_fit(&mut self);
    pub fn into_vec(self) -> Vec<T>;
    pub fn as_slice(&self) -> &[T];
    pub fn len(&self) -> usize;
    pub fn is_empty(&self) -> bool;
    pub fn drain(&mut self) -> binary_heap::Drain<'_, T>;
    pub fn clear(&mut self);
}
impl<T: Ord> From<Vec<T>> for BinaryHeap<T> {}

/// The iterators of a collection of one type, in the module named after it, and how it is built from items.
macro_rules! one_type {
    ($($module:ident: $name:ident<T $(: $bound:ident)?> $($extra:ident)*;)+) => {
        $(pub mod $module {
            pub use super::$name;
            #[derive(Debug)]
            pub struct Iter<'a, T>(&'a $name<T>);
            impl<'a, T> Clone for Iter<'a, T> {}
            #[derive(Debug, Clone)]
            pub struct IntoIter<T>($name<T>);
            sized_iterators! {
                ['a, T] Iter<'a, T> => &'a T;
                [T] IntoIter<T> => T;
            }
            $(one_type!(@$extra $name);)*
        }
        impl<T $(: $bound)?> Default for $name<T> {}
        impl<T> IntoIterator for $name<T> {
            type Item = T;
            type IntoIter = $module::IntoIter<T>;
        }
        impl<'a, T> IntoIterator for &'a $name<T> {
            type Item = &'a T;
            type IntoIter = $module::Iter<'a, T>;
        }
        impl<T $(: $bound)?> FromIterator<T> for $name<T> {}
        impl<T $(: $bound)?> Extend<T> for $name<T> {}
        impl<'a, T: Copy $(+ $bound)?> Extend<&'a T> for $name<T> {}
        impl<T $(: $bound)?, const N: usize> From<[T; N]> for $name<T> {})+
    };
    (@IterMut $name:ident) => {
        #[derive(Debug)]
        pub struct IterMut<'a, T>(&'a mut $name<T>);
        sized_iterators! {
            ['a, T] IterMut<'a, T> => &'a mut T;
        }
        impl<'a, T> IntoIterator for &'a mut $name<T> {
            type Item = &'a mut T;
            type IntoIter = IterMut<'a, T>;
        }
    };
    (@Drain $name:ident) => {
        #[derive(Debug)]
        pub struct Drain<'a, T>(&'a mut $name<T>);
        sized_iterators! {
            ['a, T] Drain<'a, T> => T;
        }
    };
    (@PeekMut $name:ident) => {
        pub struct PeekMut<'a, T: Ord>(&'a mut $name<T>);
        impl<'a, T: Ord> PeekMut<'a, T> {
            pub fn pop(this: PeekMut<'a, T>) -> T;
        }
        impl<T: Ord> crate::ops::Deref for PeekMut<'_, T> {
            type Target = T;
        }
        impl<T: Ord> crate::ops::DerefMut for PeekMut<'_, T> {}
    };
}
one_type! {
    vec_deque: VecDeque<T> IterMut Drain;
    linked_list: LinkedList<T> IterMut;
    binary_heap: BinaryHeap<T: Ord> Drain PeekMut;
    btree_set: BTreeSet<T: Ord>;
}
