//! `numpy`.

pub use array::{PyArray, PyArray0, PyArray1, PyArray2, PyArray3, PyArray4, PyArrayD, PyArrayMethods};
pub use borrow::PyArrayLike1;
pub use borrow::{PyReadonlyArray, PyReadonlyArray1, PyReadonlyArray2, PyReadonlyArray3, PyReadonlyArrayD};
pub use borrow::{PyReadwriteArray, PyReadwriteArray1, PyReadwriteArray2, PyReadwriteArrayD};
pub use convert::{IntoPyArray, ToPyArray};
pub use dtype::{Element, PyArrayDescr, PyArrayDescrMethods, dtype};
pub use error::{BorrowError, FromVecError, NotContiguousError};
pub use ndarray;
pub use ndarray::{Ix0, Ix1, Ix2, Ix3, Ix4, IxDyn};
pub use untyped_array::{PyUntypedArray, PyUntypedArrayMethods};

pub mod prelude {
    pub use crate::{IntoPyArray, PyArrayDescrMethods, PyArrayMethods, PyUntypedArrayMethods, ToPyArray};
}

pub mod error {
    macro_rules! errors {
        ($($name:ident)*) => { $(
            #[derive(Debug)]
            pub struct $name(());
            impl std::fmt::Display for $name {}
            impl std::error::Error for $name {}
            impl From<$name> for pyo3::PyErr {}
        )* };
    }
    errors! { BorrowError FromVecError NotContiguousError }
}
pub mod dtype {
    use pyo3::{Bound, PyAny, Python};
    pub unsafe trait Element: Sized {}
    macro_rules! elements {
        ($($ty:ty)*) => { $(unsafe impl Element for $ty {})* };
    }
    elements! { bool u8 u16 u32 u64 usize i8 i16 i32 i64 isize f32 f64 pyo3::Py<pyo3::PyAny> }
    pub struct PyArrayDescr(PyAny);
    pyo3::pyobject_native_type_core!(PyArrayDescr, ());
    pub trait PyArrayDescrMethods<'py> {
        fn num(&self) -> i32;
        fn itemsize(&self) -> usize;
        fn kind(&self) -> u8;
        fn char(&self) -> u8;
        fn is_equiv_to(&self, other: &Self) -> bool;
    }
    impl<'py> PyArrayDescrMethods<'py> for Bound<'py, PyArrayDescr> {}
    pub fn dtype<'py, T>(py: Python<'py>) -> Bound<'py, PyArrayDescr>;
}
pub mod untyped_array {
    use super::dtype::PyArrayDescr;
    use pyo3::{Bound, PyAny};
    pub struct PyUntypedArray(PyAny);
    pyo3::pyobject_native_type_core!(PyUntypedArray, ());
    pub trait PyUntypedArrayMethods<'py> {
        fn dtype(&self) -> Bound<'py, PyArrayDescr>;
        fn is_contiguous(&self) -> bool;
        fn is_fortran_contiguous(&self) -> bool;
        fn is_c_contiguous(&self) -> bool;
        fn ndim(&self) -> usize;
        fn strides(&self) -> &[isize];
        fn shape(&self) -> &[usize];
        fn len(&self) -> usize;
        fn is_empty(&self) -> bool;
    }
    impl<'py> PyUntypedArrayMethods<'py> for Bound<'py, PyUntypedArray> {}
    impl<'py, T, D> PyUntypedArrayMethods<'py> for Bound<'py, super::PyArray<T, D>> {}
}
pub mod array {
    use super::error::{BorrowError, FromVecError, NotContiguousError};
    use super::{PyReadonlyArray, PyReadwriteArray};
    use ndarray::{Array, ArrayView, ArrayViewMut, Ix0, Ix1, Ix2, Ix3, Ix4, IxDyn};
    use pyo3::{Bound, PyAny, PyResult, Python};
    use std::marker::PhantomData;

    pub struct PyArray<T, D>(PyAny, PhantomData<(T, D)>);
    pub type PyArray0<T> = PyArray<T, Ix0>;
    pub type PyArray1<T> = PyArray<T, Ix1>;
    pub type PyArray2<T> = PyArray<T, Ix2>;
    pub type PyArray3<T> = PyArray<T, Ix3>;
    pub type PyArray4<T> = PyArray<T, Ix4>;
    pub type PyArrayD<T> = PyArray<T, IxDyn>;
    pyo3::pyobject_native_type_core!(PyArray<T, D>, (); T; D);
    impl<T, D> PyArray<T, D> {
        pub unsafe fn new<'py, ID>(py: Python<'py>, dims: ID, is_fortran: bool) -> Bound<'py, Self>;
        pub fn zeros<'py, ID>(py: Python<'py>, dims: ID, is_fortran: bool) -> Bound<'py, Self>;
        pub fn zeros_bound<'py, ID>(py: Python<'py>, dims: ID, is_fortran: bool) -> Bound<'py, Self>;
        pub fn from_owned_array<'py>(py: Python<'py>, arr: Array<T, D>) -> Bound<'py, Self>;
        pub fn from_owned_array_bound<'py>(py: Python<'py>, arr: Array<T, D>) -> Bound<'py, Self>;
        pub fn from_array<'py, S>(py: Python<'py>, arr: &S) -> Bound<'py, Self>;
        pub fn from_array_bound<'py, S>(py: Python<'py>, arr: &S) -> Bound<'py, Self>;
    }
    impl<T> PyArray<T, Ix1> {
        pub fn from_slice<'py>(py: Python<'py>, slice: &[T]) -> Bound<'py, Self>;
        pub fn from_slice_bound<'py>(py: Python<'py>, slice: &[T]) -> Bound<'py, Self>;
        pub fn from_vec<'py>(py: Python<'py>, vec: Vec<T>) -> Bound<'py, Self>;
        pub fn from_vec_bound<'py>(py: Python<'py>, vec: Vec<T>) -> Bound<'py, Self>;
        pub fn from_iter<'py, I>(py: Python<'py>, iter: I) -> Bound<'py, Self>;
        pub fn arange<'py>(py: Python<'py>, start: T, stop: T, step: T) -> Bound<'py, Self>;
    }
    impl<T> PyArray<T, Ix2> {
        pub fn from_vec2<'py>(py: Python<'py>, v: &[Vec<T>]) -> Result<Bound<'py, Self>, FromVecError>;
        pub fn from_vec2_bound<'py>(py: Python<'py>, v: &[Vec<T>]) -> Result<Bound<'py, Self>, FromVecError>;
    }
    pub trait PyArrayMethods<'py, T, D> {
        fn data(&self) -> *mut T;
        unsafe fn get<I>(&self, index: I) -> Option<&T>;
        fn get_owned<I>(&self, index: I) -> Option<T>;
        fn to_dyn(&self) -> &Bound<'py, PyArray<T, IxDyn>>;
        fn to_vec(&self) -> Result<Vec<T>, NotContiguousError>;
        fn try_readonly(&self) -> Result<PyReadonlyArray<'py, T, D>, BorrowError>;
        fn readonly(&self) -> PyReadonlyArray<'py, T, D>;
        fn try_readwrite(&self) -> Result<PyReadwriteArray<'py, T, D>, BorrowError>;
        fn readwrite(&self) -> PyReadwriteArray<'py, T, D>;
        unsafe fn as_array(&self) -> ArrayView<'_, T, D>;
        unsafe fn as_array_mut(&self) -> ArrayViewMut<'_, T, D>;
        unsafe fn as_slice(&self) -> Result<&[T], NotContiguousError>;
        unsafe fn as_slice_mut(&self) -> Result<&mut [T], NotContiguousError>;
        fn to_owned_array(&self) -> Array<T, D>;
        fn cast<U>(&self, is_fortran: bool) -> PyResult<Bound<'py, PyArray<U, D>>>;
        fn cast_array<U>(&self, is_fortran: bool) -> PyResult<Bound<'py, PyArray<U, D>>>;
        fn permute<ID>(&self, axes: Option<ID>) -> PyResult<Bound<'py, PyArray<T, D>>>;
        fn reshape<ID>(&self, dims: ID) -> PyResult<Bound<'py, PyArray<T, IxDyn>>>;
        unsafe fn resize<ID>(&self, newshape: ID) -> PyResult<()>;
    }
    impl<'py, T, D> PyArrayMethods<'py, T, D> for Bound<'py, PyArray<T, D>> {}
}
pub mod borrow {
    use super::array::PyArray;
    use super::error::NotContiguousError;
    use ndarray::{ArrayView, ArrayViewMut, Ix1, Ix2, Ix3, IxDyn};
    use pyo3::Bound;
    use std::marker::PhantomData;

    pub struct PyReadonlyArray<'py, T, D>(Bound<'py, PyArray<T, D>>);
    pub struct PyReadwriteArray<'py, T, D>(Bound<'py, PyArray<T, D>>);
    pub struct PyArrayLike1<'py, T>(PyReadonlyArray<'py, T, Ix1>, PhantomData<T>);
    pub type PyReadonlyArray1<'py, T> = PyReadonlyArray<'py, T, Ix1>;
    pub type PyReadonlyArray2<'py, T> = PyReadonlyArray<'py, T, Ix2>;
    pub type PyReadonlyArray3<'py, T> = PyReadonlyArray<'py, T, Ix3>;
    pub type PyReadonlyArrayD<'py, T> = PyReadonlyArray<'py, T, IxDyn>;
    pub type PyReadwriteArray1<'py, T> = PyReadwriteArray<'py, T, Ix1>;
    pub type PyReadwriteArray2<'py, T> = PyReadwriteArray<'py, T, Ix2>;
    pub type PyReadwriteArrayD<'py, T> = PyReadwriteArray<'py, T, IxDyn>;
    impl<'py, T, D> PyReadonlyArray<'py, T, D> {
        pub fn as_array(&self) -> ArrayView<'_, T, D>;
        pub fn as_slice(&self) -> Result<&[T], NotContiguousError>;
        pub fn get<I>(&self, index: I) -> Option<&T>;
    }
    impl<'py, T, D> PyReadwriteArray<'py, T, D> {
        pub fn as_array_mut(&mut self) -> ArrayViewMut<'_, T, D>;
        pub fn as_slice_mut(&mut self) -> Result<&mut [T], NotContiguousError>;
        pub fn get_mut<I>(&mut self, index: I) -> Option<&mut T>;
        pub fn make_nonwriteable(self) -> PyReadonlyArray<'py, T, D>;
    }
    impl<'py, T, D> std::ops::Deref for PyReadonlyArray<'py, T, D> {
        type Target = Bound<'py, PyArray<T, D>>;
    }
    impl<'py, T, D> std::ops::Deref for PyReadwriteArray<'py, T, D> {
        type Target = PyReadonlyArray<'py, T, D>;
    }
    impl<'py, T> std::ops::Deref for PyArrayLike1<'py, T> {
        type Target = PyReadonlyArray<'py, T, Ix1>;
    }
    pyo3::extractable! {
        [T, D] PyReadonlyArray<'py, T, D>;
        [T, D] PyReadwriteArray<'py, T, D>;
        [T] PyArrayLike1<'py, T>;
    }
}
pub mod convert {
    use super::array::PyArray;
    use ndarray::{ArrayBase, Ix1, OwnedRepr, RawData};
    use pyo3::{Bound, Python};
    pub trait IntoPyArray: Sized {
        type Item;
        type Dim;
        fn into_pyarray<'py>(self, py: Python<'py>) -> Bound<'py, PyArray<Self::Item, Self::Dim>>;
        fn into_pyarray_bound<'py>(self, py: Python<'py>) -> Bound<'py, PyArray<Self::Item, Self::Dim>>;
    }
    impl<T> IntoPyArray for Vec<T> {
        type Item = T;
        type Dim = Ix1;
    }
    impl<T> IntoPyArray for Box<[T]> {
        type Item = T;
        type Dim = Ix1;
    }
    impl<A, D> IntoPyArray for ArrayBase<OwnedRepr<A>, D> {
        type Item = A;
        type Dim = D;
    }
    pub trait ToPyArray {
        type Item;
        type Dim;
        fn to_pyarray<'py>(&self, py: Python<'py>) -> Bound<'py, PyArray<Self::Item, Self::Dim>>;
        fn to_pyarray_bound<'py>(&self, py: Python<'py>) -> Bound<'py, PyArray<Self::Item, Self::Dim>>;
    }
    impl<T> ToPyArray for [T] {
        type Item = T;
        type Dim = Ix1;
    }
    impl<S: RawData, D> ToPyArray for ArrayBase<S, D> {
        type Item = S::Elem;
        type Dim = D;
    }
}
