// The environment of the process.

use crate::ffi::{OsStr, OsString};
use crate::io;
use crate::path::{Path, PathBuf};

pub fn current_dir() -> io::Result<PathBuf>;
pub fn set_current_dir<P: AsRef<Path>>(path: P) -> io::Result<()>;
pub fn vars() -> Vars;
pub fn vars_os() -> VarsOs;
pub fn var<K: AsRef<OsStr>>(key: K) -> Result<String, VarError>;
pub fn var_os<K: AsRef<OsStr>>(key: K) -> Option<OsString>;
pub unsafe fn set_var<K: AsRef<OsStr>, V: AsRef<OsStr>>(key: K, value: V);
pub unsafe fn remove_var<K: AsRef<OsStr>>(key: K);
pub fn split_paths<T: AsRef<OsStr> + ?Sized>(unparsed: &T) -> SplitPaths<'_>;
pub fn join_paths<I: IntoIterator<Item = T>, T: AsRef<OsStr>>(paths: I) -> Result<OsString, JoinPathsError>;
pub fn home_dir() -> Option<PathBuf>;
pub fn temp_dir() -> PathBuf;
pub fn current_exe() -> io::Result<PathBuf>;
pub fn args() -> Args;
pub fn args_os() -> ArgsOs;

#[derive(Debug, PartialEq, Eq, Clone)]
pub enum VarError {
    NotPresent,
    NotUnicode(OsString),
}
#[derive(Debug)]
pub struct JoinPathsError(());
mark!(crate::fmt::Display: VarError, JoinPathsError);
mark!(crate::error::Error: VarError, JoinPathsError);

pub struct Vars(());
pub struct VarsOs(());
pub struct Args(());
pub struct ArgsOs(());
pub struct SplitPaths<'a>(&'a OsStr);
forward_iterators! {
    [] Vars => (String, String);
    [] VarsOs => (OsString, OsString);
    ['a] SplitPaths<'a> => PathBuf;
}
sized_iterators! {
    [] Args => String;
    [] ArgsOs => OsString;
}

pub mod consts {
    pub const ARCH: &str = "";
    pub const FAMILY: &str = "";
    pub const OS: &str = "";
    pub const DLL_PREFIX: &str = "";
    pub const DLL_SUFFIX: &str = "";
    pub const DLL_EXTENSION: &str = "";
    pub const EXE_SUFFIX: &str = "";
    pub const EXE_EXTENSION: &str = "";
}
