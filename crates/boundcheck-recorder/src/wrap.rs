//! Tables of functions, copied with stubs in the place of functions.
//!
//! Copies stay forever: CPython keeps pointers into them, and originals may be read-only, as Rust's are.

use std::collections::BTreeMap;

use boundcheck_trace_format::kind;

use crate::lock::Lock;
use crate::names::Scope;
use crate::registry::{self, Info, Key, Returns};
use crate::{memory, slots, thunk};

/// Words of `PyMethodDef`: name, function, flags, documentation (`methodobject.h`).
type Method = [usize; 4];
/// Words of `PyGetSetDef`: name, getter, setter, documentation, closure (`descrobject.h`).
type GetSet = [usize; 5];
/// Words of `PyModuleDef_Slot` and `PyType_Slot`: number, function.
type Slot = [usize; 2];

// Numbers for keys, next to those of slots.
const FUNCTION: u32 = 1000;
const GETTER: u32 = 1001;
const SETTER: u32 = 1002;
const EXEC: u32 = 1003;

/// `Py_mod_exec` (`moduleobject.h`).
const MODULE_EXEC: u32 = 2;

/// The function of a method or function, wrapped.
///
/// # Safety
/// `method` has the words of a `PyMethodDef`.
unsafe fn wrap_method(method: &mut Method, scope: &Scope, class: &str) {
    let [name, function, ..] = *method;
    // SAFETY: the name of a method is a string.
    let name = unsafe { memory::text(name) };
    let (rest, kind) = match class {
        "" => (name, kind::FUNCTION),
        class => (format!("{class}.{name}"), kind::METHOD),
    };
    let key = Key { function, slot: FUNCTION, name: rest.clone(), closure: 0 };
    method[1] = registry::wrap(key, scope, &rest, Info::export(kind, Returns::Pointer));
}

/// A copy of a table of methods; of functions of a module where `class` is empty.
///
/// # Safety
/// `table` is null or a table of `PyMethodDef`.
pub(crate) unsafe fn methods(table: usize, scope: &Scope, class: &str) -> usize {
    if table == 0 {
        return 0;
    }
    // SAFETY: the table ends with an entry without a name.
    let mut entries: Vec<Method> = unsafe { memory::table(table, |entry| entry[0] == 0) };
    if entries.iter().all(|[name, function, ..]| *name == 0 || thunk::is_stub(*function)) {
        return table;
    }
    for entry in entries.iter_mut().filter(|entry| entry[0] != 0) {
        // SAFETY: an entry of the table.
        unsafe { wrap_method(entry, scope, class) };
    }
    memory::leak(entries)
}

/// A copy of a table of attributes.
///
/// # Safety
/// `table` is null or a table of `PyGetSetDef`.
pub(crate) unsafe fn getset(table: usize, scope: &Scope, class: &str) -> usize {
    if table == 0 {
        return 0;
    }
    // SAFETY: the table ends with an entry without a name.
    let mut entries: Vec<GetSet> = unsafe { memory::table(table, |entry| entry[0] == 0) };
    for [name, getter, setter, _, closure] in entries.iter_mut().filter(|entry| entry[0] != 0) {
        // SAFETY: the name of an attribute is a string.
        let rest = format!("{class}.{}", unsafe { memory::text(*name) });
        let key = |function, slot| Key { function, slot, name: rest.clone(), closure: *closure };
        let info = |kind, returns| Info::export(kind, returns);
        *getter = registry::wrap(key(*getter, GETTER), scope, &rest, info(kind::GETTER, Returns::Pointer));
        *setter = registry::wrap(key(*setter, SETTER), scope, &rest, info(kind::SETTER, Returns::Int));
    }
    memory::leak(entries)
}

/// The function of a slot, wrapped.
pub(crate) fn slot(number: u32, function: usize, scope: &Scope, class: &str) -> usize {
    let Some((name, info)) = slots::describe(number) else {
        return function;
    };
    let key = Key { function, slot: number, name: String::new(), closure: 0 };
    registry::wrap(key, scope, &format!("{class}.{name}"), info)
}

/// The slots of the type's specification at `spec`, wrapped. The copy is needed for the creation of the type only.
///
/// # Safety
/// `table` is a table of `PyType_Slot`.
pub(crate) unsafe fn type_slots(table: usize, spec: usize, scope: &Scope, class: &str) -> Vec<Slot> {
    // SAFETY: the table ends with slot 0; the number is an int, and what follows in the word is padding.
    let mut entries: Vec<Slot> = unsafe { memory::table(table, |entry| entry[0] as u32 == 0) };
    for [number, value] in &mut entries {
        match *number as u32 {
            // SAFETY: this slot holds such a table.
            slots::METHODS => *value = unsafe { methods(*value, scope, class) },
            // SAFETY: this slot holds such a table.
            slots::GETSET => *value = unsafe { getset(*value, scope, class) },
            // `Py_TP_USE_SPEC`: the type is known by the address of its specification, of which a copy is handed on.
            slots::TOKEN if *value == 0 => *value = spec,
            // Cython's destructors search the base types for their own address.
            slots::DEALLOC if registry::library(*value).is_some_and(|(_, _, is_cython)| is_cython) => {}
            number => *value = slot(number, *value, scope, class),
        }
    }
    entries
}

/// A copy of the slots of a module, with its body wrapped.
///
/// # Safety
/// `table` is null or a table of `PyModuleDef_Slot`.
pub(crate) unsafe fn module_slots(table: usize) -> usize {
    if table == 0 {
        return 0;
    }
    // SAFETY: the table ends with slot 0.
    let mut entries: Vec<Slot> = unsafe { memory::table(table, |entry| entry[0] as u32 == 0) };
    let mut changed = false;
    for [_, value] in entries.iter_mut().filter(|entry| entry[0] as u32 == MODULE_EXEC) {
        let key = Key { function: *value, slot: EXEC, name: String::new(), closure: 0 };
        let wrapped = registry::wrap(key, &Scope::Module, "", Info::export(kind::MODULE_EXEC, Returns::Int));
        changed |= wrapped != *value;
        *value = wrapped;
    }
    if changed { memory::leak(entries) } else { table }
}

/// Copies of single methods by the address of the original, with its content then and the copy.
static COPIES: Lock<BTreeMap<usize, (Method, usize)>> = Lock::new(BTreeMap::new());

/// Around a fork: nobody else is inside.
pub(crate) fn before_fork() {
    COPIES.acquire();
}

/// Around a fork: in both processes.
pub(crate) fn after_fork() {
    COPIES.release();
}

/// A copy of one function. The same one for the same original, unless either was changed meanwhile: pybind11 writes
/// documentation into it, and closures reuse memory.
///
/// # Safety
/// `original` is a `PyMethodDef`.
pub(crate) unsafe fn single(original: usize, scope: &Scope, class: &str) -> usize {
    // SAFETY: the caller's promise.
    let content: Method = unsafe { memory::read(original, 0) };
    if content[1] == 0 || thunk::is_stub(content[1]) {
        return original;
    }
    let known = COPIES.lock().get(&original).copied();
    if let Some((known, copy)) = known {
        // SAFETY: copies stay.
        let current: Method = unsafe { memory::read(copy, 0) };
        if known == content && [current[0], current[2], current[3]] == [content[0], content[2], content[3]] {
            return copy;
        }
    }
    let mut wrapped = content;
    // SAFETY: the entry is a method's.
    unsafe { wrap_method(&mut wrapped, scope, class) };
    if wrapped == content {
        return original;
    }
    let copy = memory::leak(vec![wrapped]);
    COPIES.lock().insert(original, (content, copy));
    copy
}

/// The function that the first entry of a table stands for, wrapped or not.
///
/// # Safety
/// `table` is null or a table of `PyMethodDef`.
pub(crate) unsafe fn first_function(table: usize) -> Option<usize> {
    if table == 0 {
        return None;
    }
    // SAFETY: a table has at least the entry that ends it.
    let [name, function, ..]: Method = unsafe { memory::read(table, 0) };
    (name != 0).then(|| registry::target(function))
}
