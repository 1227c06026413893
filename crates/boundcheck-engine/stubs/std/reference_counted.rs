// The text shared by `Rc` and `Arc`.

/// A reference-counted pointer `$name` and its `Weak`.
macro_rules! reference_counted {
    ($name:ident) => {
        pub struct $name<T: ?Sized> {
            value: crate::ptr::Unique<T>,
        }
        pub struct Weak<T: ?Sized> {
            value: crate::ptr::Unique<T>,
        }

        impl<T> $name<T> {
            pub fn new(value: T) -> Self;
            pub fn new_cyclic<F: FnOnce(&Weak<T>) -> T>(data_fn: F) -> Self;
            pub fn new_uninit() -> $name<crate::mem::MaybeUninit<T>>;
            pub fn pin(value: T) -> crate::pin::Pin<Self>;
            pub fn try_unwrap(this: Self) -> Result<T, Self>;
            pub fn into_inner(this: Self) -> Option<T>;
        }
        impl<T: ?Sized> $name<T> {
            pub unsafe fn from_raw(ptr: *const T) -> Self;
            pub fn into_raw(this: Self) -> *const T;
            pub fn as_ptr(this: &Self) -> *const T;
            pub fn downgrade(this: &Self) -> Weak<T>;
            pub fn weak_count(this: &Self) -> usize;
            pub fn strong_count(this: &Self) -> usize;
            pub unsafe fn increment_strong_count(ptr: *const T);
            pub unsafe fn decrement_strong_count(ptr: *const T);
            pub fn get_mut(this: &mut Self) -> Option<&mut T>;
            pub fn ptr_eq(this: &Self, other: &Self) -> bool;
        }
        impl<T: Clone> $name<T> {
            pub fn make_mut(this: &mut Self) -> &mut T;
            pub fn unwrap_or_clone(this: Self) -> T;
        }
        impl<T> Weak<T> {
            pub const fn new() -> Weak<T>;
        }
        impl<T: ?Sized> Weak<T> {
            pub fn upgrade(&self) -> Option<$name<T>>;
            pub fn strong_count(&self) -> usize;
            pub fn weak_count(&self) -> usize;
            pub fn ptr_eq(&self, other: &Self) -> bool;
            pub fn as_ptr(&self) -> *const T;
            pub fn into_raw(self) -> *const T;
            pub unsafe fn from_raw(ptr: *const T) -> Self;
        }

        impl<T: ?Sized> crate::ops::Deref for $name<T> {
            type Target = T;
        }
        impl<T: ?Sized> Clone for $name<T> {}
        impl<T: ?Sized> Clone for Weak<T> {}
        impl<T: Default> Default for $name<T> {}
        impl<T> Default for $name<[T]> {}
        impl Default for $name<str> {}
        impl<T> Default for Weak<T> {}
        impl<T: ?Sized> Unpin for $name<T> {}
        impl<T: ?Sized> Unpin for Weak<T> {}
        impl<T: ?Sized + crate::marker::Unsize<U>, U: ?Sized> crate::ops::CoerceUnsized<$name<U>> for $name<T> {}
        impl<T: ?Sized + crate::marker::Unsize<U>, U: ?Sized> crate::ops::DispatchFromDyn<$name<U>> for $name<T> {}
        impl<T: ?Sized + crate::marker::Unsize<U>, U: ?Sized> crate::ops::CoerceUnsized<Weak<U>> for Weak<T> {}
        impl<T: ?Sized + PartialEq> PartialEq for $name<T> {}
        impl<T: ?Sized + Eq> Eq for $name<T> {}
        impl<T: ?Sized + PartialOrd> PartialOrd for $name<T> {}
        impl<T: ?Sized + Ord> Ord for $name<T> {}
        impl<T: ?Sized + crate::hash::Hash> crate::hash::Hash for $name<T> {}
        impl<T: ?Sized + crate::fmt::Debug> crate::fmt::Debug for $name<T> {}
        impl<T: ?Sized + crate::fmt::Display> crate::fmt::Display for $name<T> {}
        impl<T: ?Sized> crate::fmt::Pointer for $name<T> {}
        impl<T: ?Sized> crate::fmt::Debug for Weak<T> {}
        impl<T: ?Sized> AsRef<T> for $name<T> {}
        impl<T: ?Sized> crate::borrow::Borrow<T> for $name<T> {}
        impl<T: ?Sized + crate::error::Error> crate::error::Error for $name<T> {}

        impl<T> From<T> for $name<T> {}
        impl<T: ?Sized> From<Box<T>> for $name<T> {}
        impl<T> From<Vec<T>> for $name<[T]> {}
        impl<T: Clone> From<&[T]> for $name<[T]> {}
        impl<T, const N: usize> From<[T; N]> for $name<[T]> {}
        impl From<&str> for $name<str> {}
        impl From<String> for $name<str> {}
        impl From<$name<str>> for $name<[u8]> {}
        impl<'a> From<crate::borrow::Cow<'a, str>> for $name<str> {}
        impl<T> FromIterator<T> for $name<[T]> {}
    };
}
