// `Default` for the primitive types; the trait and its derive come from minicore.

macro_rules! default_impls {
    ($($ty:ty)+) => {
        $(impl Default for $ty {})+
    };
}
for_integers!(default_impls);
default_impls! { () f32 f64 bool char &str &mut str }

impl<T> Default for &[T] {}
impl<T> Default for &mut [T] {}
impl<T: Default, const N: usize> Default for [T; N] {}
