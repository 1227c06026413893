//! Calls into the interpreter that run no Python code, because of what they are given: the next item of a list, the text
//! of an `int`. They are passed on unrecorded, and count as own work. Recording them would cost more than they do.

use std::ffi::CStr;
use std::mem::transmute;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use crate::hooks::{Address, address};
use crate::{memory, python};

/// The function that a call goes to, and the stub that records it.
struct Way {
    function: AtomicUsize,
    stub: AtomicUsize,
}

impl Way {
    const fn new() -> Self {
        Self { function: AtomicUsize::new(0), stub: AtomicUsize::new(0) }
    }

    #[inline]
    fn choose(&self, is_quick: bool) -> usize {
        if is_quick { self.function.load(Relaxed) } else { self.stub.load(Relaxed) }
    }
}

/// Types by their symbols, looked up once.
struct Types<const N: usize> {
    names: [&'static CStr; N],
    addresses: [AtomicUsize; N],
}

impl<const N: usize> Types<N> {
    const fn new(names: [&'static CStr; N]) -> Self {
        Self { names, addresses: [const { AtomicUsize::new(0) }; N] }
    }

    fn resolve(&self) {
        for (name, address) in self.names.iter().zip(&self.addresses) {
            address.store(python::symbol(name), Relaxed);
        }
    }

    #[inline]
    fn contain(&self, class: usize) -> bool {
        class != 0 && self.addresses.iter().any(|address| address.load(Relaxed) == class)
    }
}

static ITERATORS: Types<9> = Types::new([
    c"PyListIter_Type",
    c"PyTupleIter_Type",
    c"PyRangeIter_Type",
    c"PyDictIterKey_Type",
    c"PyDictIterValue_Type",
    c"PyDictIterItem_Type",
    c"PySetIter_Type",
    c"PyUnicodeIter_Type",
    c"PyBytesIter_Type",
]);
static COLLECTIONS: Types<7> = Types::new([
    c"PyList_Type",
    c"PyTuple_Type",
    c"PyDict_Type",
    c"PyRange_Type",
    c"PySet_Type",
    c"PyFrozenSet_Type",
    c"PyBytes_Type",
]);
static SCALARS: Types<5> =
    Types::new([c"PyUnicode_Type", c"PyLong_Type", c"PyFloat_Type", c"PyBool_Type", c"PyBytes_Type"]);
/// The class of classes that do not say themselves what their instances are.
static TYPE: Types<1> = Types::new([c"PyType_Type"]);

static ITER_NEXT: Way = Way::new();
static GET_ITER: Way = Way::new();
static STR: Way = Way::new();
static REPR: Way = Way::new();
static RICH_COMPARE: Way = Way::new();
static RICH_COMPARE_BOOL: Way = Way::new();
static IS_INSTANCE: Way = Way::new();

static HASH: Way = Way::new();
static IS_TRUE: Way = Way::new();
static INDEX: Way = Way::new();
static LONG: Way = Way::new();
static FLOAT: Way = Way::new();

static ALL: [(&CStr, Address, &Way); 12] = [
    (c"PyIter_Next", address!(iter_next), &ITER_NEXT),
    (c"PyObject_GetIter", address!(get_iter), &GET_ITER),
    (c"PyObject_Str", address!(str), &STR),
    (c"PyObject_Repr", address!(repr), &REPR),
    (c"PyObject_RichCompare", address!(rich_compare), &RICH_COMPARE),
    (c"PyObject_RichCompareBool", address!(rich_compare_bool), &RICH_COMPARE_BOOL),
    (c"PyObject_IsInstance", address!(is_instance), &IS_INSTANCE),
    (c"PyObject_Hash", address!(hash), &HASH),
    (c"PyObject_IsTrue", address!(is_true), &IS_TRUE),
    (c"PyNumber_Index", address!(index), &INDEX),
    (c"PyNumber_Long", address!(long), &LONG),
    (c"PyNumber_Float", address!(float), &FLOAT),
];

/// Looks the types up. Before anything stands in for a function.
pub(crate) fn resolve() {
    ITERATORS.resolve();
    COLLECTIONS.resolve();
    SCALARS.resolve();
    TYPE.resolve();
}

/// What stands in for a function of the interpreter and its stub: the stub itself, or a function that asks first.
pub(crate) fn stand_in(name: &CStr, function: usize, stub: usize) -> usize {
    let Some((_, stand_in, way)) = ALL.iter().find(|(known, _, _)| *known == name) else { return stub };
    way.function.store(function, Relaxed);
    way.stub.store(stub, Relaxed);
    stand_in.get()
}

/// The class of an object; 0 of none.
///
/// # Safety
/// `object` is null or an object of an interpreter with a lock: there, `ob_type` is the second word.
#[inline]
unsafe fn class(object: usize) -> usize {
    // SAFETY: the caller's promise.
    if object == 0 { 0 } else { unsafe { memory::read(object, 8) } }
}

/// Whether a text or a number.
///
/// # Safety
/// As for [`class`].
#[inline]
unsafe fn is_scalar(object: usize) -> bool {
    // SAFETY: the caller's promise.
    SCALARS.contain(unsafe { class(object) })
}

/// Calls the function at `address`, which takes as many words.
macro_rules! call {
    ($address:expr, $($argument:expr),*) => {
        transmute::<usize, unsafe extern "C" fn($(call!(@ $argument)),*) -> usize>($address)($($argument),*)
    };
    (@ $argument:expr) => { usize };
}

unsafe extern "C" fn iter_next(iterator: usize) -> usize {
    // SAFETY: the extension's own call, passed on.
    unsafe { call!(ITER_NEXT.choose(ITERATORS.contain(class(iterator))), iterator) }
}

unsafe extern "C" fn get_iter(object: usize) -> usize {
    // SAFETY: the extension's own call, passed on.
    unsafe { call!(GET_ITER.choose(COLLECTIONS.contain(class(object)) || is_scalar(object)), object) }
}

unsafe extern "C" fn str(object: usize) -> usize {
    // SAFETY: the extension's own call, passed on.
    unsafe { call!(STR.choose(is_scalar(object)), object) }
}

unsafe extern "C" fn repr(object: usize) -> usize {
    // SAFETY: the extension's own call, passed on.
    unsafe { call!(REPR.choose(is_scalar(object)), object) }
}

unsafe extern "C" fn hash(object: usize) -> usize {
    // SAFETY: the extension's own call, passed on.
    unsafe { call!(HASH.choose(is_scalar(object)), object) }
}

unsafe extern "C" fn is_true(object: usize) -> usize {
    // SAFETY: the extension's own call, passed on; an `int` is the lower half of the word.
    unsafe { call!(IS_TRUE.choose(is_scalar(object) || COLLECTIONS.contain(class(object))), object) }
}

unsafe extern "C" fn index(object: usize) -> usize {
    // SAFETY: the extension's own call, passed on.
    unsafe { call!(INDEX.choose(is_scalar(object)), object) }
}

unsafe extern "C" fn long(object: usize) -> usize {
    // SAFETY: the extension's own call, passed on.
    unsafe { call!(LONG.choose(is_scalar(object)), object) }
}

unsafe extern "C" fn float(object: usize) -> usize {
    // SAFETY: the extension's own call, passed on.
    unsafe { call!(FLOAT.choose(is_scalar(object)), object) }
}

unsafe extern "C" fn rich_compare(left: usize, right: usize, operation: usize) -> usize {
    // SAFETY: the extension's own call, passed on.
    unsafe { call!(RICH_COMPARE.choose(is_scalar(left) && is_scalar(right)), left, right, operation) }
}

unsafe extern "C" fn rich_compare_bool(left: usize, right: usize, operation: usize) -> usize {
    // SAFETY: the extension's own call, passed on; an `int` is the lower half of the word.
    unsafe { call!(RICH_COMPARE_BOOL.choose(is_scalar(left) && is_scalar(right)), left, right, operation) }
}

unsafe extern "C" fn is_instance(object: usize, kind: usize) -> usize {
    // SAFETY: the extension's own call, passed on; an `int` is the lower half of the word.
    unsafe {
        let own = class(object);
        let is_plain = TYPE.contain(class(kind)) && (own == kind || SCALARS.contain(own) || COLLECTIONS.contain(own));
        call!(IS_INSTANCE.choose(is_plain), object, kind)
    }
}
