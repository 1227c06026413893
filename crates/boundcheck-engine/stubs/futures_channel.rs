//! `futures-channel`.

pub mod mpsc {
    use std::marker::PhantomData;
    #[derive(Debug)]
    pub struct SendError(());
    pub struct Sender<T>(PhantomData<T>);
    pub struct Receiver<T>(PhantomData<T>);
    pub struct UnboundedSender<T>(PhantomData<T>);
    pub struct UnboundedReceiver<T>(PhantomData<T>);
    pub fn channel<T>(buffer: usize) -> (Sender<T>, Receiver<T>);
    pub fn unbounded<T>() -> (UnboundedSender<T>, UnboundedReceiver<T>);
    impl<T> Sender<T> {
        pub fn try_send(&mut self, msg: T) -> Result<(), SendError>;
    }
    impl<T> UnboundedSender<T> {
        pub fn unbounded_send(&self, msg: T) -> Result<(), SendError>;
    }
    impl<T> Clone for Sender<T> {}
    impl<T> Clone for UnboundedSender<T> {}
    impl<T> futures_core::Stream for Receiver<T> {
        type Item = T;
    }
    impl<T> futures_core::Stream for UnboundedReceiver<T> {
        type Item = T;
    }
}
pub mod oneshot {
    use std::marker::PhantomData;
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct Canceled;
    impl std::fmt::Display for Canceled {}
    impl std::error::Error for Canceled {}
    pub struct Sender<T>(PhantomData<T>);
    pub struct Receiver<T>(PhantomData<T>);
    pub fn channel<T>() -> (Sender<T>, Receiver<T>);
    impl<T> Sender<T> {
        pub fn send(self, t: T) -> Result<(), T>;
        pub fn is_canceled(&self) -> bool;
    }
    impl<T> std::future::Future for Receiver<T> {
        type Output = Result<T, Canceled>;
    }
}
