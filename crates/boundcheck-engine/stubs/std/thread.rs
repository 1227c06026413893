// Threads.

use crate::any::Any;
use crate::cell::{Cell, RefCell};
use crate::io;
use crate::marker::PhantomData;
use crate::num::NonZeroUsize;
use crate::sync::Arc;
use crate::time::{Duration, Instant};

pub type Result<T> = crate::result::Result<T, Box<dyn Any + Send + 'static>>;

pub fn spawn<F, T>(f: F) -> JoinHandle<T>
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static;
pub fn scope<'env, F, T>(f: F) -> T
where
    F: for<'scope> FnOnce(&'scope Scope<'scope, 'env>) -> T;
pub fn current() -> Thread;
pub fn yield_now();
pub fn panicking() -> bool;
pub fn sleep(dur: Duration);
pub fn sleep_ms(ms: u32);
pub fn sleep_until(deadline: Instant);
pub fn park();
pub fn park_timeout(dur: Duration);
pub fn available_parallelism() -> io::Result<NonZeroUsize>;

pub struct JoinHandle<T>(PhantomData<T>);
impl<T> JoinHandle<T> {
    pub fn thread(&self) -> &Thread;
    pub fn join(self) -> Result<T>;
    pub fn is_finished(&self) -> bool;
}
unsafe impl<T> Send for JoinHandle<T> {}
unsafe impl<T> Sync for JoinHandle<T> {}
impl<T> Unpin for JoinHandle<T> {}
impl<T> crate::fmt::Debug for JoinHandle<T> {}

pub struct Scope<'scope, 'env: 'scope> {
    scope: PhantomData<&'scope mut &'scope ()>,
    env: PhantomData<&'env mut &'env ()>,
}
impl<'scope, 'env> Scope<'scope, 'env> {
    pub fn spawn<F, T>(&'scope self, f: F) -> ScopedJoinHandle<'scope, T>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope;
}
pub struct ScopedJoinHandle<'scope, T>(PhantomData<&'scope T>);
impl<'scope, T> ScopedJoinHandle<'scope, T> {
    pub fn thread(&self) -> &Thread;
    pub fn join(self) -> Result<T>;
    pub fn is_finished(&self) -> bool;
}

#[derive(Debug)]
pub struct Builder {
    name: Option<String>,
}
impl Builder {
    pub fn new() -> Builder;
    pub fn name(self, name: String) -> Builder;
    pub fn stack_size(self, size: usize) -> Builder;
    pub fn spawn<F, T>(self, f: F) -> io::Result<JoinHandle<T>>
    where
        F: FnOnce() -> T + Send + 'static,
        T: Send + 'static;
    pub unsafe fn spawn_unchecked<F, T>(self, f: F) -> io::Result<JoinHandle<T>>
    where
        F: FnOnce() -> T + Send,
        T: Send;
    pub fn spawn_scoped<'scope, 'env, F, T>(
        self,
        scope: &'scope Scope<'scope, 'env>,
        f: F,
    ) -> io::Result<ScopedJoinHandle<'scope, T>>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope;
}

#[derive(Clone, Debug)]
pub struct Thread {
    inner: Arc<()>,
}
impl Thread {
    pub fn unpark(&self);
    pub fn id(&self) -> ThreadId;
    pub fn name(&self) -> Option<&str>;
}
#[derive(Eq, PartialEq, Clone, Copy, Hash, Debug)]
pub struct ThreadId(u64);

pub struct LocalKey<T: 'static> {
    inner: fn() -> T,
}
impl<T: 'static> LocalKey<T> {
    pub const fn new(inner: fn() -> T) -> LocalKey<T>;
    pub fn with<F: FnOnce(&T) -> R, R>(&'static self, f: F) -> R;
    pub fn try_with<F: FnOnce(&T) -> R, R>(&'static self, f: F) -> crate::result::Result<R, AccessError>;
}
impl<T: 'static> LocalKey<Cell<T>> {
    pub fn set(&'static self, value: T);
    pub fn get(&'static self) -> T
    where
        T: Copy;
    pub fn take(&'static self) -> T
    where
        T: Default;
    pub fn replace(&'static self, value: T) -> T;
}
impl<T: 'static> LocalKey<RefCell<T>> {
    pub fn with_borrow<F: FnOnce(&T) -> R, R>(&'static self, f: F) -> R;
    pub fn with_borrow_mut<F: FnOnce(&mut T) -> R, R>(&'static self, f: F) -> R;
    pub fn set(&'static self, value: T);
    pub fn take(&'static self) -> T
    where
        T: Default;
    pub fn replace(&'static self, value: T) -> T;
}
#[derive(Clone, Copy, Eq, PartialEq, Debug)]
pub struct AccessError;
mark!(crate::fmt::Display: AccessError);
mark!(crate::error::Error: AccessError);
