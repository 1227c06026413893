//! Functions of CPython and of the C library that it calls, as they are without the recorder.

use std::ffi::CStr;
use std::mem::transmute;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::Relaxed};

use crate::{memory, registry};

macro_rules! functions {
    ($($(#[$doc:meta])* $name:ident = $symbol:literal ($($argument:ident: $type:ty),*) -> $result:ty;)*) => {
        mod cell {
            use super::AtomicUsize;
            $(#[allow(non_upper_case_globals, reason = "named after the functions")]
            pub(super) static $name: AtomicUsize = AtomicUsize::new(0);)*
        }
        $(
            $(#[$doc])*
            ///
            /// # Safety
            /// As documented for the C function, which exists in this process.
            pub(crate) unsafe fn $name($($argument: $type),*) -> $result {
                let address = cell::$name.load(Relaxed);
                // SAFETY: the address is that of the function with this type, and the caller keeps its conditions.
                unsafe { transmute::<usize, unsafe extern "C" fn($($type),*) -> $result>(address)($($argument),*) }
            }
        )*
        /// Looks all of them up.
        pub(crate) fn resolve() {
            $(cell::$name.store(symbol($symbol), Relaxed);)*
        }
    };
}

functions! {
    /// Detaches.
    save_thread = c"PyEval_SaveThread" () -> usize;
    /// Attaches again.
    restore_thread = c"PyEval_RestoreThread" (state: usize) -> ();
    /// Attaches, if needed.
    ensure = c"PyGILState_Ensure" () -> i32;
    /// The counterpart.
    release = c"PyGILState_Release" (state: i32) -> ();
    /// Begins to initialise a module in phases.
    module_def_init = c"PyModuleDef_Init" (definition: usize) -> usize;
    /// Creates a module in one phase.
    module_create = c"PyModule_Create2" (definition: usize, version: i32) -> usize;
    /// Creates a module of a definition and its specification.
    module_from_def = c"PyModule_FromDefAndSpec2" (definition: usize, spec: usize, version: i32) -> usize;
    /// Adds functions to a module.
    add_functions = c"PyModule_AddFunctions" (module: usize, methods: usize) -> i32;
    /// Creates a function.
    method_new = c"PyCMethod_New" (method: usize, this: usize, module: usize, class: usize) -> usize;
    /// Creates a function.
    function_new = c"PyCFunction_NewEx" (method: usize, this: usize, module: usize) -> usize;
    /// Creates a type.
    from_spec = c"PyType_FromSpec" (spec: usize) -> usize;
    /// Creates a type.
    from_spec_with_bases = c"PyType_FromSpecWithBases" (spec: usize, bases: usize) -> usize;
    /// Creates a type.
    from_module_and_spec = c"PyType_FromModuleAndSpec" (module: usize, spec: usize, bases: usize) -> usize;
    /// Creates a type.
    from_metaclass = c"PyType_FromMetaclass" (meta: usize, module: usize, spec: usize, bases: usize) -> usize;
    /// Completes a static type.
    type_ready = c"PyType_Ready" (class: usize) -> i32;
    /// The name of a module, or null with an exception.
    module_name = c"PyModule_GetName" (module: usize) -> usize;
    /// The dict of a module, borrowed.
    module_dict = c"PyModule_GetDict" (module: usize) -> usize;
    /// The next entry of a dict, borrowed.
    dict_next = c"PyDict_Next" (dict: usize, position: *mut isize, key: *mut usize, value: *mut usize) -> i32;
    /// The UTF-8 of a `str`, or null with an exception.
    utf8 = c"PyUnicode_AsUTF8AndSize" (text: usize, size: *mut isize) -> usize;
    /// The exception that is set, borrowed.
    error = c"PyErr_Occurred" () -> usize;
    /// Forgets the exception.
    clear_error = c"PyErr_Clear" () -> ();
    /// The state of the calling thread.
    thread_state = c"PyThreadState_Get" () -> usize;
    /// Looks whether a result and an exception go together.
    check_result = c"_Py_CheckFunctionResult" (state: usize, callable: usize, result: usize, place: usize) -> usize;
    /// The version as text, before initialisation too.
    version = c"Py_GetVersion" () -> usize;
    /// Wakes one that waits.
    cond_signal = c"pthread_cond_signal" (cond: *mut libc::pthread_cond_t) -> i32;
    /// Waits for a signal of the operating system.
    pause = c"pause" () -> i32;
    /// Waits for a signal, up to a time.
    cond_timedwait = c"pthread_cond_timedwait"
        (cond: *mut libc::pthread_cond_t, mutex: *mut libc::pthread_mutex_t, time: *const libc::timespec) -> i32;
}

/// The address of a symbol in this process, or 0.
pub(crate) fn symbol(name: &CStr) -> usize {
    // SAFETY: `name` is a string. On x86-64, glibc keeps an older kind of condition variable under the same names,
    // which `dlsym` may find first: version 2.3.2 is what programs link to.
    unsafe {
        if name.to_bytes().starts_with(b"pthread_cond_") {
            let address = libc::dlvsym(libc::RTLD_DEFAULT, name.as_ptr(), c"GLIBC_2.3.2".as_ptr());
            if !address.is_null() {
                return address as usize;
            }
        }
        libc::dlsym(libc::RTLD_DEFAULT, name.as_ptr()) as usize
    }
}

/// Whether structures are laid out as in an ordinary build with a lock: `PyType_Type`, which is complete before the
/// interpreter begins, is looked at where its own type and its name should be.
pub(crate) fn has_known_layout() -> bool {
    let class = symbol(c"PyType_Type");
    // SAFETY: a type is longer than what is read of it; where its own type is in its place, the name is a string.
    class != 0 && unsafe { memory::read::<usize>(class, 8) == class && memory::text(memory::read(class, 24)) == "type" }
}

static FREE_THREADED: AtomicBool = AtomicBool::new(false);

/// Whether the interpreter is built without a lock, which makes its structures larger.
pub(crate) fn is_free_threaded() -> bool {
    FREE_THREADED.load(Relaxed)
}

/// Says that it is.
pub(crate) fn set_free_threaded() {
    FREE_THREADED.store(true, Relaxed);
}

/// Whether an exception is set.
///
/// # Safety
/// The thread is attached.
pub(crate) unsafe fn has_error() -> bool {
    // SAFETY: the caller's promise.
    unsafe { error() != 0 }
}

/// Notes how the module is called whose body is `function` and has the stub `stub`.
///
/// # Safety
/// `module` is a module, and the thread is attached.
pub(crate) unsafe fn name_module(function: usize, module: usize, stub: Option<usize>) {
    // SAFETY: the caller's promise; the name is a string while the module lives.
    let name = unsafe {
        let name = module_name(module);
        if name == 0 {
            clear_error();
        }
        memory::text(name)
    };
    if !name.is_empty() {
        registry::name_module(function, name, stub);
    }
}

/// The text of a `str` object; empty where there is none.
///
/// # Safety
/// `object` is null or an object, and the thread is attached.
pub(crate) unsafe fn text(object: usize) -> String {
    if object == 0 {
        return String::new();
    }
    // SAFETY: the caller's promise; the text lives as long as the object.
    unsafe {
        let text = utf8(object, std::ptr::null_mut());
        if text == 0 {
            clear_error();
        }
        memory::text(text)
    }
}
