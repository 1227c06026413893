//! `once_cell`.

pub mod sync {
    pub struct OnceCell<T>(std::cell::UnsafeCell<Option<T>>);
    unsafe impl<T: Sync + Send> Sync for OnceCell<T> {}
    impl<T> OnceCell<T> {
        pub const fn new() -> OnceCell<T>;
        pub const fn with_value(value: T) -> OnceCell<T>;
        pub fn get(&self) -> Option<&T>;
        pub fn wait(&self) -> &T;
        pub fn get_mut(&mut self) -> Option<&mut T>;
        pub fn set(&self, value: T) -> Result<(), T>;
        pub fn try_insert(&self, value: T) -> Result<&T, (&T, T)>;
        pub fn get_or_init<F: FnOnce() -> T>(&self, f: F) -> &T;
        pub fn get_or_try_init<F: FnOnce() -> Result<T, E>, E>(&self, f: F) -> Result<&T, E>;
        pub fn take(&mut self) -> Option<T>;
        pub fn into_inner(self) -> Option<T>;
    }
    impl<T> Default for OnceCell<T> {}
    impl<T: Clone> Clone for OnceCell<T> {}
    impl<T: std::fmt::Debug> std::fmt::Debug for OnceCell<T> {}
    impl<T> From<T> for OnceCell<T> {}

    pub struct Lazy<T, F = fn() -> T>(std::cell::UnsafeCell<Result<T, F>>);
    unsafe impl<T: Sync + Send, F: Send> Sync for Lazy<T, F> {}
    impl<T, F> Lazy<T, F> {
        pub const fn new(f: F) -> Lazy<T, F>;
    }
    impl<T, F: FnOnce() -> T> Lazy<T, F> {
        pub fn force(this: &Lazy<T, F>) -> &T;
        pub fn force_mut(this: &mut Lazy<T, F>) -> &mut T;
        pub fn get(this: &Lazy<T, F>) -> Option<&T>;
    }
    impl<T, F: FnOnce() -> T> std::ops::Deref for Lazy<T, F> {
        type Target = T;
    }
    impl<T, F: FnOnce() -> T> std::ops::DerefMut for Lazy<T, F> {}
}

pub mod unsync {
    pub struct OnceCell<T>(std::cell::UnsafeCell<Option<T>>);
    impl<T> OnceCell<T> {
        pub const fn new() -> OnceCell<T>;
        pub fn get(&self) -> Option<&T>;
        pub fn get_mut(&mut self) -> Option<&mut T>;
        pub fn set(&self, value: T) -> Result<(), T>;
        pub fn get_or_init<F: FnOnce() -> T>(&self, f: F) -> &T;
        pub fn get_or_try_init<F: FnOnce() -> Result<T, E>, E>(&self, f: F) -> Result<&T, E>;
        pub fn take(&mut self) -> Option<T>;
        pub fn into_inner(self) -> Option<T>;
    }
    impl<T> Default for OnceCell<T> {}
    pub struct Lazy<T, F = fn() -> T>(std::cell::UnsafeCell<Result<T, F>>);
    impl<T, F> Lazy<T, F> {
        pub const fn new(f: F) -> Lazy<T, F>;
    }
    impl<T, F: FnOnce() -> T> Lazy<T, F> {
        pub fn force(this: &Lazy<T, F>) -> &T;
    }
    impl<T, F: FnOnce() -> T> std::ops::Deref for Lazy<T, F> {
        type Target = T;
    }
}

pub mod race {
    pub struct OnceBox<T>(T);
    impl<T> OnceBox<T> {
        pub const fn new() -> Self;
        pub fn get(&self) -> Option<&T>;
        pub fn get_or_init<F: FnOnce() -> Box<T>>(&self, f: F) -> &T;
    }
    pub struct OnceBool(bool);
    impl OnceBool {
        pub const fn new() -> Self;
        pub fn get(&self) -> Option<bool>;
        pub fn get_or_init<F: FnOnce() -> bool>(&self, f: F) -> bool;
    }
}
