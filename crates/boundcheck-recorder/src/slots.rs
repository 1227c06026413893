//! Slots of types by their numbers in CPython's `Include/typeslots.h`, which the stable ABI fixes.

use boundcheck_trace_format::kind;

use crate::registry::{Info, Returns};

/// `Py_tp_methods`.
pub(crate) const METHODS: u32 = 64;
/// `Py_tp_getset`.
pub(crate) const GETSET: u32 = 73;
/// `Py_tp_token`.
pub(crate) const TOKEN: u32 = 83;
/// `Py_tp_dealloc`.
pub(crate) const DEALLOC: u32 = 52;

/// What a slot is called and what it returns. `None` for those that are left alone: `tp_traverse` and `tp_clear`, which
/// extensions look for in base types, and those that hold no function that is worth a row.
pub(crate) fn describe(slot: u32) -> Option<(&'static str, Info)> {
    use Returns::{Int, Long, Nothing, Pointer, PointerOrEnd};
    let (name, returns) = match slot {
        1 => ("__buffer__", Int),
        2 => ("__release_buffer__", Nothing),
        3 | 39 => ("__setitem__", Int),
        4 | 45 => ("__len__", Long),
        5 | 44 => ("__getitem__", Pointer),
        6 => ("__abs__", Pointer),
        7 | 40 => ("__add__", Pointer),
        8 => ("__and__", Pointer),
        9 => ("__bool__", Int),
        10 => ("__divmod__", Pointer),
        11 => ("__float__", Pointer),
        12 => ("__floordiv__", Pointer),
        13 => ("__index__", Pointer),
        14 | 42 => ("__iadd__", Pointer),
        15 => ("__iand__", Pointer),
        16 => ("__ifloordiv__", Pointer),
        17 => ("__ilshift__", Pointer),
        18 | 43 => ("__imul__", Pointer),
        19 => ("__ior__", Pointer),
        20 => ("__ipow__", Pointer),
        21 => ("__imod__", Pointer),
        22 => ("__irshift__", Pointer),
        23 => ("__isub__", Pointer),
        24 => ("__itruediv__", Pointer),
        25 => ("__ixor__", Pointer),
        26 => ("__int__", Pointer),
        27 => ("__invert__", Pointer),
        28 => ("__lshift__", Pointer),
        29 | 46 => ("__mul__", Pointer),
        30 => ("__neg__", Pointer),
        31 => ("__or__", Pointer),
        32 => ("__pos__", Pointer),
        33 => ("__pow__", Pointer),
        34 => ("__mod__", Pointer),
        35 => ("__rshift__", Pointer),
        36 => ("__sub__", Pointer),
        37 => ("__truediv__", Pointer),
        38 => ("__xor__", Pointer),
        41 => ("__contains__", Int),
        50 => ("__call__", Pointer),
        DEALLOC => ("__dealloc__", Nothing),
        54 => ("__get__", Pointer),
        55 => ("__set__", Int),
        57 | 58 => ("__getattribute__", Pointer),
        59 => ("__hash__", Long),
        60 => ("__init__", Int),
        62 => ("__iter__", Pointer),
        63 => ("__next__", PointerOrEnd),
        65 => ("__new__", Pointer),
        66 => ("__repr__", Pointer),
        67 => ("__richcmp__", Pointer),
        68 | 69 => ("__setattr__", Int),
        70 => ("__str__", Pointer),
        75 => ("__matmul__", Pointer),
        76 => ("__imatmul__", Pointer),
        77 => ("__await__", Pointer),
        78 => ("__aiter__", Pointer),
        79 => ("__anext__", PointerOrEnd),
        80 => ("__del__", Nothing),
        81 => ("send", Int),
        _ => return None,
    };
    let kind = match slot {
        DEALLOC | 80 => kind::DEALLOC,
        60 | 65 => kind::CONSTRUCTOR,
        _ => kind::SLOT,
    };
    Some((name, Info::export(kind, returns)))
}

#[cfg(test)]
mod tests {
    use super::describe;

    #[test]
    fn what_extensions_compare_or_search_is_left_alone() {
        // alloc, base, bases, clear, del, doc, is_gc, methods, traverse, members, getset, free, vectorcall, token
        for slot in [0, 47, 48, 49, 51, 53, 56, 61, 64, 71, 72, 73, 74, 82, 83, 1000] {
            assert!(describe(slot).is_none(), "{slot}");
        }
    }

    #[test]
    fn each_slot_fails_in_its_own_way() {
        let failed = |slot, result| describe(slot).is_some_and(|(_, info)| info.returns().failed(result));
        assert!(failed(50, 0) && !failed(50, u64::MAX), "a pointer");
        assert!(
            failed(60, 0xffff_ffff) && failed(60, u64::MAX) && !failed(60, 0),
            "an int, whose upper half is anything"
        );
        assert!(failed(59, u64::MAX) && !failed(59, 0xffff_ffff), "a hash");
        assert!(!failed(52, 0) && !failed(52, u64::MAX), "nothing");
        assert!(!failed(63, 0), "the end of an iteration is no failure");
    }
}
