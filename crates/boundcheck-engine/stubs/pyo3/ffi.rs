//! The part of Python's C API that extension code uses most.

use std::ffi::{c_char, c_double, c_int, c_long, c_longlong, c_uint, c_ulong, c_ulonglong, c_void};

pub type Py_ssize_t = isize;
pub type Py_hash_t = isize;
pub type Py_uintptr_t = usize;
pub type PyCFunction = unsafe extern "C" fn(*mut PyObject, *mut PyObject) -> *mut PyObject;
pub type PyCFunctionWithKeywords = unsafe extern "C" fn(*mut PyObject, *mut PyObject, *mut PyObject) -> *mut PyObject;
pub type PyCapsule_Destructor = unsafe extern "C" fn(*mut PyObject);
pub type visitproc = unsafe extern "C" fn(*mut PyObject, *mut c_void) -> c_int;
pub type newfunc = unsafe extern "C" fn(*mut PyTypeObject, *mut PyObject, *mut PyObject) -> *mut PyObject;
pub type allocfunc = unsafe extern "C" fn(*mut PyTypeObject, Py_ssize_t) -> *mut PyObject;
pub type freefunc = unsafe extern "C" fn(*mut c_void);
pub type destructor = unsafe extern "C" fn(*mut PyObject);

macro_rules! opaque {
    ($($name:ident)*) => { $(pub struct $name(());)* };
}
opaque! {
    PyASCIIObject PyBytesObject PyCodeObject PyDateTime_CAPI PyFrameObject PyInterpreterState PyListObject
    PyLongObject PyModuleDef PyMutex PyThreadState PyTupleObject PyUnicodeObject PyVarObject
}
pub struct PyObject {
    pub ob_refcnt: Py_ssize_t,
    pub ob_type: *mut PyTypeObject,
}
pub struct PyTypeObject {
    pub tp_name: *const c_char,
    pub tp_basicsize: Py_ssize_t,
    pub tp_itemsize: Py_ssize_t,
    pub tp_flags: c_ulong,
    pub tp_dealloc: Option<destructor>,
    pub tp_base: *mut PyTypeObject,
    pub tp_dict: *mut PyObject,
    pub tp_alloc: Option<allocfunc>,
    pub tp_new: Option<newfunc>,
    pub tp_free: Option<freefunc>,
}
pub struct PyMethodDef {
    pub ml_name: *const c_char,
    pub ml_flags: c_int,
    pub ml_doc: *const c_char,
}
pub struct Py_buffer {
    pub buf: *mut c_void,
    pub obj: *mut PyObject,
    pub len: Py_ssize_t,
    pub itemsize: Py_ssize_t,
    pub readonly: c_int,
    pub ndim: c_int,
    pub format: *mut c_char,
    pub shape: *mut Py_ssize_t,
    pub strides: *mut Py_ssize_t,
    pub suboffsets: *mut Py_ssize_t,
    pub internal: *mut c_void,
}
#[derive(Clone, Copy)]
pub enum PyGILState_STATE {
    PyGILState_LOCKED,
    PyGILState_UNLOCKED,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum PySendResult {
    PYGEN_RETURN,
    PYGEN_ERROR,
    PYGEN_NEXT,
}
pub use PySendResult::*;

pub const METH_VARARGS: c_int;
pub const METH_KEYWORDS: c_int;
pub const METH_NOARGS: c_int;
pub const METH_O: c_int;
pub const METH_FASTCALL: c_int;
pub const PyBUF_SIMPLE: c_int;
pub const PyBUF_WRITABLE: c_int;
pub const PyBUF_FORMAT: c_int;
pub const PyBUF_READ: c_int;
pub const PyBUF_WRITE: c_int;
pub const PyBUF_ND: c_int;
pub const PyBUF_STRIDES: c_int;
pub const PyBUF_CONTIG_RO: c_int;
pub const PyBUF_FULL_RO: c_int;

pub unsafe fn Py_Initialize();
pub unsafe fn Py_InitializeEx(initsigs: c_int);
pub unsafe fn Py_Finalize();
pub unsafe fn Py_FinalizeEx() -> c_int;
pub unsafe fn Py_IsInitialized() -> c_int;
pub unsafe fn Py_IsFinalizing() -> c_int;
pub unsafe fn Py_AtExit(func: Option<extern "C" fn()>) -> c_int;
pub unsafe fn Py_GetVersion() -> *const c_char;
pub unsafe fn PyEval_SaveThread() -> *mut PyThreadState;
pub unsafe fn PyEval_RestoreThread(state: *mut PyThreadState);
pub unsafe fn PyEval_AcquireThread(state: *mut PyThreadState);
pub unsafe fn PyEval_ReleaseThread(state: *mut PyThreadState);
pub unsafe fn PyEval_EvalCode(code: *mut PyObject, g: *mut PyObject, l: *mut PyObject) -> *mut PyObject;
pub unsafe fn PyGILState_Ensure() -> PyGILState_STATE;
pub unsafe fn PyGILState_Release(state: PyGILState_STATE);
pub unsafe fn PyGILState_Check() -> c_int;
pub unsafe fn PyThreadState_Get() -> *mut PyThreadState;
pub unsafe fn PyThreadState_Swap(state: *mut PyThreadState) -> *mut PyThreadState;
pub unsafe fn PyInterpreterState_Get() -> *mut PyInterpreterState;
pub unsafe fn PyImport_AppendInittab(
    name: *const c_char,
    init: Option<unsafe extern "C" fn() -> *mut PyObject>,
) -> c_int;
pub unsafe fn PyImport_ImportModule(name: *const c_char) -> *mut PyObject;
pub unsafe fn PyImport_GetModuleDict() -> *mut PyObject;
pub unsafe fn PyRun_SimpleString(code: *const c_char) -> c_int;

pub unsafe fn Py_INCREF(op: *mut PyObject);
pub unsafe fn Py_DECREF(op: *mut PyObject);
pub unsafe fn Py_XINCREF(op: *mut PyObject);
pub unsafe fn Py_XDECREF(op: *mut PyObject);
pub unsafe fn Py_IncRef(op: *mut PyObject);
pub unsafe fn Py_DecRef(op: *mut PyObject);
pub unsafe fn Py_REFCNT(op: *mut PyObject) -> Py_ssize_t;
pub unsafe fn Py_TYPE(op: *mut PyObject) -> *mut PyTypeObject;
pub unsafe fn Py_SIZE(op: *mut PyObject) -> Py_ssize_t;
pub unsafe fn Py_None() -> *mut PyObject;
pub unsafe fn Py_True() -> *mut PyObject;
pub unsafe fn Py_False() -> *mut PyObject;
pub unsafe fn Py_Ellipsis() -> *mut PyObject;
pub unsafe fn Py_NotImplemented() -> *mut PyObject;
pub unsafe fn Py_NewRef(op: *mut PyObject) -> *mut PyObject;

pub unsafe fn PyErr_Clear();
pub unsafe fn PyErr_Occurred() -> *mut PyObject;
pub unsafe fn PyErr_Print();
pub unsafe fn PyErr_CheckSignals() -> c_int;
pub unsafe fn PyErr_SetInterrupt();
pub unsafe fn PyErr_SetString(exception: *mut PyObject, text: *const c_char);
pub unsafe fn PyErr_SetNone(exception: *mut PyObject);
pub unsafe fn PyErr_WriteUnraisable(op: *mut PyObject);

pub const PyUnicode_1BYTE_KIND: c_uint;
pub const PyUnicode_2BYTE_KIND: c_uint;
pub const PyUnicode_4BYTE_KIND: c_uint;

// Variadic.
unsafe extern "C" {
    pub fn PyObject_CallMethodObjArgs(object: *mut PyObject, method: *mut PyObject, ...) -> *mut PyObject;
    pub fn PyObject_CallFunctionObjArgs(callable: *mut PyObject, ...) -> *mut PyObject;
}

macro_rules! object_functions {
    ($($name:ident ($($arg:ty),*) $(-> $ret:ty)?;)*) => { $(pub unsafe fn $name($(_: $arg),*) $(-> $ret)?;)* };
}
object_functions! {
    PyObject_Call(*mut PyObject, *mut PyObject, *mut PyObject) -> *mut PyObject;
    PyObject_CallNoArgs(*mut PyObject) -> *mut PyObject;
    PyObject_CallObject(*mut PyObject, *mut PyObject) -> *mut PyObject;
    PyObject_CallOneArg(*mut PyObject, *mut PyObject) -> *mut PyObject;
    PyObject_Vectorcall(*mut PyObject, *const *mut PyObject, usize, *mut PyObject) -> *mut PyObject;
    PyObject_CallMethodNoArgs(*mut PyObject, *mut PyObject) -> *mut PyObject;
    PyObject_CallMethodOneArg(*mut PyObject, *mut PyObject, *mut PyObject) -> *mut PyObject;
    PyObject_GetAttr(*mut PyObject, *mut PyObject) -> *mut PyObject;
    PyObject_GetAttrString(*mut PyObject, *const c_char) -> *mut PyObject;
    PyObject_SetAttr(*mut PyObject, *mut PyObject, *mut PyObject) -> c_int;
    PyObject_SetAttrString(*mut PyObject, *const c_char, *mut PyObject) -> c_int;
    PyObject_HasAttr(*mut PyObject, *mut PyObject) -> c_int;
    PyObject_GetItem(*mut PyObject, *mut PyObject) -> *mut PyObject;
    PyObject_SetItem(*mut PyObject, *mut PyObject, *mut PyObject) -> c_int;
    PyObject_GenericGetAttr(*mut PyObject, *mut PyObject) -> *mut PyObject;
    PyObject_GenericSetAttr(*mut PyObject, *mut PyObject, *mut PyObject) -> c_int;
    PyObject_GetIter(*mut PyObject) -> *mut PyObject;
    PyObject_Hash(*mut PyObject) -> Py_hash_t;
    PyObject_IsInstance(*mut PyObject, *mut PyObject) -> c_int;
    PyObject_IsTrue(*mut PyObject) -> c_int;
    PyObject_Length(*mut PyObject) -> Py_ssize_t;
    PyObject_Repr(*mut PyObject) -> *mut PyObject;
    PyObject_Str(*mut PyObject) -> *mut PyObject;
    PyObject_Type(*mut PyObject) -> *mut PyObject;
    PyObject_RichCompareBool(*mut PyObject, *mut PyObject, c_int) -> c_int;
    PyObject_GetBuffer(*mut PyObject, *mut Py_buffer, c_int) -> c_int;
    PyObject_CheckBuffer(*mut PyObject) -> c_int;
    PyObject_GC_Track(*mut c_void);
    PyObject_GC_UnTrack(*mut c_void);
    PyObject_ClearWeakRefs(*mut PyObject);
    PyBuffer_FillInfo(*mut Py_buffer, *mut PyObject, *mut c_void, Py_ssize_t, c_int, c_int) -> c_int;
    PyBuffer_IsContiguous(*const Py_buffer, c_char) -> c_int;
    PyBuffer_Release(*mut Py_buffer);
    PyCallable_Check(*mut PyObject) -> c_int;
    PyIter_Check(*mut PyObject) -> c_int;
    PyIter_Next(*mut PyObject) -> *mut PyObject;
    PyIter_Send(*mut PyObject, *mut PyObject, *mut *mut PyObject) -> PySendResult;
    PyIndex_Check(*mut PyObject) -> c_int;
    PyNumber_Remainder(*mut PyObject, *mut PyObject) -> *mut PyObject;
    PyNumber_TrueDivide(*mut PyObject, *mut PyObject) -> *mut PyObject;
    PyNumber_Long(*mut PyObject) -> *mut PyObject;
    PyNumber_Index(*mut PyObject) -> *mut PyObject;
    PySequence_Size(*mut PyObject) -> Py_ssize_t;
    PySequence_GetItem(*mut PyObject, Py_ssize_t) -> *mut PyObject;
    PyBool_Check(*mut PyObject) -> c_int;
    PyBool_FromLong(c_long) -> *mut PyObject;
    PyByteArray_AsString(*mut PyObject) -> *mut c_char;
    PyByteArray_Check(*mut PyObject) -> c_int;
    PyByteArray_Size(*mut PyObject) -> Py_ssize_t;
    PyBytes_AS_STRING(*mut PyObject) -> *const c_char;
    PyBytes_AsString(*mut PyObject) -> *mut c_char;
    PyBytes_Check(*mut PyObject) -> c_int;
    PyBytes_FromObject(*mut PyObject) -> *mut PyObject;
    PyBytes_FromStringAndSize(*const c_char, Py_ssize_t) -> *mut PyObject;
    PyBytes_GET_SIZE(*mut PyObject) -> Py_ssize_t;
    PyBytes_Size(*mut PyObject) -> Py_ssize_t;
    PyCapsule_GetPointer(*mut PyObject, *const c_char) -> *mut c_void;
    PyCapsule_Import(*const c_char, c_int) -> *mut c_void;
    PyCapsule_IsValid(*mut PyObject, *const c_char) -> c_int;
    PyCapsule_New(*mut c_void, *const c_char, Option<PyCapsule_Destructor>) -> *mut PyObject;
    PyContext_CopyCurrent() -> *mut PyObject;
    PyContext_Enter(*mut PyObject) -> c_int;
    PyContext_Exit(*mut PyObject) -> c_int;
    PyDict_Check(*mut PyObject) -> c_int;
    PyDict_Contains(*mut PyObject, *mut PyObject) -> c_int;
    PyDict_GetItem(*mut PyObject, *mut PyObject) -> *mut PyObject;
    PyDict_GetItemWithError(*mut PyObject, *mut PyObject) -> *mut PyObject;
    PyDict_New() -> *mut PyObject;
    PyDict_Next(*mut PyObject, *mut Py_ssize_t, *mut *mut PyObject, *mut *mut PyObject) -> c_int;
    PyDict_SetItem(*mut PyObject, *mut PyObject, *mut PyObject) -> c_int;
    PyDict_Size(*mut PyObject) -> Py_ssize_t;
    PyException_SetCause(*mut PyObject, *mut PyObject);
    PyFloat_AS_DOUBLE(*mut PyObject) -> c_double;
    PyFloat_AsDouble(*mut PyObject) -> c_double;
    PyFloat_Check(*mut PyObject) -> c_int;
    PyFloat_FromDouble(c_double) -> *mut PyObject;
    PyFrozenSet_New(*mut PyObject) -> *mut PyObject;
    PyList_Append(*mut PyObject, *mut PyObject) -> c_int;
    PyList_Check(*mut PyObject) -> c_int;
    PyList_GET_ITEM(*mut PyObject, Py_ssize_t) -> *mut PyObject;
    PyList_GET_SIZE(*mut PyObject) -> Py_ssize_t;
    PyList_GetItem(*mut PyObject, Py_ssize_t) -> *mut PyObject;
    PyList_New(Py_ssize_t) -> *mut PyObject;
    PyList_SET_ITEM(*mut PyObject, Py_ssize_t, *mut PyObject);
    PyList_SetItem(*mut PyObject, Py_ssize_t, *mut PyObject) -> c_int;
    PyList_Size(*mut PyObject) -> Py_ssize_t;
    PyLong_AsLong(*mut PyObject) -> c_long;
    PyLong_AsLongLong(*mut PyObject) -> c_longlong;
    PyLong_AsUnsignedLongLong(*mut PyObject) -> c_ulonglong;
    PyLong_AsVoidPtr(*mut PyObject) -> *mut c_void;
    PyLong_Check(*mut PyObject) -> c_int;
    PyLong_FromLong(c_long) -> *mut PyObject;
    PyLong_FromLongLong(c_longlong) -> *mut PyObject;
    PyLong_FromSsize_t(Py_ssize_t) -> *mut PyObject;
    PyLong_FromUnsignedLongLong(c_ulonglong) -> *mut PyObject;
    PyMem_Free(*mut c_void);
    PyMem_Malloc(usize) -> *mut c_void;
    PyMemoryView_FromMemory(*mut c_char, Py_ssize_t, c_int) -> *mut PyObject;
    PyMemoryView_FromObject(*mut PyObject) -> *mut PyObject;
    PyModule_AddObject(*mut PyObject, *const c_char, *mut PyObject) -> c_int;
    PyModule_Create(*mut PyModuleDef) -> *mut PyObject;
    PySet_Add(*mut PyObject, *mut PyObject) -> c_int;
    PySet_New(*mut PyObject) -> *mut PyObject;
    PyTuple_Check(*mut PyObject) -> c_int;
    PyTuple_GET_ITEM(*mut PyObject, Py_ssize_t) -> *mut PyObject;
    PyTuple_GET_SIZE(*mut PyObject) -> Py_ssize_t;
    PyTuple_GetItem(*mut PyObject, Py_ssize_t) -> *mut PyObject;
    PyTuple_New(Py_ssize_t) -> *mut PyObject;
    PyTuple_SET_ITEM(*mut PyObject, Py_ssize_t, *mut PyObject);
    PyTuple_SetItem(*mut PyObject, Py_ssize_t, *mut PyObject) -> c_int;
    PyTuple_Size(*mut PyObject) -> Py_ssize_t;
    PyType_Check(*mut PyObject) -> c_int;
    PyType_IsSubtype(*mut PyTypeObject, *mut PyTypeObject) -> c_int;
    PyUnicode_AsUTF8AndSize(*mut PyObject, *mut Py_ssize_t) -> *const c_char;
    PyUnicode_Check(*mut PyObject) -> c_int;
    PyUnicode_DATA(*mut PyObject) -> *mut c_void;
    PyUnicode_FromKindAndData(c_int, *const c_void, Py_ssize_t) -> *mut PyObject;
    PyUnicode_FromStringAndSize(*const c_char, Py_ssize_t) -> *mut PyObject;
    PyUnicode_GET_LENGTH(*mut PyObject) -> Py_ssize_t;
    PyUnicode_InternFromString(*const c_char) -> *mut PyObject;
    PyUnicode_KIND(*mut PyObject) -> c_uint;
    PyUnicode_New(Py_ssize_t, c_uint) -> *mut PyObject;
}
pub static mut PyBaseObject_Type: PyTypeObject;
pub static mut PyType_Type: PyTypeObject;
pub static mut PyList_Type: PyTypeObject;
pub static mut PyDict_Type: PyTypeObject;
pub static mut PyUnicode_Type: PyTypeObject;
pub static mut PyExc_ValueError: *mut PyObject;
pub static mut PyExc_TypeError: *mut PyObject;
pub static mut PyExc_RuntimeError: *mut PyObject;
pub static mut PyExc_BufferError: *mut PyObject;
