//! Asynchronous reading and writing.

pub use async_read::AsyncRead;
pub use async_write::AsyncWrite;
pub use std::io::{Error, ErrorKind, Result, SeekFrom};
pub use util::{AsyncBufReadExt, AsyncReadExt, AsyncSeekExt, AsyncWriteExt};
pub use util::{BufReader, BufWriter, DuplexStream, Lines, ReadHalf, WriteHalf, copy, duplex, split, stdin, stdout};

mod async_read {
    pub trait AsyncRead {}
    impl<'a, T: ?Sized + AsyncRead + Unpin> AsyncRead for &'a mut T {}
    impl<'a> AsyncRead for &'a [u8] {}
}
mod async_write {
    pub trait AsyncWrite {}
    impl<'a, T: ?Sized + AsyncWrite + Unpin> AsyncWrite for &'a mut T {}
    impl AsyncWrite for Vec<u8> {}
}
pub mod util {
    use super::{AsyncRead, AsyncWrite, Result, SeekFrom};
    use std::marker::PhantomData;

    pub trait AsyncReadExt: AsyncRead {
        async fn read(&mut self, buf: &mut [u8]) -> Result<usize>;
        async fn read_exact(&mut self, buf: &mut [u8]) -> Result<usize>;
        async fn read_to_end(&mut self, buf: &mut Vec<u8>) -> Result<usize>;
        async fn read_to_string(&mut self, dst: &mut String) -> Result<usize>;
        async fn read_u8(&mut self) -> Result<u8>;
        async fn read_u32(&mut self) -> Result<u32>;
        async fn read_u64(&mut self) -> Result<u64>;
    }
    impl<R: AsyncRead + ?Sized> AsyncReadExt for R {}
    pub trait AsyncWriteExt: AsyncWrite {
        async fn write(&mut self, src: &[u8]) -> Result<usize>;
        async fn write_all(&mut self, src: &[u8]) -> Result<()>;
        async fn flush(&mut self) -> Result<()>;
        async fn shutdown(&mut self) -> Result<()>;
    }
    impl<W: AsyncWrite + ?Sized> AsyncWriteExt for W {}
    pub trait AsyncBufReadExt: AsyncRead {
        async fn read_line(&mut self, buf: &mut String) -> Result<usize>;
        async fn read_until(&mut self, byte: u8, buf: &mut Vec<u8>) -> Result<usize>;
        fn lines(self) -> Lines<Self>
        where
            Self: Sized;
    }
    impl<R: AsyncRead + ?Sized> AsyncBufReadExt for R {}
    pub trait AsyncSeekExt {
        async fn seek(&mut self, pos: SeekFrom) -> Result<u64>;
    }
    impl AsyncSeekExt for crate::fs::File {}

    pub struct Lines<R>(R);
    impl<R> Lines<R> {
        pub async fn next_line(&mut self) -> Result<Option<String>>;
    }
    macro_rules! wrappers {
        ($($name:ident)*) => { $(
            pub struct $name<T>(PhantomData<T>);
            impl<T> $name<T> {
                pub fn new(inner: T) -> Self;
                pub fn get_ref(&self) -> &T;
                pub fn get_mut(&mut self) -> &mut T;
                pub fn into_inner(self) -> T;
            }
            impl<T> AsyncRead for $name<T> {}
            impl<T> AsyncWrite for $name<T> {}
        )* };
    }
    wrappers! { BufReader BufWriter ReadHalf WriteHalf }
    pub struct DuplexStream(());
    impl AsyncRead for DuplexStream {}
    impl AsyncWrite for DuplexStream {}
    pub struct Stdio(());
    impl AsyncRead for Stdio {}
    impl AsyncWrite for Stdio {}
    pub fn split<T>(stream: T) -> (ReadHalf<T>, WriteHalf<T>);
    pub fn duplex(size: usize) -> (DuplexStream, DuplexStream);
    pub fn stdin() -> Stdio;
    pub fn stdout() -> Stdio;
    pub async fn copy<R: ?Sized, W: ?Sized>(reader: &mut R, writer: &mut W) -> Result<u64>;
}
