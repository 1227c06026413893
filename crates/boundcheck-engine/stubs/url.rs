//! `url`.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParseError {
    EmptyHost,
    IdnaError,
    InvalidPort,
    RelativeUrlWithoutBase,
}
impl std::fmt::Display for ParseError {}
impl std::error::Error for ParseError {}
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Host<S = String> {
    Domain(S),
    Ipv4(std::net::Ipv4Addr),
    Ipv6(std::net::Ipv6Addr),
}
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Url(String);
impl Url {
    pub fn parse(input: &str) -> Result<Url, ParseError>;
    pub fn join(&self, input: &str) -> Result<Url, ParseError>;
    pub fn as_str(&self) -> &str;
    pub fn scheme(&self) -> &str;
    pub fn username(&self) -> &str;
    pub fn password(&self) -> Option<&str>;
    pub fn has_host(&self) -> bool;
    pub fn host(&self) -> Option<Host<&str>>;
    pub fn host_str(&self) -> Option<&str>;
    pub fn domain(&self) -> Option<&str>;
    pub fn port(&self) -> Option<u16>;
    pub fn port_or_known_default(&self) -> Option<u16>;
    pub fn path(&self) -> &str;
    pub fn path_segments(&self) -> Option<std::vec::IntoIter<&str>>;
    pub fn query(&self) -> Option<&str>;
    pub fn query_pairs(&self) -> std::vec::IntoIter<(std::borrow::Cow<'_, str>, std::borrow::Cow<'_, str>)>;
    pub fn fragment(&self) -> Option<&str>;
    pub fn set_path(&mut self, path: &str);
    pub fn set_query(&mut self, query: Option<&str>);
    pub fn set_fragment(&mut self, fragment: Option<&str>);
    pub fn set_host(&mut self, host: Option<&str>) -> Result<(), ParseError>;
    pub fn set_port(&mut self, port: Option<u16>) -> Result<(), ()>;
    pub fn set_scheme(&mut self, scheme: &str) -> Result<(), ()>;
    pub fn to_file_path(&self) -> Result<std::path::PathBuf, ()>;
    pub fn from_file_path<P>(path: P) -> Result<Url, ()>;
    pub fn from_directory_path<P>(path: P) -> Result<Url, ()>;
}
impl std::fmt::Display for Url {}
impl AsRef<str> for Url {}
impl std::str::FromStr for Url {
    type Err = ParseError;
}
