//! What the other files declare in bulk.

/// Python's own types: a struct around `PyAny`.
macro_rules! natives {
    ($($name:ident)*) => { $(
        pub struct $name($crate::PyAny);
        impl $crate::types::Native for $name {}
        #[cfg(not(since_0_23))]
        gil_ref! { $name }
    )* };
}

/// A native type is used behind a reference before 0.23, and is itself a `PyAny` then.
macro_rules! gil_ref {
    ($name:ident) => {
        impl $crate::types::HasPyGilRef for $name {
            type AsRefTarget = $name;
        }
        unsafe impl $crate::types::PyNativeType for $name {
            type AsRefSource = $name;
        }
        impl std::ops::Deref for $name {
            type Target = $crate::PyAny;
        }
        impl AsRef<$crate::PyAny> for $name {}
        impl<'a> From<&'a $name> for &'a $crate::PyAny {}
        impl<'a> From<&'a $name> for $crate::Py<$name> {}
        impl std::fmt::Debug for $name {}
        impl std::fmt::Display for $name {}
    };
}

/// Exception types.
macro_rules! exceptions {
    ($($name:ident)*) => { $(
        pub struct $name($crate::PyAny);
        impl $crate::exceptions::Exception for $name {}
        #[cfg(not(since_0_23))]
        gil_ref! { $name }
        impl $name {
            pub fn new_err<A>(args: A) -> $crate::PyErr;
        }
        #[cfg(not(since_0_23))]
        impl<'a> From<&'a $name> for $crate::PyErr {}
        #[cfg(not(since_0_23))]
        impl std::error::Error for $name {}
    )* };
}

/// Types that come from Python, with the error of a failed conversion.
macro_rules! from_python {
    ($([$($param:tt)*] $ty:ty => $error:ty;)*) => { $(
        #[cfg(since_0_27)]
        impl<'a, 'py, $($param)*> $crate::FromPyObject<'a, 'py> for $ty {
            type Error = $error;
        }
        #[cfg(not(since_0_27))]
        impl<'py, $($param)*> $crate::FromPyObject<'py> for $ty {}
    )* };
}

/// Types that become Python objects: the type of the object, the pointer to it, the error.
macro_rules! into_python {
    ($([$($param:tt)*] $ty:ty => $target:ty, $output:ty, $error:ty;)*) => { $(
        impl<'py, $($param)*> $crate::IntoPyObject<'py> for $ty {
            type Target = $target;
            type Output = $output;
            type Error = $error;
        }
    )* };
}

/// Iterators over the items of a container.
macro_rules! iterators {
    ($($name:ident [$($lt:lifetime),*] => $item:ty;)*) => { $(
        pub struct $name<$($lt),*>($(std::marker::PhantomData<&$lt ()>),*);
        impl<$($lt),*> Iterator for $name<$($lt),*> {
            type Item = $item;
        }
        impl<$($lt),*> ExactSizeIterator for $name<$($lt),*> {}
        impl<$($lt),*> DoubleEndedIterator for $name<$($lt),*> {}
    )* };
}

/// Containers that `for` goes over, by value and by reference.
macro_rules! iterable {
    ($($ty:ident, $iter:ty => $item:ty;)*) => { $(
        impl<'py> IntoIterator for $crate::Bound<'py, $ty> {
            type Item = $item;
            type IntoIter = $iter;
        }
        impl<'a, 'py> IntoIterator for &'a $crate::Bound<'py, $ty> {
            type Item = $item;
            type IntoIter = $iter;
        }
    )* };
}
