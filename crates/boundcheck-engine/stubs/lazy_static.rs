//! `lazy_static`: a static whose initialiser is the body of `deref`'s closure.

pub trait LazyStatic {
    fn initialize(lazy: &Self);
}
pub fn initialize<T: LazyStatic>(lazy: &T);

pub mod lazy {
    pub struct Lazy<T>(std::cell::UnsafeCell<Option<T>>);
    impl<T> Lazy<T> {
        pub const INIT: Self;
        pub fn get<F: FnOnce() -> T>(&'static self, f: F) -> &T;
    }
    unsafe impl<T: Sync> Sync for Lazy<T> {}
}

#[macro_export]
macro_rules! lazy_static {
    ($(#[$attr:meta])* $vis:vis static ref $name:ident : $ty:ty = $init:expr; $($rest:tt)*) => {
        $vis struct $name {
            __private_field: (),
        }
        $vis static $name: $name = $name { __private_field: () };
        impl ::std::ops::Deref for $name {
            type Target = $ty;
            fn deref(&self) -> &$ty {
                static LAZY: $crate::lazy::Lazy<$ty> = $crate::lazy::Lazy::INIT;
                LAZY.get(|| -> $ty { $init })
            }
        }
        impl $crate::LazyStatic for $name {}
        $crate::lazy_static! { $($rest)* }
    };
    () => {};
}
