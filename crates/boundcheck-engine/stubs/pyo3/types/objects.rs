// Capsules, weak references, dates and times.

pub struct CapsuleName(*const std::ffi::c_char);
impl CapsuleName {
    pub unsafe fn as_cstr<'a>(self) -> &'a CStr;
    pub fn as_ptr(self) -> *const std::ffi::c_char;
}
impl PyCapsule {
    pub fn new_with_value<'py, T>(py: Python<'py>, value: T, name: &'static CStr) -> PyResult<Bound<'py, PyCapsule>>;
    pub fn new<'py, T>(py: Python<'py>, value: T, name: Option<CString>) -> PyResult<New<'py, PyCapsule>>;
    pub fn new_bound<T>(py: Python<'_>, value: T, name: Option<CString>) -> PyResult<Bound<'_, PyCapsule>>;
    pub fn new_with_value_and_destructor<'py, T, F>(
        py: Python<'py>,
        value: T,
        name: &'static CStr,
        destructor: F,
    ) -> PyResult<Bound<'py, PyCapsule>>
    where
        F: FnOnce(T, *mut c_void) + Send + 'static;
    pub fn new_with_destructor<'py, T, F>(
        py: Python<'py>,
        value: T,
        name: Option<CString>,
        destructor: F,
    ) -> PyResult<New<'py, PyCapsule>>
    where
        F: FnOnce(T, *mut c_void) + Send + 'static;
    pub fn new_bound_with_destructor<T, F>(
        py: Python<'_>,
        value: T,
        name: Option<CString>,
        destructor: F,
    ) -> PyResult<Bound<'_, PyCapsule>>
    where
        F: FnOnce(T, *mut c_void) + Send + 'static;
    pub unsafe fn new_with_pointer<'py>(
        py: Python<'py>,
        pointer: NonNull<c_void>,
        name: &'static CStr,
    ) -> PyResult<Bound<'py, PyCapsule>>;
    pub unsafe fn new_with_pointer_and_destructor<'py>(
        py: Python<'py>,
        pointer: NonNull<c_void>,
        name: &'static CStr,
        destructor: Option<ffi::PyCapsule_Destructor>,
    ) -> PyResult<Bound<'py, PyCapsule>>;
    pub unsafe fn import<'py, T>(py: Python<'py>, name: &CStr) -> PyResult<&'py T>;
    pub fn import_pointer(py: Python<'_>, name: &CStr) -> PyResult<NonNull<c_void>>;
}
pub trait PyCapsuleMethods<'py> {
    fn set_context(&self, context: *mut c_void) -> PyResult<()>;
    fn context(&self) -> PyResult<*mut c_void>;
    unsafe fn reference<T>(&self) -> &'py T;
    fn pointer(&self) -> *mut c_void;
    fn pointer_checked(&self, name: Option<&CStr>) -> PyResult<NonNull<c_void>>;
    fn is_valid(&self) -> bool;
    fn is_valid_checked(&self, name: Option<&CStr>) -> bool;
    #[cfg(since_0_27)]
    fn name(&self) -> PyResult<Option<CapsuleName>>;
    #[cfg(not(since_0_27))]
    fn name(&self) -> PyResult<Option<&'py CStr>>;
}
impl<'py> PyCapsuleMethods<'py> for Bound<'py, PyCapsule> {}

impl PyWeakrefReference {
    pub fn new<'a, 'py>(object: &'a Bound<'py, PyAny>) -> PyResult<Bound<'py, PyWeakrefReference>>;
    pub fn new_bound<'py>(object: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyWeakrefReference>>;
    pub fn new_with<'py, C>(object: &Bound<'py, PyAny>, callback: C) -> PyResult<Bound<'py, PyWeakrefReference>>;
}
impl PyWeakrefProxy {
    pub fn new<'py>(object: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyWeakrefProxy>>;
    pub fn new_bound<'py>(object: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyWeakrefProxy>>;
    pub fn new_with<'py, C>(object: &Bound<'py, PyAny>, callback: C) -> PyResult<Bound<'py, PyWeakrefProxy>>;
}
pub trait PyWeakrefMethods<'py> {
    fn upgrade_as<T>(&self) -> PyResult<Option<Bound<'py, T>>>;
    unsafe fn upgrade_as_unchecked<T>(&self) -> Option<Bound<'py, T>>;
    fn upgrade_as_exact<T>(&self) -> PyResult<Option<Bound<'py, T>>>;
    fn upgrade(&self) -> Option<Bound<'py, PyAny>>;
    fn upgrade_borrowed<'a>(&'a self) -> Option<Borrowed<'a, 'py, PyAny>>;
    fn get_object(&self) -> Bound<'py, PyAny>;
    fn get_object_borrowed(&self) -> Borrowed<'_, 'py, PyAny>;
}
impl<'py> PyWeakrefMethods<'py> for Bound<'py, PyWeakref> {}
impl<'py> PyWeakrefMethods<'py> for Bound<'py, PyWeakrefReference> {}
impl<'py> PyWeakrefMethods<'py> for Bound<'py, PyWeakrefProxy> {}

pub trait PyDateAccess {
    fn get_year(&self) -> i32;
    fn get_month(&self) -> u8;
    fn get_day(&self) -> u8;
}
pub trait PyDeltaAccess {
    fn get_days(&self) -> i32;
    fn get_seconds(&self) -> i32;
    fn get_microseconds(&self) -> i32;
}
pub trait PyTimeAccess {
    fn get_hour(&self) -> u8;
    fn get_minute(&self) -> u8;
    fn get_second(&self) -> u8;
    fn get_microsecond(&self) -> u32;
    fn get_fold(&self) -> bool;
}
pub trait PyTzInfoAccess<'py> {
    fn get_tzinfo(&self) -> Option<Bound<'py, PyTzInfo>>;
    fn get_tzinfo_bound(&self) -> Option<Bound<'py, PyTzInfo>>;
}
impl<'py> PyDateAccess for Bound<'py, PyDate> {}
impl<'py> PyDateAccess for Bound<'py, PyDateTime> {}
impl<'py> PyDeltaAccess for Bound<'py, PyDelta> {}
impl<'py> PyTimeAccess for Bound<'py, PyDateTime> {}
impl<'py> PyTimeAccess for Bound<'py, PyTime> {}
impl<'py> PyTzInfoAccess<'py> for Bound<'py, PyDateTime> {}
impl<'py> PyTzInfoAccess<'py> for Bound<'py, PyTime> {}

impl PyDate {
    pub fn new<'py>(py: Python<'py>, year: i32, month: u8, day: u8) -> PyResult<New<'py, PyDate>>;
    pub fn new_bound(py: Python<'_>, year: i32, month: u8, day: u8) -> PyResult<Bound<'_, PyDate>>;
    pub fn from_timestamp<'py, S>(py: Python<'py>, timestamp: S) -> PyResult<New<'py, PyDate>>;
    pub fn from_timestamp_bound(py: Python<'_>, timestamp: i64) -> PyResult<Bound<'_, PyDate>>;
}
impl PyDateTime {
    pub fn new<'a, 'py>(
        py: Python<'py>,
        year: i32,
        month: u8,
        day: u8,
        hour: u8,
        minute: u8,
        second: u8,
        microsecond: u32,
        tzinfo: Option<Arg<'a, 'py, PyTzInfo>>,
    ) -> PyResult<New<'py, PyDateTime>>;
    pub fn new_bound<'py>(
        py: Python<'py>,
        year: i32,
        month: u8,
        day: u8,
        hour: u8,
        minute: u8,
        second: u8,
        microsecond: u32,
        tzinfo: Option<&Bound<'py, PyTzInfo>>,
    ) -> PyResult<Bound<'py, PyDateTime>>;
    pub fn new_with_fold<'a, 'py>(
        py: Python<'py>,
        year: i32,
        month: u8,
        day: u8,
        hour: u8,
        minute: u8,
        second: u8,
        microsecond: u32,
        tzinfo: Option<Arg<'a, 'py, PyTzInfo>>,
        fold: bool,
    ) -> PyResult<New<'py, PyDateTime>>;
    pub fn from_timestamp<'a, 'py>(
        py: Python<'py>,
        timestamp: f64,
        tzinfo: Option<Arg<'a, 'py, PyTzInfo>>,
    ) -> PyResult<New<'py, PyDateTime>>;
    pub fn from_timestamp_bound<'py>(
        py: Python<'py>,
        timestamp: f64,
        tzinfo: Option<&Bound<'py, PyTzInfo>>,
    ) -> PyResult<Bound<'py, PyDateTime>>;
}
impl PyTime {
    pub fn new<'a, 'py>(
        py: Python<'py>,
        hour: u8,
        minute: u8,
        second: u8,
        microsecond: u32,
        tzinfo: Option<Arg<'a, 'py, PyTzInfo>>,
    ) -> PyResult<New<'py, PyTime>>;
    pub fn new_bound<'py>(
        py: Python<'py>,
        hour: u8,
        minute: u8,
        second: u8,
        microsecond: u32,
        tzinfo: Option<&Bound<'py, PyTzInfo>>,
    ) -> PyResult<Bound<'py, PyTime>>;
    pub fn new_with_fold<'a, 'py>(
        py: Python<'py>,
        hour: u8,
        minute: u8,
        second: u8,
        microsecond: u32,
        tzinfo: Option<Arg<'a, 'py, PyTzInfo>>,
        fold: bool,
    ) -> PyResult<New<'py, PyTime>>;
}
impl PyDelta {
    pub fn new<'py>(
        py: Python<'py>,
        days: i32,
        seconds: i32,
        microseconds: i32,
        normalize: bool,
    ) -> PyResult<New<'py, PyDelta>>;
    pub fn new_bound(
        py: Python<'_>,
        days: i32,
        seconds: i32,
        microseconds: i32,
        normalize: bool,
    ) -> PyResult<Bound<'_, PyDelta>>;
}
impl PyTzInfo {
    pub fn utc(py: Python<'_>) -> PyResult<Borrowed<'static, '_, PyTzInfo>>;
    pub fn timezone<'py, T>(py: Python<'py>, iana_name: T) -> PyResult<Bound<'py, PyTzInfo>>;
    pub fn fixed_offset<'py, T>(py: Python<'py>, offset: T) -> PyResult<Bound<'py, PyTzInfo>>;
}
pub fn timezone_utc<'py>(py: Python<'py>) -> New<'py, PyTzInfo>;
pub fn timezone_utc_bound(py: Python<'_>) -> Bound<'_, PyTzInfo>;

// The modules some of these live in from 0.30.
pub mod bytes {
    pub use super::{PyBytes, PyBytesMethods, PyBytesWriter};
}
pub mod capsule {
    pub use super::{CapsuleName, PyCapsule, PyCapsuleMethods};
}
pub mod code {
    pub use super::{PyCode, PyCodeInput, PyCodeMethods};
}
pub mod datetime {
    pub use super::{PyDate, PyDateAccess, PyDateTime, PyDelta, PyDeltaAccess};
    pub use super::{PyTime, PyTimeAccess, PyTzInfo, PyTzInfoAccess};
}
pub mod dict {
    pub use super::{BoundDictIterator, IntoPyDict, PyDict, PyDictMethods};
}
pub mod frozenset {
    pub use super::{BoundFrozenSetIterator, PyFrozenSet, PyFrozenSetBuilder, PyFrozenSetMethods};
}
pub mod iterator {
    pub use super::{PyIterator, PySendResult};
}
pub mod list {
    pub use super::{BoundListIterator, PyList, PyListMethods};
}
pub mod slice {
    pub use super::{PySlice, PySliceIndices, PySliceMethods};
}
pub mod string {
    pub use super::{PyString, PyStringData, PyStringMethods};
}
pub mod tuple {
    pub use super::{BorrowedTupleIterator, BoundTupleIterator, PyTuple, PyTupleMethods};
}
#[cfg(not(since_0_30))]
pub use crate::sync::{PyMutex, PyMutexGuard};
