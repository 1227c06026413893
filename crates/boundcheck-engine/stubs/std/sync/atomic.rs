// Atomics.

#[derive(Copy, Clone, Debug, Eq, PartialEq, Hash)]
#[non_exhaustive]
pub enum Ordering {
    Relaxed,
    Release,
    Acquire,
    AcqRel,
    SeqCst,
}

pub fn fence(order: Ordering);
pub fn compiler_fence(order: Ordering);

/// What every atomic type can do: `$generics $atomic` over `$ty`.
macro_rules! atomics {
    ($([$($generics:tt)*] $atomic:ty, $ty:ty;)+) => {
        $(impl<$($generics)*> $atomic {
            pub const fn new(v: $ty) -> Self;
            pub fn get_mut(&mut self) -> &mut $ty;
            pub const fn into_inner(self) -> $ty;
            pub const fn as_ptr(&self) -> *mut $ty;
            pub const unsafe fn from_ptr<'a>(ptr: *mut $ty) -> &'a Self;
            pub fn load(&self, order: Ordering) -> $ty;
            pub fn store(&self, val: $ty, order: Ordering);
            pub fn swap(&self, val: $ty, order: Ordering) -> $ty;
            pub fn compare_and_swap(&self, current: $ty, new: $ty, order: Ordering) -> $ty;
            pub fn compare_exchange(
                &self,
                current: $ty,
                new: $ty,
                success: Ordering,
                failure: Ordering,
            ) -> Result<$ty, $ty>;
            pub fn compare_exchange_weak(
                &self,
                current: $ty,
                new: $ty,
                success: Ordering,
                failure: Ordering,
            ) -> Result<$ty, $ty>;
            pub fn fetch_update<F: FnMut($ty) -> Option<$ty>>(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                f: F,
            ) -> Result<$ty, $ty>;
        }
        unsafe impl<$($generics)*> Send for $atomic {}
        unsafe impl<$($generics)*> Sync for $atomic {}
        impl<$($generics)*> Default for $atomic {}
        impl<$($generics)*> From<$ty> for $atomic {}
        impl<$($generics)*> crate::fmt::Debug for $atomic {})+
    };
}
macro_rules! integer_atomics {
    ($($atomic:ident $ty:ident)+) => {
        $(pub struct $atomic(crate::cell::UnsafeCell<$ty>);
        atomics! { [] $atomic, $ty; }
        impl $atomic {
            pub fn fetch_add(&self, val: $ty, order: Ordering) -> $ty;
            pub fn fetch_sub(&self, val: $ty, order: Ordering) -> $ty;
            pub fn fetch_and(&self, val: $ty, order: Ordering) -> $ty;
            pub fn fetch_nand(&self, val: $ty, order: Ordering) -> $ty;
            pub fn fetch_or(&self, val: $ty, order: Ordering) -> $ty;
            pub fn fetch_xor(&self, val: $ty, order: Ordering) -> $ty;
            pub fn fetch_max(&self, val: $ty, order: Ordering) -> $ty;
            pub fn fetch_min(&self, val: $ty, order: Ordering) -> $ty;
        })+
    };
}
integer_atomics! {
    AtomicI8 i8 AtomicI16 i16 AtomicI32 i32 AtomicI64 i64 AtomicIsize isize
    AtomicU8 u8 AtomicU16 u16 AtomicU32 u32 AtomicU64 u64 AtomicUsize usize
}

pub struct AtomicBool(crate::cell::UnsafeCell<bool>);
atomics! { [] AtomicBool, bool; }
impl AtomicBool {
    pub fn fetch_and(&self, val: bool, order: Ordering) -> bool;
    pub fn fetch_nand(&self, val: bool, order: Ordering) -> bool;
    pub fn fetch_or(&self, val: bool, order: Ordering) -> bool;
    pub fn fetch_xor(&self, val: bool, order: Ordering) -> bool;
    pub fn fetch_not(&self, order: Ordering) -> bool;
}

pub struct AtomicPtr<T>(crate::cell::UnsafeCell<*mut T>);
atomics! { [T] AtomicPtr<T>, *mut T; }
