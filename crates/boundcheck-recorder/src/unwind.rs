//! In the place of glibc's `_dl_find_object`, which is new in 2.35: the unwinder that is linked in would ask for it, and
//! the recorder could not be loaded with an older glibc than that of the machine that built it.
//!
//! A panic aborts here, so all that is lost is its backtrace.

use std::arch::global_asm;

// Not found, for every address. Hidden, so that nobody else meets it.
#[cfg(target_arch = "x86_64")]
global_asm!(
    ".text",
    ".globl _dl_find_object",
    ".hidden _dl_find_object",
    ".type _dl_find_object, @function",
    "_dl_find_object:",
    "endbr64",
    "mov eax, -1",
    "ret",
);

#[cfg(target_arch = "aarch64")]
global_asm!(
    ".text",
    ".globl _dl_find_object",
    ".hidden _dl_find_object",
    ".type _dl_find_object, %function",
    "_dl_find_object:",
    "hint #34",
    "mov w0, #-1",
    "ret",
);
