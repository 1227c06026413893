// ASCII escapes.

#[derive(Clone, Debug)]
pub struct EscapeDefault(u8);
sized_iterators! {
    [] EscapeDefault => u8;
}
impl crate::fmt::Display for EscapeDefault {}
pub fn escape_default(c: u8) -> EscapeDefault;

pub trait AsciiExt {}
