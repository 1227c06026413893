// Collections: `HashMap` and `BTreeMap`.

pub struct HashMap<K, V, S = RandomState> {
    table: PhantomData<(K, V)>,
    hash_builder: S,
}
impl<K, V> HashMap<K, V, RandomState> {
    pub fn new() -> HashMap<K, V, RandomState>;
    pub fn with_capacity(capacity: usize) -> HashMap<K, V, RandomState>;
}
impl<K, V, S> HashMap<K, V, S> {
    pub const fn with_hasher(hash_builder: S) -> HashMap<K, V, S>;
    pub fn with_capacity_and_hasher(capacity: usize, hash_builder: S) -> HashMap<K, V, S>;
    pub fn capacity(&self) -> usize;
    pub fn drain(&mut self) -> hash_map::Drain<'_, K, V>;
    pub fn extract_if<F: FnMut(&K, &mut V) -> bool>(&mut self, pred: F) -> hash_map::ExtractIf<'_, K, V, F>;
    pub fn hasher(&self) -> &S;
}
impl<K: Eq + Hash, V, S: BuildHasher> HashMap<K, V, S> {
    pub fn reserve(&mut self, additional: usize);
    pub fn try_reserve(&mut self, additional: usize) -> Result<(), TryReserveError>;
    pub fn shrink_to_fit(&mut self);
    pub fn shrink_to(&mut self, min_capacity: usize);
    pub fn get_disjoint_mut<Q: ?Sized + Hash + Eq, const N: usize>(&mut self, ks: [&Q; N]) -> [Option<&mut V>; N]
    where
        K: Borrow<Q>;
}

#[derive(Clone)]
pub struct BTreeMap<K, V> {
    tree: PhantomData<(K, V)>,
}
impl<K, V> BTreeMap<K, V> {
    pub const fn new() -> BTreeMap<K, V>;
    pub fn first_key_value(&self) -> Option<(&K, &V)>
    where
        K: Ord;
    pub fn first_entry(&mut self) -> Option<btree_map::OccupiedEntry<'_, K, V>>
    where
        K: Ord;
    pub fn pop_first(&mut self) -> Option<(K, V)>
    where
        K: Ord;
    pub fn last_key_value(&self) -> Option<(&K, &V)>
    where
        K: Ord;
    pub fn last_entry(&mut self) -> Option<btree_map::OccupiedEntry<'_, K, V>>
    where
        K: Ord;
    pub fn pop_last(&mut self) -> Option<(K, V)>
    where
        K: Ord;
    pub fn append(&mut self, other: &mut Self)
    where
        K: Ord;
    pub fn range<T: ?Sized + Ord, R: RangeBounds<T>>(&self, range: R) -> btree_map::Range<'_, K, V>
    where
        K: Borrow<T> + Ord;
    pub fn range_mut<T: ?Sized + Ord, R: RangeBounds<T>>(&mut self, range: R) -> btree_map::RangeMut<'_, K, V>
    where
        K: Borrow<T> + Ord;
    pub fn split_off<Q: ?Sized + Ord>(&mut self, key: &Q) -> Self
    where
        K: Borrow<Q> + Ord;
}

/// What both maps have. `[generics] type, bounds of the key, bounds of the lookup key, module`.
macro_rules! map_methods {
    ($([$($generics:tt)*] $map:ty, ($($key:tt)+), ($($lookup:tt)+) [$($extra:tt)*], $module:ident;)+) => {
        $(impl<K, V, $($generics)*> $map {
            pub fn keys(&self) -> $module::Keys<'_, K, V>;
            pub fn into_keys(self) -> $module::IntoKeys<K, V>;
            pub fn values(&self) -> $module::Values<'_, K, V>;
            pub fn values_mut(&mut self) -> $module::ValuesMut<'_, K, V>;
            pub fn into_values(self) -> $module::IntoValues<K, V>;
            pub fn iter(&self) -> $module::Iter<'_, K, V>;
            pub fn iter_mut(&mut self) -> $module::IterMut<'_, K, V>;
            pub const fn len(&self) -> usize;
            pub const fn is_empty(&self) -> bool;
            pub fn clear(&mut self);
            pub fn retain<F: FnMut(&K, &mut V) -> bool>(&mut self, f: F);
        }
        impl<K: $($key)+, V, $($generics)* $($extra)*> $map {
            pub fn entry(&mut self, key: K) -> $module::Entry<'_, K, V>;
            pub fn get<Q: $($lookup)+>(&self, k: &Q) -> Option<&V>
            where
                K: Borrow<Q>;
            pub fn get_key_value<Q: $($lookup)+>(&self, k: &Q) -> Option<(&K, &V)>
            where
                K: Borrow<Q>;
            pub fn contains_key<Q: $($lookup)+>(&self, k: &Q) -> bool
            where
                K: Borrow<Q>;
            pub fn get_mut<Q: $($lookup)+>(&mut self, k: &Q) -> Option<&mut V>
            where
                K: Borrow<Q>;
            pub fn insert(&mut self, k: K, v: V) -> Option<V>;
            pub fn remove<Q: $($lookup)+>(&mut self, k: &Q) -> Option<V>
            where
                K: Borrow<Q>;
            pub fn remove_entry<Q: $($lookup)+>(&mut self, k: &Q) -> Option<(K, V)>
            where
                K: Borrow<Q>;
        }
        impl<K: Borrow<Q> + $($key)+, Q: $($lookup)+, V, $($generics)* $($extra)*> Index<&Q> for $map {
            type Output = V;
        }
        impl<K, V, $($generics)*> IntoIterator for $map {
            type Item = (K, V);
            type IntoIter = $module::IntoIter<K, V>;
        }
        impl<'a, K, V, $($generics)*> IntoIterator for &'a $map {
            type Item = (&'a K, &'a V);
            type IntoIter = $module::Iter<'a, K, V>;
        }
        impl<'a, K, V, $($generics)*> IntoIterator for &'a mut $map {
            type Item = (&'a K, &'a mut V);
            type IntoIter = $module::IterMut<'a, K, V>;
        }
        impl<K: $($key)+, V, $($generics)* $($extra)*> Extend<(K, V)> for $map {}
        impl<'a, K: Copy + $($key)+, V: Copy, $($generics)* $($extra)*> Extend<(&'a K, &'a V)> for $map {}
        impl<K: $($key)+, V: PartialEq, $($generics)* $($extra)*> PartialEq for $map {}
        impl<K: $($key)+, V: Eq, $($generics)* $($extra)*> Eq for $map {}
        impl<K: crate::fmt::Debug, V: crate::fmt::Debug, $($generics)*> crate::fmt::Debug for $map {})+
    };
}
map_methods! {
    [S] HashMap<K, V, S>, (Eq + Hash), (?Sized + Hash + Eq) [: BuildHasher], hash_map;
    [] BTreeMap<K, V>, (Ord), (?Sized + Ord) [], btree_map;
}
impl<K: Clone, V: Clone, S: Clone> Clone for HashMap<K, V, S> {}
impl<K, V, S: Default> Default for HashMap<K, V, S> {}
impl<K: Eq + Hash, V, S: BuildHasher + Default> FromIterator<(K, V)> for HashMap<K, V, S> {}
impl<K: Eq + Hash, V, const N: usize> From<[(K, V); N]> for HashMap<K, V, RandomState> {}
impl<K, V> Default for BTreeMap<K, V> {}
impl<K: Ord, V> FromIterator<(K, V)> for BTreeMap<K, V> {}
impl<K: Ord, V, const N: usize> From<[(K, V); N]> for BTreeMap<K, V> {}
impl<K: PartialOrd + Ord, V: PartialOrd> PartialOrd for BTreeMap<K, V> {}
impl<K: Ord, V: Ord> Ord for BTreeMap<K, V> {}
impl<K: Hash, V: Hash> Hash for BTreeMap<K, V> {}

/// What the module of a map holds: its iterators and its entries, whose keys are bound by `$key`.
macro_rules! map_module {
    ($map:ident, $iterators:ident) => {
        pub use super::$map;
        use crate::marker::PhantomData;

        map_iterators! { $iterators
            shared Iter => (&'a K, &'a V);
            shared Keys => &'a K;
            shared Values => &'a V;
            unique IterMut => (&'a K, &'a mut V);
            unique ValuesMut => &'a mut V;
            owned IntoIter => (K, V);
            owned IntoKeys => K;
            owned IntoValues => V;
        }

        pub enum Entry<'a, K: 'a, V: 'a> {
            Occupied(OccupiedEntry<'a, K, V>),
            Vacant(VacantEntry<'a, K, V>),
        }
        pub struct OccupiedEntry<'a, K: 'a, V: 'a>(PhantomData<&'a mut (K, V)>);
        pub struct VacantEntry<'a, K: 'a, V: 'a>(PhantomData<&'a mut (K, V)>);

        impl<'a, K, V> Entry<'a, K, V> {
            pub fn or_insert(self, default: V) -> &'a mut V;
            pub fn or_insert_with<F: FnOnce() -> V>(self, default: F) -> &'a mut V;
            pub fn or_insert_with_key<F: FnOnce(&K) -> V>(self, default: F) -> &'a mut V;
            pub fn or_default(self) -> &'a mut V
            where
                V: Default;
            pub fn key(&self) -> &K;
            pub fn and_modify<F: FnOnce(&mut V)>(self, f: F) -> Self;
            pub fn insert_entry(self, value: V) -> OccupiedEntry<'a, K, V>;
        }
        impl<'a, K, V> OccupiedEntry<'a, K, V> {
            pub fn key(&self) -> &K;
            pub fn remove_entry(self) -> (K, V);
            pub fn get(&self) -> &V;
            pub fn get_mut(&mut self) -> &mut V;
            pub fn into_mut(self) -> &'a mut V;
            pub fn insert(&mut self, value: V) -> V;
            pub fn remove(self) -> V;
        }
        impl<'a, K: 'a, V: 'a> VacantEntry<'a, K, V> {
            pub fn key(&self) -> &K;
            pub fn into_key(self) -> K;
            pub fn insert(self, value: V) -> &'a mut V;
            pub fn insert_entry(self, value: V) -> OccupiedEntry<'a, K, V>;
        }
        impl<K: crate::fmt::Debug, V: crate::fmt::Debug> crate::fmt::Debug for Entry<'_, K, V> {}
    };
}
/// Iterators over a map: `$how` is the macro that says which ways they go.
macro_rules! map_iterators {
    ($how:ident $($kind:ident $name:ident => $item:ty;)+) => {
        $(map_iterators! { @$kind $how $name => $item })+
    };
    (@owned $how:ident $name:ident => $item:ty) => {
        pub struct $name<K, V>(PhantomData<(K, V)>);
        $how! { [K, V] $name<K, V> => $item; }
    };
    (@shared $how:ident $name:ident => $item:ty) => {
        pub struct $name<'a, K, V>(PhantomData<&'a (K, V)>);
        impl<K, V> Clone for $name<'_, K, V> {}
        impl<K: crate::fmt::Debug, V: crate::fmt::Debug> crate::fmt::Debug for $name<'_, K, V> {}
        $how! { ['a, K, V] $name<'a, K, V> => $item; }
    };
    (@unique $how:ident $name:ident => $item:ty) => {
        pub struct $name<'a, K, V>(PhantomData<&'a mut (K, V)>);
        $how! { ['a, K, V] $name<'a, K, V> => $item; }
    };
}
/// Implements `Iterator` and `ExactSizeIterator`, for collections without an order.
macro_rules! unordered_iterators {
    ($([$($generics:tt)*] $ty:ty => $item:ty;)+) => {
        $(impl<$($generics)*> Iterator for $ty {
            type Item = $item;
        }
        impl<$($generics)*> ExactSizeIterator for $ty {}
        impl<$($generics)*> crate::iter::FusedIterator for $ty {})+
    };
}

pub mod hash_map {
    pub use crate::hash::{DefaultHasher, RandomState};

    map_module! { HashMap, unordered_iterators }
    map_iterators! { unordered_iterators
        unique Drain => (K, V);
    }
    pub struct ExtractIf<'a, K, V, F> {
        map: PhantomData<&'a mut (K, V)>,
        pred: F,
    }
    impl<K, V, F: FnMut(&K, &mut V) -> bool> Iterator for ExtractIf<'_, K, V, F> {
        type Item = (K, V);
    }
}

pub mod btree_map {
    map_module! { BTreeMap, sized_iterators }
    map_iterators! { sized_iterators
        shared Range => (&'a K, &'a V);
        unique RangeMut => (&'a K, &'a mut V);
    }
}
