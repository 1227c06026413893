//! `uuid`.

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error(());
impl std::fmt::Display for Error {}
impl std::error::Error for Error {}
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Uuid([u8; 16]);
impl Uuid {
    pub const fn nil() -> Self;
    pub fn new_v4() -> Self;
    pub fn now_v7() -> Self;
    pub fn parse_str(input: &str) -> Result<Uuid, Error>;
    pub const fn from_bytes(bytes: [u8; 16]) -> Uuid;
    pub fn from_slice(b: &[u8]) -> Result<Uuid, Error>;
    pub const fn from_u128(v: u128) -> Self;
    pub const fn as_u128(&self) -> u128;
    pub const fn as_bytes(&self) -> &[u8; 16];
    pub const fn into_bytes(self) -> [u8; 16];
    pub const fn get_version_num(&self) -> usize;
    pub fn is_nil(&self) -> bool;
    pub fn simple(self) -> String;
    pub fn hyphenated(self) -> String;
}
impl std::fmt::Display for Uuid {}
impl std::str::FromStr for Uuid {
    type Err = Error;
}
