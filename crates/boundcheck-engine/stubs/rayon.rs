//! `rayon`: parallel iterators. All adaptors are one type here; the methods and the items are rayon's.

pub use rayon_core::{BroadcastContext, FnContext, Scope, ScopeFifo, ThreadBuilder, ThreadPool};
pub use rayon_core::{ThreadPoolBuildError, ThreadPoolBuilder, Yield, broadcast, current_num_threads};
pub use rayon_core::{current_thread_index, in_place_scope, in_place_scope_fifo, join, join_context};
pub use rayon_core::{max_num_threads, scope, scope_fifo, spawn, spawn_broadcast, spawn_fifo, yield_now};

pub mod prelude {
    pub use crate::iter::{FromParallelIterator, IndexedParallelIterator, IntoParallelIterator};
    pub use crate::iter::{IntoParallelRefIterator, IntoParallelRefMutIterator, ParallelBridge};
    pub use crate::iter::{ParallelDrainFull, ParallelDrainRange, ParallelExtend, ParallelIterator};
    pub use crate::slice::{ParallelSlice, ParallelSliceMut};
    pub use crate::str::ParallelString;
}

pub mod iter {
    use std::cmp::Ordering;
    use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, VecDeque};
    use std::iter::{Product, Sum};

    pub struct Par<T>(std::marker::PhantomData<T>);
    impl<T> ParallelIterator for Par<T> {
        type Item = T;
    }
    impl<T> IndexedParallelIterator for Par<T> {}
    impl<T> Clone for Par<T> {}

    pub fn empty<T>() -> Par<T>;
    pub fn once<T>(item: T) -> Par<T>;
    pub fn repeat<T: Clone>(element: T) -> Par<T>;
    pub fn repeatn<T: Clone>(element: T, n: usize) -> Par<T>;
    pub fn repeat_n<T: Clone>(element: T, n: usize) -> Par<T>;
    pub fn split<D, S: Fn(D) -> (D, Option<D>)>(data: D, splitter: S) -> Par<D>;

    pub trait ParallelIterator: Sized {
        type Item;
        fn for_each<OP: Fn(Self::Item) + Sync + Send>(self, op: OP);
        fn for_each_with<OP: Fn(&mut T, Self::Item) + Sync + Send, T>(self, init: T, op: OP);
        fn for_each_init<OP: Fn(&mut T, Self::Item), INIT: Fn() -> T, T>(self, init: INIT, op: OP);
        fn try_for_each<OP: Fn(Self::Item) -> R + Sync + Send, R>(self, op: OP) -> R;
        fn try_for_each_with<OP: Fn(&mut T, Self::Item) -> R, T, R>(self, init: T, op: OP) -> R;
        fn try_for_each_init<OP: Fn(&mut T, Self::Item) -> R, INIT: Fn() -> T, T, R>(self, init: INIT, op: OP) -> R;
        fn count(self) -> usize;
        fn map<F: Fn(Self::Item) -> R + Sync + Send, R>(self, map_op: F) -> Par<R>;
        fn map_with<F: Fn(&mut T, Self::Item) -> R, T, R>(self, init: T, map_op: F) -> Par<R>;
        fn map_init<F: Fn(&mut T, Self::Item) -> R, INIT: Fn() -> T, T, R>(self, init: INIT, map_op: F) -> Par<R>;
        fn cloned<'a, T: 'a + Clone>(self) -> Par<T>
        where
            Self: ParallelIterator<Item = &'a T>;
        fn copied<'a, T: 'a + Copy>(self) -> Par<T>
        where
            Self: ParallelIterator<Item = &'a T>;
        fn inspect<OP: Fn(&Self::Item) + Sync + Send>(self, inspect_op: OP) -> Par<Self::Item>;
        fn update<F: Fn(&mut Self::Item) + Sync + Send>(self, update_op: F) -> Par<Self::Item>;
        fn filter<P: Fn(&Self::Item) -> bool + Sync + Send>(self, filter_op: P) -> Par<Self::Item>;
        fn filter_map<P: Fn(Self::Item) -> Option<R> + Sync + Send, R>(self, filter_op: P) -> Par<R>;
        fn flat_map<F: Fn(Self::Item) -> PI + Sync + Send, PI: IntoParallelIterator>(self, map_op: F) -> Par<PI::Item>;
        fn flat_map_iter<F: Fn(Self::Item) -> SI + Sync + Send, SI: IntoIterator>(self, map_op: F) -> Par<SI::Item>;
        fn flatten(self) -> Par<<Self::Item as IntoParallelIterator>::Item>
        where
            Self::Item: IntoParallelIterator;
        fn flatten_iter(self) -> Par<<Self::Item as IntoIterator>::Item>
        where
            Self::Item: IntoIterator;
        fn reduce<OP, ID>(self, identity: ID, op: OP) -> Self::Item
        where
            OP: Fn(Self::Item, Self::Item) -> Self::Item + Sync + Send,
            ID: Fn() -> Self::Item + Sync + Send;
        fn reduce_with<OP>(self, op: OP) -> Option<Self::Item>
        where
            OP: Fn(Self::Item, Self::Item) -> Self::Item + Sync + Send;
        fn try_reduce<T, OP, ID>(self, identity: ID, op: OP) -> Self::Item
        where
            OP: Fn(T, T) -> Self::Item + Sync + Send,
            ID: Fn() -> T + Sync + Send;
        fn try_reduce_with<T, OP>(self, op: OP) -> Option<Self::Item>
        where
            OP: Fn(T, T) -> Self::Item + Sync + Send;
        fn fold<T, ID: Fn() -> T, F: Fn(T, Self::Item) -> T>(self, identity: ID, fold_op: F) -> Par<T>;
        fn fold_with<F: Fn(T, Self::Item) -> T, T>(self, init: T, fold_op: F) -> Par<T>;
        fn try_fold<T, R, ID: Fn() -> T, F: Fn(T, Self::Item) -> R>(self, identity: ID, fold_op: F) -> Par<R>;
        fn sum<S: Sum<Self::Item>>(self) -> S;
        fn product<P: Product<Self::Item>>(self) -> P;
        fn min(self) -> Option<Self::Item>;
        fn min_by<F: Fn(&Self::Item, &Self::Item) -> Ordering>(self, f: F) -> Option<Self::Item>;
        fn min_by_key<K: Ord, F: Fn(&Self::Item) -> K>(self, f: F) -> Option<Self::Item>;
        fn max(self) -> Option<Self::Item>;
        fn max_by<F: Fn(&Self::Item, &Self::Item) -> Ordering>(self, f: F) -> Option<Self::Item>;
        fn max_by_key<K: Ord, F: Fn(&Self::Item) -> K>(self, f: F) -> Option<Self::Item>;
        fn chain<C: IntoParallelIterator<Item = Self::Item>>(self, chain: C) -> Par<Self::Item>;
        fn find_any<P: Fn(&Self::Item) -> bool>(self, predicate: P) -> Option<Self::Item>;
        fn find_first<P: Fn(&Self::Item) -> bool>(self, predicate: P) -> Option<Self::Item>;
        fn find_last<P: Fn(&Self::Item) -> bool>(self, predicate: P) -> Option<Self::Item>;
        fn find_map_any<P: Fn(Self::Item) -> Option<R>, R>(self, predicate: P) -> Option<R>;
        fn find_map_first<P: Fn(Self::Item) -> Option<R>, R>(self, predicate: P) -> Option<R>;
        fn any<P: Fn(Self::Item) -> bool>(self, predicate: P) -> bool;
        fn all<P: Fn(Self::Item) -> bool>(self, predicate: P) -> bool;
        fn while_some<T>(self) -> Par<T>
        where
            Self: ParallelIterator<Item = Option<T>>;
        fn panic_fuse(self) -> Par<Self::Item>;
        fn collect<C: FromParallelIterator<Self::Item>>(self) -> C;
        fn collect_vec_list(self) -> std::collections::LinkedList<Vec<Self::Item>>;
        fn unzip<A, B, FromA: Default, FromB: Default>(self) -> (FromA, FromB)
        where
            Self: ParallelIterator<Item = (A, B)>;
        fn partition<A: Default, B: Default, P: Fn(&Self::Item) -> bool>(self, predicate: P) -> (A, B);
        fn intersperse(self, element: Self::Item) -> Par<Self::Item>;
        fn take_any(self, n: usize) -> Par<Self::Item>;
        fn skip_any(self, n: usize) -> Par<Self::Item>;
        fn opt_len(&self) -> Option<usize>;
    }

    pub trait IndexedParallelIterator: ParallelIterator {
        fn by_exponential_blocks(self) -> Par<Self::Item>;
        fn by_uniform_blocks(self, block_size: usize) -> Par<Self::Item>;
        fn collect_into_vec(self, target: &mut Vec<Self::Item>);
        fn unzip_into_vecs<A, B>(self, left: &mut Vec<A>, right: &mut Vec<B>)
        where
            Self: IndexedParallelIterator<Item = (A, B)>;
        fn zip<Z: IntoParallelIterator>(self, zip_op: Z) -> Par<(Self::Item, Z::Item)>;
        fn zip_eq<Z: IntoParallelIterator>(self, zip_op: Z) -> Par<(Self::Item, Z::Item)>;
        fn interleave<I: IntoParallelIterator<Item = Self::Item>>(self, other: I) -> Par<Self::Item>;
        fn chunks(self, chunk_size: usize) -> Par<Vec<Self::Item>>;
        fn fold_chunks<T, ID: Fn() -> T, F: Fn(T, Self::Item) -> T>(self, size: usize, id: ID, f: F) -> Par<T>;
        fn enumerate(self) -> Par<(usize, Self::Item)>;
        fn step_by(self, step: usize) -> Par<Self::Item>;
        fn skip(self, n: usize) -> Par<Self::Item>;
        fn take(self, n: usize) -> Par<Self::Item>;
        fn position_any<P: Fn(Self::Item) -> bool>(self, predicate: P) -> Option<usize>;
        fn position_first<P: Fn(Self::Item) -> bool>(self, predicate: P) -> Option<usize>;
        fn rev(self) -> Par<Self::Item>;
        fn with_min_len(self, min: usize) -> Par<Self::Item>;
        fn with_max_len(self, max: usize) -> Par<Self::Item>;
        fn len(&self) -> usize;
    }

    pub trait IntoParallelIterator {
        type Iter: ParallelIterator<Item = Self::Item>;
        type Item;
        fn into_par_iter(self) -> Self::Iter;
    }
    impl<T: ParallelIterator> IntoParallelIterator for T {
        type Iter = T;
        type Item = T::Item;
    }
    pub trait IntoParallelRefIterator<'data> {
        type Iter: ParallelIterator<Item = Self::Item>;
        type Item;
        fn par_iter(&'data self) -> Self::Iter;
    }
    impl<'data, I: 'data + ?Sized> IntoParallelRefIterator<'data> for I
    where
        &'data I: IntoParallelIterator,
    {
        type Iter = <&'data I as IntoParallelIterator>::Iter;
        type Item = <&'data I as IntoParallelIterator>::Item;
    }
    pub trait IntoParallelRefMutIterator<'data> {
        type Iter: ParallelIterator<Item = Self::Item>;
        type Item;
        fn par_iter_mut(&'data mut self) -> Self::Iter;
    }
    impl<'data, I: 'data + ?Sized> IntoParallelRefMutIterator<'data> for I
    where
        &'data mut I: IntoParallelIterator,
    {
        type Iter = <&'data mut I as IntoParallelIterator>::Iter;
        type Item = <&'data mut I as IntoParallelIterator>::Item;
    }

    macro_rules! into_parallel {
        ($([$($param:tt)*] $ty:ty => $item:ty;)*) => { $(
            impl<$($param)*> IntoParallelIterator for $ty {
                type Iter = Par<$item>;
                type Item = $item;
            }
        )* };
    }
    into_parallel! {
        [T] Vec<T> => T;
        ['a, T] &'a Vec<T> => &'a T;
        ['a, T] &'a mut Vec<T> => &'a mut T;
        ['a, T] &'a [T] => &'a T;
        ['a, T] &'a mut [T] => &'a mut T;
        [T, const N: usize] [T; N] => T;
        ['a, T, const N: usize] &'a [T; N] => &'a T;
        ['a, T, const N: usize] &'a mut [T; N] => &'a mut T;
        [T] Box<[T]> => T;
        [T] Option<T> => T;
        [T] VecDeque<T> => T;
        ['a, T] &'a VecDeque<T> => &'a T;
        [T, S] HashSet<T, S> => T;
        ['a, T, S] &'a HashSet<T, S> => &'a T;
        [T] BTreeSet<T> => T;
        ['a, T] &'a BTreeSet<T> => &'a T;
        [K, V, S] HashMap<K, V, S> => (K, V);
        ['a, K, V, S] &'a HashMap<K, V, S> => (&'a K, &'a V);
        ['a, K, V, S] &'a mut HashMap<K, V, S> => (&'a K, &'a mut V);
        [K, V] BTreeMap<K, V> => (K, V);
        ['a, K, V] &'a BTreeMap<K, V> => (&'a K, &'a V);
        ['a, K, V] &'a mut BTreeMap<K, V> => (&'a K, &'a mut V);
        [T] std::ops::Range<T> => T;
        [T] std::ops::RangeInclusive<T> => T;
    }
    impl<A: IntoParallelIterator, B: IntoParallelIterator> IntoParallelIterator for (A, B) {
        type Iter = Par<(A::Item, B::Item)>;
        type Item = (A::Item, B::Item);
    }

    pub trait FromParallelIterator<T> {}
    macro_rules! from_parallel {
        ($([$($param:tt)*] $item:ty => $ty:ty;)*) => { $(
            impl<$($param)*> FromParallelIterator<$item> for $ty {}
        )* };
    }
    from_parallel! {
        [T] T => Vec<T>;
        [T] T => Box<[T]>;
        [T] T => std::sync::Arc<[T]>;
        [T] T => VecDeque<T>;
        [T] T => BinaryHeap<T>;
        [T, S] T => HashSet<T, S>;
        [T] T => BTreeSet<T>;
        [K, V, S] (K, V) => HashMap<K, V, S>;
        [K, V] (K, V) => BTreeMap<K, V>;
        [] char => String;
        [] String => String;
        ['a] &'a str => String;
        [] () => ();
        [C: FromParallelIterator<T>, T] Option<T> => Option<C>;
        [C: FromParallelIterator<T>, T, E] Result<T, E> => Result<C, E>;
        [A, B, X: FromParallelIterator<A>, Y: FromParallelIterator<B>] (A, B) => (X, Y);
    }
    pub trait ParallelExtend<T> {
        fn par_extend<I: IntoParallelIterator<Item = T>>(&mut self, par_iter: I);
    }
    impl<T> ParallelExtend<T> for Vec<T> {}
    impl<T, S> ParallelExtend<T> for HashSet<T, S> {}
    impl<K, V, S> ParallelExtend<(K, V)> for HashMap<K, V, S> {}

    pub trait ParallelBridge: Sized + Iterator {
        fn par_bridge(self) -> Par<Self::Item>;
    }
    impl<T: Iterator> ParallelBridge for T {}
    pub trait ParallelDrainRange<Idx = usize> {
        type Item;
        fn par_drain<R: std::ops::RangeBounds<Idx>>(self, range: R) -> Par<Self::Item>;
    }
    impl<'a, T> ParallelDrainRange<usize> for &'a mut Vec<T> {
        type Item = T;
    }
    pub trait ParallelDrainFull {
        type Item;
        fn par_drain(self) -> Par<Self::Item>;
    }
    impl<'a, K, V, S> ParallelDrainFull for &'a mut HashMap<K, V, S> {
        type Item = (K, V);
    }
}

pub mod slice {
    use crate::iter::Par;
    use std::cmp::Ordering;

    pub trait ParallelSlice<T> {
        fn as_parallel_slice(&self) -> &[T];
        fn par_split<P: Fn(&T) -> bool>(&self, separator: P) -> Par<&[T]>;
        fn par_windows(&self, window_size: usize) -> Par<&[T]>;
        fn par_chunks(&self, chunk_size: usize) -> Par<&[T]>;
        fn par_chunks_exact(&self, chunk_size: usize) -> Par<&[T]>;
        fn par_rchunks(&self, chunk_size: usize) -> Par<&[T]>;
        fn par_chunk_by<F: Fn(&T, &T) -> bool>(&self, pred: F) -> Par<&[T]>;
    }
    impl<T> ParallelSlice<T> for [T] {}
    pub trait ParallelSliceMut<T> {
        fn as_parallel_slice_mut(&mut self) -> &mut [T];
        fn par_split_mut<P: Fn(&T) -> bool>(&mut self, separator: P) -> Par<&mut [T]>;
        fn par_chunks_mut(&mut self, chunk_size: usize) -> Par<&mut [T]>;
        fn par_chunks_exact_mut(&mut self, chunk_size: usize) -> Par<&mut [T]>;
        fn par_rchunks_mut(&mut self, chunk_size: usize) -> Par<&mut [T]>;
        fn par_sort(&mut self);
        fn par_sort_by<F: Fn(&T, &T) -> Ordering + Sync>(&mut self, compare: F);
        fn par_sort_by_key<K: Ord, F: Fn(&T) -> K + Sync>(&mut self, f: F);
        fn par_sort_by_cached_key<K: Ord, F: Fn(&T) -> K + Sync>(&mut self, f: F);
        fn par_sort_unstable(&mut self);
        fn par_sort_unstable_by<F: Fn(&T, &T) -> Ordering + Sync>(&mut self, compare: F);
        fn par_sort_unstable_by_key<K: Ord, F: Fn(&T) -> K + Sync>(&mut self, f: F);
    }
    impl<T> ParallelSliceMut<T> for [T] {}
}

pub mod str {
    use crate::iter::Par;

    pub trait ParallelString {
        fn as_parallel_string(&self) -> &str;
        fn par_chars(&self) -> Par<char>;
        fn par_char_indices(&self) -> Par<(usize, char)>;
        fn par_bytes(&self) -> Par<u8>;
        fn par_split<P>(&self, separator: P) -> Par<&str>;
        fn par_lines(&self) -> Par<&str>;
        fn par_split_whitespace(&self) -> Par<&str>;
    }
    impl ParallelString for str {}
}
