// Input and output: what reads and writes.

pub struct BufReader<R: ?Sized> {
    inner: R,
}
impl<R: Read> BufReader<R> {
    pub fn new(inner: R) -> BufReader<R>;
    pub fn with_capacity(capacity: usize, inner: R) -> BufReader<R>;
    pub fn into_inner(self) -> R
    where
        R: Sized;
}
impl<R: ?Sized> BufReader<R> {
    pub fn get_ref(&self) -> &R;
    pub fn get_mut(&mut self) -> &mut R;
    pub fn buffer(&self) -> &[u8];
    pub fn capacity(&self) -> usize;
}
impl<R: ?Sized + Seek> BufReader<R> {
    pub fn seek_relative(&mut self, offset: i64) -> Result<()>;
}
impl<R: ?Sized + Read> Read for BufReader<R> {}
impl<R: ?Sized + Read> BufRead for BufReader<R> {}
impl<R: ?Sized + Seek> Seek for BufReader<R> {}
impl<R: ?Sized + crate::fmt::Debug> crate::fmt::Debug for BufReader<R> {}

pub struct BufWriter<W: ?Sized + Write> {
    inner: W,
}
impl<W: Write> BufWriter<W> {
    pub fn new(inner: W) -> BufWriter<W>;
    pub fn with_capacity(capacity: usize, inner: W) -> BufWriter<W>;
    pub fn into_inner(self) -> crate::result::Result<W, IntoInnerError<BufWriter<W>>>;
}
impl<W: ?Sized + Write> BufWriter<W> {
    pub fn get_ref(&self) -> &W;
    pub fn get_mut(&mut self) -> &mut W;
    pub fn buffer(&self) -> &[u8];
    pub fn capacity(&self) -> usize;
}
impl<W: ?Sized + Write> Write for BufWriter<W> {}
impl<W: ?Sized + Write + Seek> Seek for BufWriter<W> {}
impl<W: ?Sized + Write + crate::fmt::Debug> crate::fmt::Debug for BufWriter<W> {}

#[derive(Debug)]
pub struct LineWriter<W: Write> {
    inner: W,
}
impl<W: Write> LineWriter<W> {
    pub fn new(inner: W) -> LineWriter<W>;
    pub fn get_ref(&self) -> &W;
}
impl<W: Write> Write for LineWriter<W> {}

#[derive(Debug)]
pub struct IntoInnerError<W>(W, Error);
impl<W> IntoInnerError<W> {
    pub fn error(&self) -> &Error;
    pub fn into_inner(self) -> W;
    pub fn into_error(self) -> Error;
}
impl<W> crate::fmt::Display for IntoInnerError<W> {}
impl<W: Send + crate::fmt::Debug> crate::error::Error for IntoInnerError<W> {}

#[derive(Debug, Default, Eq, PartialEq, Clone)]
pub struct Cursor<T> {
    inner: T,
    pos: u64,
}
impl<T> Cursor<T> {
    pub const fn new(inner: T) -> Cursor<T>;
    pub fn into_inner(self) -> T;
    pub const fn get_ref(&self) -> &T;
    pub const fn get_mut(&mut self) -> &mut T;
    pub const fn position(&self) -> u64;
    pub const fn set_position(&mut self, pos: u64);
}
impl<T: AsRef<[u8]>> Read for Cursor<T> {}
impl<T: AsRef<[u8]>> BufRead for Cursor<T> {}
impl<T: AsRef<[u8]>> Seek for Cursor<T> {}
impl Write for Cursor<&mut [u8]> {}
impl Write for Cursor<&mut Vec<u8>> {}
impl Write for Cursor<Vec<u8>> {}
impl Write for Cursor<Box<[u8]>> {}
impl<const N: usize> Write for Cursor<[u8; N]> {}

#[derive(Debug)]
pub struct Chain<T, U> {
    first: T,
    second: U,
}
impl<T: Read, U: Read> Read for Chain<T, U> {}
impl<T: BufRead, U: BufRead> BufRead for Chain<T, U> {}
impl<T, U> Chain<T, U> {
    pub fn into_inner(self) -> (T, U);
}
#[derive(Debug)]
pub struct Take<T> {
    inner: T,
}
impl<T> Take<T> {
    pub fn limit(&self) -> u64;
    pub fn set_limit(&mut self, limit: u64);
    pub fn into_inner(self) -> T;
    pub fn get_ref(&self) -> &T;
    pub fn get_mut(&mut self) -> &mut T;
}
impl<T: Read> Read for Take<T> {}
impl<T: BufRead> BufRead for Take<T> {}
#[derive(Debug)]
pub struct Bytes<R> {
    inner: R,
}
impl<R: Read> Iterator for Bytes<R> {
    type Item = Result<u8>;
}
#[derive(Debug)]
pub struct Split<B> {
    buf: B,
}
impl<B: BufRead> Iterator for Split<B> {
    type Item = Result<Vec<u8>>;
}
#[derive(Debug)]
pub struct Lines<B> {
    buf: B,
}
impl<B: BufRead> Iterator for Lines<B> {
    type Item = Result<String>;
}

#[derive(Copy, Clone, Debug)]
pub struct IoSlice<'a>(&'a [u8]);
impl<'a> IoSlice<'a> {
    pub fn new(buf: &'a [u8]) -> IoSlice<'a>;
    pub fn advance(&mut self, n: usize);
    pub fn advance_slices(bufs: &mut &mut [IoSlice<'a>], n: usize);
}
impl<'a> crate::ops::Deref for IoSlice<'a> {
    type Target = [u8];
}
#[derive(Debug)]
pub struct IoSliceMut<'a>(&'a mut [u8]);
impl<'a> IoSliceMut<'a> {
    pub fn new(buf: &'a mut [u8]) -> IoSliceMut<'a>;
}
impl<'a> crate::ops::Deref for IoSliceMut<'a> {
    type Target = [u8];
}
impl<'a> crate::ops::DerefMut for IoSliceMut<'a> {}

#[derive(Debug, Copy, Clone, Default)]
pub struct Empty;
#[derive(Debug, Clone)]
pub struct Repeat(u8);
#[derive(Debug, Copy, Clone, Default)]
pub struct Sink;
mark!(Read: Empty, Repeat);
mark!(BufRead: Empty);
mark!(Write: Empty, Sink);

#[derive(Debug)]
pub struct Stdin(());
impl Stdin {
    pub fn lock(&self) -> StdinLock<'static>;
    pub fn read_line(&self, buf: &mut String) -> Result<usize>;
    pub fn lines(self) -> Lines<StdinLock<'static>>;
}
#[derive(Debug)]
pub struct StdinLock<'a>(&'a Stdin);
mark!(Read: Stdin, &Stdin, StdinLock<'_>, PipeReader, &PipeReader);
mark!(BufRead: StdinLock<'_>);

#[derive(Debug)]
pub struct Stdout(());
impl Stdout {
    pub fn lock(&self) -> StdoutLock<'static>;
}
#[derive(Debug)]
pub struct StdoutLock<'a>(&'a Stdout);
#[derive(Debug)]
pub struct Stderr(());
impl Stderr {
    pub fn lock(&self) -> StderrLock<'static>;
}
#[derive(Debug)]
pub struct StderrLock<'a>(&'a Stderr);
mark!(Write: Stdout, &Stdout, StdoutLock<'_>, Stderr, &Stderr, StderrLock<'_>, PipeWriter, &PipeWriter);

#[derive(Debug)]
pub struct PipeReader(());
impl PipeReader {
    pub fn try_clone(&self) -> Result<Self>;
}
#[derive(Debug)]
pub struct PipeWriter(());
impl PipeWriter {
    pub fn try_clone(&self) -> Result<Self>;
}
mark!(IsTerminal: Stdin, StdinLock<'_>, Stdout, StdoutLock<'_>, Stderr, StderrLock<'_>, crate::fs::File);
