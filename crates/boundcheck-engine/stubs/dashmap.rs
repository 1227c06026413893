//! `dashmap`: a map behind locks, which its guards hold.

use std::collections::hash_map::RandomState;

pub mod mapref {
    pub mod one {
        use std::marker::PhantomData;
        pub struct Ref<'a, K, V>(PhantomData<&'a (K, V)>);
        pub struct RefMut<'a, K, V>(PhantomData<&'a (K, V)>);
        impl<'a, K, V> Ref<'a, K, V> {
            pub fn key(&self) -> &K;
            pub fn value(&self) -> &V;
            pub fn pair(&self) -> (&K, &V);
        }
        impl<'a, K, V> RefMut<'a, K, V> {
            pub fn key(&self) -> &K;
            pub fn value(&self) -> &V;
            pub fn value_mut(&mut self) -> &mut V;
        }
        impl<'a, K, V> std::ops::Deref for Ref<'a, K, V> {
            type Target = V;
        }
        impl<'a, K, V> std::ops::Deref for RefMut<'a, K, V> {
            type Target = V;
        }
        impl<'a, K, V> std::ops::DerefMut for RefMut<'a, K, V> {}
        impl<'a, K, V> Drop for Ref<'a, K, V> {}
        impl<'a, K, V> Drop for RefMut<'a, K, V> {}
    }
    pub mod entry {
        use super::one::RefMut;
        pub struct Entry<'a, K, V>(&'a (K, V));
        impl<'a, K, V> Entry<'a, K, V> {
            pub fn or_insert(self, value: V) -> RefMut<'a, K, V>;
            pub fn or_insert_with(self, value: impl FnOnce() -> V) -> RefMut<'a, K, V>;
            pub fn or_default(self) -> RefMut<'a, K, V>;
            pub fn and_modify(self, f: impl FnOnce(&mut V)) -> Self;
        }
    }
}
pub use mapref::entry::Entry;
use mapref::one::{Ref, RefMut};

pub struct Entries<T>(std::marker::PhantomData<T>);
impl<T> Iterator for Entries<T> {
    type Item = T;
}
#[derive(Debug, Clone, Default)]
pub struct DashMap<K, V, S = RandomState>(Vec<(K, V)>, S);
impl<K, V> DashMap<K, V, RandomState> {
    pub fn new() -> Self;
    pub fn with_capacity(capacity: usize) -> Self;
}
impl<K, V, S> DashMap<K, V, S> {
    pub fn insert(&self, key: K, value: V) -> Option<V>;
    pub fn remove<Q: ?Sized>(&self, key: &Q) -> Option<(K, V)>;
    pub fn get<Q: ?Sized>(&self, key: &Q) -> Option<Ref<'_, K, V>>;
    pub fn get_mut<Q: ?Sized>(&self, key: &Q) -> Option<RefMut<'_, K, V>>;
    pub fn entry(&self, key: K) -> Entry<'_, K, V>;
    pub fn contains_key<Q: ?Sized>(&self, key: &Q) -> bool;
    pub fn iter(&self) -> Entries<Ref<'_, K, V>>;
    pub fn iter_mut(&self) -> Entries<RefMut<'_, K, V>>;
    pub fn len(&self) -> usize;
    pub fn is_empty(&self) -> bool;
    pub fn clear(&self);
    pub fn retain(&self, f: impl FnMut(&K, &mut V) -> bool);
}
impl<K, V, S: Default> FromIterator<(K, V)> for DashMap<K, V, S> {}
impl<'a, K, V, S> IntoIterator for &'a DashMap<K, V, S> {
    type Item = Ref<'a, K, V>;
    type IntoIter = Entries<Ref<'a, K, V>>;
}
impl<K, V, S> IntoIterator for DashMap<K, V, S> {
    type Item = (K, V);
    type IntoIter = Entries<(K, V)>;
}
#[derive(Debug, Clone, Default)]
pub struct DashSet<K, S = RandomState>(Vec<K>, S);
impl<K> DashSet<K, RandomState> {
    pub fn new() -> Self;
}
impl<K, S> DashSet<K, S> {
    pub fn insert(&self, key: K) -> bool;
    pub fn remove<Q: ?Sized>(&self, key: &Q) -> Option<K>;
    pub fn contains<Q: ?Sized>(&self, key: &Q) -> bool;
    pub fn len(&self) -> usize;
    pub fn is_empty(&self) -> bool;
    pub fn clear(&self);
}
