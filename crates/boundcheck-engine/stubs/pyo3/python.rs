// The token for being attached to the interpreter.

pub struct Python<'py>(PhantomData<&'py ()>);

impl<'py> Clone for Python<'py> {}
impl<'py> Copy for Python<'py> {}

pub struct GILGuard;
pub struct GILPool;
impl GILPool {
    pub fn python(&self) -> Python<'_>;
}

impl Python<'_> {
    pub fn attach<F, R>(f: F) -> R
    where
        F: for<'py> FnOnce(Python<'py>) -> R;
    pub fn try_attach<F, R>(f: F) -> Option<R>
    where
        F: for<'py> FnOnce(Python<'py>) -> R;
    pub unsafe fn attach_unchecked<F, R>(f: F) -> R
    where
        F: for<'py> FnOnce(Python<'py>) -> R;
    pub fn with_gil<F, R>(f: F) -> R
    where
        F: for<'py> FnOnce(Python<'py>) -> R;
    pub unsafe fn with_gil_unchecked<F, R>(f: F) -> R
    where
        F: for<'py> FnOnce(Python<'py>) -> R;
    pub fn with_pool<F, R>(&self, f: F) -> R
    where
        F: for<'py> FnOnce(Python<'py>) -> R;
    pub fn initialize();
    pub fn version_str() -> &'static str;
}

impl<'py> Python<'py> {
    pub unsafe fn assume_attached() -> Python<'py>;
    pub unsafe fn assume_gil_acquired() -> Python<'py>;
    pub unsafe fn new_pool(self) -> GILPool;
    pub fn detach<T, F>(self, f: F) -> T
    where
        F: FnOnce() -> T;
    pub fn allow_threads<T, F>(self, f: F) -> T
    where
        F: FnOnce() -> T;
    pub fn eval<'a, C: ?Sized>(
        self,
        code: &C,
        globals: Option<Arg<'a, 'py, PyDict>>,
        locals: Option<Arg<'a, 'py, PyDict>>,
    ) -> PyResult<New<'py, PyAny>>;
    pub fn eval_bound(
        self,
        code: &str,
        globals: Option<&Bound<'py, PyDict>>,
        locals: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>>;
    pub fn run<'a, C: ?Sized>(
        self,
        code: &C,
        globals: Option<Arg<'a, 'py, PyDict>>,
        locals: Option<Arg<'a, 'py, PyDict>>,
    ) -> PyResult<()>;
    pub fn run_bound(
        self,
        code: &str,
        globals: Option<&Bound<'py, PyDict>>,
        locals: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<()>;
    pub fn get_type<T>(self) -> New<'py, PyType>;
    pub fn get_type_bound<T>(self) -> Bound<'py, PyType>;
    pub fn import<N>(self, name: N) -> PyResult<New<'py, PyModule>>;
    pub fn import_bound<N>(self, name: N) -> PyResult<Bound<'py, PyModule>>;
    pub fn None(self) -> Py<PyAny>;
    pub fn Ellipsis(self) -> Py<PyAny>;
    pub fn NotImplemented(self) -> Py<PyAny>;
    pub fn version(self) -> &'py str;
    pub fn version_info(self) -> PythonVersionInfo;
    pub fn check_signals(self) -> PyResult<()>;
    pub fn checked_cast_as<T>(self, obj: Py<PyAny>) -> Result<&'py T, PyDowncastError<'py>>;
    pub unsafe fn cast_as<T>(self, obj: Py<PyAny>) -> &'py T;
    pub unsafe fn from_owned_ptr<T>(self, ptr: *mut ffi::PyObject) -> &'py T;
    pub unsafe fn from_owned_ptr_or_err<T>(self, ptr: *mut ffi::PyObject) -> PyResult<&'py T>;
    pub unsafe fn from_owned_ptr_or_opt<T>(self, ptr: *mut ffi::PyObject) -> Option<&'py T>;
    pub unsafe fn from_borrowed_ptr<T>(self, ptr: *mut ffi::PyObject) -> &'py T;
    pub unsafe fn from_borrowed_ptr_or_err<T>(self, ptr: *mut ffi::PyObject) -> PyResult<&'py T>;
    pub unsafe fn from_borrowed_ptr_or_opt<T>(self, ptr: *mut ffi::PyObject) -> Option<&'py T>;
}
