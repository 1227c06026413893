// Values, modules, types and functions.

#[cfg(since_0_23)]
type Singleton<'py, T> = Borrowed<'py, 'py, T>;
#[cfg(not(since_0_23))]
type Singleton<'py, T> = &'py T;

impl PyNone {
    pub fn get<'py>(py: Python<'py>) -> Singleton<'py, PyNone>;
    pub fn get_bound(py: Python<'_>) -> Borrowed<'_, '_, PyNone>;
}
impl PyEllipsis {
    pub fn get<'py>(py: Python<'py>) -> Singleton<'py, PyEllipsis>;
    pub fn get_bound(py: Python<'_>) -> Borrowed<'_, '_, PyEllipsis>;
}
impl PyNotImplemented {
    pub fn get<'py>(py: Python<'py>) -> Singleton<'py, PyNotImplemented>;
    pub fn get_bound(py: Python<'_>) -> Borrowed<'_, '_, PyNotImplemented>;
}

impl PyBool {
    pub fn new<'py>(py: Python<'py>, value: bool) -> Singleton<'py, PyBool>;
    pub fn new_bound(py: Python<'_>, value: bool) -> Borrowed<'_, '_, PyBool>;
}
pub trait PyBoolMethods<'py> {
    fn is_true(&self) -> bool;
}
impl<'py> PyBoolMethods<'py> for Bound<'py, PyBool> {}

impl PyInt {
    pub fn new<'py, T>(py: Python<'py>, i: T) -> Bound<'py, PyInt>;
}
impl PyFloat {
    pub fn new<'py>(py: Python<'py>, value: f64) -> New<'py, PyFloat>;
    pub fn new_bound(py: Python<'_>, value: f64) -> Bound<'_, PyFloat>;
}
pub trait PyFloatMethods<'py> {
    fn value(&self) -> f64;
}
impl<'py> PyFloatMethods<'py> for Bound<'py, PyFloat> {}

impl PyComplex {
    pub fn from_doubles<'py>(py: Python<'py>, real: f64, imag: f64) -> New<'py, PyComplex>;
    pub fn from_doubles_bound(py: Python<'_>, real: f64, imag: f64) -> Bound<'_, PyComplex>;
    pub fn from_complex_bound<F>(py: Python<'_>, complex: F) -> Bound<'_, PyComplex>;
}
pub trait PyComplexMethods<'py> {
    fn real(&self) -> f64;
    fn imag(&self) -> f64;
    fn abs(&self) -> f64;
    fn pow(&self, other: &Bound<'py, PyComplex>) -> Bound<'py, PyComplex>;
}
impl<'py> PyComplexMethods<'py> for Bound<'py, PyComplex> {}

pub enum PyStringData<'a> {
    Ucs1(&'a [u8]),
    Ucs2(&'a [u16]),
    Ucs4(&'a [u32]),
}
impl<'a> PyStringData<'a> {
    pub fn as_bytes(&self) -> &[u8];
    pub fn to_string(self, py: Python<'_>) -> PyResult<Cow<'a, str>>;
    pub fn to_string_lossy(self) -> Cow<'a, str>;
}
impl PyString {
    pub fn new<'py>(py: Python<'py>, s: &str) -> New<'py, PyString>;
    pub fn new_bound<'py>(py: Python<'py>, s: &str) -> Bound<'py, PyString>;
    pub fn from_bytes<'py>(py: Python<'py>, s: &[u8]) -> PyResult<Bound<'py, PyString>>;
    pub fn intern<'py>(py: Python<'py>, s: &str) -> New<'py, PyString>;
    pub fn intern_bound<'py>(py: Python<'py>, s: &str) -> Bound<'py, PyString>;
    pub fn from_encoded_object<'py>(
        src: &Bound<'py, PyAny>,
        encoding: Option<&CStr>,
        errors: Option<&CStr>,
    ) -> PyResult<Bound<'py, PyString>>;
    pub fn from_object<'a, 'py>(src: Arg<'a, 'py, PyAny>, encoding: &str, errors: &str)
    -> PyResult<New<'py, PyString>>;
    pub fn from_object_bound<'py>(
        src: &Bound<'py, PyAny>,
        encoding: &str,
        errors: &str,
    ) -> PyResult<Bound<'py, PyString>>;
    pub fn from_fmt<'py>(py: Python<'py>, args: std::fmt::Arguments<'_>) -> PyResult<Bound<'py, PyString>>;
}
pub trait PyStringMethods<'py> {
    fn code_point_len(&self) -> PyResult<usize>;
    fn to_str(&self) -> PyResult<&str>;
    fn to_cow(&self) -> PyResult<Cow<'_, str>>;
    fn to_string_lossy(&self) -> Cow<'_, str>;
    fn encode_utf8(&self) -> PyResult<Bound<'py, PyBytes>>;
    unsafe fn data(&self) -> PyResult<PyStringData<'_>>;
}
impl<'py> PyStringMethods<'py> for Bound<'py, PyString> {}

pub struct PyBytesWriter<'py>(Python<'py>);
impl<'py> PyBytesWriter<'py> {
    pub fn len(&self) -> usize;
    pub fn is_empty(&self) -> bool;
}
impl<'py> std::io::Write for PyBytesWriter<'py> {}
impl PyBytes {
    pub fn new<'py>(py: Python<'py>, s: &[u8]) -> New<'py, PyBytes>;
    pub fn new_bound<'py>(py: Python<'py>, s: &[u8]) -> Bound<'py, PyBytes>;
    pub fn new_with<'py, F>(py: Python<'py>, len: usize, init: F) -> PyResult<New<'py, PyBytes>>
    where
        F: FnOnce(&mut [u8]) -> PyResult<()>;
    pub fn new_bound_with<'py, F>(py: Python<'py>, len: usize, init: F) -> PyResult<Bound<'py, PyBytes>>
    where
        F: FnOnce(&mut [u8]) -> PyResult<()>;
    #[cfg(since_0_30)]
    pub fn new_with_writer<'py, F>(py: Python<'py>, capacity: usize, write: F) -> PyResult<Bound<'py, PyBytes>>
    where
        F: FnOnce(&mut PyBytesWriter<'py>) -> PyResult<()>;
    #[cfg(not(since_0_30))]
    pub fn new_with_writer<'py, F>(py: Python<'py>, capacity: usize, write: F) -> PyResult<Bound<'py, PyBytes>>
    where
        F: FnOnce(&mut dyn std::io::Write) -> PyResult<()>;
    pub unsafe fn from_ptr<'py>(py: Python<'py>, ptr: *const u8, len: usize) -> New<'py, PyBytes>;
    pub unsafe fn bound_from_ptr(py: Python<'_>, ptr: *const u8, len: usize) -> Bound<'_, PyBytes>;
}
pub trait PyBytesMethods<'py> {
    fn as_bytes(&self) -> &[u8];
}
impl<'py> PyBytesMethods<'py> for Bound<'py, PyBytes> {}
impl<'py, I: std::slice::SliceIndex<[u8]>> std::ops::Index<I> for Bound<'py, PyBytes> {
    type Output = I::Output;
}
impl<'py> AsRef<[u8]> for Bound<'py, PyBytes> {}
impl<'a, 'py> AsRef<[u8]> for Borrowed<'a, 'py, PyBytes> {}

impl PyByteArray {
    pub fn new<'py>(py: Python<'py>, src: &[u8]) -> New<'py, PyByteArray>;
    pub fn new_bound<'py>(py: Python<'py>, src: &[u8]) -> Bound<'py, PyByteArray>;
    pub fn new_with<'py, F>(py: Python<'py>, len: usize, init: F) -> PyResult<New<'py, PyByteArray>>
    where
        F: FnOnce(&mut [u8]) -> PyResult<()>;
    pub fn new_bound_with<'py, F>(py: Python<'py>, len: usize, init: F) -> PyResult<Bound<'py, PyByteArray>>
    where
        F: FnOnce(&mut [u8]) -> PyResult<()>;
    pub fn from<'a, 'py>(src: Arg<'a, 'py, PyAny>) -> PyResult<New<'py, PyByteArray>>;
    pub fn from_bound<'py>(src: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyByteArray>>;
}
pub trait PyByteArrayMethods<'py> {
    fn len(&self) -> usize;
    fn is_empty(&self) -> bool;
    fn data(&self) -> *mut u8;
    unsafe fn as_bytes(&self) -> &[u8];
    unsafe fn as_bytes_mut(&self) -> &mut [u8];
    fn to_vec(&self) -> Vec<u8>;
    fn resize(&self, len: usize) -> PyResult<()>;
}
impl<'py> PyByteArrayMethods<'py> for Bound<'py, PyByteArray> {}
impl PyMemoryView {
    pub fn from<'a, 'py>(src: Arg<'a, 'py, PyAny>) -> PyResult<New<'py, PyMemoryView>>;
    pub fn from_bound<'py>(src: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyMemoryView>>;
}

impl PyRange {
    pub fn new<'py>(py: Python<'py>, start: isize, stop: isize) -> PyResult<Bound<'py, PyRange>>;
    pub fn new_with_step<'py>(py: Python<'py>, start: isize, stop: isize, step: isize)
    -> PyResult<Bound<'py, PyRange>>;
}
pub trait PyRangeMethods<'py> {
    fn start(&self) -> PyResult<isize>;
    fn stop(&self) -> PyResult<isize>;
    fn step(&self) -> PyResult<isize>;
}
impl<'py> PyRangeMethods<'py> for Bound<'py, PyRange> {}

pub struct PySliceIndices {
    pub start: isize,
    pub stop: isize,
    pub step: isize,
    #[cfg(since_0_22)]
    pub slicelength: usize,
    #[cfg(not(since_0_22))]
    pub slicelength: isize,
}
impl PySliceIndices {
    pub fn new(start: isize, stop: isize, step: isize) -> PySliceIndices;
}
impl PySlice {
    pub fn new<'py>(py: Python<'py>, start: isize, stop: isize, step: isize) -> New<'py, PySlice>;
    pub fn new_bound(py: Python<'_>, start: isize, stop: isize, step: isize) -> Bound<'_, PySlice>;
    pub fn full<'py>(py: Python<'py>) -> New<'py, PySlice>;
    pub fn full_bound(py: Python<'_>) -> Bound<'_, PySlice>;
}
pub trait PySliceMethods<'py> {
    fn indices<L>(&self, length: L) -> PyResult<PySliceIndices>;
}
impl<'py> PySliceMethods<'py> for Bound<'py, PySlice> {}

impl PyModule {
    pub fn new<'py>(py: Python<'py>, name: &str) -> PyResult<New<'py, PyModule>>;
    pub fn new_bound<'py>(py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyModule>>;
    pub fn import<'py, N>(py: Python<'py>, name: N) -> PyResult<New<'py, PyModule>>;
    pub fn import_bound<'py, N>(py: Python<'py>, name: N) -> PyResult<Bound<'py, PyModule>>;
    pub fn from_code<'py, C: ?Sized>(
        py: Python<'py>,
        code: &C,
        file_name: &C,
        module_name: &C,
    ) -> PyResult<New<'py, PyModule>>;
    pub fn from_code_bound<'py>(
        py: Python<'py>,
        code: &str,
        file_name: &str,
        module_name: &str,
    ) -> PyResult<Bound<'py, PyModule>>;
}
pub trait PyModuleMethods<'py> {
    fn dict(&self) -> Bound<'py, PyDict>;
    fn index(&self) -> PyResult<Bound<'py, PyList>>;
    fn name(&self) -> PyResult<Bound<'py, PyString>>;
    fn filename(&self) -> PyResult<Bound<'py, PyString>>;
    fn add<N, V>(&self, name: N, value: V) -> PyResult<()>;
    fn add_class<T>(&self) -> PyResult<()>;
    fn add_wrapped<T>(&self, wrapper: &impl Fn(Python<'py>) -> T) -> PyResult<()>;
    fn add_submodule(&self, module: &Bound<'_, PyModule>) -> PyResult<()>;
    fn add_function(&self, fun: Bound<'_, PyCFunction>) -> PyResult<()>;
    fn gil_used(&self, gil_used: bool) -> PyResult<()>;
}
impl<'py> PyModuleMethods<'py> for Bound<'py, PyModule> {}

#[cfg(since_0_22)]
type TypeName<'a, 'py> = Bound<'py, PyString>;
#[cfg(not(since_0_22))]
type TypeName<'a, 'py> = Cow<'a, str>;

impl PyType {
    pub fn new<'py, T>(py: Python<'py>) -> New<'py, PyType>;
    pub fn new_bound<T>(py: Python<'_>) -> Bound<'_, PyType>;
    pub unsafe fn from_borrowed_type_ptr(py: Python<'_>, p: *mut ffi::PyTypeObject) -> Bound<'_, PyType>;
    pub unsafe fn from_type_ptr(py: Python<'_>, p: *mut ffi::PyTypeObject) -> &PyType;
}
pub trait PyTypeMethods<'py> {
    fn as_type_ptr(&self) -> *mut ffi::PyTypeObject;
    fn name(&self) -> PyResult<TypeName<'_, 'py>>;
    #[cfg(since_0_22)]
    fn qualname(&self) -> PyResult<Bound<'py, PyString>>;
    #[cfg(not(since_0_22))]
    fn qualname(&self) -> PyResult<String>;
    fn module(&self) -> PyResult<Bound<'py, PyString>>;
    fn fully_qualified_name(&self) -> PyResult<Bound<'py, PyString>>;
    fn is_subclass(&self, other: &Bound<'_, PyAny>) -> PyResult<bool>;
    fn is_subclass_of<T>(&self) -> PyResult<bool>;
    fn mro(&self) -> Bound<'py, PyTuple>;
    fn bases(&self) -> Bound<'py, PyTuple>;
}
impl<'py> PyTypeMethods<'py> for Bound<'py, PyType> {}

#[cfg(since_0_23)]
impl PyCFunction {
    pub fn new_closure<'py, F, R>(
        py: Python<'py>,
        name: Option<&'static CStr>,
        doc: Option<&'static CStr>,
        closure: F,
    ) -> PyResult<Bound<'py, PyCFunction>>
    where
        F: Fn(&Bound<'_, PyTuple>, Option<&Bound<'_, PyDict>>) -> R + Send + 'static;
}
#[cfg(not(since_0_23))]
impl PyCFunction {
    pub fn new_closure<'py, F, R, N: ?Sized>(
        py: Python<'py>,
        name: Option<&'static N>,
        doc: Option<&'static N>,
        closure: F,
    ) -> PyResult<&'py PyCFunction>
    where
        F: Fn(&PyTuple, Option<&PyDict>) -> R + Send + 'static;
}
impl PyCFunction {
    pub fn new_closure_bound<'py, F, R, N: ?Sized>(
        py: Python<'py>,
        name: Option<&'static N>,
        doc: Option<&'static N>,
        closure: F,
    ) -> PyResult<Bound<'py, PyCFunction>>
    where
        F: Fn(&Bound<'_, PyTuple>, Option<&Bound<'_, PyDict>>) -> R + Send + 'static;
}
impl PySuper {
    pub fn new<'py>(ty: &Bound<'py, PyType>, obj: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PySuper>>;
    pub fn new_bound<'py>(ty: &Bound<'py, PyType>, obj: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PySuper>>;
}
impl PyGenericAlias {
    pub fn new<'py>(
        py: Python<'py>,
        origin: &Bound<'py, PyAny>,
        args: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyGenericAlias>>;
}

pub enum PyCodeInput {
    Eval,
    File,
}
impl PyCode {
    pub fn compile<'py>(
        py: Python<'py>,
        code: &CStr,
        filename: &CStr,
        input: PyCodeInput,
    ) -> PyResult<Bound<'py, PyCode>>;
}
pub trait PyCodeMethods<'py> {
    fn run(
        &self,
        globals: Option<&Bound<'py, PyDict>>,
        locals: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>>;
}
impl<'py> PyCodeMethods<'py> for Bound<'py, PyCode> {}

impl PyTraceback {
    pub fn new<'py>(
        py: Python<'py>,
        next: Option<Bound<'py, PyTraceback>>,
        frame: Bound<'py, PyFrame>,
        instruction_index: i32,
        line_number: i32,
    ) -> PyResult<Bound<'py, PyTraceback>>;
}
pub trait PyTracebackMethods<'py> {
    fn format(&self) -> PyResult<String>;
}
impl<'py> PyTracebackMethods<'py> for Bound<'py, PyTraceback> {}
impl PyFrame {
    pub fn new<'py>(py: Python<'py>, file: &CStr, function: &CStr, line: i32) -> PyResult<Bound<'py, PyFrame>>;
}
pub trait PyFrameMethods<'py> {
    fn line_number(&self) -> i32;
    fn outer(&self) -> Option<Bound<'py, PyFrame>>;
    fn code(&self) -> Bound<'py, PyCode>;
    fn var(&self, name: &CStr) -> PyResult<Bound<'py, PyAny>>;
    fn builtins(&self) -> Bound<'py, PyDict>;
    fn globals(&self) -> Bound<'py, PyDict>;
    fn locals(&self) -> Bound<'py, PyAny>;
}
impl<'py> PyFrameMethods<'py> for Bound<'py, PyFrame> {}
