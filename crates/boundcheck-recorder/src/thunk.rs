//! Stubs: small functions, all alike, that stand in for exports and for calls back into Python.
//!
//! Each loads its own address and jumps to a common part, which asks [`account::enter`] where to go, calls that as an
//! ordinary function with the same arguments, and tells [`account::leave`]. Every calling convention of CPython's methods
//! and slots passes at most six integers or pointers and returns at most one, so registers are all there is to keep.
//! No code is made at run time.

use std::arch::global_asm;

use crate::account;

/// How many stubs there are.
pub(crate) const STUBS: usize = 32768;
/// Bytes of a stub.
const SIZE: usize = 16;

unsafe extern "C" {
    #[link_name = "boundcheck_stubs"]
    static FIRST: u8;
}

fn first() -> usize {
    &raw const FIRST as usize
}

/// The address of a stub.
pub(crate) fn address(stub: usize) -> usize {
    first() + stub * SIZE
}

/// Whether a function is a stub.
pub(crate) fn is_stub(function: usize) -> bool {
    (first()..first() + STUBS * SIZE).contains(&function)
}

/// The number of the stub at an address.
pub(crate) fn number(function: usize) -> Option<usize> {
    is_stub(function).then(|| (function - first()) / SIZE)
}

/// The first argument of the call whose frame is at `stack`.
///
/// # Safety
/// The frame is that of a stub's call that has not returned.
pub(crate) unsafe fn first_argument(stack: usize) -> usize {
    #[cfg(target_arch = "x86_64")]
    let place = stack - 8;
    #[cfg(target_arch = "aarch64")]
    let place = stack + 16;
    // SAFETY: the common part of the stubs keeps the first argument there.
    unsafe { crate::memory::read(place, 0) }
}

/// Where the common part leaves a word for [`keep`].
fn place_to_keep(stack: usize) -> usize {
    #[cfg(target_arch = "x86_64")]
    let place = stack - 64;
    #[cfg(target_arch = "aarch64")]
    let place = stack + 88;
    place
}

/// Keeps a word in the frame of a call.
///
/// # Safety
/// The frame at `stack` is that of a stub's call that has not returned.
pub(crate) unsafe fn keep(stack: usize, value: usize) {
    // SAFETY: the common part of the stubs reserves that word.
    unsafe { crate::memory::write(place_to_keep(stack), 0, value) };
}

/// What [`keep`] kept in the frame.
///
/// # Safety
/// The frame at `stack` is that of a stub's call that has not returned.
pub(crate) unsafe fn kept(stack: usize) -> usize {
    // SAFETY: the common part of the stubs reserves that word.
    unsafe { crate::memory::read(place_to_keep(stack), 0) }
}

// endbr64 (4 bytes), lea (7) and jmp (5, or 2) fill 16 bytes.
#[cfg(target_arch = "x86_64")]
global_asm!(
    ".text",
    ".p2align 4",
    ".globl boundcheck_stubs",
    ".hidden boundcheck_stubs",
    ".type boundcheck_stubs, @function",
    "boundcheck_stubs:",
    ".rept {stubs}",
    ".p2align 4",
    "endbr64",
    "lea r11, [rip]",
    "jmp boundcheck_common",
    ".endr",
    ".p2align 4",
    ".globl boundcheck_common",
    ".hidden boundcheck_common",
    ".type boundcheck_common, @function",
    "boundcheck_common:",
    ".cfi_startproc",
    "push rbp",
    ".cfi_def_cfa_offset 16",
    ".cfi_offset rbp, -16",
    "mov rbp, rsp",
    ".cfi_def_cfa_register rbp",
    "sub rsp, 64",
    "mov [rbp - 8], rdi",
    "mov [rbp - 16], rsi",
    "mov [rbp - 24], rdx",
    "mov [rbp - 32], rcx",
    "mov [rbp - 40], r8",
    "mov [rbp - 48], r9",
    "lea rax, [rip + boundcheck_stubs]",
    "mov rdi, r11",
    "sub rdi, rax",
    "shr rdi, 4",
    "mov rsi, rbp",
    "call {enter}",
    "mov [rbp - 56], rdx",
    "mov rdi, [rbp - 8]",
    "mov rsi, [rbp - 16]",
    "mov rdx, [rbp - 24]",
    "mov rcx, [rbp - 32]",
    "mov r8, [rbp - 40]",
    "mov r9, [rbp - 48]",
    "call rax",
    "mov rdi, [rbp - 56]",
    "mov [rbp - 56], rax",
    "mov rsi, rax",
    "mov rdx, rbp",
    "call {leave}",
    "mov rax, [rbp - 56]",
    "leave",
    ".cfi_def_cfa rsp, 8",
    "ret",
    ".cfi_endproc",
    stubs = const STUBS,
    enter = sym account::enter,
    leave = sym account::leave,
);

// `bti c` (written as the hint that it is), adr, b and nop: 16 bytes.
#[cfg(target_arch = "aarch64")]
global_asm!(
    ".text",
    ".p2align 4",
    ".globl boundcheck_stubs",
    ".hidden boundcheck_stubs",
    ".type boundcheck_stubs, %function",
    "boundcheck_stubs:",
    ".rept {stubs}",
    "hint #34",
    "adr x17, .",
    "b boundcheck_common",
    "nop",
    ".endr",
    ".globl boundcheck_common",
    ".hidden boundcheck_common",
    ".type boundcheck_common, %function",
    "boundcheck_common:",
    ".cfi_startproc",
    "stp x29, x30, [sp, #-96]!",
    ".cfi_def_cfa_offset 96",
    ".cfi_offset x29, -96",
    ".cfi_offset x30, -88",
    "mov x29, sp",
    ".cfi_def_cfa_register x29",
    "stp x0, x1, [x29, #16]",
    "stp x2, x3, [x29, #32]",
    "stp x4, x5, [x29, #48]",
    "stp x6, x7, [x29, #64]",
    "adrp x9, boundcheck_stubs",
    "add x9, x9, :lo12:boundcheck_stubs",
    "sub x0, x17, x9",
    "lsr x0, x0, #4",
    "mov x1, x29",
    "bl {enter}",
    "mov x16, x0",
    "str x1, [x29, #80]",
    "ldp x0, x1, [x29, #16]",
    "ldp x2, x3, [x29, #32]",
    "ldp x4, x5, [x29, #48]",
    "ldp x6, x7, [x29, #64]",
    "blr x16",
    "ldr x9, [x29, #80]",
    "str x0, [x29, #80]",
    "mov x1, x0",
    "mov x0, x9",
    "mov x2, x29",
    "bl {leave}",
    "ldr x0, [x29, #80]",
    "ldp x29, x30, [sp], #96",
    ".cfi_def_cfa sp, 0",
    "ret",
    ".cfi_endproc",
    stubs = const STUBS,
    enter = sym account::enter,
    leave = sym account::leave,
);

#[cfg(test)]
#[allow(clippy::indexing_slicing, reason = "tests may fail loudly")]
mod tests {
    use super::{SIZE, STUBS, address, first, is_stub};

    unsafe extern "C" {
        #[link_name = "boundcheck_common"]
        static COMMON: u8;
    }

    fn code(stub: usize) -> [u8; SIZE] {
        // SAFETY: a stub is 16 readable bytes.
        unsafe { *(address(stub) as *const [u8; SIZE]) }
    }

    #[test]
    fn stubs_lie_at_equal_distances_and_nothing_else_is_one() {
        assert_eq!(first() % SIZE, 0);
        assert!(is_stub(address(0)) && is_stub(address(STUBS - 1)));
        assert!(!is_stub(address(STUBS)) && !is_stub(first() - 1));
    }

    #[cfg(target_arch = "x86_64")]
    #[test]
    fn a_stub_loads_an_address_within_itself_and_jumps_to_the_common_part() {
        for stub in [0, 1, 4711, STUBS - 1] {
            let code = code(stub);
            assert_eq!(code[..4], [0xf3, 0x0f, 0x1e, 0xfa], "endbr64");
            assert_eq!(code[4..11], [0x4c, 0x8d, 0x1d, 0, 0, 0, 0], "lea r11, [rip]");
            // The last ones are close enough for the short form.
            let (end, distance) = if code[11] == 0xeb {
                (13, i64::from(code[12].cast_signed()))
            } else {
                assert_eq!(code[11], 0xe9, "jmp");
                (16, i64::from(i32::from_le_bytes(*code.last_chunk().unwrap())))
            };
            let target = address(stub) as i64 + end + distance;
            assert_eq!(target, &raw const COMMON as i64);
        }
    }

    #[cfg(target_arch = "aarch64")]
    #[test]
    fn a_stub_loads_an_address_within_itself_and_jumps_to_the_common_part() {
        for stub in [0, 1, 4711, STUBS - 1] {
            let code = code(stub);
            let word = |at: usize| u32::from_le_bytes(code[at..at + 4].try_into().unwrap());
            assert_eq!(word(0), 0xd503_245f, "bti c");
            assert_eq!(word(4), 0x1000_0011, "adr x17, .");
            assert_eq!(word(8) >> 26, 0b00_0101, "b");
            let distance = i64::from((word(8) << 6).cast_signed() >> 6) * 4;
            assert_eq!(address(stub) as i64 + 8 + distance, &raw const COMMON as i64);
            assert_eq!(word(12), 0xd503_201f, "nop");
        }
    }
}
