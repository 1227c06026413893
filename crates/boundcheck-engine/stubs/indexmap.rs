//! `indexmap`.

pub use map::IndexMap;
pub use set::IndexSet;

#[macro_export]
macro_rules! indexmap {
    ($($key:expr => $value:expr),* $(,)?) => { $crate::IndexMap::from([$(($key, $value)),*]) };
}

pub struct Items<T>(std::marker::PhantomData<T>);
impl<T> Iterator for Items<T> {
    type Item = T;
}
impl<T> ExactSizeIterator for Items<T> {}
impl<T> DoubleEndedIterator for Items<T> {}
impl<T> Clone for Items<T> {}

pub mod map {
    use crate::Items;
    use std::cmp::Ordering;
    use std::collections::hash_map::RandomState;

    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct IndexMap<K, V, S = RandomState>(Vec<(K, V)>, S);
    impl<K, V> IndexMap<K, V, RandomState> {
        pub fn new() -> Self;
        pub fn with_capacity(n: usize) -> Self;
    }
    impl<K, V, S> IndexMap<K, V, S> {
        pub fn with_hasher(hash_builder: S) -> Self;
        pub fn with_capacity_and_hasher(n: usize, hash_builder: S) -> Self;
        pub fn len(&self) -> usize;
        pub fn is_empty(&self) -> bool;
        pub fn clear(&mut self);
        pub fn reserve(&mut self, additional: usize);
        pub fn iter(&self) -> Items<(&K, &V)>;
        pub fn iter_mut(&mut self) -> Items<(&K, &mut V)>;
        pub fn keys(&self) -> Items<&K>;
        pub fn into_keys(self) -> Items<K>;
        pub fn values(&self) -> Items<&V>;
        pub fn values_mut(&mut self) -> Items<&mut V>;
        pub fn into_values(self) -> Items<V>;
        pub fn drain<R>(&mut self, range: R) -> Items<(K, V)>;
        pub fn insert(&mut self, key: K, value: V) -> Option<V>;
        pub fn insert_full(&mut self, key: K, value: V) -> (usize, Option<V>);
        pub fn entry(&mut self, key: K) -> Entry<'_, K, V>;
        pub fn contains_key<Q: ?Sized>(&self, key: &Q) -> bool;
        pub fn get<Q: ?Sized>(&self, key: &Q) -> Option<&V>;
        pub fn get_full<Q: ?Sized>(&self, key: &Q) -> Option<(usize, &K, &V)>;
        pub fn get_mut<Q: ?Sized>(&mut self, key: &Q) -> Option<&mut V>;
        pub fn get_index(&self, index: usize) -> Option<(&K, &V)>;
        pub fn get_index_of<Q: ?Sized>(&self, key: &Q) -> Option<usize>;
        pub fn get_index_mut(&mut self, index: usize) -> Option<(&K, &mut V)>;
        pub fn first(&self) -> Option<(&K, &V)>;
        pub fn last(&self) -> Option<(&K, &V)>;
        pub fn pop(&mut self) -> Option<(K, V)>;
        pub fn remove<Q: ?Sized>(&mut self, key: &Q) -> Option<V>;
        pub fn swap_remove<Q: ?Sized>(&mut self, key: &Q) -> Option<V>;
        pub fn shift_remove<Q: ?Sized>(&mut self, key: &Q) -> Option<V>;
        pub fn retain<F: FnMut(&K, &mut V) -> bool>(&mut self, keep: F);
        pub fn sort_keys(&mut self);
        pub fn sort_by<F: FnMut(&K, &V, &K, &V) -> Ordering>(&mut self, cmp: F);
    }
    pub struct Entry<'a, K, V>(&'a (K, V));
    impl<'a, K, V> Entry<'a, K, V> {
        pub fn key(&self) -> &K;
        pub fn or_insert(self, default: V) -> &'a mut V;
        pub fn or_insert_with<F: FnOnce() -> V>(self, call: F) -> &'a mut V;
        pub fn or_default(self) -> &'a mut V
        where
            V: Default;
        pub fn and_modify<F: FnOnce(&mut V)>(self, f: F) -> Self;
    }
    impl<K, V, S> Default for IndexMap<K, V, S> {}
    impl<K, V, S> FromIterator<(K, V)> for IndexMap<K, V, S> {}
    impl<K, V, S> Extend<(K, V)> for IndexMap<K, V, S> {}
    impl<K, V, const N: usize> From<[(K, V); N]> for IndexMap<K, V, RandomState> {}
    impl<K, V, S> IntoIterator for IndexMap<K, V, S> {
        type Item = (K, V);
        type IntoIter = Items<(K, V)>;
    }
    impl<'a, K, V, S> IntoIterator for &'a IndexMap<K, V, S> {
        type Item = (&'a K, &'a V);
        type IntoIter = Items<(&'a K, &'a V)>;
    }
    impl<K, V, Q: ?Sized, S> std::ops::Index<&Q> for IndexMap<K, V, S> {
        type Output = V;
    }
    impl<K, V, Q: ?Sized, S> std::ops::IndexMut<&Q> for IndexMap<K, V, S> {}
}

pub mod set {
    use crate::Items;
    use std::collections::hash_map::RandomState;

    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct IndexSet<T, S = RandomState>(Vec<T>, S);
    impl<T> IndexSet<T, RandomState> {
        pub fn new() -> Self;
        pub fn with_capacity(n: usize) -> Self;
    }
    impl<T, S> IndexSet<T, S> {
        pub fn len(&self) -> usize;
        pub fn is_empty(&self) -> bool;
        pub fn iter(&self) -> Items<&T>;
        pub fn insert(&mut self, value: T) -> bool;
        pub fn insert_full(&mut self, value: T) -> (usize, bool);
        pub fn contains<Q: ?Sized>(&self, value: &Q) -> bool;
        pub fn get<Q: ?Sized>(&self, value: &Q) -> Option<&T>;
        pub fn get_index(&self, index: usize) -> Option<&T>;
        pub fn get_index_of<Q: ?Sized>(&self, value: &Q) -> Option<usize>;
        pub fn shift_remove<Q: ?Sized>(&mut self, value: &Q) -> bool;
        pub fn swap_remove<Q: ?Sized>(&mut self, value: &Q) -> bool;
    }
    impl<T, S> Default for IndexSet<T, S> {}
    impl<T, S> FromIterator<T> for IndexSet<T, S> {}
    impl<T, S> Extend<T> for IndexSet<T, S> {}
    impl<T, S> IntoIterator for IndexSet<T, S> {
        type Item = T;
        type IntoIter = Items<T>;
    }
    impl<'a, T, S> IntoIterator for &'a IndexSet<T, S> {
        type Item = &'a T;
        type IntoIter = Items<&'a T>;
    }
}
