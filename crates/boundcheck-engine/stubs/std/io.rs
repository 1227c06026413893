// Input and output: the traits and errors. The types that read and write follow in `io/types.rs`, in the same module.

use crate::fmt::Arguments;

pub type Result<T> = crate::result::Result<T, Error>;
pub type RawOsError = i32;

pub struct Error {
    custom: Option<Box<dyn crate::error::Error + Send + Sync>>,
}
impl Error {
    pub fn new<E>(kind: ErrorKind, error: E) -> Error
    where
        E: Into<Box<dyn crate::error::Error + Send + Sync>>;
    pub fn other<E>(error: E) -> Error
    where
        E: Into<Box<dyn crate::error::Error + Send + Sync>>;
    pub fn last_os_error() -> Error;
    pub fn from_raw_os_error(code: RawOsError) -> Error;
    pub fn raw_os_error(&self) -> Option<RawOsError>;
    pub fn get_ref(&self) -> Option<&(dyn crate::error::Error + Send + Sync + 'static)>;
    pub fn get_mut(&mut self) -> Option<&mut (dyn crate::error::Error + Send + Sync + 'static)>;
    pub fn into_inner(self) -> Option<Box<dyn crate::error::Error + Send + Sync>>;
    pub fn downcast<E>(self) -> crate::result::Result<E, Self>
    where
        E: crate::error::Error + Send + Sync + 'static;
    pub fn kind(&self) -> ErrorKind;
}
mark!(crate::fmt::Debug: Error);
mark!(crate::fmt::Display: Error, ErrorKind);
mark!(crate::error::Error: Error);
mark!(From<ErrorKind>: Error);
mark!(From<crate::ffi::NulError>: Error);
mark!(From<crate::alloc::AllocError>: Error);
impl<W> From<IntoInnerError<W>> for Error {}

#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum ErrorKind {
    NotFound,
    PermissionDenied,
    ConnectionRefused,
    ConnectionReset,
    HostUnreachable,
    NetworkUnreachable,
    ConnectionAborted,
    NotConnected,
    AddrInUse,
    AddrNotAvailable,
    NetworkDown,
    BrokenPipe,
    AlreadyExists,
    WouldBlock,
    NotADirectory,
    IsADirectory,
    DirectoryNotEmpty,
    ReadOnlyFilesystem,
    StaleNetworkFileHandle,
    InvalidInput,
    InvalidData,
    TimedOut,
    WriteZero,
    StorageFull,
    NotSeekable,
    QuotaExceeded,
    FileTooLarge,
    ResourceBusy,
    ExecutableFileBusy,
    Deadlock,
    CrossesDevices,
    TooManyLinks,
    InvalidFilename,
    ArgumentListTooLong,
    Interrupted,
    Unsupported,
    UnexpectedEof,
    OutOfMemory,
    Other,
}

#[doc(notable_trait)]
pub trait Read {
    fn read(&mut self, buf: &mut [u8]) -> Result<usize>;
    fn read_vectored(&mut self, bufs: &mut [IoSliceMut<'_>]) -> Result<usize>;
    fn read_to_end(&mut self, buf: &mut Vec<u8>) -> Result<usize>;
    fn read_to_string(&mut self, buf: &mut String) -> Result<usize>;
    fn read_exact(&mut self, buf: &mut [u8]) -> Result<()>;
    fn by_ref(&mut self) -> &mut Self
    where
        Self: Sized;
    fn bytes(self) -> Bytes<Self>
    where
        Self: Sized;
    fn chain<R: Read>(self, next: R) -> Chain<Self, R>
    where
        Self: Sized;
    fn take(self, limit: u64) -> Take<Self>
    where
        Self: Sized;
}
pub trait Write {
    fn write(&mut self, buf: &[u8]) -> Result<usize>;
    fn write_vectored(&mut self, bufs: &[IoSlice<'_>]) -> Result<usize>;
    fn flush(&mut self) -> Result<()>;
    fn write_all(&mut self, buf: &[u8]) -> Result<()>;
    fn write_fmt(&mut self, args: Arguments<'_>) -> Result<()>;
    fn by_ref(&mut self) -> &mut Self
    where
        Self: Sized;
}
pub trait Seek {
    fn seek(&mut self, pos: SeekFrom) -> Result<u64>;
    fn rewind(&mut self) -> Result<()>;
    fn stream_position(&mut self) -> Result<u64>;
    fn seek_relative(&mut self, offset: i64) -> Result<()>;
}
#[derive(Copy, PartialEq, Eq, Clone, Debug)]
pub enum SeekFrom {
    Start(u64),
    End(i64),
    Current(i64),
}
pub trait BufRead: Read {
    fn fill_buf(&mut self) -> Result<&[u8]>;
    fn consume(&mut self, amount: usize);
    fn read_until(&mut self, byte: u8, buf: &mut Vec<u8>) -> Result<usize>;
    fn skip_until(&mut self, byte: u8) -> Result<usize>;
    fn read_line(&mut self, buf: &mut String) -> Result<usize>;
    fn split(self, byte: u8) -> Split<Self>
    where
        Self: Sized;
    fn lines(self) -> Lines<Self>
    where
        Self: Sized;
}
pub trait IsTerminal {
    fn is_terminal(&self) -> bool;
}

impl<R: Read + ?Sized> Read for &mut R {}
impl<R: Read + ?Sized> Read for Box<R> {}
impl<W: Write + ?Sized> Write for &mut W {}
impl<W: Write + ?Sized> Write for Box<W> {}
impl<S: Seek + ?Sized> Seek for &mut S {}
impl<S: Seek + ?Sized> Seek for Box<S> {}
impl<B: BufRead + ?Sized> BufRead for &mut B {}
impl<B: BufRead + ?Sized> BufRead for Box<B> {}
impl Read for &[u8] {}
impl BufRead for &[u8] {}
impl Write for &mut [u8] {}
impl Write for Vec<u8> {}
impl Read for crate::collections::VecDeque<u8> {}
impl Write for crate::collections::VecDeque<u8> {}

pub mod prelude {
    pub use super::{BufRead, Read, Seek, Write};
}

pub fn copy<R: ?Sized + Read, W: ?Sized + Write>(reader: &mut R, writer: &mut W) -> Result<u64>;
pub fn read_to_string<R: Read>(reader: R) -> Result<String>;
pub fn _print(args: Arguments<'_>);
pub fn _eprint(args: Arguments<'_>);
pub const fn empty() -> Empty;
pub const fn repeat(byte: u8) -> Repeat;
pub const fn sink() -> Sink;
pub fn stdin() -> Stdin;
pub fn stdout() -> Stdout;
pub fn stderr() -> Stderr;
pub fn pipe() -> Result<(PipeReader, PipeWriter)>;
