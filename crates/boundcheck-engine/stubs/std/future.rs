// Futures beyond minicore.

impl<F: ?Sized + Future + Unpin> Future for &mut F {
    type Output = F::Output;
}
impl<P> Future for Pin<P>
where
    P: crate::ops::DerefMut,
    P::Target: Future,
{
    type Output = <<P as crate::ops::Deref>::Target as Future>::Output;
}

#[derive(Debug, Clone)]
pub struct Ready<T>(Option<T>);
impl<T> Future for Ready<T> {
    type Output = T;
}
impl<T> Ready<T> {
    pub fn into_inner(self) -> T;
}
#[derive(Debug)]
pub struct Pending<T> {
    data: crate::marker::PhantomData<T>,
}
impl<T> Future for Pending<T> {
    type Output = T;
}
pub struct PollFn<F> {
    f: F,
}
impl<T, F: FnMut(&mut Context<'_>) -> Poll<T>> Future for PollFn<F> {
    type Output = T;
}
pub fn ready<T>(t: T) -> Ready<T>;
pub fn pending<T>() -> Pending<T>;
pub fn poll_fn<T, F: FnMut(&mut Context<'_>) -> Poll<T>>(f: F) -> PollFn<F>;
