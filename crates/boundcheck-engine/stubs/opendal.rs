//! `opendal`: the operators, asynchronous and blocking.

pub type Result<T> = std::result::Result<T, Error>;
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    Unexpected,
    Unsupported,
    ConfigInvalid,
    NotFound,
    PermissionDenied,
    IsADirectory,
    NotADirectory,
    AlreadyExists,
    RateLimited,
    IsSameFile,
    ConditionNotMatch,
    RangeNotSatisfied,
}
#[derive(Debug)]
pub struct Error(());
impl Error {
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self;
    pub fn kind(&self) -> ErrorKind;
    pub fn is_temporary(&self) -> bool;
}
impl std::fmt::Display for Error {}
impl std::error::Error for Error {}
#[derive(Debug, Clone)]
pub struct Metadata(());
impl Metadata {
    pub fn mode(&self) -> EntryMode;
    pub fn is_file(&self) -> bool;
    pub fn is_dir(&self) -> bool;
    pub fn content_length(&self) -> u64;
    pub fn content_type(&self) -> Option<&str>;
    pub fn content_md5(&self) -> Option<&str>;
    pub fn etag(&self) -> Option<&str>;
    pub fn version(&self) -> Option<&str>;
}
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryMode {
    FILE,
    DIR,
    Unknown,
}
#[derive(Debug, Clone)]
pub struct Entry(());
impl Entry {
    pub fn path(&self) -> &str;
    pub fn name(&self) -> &str;
    pub fn metadata(&self) -> &Metadata;
}
#[derive(Debug, Clone)]
pub struct Buffer(());
impl Buffer {
    pub fn to_vec(&self) -> Vec<u8>;
    pub fn len(&self) -> usize;
    pub fn is_empty(&self) -> bool;
}
#[derive(Debug, Clone)]
pub struct OperatorInfo(());
impl OperatorInfo {
    pub fn scheme(&self) -> &'static str;
    pub fn root(&self) -> String;
    pub fn name(&self) -> String;
}

#[derive(Debug, Clone)]
pub struct Operator(());
impl Operator {
    pub fn via_iter<S, I>(scheme: S, iter: I) -> Result<Operator>;
    pub fn from_uri<U>(uri: U) -> Result<Operator>;
    pub fn layer<L>(self, layer: L) -> Self;
    pub fn info(&self) -> OperatorInfo;
    pub fn blocking(&self) -> blocking::Operator;
}
macro_rules! operations {
    ($($mode:tt)*) => {
        $($mode)* fn check(&self) -> Result<()>;
        $($mode)* fn stat(&self, path: &str) -> Result<Metadata>;
        $($mode)* fn stat_options<O>(&self, path: &str, options: O) -> Result<Metadata>;
        $($mode)* fn exists(&self, path: &str) -> Result<bool>;
        $($mode)* fn create_dir(&self, path: &str) -> Result<()>;
        $($mode)* fn read(&self, path: &str) -> Result<Buffer>;
        $($mode)* fn read_options<O>(&self, path: &str, options: O) -> Result<Buffer>;
        $($mode)* fn write<B>(&self, path: &str, bs: B) -> Result<Metadata>;
        $($mode)* fn write_options<B, O>(&self, path: &str, bs: B, options: O) -> Result<Metadata>;
        $($mode)* fn copy(&self, from: &str, to: &str) -> Result<()>;
        $($mode)* fn rename(&self, from: &str, to: &str) -> Result<()>;
        $($mode)* fn delete(&self, path: &str) -> Result<()>;
        $($mode)* fn delete_options<O>(&self, path: &str, options: O) -> Result<()>;
        $($mode)* fn remove_all(&self, path: &str) -> Result<()>;
        $($mode)* fn list(&self, path: &str) -> Result<Vec<Entry>>;
        $($mode)* fn list_options<O>(&self, path: &str, options: O) -> Result<Vec<Entry>>;
        $($mode)* fn lister(&self, path: &str) -> Result<Lister>;
        $($mode)* fn lister_options<O>(&self, path: &str, options: O) -> Result<Lister>;
        $($mode)* fn reader(&self, path: &str) -> Result<Reader>;
        $($mode)* fn reader_options<O>(&self, path: &str, options: O) -> Result<Reader>;
        $($mode)* fn writer(&self, path: &str) -> Result<Writer>;
        $($mode)* fn writer_options<O>(&self, path: &str, options: O) -> Result<Writer>;
    };
}
impl Operator {
    operations! { pub async }
}
pub struct Lister(());
pub struct Reader(());
impl Reader {
    pub async fn read<R>(&self, range: R) -> Result<Buffer>;
}
pub struct Writer(());
impl Writer {
    pub async fn write<B>(&mut self, bs: B) -> Result<()>;
    pub async fn close(&mut self) -> Result<Metadata>;
}

pub mod blocking {
    use super::{Buffer, Entry, Metadata, OperatorInfo, Result};

    #[derive(Debug, Clone)]
    pub struct Operator(());
    impl Operator {
        pub fn new(op: super::Operator) -> Result<Self>;
        pub fn info(&self) -> OperatorInfo;
    }
    impl Operator {
        operations! { pub }
    }
    pub struct Lister(());
    impl Iterator for Lister {
        type Item = Result<Entry>;
    }
    pub struct Reader(());
    impl Reader {
        pub fn read<R>(&self, range: R) -> Result<Buffer>;
        pub fn read_into<B, R>(&self, buf: &mut B, range: R) -> Result<usize>;
        pub fn into_std_read<R>(self, range: R) -> Result<StdReader>;
    }
    pub struct Writer(());
    impl Writer {
        pub fn write<B>(&mut self, bs: B) -> Result<()>;
        pub fn close(&mut self) -> Result<Metadata>;
        pub fn into_std_write(self) -> StdWriter;
    }
    pub struct StdReader(());
    impl std::io::Read for StdReader {}
    impl std::io::Seek for StdReader {}
    impl std::io::BufRead for StdReader {}
    pub struct StdWriter(());
    impl StdWriter {
        pub fn close(&mut self) -> std::io::Result<()>;
    }
    impl std::io::Write for StdWriter {}
}
