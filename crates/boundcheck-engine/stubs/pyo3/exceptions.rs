//! Python's exceptions.

use crate::{Bound, PyErr, PyResult, Python};
use std::ffi::CStr;

/// What exception types have in common here.
pub trait Exception: Sized {}
impl<T: Exception> crate::types::DerefToPyAny for T {}
unsafe impl<T: Exception> crate::PyTypeInfo for T {}
impl<T: Exception> crate::ToPyErr for T {}

exceptions! {
    PyArithmeticError PyAssertionError PyAttributeError PyBaseException PyBaseExceptionGroup PyBlockingIOError
    PyBrokenPipeError PyBufferError PyBytesWarning PyChildProcessError PyConnectionAbortedError PyConnectionError
    PyConnectionRefusedError PyConnectionResetError PyDeprecationWarning PyEOFError PyEncodingWarning PyException
    PyFileExistsError PyFileNotFoundError PyFloatingPointError PyFutureWarning PyGeneratorExit PyImportError
    PyImportWarning PyIndexError PyInterruptedError PyIsADirectoryError PyKeyError PyKeyboardInterrupt PyLookupError
    PyMemoryError PyModuleNotFoundError PyNameError PyNotADirectoryError PyNotImplementedError PyOSError
    PyOverflowError PyPendingDeprecationWarning PyPermissionError PyProcessLookupError PyPythonFinalizationError
    PyRecursionError PyReferenceError PyResourceWarning PyRuntimeError PyRuntimeWarning PyStopAsyncIteration
    PyStopIteration PySyntaxError PySyntaxWarning PySystemError PySystemExit PyTimeoutError PyTypeError
    PyUnboundLocalError PyUnicodeDecodeError PyUnicodeEncodeError PyUnicodeError PyUnicodeTranslateError
    PyUnicodeWarning PyUserWarning PyValueError PyWarning PyZeroDivisionError
}
pub type PyEnvironmentError = PyOSError;
pub type PyIOError = PyOSError;
pub type PyWindowsError = PyOSError;

impl PyUnicodeDecodeError {
    pub fn new<'py>(
        py: Python<'py>,
        encoding: &CStr,
        input: &[u8],
        range: std::ops::Range<usize>,
        reason: &CStr,
    ) -> PyResult<crate::New<'py, PyUnicodeDecodeError>>;
    pub fn new_bound<'py>(
        py: Python<'py>,
        encoding: &CStr,
        input: &[u8],
        range: std::ops::Range<usize>,
        reason: &CStr,
    ) -> PyResult<Bound<'py, PyUnicodeDecodeError>>;
    pub fn new_utf8<'py>(
        py: Python<'py>,
        input: &[u8],
        err: std::str::Utf8Error,
    ) -> PyResult<crate::New<'py, PyUnicodeDecodeError>>;
    pub fn new_utf8_bound<'py>(
        py: Python<'py>,
        input: &[u8],
        err: std::str::Utf8Error,
    ) -> PyResult<Bound<'py, PyUnicodeDecodeError>>;
    pub fn new_err_from_utf8(py: Python<'_>, bytes: &[u8], err: std::str::Utf8Error) -> PyErr;
}

pub mod asyncio {
    exceptions! {
        CancelledError IncompleteReadError InvalidStateError LimitOverrunError QueueEmpty QueueFull TimeoutError
    }
}
pub mod socket {
    exceptions! { gaierror herror timeout }
}
