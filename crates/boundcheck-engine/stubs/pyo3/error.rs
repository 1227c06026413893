// Errors, and what can be turned into one.

pub struct PyErr(Py<PyAny>);

pub trait PyErrArguments: Send + Sync {
    fn arguments(self, py: Python<'_>) -> Py<PyAny>;
}
impl<T: IntoPyObject<'static> + Send + Sync> PyErrArguments for T {}

pub trait ToPyErr {}

impl PyErr {
    pub fn new<T, A>(args: A) -> PyErr;
    pub fn from_type<A, T>(ty: T, args: A) -> PyErr;
    pub fn from_type_bound<A>(ty: Bound<'_, PyType>, args: A) -> PyErr;
    pub fn from_value<V>(obj: V) -> PyErr;
    pub fn from_value_bound(obj: Bound<'_, PyAny>) -> PyErr;
    pub fn get_type<'py>(&self, py: Python<'py>) -> New<'py, PyType>;
    pub fn get_type_bound<'py>(&self, py: Python<'py>) -> Bound<'py, PyType>;
    #[cfg(since_0_23)]
    pub fn value<'py>(&self, py: Python<'py>) -> &Bound<'py, PyBaseException>;
    #[cfg(not(since_0_23))]
    pub fn value<'py>(&self, py: Python<'py>) -> &'py PyBaseException;
    pub fn value_bound<'py>(&self, py: Python<'py>) -> &Bound<'py, PyBaseException>;
    pub fn into_value(self, py: Python<'_>) -> Py<PyBaseException>;
    pub fn traceback<'py>(&self, py: Python<'py>) -> Option<New<'py, PyTraceback>>;
    pub fn traceback_bound<'py>(&self, py: Python<'py>) -> Option<Bound<'py, PyTraceback>>;
    pub fn set_traceback<'py>(&self, py: Python<'_>, tb: Option<Bound<'py, PyTraceback>>);
    pub fn occurred(py: Python<'_>) -> bool;
    pub fn take(py: Python<'_>) -> Option<PyErr>;
    pub fn fetch(py: Python<'_>) -> PyErr;
    pub fn new_type<'a, 'py, N: ?Sized>(
        py: Python<'py>,
        name: &N,
        doc: Option<&N>,
        base: Option<Arg<'a, 'py, PyType>>,
        dict: Option<Py<PyAny>>,
    ) -> PyResult<Py<PyType>>;
    pub fn new_type_bound<'py>(
        py: Python<'py>,
        name: &str,
        doc: Option<&str>,
        base: Option<&Bound<'py, PyAny>>,
        dict: Option<Py<PyAny>>,
    ) -> PyResult<Py<PyType>>;
    pub fn display(&self, py: Python<'_>);
    pub fn print(&self, py: Python<'_>);
    pub fn print_and_set_sys_last_vars(&self, py: Python<'_>);
    #[cfg(since_0_23)]
    pub fn matches<'py, T: IntoPyObject<'py>>(&self, py: Python<'py>, exc: T) -> Result<bool, T::Error>;
    #[cfg(not(since_0_23))]
    pub fn matches<T>(&self, py: Python<'_>, exc: T) -> bool;
    pub fn is_instance<'a, 'py>(&self, py: Python<'py>, ty: Arg<'a, 'py, PyAny>) -> bool;
    pub fn is_instance_bound(&self, py: Python<'_>, ty: &Bound<'_, PyAny>) -> bool;
    pub fn is_instance_of<T>(&self, py: Python<'_>) -> bool;
    pub fn restore(self, py: Python<'_>);
    pub fn write_unraisable<'a, 'py>(self, py: Python<'py>, obj: Option<Arg<'a, 'py, PyAny>>);
    pub fn write_unraisable_bound(self, py: Python<'_>, obj: Option<&Bound<'_, PyAny>>);
    pub fn warn<'a, 'py, M: ?Sized>(
        py: Python<'py>,
        category: Arg<'a, 'py, PyAny>,
        message: &M,
        stacklevel: i32,
    ) -> PyResult<()>;
    pub fn warn_bound<'py>(
        py: Python<'py>,
        category: &Bound<'py, PyAny>,
        message: &str,
        stacklevel: i32,
    ) -> PyResult<()>;
    pub fn warn_explicit<'a, 'py, M: ?Sized>(
        py: Python<'py>,
        category: Arg<'a, 'py, PyAny>,
        message: &M,
        filename: &M,
        lineno: i32,
        module: Option<&M>,
        registry: Option<Arg<'a, 'py, PyAny>>,
    ) -> PyResult<()>;
    pub fn clone_ref(&self, py: Python<'_>) -> PyErr;
    pub fn cause(&self, py: Python<'_>) -> Option<PyErr>;
    pub fn set_cause(&self, py: Python<'_>, cause: Option<Self>);
    pub fn context(&self, py: Python<'_>) -> Option<PyErr>;
    pub fn set_context(&self, py: Python<'_>, context: Option<PyErr>);
    pub fn add_note<N>(&self, py: Python<'_>, note: N) -> PyResult<()>;
}

impl std::fmt::Debug for PyErr {}
impl std::fmt::Display for PyErr {}
impl std::error::Error for PyErr {}
impl<'py, T: ToPyErr> From<Bound<'py, T>> for PyErr {}

macro_rules! into_py_err {
    ($($error:ty),* $(,)?) => { $(impl From<$error> for PyErr {})* };
}
into_py_err! {
    std::io::Error, std::convert::Infallible, std::string::FromUtf8Error, std::string::FromUtf16Error,
    std::num::ParseIntError, std::num::ParseFloatError, std::num::TryFromIntError, std::str::ParseBoolError,
    std::str::Utf8Error, std::char::DecodeUtf16Error, std::net::AddrParseError, std::ffi::NulError,
    std::ffi::IntoStringError, std::ffi::FromBytesWithNulError, std::array::TryFromSliceError,
    PyBorrowError, PyBorrowMutError,
}
impl From<PyErr> for std::io::Error {}
impl<W> From<std::io::IntoInnerError<W>> for PyErr {}

macro_rules! cast_errors {
    ($($name:ident $(<$($lt:lifetime),*>)?),*) => { $(
        pub struct $name<$($($lt),*)?>($($(PhantomData<&$lt ()>),*)?);
        impl<$($($lt),*)?> std::fmt::Debug for $name<$($($lt),*)?> {}
        impl<$($($lt),*)?> std::fmt::Display for $name<$($($lt),*)?> {}
        impl<$($($lt),*)?> std::error::Error for $name<$($($lt),*)?> {}
        impl<$($($lt),*)?> From<$name<$($($lt),*)?>> for PyErr {}
    )* };
}
cast_errors! {
    CastError<'a, 'py>, CastIntoError<'py>, DowncastError<'a, 'py>, DowncastIntoError<'py>, PyDowncastError<'py>
}
impl<'a, 'py> CastError<'a, 'py> {
    pub fn new(from: Borrowed<'a, 'py, PyAny>, classinfo: Bound<'py, PyAny>) -> Self;
}
impl<'py> CastIntoError<'py> {
    pub fn new(from: Bound<'py, PyAny>, classinfo: Bound<'py, PyAny>) -> Self;
    pub fn into_inner(self) -> Bound<'py, PyAny>;
}
impl<'a, 'py> DowncastError<'a, 'py> {
    pub fn new(from: &'a Bound<'py, PyAny>, to: impl Into<Cow<'static, str>>) -> Self;
}
impl<'py> DowncastIntoError<'py> {
    pub fn new(from: Bound<'py, PyAny>, to: impl Into<Cow<'static, str>>) -> Self;
    pub fn into_inner(self) -> Bound<'py, PyAny>;
}
impl<'py> PyDowncastError<'py> {
    pub fn new(from: &'py PyAny, to: impl Into<Cow<'static, str>>) -> Self;
}

// Type objects and the conversion traits.

pub unsafe trait PyTypeInfo: Sized {
    const NAME: &'static str;
    const MODULE: Option<&'static str>;
    fn type_object_raw(py: Python<'_>) -> *mut ffi::PyTypeObject;
    fn type_object<'py>(py: Python<'py>) -> New<'py, PyType>;
    fn type_object_bound(py: Python<'_>) -> Bound<'_, PyType>;
    fn is_type_of(object: &Bound<'_, PyAny>) -> bool;
    fn is_exact_type_of(object: &Bound<'_, PyAny>) -> bool;
    fn is_type_of_bound(object: &Bound<'_, PyAny>) -> bool;
    fn is_exact_type_of_bound(object: &Bound<'_, PyAny>) -> bool;
}
unsafe impl<T: PyClass> PyTypeInfo for T {}

pub unsafe trait PyTypeCheck {
    const NAME: &'static str;
    fn type_check(object: &Bound<'_, PyAny>) -> bool;
    fn classinfo_object(py: Python<'_>) -> Bound<'_, PyAny>;
}
unsafe impl<T: PyTypeInfo> PyTypeCheck for T {}

pub trait IntoPyObject<'py>: Sized {
    type Target;
    type Output: BoundObject<'py, Self::Target>;
    type Error: Into<PyErr>;
    fn into_pyobject(self, py: Python<'py>) -> Result<Self::Output, Self::Error>;
}

pub trait IntoPyObjectExt<'py>: IntoPyObject<'py> {
    fn into_bound_py_any(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>>;
    fn into_py_any(self, py: Python<'py>) -> PyResult<Py<PyAny>>;
    fn into_pyobject_or_pyerr(self, py: Python<'py>) -> PyResult<Self::Output>;
}
impl<'py, T: IntoPyObject<'py>> IntoPyObjectExt<'py> for T {}

pub trait IntoPy<T>: Sized {
    fn into_py(self, py: Python<'_>) -> T;
}
pub trait ToPyObject {
    fn to_object(&self, py: Python<'_>) -> Py<PyAny>;
}

#[cfg(since_0_27)]
pub trait FromPyObject<'a, 'py>: Sized {
    type Error: Into<PyErr>;
    fn extract(obj: Borrowed<'a, 'py, PyAny>) -> Result<Self, Self::Error>;
}
#[cfg(since_0_27)]
pub trait FromPyObjectOwned<'py>: for<'a> FromPyObject<'a, 'py> {}
#[cfg(since_0_27)]
impl<'py, T: for<'a> FromPyObject<'a, 'py>> FromPyObjectOwned<'py> for T {}
#[cfg(not(since_0_27))]
pub trait FromPyObject<'py>: Sized {
    fn extract(ob: &'py PyAny) -> PyResult<Self>;
    fn extract_bound(ob: &Bound<'py, PyAny>) -> PyResult<Self>;
}

pub unsafe trait AsPyPointer {
    fn as_ptr(&self) -> *mut ffi::PyObject;
}
pub unsafe trait FromPyPointer<'p>: Sized {
    unsafe fn from_owned_ptr(py: Python<'p>, ptr: *mut ffi::PyObject) -> &'p Self;
    unsafe fn from_owned_ptr_or_err(py: Python<'p>, ptr: *mut ffi::PyObject) -> PyResult<&'p Self>;
    unsafe fn from_borrowed_ptr(py: Python<'p>, ptr: *mut ffi::PyObject) -> &'p Self;
    unsafe fn from_borrowed_ptr_or_err(py: Python<'p>, ptr: *mut ffi::PyObject) -> PyResult<&'p Self>;
}
pub trait PyTryFrom<'v>: Sized {
    fn try_from<V: Into<&'v PyAny>>(value: V) -> Result<&'v Self, PyDowncastError<'v>>;
    fn try_from_exact<V: Into<&'v PyAny>>(value: V) -> Result<&'v Self, PyDowncastError<'v>>;
    unsafe fn try_from_unchecked<V: Into<&'v PyAny>>(value: V) -> &'v Self;
}
pub trait PyTryInto<T> {
    fn try_into(&self) -> Result<&T, PyDowncastError<'_>>;
    fn try_into_exact(&self) -> Result<&T, PyDowncastError<'_>>;
}
