// `Clone`, and its implementations for the primitive types.

#[lang = "clone"]
pub trait Clone: Sized {
    fn clone(&self) -> Self;
    fn clone_from(&mut self, source: &Self);
}

#[rustc_builtin_macro]
pub macro Clone($item:item) {}

macro_rules! clone_impls {
    ($($ty:ty)+) => {
        $(impl Clone for $ty {})+
    };
}
for_integers!(clone_impls);
clone_impls! { ! f16 f32 f64 f128 bool char }

impl<T: crate::marker::PointeeSized> Clone for &T {}
impl<T: crate::marker::PointeeSized> Clone for *const T {}
impl<T: crate::marker::PointeeSized> Clone for *mut T {}
impl<T: Clone, const N: usize> Clone for [T; N] {}
