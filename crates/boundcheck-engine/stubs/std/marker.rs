// Markers beyond those of minicore.

impl<T: Copy, const N: usize> Copy for [T; N] {}

impl<T: PointeeSized> Unpin for &T {}
impl<T: PointeeSized> Unpin for &mut T {}
impl<T: PointeeSized> Unpin for *const T {}
impl<T: PointeeSized> Unpin for *mut T {}

mod phantom_impls {
    use super::{PhantomData, PointeeSized};

    impl<T: PointeeSized> Default for PhantomData<T> {}
    impl<T: PointeeSized> PartialEq for PhantomData<T> {}
    impl<T: PointeeSized> Eq for PhantomData<T> {}
    impl<T: PointeeSized> PartialOrd for PhantomData<T> {}
    impl<T: PointeeSized> Ord for PhantomData<T> {}
    impl<T: PointeeSized> crate::hash::Hash for PhantomData<T> {}
    impl<T: PointeeSized> crate::fmt::Debug for PhantomData<T> {}
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PhantomPinned;
impl !Unpin for PhantomPinned {}

#[lang = "destruct"]
pub trait Destruct {}

#[lang = "freeze"]
pub unsafe auto trait Freeze {}
impl<T: PointeeSized> !Freeze for crate::cell::UnsafeCell<T> {}
