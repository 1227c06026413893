//! Sockets.

pub use tcp::listener::TcpListener;
pub use tcp::stream::TcpStream;
pub use udp::UdpSocket;
pub use unix::{UnixListener, UnixStream};

mod tcp {
    pub mod listener {
        use super::stream::TcpStream;
        use std::io::Result;
        use std::net::SocketAddr;
        pub struct TcpListener(());
        impl TcpListener {
            pub async fn bind<A>(addr: A) -> Result<TcpListener>;
            pub async fn accept(&self) -> Result<(TcpStream, SocketAddr)>;
            pub fn from_std(listener: std::net::TcpListener) -> Result<TcpListener>;
            pub fn local_addr(&self) -> Result<SocketAddr>;
        }
    }
    pub mod stream {
        use std::io::Result;
        use std::net::SocketAddr;
        pub struct TcpStream(());
        impl TcpStream {
            pub async fn connect<A>(addr: A) -> Result<TcpStream>;
            pub fn from_std(stream: std::net::TcpStream) -> Result<TcpStream>;
            pub fn peer_addr(&self) -> Result<SocketAddr>;
            pub fn local_addr(&self) -> Result<SocketAddr>;
            pub fn set_nodelay(&self, nodelay: bool) -> Result<()>;
            pub async fn readable(&self) -> Result<()>;
            pub async fn writable(&self) -> Result<()>;
            pub fn into_split(self) -> (TcpStream, TcpStream);
        }
        impl crate::io::AsyncRead for TcpStream {}
        impl crate::io::AsyncWrite for TcpStream {}
    }
}
mod udp {
    use std::io::Result;
    use std::net::SocketAddr;
    pub struct UdpSocket(());
    impl UdpSocket {
        pub async fn bind<A>(addr: A) -> Result<UdpSocket>;
        pub async fn connect<A>(&self, addr: A) -> Result<()>;
        pub async fn send(&self, buf: &[u8]) -> Result<usize>;
        pub async fn recv(&self, buf: &mut [u8]) -> Result<usize>;
        pub async fn send_to<A>(&self, buf: &[u8], target: A) -> Result<usize>;
        pub async fn recv_from(&self, buf: &mut [u8]) -> Result<(usize, SocketAddr)>;
    }
}
mod unix {
    use std::io::Result;
    pub struct UnixListener(());
    impl UnixListener {
        pub fn bind<P>(path: P) -> Result<UnixListener>;
        pub async fn accept(&self) -> Result<(UnixStream, ())>;
    }
    pub struct UnixStream(());
    impl UnixStream {
        pub async fn connect<P>(path: P) -> Result<UnixStream>;
    }
    impl crate::io::AsyncRead for UnixStream {}
    impl crate::io::AsyncWrite for UnixStream {}
}
