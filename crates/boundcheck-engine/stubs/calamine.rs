//! `calamine`: reading of spreadsheets.

use std::io::{Read, Seek};
use std::path::Path;

#[derive(Debug)]
pub struct Error(());
pub type XlsxError = Error;
impl std::fmt::Display for Error {}
impl std::error::Error for Error {}
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Data {
    Int(i64),
    Float(f64),
    String(String),
    Bool(bool),
    DateTimeIso(String),
    DurationIso(String),
    #[default]
    Empty,
}
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetVisible {
    Visible,
    Hidden,
    VeryHidden,
}
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    pub name: String,
    pub visible: SheetVisible,
}
#[derive(Debug, Clone, Default)]
pub struct Range<T>(Vec<T>);
impl<T> Range<T> {
    pub fn start(&self) -> Option<(u32, u32)>;
    pub fn end(&self) -> Option<(u32, u32)>;
    pub fn width(&self) -> usize;
    pub fn height(&self) -> usize;
    pub fn get_size(&self) -> (usize, usize);
    pub fn is_empty(&self) -> bool;
    pub fn get(&self, relative_position: (usize, usize)) -> Option<&T>;
    pub fn rows(&self) -> std::vec::IntoIter<&[T]>;
    pub fn cells(&self) -> std::vec::IntoIter<(usize, usize, &T)>;
    pub fn headers(&self) -> Option<Vec<String>>;
}
pub trait Reader<RS>: Sized {
    type Error;
    fn new(reader: RS) -> Result<Self, Self::Error>;
    fn worksheet_range(&mut self, name: &str) -> Result<Range<Data>, Self::Error>;
    fn worksheet_range_at(&mut self, n: usize) -> Option<Result<Range<Data>, Self::Error>>;
    fn worksheet_formula(&mut self, name: &str) -> Result<Range<String>, Self::Error>;
    fn worksheets(&mut self) -> Vec<(String, Range<Data>)>;
    fn sheet_names(&self) -> Vec<String>;
    fn sheets_metadata(&self) -> &[Sheet];
}
macro_rules! workbooks {
    ($($name:ident)*) => { $(
        pub struct $name<RS>(RS);
        impl<RS> Reader<RS> for $name<RS> {
            type Error = Error;
        }
    )* };
}
workbooks! { Ods Sheets Xls Xlsb Xlsx }
pub fn open_workbook<R, P: AsRef<Path>>(path: P) -> Result<R, Error>;
pub fn open_workbook_auto<P: AsRef<Path>>(path: P) -> Result<Sheets<std::io::BufReader<std::fs::File>>, Error>;
pub fn open_workbook_from_rs<R, RS: Read + Seek>(rs: RS) -> Result<R, Error>;
pub fn open_workbook_auto_from_rs<RS: Read + Seek + Clone>(data: RS) -> Result<Sheets<RS>, Error>;
