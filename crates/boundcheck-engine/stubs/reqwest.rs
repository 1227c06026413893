//! `reqwest`: the asynchronous and the blocking client.

pub use async_impl::{Body, Client, ClientBuilder, Request, RequestBuilder, Response, multipart};
pub use error::{Error, Result};
pub use http::{Method, StatusCode, Url, Version, header};
pub use into_url::IntoUrl;
pub use proxy::Proxy;
pub use tls::{Certificate, Identity};

pub async fn get<T>(url: T) -> Result<Response>;

mod into_url {
    pub trait IntoUrl {}
    impl<T> IntoUrl for T {}
}
mod error {
    pub struct Error(());
    pub type Result<T> = std::result::Result<T, Error>;
    impl Error {
        pub fn url(&self) -> Option<&crate::Url>;
        pub fn is_builder(&self) -> bool;
        pub fn is_redirect(&self) -> bool;
        pub fn is_status(&self) -> bool;
        pub fn is_timeout(&self) -> bool;
        pub fn is_request(&self) -> bool;
        pub fn is_connect(&self) -> bool;
        pub fn is_body(&self) -> bool;
        pub fn is_decode(&self) -> bool;
        pub fn status(&self) -> Option<crate::StatusCode>;
        pub fn without_url(self) -> Self;
    }
    impl std::fmt::Debug for Error {}
    impl std::fmt::Display for Error {}
    impl std::error::Error for Error {}
}
mod http {
    #[derive(Debug, Clone, PartialEq, Eq, Hash)]
    pub struct Method(());
    impl Method {
        pub const GET: Method;
        pub const POST: Method;
        pub const PUT: Method;
        pub const DELETE: Method;
        pub const HEAD: Method;
        pub const PATCH: Method;
        pub const OPTIONS: Method;
        pub fn as_str(&self) -> &str;
        pub fn from_bytes(src: &[u8]) -> Result<Method, ()>;
    }
    impl std::fmt::Display for Method {}
    impl std::str::FromStr for Method {
        type Err = crate::Error;
    }
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub struct StatusCode(u16);
    impl StatusCode {
        pub const OK: StatusCode;
        pub const NOT_FOUND: StatusCode;
        pub const UNAUTHORIZED: StatusCode;
        pub const TOO_MANY_REQUESTS: StatusCode;
        pub fn as_u16(&self) -> u16;
        pub fn as_str(&self) -> &str;
        pub fn canonical_reason(&self) -> Option<&'static str>;
        pub fn is_success(&self) -> bool;
        pub fn is_redirection(&self) -> bool;
        pub fn is_client_error(&self) -> bool;
        pub fn is_server_error(&self) -> bool;
    }
    impl std::fmt::Display for StatusCode {}
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct Version(());
    #[derive(Debug, Clone, PartialEq, Eq, Hash)]
    pub struct Url(String);
    impl Url {
        pub fn parse(input: &str) -> Result<Url, crate::Error>;
        pub fn join(&self, input: &str) -> Result<Url, crate::Error>;
        pub fn as_str(&self) -> &str;
        pub fn host_str(&self) -> Option<&str>;
        pub fn path(&self) -> &str;
        pub fn query(&self) -> Option<&str>;
        pub fn scheme(&self) -> &str;
        pub fn port(&self) -> Option<u16>;
    }
    impl std::fmt::Display for Url {}
    pub mod header {
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        pub struct HeaderName(());
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        pub struct HeaderValue(());
        #[derive(Debug)]
        pub struct InvalidHeader(());
        impl std::fmt::Display for InvalidHeader {}
        impl std::error::Error for InvalidHeader {}
        impl HeaderName {
            pub fn from_bytes(src: &[u8]) -> Result<HeaderName, InvalidHeader>;
            pub fn from_static(src: &'static str) -> HeaderName;
            pub fn as_str(&self) -> &str;
        }
        impl HeaderValue {
            pub fn from_str(src: &str) -> Result<HeaderValue, InvalidHeader>;
            pub fn from_bytes(src: &[u8]) -> Result<HeaderValue, InvalidHeader>;
            pub fn from_static(src: &'static str) -> HeaderValue;
            pub fn to_str(&self) -> Result<&str, InvalidHeader>;
            pub fn as_bytes(&self) -> &[u8];
        }
        #[derive(Debug, Clone, Default)]
        pub struct HeaderMap<T = HeaderValue>(T);
        impl HeaderMap<HeaderValue> {
            pub fn new() -> Self;
            pub fn insert<K>(&mut self, key: K, val: HeaderValue) -> Option<HeaderValue>;
            pub fn get<K>(&self, key: K) -> Option<&HeaderValue>;
            pub fn contains_key<K>(&self, key: K) -> bool;
            pub fn iter(&self) -> std::vec::IntoIter<(&HeaderName, &HeaderValue)>;
            pub fn len(&self) -> usize;
            pub fn is_empty(&self) -> bool;
        }
        pub const ACCEPT: HeaderName;
        pub const AUTHORIZATION: HeaderName;
        pub const CONTENT_LENGTH: HeaderName;
        pub const CONTENT_TYPE: HeaderName;
        pub const RANGE: HeaderName;
        pub const USER_AGENT: HeaderName;
    }
}
mod proxy {
    pub struct Proxy(());
    impl Proxy {
        pub fn all<U>(proxy_scheme: U) -> crate::Result<Proxy>;
        pub fn http<U>(proxy_scheme: U) -> crate::Result<Proxy>;
        pub fn https<U>(proxy_scheme: U) -> crate::Result<Proxy>;
        pub fn basic_auth(self, username: &str, password: &str) -> Proxy;
    }
}
pub mod tls {
    pub struct Certificate(());
    pub struct Identity(());
    impl Certificate {
        pub fn from_pem(pem: &[u8]) -> crate::Result<Certificate>;
        pub fn from_der(der: &[u8]) -> crate::Result<Certificate>;
    }
    impl Identity {
        pub fn from_pem(buf: &[u8]) -> crate::Result<Identity>;
    }
}
pub mod redirect {
    pub struct Policy(());
    impl Policy {
        pub fn limited(max: usize) -> Self;
        pub fn none() -> Self;
    }
}

macro_rules! client {
    () => {
        #[derive(Debug, Clone, Default)]
        pub struct Client(());
        impl Client {
            pub fn new() -> Client;
            pub fn builder() -> ClientBuilder;
            pub fn get<U>(&self, url: U) -> RequestBuilder;
            pub fn post<U>(&self, url: U) -> RequestBuilder;
            pub fn put<U>(&self, url: U) -> RequestBuilder;
            pub fn patch<U>(&self, url: U) -> RequestBuilder;
            pub fn delete<U>(&self, url: U) -> RequestBuilder;
            pub fn head<U>(&self, url: U) -> RequestBuilder;
            pub fn request<U>(&self, method: crate::Method, url: U) -> RequestBuilder;
        }
        #[derive(Debug, Default)]
        pub struct ClientBuilder(());
        impl ClientBuilder {
            pub fn new() -> ClientBuilder;
            pub fn build(self) -> crate::Result<Client>;
            pub fn user_agent<V>(self, value: V) -> ClientBuilder;
            pub fn default_headers(self, headers: crate::header::HeaderMap) -> ClientBuilder;
            pub fn cookie_store(self, enable: bool) -> ClientBuilder;
            pub fn gzip(self, enable: bool) -> ClientBuilder;
            pub fn redirect(self, policy: crate::redirect::Policy) -> ClientBuilder;
            pub fn proxy(self, proxy: crate::Proxy) -> ClientBuilder;
            pub fn no_proxy(self) -> ClientBuilder;
            pub fn timeout<T>(self, timeout: T) -> ClientBuilder;
            pub fn connect_timeout<T>(self, timeout: T) -> ClientBuilder;
            pub fn read_timeout(self, timeout: std::time::Duration) -> ClientBuilder;
            pub fn pool_idle_timeout<D>(self, val: D) -> ClientBuilder;
            pub fn pool_max_idle_per_host(self, max: usize) -> ClientBuilder;
            pub fn add_root_certificate(self, cert: crate::Certificate) -> ClientBuilder;
            pub fn identity(self, identity: crate::Identity) -> ClientBuilder;
            pub fn danger_accept_invalid_certs(self, accept: bool) -> ClientBuilder;
            pub fn use_rustls_tls(self) -> ClientBuilder;
            pub fn http1_only(self) -> ClientBuilder;
            pub fn http2_prior_knowledge(self) -> ClientBuilder;
            pub fn https_only(self, enabled: bool) -> ClientBuilder;
        }
        #[derive(Debug)]
        pub struct Request(());
        impl Request {
            pub fn new(method: crate::Method, url: crate::Url) -> Self;
            pub fn method(&self) -> &crate::Method;
            pub fn url(&self) -> &crate::Url;
            pub fn headers(&self) -> &crate::header::HeaderMap;
            pub fn headers_mut(&mut self) -> &mut crate::header::HeaderMap;
        }
        #[derive(Debug)]
        pub struct RequestBuilder(());
        impl RequestBuilder {
            pub fn header<K, V>(self, key: K, value: V) -> RequestBuilder;
            pub fn headers(self, headers: crate::header::HeaderMap) -> RequestBuilder;
            pub fn basic_auth<U, P>(self, username: U, password: Option<P>) -> RequestBuilder;
            pub fn bearer_auth<T>(self, token: T) -> RequestBuilder;
            pub fn body<T>(self, body: T) -> RequestBuilder;
            pub fn timeout(self, timeout: std::time::Duration) -> RequestBuilder;
            pub fn multipart(self, multipart: multipart::Form) -> RequestBuilder;
            pub fn query<T: ?Sized>(self, query: &T) -> RequestBuilder;
            pub fn form<T: ?Sized>(self, form: &T) -> RequestBuilder;
            pub fn json<T: ?Sized>(self, json: &T) -> RequestBuilder;
            pub fn build(self) -> crate::Result<Request>;
            pub fn try_clone(&self) -> Option<RequestBuilder>;
        }
        #[derive(Debug)]
        pub struct Response(());
        impl Response {
            pub fn status(&self) -> crate::StatusCode;
            pub fn version(&self) -> crate::Version;
            pub fn headers(&self) -> &crate::header::HeaderMap;
            pub fn url(&self) -> &crate::Url;
            pub fn content_length(&self) -> Option<u64>;
            pub fn error_for_status(self) -> crate::Result<Self>;
            pub fn error_for_status_ref(&self) -> crate::Result<&Self>;
        }
        pub struct Body(());
        pub mod multipart {
            pub struct Form(());
            pub struct Part(());
            impl Form {
                pub fn new() -> Form;
                pub fn text<T, U>(self, name: T, value: U) -> Form;
                pub fn part<T>(self, name: T, part: Part) -> Form;
            }
            impl Part {
                pub fn text<T>(value: T) -> Part;
                pub fn bytes<T>(value: T) -> Part;
                pub fn file_name<T>(self, filename: T) -> Part;
                pub fn mime_str(self, mime: &str) -> crate::Result<Part>;
            }
        }
    };
}

pub mod async_impl {
    client! {}
    impl Client {
        pub async fn execute(&self, request: Request) -> crate::Result<Response>;
    }
    impl RequestBuilder {
        pub async fn send(self) -> crate::Result<Response>;
    }
    impl Response {
        pub async fn text(self) -> crate::Result<String>;
        pub async fn json<T>(self) -> crate::Result<T>;
        pub async fn bytes(self) -> crate::Result<Vec<u8>>;
        pub async fn chunk(&mut self) -> crate::Result<Option<Vec<u8>>>;
    }
}
pub mod blocking {
    client! {}
    impl Client {
        pub fn execute(&self, request: Request) -> crate::Result<Response>;
    }
    impl RequestBuilder {
        pub fn send(self) -> crate::Result<Response>;
    }
    impl Response {
        pub fn text(self) -> crate::Result<String>;
        pub fn json<T>(self) -> crate::Result<T>;
        pub fn bytes(self) -> crate::Result<Vec<u8>>;
        pub fn copy_to<W: ?Sized>(&mut self, w: &mut W) -> crate::Result<u64>;
    }
    impl std::io::Read for Response {}
    pub fn get<T>(url: T) -> crate::Result<Response>;
}
