//! `strum`.

pub use strum_macros::*;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ParseError {
    VariantNotFound,
}
impl std::fmt::Display for ParseError {}
impl std::error::Error for ParseError {}
pub trait IntoEnumIterator: Sized {
    type Iterator: Iterator<Item = Self> + Clone + DoubleEndedIterator + ExactSizeIterator;
    fn iter() -> Self::Iterator;
}
pub trait EnumMessage {
    fn get_message(&self) -> Option<&'static str>;
    fn get_detailed_message(&self) -> Option<&'static str>;
    fn get_documentation(&self) -> Option<&'static str>;
}
pub trait EnumProperty {
    fn get_str(&self, prop: &str) -> Option<&'static str>;
}
pub trait EnumCount {
    const COUNT: usize;
}
pub trait VariantNames {
    const VARIANTS: &'static [&'static str];
}
