// Channels.

use crate::marker::PhantomData;
use crate::time::{Duration, Instant};

pub fn channel<T>() -> (Sender<T>, Receiver<T>);
pub fn sync_channel<T>(bound: usize) -> (SyncSender<T>, Receiver<T>);

#[derive(Debug)]
pub struct Sender<T>(PhantomData<T>);
impl<T> Sender<T> {
    pub fn send(&self, t: T) -> Result<(), SendError<T>>;
}
#[derive(Debug)]
pub struct SyncSender<T>(PhantomData<T>);
impl<T> SyncSender<T> {
    pub fn send(&self, t: T) -> Result<(), SendError<T>>;
    pub fn try_send(&self, t: T) -> Result<(), TrySendError<T>>;
}
#[derive(Debug)]
pub struct Receiver<T>(PhantomData<T>);
impl<T> Receiver<T> {
    pub fn try_recv(&self) -> Result<T, TryRecvError>;
    pub fn recv(&self) -> Result<T, RecvError>;
    pub fn recv_timeout(&self, timeout: Duration) -> Result<T, RecvTimeoutError>;
    pub fn recv_deadline(&self, deadline: Instant) -> Result<T, RecvTimeoutError>;
    pub fn iter(&self) -> Iter<'_, T>;
    pub fn try_iter(&self) -> TryIter<'_, T>;
}
impl<T> Clone for Sender<T> {}
impl<T> Clone for SyncSender<T> {}
unsafe impl<T: Send> Sync for Sender<T> {}
unsafe impl<T: Send> Sync for SyncSender<T> {}
impl<T> !Sync for Receiver<T> {}
impl<T> Unpin for Sender<T> {}
impl<T> Unpin for SyncSender<T> {}
impl<T> Unpin for Receiver<T> {}

#[derive(Debug)]
pub struct Iter<'a, T> {
    rx: &'a Receiver<T>,
}
#[derive(Debug)]
pub struct TryIter<'a, T> {
    rx: &'a Receiver<T>,
}
#[derive(Debug)]
pub struct IntoIter<T> {
    rx: Receiver<T>,
}
forward_iterators! {
    ['a, T] Iter<'a, T> => T;
    ['a, T] TryIter<'a, T> => T;
    [T] IntoIter<T> => T;
}
impl<'a, T> IntoIterator for &'a Receiver<T> {
    type Item = T;
    type IntoIter = Iter<'a, T>;
}
impl<T> IntoIterator for Receiver<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;
}

#[derive(PartialEq, Eq, Clone, Copy)]
pub struct SendError<T>(pub T);
#[derive(PartialEq, Eq, Clone, Copy)]
pub enum TrySendError<T> {
    Full(T),
    Disconnected(T),
}
#[derive(PartialEq, Eq, Clone, Copy, Debug)]
pub struct RecvError;
#[derive(PartialEq, Eq, Clone, Copy, Debug)]
pub enum TryRecvError {
    Empty,
    Disconnected,
}
#[derive(PartialEq, Eq, Clone, Copy, Debug)]
pub enum RecvTimeoutError {
    Timeout,
    Disconnected,
}
mark!(crate::fmt::Display: RecvError, TryRecvError, RecvTimeoutError);
mark!(crate::error::Error: RecvError, TryRecvError, RecvTimeoutError);
impl<T> crate::fmt::Debug for SendError<T> {}
impl<T> crate::fmt::Display for SendError<T> {}
impl<T> crate::error::Error for SendError<T> {}
impl<T> crate::fmt::Debug for TrySendError<T> {}
impl<T> crate::fmt::Display for TrySendError<T> {}
impl<T> crate::error::Error for TrySendError<T> {}
impl<T> From<SendError<T>> for TrySendError<T> {}
