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

pub unsafe fn PyObject_Call(_: *mut PyObject, _: *mut PyObject, _: *mut PyObject) -> *mut PyObject;
pub unsafe fn PyObject_CallNoArgs(_: *mut PyObject) -> *mut PyObject;
pub unsafe fn PyObject_CallObject(_: *mut PyObject, _: *mut PyObject) -> *mut PyObject;
pub unsafe fn PyObject_CallOneArg(_: *mut PyObject, _: *mut PyObject) -> *mut PyObject;
pub unsafe fn PyObject_Vectorcall(
    _: *mut PyObject,
    _: *const *mut PyObject,
    _: usize,
    _: *mut PyObject,
) -> *mut PyObject;
pub unsafe fn PyObject_CallMethodNoArgs(_: *mut PyObject, _: *mut PyObject) -> *mut PyObject;
pub unsafe fn PyObject_CallMethodOneArg(_: *mut PyObject, _: *mut PyObject, _: *mut PyObject) -> *mut PyObject;
pub unsafe fn PyObject_GetAttr(_: *mut PyObject, _: *mut PyObject) -> *mut PyObject;
pub unsafe fn PyObject_GetAttrString(_: *mut PyObject, _: *const c_char) -> *mut PyObject;
pub unsafe fn PyObject_SetAttr(_: *mut PyObject, _: *mut PyObject, _: *mut PyObject) -> c_int;
pub unsafe fn PyObject_SetAttrString(_: *mut PyObject, _: *const c_char, _: *mut PyObject) -> c_int;
pub unsafe fn PyObject_HasAttr(_: *mut PyObject, _: *mut PyObject) -> c_int;
pub unsafe fn PyObject_GetItem(_: *mut PyObject, _: *mut PyObject) -> *mut PyObject;
pub unsafe fn PyObject_SetItem(_: *mut PyObject, _: *mut PyObject, _: *mut PyObject) -> c_int;
pub unsafe fn PyObject_GenericGetAttr(_: *mut PyObject, _: *mut PyObject) -> *mut PyObject;
pub unsafe fn PyObject_GenericSetAttr(_: *mut PyObject, _: *mut PyObject, _: *mut PyObject) -> c_int;
pub unsafe fn PyObject_GetIter(_: *mut PyObject) -> *mut PyObject;
pub unsafe fn PyObject_Hash(_: *mut PyObject) -> Py_hash_t;
pub unsafe fn PyObject_IsInstance(_: *mut PyObject, _: *mut PyObject) -> c_int;
pub unsafe fn PyObject_IsTrue(_: *mut PyObject) -> c_int;
pub unsafe fn PyObject_Length(_: *mut PyObject) -> Py_ssize_t;
pub unsafe fn PyObject_Repr(_: *mut PyObject) -> *mut PyObject;
pub unsafe fn PyObject_Str(_: *mut PyObject) -> *mut PyObject;
pub unsafe fn PyObject_Type(_: *mut PyObject) -> *mut PyObject;
pub unsafe fn PyObject_RichCompareBool(_: *mut PyObject, _: *mut PyObject, _: c_int) -> c_int;
pub unsafe fn PyObject_GetBuffer(_: *mut PyObject, _: *mut Py_buffer, _: c_int) -> c_int;
pub unsafe fn PyObject_CheckBuffer(_: *mut PyObject) -> c_int;
pub unsafe fn PyObject_GC_Track(_: *mut c_void);
pub unsafe fn PyObject_GC_UnTrack(_: *mut c_void);
pub unsafe fn PyObject_ClearWeakRefs(_: *mut PyObject);
pub unsafe fn PyBuffer_FillInfo(
    _: *mut Py_buffer,
    _: *mut PyObject,
    _: *mut c_void,
    _: Py_ssize_t,
    _: c_int,
    _: c_int,
) -> c_int;
pub unsafe fn PyBuffer_IsContiguous(_: *const Py_buffer, _: c_char) -> c_int;
pub unsafe fn PyBuffer_Release(_: *mut Py_buffer);
pub unsafe fn PyCallable_Check(_: *mut PyObject) -> c_int;
pub unsafe fn PyIter_Check(_: *mut PyObject) -> c_int;
pub unsafe fn PyIter_Next(_: *mut PyObject) -> *mut PyObject;
pub unsafe fn PyIter_Send(_: *mut PyObject, _: *mut PyObject, _: *mut *mut PyObject) -> PySendResult;
pub unsafe fn PyIndex_Check(_: *mut PyObject) -> c_int;
pub unsafe fn PyNumber_Remainder(_: *mut PyObject, _: *mut PyObject) -> *mut PyObject;
pub unsafe fn PyNumber_TrueDivide(_: *mut PyObject, _: *mut PyObject) -> *mut PyObject;
pub unsafe fn PyNumber_Long(_: *mut PyObject) -> *mut PyObject;
pub unsafe fn PyNumber_Index(_: *mut PyObject) -> *mut PyObject;
pub unsafe fn PySequence_Size(_: *mut PyObject) -> Py_ssize_t;
pub unsafe fn PySequence_GetItem(_: *mut PyObject, _: Py_ssize_t) -> *mut PyObject;
pub unsafe fn PyBool_Check(_: *mut PyObject) -> c_int;
pub unsafe fn PyBool_FromLong(_: c_long) -> *mut PyObject;
pub unsafe fn PyByteArray_AsString(_: *mut PyObject) -> *mut c_char;
pub unsafe fn PyByteArray_Check(_: *mut PyObject) -> c_int;
pub unsafe fn PyByteArray_Size(_: *mut PyObject) -> Py_ssize_t;
pub unsafe fn PyBytes_AS_STRING(_: *mut PyObject) -> *const c_char;
pub unsafe fn PyBytes_AsString(_: *mut PyObject) -> *mut c_char;
pub unsafe fn PyBytes_Check(_: *mut PyObject) -> c_int;
pub unsafe fn PyBytes_FromObject(_: *mut PyObject) -> *mut PyObject;
pub unsafe fn PyBytes_FromStringAndSize(_: *const c_char, _: Py_ssize_t) -> *mut PyObject;
pub unsafe fn PyBytes_GET_SIZE(_: *mut PyObject) -> Py_ssize_t;
pub unsafe fn PyBytes_Size(_: *mut PyObject) -> Py_ssize_t;
pub unsafe fn PyCapsule_GetPointer(_: *mut PyObject, _: *const c_char) -> *mut c_void;
pub unsafe fn PyCapsule_Import(_: *const c_char, _: c_int) -> *mut c_void;
pub unsafe fn PyCapsule_IsValid(_: *mut PyObject, _: *const c_char) -> c_int;
pub unsafe fn PyCapsule_New(_: *mut c_void, _: *const c_char, _: Option<PyCapsule_Destructor>) -> *mut PyObject;
pub unsafe fn PyContext_CopyCurrent() -> *mut PyObject;
pub unsafe fn PyContext_Enter(_: *mut PyObject) -> c_int;
pub unsafe fn PyContext_Exit(_: *mut PyObject) -> c_int;
pub unsafe fn PyDict_Check(_: *mut PyObject) -> c_int;
pub unsafe fn PyDict_Contains(_: *mut PyObject, _: *mut PyObject) -> c_int;
pub unsafe fn PyDict_GetItem(_: *mut PyObject, _: *mut PyObject) -> *mut PyObject;
pub unsafe fn PyDict_GetItemWithError(_: *mut PyObject, _: *mut PyObject) -> *mut PyObject;
pub unsafe fn PyDict_New() -> *mut PyObject;
pub unsafe fn PyDict_Next(_: *mut PyObject, _: *mut Py_ssize_t, _: *mut *mut PyObject, _: *mut *mut PyObject) -> c_int;
pub unsafe fn PyDict_SetItem(_: *mut PyObject, _: *mut PyObject, _: *mut PyObject) -> c_int;
pub unsafe fn PyDict_Size(_: *mut PyObject) -> Py_ssize_t;
pub unsafe fn PyException_SetCause(_: *mut PyObject, _: *mut PyObject);
pub unsafe fn PyFloat_AS_DOUBLE(_: *mut PyObject) -> c_double;
pub unsafe fn PyFloat_AsDouble(_: *mut PyObject) -> c_double;
pub unsafe fn PyFloat_Check(_: *mut PyObject) -> c_int;
pub unsafe fn PyFloat_FromDouble(_: c_double) -> *mut PyObject;
pub unsafe fn PyFrozenSet_New(_: *mut PyObject) -> *mut PyObject;
pub unsafe fn PyList_Append(_: *mut PyObject, _: *mut PyObject) -> c_int;
pub unsafe fn PyList_Check(_: *mut PyObject) -> c_int;
pub unsafe fn PyList_GET_ITEM(_: *mut PyObject, _: Py_ssize_t) -> *mut PyObject;
pub unsafe fn PyList_GET_SIZE(_: *mut PyObject) -> Py_ssize_t;
pub unsafe fn PyList_GetItem(_: *mut PyObject, _: Py_ssize_t) -> *mut PyObject;
pub unsafe fn PyList_New(_: Py_ssize_t) -> *mut PyObject;
pub unsafe fn PyList_SET_ITEM(_: *mut PyObject, _: Py_ssize_t, _: *mut PyObject);
pub unsafe fn PyList_SetItem(_: *mut PyObject, _: Py_ssize_t, _: *mut PyObject) -> c_int;
pub unsafe fn PyList_Size(_: *mut PyObject) -> Py_ssize_t;
pub unsafe fn PyLong_AsLong(_: *mut PyObject) -> c_long;
pub unsafe fn PyLong_AsLongLong(_: *mut PyObject) -> c_longlong;
pub unsafe fn PyLong_AsUnsignedLongLong(_: *mut PyObject) -> c_ulonglong;
pub unsafe fn PyLong_AsVoidPtr(_: *mut PyObject) -> *mut c_void;
pub unsafe fn PyLong_Check(_: *mut PyObject) -> c_int;
pub unsafe fn PyLong_FromLong(_: c_long) -> *mut PyObject;
pub unsafe fn PyLong_FromLongLong(_: c_longlong) -> *mut PyObject;
pub unsafe fn PyLong_FromSsize_t(_: Py_ssize_t) -> *mut PyObject;
pub unsafe fn PyLong_FromUnsignedLongLong(_: c_ulonglong) -> *mut PyObject;
pub unsafe fn PyMem_Free(_: *mut c_void);
pub unsafe fn PyMem_Malloc(_: usize) -> *mut c_void;
pub unsafe fn PyMemoryView_FromMemory(_: *mut c_char, _: Py_ssize_t, _: c_int) -> *mut PyObject;
pub unsafe fn PyMemoryView_FromObject(_: *mut PyObject) -> *mut PyObject;
pub unsafe fn PyModule_AddObject(_: *mut PyObject, _: *const c_char, _: *mut PyObject) -> c_int;
pub unsafe fn PyModule_Create(_: *mut PyModuleDef) -> *mut PyObject;
pub unsafe fn PySet_Add(_: *mut PyObject, _: *mut PyObject) -> c_int;
pub unsafe fn PySet_New(_: *mut PyObject) -> *mut PyObject;
pub unsafe fn PyTuple_Check(_: *mut PyObject) -> c_int;
pub unsafe fn PyTuple_GET_ITEM(_: *mut PyObject, _: Py_ssize_t) -> *mut PyObject;
pub unsafe fn PyTuple_GET_SIZE(_: *mut PyObject) -> Py_ssize_t;
pub unsafe fn PyTuple_GetItem(_: *mut PyObject, _: Py_ssize_t) -> *mut PyObject;
pub unsafe fn PyTuple_New(_: Py_ssize_t) -> *mut PyObject;
pub unsafe fn PyTuple_SET_ITEM(_: *mut PyObject, _: Py_ssize_t, _: *mut PyObject);
pub unsafe fn PyTuple_SetItem(_: *mut PyObject, _: Py_ssize_t, _: *mut PyObject) -> c_int;
pub unsafe fn PyTuple_Size(_: *mut PyObject) -> Py_ssize_t;
pub unsafe fn PyType_Check(_: *mut PyObject) -> c_int;
pub unsafe fn PyType_IsSubtype(_: *mut PyTypeObject, _: *mut PyTypeObject) -> c_int;
pub unsafe fn PyUnicode_AsUTF8AndSize(_: *mut PyObject, _: *mut Py_ssize_t) -> *const c_char;
pub unsafe fn PyUnicode_Check(_: *mut PyObject) -> c_int;
pub unsafe fn PyUnicode_DATA(_: *mut PyObject) -> *mut c_void;
pub unsafe fn PyUnicode_FromKindAndData(_: c_int, _: *const c_void, _: Py_ssize_t) -> *mut PyObject;
pub unsafe fn PyUnicode_FromStringAndSize(_: *const c_char, _: Py_ssize_t) -> *mut PyObject;
pub unsafe fn PyUnicode_GET_LENGTH(_: *mut PyObject) -> Py_ssize_t;
pub unsafe fn PyUnicode_InternFromString(_: *const c_char) -> *mut PyObject;
pub unsafe fn PyUnicode_KIND(_: *mut PyObject) -> c_uint;
pub unsafe fn PyUnicode_New(_: Py_ssize_t, _: c_uint) -> *mut PyObject;
pub static mut PyBaseObject_Type: PyTypeObject;
pub static mut PyType_Type: PyTypeObject;
pub static mut PyList_Type: PyTypeObject;
pub static mut PyDict_Type: PyTypeObject;
pub static mut PyUnicode_Type: PyTypeObject;
pub static mut PyExc_ValueError: *mut PyObject;
pub static mut PyExc_TypeError: *mut PyObject;
pub static mut PyExc_RuntimeError: *mut PyObject;
pub static mut PyExc_BufferError: *mut PyObject;
