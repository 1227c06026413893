// Tasks beyond minicore.

use crate::sync::Arc;

impl<T> Poll<T> {
    pub fn map<U, F: FnOnce(T) -> U>(self, f: F) -> Poll<U>;
    pub const fn is_ready(&self) -> bool;
    pub const fn is_pending(&self) -> bool;
}
impl<T, E> Poll<Result<T, E>> {
    pub fn map_ok<U, F: FnOnce(T) -> U>(self, f: F) -> Poll<Result<U, E>>;
    pub fn map_err<U, F: FnOnce(E) -> U>(self, f: F) -> Poll<Result<T, U>>;
}
impl<T, E> Poll<Option<Result<T, E>>> {
    pub fn map_ok<U, F: FnOnce(T) -> U>(self, f: F) -> Poll<Option<Result<U, E>>>;
    pub fn map_err<U, F: FnOnce(E) -> U>(self, f: F) -> Poll<Option<Result<T, U>>>;
}
impl<T> From<T> for Poll<T> {}
impl<T: Clone> Clone for Poll<T> {}
impl<T: Copy> Copy for Poll<T> {}
impl<T: PartialEq> PartialEq for Poll<T> {}
impl<T: Eq> Eq for Poll<T> {}
impl<T: crate::fmt::Debug> crate::fmt::Debug for Poll<T> {}

impl<'a> Context<'a> {
    pub const fn from_waker(waker: &'a Waker) -> Self;
    pub const fn waker(&self) -> &'a Waker;
}
#[derive(Clone, Debug)]
pub struct Waker {
    waker: RawWaker,
}
impl Waker {
    pub fn wake(self);
    pub fn wake_by_ref(&self);
    pub fn will_wake(&self, other: &Waker) -> bool;
    pub const unsafe fn from_raw(waker: RawWaker) -> Waker;
    pub const unsafe fn new(data: *const (), vtable: &'static RawWakerVTable) -> Waker;
    pub const fn noop() -> &'static Waker;
    pub fn data(&self) -> *const ();
    pub fn vtable(&self) -> &'static RawWakerVTable;
}
unsafe impl Send for Waker {}
unsafe impl Sync for Waker {}
#[derive(Clone, Debug, PartialEq)]
pub struct RawWaker {
    data: *const (),
}
impl RawWaker {
    pub const fn new(data: *const (), vtable: &'static RawWakerVTable) -> RawWaker;
}
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RawWakerVTable {}
impl RawWakerVTable {
    pub const fn new(
        clone: unsafe fn(*const ()) -> RawWaker,
        wake: unsafe fn(*const ()),
        wake_by_ref: unsafe fn(*const ()),
        drop: unsafe fn(*const ()),
    ) -> Self;
}
pub trait Wake {
    fn wake(self: Arc<Self>);
    fn wake_by_ref(self: &Arc<Self>);
}
impl<W: Wake + Send + Sync + 'static> From<Arc<W>> for Waker {}

pub macro ready($e:expr $(,)?) {
    match $e {
        $crate::task::Poll::Ready(t) => t,
        $crate::task::Poll::Pending => return $crate::task::Poll::Pending,
    }
}
