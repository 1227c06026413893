// Collections: `HashSet` and `BTreeSet`.

pub struct HashSet<T, S = RandomState> {
    table: PhantomData<T>,
    hash_builder: S,
}
impl<T> HashSet<T, RandomState> {
    pub fn new() -> HashSet<T, RandomState>;
    pub fn with_capacity(capacity: usize) -> HashSet<T, RandomState>;
}
impl<T, S> HashSet<T, S> {
    pub const fn with_hasher(hasher: S) -> HashSet<T, S>;
    pub fn with_capacity_and_hasher(capacity: usize, hasher: S) -> HashSet<T, S>;
    pub fn capacity(&self) -> usize;
    pub fn iter(&self) -> hash_set::Iter<'_, T>;
    pub fn drain(&mut self) -> hash_set::Drain<'_, T>;
    pub fn hasher(&self) -> &S;
}
impl<T: Eq + Hash, S: BuildHasher> HashSet<T, S> {
    pub fn reserve(&mut self, additional: usize);
    pub fn shrink_to_fit(&mut self);
    pub fn difference<'a>(&'a self, other: &'a HashSet<T, S>) -> hash_set::Difference<'a, T, S>;
    pub fn symmetric_difference<'a>(&'a self, other: &'a HashSet<T, S>) -> hash_set::SymmetricDifference<'a, T, S>;
    pub fn intersection<'a>(&'a self, other: &'a HashSet<T, S>) -> hash_set::Intersection<'a, T, S>;
    pub fn union<'a>(&'a self, other: &'a HashSet<T, S>) -> hash_set::Union<'a, T, S>;
}

#[derive(Hash, PartialEq, Eq, Ord, PartialOrd, Clone)]
pub struct BTreeSet<T> {
    map: PhantomData<T>,
}
impl<T> BTreeSet<T> {
    pub const fn new() -> BTreeSet<T>;
    pub fn iter(&self) -> btree_set::Iter<'_, T>;
    pub fn first(&self) -> Option<&T>
    where
        T: Ord;
    pub fn last(&self) -> Option<&T>
    where
        T: Ord;
    pub fn pop_first(&mut self) -> Option<T>
    where
        T: Ord;
    pub fn pop_last(&mut self) -> Option<T>
    where
        T: Ord;
    pub fn append(&mut self, other: &mut Self)
    where
        T: Ord;
    pub fn range<K: ?Sized + Ord, R: RangeBounds<K>>(&self, range: R) -> btree_set::Iter<'_, T>
    where
        T: Borrow<K> + Ord;
    pub fn split_off<Q: ?Sized + Ord>(&mut self, value: &Q) -> Self
    where
        T: Borrow<Q> + Ord;
    pub fn difference<'a>(&'a self, other: &'a BTreeSet<T>) -> btree_set::Iter<'a, T>
    where
        T: Ord;
    pub fn symmetric_difference<'a>(&'a self, other: &'a BTreeSet<T>) -> btree_set::Iter<'a, T>
    where
        T: Ord;
    pub fn intersection<'a>(&'a self, other: &'a BTreeSet<T>) -> btree_set::Iter<'a, T>
    where
        T: Ord;
    pub fn union<'a>(&'a self, other: &'a BTreeSet<T>) -> btree_set::Iter<'a, T>
    where
        T: Ord;
}

/// What both sets have. `[generics] type, bounds of the member, bounds of the lookup key`.
macro_rules! set_methods {
    ($([$($generics:tt)*] $set:ty, ($($member:tt)+), ($($lookup:tt)+) [$($extra:tt)*] [$($made:tt)*];)+) => {
        $(impl<T, $($generics)*> $set {
            pub const fn len(&self) -> usize;
            pub const fn is_empty(&self) -> bool;
            pub fn clear(&mut self);
            pub fn retain<F: FnMut(&T) -> bool>(&mut self, f: F);
        }
        impl<T: $($member)+, $($generics)* $($extra)*> $set {
            pub fn contains<Q: $($lookup)+>(&self, value: &Q) -> bool
            where
                T: Borrow<Q>;
            pub fn get<Q: $($lookup)+>(&self, value: &Q) -> Option<&T>
            where
                T: Borrow<Q>;
            pub fn is_disjoint(&self, other: &Self) -> bool;
            pub fn is_subset(&self, other: &Self) -> bool;
            pub fn is_superset(&self, other: &Self) -> bool;
            pub fn insert(&mut self, value: T) -> bool;
            pub fn replace(&mut self, value: T) -> Option<T>;
            pub fn remove<Q: $($lookup)+>(&mut self, value: &Q) -> bool
            where
                T: Borrow<Q>;
            pub fn take<Q: $($lookup)+>(&mut self, value: &Q) -> Option<T>
            where
                T: Borrow<Q>;
        }
        set_operators! { [T: Clone + $($member)+, $($generics)* $($made)*] $set: BitOr BitAnd BitXor Sub }
        impl<T: crate::fmt::Debug, $($generics)*> crate::fmt::Debug for $set {})+
    };
}
macro_rules! set_operators {
    ([$($generics:tt)*] $set:ty: $($operator:ident)+) => {
        set_operators! { @ [$($operator)+] [$($generics)*] $set }
    };
    (@ [$first:ident $($rest:ident)*] [$($generics:tt)*] $set:ty) => {
        impl<$($generics)*> $first<&$set> for &$set {
            type Output = $set;
        }
        set_operators! { @ [$($rest)*] [$($generics)*] $set }
    };
    (@ [] $($done:tt)*) => {};
}
set_methods! {
    [S] HashSet<T, S>, (Eq + Hash), (?Sized + Hash + Eq) [: BuildHasher] [: BuildHasher + Default];
    [] BTreeSet<T>, (Ord), (?Sized + Ord) [] [];
}
impl<T: Clone, S: Clone> Clone for HashSet<T, S> {}
impl<T, S: Default> Default for HashSet<T, S> {}
impl<T: Eq + Hash, S: BuildHasher> PartialEq for HashSet<T, S> {}
impl<T: Eq + Hash, S: BuildHasher> Eq for HashSet<T, S> {}
impl<T: Eq + Hash, S: BuildHasher + Default> FromIterator<T> for HashSet<T, S> {}
impl<T: Eq + Hash, S: BuildHasher> Extend<T> for HashSet<T, S> {}
impl<'a, T: Copy + Eq + Hash, S: BuildHasher> Extend<&'a T> for HashSet<T, S> {}
impl<T: Eq + Hash, const N: usize> From<[T; N]> for HashSet<T, RandomState> {}
impl<T, S> IntoIterator for HashSet<T, S> {
    type Item = T;
    type IntoIter = hash_set::IntoIter<T>;
}
impl<'a, T, S> IntoIterator for &'a HashSet<T, S> {
    type Item = &'a T;
    type IntoIter = hash_set::Iter<'a, T>;
}

pub mod hash_set {
    pub use super::HashSet;
    use crate::marker::PhantomData;

    #[derive(Debug)]
    pub struct Iter<'a, T>(PhantomData<&'a T>);
    impl<T> Clone for Iter<'_, T> {}
    #[derive(Debug)]
    pub struct IntoIter<T>(PhantomData<T>);
    #[derive(Debug)]
    pub struct Drain<'a, T>(PhantomData<&'a mut T>);
    unordered_iterators! {
        ['a, T] Iter<'a, T> => &'a T;
        [T] IntoIter<T> => T;
        ['a, T] Drain<'a, T> => T;
    }

    macro_rules! operations {
        ($($name:ident)+) => {
            $(pub struct $name<'a, T, S>(PhantomData<&'a (T, S)>);
            impl<T, S> Clone for $name<'_, T, S> {}
            impl<'a, T, S> Iterator for $name<'a, T, S> {
                type Item = &'a T;
            })+
        };
    }
    operations! { Difference SymmetricDifference Intersection Union }
}
