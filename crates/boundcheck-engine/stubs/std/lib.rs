//! Signatures of `std`, `core` and `alloc` as one crate, enough to resolve the calls of real projects.
//!
//! Bodies are missing on purpose: only names and types are read. Each module file may be joined with the module of the
//! same name from rust-analyzer's minicore, which brings the lang items that its release needs.

#![rustc_coherence_is_core]
#![feature(lang_items)]

/// Calls the macro `$each` once per integer type.
macro_rules! for_integers {
    ($each:ident) => {
        $each! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }
    };
}

/// Implements a trait with nothing to say for a list of types.
macro_rules! mark {
    ($trait:path: $($ty:ty),+ $(,)?) => {
        $(impl $trait for $ty {})+
    };
}

/// Implements the iterator traits for iterators that know both their ends: `[generics] type => item;`.
macro_rules! sized_iterators {
    ($([$($generics:tt)*] $ty:ty => $item:ty;)+) => {
        $(impl<$($generics)*> Iterator for $ty {
            type Item = $item;
        }
        impl<$($generics)*> DoubleEndedIterator for $ty {}
        impl<$($generics)*> ExactSizeIterator for $ty {}
        impl<$($generics)*> crate::iter::FusedIterator for $ty {})+
    };
}

/// Implements `Iterator` alone: `[generics] type => item;`.
macro_rules! forward_iterators {
    ($([$($generics:tt)*] $ty:ty => $item:ty;)+) => {
        $(impl<$($generics)*> Iterator for $ty {
            type Item = $item;
        })+
    };
}

/// The module `consts` of a float type.
macro_rules! float_constants {
    ($ty:ident: $($name:ident)+) => {
        pub mod consts {
            $(pub const $name: $ty = 0.0;)+
        }
    };
}

#[macro_use]
mod macros;
#[macro_use]
mod reference_counted;

pub mod alloc;
pub mod any;
pub mod array;
pub mod ascii;
pub mod backtrace;
pub mod borrow;
pub mod boxed;
pub mod cell;
pub mod char;
pub mod clone;
pub mod cmp;
pub mod collections;
pub mod convert;
pub mod default;
pub mod env;
pub mod error;
pub mod f32;
pub mod f64;
pub mod ffi;
pub mod fmt;
pub mod fs;
pub mod future;
pub mod hash;
pub mod hint;
pub mod io;
pub mod iter;
pub mod marker;
pub mod mem;
pub mod net;
pub mod num;
pub mod ops;
pub mod option;
pub mod os;
pub mod panic;
pub mod panicking;
pub mod path;
pub mod pin;
pub mod prelude;
pub mod primitive;
pub mod process;
pub mod ptr;
pub mod rc;
pub mod result;
pub mod slice;
pub mod str;
pub mod string;
pub mod sync;
pub mod task;
pub mod thread;
pub mod time;
pub mod vec;

// The modules named after the integer types hold nothing but old constants.
macro_rules! integer_modules {
    ($($ty:ident)+) => {
        $(pub mod $ty {
            pub const MIN: $ty = $ty::MIN;
            pub const MAX: $ty = $ty::MAX;
        })+
    };
}
for_integers!(integer_modules);

#[prelude_import]
#[allow(unused)]
use prelude::rust_2021::*;
