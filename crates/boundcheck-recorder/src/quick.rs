//! Calls into the interpreter that run no Python code, because of what they are given: the next item of a list, the text
//! of an `int`, an attribute of an object whose class is not written in Python. They are passed on unrecorded, and count
//! as own work. Recording them would cost more than they do.

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

/// What stands in for a function of the interpreter.
pub(crate) struct StandIn {
    pub(crate) symbol: &'static CStr,
    address: Address,
    way: &'static Way,
}

impl StandIn {
    /// Its address, from where calls go to `function` or to its stub.
    pub(crate) fn choosing(&self, function: usize, stub: usize) -> usize {
        self.way.function.store(function, Relaxed);
        self.way.stub.store(stub, Relaxed);
        self.address.get()
    }
}

/// Types, and one object, by their symbols, looked up once.
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
/// What is looked up in by position.
static SEQUENCES: Types<5> =
    Types::new([c"PyList_Type", c"PyTuple_Type", c"PyBytes_Type", c"PyUnicode_Type", c"PyRange_Type"]);
/// What is looked up in by hash.
static HASHED: Types<3> = Types::new([c"PyDict_Type", c"PySet_Type", c"PyFrozenSet_Type"]);
static SCALARS: Types<5> =
    Types::new([c"PyUnicode_Type", c"PyLong_Type", c"PyFloat_Type", c"PyBool_Type", c"PyBytes_Type"]);
/// The class of classes that do not say themselves what their instances are.
static TYPE: Types<1> = Types::new([c"PyType_Type"]);
static LIST: Types<1> = Types::new([c"PyList_Type"]);
static NONE: Types<1> = Types::new([c"_Py_NoneStruct"]);
static SLICE: Types<1> = Types::new([c"PySlice_Type"]);
/// Those whose attributes can be Python code's although they are the interpreter's: of modules, and of what passes on
/// what it is asked.
static OPEN: Types<7> = Types::new([
    c"PyModule_Type",
    c"PyMethod_Type",
    c"PySuper_Type",
    c"PyDictProxy_Type",
    c"_PyWeakref_ProxyType",
    c"_PyWeakref_CallableProxyType",
    c"Py_GenericAliasType",
]);

/// Defines what stands in for each function, under its symbol and with its arguments: it goes straight to the function
/// if the condition holds, and to its stub if not.
macro_rules! stand_ins {
    ($($name:ident = $symbol:literal ($($argument:ident),*) if $is_quick:expr;)*) => {
        mod way {
            use super::Way;
            $(#[allow(non_upper_case_globals, reason = "named after the functions")]
            pub(super) static $name: Way = Way::new();)*
        }
        $(unsafe extern "C" fn $name($($argument: usize),*) -> usize {
            // SAFETY: the extension's own call, passed on to the function that it is for. The condition looks at what
            // are objects or null by the function's signature; no argument and no result of any is a floating-point
            // number, and an `int` that is returned is the lower half of the word.
            unsafe {
                let address = way::$name.choose($is_quick);
                transmute::<usize, unsafe extern "C" fn($(stand_ins!(@ $argument)),*) -> usize>(address)($($argument),*)
            }
        })*
        /// All of them.
        pub(crate) static ALL: &[StandIn] =
            &[$(StandIn { symbol: $symbol, address: address!($name), way: &way::$name }),*];
    };
    (@ $argument:ident) => { usize };
}

stand_ins! {
    iter_next = c"PyIter_Next" (iterator) if ITERATORS.contain(class(iterator));
    get_iter = c"PyObject_GetIter" (object) if is_collection(object);
    str = c"PyObject_Str" (object) if is_scalar(object);
    repr = c"PyObject_Repr" (object) if is_scalar(object);
    ascii = c"PyObject_ASCII" (object) if is_scalar(object);
    bytes = c"PyObject_Bytes" (object) if is_scalar(object);
    format = c"PyObject_Format" (object, text) if is_scalar(object);
    hash = c"PyObject_Hash" (object) if is_scalar(object);
    is_true = c"PyObject_IsTrue" (object) if is_scalar(object) || is_collection(object);
    not = c"PyObject_Not" (object) if is_scalar(object) || is_collection(object);
    rich_compare = c"PyObject_RichCompare" (left, right, operation) if are_scalars(left, right);
    rich_compare_bool = c"PyObject_RichCompareBool" (left, right, operation) if are_scalars(left, right);
    is_instance = c"PyObject_IsInstance" (object, kind) if is_plain_check(object, kind);

    get_attr = c"PyObject_GetAttr" (object, name) if is_closed(object);
    get_attr_string = c"PyObject_GetAttrString" (object, name) if is_closed(object);
    get_optional_attr = c"PyObject_GetOptionalAttr" (object, name, result) if is_closed(object);
    get_optional_attr_string = c"PyObject_GetOptionalAttrString" (object, name, result) if is_closed(object);
    lookup_attr = c"_PyObject_LookupAttr" (object, name, result) if is_closed(object);
    has_attr = c"PyObject_HasAttr" (object, name) if is_closed(object);
    has_attr_string = c"PyObject_HasAttrString" (object, name) if is_closed(object);
    has_attr_with_error = c"PyObject_HasAttrWithError" (object, name) if is_closed(object);
    set_attr = c"PyObject_SetAttr" (object, name, value) if is_closed(object);
    set_attr_string = c"PyObject_SetAttrString" (object, name, value) if is_closed(object);
    del_attr = c"PyObject_DelAttr" (object, name) if is_closed(object);

    size = c"PyObject_Size" (object) if is_closed(object);
    length = c"PyObject_Length" (object) if is_closed(object);
    sequence_size = c"PySequence_Size" (object) if is_closed(object);
    mapping_size = c"PyMapping_Size" (object) if is_closed(object);
    get_item = c"PyObject_GetItem" (object, key)
        if is_lookup(object, key) || is_sequence(object) && SLICE.contain(class(key));
    set_item = c"PyObject_SetItem" (object, key, value) if is_lookup(object, key);
    del_item = c"PyObject_DelItem" (object, key) if is_lookup(object, key);
    sequence_get_item = c"PySequence_GetItem" (object, index) if is_sequence(object);
    sequence_set_item = c"PySequence_SetItem" (object, index, value) if is_sequence(object);
    sequence_del_item = c"PySequence_DelItem" (object, index) if is_sequence(object);
    sequence_concat = c"PySequence_Concat" (left, right) if is_sequence(left) && is_sequence(right);
    sequence_in_place_concat = c"PySequence_InPlaceConcat" (left, right) if is_sequence(left) && is_sequence(right);
    sequence_repeat = c"PySequence_Repeat" (object, times) if is_sequence(object);
    sequence_in_place_repeat = c"PySequence_InPlaceRepeat" (object, times) if is_sequence(object);
    list_sort = c"PyList_Sort" (list) if has_scalars(list);
    mapping_keys = c"PyMapping_Keys" (object) if is_hashed(object);
    mapping_values = c"PyMapping_Values" (object) if is_hashed(object);
    mapping_items = c"PyMapping_Items" (object) if is_hashed(object);
    mapping_get_item_string = c"PyMapping_GetItemString" (object, key) if is_hashed(object);
    mapping_get_optional_item = c"PyMapping_GetOptionalItem" (object, key, result) if is_lookup(object, key);
    join = c"PyUnicode_Join" (separator, items) if is_collection(items);
    bytes_from = c"PyBytes_FromObject" (object) if is_scalar(object);
    new_set = c"PySet_New" (items) if items == 0 || is_collection(items);
    new_frozen_set = c"PyFrozenSet_New" (items) if items == 0 || is_collection(items);
    dict_update = c"PyDict_Update" (dict, other) if is_hashed(other);
    dict_merge = c"PyDict_Merge" (dict, other, replace) if is_hashed(other);
    sequence_contains = c"PySequence_Contains" (object, value) if is_hashed(object) && is_scalar(value);
    sequence_list = c"PySequence_List" (object) if is_collection(object);
    sequence_tuple = c"PySequence_Tuple" (object) if is_collection(object);
    sequence_fast = c"PySequence_Fast" (object, message) if is_collection(object);
    dict_get_item = c"PyDict_GetItem" (dict, key) if is_scalar(key);
    dict_get_item_with_error = c"PyDict_GetItemWithError" (dict, key) if is_scalar(key);
    dict_get_item_ref = c"PyDict_GetItemRef" (dict, key, result) if is_scalar(key);
    dict_set_item = c"PyDict_SetItem" (dict, key, value) if is_scalar(key);
    dict_del_item = c"PyDict_DelItem" (dict, key) if is_scalar(key);
    dict_contains = c"PyDict_Contains" (dict, key) if is_scalar(key);
    set_add = c"PySet_Add" (set, key) if is_scalar(key);
    set_contains = c"PySet_Contains" (set, key) if is_scalar(key);
    set_discard = c"PySet_Discard" (set, key) if is_scalar(key);

    as_long = c"PyLong_AsLong" (object) if is_scalar(object);
    as_long_long = c"PyLong_AsLongLong" (object) if is_scalar(object);
    as_long_and_overflow = c"PyLong_AsLongAndOverflow" (object, overflow) if is_scalar(object);
    as_long_long_and_overflow = c"PyLong_AsLongLongAndOverflow" (object, overflow) if is_scalar(object);
    as_mask = c"PyLong_AsUnsignedLongMask" (object) if is_scalar(object);
    as_long_mask = c"PyLong_AsUnsignedLongLongMask" (object) if is_scalar(object);
    as_size = c"PyNumber_AsSsize_t" (object, exception) if is_scalar(object);
    index = c"PyNumber_Index" (object) if is_scalar(object);
    long = c"PyNumber_Long" (object) if is_scalar(object);
    float = c"PyNumber_Float" (object) if is_scalar(object);
    absolute = c"PyNumber_Absolute" (object) if is_scalar(object);
    negative = c"PyNumber_Negative" (object) if is_scalar(object);
    positive = c"PyNumber_Positive" (object) if is_scalar(object);
    invert = c"PyNumber_Invert" (object) if is_scalar(object);
    add = c"PyNumber_Add" (left, right) if are_scalars(left, right);
    subtract = c"PyNumber_Subtract" (left, right) if are_scalars_or_sets(left, right);
    multiply = c"PyNumber_Multiply" (left, right) if are_scalars(left, right);
    matrix_multiply = c"PyNumber_MatrixMultiply" (left, right) if are_scalars(left, right);
    floor_divide = c"PyNumber_FloorDivide" (left, right) if are_scalars(left, right);
    true_divide = c"PyNumber_TrueDivide" (left, right) if are_scalars(left, right);
    remainder = c"PyNumber_Remainder" (left, right) if are_scalars(left, right);
    divmod = c"PyNumber_Divmod" (left, right) if are_scalars(left, right);
    power = c"PyNumber_Power" (left, right, modulo)
        if are_scalars(left, right) && is_plain_modulus(modulo);
    and = c"PyNumber_And" (left, right) if are_scalars_or_sets(left, right);
    or = c"PyNumber_Or" (left, right) if are_scalars_or_sets(left, right);
    xor = c"PyNumber_Xor" (left, right) if are_scalars_or_sets(left, right);
    left_shift = c"PyNumber_Lshift" (left, right) if are_scalars(left, right);
    right_shift = c"PyNumber_Rshift" (left, right) if are_scalars(left, right);
    in_place_add = c"PyNumber_InPlaceAdd" (left, right) if are_scalars(left, right);
    in_place_subtract = c"PyNumber_InPlaceSubtract" (left, right) if are_scalars_or_sets(left, right);
    in_place_multiply = c"PyNumber_InPlaceMultiply" (left, right) if are_scalars(left, right);
    in_place_or = c"PyNumber_InPlaceOr" (left, right) if are_scalars_or_sets(left, right);
    in_place_and = c"PyNumber_InPlaceAnd" (left, right) if are_scalars_or_sets(left, right);
}

/// Looks the types up. Before anything stands in for a function.
pub(crate) fn resolve() {
    ITERATORS.resolve();
    SEQUENCES.resolve();
    HASHED.resolve();
    SCALARS.resolve();
    TYPE.resolve();
    LIST.resolve();
    NONE.resolve();
    SLICE.resolve();
    OPEN.resolve();
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

/// Whether both are texts or numbers.
///
/// # Safety
/// As for [`class`], of both.
#[inline]
unsafe fn are_scalars(left: usize, right: usize) -> bool {
    // SAFETY: the caller's promise.
    unsafe { is_scalar(left) && is_scalar(right) }
}

/// Whether the interpreter finds the items of it by hash.
///
/// # Safety
/// As for [`class`].
#[inline]
unsafe fn is_hashed(object: usize) -> bool {
    // SAFETY: the caller's promise.
    HASHED.contain(unsafe { class(object) })
}

/// Whether a text or what the interpreter finds the items of by position.
///
/// # Safety
/// As for [`class`].
#[inline]
unsafe fn is_sequence(object: usize) -> bool {
    // SAFETY: the caller's promise.
    SEQUENCES.contain(unsafe { class(object) })
}

/// Whether the interpreter itself knows all items of it.
///
/// # Safety
/// As for [`class`].
#[inline]
unsafe fn is_collection(object: usize) -> bool {
    // SAFETY: the caller's promise.
    unsafe { is_sequence(object) || is_hashed(object) }
}

/// Whether the interpreter finds the item of `object` at `key` itself.
///
/// # Safety
/// As for [`class`], of both.
#[inline]
unsafe fn is_lookup(object: usize, key: usize) -> bool {
    // SAFETY: the caller's promise.
    unsafe { is_collection(object) && is_scalar(key) }
}

/// Whether all attributes of an object are the interpreter's or an extension's: its class was not made at run time, and
/// it is no class itself and none of `OPEN`.
///
/// # Safety
/// As for [`class`].
#[inline]
unsafe fn is_closed(object: usize) -> bool {
    /// `tp_flags` of `PyTypeObject`, and `Py_TPFLAGS_HEAPTYPE` in it.
    const FLAGS: usize = 168;
    const MADE_AT_RUN_TIME: usize = 1 << 9;
    /// `Py_TPFLAGS_TYPE_SUBCLASS`: the object is a class.
    const IS_CLASS: usize = 1 << 31;
    // SAFETY: the caller's promise; the class of an object is a `PyTypeObject`.
    unsafe {
        let class = class(object);
        class != 0 && memory::read::<usize>(class, FLAGS) & (MADE_AT_RUN_TIME | IS_CLASS) == 0 && !OPEN.contain(class)
    }
}

/// Whether both are texts or numbers, or both are found in by hash.
///
/// # Safety
/// As for [`class`], of both.
#[inline]
unsafe fn are_scalars_or_sets(left: usize, right: usize) -> bool {
    // SAFETY: the caller's promise.
    unsafe { are_scalars(left, right) || is_hashed(left) && is_hashed(right) }
}

/// Whether a list seems to have texts and numbers only: its first item is one, and its last.
///
/// # Safety
/// As for [`class`].
unsafe fn has_scalars(list: usize) -> bool {
    /// `ob_size` and `ob_item` of `PyListObject`.
    const SIZE: usize = 16;
    const ITEMS: usize = 24;
    // SAFETY: the caller's promise; a list begins so, and has as many items.
    unsafe {
        if !LIST.contain(class(list)) {
            return false;
        }
        let (size, items): (usize, usize) = (memory::read(list, SIZE), memory::read(list, ITEMS));
        size == 0 || is_scalar(memory::read(items, 0)) && is_scalar(memory::read(items, (size - 1) * 8))
    }
}

/// Whether the third argument of a power is none or a number.
///
/// # Safety
/// As for [`class`].
unsafe fn is_plain_modulus(object: usize) -> bool {
    // SAFETY: the caller's promise.
    NONE.contain(object) || unsafe { is_scalar(object) }
}

/// Whether the interpreter tells itself that `object` is an instance of `kind`.
///
/// # Safety
/// As for [`class`], of both.
#[inline]
unsafe fn is_plain_check(object: usize, kind: usize) -> bool {
    // SAFETY: the caller's promise.
    unsafe { TYPE.contain(class(kind)) && (class(object) == kind || is_scalar(object) || is_collection(object)) }
}
