// Paths.

use crate::borrow::{Borrow, Cow};
use crate::ffi::{OsStr, OsString};
use crate::{fs, io};

pub const MAIN_SEPARATOR: char = '/';
pub const MAIN_SEPARATOR_STR: &str = "/";
pub fn is_separator(c: char) -> bool;
pub fn absolute<P: AsRef<Path>>(path: P) -> io::Result<PathBuf>;

#[derive(PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path {
    inner: OsStr,
}
impl Path {
    pub fn new<S: AsRef<OsStr> + ?Sized>(s: &S) -> &Path;
    pub fn as_os_str(&self) -> &OsStr;
    pub fn to_str(&self) -> Option<&str>;
    pub fn to_string_lossy(&self) -> Cow<'_, str>;
    pub fn to_path_buf(&self) -> PathBuf;
    pub fn is_absolute(&self) -> bool;
    pub fn is_relative(&self) -> bool;
    pub fn has_root(&self) -> bool;
    pub fn parent(&self) -> Option<&Path>;
    pub fn ancestors(&self) -> Ancestors<'_>;
    pub fn file_name(&self) -> Option<&OsStr>;
    pub fn strip_prefix<P: AsRef<Path>>(&self, base: P) -> Result<&Path, StripPrefixError>;
    pub fn starts_with<P: AsRef<Path>>(&self, base: P) -> bool;
    pub fn ends_with<P: AsRef<Path>>(&self, child: P) -> bool;
    pub fn file_stem(&self) -> Option<&OsStr>;
    pub fn file_prefix(&self) -> Option<&OsStr>;
    pub fn extension(&self) -> Option<&OsStr>;
    pub fn join<P: AsRef<Path>>(&self, path: P) -> PathBuf;
    pub fn with_file_name<S: AsRef<OsStr>>(&self, file_name: S) -> PathBuf;
    pub fn with_extension<S: AsRef<OsStr>>(&self, extension: S) -> PathBuf;
    pub fn with_added_extension<S: AsRef<OsStr>>(&self, extension: S) -> PathBuf;
    pub fn components(&self) -> Components<'_>;
    pub fn iter(&self) -> Iter<'_>;
    pub fn display(&self) -> Display<'_>;
    pub fn metadata(&self) -> io::Result<fs::Metadata>;
    pub fn symlink_metadata(&self) -> io::Result<fs::Metadata>;
    pub fn canonicalize(&self) -> io::Result<PathBuf>;
    pub fn read_link(&self) -> io::Result<PathBuf>;
    pub fn read_dir(&self) -> io::Result<fs::ReadDir>;
    pub fn exists(&self) -> bool;
    pub fn try_exists(&self) -> io::Result<bool>;
    pub fn is_file(&self) -> bool;
    pub fn is_dir(&self) -> bool;
    pub fn is_symlink(&self) -> bool;
    pub fn into_path_buf(self: Box<Path>) -> PathBuf;
}

#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PathBuf {
    inner: OsString,
}
impl PathBuf {
    pub const fn new() -> PathBuf;
    pub fn with_capacity(capacity: usize) -> PathBuf;
    pub fn as_path(&self) -> &Path;
    pub fn push<P: AsRef<Path>>(&mut self, path: P);
    pub fn pop(&mut self) -> bool;
    pub fn set_file_name<S: AsRef<OsStr>>(&mut self, file_name: S);
    pub fn set_extension<S: AsRef<OsStr>>(&mut self, extension: S) -> bool;
    pub fn as_mut_os_string(&mut self) -> &mut OsString;
    pub fn into_os_string(self) -> OsString;
    pub fn into_boxed_path(self) -> Box<Path>;
    pub fn clear(&mut self);
}
impl crate::ops::Deref for PathBuf {
    type Target = Path;
}
impl crate::ops::DerefMut for PathBuf {}
impl ToOwned for Path {
    type Owned = PathBuf;
}
mark!(Borrow<Path>: PathBuf);
mark!(crate::fmt::Debug: Path);
impl crate::str::FromStr for PathBuf {
    type Err = crate::convert::Infallible;
}
impl<P: AsRef<Path>> FromIterator<P> for PathBuf {}
impl<P: AsRef<Path>> Extend<P> for PathBuf {}
impl<'a> IntoIterator for &'a Path {
    type Item = &'a OsStr;
    type IntoIter = Iter<'a>;
}
impl<'a> IntoIterator for &'a PathBuf {
    type Item = &'a OsStr;
    type IntoIter = Iter<'a>;
}

mark!(AsRef<Path>: Path, PathBuf, OsStr, OsString, str, String, Cow<'_, OsStr>, Component<'_>, Components<'_>, Iter<'_>);
mark!(AsRef<OsStr>: Path, PathBuf, Component<'_>, Components<'_>);
impl<T: ?Sized + AsRef<OsStr>> From<&T> for PathBuf {}
mark!(From<OsString>: PathBuf);
mark!(From<String>: PathBuf);
mark!(From<Box<Path>>: PathBuf);
mark!(From<Cow<'_, Path>>: PathBuf);
mark!(From<PathBuf>: OsString, Box<Path>, crate::sync::Arc<Path>, crate::rc::Rc<Path>);
mark!(From<&Path>: Box<Path>, crate::sync::Arc<Path>, crate::rc::Rc<Path>);
impl<'a> From<&'a Path> for Cow<'a, Path> {}
impl<'a> From<PathBuf> for Cow<'a, Path> {}
impl<'a> From<&'a PathBuf> for Cow<'a, Path> {}
impl Clone for Box<Path> {}

macro_rules! compare {
    ($($left:ty, $right:ty;)+) => {
        $(impl<'a, 'b> PartialEq<$right> for $left {}
        impl<'a, 'b> PartialEq<$left> for $right {})+
    };
}
compare! {
    PathBuf, Path;
    PathBuf, &'a Path;
    Cow<'a, Path>, Path;
    Cow<'a, Path>, &'b Path;
    Cow<'a, Path>, PathBuf;
    PathBuf, OsStr;
    PathBuf, OsString;
    Path, OsStr;
    Path, OsString;
}

#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Component<'a> {
    Prefix(PrefixComponent<'a>),
    RootDir,
    CurDir,
    ParentDir,
    Normal(&'a OsStr),
}
impl<'a> Component<'a> {
    pub fn as_os_str(self) -> &'a OsStr;
}
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct PrefixComponent<'a> {
    raw: &'a OsStr,
}
impl<'a> PrefixComponent<'a> {
    pub fn kind(&self) -> Prefix<'a>;
    pub fn as_os_str(&self) -> &'a OsStr;
}
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Prefix<'a> {
    Verbatim(&'a OsStr),
    VerbatimUNC(&'a OsStr, &'a OsStr),
    VerbatimDisk(u8),
    DeviceNS(&'a OsStr),
    UNC(&'a OsStr, &'a OsStr),
    Disk(u8),
}
impl Prefix<'_> {
    pub fn is_verbatim(&self) -> bool;
}
#[derive(Clone, Debug)]
pub struct Components<'a> {
    path: &'a [u8],
}
impl<'a> Components<'a> {
    pub fn as_path(&self) -> &'a Path;
}
#[derive(Clone, Debug)]
pub struct Iter<'a> {
    inner: Components<'a>,
}
#[derive(Copy, Clone, Debug)]
pub struct Ancestors<'a> {
    next: Option<&'a Path>,
}
sized_iterators! {
    ['a] Components<'a> => Component<'a>;
    ['a] Iter<'a> => &'a OsStr;
}
forward_iterators! {
    ['a] Ancestors<'a> => &'a Path;
}
pub struct Display<'a> {
    path: &'a Path,
}
mark!(crate::fmt::Debug: Display<'_>);
mark!(crate::fmt::Display: Display<'_>);

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StripPrefixError(());
mark!(crate::fmt::Display: StripPrefixError);
mark!(crate::error::Error: StripPrefixError);
