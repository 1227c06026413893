//! `ndarray`: what `numpy` gives and takes.

use std::marker::PhantomData;

pub trait RawData {
    type Elem;
}
pub struct OwnedRepr<A>(PhantomData<A>);
pub struct ViewRepr<A>(PhantomData<A>);
impl<A> RawData for OwnedRepr<A> {
    type Elem = A;
}
impl<'a, A> RawData for ViewRepr<&'a A> {
    type Elem = A;
}
impl<'a, A> RawData for ViewRepr<&'a mut A> {
    type Elem = A;
}
pub struct ArrayBase<S, D>(PhantomData<(S, D)>);
pub type Array<A, D> = ArrayBase<OwnedRepr<A>, D>;
pub type ArrayView<'a, A, D> = ArrayBase<ViewRepr<&'a A>, D>;
pub type ArrayViewMut<'a, A, D> = ArrayBase<ViewRepr<&'a mut A>, D>;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dim<I: ?Sized>(PhantomData<I>);
pub type IxDyn = Dim<Vec<usize>>;
pub trait Dimension {
    type Smaller: Dimension;
    type Pattern;
}
pub struct Axis(pub usize);

macro_rules! dimensions {
    ($($n:literal $smaller:literal $ix:ident $array:ident $view:ident $view_mut:ident $pattern:ty;)*) => { $(
        pub type $ix = Dim<[usize; $n]>;
        pub type $array<A> = Array<A, $ix>;
        pub type $view<'a, A> = ArrayView<'a, A, $ix>;
        pub type $view_mut<'a, A> = ArrayViewMut<'a, A, $ix>;
        impl Dimension for $ix {
            type Smaller = Dim<[usize; $smaller]>;
            type Pattern = $pattern;
        }
    )* };
}
dimensions! {
    0 0 Ix0 Array0 ArrayView0 ArrayViewMut0 ();
    1 0 Ix1 Array1 ArrayView1 ArrayViewMut1 usize;
    2 1 Ix2 Array2 ArrayView2 ArrayViewMut2 (usize, usize);
    3 2 Ix3 Array3 ArrayView3 ArrayViewMut3 (usize, usize, usize);
    4 3 Ix4 Array4 ArrayView4 ArrayViewMut4 (usize, usize, usize, usize);
}
impl Dimension for IxDyn {
    type Smaller = IxDyn;
    type Pattern = IxDyn;
}
pub type ArrayD<A> = Array<A, IxDyn>;
pub type ArrayViewD<'a, A> = ArrayView<'a, A, IxDyn>;
pub type ArrayViewMutD<'a, A> = ArrayViewMut<'a, A, IxDyn>;

#[derive(Debug)]
pub struct ShapeError(());
impl std::fmt::Display for ShapeError {}
impl std::error::Error for ShapeError {}

pub struct Items<T>(PhantomData<T>);
impl<T> Iterator for Items<T> {
    type Item = T;
}
impl<T> ExactSizeIterator for Items<T> {}
impl<T> DoubleEndedIterator for Items<T> {}

impl<A, D> ArrayBase<OwnedRepr<A>, D> {
    pub fn from_vec(v: Vec<A>) -> Self;
    pub fn from_shape_vec<Sh>(shape: Sh, v: Vec<A>) -> Result<Self, ShapeError>;
    pub fn zeros<Sh>(shape: Sh) -> Self;
    pub fn ones<Sh>(shape: Sh) -> Self;
    pub fn from_elem<Sh>(shape: Sh, elem: A) -> Self;
    pub fn from_shape_fn<Sh, F: FnMut(D::Pattern) -> A>(shape: Sh, f: F) -> Self
    where
        D: Dimension;
    pub fn into_raw_vec(self) -> Vec<A>;
}
impl<S: RawData, D: Dimension> ArrayBase<S, D> {
    pub fn len(&self) -> usize;
    pub fn is_empty(&self) -> bool;
    pub fn ndim(&self) -> usize;
    pub fn shape(&self) -> &[usize];
    pub fn strides(&self) -> &[isize];
    pub fn dim(&self) -> D::Pattern;
    pub fn nrows(&self) -> usize;
    pub fn ncols(&self) -> usize;
    pub fn len_of(&self, axis: Axis) -> usize;
    pub fn is_standard_layout(&self) -> bool;
    pub fn view(&self) -> ArrayView<'_, S::Elem, D>;
    pub fn view_mut(&mut self) -> ArrayViewMut<'_, S::Elem, D>;
    pub fn to_owned(&self) -> Array<S::Elem, D>;
    pub fn into_owned(self) -> Array<S::Elem, D>;
    pub fn to_vec(&self) -> Vec<S::Elem>;
    pub fn as_slice(&self) -> Option<&[S::Elem]>;
    pub fn as_slice_mut(&mut self) -> Option<&mut [S::Elem]>;
    pub fn to_slice(&self) -> Option<&[S::Elem]>;
    pub fn iter(&self) -> Items<&S::Elem>;
    pub fn iter_mut(&mut self) -> Items<&mut S::Elem>;
    pub fn indexed_iter(&self) -> Items<(D::Pattern, &S::Elem)>;
    pub fn outer_iter(&self) -> Items<ArrayView<'_, S::Elem, D::Smaller>>;
    pub fn axis_iter(&self, axis: Axis) -> Items<ArrayView<'_, S::Elem, D::Smaller>>;
    pub fn axis_iter_mut(&mut self, axis: Axis) -> Items<ArrayViewMut<'_, S::Elem, D::Smaller>>;
    pub fn rows(&self) -> Items<ArrayView1<'_, S::Elem>>;
    pub fn columns(&self) -> Items<ArrayView1<'_, S::Elem>>;
    pub fn row(&self, index: usize) -> ArrayView1<'_, S::Elem>;
    pub fn row_mut(&mut self, index: usize) -> ArrayViewMut1<'_, S::Elem>;
    pub fn column(&self, index: usize) -> ArrayView1<'_, S::Elem>;
    pub fn index_axis(&self, axis: Axis, index: usize) -> ArrayView<'_, S::Elem, D::Smaller>;
    pub fn get<I>(&self, index: I) -> Option<&S::Elem>;
    pub fn get_mut<I>(&mut self, index: I) -> Option<&mut S::Elem>;
    pub fn map<'a, B, F: FnMut(&'a S::Elem) -> B>(&'a self, f: F) -> Array<B, D>;
    pub fn mapv<B, F: FnMut(S::Elem) -> B>(&self, f: F) -> Array<B, D>;
    pub fn mapv_inplace<F: FnMut(S::Elem) -> S::Elem>(&mut self, f: F);
    pub fn fold<'a, B, F: FnMut(B, &'a S::Elem) -> B>(&'a self, init: B, f: F) -> B;
    pub fn for_each<'a, F: FnMut(&'a S::Elem)>(&'a self, f: F);
    pub fn sum(&self) -> S::Elem;
    pub fn mean(&self) -> Option<S::Elem>;
    pub fn std(&self, ddof: S::Elem) -> S::Elem;
    pub fn sum_axis(&self, axis: Axis) -> Array<S::Elem, D::Smaller>;
    pub fn mean_axis(&self, axis: Axis) -> Option<Array<S::Elem, D::Smaller>>;
    pub fn dot<R>(&self, rhs: &R) -> Array<S::Elem, D>;
    pub fn t(&self) -> ArrayView<'_, S::Elem, D>;
    pub fn fill(&mut self, x: S::Elem);
    pub fn assign<R>(&mut self, rhs: &R);
    pub fn into_dyn(self) -> ArrayBase<S, IxDyn>;
    pub fn into_dimensionality<D2>(self) -> Result<ArrayBase<S, D2>, ShapeError>;
    pub fn into_shape<E>(self, shape: E) -> Result<ArrayBase<S, D>, ShapeError>;
    pub fn as_ptr(&self) -> *const S::Elem;
}
impl<S, D> Clone for ArrayBase<S, D> {}
impl<S, D> std::fmt::Debug for ArrayBase<S, D> {}
impl<S: RawData, D, I> std::ops::Index<I> for ArrayBase<S, D> {
    type Output = S::Elem;
}
impl<S: RawData, D, I> std::ops::IndexMut<I> for ArrayBase<S, D> {}
impl<'a, S: RawData, D> IntoIterator for &'a ArrayBase<S, D> {
    type Item = &'a S::Elem;
    type IntoIter = Items<&'a S::Elem>;
}
impl<A, D> IntoIterator for ArrayBase<OwnedRepr<A>, D> {
    type Item = A;
    type IntoIter = Items<A>;
}
impl<A> From<Vec<A>> for ArrayBase<OwnedRepr<A>, Ix1> {}
impl<A> FromIterator<A> for ArrayBase<OwnedRepr<A>, Ix1> {}

pub mod prelude {
    pub use crate::{Array, Array1, Array2, Array3, ArrayD, ArrayView, ArrayView1, ArrayView2, ArrayViewD};
    pub use crate::{ArrayBase, ArrayViewMut, Axis, Dim, Dimension, Ix1, Ix2, IxDyn};
}
