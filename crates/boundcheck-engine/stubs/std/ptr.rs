// Raw pointers beyond minicore.

use crate::marker::{PointeeSized, Unsize};
use crate::ops::CoerceUnsized;

pub const fn null<T>() -> *const T;
pub const fn null_mut<T>() -> *mut T;
pub const fn dangling<T>() -> *const T;
pub const fn dangling_mut<T>() -> *mut T;
pub const fn without_provenance<T>(addr: usize) -> *const T;
pub const fn without_provenance_mut<T>(addr: usize) -> *mut T;
pub const fn with_exposed_provenance_mut<T>(addr: usize) -> *mut T;
pub const fn with_exposed_provenance<T>(addr: usize) -> *const T;
pub const fn from_ref<T: ?Sized>(r: &T) -> *const T;
pub const fn from_mut<T: ?Sized>(r: &mut T) -> *mut T;
pub const fn slice_from_raw_parts<T>(data: *const T, len: usize) -> *const [T];
pub const fn slice_from_raw_parts_mut<T>(data: *mut T, len: usize) -> *mut [T];
pub fn eq<T: ?Sized>(a: *const T, b: *const T) -> bool;
pub fn addr_eq<T: ?Sized, U: ?Sized>(p: *const T, q: *const U) -> bool;
pub fn fn_addr_eq<T, U>(f: T, g: U) -> bool;
pub fn hash<T: ?Sized, S: crate::hash::Hasher>(hashee: *const T, into: &mut S);
pub const unsafe fn swap<T>(a: *mut T, b: *mut T);
pub const unsafe fn replace<T>(dst: *mut T, src: T) -> T;
pub const unsafe fn copy<T>(src: *const T, dst: *mut T, count: usize);
pub const unsafe fn copy_nonoverlapping<T>(src: *const T, dst: *mut T, count: usize);
pub const unsafe fn read_unaligned<T>(src: *const T) -> T;
pub const unsafe fn write_unaligned<T>(dst: *mut T, src: T);
pub unsafe fn read_volatile<T>(src: *const T) -> T;
pub unsafe fn write_volatile<T>(dst: *mut T, src: T);
pub const unsafe fn write_bytes<T>(dst: *mut T, val: u8, count: usize);

/// What both kinds of raw pointers can do.
macro_rules! pointer_methods {
    ($($kind:tt)+) => {
        $(impl<T: ?Sized> *$kind T {
            pub const fn is_null(self) -> bool;
            pub const fn cast<U>(self) -> *$kind U;
            pub fn addr(self) -> usize;
            pub fn expose_provenance(self) -> usize;
            pub const unsafe fn as_ref<'a>(self) -> Option<&'a T>;
            pub const unsafe fn byte_add(self, count: usize) -> Self;
            pub const unsafe fn byte_sub(self, count: usize) -> Self;
            pub const unsafe fn byte_offset(self, count: isize) -> Self;
        }
        impl<T> *$kind T {
            pub const unsafe fn offset(self, count: isize) -> *$kind T;
            pub const fn wrapping_offset(self, count: isize) -> *$kind T;
            pub const unsafe fn offset_from(self, origin: *const T) -> isize;
            pub const unsafe fn offset_from_unsigned(self, subtracted: *const T) -> usize;
            pub const unsafe fn add(self, count: usize) -> Self;
            pub const unsafe fn sub(self, count: usize) -> Self;
            pub const fn wrapping_add(self, count: usize) -> Self;
            pub const fn wrapping_sub(self, count: usize) -> Self;
            pub const unsafe fn read(self) -> T;
            pub unsafe fn read_volatile(self) -> T;
            pub const unsafe fn read_unaligned(self) -> T;
            pub const unsafe fn copy_to(self, dest: *mut T, count: usize);
            pub const unsafe fn copy_to_nonoverlapping(self, dest: *mut T, count: usize);
            pub fn align_offset(self, align: usize) -> usize;
            pub fn is_aligned(self) -> bool;
        }
        impl<T> *$kind [T] {
            pub const fn len(self) -> usize;
            pub const fn is_empty(self) -> bool;
        })+
    };
}
pointer_methods! { const mut }
impl<T: ?Sized> *const T {
    pub const fn cast_mut(self) -> *mut T;
}
impl<T: ?Sized> *mut T {
    pub const fn cast_const(self) -> *const T;
    pub const unsafe fn as_mut<'a>(self) -> Option<&'a mut T>;
    pub unsafe fn drop_in_place(self);
}
impl<T> *mut T {
    pub const unsafe fn write(self, val: T);
    pub const unsafe fn write_bytes(self, val: u8, count: usize);
    pub unsafe fn write_volatile(self, val: T);
    pub const unsafe fn write_unaligned(self, val: T);
    pub const unsafe fn replace(self, src: T) -> T;
    pub const unsafe fn swap(self, with: *mut T);
    pub const unsafe fn copy_from(self, src: *const T, count: usize);
    pub const unsafe fn copy_from_nonoverlapping(self, src: *const T, count: usize);
}

pub struct NonNull<T: PointeeSized> {
    pointer: *const T,
}
impl<T> NonNull<T> {
    pub const fn dangling() -> Self;
    pub const unsafe fn add(self, count: usize) -> Self;
    pub const unsafe fn sub(self, count: usize) -> Self;
    pub const unsafe fn offset(self, count: isize) -> Self;
    pub const unsafe fn read(self) -> T;
    pub const unsafe fn write(self, val: T);
    pub fn is_aligned(self) -> bool;
}
impl<T: ?Sized> NonNull<T> {
    pub const unsafe fn new_unchecked(ptr: *mut T) -> Self;
    pub const fn new(ptr: *mut T) -> Option<Self>;
    pub const fn from_ref(r: &T) -> Self;
    pub const fn from_mut(r: &mut T) -> Self;
    pub const fn as_ptr(self) -> *mut T;
    pub const unsafe fn as_ref<'a>(&self) -> &'a T;
    pub const unsafe fn as_mut<'a>(&mut self) -> &'a mut T;
    pub const fn cast<U>(self) -> NonNull<U>;
    pub fn addr(self) -> crate::num::NonZeroUsize;
    pub unsafe fn drop_in_place(self);
}
impl<T> NonNull<[T]> {
    pub const fn slice_from_raw_parts(data: NonNull<T>, len: usize) -> Self;
    pub const fn len(self) -> usize;
}
impl<T: ?Sized> Clone for NonNull<T> {}
impl<T: ?Sized> Copy for NonNull<T> {}
impl<T: ?Sized> PartialEq for NonNull<T> {}
impl<T: ?Sized> Eq for NonNull<T> {}
impl<T: ?Sized> PartialOrd for NonNull<T> {}
impl<T: ?Sized> Ord for NonNull<T> {}
impl<T: ?Sized> crate::hash::Hash for NonNull<T> {}
impl<T: ?Sized> crate::fmt::Debug for NonNull<T> {}
impl<T: ?Sized> crate::fmt::Pointer for NonNull<T> {}
impl<T: ?Sized> From<&T> for NonNull<T> {}
impl<T: ?Sized> From<&mut T> for NonNull<T> {}
impl<T: ?Sized + Unsize<U>, U: ?Sized> CoerceUnsized<NonNull<U>> for NonNull<T> {}

/// The pointer inside `Box`, `Rc` and `Arc`; it is `Send` and `Sync` when what it points to is.
pub(crate) struct Unique<T: ?Sized> {
    pointer: crate::marker::PhantomData<T>,
}
