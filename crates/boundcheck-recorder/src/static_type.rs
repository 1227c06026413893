//! Static types: structures of the extension that `PyType_Ready` completes.
//!
//! Offsets are those of `PyTypeObject` and its tables in CPython 3.9 to 3.14 on 64 bits (`Include/cpython/object.h`).

use crate::names::Scope;
use crate::{memory, wrap};

const NAME: usize = 24;
const FLAGS: usize = 168;
const METHODS: usize = 232;
const GETSET: usize = 248;
const NUMBER: usize = 96;
const SEQUENCE: usize = 104;
const MAPPING: usize = 112;

/// `Py_TPFLAGS_READY`.
const READY: usize = 1 << 12;

/// Offsets of slots, with their numbers. Not `tp_dealloc` (48): Cython's destructors search for their own address.
const SLOTS: [(usize, u32); 13] = [
    (88, 66),
    (120, 59),
    (128, 50),
    (136, 70),
    (144, 58),
    (152, 69),
    (200, 67),
    (216, 62),
    (224, 63),
    (272, 54),
    (280, 55),
    (296, 60),
    (312, 65),
];

/// Numbers of the slots in `PyNumberMethods`, in its order; 0 is reserved.
const NUMBERS: [u32; 36] = [
    7, 36, 29, 34, 10, 33, 30, 32, 6, 9, 27, 28, 35, 8, 38, 31, 26, 0, 11, 14, 23, 18, 21, 20, 17, 22, 15, 25, 19, 12,
    37, 16, 24, 13, 75, 76,
];
/// The same for `PySequenceMethods`.
const SEQUENCES: [u32; 10] = [45, 40, 46, 44, 0, 39, 0, 41, 42, 43];
/// The same for `PyMappingMethods`.
const MAPPINGS: [u32; 3] = [4, 5, 3];

/// Wraps the functions of a type that is not ready.
///
/// # Safety
/// `class` is a `PyTypeObject` that its owner is about to make ready.
pub(crate) unsafe fn prepare(class: usize) {
    // SAFETY: the fields of a type, which `PyType_Ready` writes to as well.
    unsafe {
        if memory::read::<usize>(class, FLAGS) & READY != 0 {
            return;
        }
        let name = memory::text(memory::read(class, NAME));
        let (scope, name) = Scope::of_type(&name);
        for (offset, slot) in SLOTS {
            let function = memory::read(class, offset);
            let wrapped = wrap::slot(slot, function, &scope, name);
            if wrapped != function {
                memory::write(class, offset, wrapped);
            }
        }
        memory::write(class, METHODS, wrap::methods(memory::read(class, METHODS), &scope, name));
        memory::write(class, GETSET, wrap::getset(memory::read(class, GETSET), &scope, name));
        memory::write(class, NUMBER, table(memory::read(class, NUMBER), &NUMBERS, &scope, name));
        memory::write(class, SEQUENCE, table(memory::read(class, SEQUENCE), &SEQUENCES, &scope, name));
        memory::write(class, MAPPING, table(memory::read(class, MAPPING), &MAPPINGS, &scope, name));
    }
}

/// A copy of a table of slots.
///
/// # Safety
/// `address` is null or a table with as many functions as `numbers`.
unsafe fn table<const N: usize>(address: usize, numbers: &[u32; N], scope: &Scope, class: &str) -> usize {
    if address == 0 {
        return 0;
    }
    // SAFETY: the caller's promise.
    let mut functions: [usize; N] = unsafe { memory::read(address, 0) };
    for (function, number) in functions.iter_mut().zip(numbers) {
        *function = wrap::slot(*number, *function, scope, class);
    }
    memory::leak(vec![functions])
}
