//! Signals.

pub async fn ctrl_c() -> std::io::Result<()>;

pub mod unix {
    #[derive(Clone, Copy)]
    pub struct SignalKind(i32);
    impl SignalKind {
        pub const fn interrupt() -> Self;
        pub const fn terminate() -> Self;
        pub const fn hangup() -> Self;
    }
    pub struct Signal(());
    impl Signal {
        pub async fn recv(&mut self) -> Option<()>;
    }
    pub fn signal(kind: SignalKind) -> std::io::Result<Signal>;
}
