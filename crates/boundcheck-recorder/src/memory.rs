//! Reading C structures, and copies of them that are never freed.

use std::ffi::{CStr, c_char};

/// The value `offset` bytes after `address`.
///
/// # Safety
/// There is a readable, aligned `T` at that place.
pub(crate) unsafe fn read<T: Copy>(address: usize, offset: usize) -> T {
    // SAFETY: the caller's promise.
    unsafe { *((address + offset) as *const T) }
}

/// Replaces the word `offset` bytes after `address`.
///
/// # Safety
/// There is a writable, aligned word at that place.
pub(crate) unsafe fn write(address: usize, offset: usize, value: usize) {
    // SAFETY: the caller's promise.
    unsafe { *((address + offset) as *mut usize) = value }
}

/// The text at `address`; empty for null.
///
/// # Safety
/// `address` is null or a string ended by zero.
pub(crate) unsafe fn text(address: usize) -> String {
    if address == 0 {
        return String::new();
    }
    // SAFETY: the caller's promise.
    unsafe { CStr::from_ptr(address as *const c_char) }.to_string_lossy().into_owned()
}

/// The entries of a table at `address`, each of `WORDS` words, up to one that `is_end`, which is included.
///
/// # Safety
/// There is such a table.
pub(crate) unsafe fn table<const WORDS: usize>(
    address: usize,
    is_end: impl Fn(&[usize; WORDS]) -> bool,
) -> Vec<[usize; WORDS]> {
    let mut entries = Vec::new();
    let mut at = address;
    loop {
        // SAFETY: the caller's promise; the end was not reached yet.
        let entry: [usize; WORDS] = unsafe { read(at, 0) };
        entries.push(entry);
        if is_end(&entry) {
            return entries;
        }
        at += WORDS * 8;
    }
}

/// A table that stays, since the interpreter keeps pointers into it. The original may be read-only.
pub(crate) fn leak<const WORDS: usize>(entries: Vec<[usize; WORDS]>) -> usize {
    entries.leak().as_ptr() as usize
}
