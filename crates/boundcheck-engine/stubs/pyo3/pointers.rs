// The smart pointers: bound to an attachment, borrowed, free, and the guards of a class instance.

pub trait BoundObject<'py, T> {
    type Any: BoundObject<'py, PyAny>;
    fn as_borrowed(&self) -> Borrowed<'_, 'py, T>;
    fn into_bound(self) -> Bound<'py, T>;
    fn into_any(self) -> Self::Any;
    fn into_ptr(self) -> *mut ffi::PyObject;
    fn as_ptr(&self) -> *mut ffi::PyObject;
    fn unbind(self) -> Py<T>;
}
impl<'py, T> BoundObject<'py, T> for Bound<'py, T> {
    type Any = Bound<'py, PyAny>;
}
impl<'a, 'py, T> BoundObject<'py, T> for Borrowed<'a, 'py, T> {
    type Any = Borrowed<'a, 'py, PyAny>;
}

pub struct Bound<'py, T>(Python<'py>, PhantomData<T>);

impl<'py, T> Bound<'py, T> {
    pub fn new(py: Python<'py>, value: impl Into<PyClassInitializer<T>>) -> PyResult<Bound<'py, T>>;
    pub fn cast<U>(&self) -> Result<&Bound<'py, U>, CastError<'_, 'py>>;
    pub fn cast_into<U>(self) -> Result<Bound<'py, U>, CastIntoError<'py>>;
    pub fn cast_exact<U>(&self) -> Result<&Bound<'py, U>, CastError<'_, 'py>>;
    pub fn cast_into_exact<U>(self) -> Result<Bound<'py, U>, CastIntoError<'py>>;
    pub unsafe fn cast_unchecked<U>(&self) -> &Bound<'py, U>;
    pub unsafe fn cast_into_unchecked<U>(self) -> Bound<'py, U>;
    pub fn borrow(&self) -> PyRef<'py, T>;
    pub fn borrow_mut(&self) -> PyRefMut<'py, T>;
    pub fn try_borrow(&self) -> Result<PyRef<'py, T>, PyBorrowError>;
    pub fn try_borrow_mut(&self) -> Result<PyRefMut<'py, T>, PyBorrowMutError>;
    pub fn get(&self) -> &T;
    pub fn as_super(&self) -> &Bound<'py, T::BaseType>
    where
        T: PyClass;
    pub fn into_super(self) -> Bound<'py, T::BaseType>
    where
        T: PyClass;
    pub fn py(&self) -> Python<'py>;
    pub fn as_ptr(&self) -> *mut ffi::PyObject;
    pub fn into_ptr(self) -> *mut ffi::PyObject;
    pub fn as_any(&self) -> &Bound<'py, PyAny>;
    pub fn into_any(self) -> Bound<'py, PyAny>;
    pub fn as_borrowed<'a>(&'a self) -> Borrowed<'a, 'py, T>;
    pub fn unbind(self) -> Py<T>;
    pub fn as_unbound(&self) -> &Py<T>;
    pub fn as_gil_ref(&'py self) -> &'py T::AsRefTarget
    where
        T: HasPyGilRef;
    pub fn into_gil_ref(self) -> &'py T::AsRefTarget
    where
        T: HasPyGilRef;
}

impl<'py> Bound<'py, PyAny> {
    pub unsafe fn from_owned_ptr(py: Python<'py>, ptr: *mut ffi::PyObject) -> Self;
    pub unsafe fn from_owned_ptr_or_opt(py: Python<'py>, ptr: *mut ffi::PyObject) -> Option<Self>;
    pub unsafe fn from_owned_ptr_or_err(py: Python<'py>, ptr: *mut ffi::PyObject) -> PyResult<Self>;
    pub unsafe fn from_borrowed_ptr(py: Python<'py>, ptr: *mut ffi::PyObject) -> Self;
    pub unsafe fn from_borrowed_ptr_or_opt(py: Python<'py>, ptr: *mut ffi::PyObject) -> Option<Self>;
    pub unsafe fn from_borrowed_ptr_or_err(py: Python<'py>, ptr: *mut ffi::PyObject) -> PyResult<Self>;
    pub unsafe fn ref_from_ptr<'a>(py: Python<'py>, ptr: &'a *mut ffi::PyObject) -> &'a Self;
    pub unsafe fn ref_from_non_null<'a>(py: Python<'py>, ptr: &'a NonNull<ffi::PyObject>) -> &'a Self;
}

impl<'py, T: DerefToPyAny> Deref for Bound<'py, T> {
    type Target = Bound<'py, PyAny>;
}
impl<'py, T> AsRef<Bound<'py, PyAny>> for Bound<'py, T> {}
impl<'py, T> AsRef<Py<PyAny>> for Bound<'py, T> {}
impl<'py, T> Clone for Bound<'py, T> {}
impl<'py, T> Drop for Bound<'py, T> {}
impl<'py, T> std::fmt::Debug for Bound<'py, T> {}
impl<'py, T> std::fmt::Display for Bound<'py, T> {}

pub struct Borrowed<'a, 'py, T>(Python<'py>, PhantomData<&'a T>);

impl<'a, 'py, T> Borrowed<'a, 'py, T> {
    pub fn to_owned(self) -> Bound<'py, T>;
    pub fn as_ptr(self) -> *mut ffi::PyObject;
    #[cfg(since_0_27)]
    pub fn extract<O: FromPyObject<'a, 'py>>(self) -> Result<O, O::Error>;
    pub fn cast<U>(self) -> Result<Borrowed<'a, 'py, U>, CastError<'a, 'py>>;
    pub fn cast_exact<U>(self) -> Result<Borrowed<'a, 'py, U>, CastError<'a, 'py>>;
    pub unsafe fn cast_unchecked<U>(self) -> Borrowed<'a, 'py, U>;
    pub fn get(self) -> &'a T;
}
impl<'a, 'py> Borrowed<'a, 'py, PyAny> {
    pub unsafe fn from_ptr(py: Python<'py>, ptr: *mut ffi::PyObject) -> Self;
    pub unsafe fn from_ptr_or_opt(py: Python<'py>, ptr: *mut ffi::PyObject) -> Option<Self>;
    pub unsafe fn from_ptr_or_err(py: Python<'py>, ptr: *mut ffi::PyObject) -> PyResult<Self>;
}
impl<'a, 'py, T> From<&'a Bound<'py, T>> for Borrowed<'a, 'py, T> {}
impl<'a, 'py, T> AsRef<Py<PyAny>> for Borrowed<'a, 'py, T> {}
impl<'a, 'py, T> Deref for Borrowed<'a, 'py, T> {
    type Target = Bound<'py, T>;
}
impl<'a, 'py, T> Clone for Borrowed<'a, 'py, T> {}
impl<'a, 'py, T> Copy for Borrowed<'a, 'py, T> {}
impl<'a, 'py, T> std::fmt::Debug for Borrowed<'a, 'py, T> {}

pub struct Py<T>(NonNull<ffi::PyObject>, PhantomData<T>);

unsafe impl<T> Send for Py<T> {}
unsafe impl<T> Sync for Py<T> {}

impl<T> Py<T> {
    pub fn new(py: Python<'_>, value: impl Into<PyClassInitializer<T>>) -> PyResult<Py<T>>;
    pub fn as_ptr(&self) -> *mut ffi::PyObject;
    pub fn into_ptr(self) -> *mut ffi::PyObject;
    pub fn as_any(&self) -> &Py<PyAny>;
    pub fn into_any(self) -> Py<PyAny>;
    pub fn borrow<'py>(&'py self, py: Python<'py>) -> PyRef<'py, T>;
    pub fn borrow_mut<'py>(&'py self, py: Python<'py>) -> PyRefMut<'py, T>;
    pub fn try_borrow<'py>(&'py self, py: Python<'py>) -> Result<PyRef<'py, T>, PyBorrowError>;
    pub fn try_borrow_mut<'py>(&'py self, py: Python<'py>) -> Result<PyRefMut<'py, T>, PyBorrowMutError>;
    pub fn get(&self) -> &T;
    pub fn bind<'py>(&self, py: Python<'py>) -> &Bound<'py, T>;
    pub fn into_bound(self, py: Python<'_>) -> Bound<'_, T>;
    pub fn bind_borrowed<'a, 'py>(&'a self, py: Python<'py>) -> Borrowed<'a, 'py, T>;
    pub fn is<U>(&self, other: U) -> bool;
    pub fn get_refcnt(&self, py: Python<'_>) -> isize;
    pub fn clone_ref(&self, py: Python<'_>) -> Py<T>;
    pub fn drop_ref(self, py: Python<'_>);
    pub fn is_none(&self, py: Python<'_>) -> bool;
    pub fn is_ellipsis(&self) -> bool;
    pub fn is_true(&self, py: Python<'_>) -> PyResult<bool>;
    pub fn is_truthy(&self, py: Python<'_>) -> PyResult<bool>;
    #[cfg(since_0_27)]
    pub fn extract<'a, 'py, D: FromPyObject<'a, 'py>>(&'a self, py: Python<'py>) -> Result<D, D::Error>;
    #[cfg(not(since_0_27))]
    pub fn extract<'py, D: FromPyObject<'py>>(&'py self, py: Python<'py>) -> PyResult<D>;
    pub fn getattr<N>(&self, py: Python<'_>, name: N) -> PyResult<Py<PyAny>>;
    pub fn setattr<N, V>(&self, py: Python<'_>, name: N, value: V) -> PyResult<()>;
    pub fn call<'a, 'py, A>(
        &self,
        py: Python<'py>,
        args: A,
        kwargs: Option<Arg<'a, 'py, PyDict>>,
    ) -> PyResult<Py<PyAny>>;
    pub fn call_bound<A>(&self, py: Python<'_>, args: A, kwargs: Option<&Bound<'_, PyDict>>) -> PyResult<Py<PyAny>>;
    pub fn call0(&self, py: Python<'_>) -> PyResult<Py<PyAny>>;
    pub fn call1<A>(&self, py: Python<'_>, args: A) -> PyResult<Py<PyAny>>;
    pub fn call_method<'a, 'py, N, A>(
        &self,
        py: Python<'py>,
        name: N,
        args: A,
        kwargs: Option<Arg<'a, 'py, PyDict>>,
    ) -> PyResult<Py<PyAny>>;
    pub fn call_method_bound<N, A>(
        &self,
        py: Python<'_>,
        name: N,
        args: A,
        kwargs: Option<&Bound<'_, PyDict>>,
    ) -> PyResult<Py<PyAny>>;
    pub fn call_method0<N>(&self, py: Python<'_>, name: N) -> PyResult<Py<PyAny>>;
    pub fn call_method1<N, A>(&self, py: Python<'_>, name: N, args: A) -> PyResult<Py<PyAny>>;
    pub unsafe fn from_owned_ptr(py: Python<'_>, ptr: *mut ffi::PyObject) -> Py<T>;
    pub unsafe fn from_owned_ptr_or_err(py: Python<'_>, ptr: *mut ffi::PyObject) -> PyResult<Py<T>>;
    pub unsafe fn from_owned_ptr_or_opt(py: Python<'_>, ptr: *mut ffi::PyObject) -> Option<Self>;
    pub unsafe fn from_borrowed_ptr(py: Python<'_>, ptr: *mut ffi::PyObject) -> Py<T>;
    pub unsafe fn from_borrowed_ptr_or_err(py: Python<'_>, ptr: *mut ffi::PyObject) -> PyResult<Self>;
    pub unsafe fn from_borrowed_ptr_or_opt(py: Python<'_>, ptr: *mut ffi::PyObject) -> Option<Self>;
    pub fn cast_bound<'py, U>(&self, py: Python<'py>) -> Result<&Bound<'py, U>, CastError<'_, 'py>>;
    pub unsafe fn cast_bound_unchecked<'py, U>(&self, py: Python<'py>) -> &Bound<'py, U>;
    pub fn downcast_bound<'py, U>(&self, py: Python<'py>) -> Result<&Bound<'py, U>, DowncastError<'_, 'py>>;
    pub unsafe fn downcast_bound_unchecked<'py, U>(&self, py: Python<'py>) -> &Bound<'py, U>;
}
#[cfg(not(since_0_23))]
impl<T> Py<T> {
    pub fn as_ref<'py>(&'py self, py: Python<'py>) -> &'py T::AsRefTarget
    where
        T: HasPyGilRef;
    pub fn into_ref(self, py: Python<'_>) -> &T::AsRefTarget
    where
        T: HasPyGilRef;
    pub fn downcast<'py, U>(&'py self, py: Python<'py>) -> Result<&'py U, PyDowncastError<'py>>;
    pub unsafe fn downcast_unchecked<'py, U>(&'py self, py: Python<'py>) -> &'py U;
}
impl Py<PyString> {
    pub fn to_str<'a>(&'a self, py: Python<'_>) -> PyResult<&'a str>;
    pub fn to_cow<'a>(&'a self, py: Python<'_>) -> PyResult<Cow<'a, str>>;
    pub fn to_string_lossy<'a>(&'a self, py: Python<'_>) -> Cow<'a, str>;
}
impl Py<PyBytes> {
    pub fn as_bytes<'a>(&'a self, py: Python<'_>) -> &'a [u8];
}

impl<T> Clone for Py<T> {}
impl<T> Drop for Py<T> {}
impl<T> std::fmt::Debug for Py<T> {}
impl<T> std::fmt::Display for Py<T> {}
impl<T> AsRef<Py<PyAny>> for Py<T> {}
impl<T: DerefToPyAny> From<Py<T>> for Py<PyAny> {}
impl<'py, T: DerefToPyAny> From<Bound<'py, T>> for Py<PyAny> {}
impl<'py, T> From<Bound<'py, T>> for Py<T> {}
impl<'a, 'py, T> From<&'a Bound<'py, T>> for Py<T> {}
impl<'a, 'py, T> From<&'a Bound<'py, T>> for Bound<'py, T> {}
impl<'a, 'py, T> From<Borrowed<'a, 'py, T>> for Py<T> {}
impl<'py, T: PyClass> From<PyRef<'py, T>> for Py<T> {}
impl<'py, T: PyClass> From<PyRefMut<'py, T>> for Py<T> {}

pub struct PyRef<'py, T>(Bound<'py, T>);

impl<'py, T> PyRef<'py, T> {
    pub fn py(&self) -> Python<'py>;
    pub fn as_ptr(&self) -> *mut ffi::PyObject;
    pub fn into_ptr(self) -> *mut ffi::PyObject;
    pub fn into_super(self) -> PyRef<'py, T::BaseType>
    where
        T: PyClass;
    pub fn as_super(&self) -> &PyRef<'py, T::BaseType>
    where
        T: PyClass;
}
impl<'py, T> Deref for PyRef<'py, T> {
    type Target = T;
}
impl<'py, T: PyClass> AsRef<T::BaseType> for PyRef<'py, T> {}
impl<'py, T> Drop for PyRef<'py, T> {}
impl<'py, T: std::fmt::Debug> std::fmt::Debug for PyRef<'py, T> {}
impl<'a, 'py, T> TryFrom<&'a Bound<'py, T>> for PyRef<'py, T> {
    type Error = PyBorrowError;
}

pub struct PyRefMut<'py, T>(Bound<'py, T>);

impl<'py, T> PyRefMut<'py, T> {
    pub fn py(&self) -> Python<'py>;
    pub fn as_ptr(&self) -> *mut ffi::PyObject;
    pub fn into_ptr(self) -> *mut ffi::PyObject;
    pub fn into_super(self) -> PyRefMut<'py, T::BaseType>
    where
        T: PyClass;
    pub fn as_super(&mut self) -> &mut PyRefMut<'py, T::BaseType>
    where
        T: PyClass;
}
impl<'py, T> Deref for PyRefMut<'py, T> {
    type Target = T;
}
impl<'py, T> DerefMut for PyRefMut<'py, T> {}
impl<'py, T: PyClass> AsRef<T::BaseType> for PyRefMut<'py, T> {}
impl<'py, T: PyClass> AsMut<T::BaseType> for PyRefMut<'py, T> {}
impl<'py, T> Drop for PyRefMut<'py, T> {}
impl<'py, T: std::fmt::Debug> std::fmt::Debug for PyRefMut<'py, T> {}
impl<'a, 'py, T> TryFrom<&'a Bound<'py, T>> for PyRefMut<'py, T> {
    type Error = PyBorrowMutError;
}
