//! `ahash`: maps that deref to those of the standard library.

use std::collections::{HashMap, HashSet, hash_map};
use std::ops::{Deref, DerefMut};

#[derive(Clone, Default)]
pub struct AHasher(u64);
impl std::hash::Hasher for AHasher {}
#[derive(Clone, Default)]
pub struct RandomState(u64);
impl RandomState {
    pub fn new() -> Self;
    pub const fn with_seed(key: usize) -> Self;
    pub const fn with_seeds(k0: u64, k1: u64, k2: u64, k3: u64) -> Self;
    pub fn hash_one<T>(&self, x: T) -> u64;
}
impl std::hash::BuildHasher for RandomState {
    type Hasher = AHasher;
}

#[derive(Debug, Clone)]
pub struct AHashMap<K, V, S = RandomState>(HashMap<K, V, S>);
impl<K, V> AHashMap<K, V, RandomState> {
    pub fn new() -> Self;
    pub fn with_capacity(capacity: usize) -> Self;
}
impl<K, V, S> AHashMap<K, V, S> {
    pub fn get<Q: ?Sized>(&self, k: &Q) -> Option<&V>;
    pub fn get_mut<Q: ?Sized>(&mut self, k: &Q) -> Option<&mut V>;
    pub fn insert(&mut self, k: K, v: V) -> Option<V>;
    pub fn remove<Q: ?Sized>(&mut self, k: &Q) -> Option<V>;
    pub fn into_values(self) -> hash_map::IntoValues<K, V>;
}
impl<K, V, S> Deref for AHashMap<K, V, S> {
    type Target = HashMap<K, V, S>;
}
impl<K, V, S> DerefMut for AHashMap<K, V, S> {}
impl<K, V, S> Default for AHashMap<K, V, S> {}
impl<K, V, S> FromIterator<(K, V)> for AHashMap<K, V, S> {}
impl<K, V, S> Extend<(K, V)> for AHashMap<K, V, S> {}
impl<K, V, S> IntoIterator for AHashMap<K, V, S> {
    type Item = (K, V);
    type IntoIter = hash_map::IntoIter<K, V>;
}
impl<'a, K, V, S> IntoIterator for &'a AHashMap<K, V, S> {
    type Item = (&'a K, &'a V);
    type IntoIter = hash_map::Iter<'a, K, V>;
}
impl<'a, K, V, S> IntoIterator for &'a mut AHashMap<K, V, S> {
    type Item = (&'a K, &'a mut V);
    type IntoIter = hash_map::IterMut<'a, K, V>;
}
impl<K, Q: ?Sized, V, S> std::ops::Index<&Q> for AHashMap<K, V, S> {
    type Output = V;
}

#[derive(Debug, Clone)]
pub struct AHashSet<T, S = RandomState>(HashSet<T, S>);
impl<T> AHashSet<T, RandomState> {
    pub fn new() -> Self;
    pub fn with_capacity(capacity: usize) -> Self;
}
impl<T, S> Deref for AHashSet<T, S> {
    type Target = HashSet<T, S>;
}
impl<T, S> DerefMut for AHashSet<T, S> {}
impl<T, S> Default for AHashSet<T, S> {}
impl<T, S> FromIterator<T> for AHashSet<T, S> {}
impl<T, S> Extend<T> for AHashSet<T, S> {}
impl<T, S> IntoIterator for AHashSet<T, S> {
    type Item = T;
    type IntoIter = std::collections::hash_set::IntoIter<T>;
}
impl<'a, T, S> IntoIterator for &'a AHashSet<T, S> {
    type Item = &'a T;
    type IntoIter = std::collections::hash_set::Iter<'a, T>;
}
