//! The buffer protocol.

use crate::{Arg, Bound, PyAny, PyErr, PyResult, Python};
use std::cell::Cell;
use std::ffi::{CStr, c_void};
use std::marker::PhantomData;
use std::ops::Deref;
use std::ptr::NonNull;

pub struct PyUntypedBuffer(());
pub struct PyBuffer<T>(PyUntypedBuffer, PhantomData<[T]>);

pub enum ElementType {
    SignedInteger { bytes: usize },
    UnsignedInteger { bytes: usize },
    Bool,
    Float { bytes: usize },
    Unknown,
}
impl ElementType {
    pub fn from_format(format: &CStr) -> ElementType;
}
pub unsafe trait Element: Copy {
    fn is_compatible_format(format: &CStr) -> bool;
}
macro_rules! elements {
    ($($ty:ty)*) => { $(unsafe impl Element for $ty {})* };
}
elements! { u8 u16 u32 u64 usize i8 i16 i32 i64 isize f32 f64 }

impl<T> PyBuffer<T> {
    #[cfg(since_0_23)]
    pub fn get(obj: &Bound<'_, PyAny>) -> PyResult<Self>;
    #[cfg(not(since_0_23))]
    pub fn get(obj: &PyAny) -> PyResult<Self>;
    pub fn get_bound(obj: &Bound<'_, PyAny>) -> PyResult<Self>;
    pub fn as_slice<'a>(&'a self, py: Python<'a>) -> Option<&'a [ReadOnlyCell<T>]>;
    pub fn as_mut_slice<'a>(&'a self, py: Python<'a>) -> Option<&'a [Cell<T>]>;
    pub fn as_fortran_slice<'a>(&'a self, py: Python<'a>) -> Option<&'a [ReadOnlyCell<T>]>;
    pub fn as_fortran_mut_slice<'a>(&'a self, py: Python<'a>) -> Option<&'a [Cell<T>]>;
    pub fn as_slice_ptr(&self) -> Option<NonNull<[T]>>;
    pub fn as_fortran_slice_ptr(&self) -> Option<NonNull<[T]>>;
    pub fn copy_to_slice(&self, py: Python<'_>, target: &mut [T]) -> PyResult<()>;
    pub fn copy_to_fortran_slice(&self, py: Python<'_>, target: &mut [T]) -> PyResult<()>;
    pub fn to_vec(&self, py: Python<'_>) -> PyResult<Vec<T>>;
    pub fn to_fortran_vec(&self, py: Python<'_>) -> PyResult<Vec<T>>;
    pub fn copy_from_slice(&self, py: Python<'_>, source: &[T]) -> PyResult<()>;
    pub fn copy_from_fortran_slice(&self, py: Python<'_>, source: &[T]) -> PyResult<()>;
}
impl<T> Deref for PyBuffer<T> {
    type Target = PyUntypedBuffer;
}
impl PyUntypedBuffer {
    pub fn get(obj: &Bound<'_, PyAny>) -> PyResult<Self>;
    pub fn into_typed<T>(self) -> PyResult<PyBuffer<T>>;
    pub fn as_typed<T>(&self) -> PyResult<&PyBuffer<T>>;
    pub fn release(self, py: Python<'_>);
    pub fn buf_ptr(&self) -> *mut c_void;
    pub fn obj<'py>(&self, py: Python<'py>) -> Option<&Bound<'py, PyAny>>;
    pub fn get_ptr(&self, indices: &[usize]) -> *mut c_void;
    pub fn readonly(&self) -> bool;
    pub fn item_size(&self) -> usize;
    pub fn item_count(&self) -> usize;
    pub fn len_bytes(&self) -> usize;
    pub fn dimensions(&self) -> usize;
    pub fn shape(&self) -> &[usize];
    pub fn strides(&self) -> &[isize];
    pub fn suboffsets(&self) -> Option<&[isize]>;
    pub fn format(&self) -> &CStr;
    pub fn is_c_contiguous(&self) -> bool;
    pub fn is_fortran_contiguous(&self) -> bool;
}
impl Drop for PyUntypedBuffer {}

pub struct ReadOnlyCell<T>(T);
impl<T> ReadOnlyCell<T> {
    pub fn get(&self) -> T;
    pub fn as_ptr(&self) -> *const T;
}
from_python! {
    [T] PyBuffer<T> => PyErr;
}
