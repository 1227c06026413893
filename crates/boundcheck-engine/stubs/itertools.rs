//! `itertools`: the methods on iterators.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::hash::Hash;

pub struct Items<T>(std::marker::PhantomData<T>);
impl<T> Iterator for Items<T> {
    type Item = T;
}
impl<T> Clone for Items<T> {}

pub enum EitherOrBoth<A, B> {
    Both(A, B),
    Left(A),
    Right(B),
}
pub enum MinMaxResult<T> {
    NoElements,
    OneElement(T),
    MinMax(T, T),
}
impl<T> MinMaxResult<T> {
    pub fn into_option(self) -> Option<(T, T)>;
}
pub enum Position {
    First,
    Middle,
    Last,
    Only,
}
pub fn zip_eq<I: IntoIterator, J: IntoIterator>(i: I, j: J) -> Items<(I::Item, J::Item)>;
pub fn join<I: IntoIterator>(iterable: I, sep: &str) -> String;

#[macro_export]
macro_rules! izip {
    ($first:expr $(,)?) => {
        ::std::iter::IntoIterator::into_iter($first)
    };
    ($first:expr, $second:expr $(,)?) => {
        ::std::iter::IntoIterator::into_iter($first).zip($second)
    };
    ($first:expr, $second:expr, $third:expr $(,)?) => {
        ::std::iter::IntoIterator::into_iter($first).zip($second).zip($third).map(|((a, b), c)| (a, b, c))
    };
}

pub trait Itertools: Iterator {
    fn all_equal(&mut self) -> bool
    where
        Self: Sized;
    fn all_unique(&mut self) -> bool
    where
        Self: Sized;
    fn at_most_one(self) -> Result<Option<Self::Item>, Items<Self::Item>>
    where
        Self: Sized;
    fn cartesian_product<J: IntoIterator>(self, other: J) -> Items<(Self::Item, J::Item)>
    where
        Self: Sized;
    fn chunks(self, size: usize) -> Items<Items<Self::Item>>
    where
        Self: Sized;
    fn collect_vec(self) -> Vec<Self::Item>
    where
        Self: Sized;
    fn combinations(self, k: usize) -> Items<Vec<Self::Item>>
    where
        Self: Sized;
    fn contains<Q: ?Sized>(&mut self, query: &Q) -> bool
    where
        Self: Sized;
    fn counts(self) -> HashMap<Self::Item, usize>
    where
        Self: Sized,
        Self::Item: Eq + Hash;
    fn dedup(self) -> Items<Self::Item>
    where
        Self: Sized;
    fn duplicates(self) -> Items<Self::Item>
    where
        Self: Sized;
    fn exactly_one(self) -> Result<Self::Item, Items<Self::Item>>
    where
        Self: Sized;
    fn filter_ok<F: FnMut(&T) -> bool, T, E>(self, f: F) -> Items<Result<T, E>>
    where
        Self: Iterator<Item = Result<T, E>> + Sized;
    fn find_position<P: FnMut(&Self::Item) -> bool>(&mut self, pred: P) -> Option<(usize, Self::Item)>;
    fn fold_ok<A, E, B, F: FnMut(B, A) -> B>(&mut self, start: B, f: F) -> Result<B, E>
    where
        Self: Iterator<Item = Result<A, E>>;
    fn format(self, sep: &str) -> String
    where
        Self: Sized;
    fn interleave<J: IntoIterator<Item = Self::Item>>(self, other: J) -> Items<Self::Item>
    where
        Self: Sized;
    fn intersperse(self, element: Self::Item) -> Items<Self::Item>
    where
        Self: Sized;
    fn into_group_map<K, V>(self) -> HashMap<K, Vec<V>>
    where
        Self: Iterator<Item = (K, V)> + Sized;
    fn into_group_map_by<K, F: FnMut(&Self::Item) -> K>(self, f: F) -> HashMap<K, Vec<Self::Item>>
    where
        Self: Sized;
    fn join(&mut self, sep: &str) -> String;
    fn k_smallest(self, k: usize) -> std::vec::IntoIter<Self::Item>
    where
        Self: Sized;
    fn map_ok<F: FnMut(T) -> U, T, U, E>(self, f: F) -> Items<Result<U, E>>
    where
        Self: Iterator<Item = Result<T, E>> + Sized;
    fn max_set(self) -> Vec<Self::Item>
    where
        Self: Sized;
    fn merge<J: IntoIterator<Item = Self::Item>>(self, other: J) -> Items<Self::Item>
    where
        Self: Sized;
    fn minmax(self) -> MinMaxResult<Self::Item>
    where
        Self: Sized;
    fn multi_cartesian_product(self) -> Items<Vec<<Self::Item as IntoIterator>::Item>>
    where
        Self: Sized,
        Self::Item: IntoIterator;
    fn partition_map<A: Default, B: Default, F: FnMut(Self::Item) -> R, R>(self, f: F) -> (A, B)
    where
        Self: Sized;
    fn permutations(self, k: usize) -> Items<Vec<Self::Item>>
    where
        Self: Sized;
    fn process_results<F: FnOnce(Items<T>) -> R, T, E, R>(self, f: F) -> Result<R, E>
    where
        Self: Iterator<Item = Result<T, E>> + Sized;
    fn sorted(self) -> std::vec::IntoIter<Self::Item>
    where
        Self: Sized;
    fn sorted_by<F: FnMut(&Self::Item, &Self::Item) -> Ordering>(self, cmp: F) -> std::vec::IntoIter<Self::Item>
    where
        Self: Sized;
    fn sorted_by_key<K: Ord, F: FnMut(&Self::Item) -> K>(self, f: F) -> std::vec::IntoIter<Self::Item>
    where
        Self: Sized;
    fn sorted_unstable(self) -> std::vec::IntoIter<Self::Item>
    where
        Self: Sized;
    fn take_while_ref<F: FnMut(&Self::Item) -> bool>(&mut self, accept: F) -> Items<Self::Item>;
    fn tuple_windows<T>(self) -> Items<T>
    where
        Self: Sized;
    fn tuples<T>(self) -> Items<T>
    where
        Self: Sized;
    fn try_collect<T, U: FromIterator<T>, E>(self) -> Result<U, E>
    where
        Self: Iterator<Item = Result<T, E>> + Sized;
    fn unique(self) -> Items<Self::Item>
    where
        Self: Sized;
    fn unique_by<V, F: FnMut(&Self::Item) -> V>(self, f: F) -> Items<Self::Item>
    where
        Self: Sized;
    fn update<F: FnMut(&mut Self::Item)>(self, updater: F) -> Items<Self::Item>
    where
        Self: Sized;
    fn with_position(self) -> Items<(Position, Self::Item)>
    where
        Self: Sized;
    fn zip_eq<J: IntoIterator>(self, other: J) -> Items<(Self::Item, J::Item)>
    where
        Self: Sized;
    fn zip_longest<J: IntoIterator>(self, other: J) -> Items<EitherOrBoth<Self::Item, J::Item>>
    where
        Self: Sized;
}
impl<T: ?Sized + Iterator> Itertools for T {}
