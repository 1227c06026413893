//! What extensions call instead of CPython's functions that register exports, attach and detach.

use std::collections::BTreeMap;
use std::ffi::CStr;
use std::sync::OnceLock;

use crate::names::Scope;
use crate::{gil, inline, memory, options, python, quick, registry, static_type, wrap};

/// The address of a function, as a constant.
#[derive(Clone, Copy)]
pub(crate) struct Address(*const ());

// SAFETY: the address of a function.
unsafe impl Sync for Address {}

impl Address {
    pub(crate) const fn of(function: *const ()) -> Self {
        Self(function)
    }

    pub(crate) fn get(self) -> usize {
        self.0 as usize
    }
}

/// The [`Address`] of a function.
macro_rules! address {
    ($function:path) => {
        $crate::hooks::Address::of($function as *const ())
    };
}
pub(crate) use address;

/// Around calls that are made inline.
const INLINE: &[(&CStr, Address)] = &[
    (c"PyThreadState_Get", address!(inline::thread_state)),
    (c"_Py_CheckFunctionResult", address!(inline::check_result)),
];

const REGISTRATION: &[(&CStr, Address)] = &[
    (c"PyModuleDef_Init", address!(module_def_init)),
    (c"PyModule_Create2", address!(module_create)),
    (c"PyModule_FromDefAndSpec2", address!(module_from_def)),
    (c"PyModule_AddFunctions", address!(add_functions)),
    (c"PyCMethod_New", address!(method_new)),
    (c"PyCFunction_NewEx", address!(function_new)),
    (c"PyType_FromSpec", address!(from_spec)),
    (c"PyType_FromSpecWithBases", address!(from_spec_with_bases)),
    (c"PyType_FromModuleAndSpec", address!(from_module_and_spec)),
    (c"PyType_FromMetaclass", address!(from_metaclass)),
    (c"PyType_Ready", address!(type_ready)),
    (c"PyEval_SaveThread", address!(gil::save_thread)),
    (c"PyEval_RestoreThread", address!(gil::restore_thread)),
    (c"PyGILState_Ensure", address!(gil::ensure)),
    (c"PyGILState_Release", address!(gil::release)),
];

/// Those that read structures, whose layout is another in free-threaded builds.
const READS: &[&CStr] = &[c"PyModuleDef_Init", c"PyModule_Create2", c"PyModule_FromDefAndSpec2", c"PyType_Ready"];

/// Calls that run Python code as a rule, without those that take any number of arguments. Those that may run some are
/// [`quick`]'s.
const CALL_INS: &[&CStr] = &[
    c"PyObject_Call",
    c"PyObject_CallObject",
    c"PyObject_CallNoArgs",
    c"PyObject_CallOneArg",
    c"PyObject_Vectorcall",
    c"PyObject_VectorcallDict",
    c"PyObject_VectorcallMethod",
    c"_PyObject_Vectorcall",
    c"_PyObject_MakeTpCall",
    c"PyIter_Send",
    c"PyEval_EvalCode",
    c"PyImport_Import",
    c"PyImport_ImportModule",
    c"PyObject_IsSubclass",
    c"PyObject_Dir",
    c"PyObject_GetAIter",
    c"PyObject_DelAttrString",
    c"PySequence_Index",
    c"PySequence_Count",
    c"PyIter_NextItem",
    c"PyErr_WarnEx",
    c"PyImport_ImportModuleLevel",
    c"PyImport_ImportModuleLevelObject",
    c"PyRun_StringFlags",
    c"PyRun_SimpleStringFlags",
    c"PyGC_Collect",
];

/// What stands in for functions of the interpreter in the slots of an extension, by their symbols.
pub(crate) fn extension() -> &'static BTreeMap<&'static CStr, usize> {
    static ALL: OnceLock<BTreeMap<&CStr, usize>> = OnceLock::new();
    ALL.get_or_init(|| {
        let is_free_threaded = python::is_free_threaded();
        let registration = REGISTRATION.iter().filter(|(name, _)| !is_free_threaded || !READS.contains(name));
        let mut all: BTreeMap<&CStr, usize> = registration.map(|(name, address)| (*name, address.get())).collect();
        if options::get().call_ins {
            quick::resolve();
            all.extend(INLINE.iter().map(|(name, address)| (*name, address.get())));
            let present = |name| Some(python::symbol(name)).filter(|function| *function != 0);
            all.extend(CALL_INS.iter().filter_map(|name| Some((*name, registry::call_in(present(name)?)))));
            all.extend(quick::ALL.iter().filter_map(|one| {
                let function = present(one.symbol)?;
                let stub = registry::call_in(function);
                Some((one.symbol, if is_free_threaded { stub } else { one.choosing(function, stub) }))
            }));
        }
        all
    })
}

// `PyModuleDef` (`moduleobject.h`).
const MODULE_NAME: usize = 40;
const MODULE_METHODS: usize = 64;
const MODULE_SLOTS: usize = 72;

/// Wraps what a module's definition lists.
///
/// # Safety
/// `definition` is null or a `PyModuleDef`, which CPython writes to as well, and the thread is attached.
unsafe fn define(definition: usize) {
    // SAFETY: the caller's promise.
    unsafe { gil::learn() };
    if definition == 0 {
        return;
    }
    // SAFETY: the caller's promise.
    unsafe {
        let slots = memory::read(definition, MODULE_SLOTS);
        memory::write(definition, MODULE_SLOTS, wrap::module_slots(slots));
        let methods = memory::read(definition, MODULE_METHODS);
        if methods != 0 {
            if let Some(function) = wrap::first_function(methods) {
                // Only the last part of the full name, which comes when the module runs.
                let name = memory::text(memory::read(definition, MODULE_NAME));
                registry::guess_module(function, name);
            }
            memory::write(definition, MODULE_METHODS, wrap::methods(methods, &Scope::Module, ""));
        }
    }
}

/// Notes the full name of a module that was created in one phase.
///
/// # Safety
/// `module` is null or a module, `definition` its definition, and the thread is attached.
unsafe fn name(definition: usize, module: usize) {
    if definition == 0 || module == 0 {
        return;
    }
    // SAFETY: the caller's promise; tables were checked by `define`.
    unsafe {
        let methods = memory::read(definition, MODULE_METHODS);
        if let Some(function) = wrap::first_function(methods) {
            python::name_module(function, module, None);
        }
    }
}

/// Instead of an extension's `PyModuleDef_Init`.
///
/// # Safety
/// Called as the C function of that name is: by an extension, attached.
unsafe extern "C" fn module_def_init(definition: usize) -> usize {
    // SAFETY: the extension's own call, passed on.
    unsafe {
        define(definition);
        python::module_def_init(definition)
    }
}

/// Instead of an extension's `PyModule_Create2`.
///
/// # Safety
/// Called as the C function of that name is: by an extension, attached.
unsafe extern "C" fn module_create(definition: usize, version: i32) -> usize {
    // SAFETY: the extension's own call, passed on.
    unsafe {
        define(definition);
        let module = python::module_create(definition, version);
        name(definition, module);
        module
    }
}

/// Instead of an extension's `PyModule_FromDefAndSpec2`.
///
/// # Safety
/// Called as the C function of that name is: by an extension, attached.
unsafe extern "C" fn module_from_def(definition: usize, spec: usize, version: i32) -> usize {
    // SAFETY: the extension's own call, passed on.
    unsafe {
        define(definition);
        python::module_from_def(definition, spec, version)
    }
}

/// Instead of an extension's `PyModule_AddFunctions`.
///
/// # Safety
/// Called as the C function of that name is: by an extension, attached.
unsafe extern "C" fn add_functions(module: usize, methods: usize) -> i32 {
    // SAFETY: the extension's own call, passed on, with a copy of its table.
    unsafe {
        gil::learn();
        let name = python::module_name(module);
        if name == 0 {
            python::clear_error();
        }
        let scope = Scope::of_module(memory::text(name));
        python::add_functions(module, wrap::methods(methods, &scope, ""))
    }
}

/// Instead of an extension's `PyCMethod_New`.
///
/// # Safety
/// Called as the C function of that name is: by an extension, attached.
unsafe extern "C" fn method_new(method: usize, this: usize, module: usize, class: usize) -> usize {
    // SAFETY: the extension's own call, passed on, with a copy of its method.
    unsafe {
        gil::learn();
        let scope = Scope::of_module(python::text(module));
        python::method_new(wrap::single(method, &scope, ""), this, module, class)
    }
}

/// Instead of an extension's `PyCFunction_NewEx`.
///
/// # Safety
/// Called as the C function of that name is: by an extension, attached.
unsafe extern "C" fn function_new(method: usize, this: usize, module: usize) -> usize {
    // SAFETY: the extension's own call, passed on, with a copy of its method.
    unsafe {
        gil::learn();
        let scope = Scope::of_module(python::text(module));
        python::function_new(wrap::single(method, &scope, ""), this, module)
    }
}

/// Calls `create` with a wrapped copy of a type's specification, `PyType_Spec` (`object.h`).
///
/// # Safety
/// `spec` is null or a `PyType_Spec`, and the thread is attached.
unsafe fn with_spec(spec: usize, create: impl FnOnce(usize) -> usize) -> usize {
    /// Position of the slots among the words of the structure.
    const SLOTS: usize = 3;
    // SAFETY: the caller's promise.
    unsafe { gil::learn() };
    if spec == 0 {
        return create(spec);
    }
    // SAFETY: the caller's promise.
    let mut copy: [usize; 4] = unsafe { memory::read(spec, 0) };
    if copy[SLOTS] == 0 {
        return create(spec);
    }
    // SAFETY: the fields of the structure.
    let slots = unsafe {
        let full = memory::text(copy[0]);
        let (scope, class) = Scope::of_type(&full);
        wrap::type_slots(copy[SLOTS], spec, &scope, class)
    };
    copy[SLOTS] = slots.as_ptr() as usize;
    create((&raw const copy) as usize)
}

/// Instead of an extension's `PyType_FromSpec`.
///
/// # Safety
/// Called as the C function of that name is: by an extension, attached.
unsafe extern "C" fn from_spec(spec: usize) -> usize {
    // SAFETY: the extension's own call, passed on.
    unsafe { with_spec(spec, |spec| python::from_spec(spec)) }
}

/// Instead of an extension's `PyType_FromSpecWithBases`.
///
/// # Safety
/// Called as the C function of that name is: by an extension, attached.
unsafe extern "C" fn from_spec_with_bases(spec: usize, bases: usize) -> usize {
    // SAFETY: the extension's own call, passed on.
    unsafe { with_spec(spec, |spec| python::from_spec_with_bases(spec, bases)) }
}

/// Instead of an extension's `PyType_FromModuleAndSpec`.
///
/// # Safety
/// Called as the C function of that name is: by an extension, attached.
unsafe extern "C" fn from_module_and_spec(module: usize, spec: usize, bases: usize) -> usize {
    // SAFETY: the extension's own call, passed on.
    unsafe { with_spec(spec, |spec| python::from_module_and_spec(module, spec, bases)) }
}

/// Instead of an extension's `PyType_FromMetaclass`.
///
/// # Safety
/// Called as the C function of that name is: by an extension, attached.
unsafe extern "C" fn from_metaclass(meta: usize, module: usize, spec: usize, bases: usize) -> usize {
    // SAFETY: the extension's own call, passed on.
    unsafe { with_spec(spec, |spec| python::from_metaclass(meta, module, spec, bases)) }
}

/// Instead of an extension's `PyType_Ready`.
///
/// # Safety
/// Called as the C function of that name is: by an extension, attached.
unsafe extern "C" fn type_ready(class: usize) -> i32 {
    // SAFETY: the extension's own call, passed on.
    unsafe {
        gil::learn();
        if class != 0 {
            static_type::prepare(class);
        }
        python::type_ready(class)
    }
}
