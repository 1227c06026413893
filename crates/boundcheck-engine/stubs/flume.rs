//! `flume`.

use std::time::{Duration, Instant};

macro_rules! errors {
    ($($name:ident $(<$t:ident>)?)*) => { $(
        #[derive(Clone, Copy, PartialEq, Eq)]
        pub struct $name $(<$t>(pub $t))?;
        impl $(<$t>)? std::fmt::Debug for $name $(<$t>)? {}
        impl $(<$t>)? std::fmt::Display for $name $(<$t>)? {}
        impl $(<$t>)? std::error::Error for $name $(<$t>)? {}
    )* };
}
errors! { SendError<T> SendTimeoutError<T> TrySendError<T> RecvError }
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TryRecvError {
    Empty,
    Disconnected,
}
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecvTimeoutError {
    Timeout,
    Disconnected,
}
impl std::fmt::Display for TryRecvError {}
impl std::fmt::Display for RecvTimeoutError {}

pub struct Sender<T>(std::marker::PhantomData<T>);
pub struct Receiver<T>(std::marker::PhantomData<T>);
pub fn unbounded<T>() -> (Sender<T>, Receiver<T>);
pub fn bounded<T>(cap: usize) -> (Sender<T>, Receiver<T>);
impl<T> Sender<T> {
    pub fn send(&self, msg: T) -> Result<(), SendError<T>>;
    pub fn try_send(&self, msg: T) -> Result<(), TrySendError<T>>;
    pub fn send_timeout(&self, msg: T, dur: Duration) -> Result<(), SendTimeoutError<T>>;
    pub async fn send_async(&self, item: T) -> Result<(), SendError<T>>;
    pub fn is_disconnected(&self) -> bool;
    pub fn len(&self) -> usize;
}
impl<T> Receiver<T> {
    pub fn recv(&self) -> Result<T, RecvError>;
    pub fn try_recv(&self) -> Result<T, TryRecvError>;
    pub fn recv_timeout(&self, dur: Duration) -> Result<T, RecvTimeoutError>;
    pub fn recv_deadline(&self, deadline: Instant) -> Result<T, RecvTimeoutError>;
    pub async fn recv_async(&self) -> Result<T, RecvError>;
    pub fn iter(&self) -> Iter<'_, T>;
    pub fn try_iter(&self) -> Iter<'_, T>;
    pub fn drain(&self) -> Iter<'_, T>;
    pub fn is_disconnected(&self) -> bool;
    pub fn is_empty(&self) -> bool;
    pub fn len(&self) -> usize;
}
impl<T> Clone for Sender<T> {}
impl<T> Clone for Receiver<T> {}
pub struct Iter<'a, T>(&'a Receiver<T>);
impl<'a, T> Iterator for Iter<'a, T> {
    type Item = T;
}
impl<'a, T> IntoIterator for &'a Receiver<T> {
    type Item = T;
    type IntoIter = Iter<'a, T>;
}
