//! Functions of Cython 3, which it creates without asking the interpreter.
//!
//! They are found after the body of their module has run: in its dict and in those of its types. Their layout begins as
//! that of `PyCFunctionObject` (`Include/cpython/methodobject.h`), where the function is looked up for every call. Built
//! for the Limited API, they have a function of the interpreter instead, which was wrapped when it was asked for.

use std::collections::BTreeSet;

use crate::names::Scope;
use crate::{memory, python, registry, thunk, wrap};

/// `ob_type`, `m_ml` of `PyCFunctionObject`; `tp_name`, `tp_basicsize`, `tp_flags`, `tp_dict` of `PyTypeObject`.
const TYPE: usize = 8;
const METHOD: usize = 16;
/// `ml_meth` of `PyMethodDef`.
const FUNCTION: usize = 8;
const TYPE_NAME: usize = 24;
const TYPE_SIZE: usize = 32;
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
    let scope = Scope::of_module(name.clone());
    // Functions first: a class may refer to one, which is no method by that.
    let mut named = BTreeSet::new();
    let builtin = python::symbol(c"PyCFunction_Type");
    // SAFETY: the caller's promise; objects in dicts live while the dicts hold them, and none is changed here.
    unsafe {
        let (types, others): (Vec<usize>, Vec<usize>) = values(python::module_dict(module))
            .into_iter()
            .partition(|object| memory::read::<usize>(memory::read(*object, TYPE), TYPE_FLAGS) & IS_TYPE != 0);
        for object in others {
            wrap_function(object, &scope, "", builtin, &mut named);
        }
        for class in types {
            let full = memory::text(memory::read(class, TYPE_NAME));
            // Only types of this module: others lie in the dict because they were imported.
            if let Some(short) = full.strip_prefix(name.as_str()).and_then(|rest| rest.strip_prefix('.')) {
                for member in values(memory::read(class, TYPE_DICT)) {
                    wrap_function(member, &scope, short, builtin, &mut named);
                }
            }
        }
    }
}

/// Wraps an object, if it is one of Cython's functions. A stub of what has the type `builtin`, the interpreter's functions,
/// is named once: `named`.
///
/// # Safety
/// `object` is an object, and the thread is attached.
unsafe fn wrap_function(object: usize, scope: &Scope, class: &str, builtin: usize, named: &mut BTreeSet<usize>) {
    // SAFETY: every object has a type with a name and a size, and is as long as that; what is read of the held object or
    // method is within the shorter of both.
    unsafe {
        let of: usize = memory::read(object, TYPE);
        let type_name = memory::text(memory::read(of, TYPE_NAME));
        // Cython makes one type for all modules, in a module of its own: `_cython_3_2_9.cython_function_or_method`.
        let is_function = type_name.strip_prefix("_cython").is_some_and(|rest| {
            let name = rest.rsplit('.').next().unwrap_or_default();
            ["cython_function_or_method", "fused_cython_function"].contains(&name)
        });
        if !is_function || memory::read::<usize>(of, TYPE_SIZE) <= METHOD {
            return;
        }
        let held = memory::read(object, METHOD);
        if registry::library(held).is_some() {
            // Data of a library: a method, where a copy or an object would lie on the heap.
            memory::write(object, METHOD, wrap::single(held, scope, class));
        } else if held != 0 && memory::read::<usize>(held, TYPE) == builtin {
            let function = memory::read(memory::read(held, METHOD), FUNCTION);
            if let Some(stub) = thunk::number(function)
                && named.insert(stub)
                && !class.is_empty()
            {
                registry::name_class(stub, class);
            }
        }
    }
}

/// The values of a dict; none of null.
///
/// # Safety
/// `dict` is null or a dict, and the thread is attached.
unsafe fn values(dict: usize) -> Vec<usize> {
    let mut values = Vec::new();
    if dict == 0 {
        return values;
    }
    let (mut position, mut key, mut value) = (0, 0, 0);
    // SAFETY: `dict` is a dict that does not change meanwhile: the thread is attached and runs no Python code.
    while unsafe { python::dict_next(dict, &raw mut position, &raw mut key, &raw mut value) } != 0 {
        values.push(value);
    }
    values
}
