// Containers: what makes one, its methods, what iterating over it gives.

impl PyList {
    #[cfg(since_0_23)]
    pub fn new<'py, I>(py: Python<'py>, elements: I) -> PyResult<Bound<'py, PyList>>;
    #[cfg(not(since_0_23))]
    pub fn new<'py, I>(py: Python<'py>, elements: I) -> &'py PyList;
    pub fn new_bound<I>(py: Python<'_>, elements: I) -> Bound<'_, PyList>;
    pub fn empty<'py>(py: Python<'py>) -> New<'py, PyList>;
    pub fn empty_bound(py: Python<'_>) -> Bound<'_, PyList>;
}
pub trait PyListMethods<'py> {
    fn len(&self) -> usize;
    fn is_empty(&self) -> bool;
    fn as_sequence(&self) -> &Bound<'py, PySequence>;
    fn into_sequence(self) -> Bound<'py, PySequence>;
    fn get_item(&self, index: usize) -> PyResult<Bound<'py, PyAny>>;
    unsafe fn get_item_unchecked(&self, index: usize) -> Bound<'py, PyAny>;
    fn get_slice(&self, low: usize, high: usize) -> Bound<'py, PyList>;
    fn set_item<I>(&self, index: usize, item: I) -> PyResult<()>;
    fn del_item(&self, index: usize) -> PyResult<()>;
    fn set_slice(&self, low: usize, high: usize, seq: &Bound<'_, PyAny>) -> PyResult<()>;
    fn del_slice(&self, low: usize, high: usize) -> PyResult<()>;
    fn append<I>(&self, item: I) -> PyResult<()>;
    fn insert<I>(&self, index: usize, item: I) -> PyResult<()>;
    fn contains<V>(&self, value: V) -> PyResult<bool>;
    fn index<V>(&self, value: V) -> PyResult<usize>;
    fn iter(&self) -> BoundListIterator<'py>;
    fn locked_for_each<F>(&self, closure: F) -> PyResult<()>
    where
        F: Fn(Bound<'py, PyAny>) -> PyResult<()>;
    fn sort(&self) -> PyResult<()>;
    fn reverse(&self) -> PyResult<()>;
    fn to_tuple(&self) -> Bound<'py, PyTuple>;
}
impl<'py> PyListMethods<'py> for Bound<'py, PyList> {}

impl PyDict {
    pub fn new<'py>(py: Python<'py>) -> New<'py, PyDict>;
    pub fn new_bound(py: Python<'_>) -> Bound<'_, PyDict>;
    #[cfg(since_0_23)]
    pub fn from_sequence<'py>(seq: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyDict>>;
    #[cfg(not(since_0_23))]
    pub fn from_sequence(seq: &PyAny) -> PyResult<&PyDict>;
    pub fn from_sequence_bound<'py>(seq: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyDict>>;
}
pub trait PyDictMethods<'py> {
    fn copy(&self) -> PyResult<Bound<'py, PyDict>>;
    fn clear(&self);
    fn len(&self) -> usize;
    fn is_empty(&self) -> bool;
    fn contains<K>(&self, key: K) -> PyResult<bool>;
    fn get_item<K>(&self, key: K) -> PyResult<Option<Bound<'py, PyAny>>>;
    fn set_item<K, V>(&self, key: K, value: V) -> PyResult<()>;
    fn del_item<K>(&self, key: K) -> PyResult<()>;
    fn keys(&self) -> Bound<'py, PyList>;
    fn values(&self) -> Bound<'py, PyList>;
    fn items(&self) -> Bound<'py, PyList>;
    fn iter(&self) -> BoundDictIterator<'py>;
    fn locked_for_each<F>(&self, closure: F) -> PyResult<()>
    where
        F: Fn(Bound<'py, PyAny>, Bound<'py, PyAny>) -> PyResult<()>;
    fn as_mapping(&self) -> &Bound<'py, PyMapping>;
    fn into_mapping(self) -> Bound<'py, PyMapping>;
    fn update(&self, other: &Bound<'_, PyMapping>) -> PyResult<()>;
    fn update_if_missing(&self, other: &Bound<'_, PyMapping>) -> PyResult<()>;
    fn set_default<K, V>(&self, key: K, default_value: V) -> PyResult<bool>;
    fn set_default_with_result<K, V>(&self, key: K, default_value: V) -> PyResult<(bool, Bound<'py, PyAny>)>;
}
impl<'py> PyDictMethods<'py> for Bound<'py, PyDict> {}

#[cfg(since_0_23)]
pub trait IntoPyDict<'py>: Sized {
    fn into_py_dict(self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>>;
    fn into_py_dict_bound(self, py: Python<'py>) -> Bound<'py, PyDict>;
}
#[cfg(since_0_23)]
impl<'py, I: IntoIterator> IntoPyDict<'py> for I {}
#[cfg(not(since_0_23))]
pub trait IntoPyDict: Sized {
    fn into_py_dict(self, py: Python<'_>) -> &PyDict;
    fn into_py_dict_bound(self, py: Python<'_>) -> Bound<'_, PyDict>;
}
#[cfg(not(since_0_23))]
impl<I: IntoIterator> IntoPyDict for I {}

impl PyFrozenDict {
    pub fn new<'py, I>(py: Python<'py>, iterable: I) -> PyResult<Bound<'py, PyFrozenDict>>;
    pub fn from_sequence<'py>(seq: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyFrozenDict>>;
    pub fn empty(py: Python<'_>) -> PyResult<Bound<'_, PyFrozenDict>>;
}
pub trait PyFrozenDictMethods<'py> {
    fn len(&self) -> usize;
    fn is_empty(&self) -> bool;
    fn contains<K>(&self, key: K) -> PyResult<bool>;
    fn get_item<K>(&self, key: K) -> PyResult<Option<Bound<'py, PyAny>>>;
    fn keys(&self) -> Bound<'py, PyList>;
    fn values(&self) -> Bound<'py, PyList>;
    fn items(&self) -> Bound<'py, PyList>;
    fn iter(&self) -> BoundFrozenDictIterator<'py>;
    fn as_mapping(&self) -> &Bound<'py, PyMapping>;
    fn into_mapping(self) -> Bound<'py, PyMapping>;
}
impl<'py> PyFrozenDictMethods<'py> for Bound<'py, PyFrozenDict> {}

impl PyTuple {
    #[cfg(since_0_23)]
    pub fn new<'py, I>(py: Python<'py>, elements: I) -> PyResult<Bound<'py, PyTuple>>;
    #[cfg(not(since_0_23))]
    pub fn new<'py, I>(py: Python<'py>, elements: I) -> &'py PyTuple;
    pub fn new_bound<I>(py: Python<'_>, elements: I) -> Bound<'_, PyTuple>;
    pub fn empty<'py>(py: Python<'py>) -> New<'py, PyTuple>;
    pub fn empty_bound(py: Python<'_>) -> Bound<'_, PyTuple>;
}
pub trait PyTupleMethods<'py> {
    fn len(&self) -> usize;
    fn is_empty(&self) -> bool;
    fn as_sequence(&self) -> &Bound<'py, PySequence>;
    fn into_sequence(self) -> Bound<'py, PySequence>;
    fn get_slice(&self, low: usize, high: usize) -> Bound<'py, PyTuple>;
    fn get_item(&self, index: usize) -> PyResult<Bound<'py, PyAny>>;
    fn get_borrowed_item<'a>(&'a self, index: usize) -> PyResult<Borrowed<'a, 'py, PyAny>>;
    unsafe fn get_item_unchecked(&self, index: usize) -> Bound<'py, PyAny>;
    unsafe fn get_borrowed_item_unchecked<'a>(&'a self, index: usize) -> Borrowed<'a, 'py, PyAny>;
    fn as_slice(&self) -> &[Bound<'py, PyAny>];
    fn contains<V>(&self, value: V) -> PyResult<bool>;
    fn index<V>(&self, value: V) -> PyResult<usize>;
    fn iter(&self) -> BoundTupleIterator<'py>;
    fn iter_borrowed<'a>(&'a self) -> BorrowedTupleIterator<'a, 'py>;
    fn to_list(&self) -> Bound<'py, PyList>;
}
impl<'py> PyTupleMethods<'py> for Bound<'py, PyTuple> {}

impl PySet {
    pub fn new<'py, I>(py: Python<'py>, elements: I) -> PyResult<New<'py, PySet>>;
    pub fn new_bound<'py, I>(py: Python<'py>, elements: I) -> PyResult<Bound<'py, PySet>>;
    pub fn empty<'py>(py: Python<'py>) -> PyResult<New<'py, PySet>>;
    pub fn empty_bound(py: Python<'_>) -> PyResult<Bound<'_, PySet>>;
}
pub trait PySetMethods<'py> {
    fn clear(&self);
    fn len(&self) -> usize;
    fn is_empty(&self) -> bool;
    fn contains<K>(&self, key: K) -> PyResult<bool>;
    fn discard<K>(&self, key: K) -> PyResult<bool>;
    fn add<K>(&self, key: K) -> PyResult<()>;
    fn pop(&self) -> Option<Bound<'py, PyAny>>;
    fn iter(&self) -> BoundSetIterator<'py>;
}
impl<'py> PySetMethods<'py> for Bound<'py, PySet> {}

impl PyFrozenSet {
    pub fn new<'py, I>(py: Python<'py>, elements: I) -> PyResult<New<'py, PyFrozenSet>>;
    pub fn new_bound<'py, I>(py: Python<'py>, elements: I) -> PyResult<Bound<'py, PyFrozenSet>>;
    pub fn empty<'py>(py: Python<'py>) -> PyResult<New<'py, PyFrozenSet>>;
    pub fn empty_bound(py: Python<'_>) -> PyResult<Bound<'_, PyFrozenSet>>;
}
pub trait PyFrozenSetMethods<'py> {
    fn len(&self) -> usize;
    fn is_empty(&self) -> bool;
    fn contains<K>(&self, key: K) -> PyResult<bool>;
    fn iter(&self) -> BoundFrozenSetIterator<'py>;
}
impl<'py> PyFrozenSetMethods<'py> for Bound<'py, PyFrozenSet> {}
pub struct PyFrozenSetBuilder<'py>(Python<'py>);
impl<'py> PyFrozenSetBuilder<'py> {
    pub fn new(py: Python<'py>) -> PyResult<PyFrozenSetBuilder<'py>>;
    pub fn add<K>(&mut self, key: K) -> PyResult<()>;
    pub fn finalize(self) -> New<'py, PyFrozenSet>;
    pub fn finalize_bound(self) -> Bound<'py, PyFrozenSet>;
}

#[cfg(since_0_23)]
type Items = PyList;
#[cfg(not(since_0_23))]
type Items = PySequence;

impl PyMapping {
    pub fn register<T>(py: Python<'_>) -> PyResult<()>;
}
pub trait PyMappingMethods<'py> {
    fn len(&self) -> PyResult<usize>;
    fn is_empty(&self) -> PyResult<bool>;
    fn contains<K>(&self, key: K) -> PyResult<bool>;
    fn get_item<K>(&self, key: K) -> PyResult<Bound<'py, PyAny>>;
    fn set_item<K, V>(&self, key: K, value: V) -> PyResult<()>;
    fn del_item<K>(&self, key: K) -> PyResult<()>;
    fn keys(&self) -> PyResult<Bound<'py, Items>>;
    fn values(&self) -> PyResult<Bound<'py, Items>>;
    fn items(&self) -> PyResult<Bound<'py, Items>>;
}
impl<'py> PyMappingMethods<'py> for Bound<'py, PyMapping> {}

impl PyMappingProxy {
    pub fn new<'py>(py: Python<'py>, elements: &Bound<'py, PyMapping>) -> Bound<'py, PyMappingProxy>;
}
pub trait PyMappingProxyMethods<'py, 'a> {
    fn is_empty(&self) -> PyResult<bool>;
    fn keys(&self) -> PyResult<Bound<'py, PyList>>;
    fn values(&self) -> PyResult<Bound<'py, PyList>>;
    fn items(&self) -> PyResult<Bound<'py, PyList>>;
    fn as_mapping(&self) -> &Bound<'py, PyMapping>;
    fn try_iter(&'a self) -> PyResult<BoundMappingProxyIterator<'py, 'a>>;
}
impl<'py, 'a> PyMappingProxyMethods<'py, 'a> for Bound<'py, PyMappingProxy> {}

impl PySequence {
    pub fn register<T>(py: Python<'_>) -> PyResult<()>;
}
pub trait PySequenceMethods<'py> {
    fn len(&self) -> PyResult<usize>;
    fn is_empty(&self) -> PyResult<bool>;
    fn concat(&self, other: &Bound<'_, PySequence>) -> PyResult<Bound<'py, PySequence>>;
    fn repeat(&self, count: usize) -> PyResult<Bound<'py, PySequence>>;
    fn in_place_concat(&self, other: &Bound<'_, PySequence>) -> PyResult<Bound<'py, PySequence>>;
    fn in_place_repeat(&self, count: usize) -> PyResult<Bound<'py, PySequence>>;
    fn get_item(&self, index: usize) -> PyResult<Bound<'py, PyAny>>;
    fn get_slice(&self, begin: usize, end: usize) -> PyResult<Bound<'py, PySequence>>;
    fn set_item<I>(&self, i: usize, item: I) -> PyResult<()>;
    fn del_item(&self, i: usize) -> PyResult<()>;
    fn set_slice(&self, i1: usize, i2: usize, v: &Bound<'_, PyAny>) -> PyResult<()>;
    fn del_slice(&self, i1: usize, i2: usize) -> PyResult<()>;
    fn count<V>(&self, value: V) -> PyResult<usize>;
    fn contains<V>(&self, value: V) -> PyResult<bool>;
    fn index<V>(&self, value: V) -> PyResult<usize>;
    fn to_list(&self) -> PyResult<Bound<'py, PyList>>;
    fn to_tuple(&self) -> PyResult<Bound<'py, PyTuple>>;
}
impl<'py> PySequenceMethods<'py> for Bound<'py, PySequence> {}

impl PyIterator {
    #[cfg(since_0_23)]
    pub fn from_object<'py>(obj: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyIterator>>;
    #[cfg(not(since_0_23))]
    pub fn from_object(obj: &PyAny) -> PyResult<&PyIterator>;
    pub fn from_bound_object<'py>(obj: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyIterator>>;
}
pub enum PySendResult<'py> {
    Next(Bound<'py, PyAny>),
    Return(Bound<'py, PyAny>),
    Error(PyErr),
}
impl<'py> Bound<'py, PyIterator> {
    pub fn send(&self, value: &Bound<'py, PyAny>) -> PyResult<PySendResult<'py>>;
}
impl<'py> Iterator for Bound<'py, PyIterator> {
    type Item = PyResult<Bound<'py, PyAny>>;
}
impl<'a, 'py> IntoIterator for &'a Bound<'py, PyIterator> {
    type Item = PyResult<Bound<'py, PyAny>>;
    type IntoIter = Bound<'py, PyIterator>;
}

iterators! {
    BoundListIterator ['py] => Bound<'py, PyAny>;
    BoundTupleIterator ['py] => Bound<'py, PyAny>;
    BorrowedTupleIterator ['a, 'py] => Borrowed<'a, 'py, PyAny>;
    BoundDictIterator ['py] => (Bound<'py, PyAny>, Bound<'py, PyAny>);
    BoundFrozenDictIterator ['py] => (Bound<'py, PyAny>, Bound<'py, PyAny>);
    BoundMappingProxyIterator ['py, 'a] => PyResult<(Bound<'py, PyAny>, Bound<'py, PyAny>)>;
    BoundSetIterator ['py] => Bound<'py, PyAny>;
    BoundFrozenSetIterator ['py] => Bound<'py, PyAny>;
}
iterable! {
    PyList, BoundListIterator<'py> => Bound<'py, PyAny>;
    PyTuple, BoundTupleIterator<'py> => Bound<'py, PyAny>;
    PyDict, BoundDictIterator<'py> => (Bound<'py, PyAny>, Bound<'py, PyAny>);
    PyFrozenDict, BoundFrozenDictIterator<'py> => (Bound<'py, PyAny>, Bound<'py, PyAny>);
    PySet, BoundSetIterator<'py> => Bound<'py, PyAny>;
    PyFrozenSet, BoundFrozenSetIterator<'py> => Bound<'py, PyAny>;
}
pub mod iter {
    pub use super::{BorrowedTupleIterator, BoundDictIterator, BoundFrozenDictIterator, BoundFrozenSetIterator};
    pub use super::{BoundListIterator, BoundSetIterator, BoundTupleIterator};
}
