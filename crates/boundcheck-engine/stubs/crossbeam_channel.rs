//! `crossbeam-channel`.

pub use channel::{IntoIter, Iter, Receiver, Sender, TryIter, after, at, bounded, never, tick, unbounded};
pub use err::{RecvError, RecvTimeoutError, SendError, SendTimeoutError, TryRecvError, TrySendError};
pub use select::{Select, SelectedOperation};

/// Only that it waits is told apart; the arms' bodies are kept.
#[macro_export]
macro_rules! select {
    ($($op:ident($($args:tt)*) $(-> $res:pat)? => $body:expr $(,)?)*) => {{
        let chosen = $crate::Select::new().select();
        $(if chosen.index() > 0 { $crate::arm!($op($($args)*) $(-> $res)? => $body) })*
    }};
}

#[macro_export]
macro_rules! arm {
    (recv($r:expr) -> $res:pat => $body:expr) => {{
        let $res = $r.try_recv_selected();
        $body;
    }};
    (send($s:expr, $v:expr) -> $res:pat => $body:expr) => {{
        let $res = $s.try_send_selected($v);
        $body;
    }};
    ($($rest:tt)*) => {};
}

mod channel {
    use crate::err::*;
    use std::time::{Duration, Instant};

    pub struct Sender<T>(T);
    pub struct Receiver<T>(T);
    unsafe impl<T: Send> Send for Sender<T> {}
    unsafe impl<T: Send> Sync for Sender<T> {}
    pub fn unbounded<T>() -> (Sender<T>, Receiver<T>);
    pub fn bounded<T>(cap: usize) -> (Sender<T>, Receiver<T>);
    pub fn after(duration: Duration) -> Receiver<Instant>;
    pub fn at(when: Instant) -> Receiver<Instant>;
    pub fn never<T>() -> Receiver<T>;
    pub fn tick(duration: Duration) -> Receiver<Instant>;

    impl<T> Sender<T> {
        pub fn send(&self, msg: T) -> Result<(), SendError<T>>;
        pub fn try_send(&self, msg: T) -> Result<(), TrySendError<T>>;
        pub fn send_timeout(&self, msg: T, timeout: Duration) -> Result<(), SendTimeoutError<T>>;
        pub fn send_deadline(&self, msg: T, deadline: Instant) -> Result<(), SendTimeoutError<T>>;
        pub fn is_empty(&self) -> bool;
        pub fn is_full(&self) -> bool;
        pub fn len(&self) -> usize;
        pub fn capacity(&self) -> Option<usize>;
        pub fn try_send_selected(&self, msg: T) -> Result<(), SendError<T>>;
    }
    impl<T> Receiver<T> {
        pub fn recv(&self) -> Result<T, RecvError>;
        pub fn try_recv(&self) -> Result<T, TryRecvError>;
        pub fn recv_timeout(&self, timeout: Duration) -> Result<T, RecvTimeoutError>;
        pub fn recv_deadline(&self, deadline: Instant) -> Result<T, RecvTimeoutError>;
        pub fn is_empty(&self) -> bool;
        pub fn is_full(&self) -> bool;
        pub fn len(&self) -> usize;
        pub fn capacity(&self) -> Option<usize>;
        pub fn iter(&self) -> Iter<'_, T>;
        pub fn try_iter(&self) -> TryIter<'_, T>;
        pub fn try_recv_selected(&self) -> Result<T, RecvError>;
    }
    impl<T> Clone for Sender<T> {}
    impl<T> Clone for Receiver<T> {}
    impl<T> Drop for Sender<T> {}
    impl<T> Drop for Receiver<T> {}

    pub struct Iter<'a, T>(&'a Receiver<T>);
    pub struct TryIter<'a, T>(&'a Receiver<T>);
    pub struct IntoIter<T>(Receiver<T>);
    impl<'a, T> Iterator for Iter<'a, T> {
        type Item = T;
    }
    impl<'a, T> Iterator for TryIter<'a, T> {
        type Item = T;
    }
    impl<T> Iterator for IntoIter<T> {
        type Item = T;
    }
    impl<'a, T> IntoIterator for &'a Receiver<T> {
        type Item = T;
        type IntoIter = Iter<'a, T>;
    }
    impl<T> IntoIterator for Receiver<T> {
        type Item = T;
        type IntoIter = IntoIter<T>;
    }
}

mod err {
    macro_rules! errors {
        ($($name:ident $(<$t:ident>)? { $($body:tt)* })*) => { $(
            #[derive(Clone, Copy, PartialEq, Eq)]
            pub enum $name $(<$t>)? { $($body)* }
            impl $(<$t>)? std::fmt::Debug for $name $(<$t>)? {}
            impl $(<$t>)? std::fmt::Display for $name $(<$t>)? {}
            impl $(<$t>)? std::error::Error for $name $(<$t>)? {}
        )* };
    }
    errors! {
        TrySendError<T> { Full(T), Disconnected(T) }
        SendTimeoutError<T> { Timeout(T), Disconnected(T) }
        TryRecvError { Empty, Disconnected }
        RecvTimeoutError { Timeout, Disconnected }
    }
    #[derive(Clone, Copy, PartialEq, Eq)]
    pub struct SendError<T>(pub T);
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct RecvError;
    impl<T> SendError<T> {
        pub fn into_inner(self) -> T;
    }
    impl<T> std::fmt::Debug for SendError<T> {}
    impl<T> std::fmt::Display for SendError<T> {}
    impl<T> std::error::Error for SendError<T> {}
    impl std::fmt::Display for RecvError {}
    impl std::error::Error for RecvError {}
}

mod select {
    use crate::{Receiver, RecvError, SendError, Sender};
    use std::time::Duration;

    pub struct Select<'a>(std::marker::PhantomData<&'a ()>);
    impl<'a> Select<'a> {
        pub fn new() -> Select<'a>;
        pub fn send<T>(&mut self, s: &'a Sender<T>) -> usize;
        pub fn recv<T>(&mut self, r: &'a Receiver<T>) -> usize;
        pub fn remove(&mut self, index: usize);
        pub fn select(&mut self) -> SelectedOperation<'a>;
        pub fn select_timeout(&mut self, timeout: Duration) -> Result<SelectedOperation<'a>, ()>;
        pub fn try_select(&mut self) -> Result<SelectedOperation<'a>, ()>;
        pub fn ready(&mut self) -> usize;
        pub fn ready_timeout(&mut self, timeout: Duration) -> Result<usize, ()>;
    }
    pub struct SelectedOperation<'a>(std::marker::PhantomData<&'a ()>);
    impl<'a> SelectedOperation<'a> {
        pub fn index(&self) -> usize;
        pub fn send<T>(self, s: &Sender<T>, msg: T) -> Result<(), SendError<T>>;
        pub fn recv<T>(self, r: &Receiver<T>) -> Result<T, RecvError>;
    }
}
