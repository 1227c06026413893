//! Functions of Cython 3, which it creates without asking the interpreter.
//!
//! They are found after the body of their module has run: in its dict and in those of its types. Their layout begins as
//! that of `PyCFunctionObject` (`Include/cpython/methodobject.h`), where the function is looked up for every call. Built
//! for the Limited API, they have a function of the interpreter instead, which was wrapped when it was asked for.

use crate::names::Scope;
use crate::{memory, python, registry, thunk, wrap};

/// `ob_type`, `m_ml` of `PyCFunctionObject`; `tp_name`, `tp_flags`, `tp_dict` of `PyTypeObject`.
const TYPE: usize = 8;
const METHOD: usize = 16;
/// `ml_meth` of `PyMethodDef`.
const FUNCTION: usize = 8;
const TYPE_NAME: usize = 24;
const TYPE_FLAGS: usize = 168;
const TYPE_DICT: usize = 264;
/// `Py_TPFLAGS_TYPE_SUBCLASS`: the object is a type.
const IS_TYPE: usize = 1 << 31;

/// Wraps functions in a module whose body, `function`, has run.
///
/// # Safety
/// `module` is a module, and the thread is attached.
pub(crate) unsafe fn wrap_module(function: usize, module: usize) {
    let Some((_, name, true)) = registry::library(function) else {
        return;
    };
    // SAFETY: the caller's promise; objects in dicts live while the dicts hold them, and none is changed here.
    unsafe {
        for (_, object) in entries(python::module_dict(module)) {
            let class: usize = memory::read(object, TYPE);
            if memory::read::<usize>(class, TYPE_FLAGS) & IS_TYPE != 0 {
                let full = memory::text(memory::read(object, TYPE_NAME));
                // Only types of this module: others lie in the dict because they were imported.
                if let Some(short) = full.strip_prefix(name.as_str()).and_then(|rest| rest.strip_prefix('.')) {
                    for (_, member) in entries(memory::read(object, TYPE_DICT)) {
                        wrap_function(member, &Scope::of_module(name.clone()), short);
                    }
                }
            } else {
                wrap_function(object, &Scope::of_module(name.clone()), "");
            }
        }
    }
}

/// Wraps an object, if it is one of Cython's functions.
unsafe fn wrap_function(object: usize, scope: &Scope, class: &str) {
    // SAFETY: every object has a type with a name; a function of Cython begins as one of CPython.
    unsafe {
        let type_name = memory::text(memory::read(memory::read(object, TYPE), TYPE_NAME));
        let type_name = type_name.rsplit('.').next().unwrap_or_default();
        if !["cython_function_or_method", "fused_cython_function"].contains(&type_name) {
            return;
        }
        let held = memory::read(object, METHOD);
        if registry::library(held).is_some() {
            // Data of a library: a method, where a copy or an object would lie on the heap.
            memory::write(object, METHOD, wrap::single(held, scope, class));
        } else if held != 0 && memory::read::<usize>(held, TYPE) == python::builtin_function() {
            let function = memory::read(memory::read(held, METHOD), FUNCTION);
            if let Some(stub) = thunk::number(function).filter(|_| !class.is_empty()) {
                registry::name_class(stub, class);
            }
        }
    }
}

/// The entries of a dict; none of null.
unsafe fn entries(dict: usize) -> Vec<(usize, usize)> {
    let mut entries = Vec::new();
    if dict == 0 {
        return entries;
    }
    let (mut position, mut key, mut value) = (0, 0, 0);
    // SAFETY: `dict` is a dict that does not change meanwhile: the thread is attached and runs no Python code.
    while unsafe { python::dict_next(dict, &raw mut position, &raw mut key, &raw mut value) } != 0 {
        entries.push((key, value));
    }
    entries
}
