//! Files.

pub use file::File;
pub use open_options::OpenOptions;
use std::io::Result;
use std::path::{Path, PathBuf};

macro_rules! functions {
    ($($name:ident($($arg:ident: $ty:ty),*) -> $ret:ty;)*) => { $(
        pub mod $name {
            use super::*;
            pub async fn $name($($arg: $ty),*) -> Result<$ret>;
        }
        pub use $name::$name;
    )* };
}
functions! {
    canonicalize(path: impl AsRef<Path>) -> PathBuf;
    copy(from: impl AsRef<Path>, to: impl AsRef<Path>) -> u64;
    create_dir(path: impl AsRef<Path>) -> ();
    create_dir_all(path: impl AsRef<Path>) -> ();
    metadata(path: impl AsRef<Path>) -> std::fs::Metadata;
    read(path: impl AsRef<Path>) -> Vec<u8>;
    read_to_string(path: impl AsRef<Path>) -> String;
    remove_dir_all(path: impl AsRef<Path>) -> ();
    remove_file(path: impl AsRef<Path>) -> ();
    rename(from: impl AsRef<Path>, to: impl AsRef<Path>) -> ();
    try_exists(path: impl AsRef<Path>) -> bool;
    write(path: impl AsRef<Path>, contents: impl AsRef<[u8]>) -> ();
}
mod file {
    use std::io::Result;
    use std::path::Path;
    #[derive(Debug)]
    pub struct File(());
    impl File {
        pub async fn open(path: impl AsRef<Path>) -> Result<File>;
        pub async fn create(path: impl AsRef<Path>) -> Result<File>;
        pub fn from_std(std: std::fs::File) -> File;
        pub async fn sync_all(&self) -> Result<()>;
        pub async fn set_len(&self, size: u64) -> Result<()>;
        pub async fn metadata(&self) -> Result<std::fs::Metadata>;
        pub async fn into_std(self) -> std::fs::File;
    }
    impl crate::io::AsyncRead for File {}
    impl crate::io::AsyncWrite for File {}
}
mod open_options {
    pub struct OpenOptions(());
    impl OpenOptions {
        pub fn new() -> OpenOptions;
        pub fn read(&mut self, read: bool) -> &mut OpenOptions;
        pub fn write(&mut self, write: bool) -> &mut OpenOptions;
        pub fn append(&mut self, append: bool) -> &mut OpenOptions;
        pub fn truncate(&mut self, truncate: bool) -> &mut OpenOptions;
        pub fn create(&mut self, create: bool) -> &mut OpenOptions;
        pub async fn open(&self, path: impl AsRef<std::path::Path>) -> std::io::Result<super::File>;
    }
}
