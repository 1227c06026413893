//! `serde_json`.

pub use de::{from_reader, from_slice, from_str};
pub use error::{Error, Result};
pub use map::Map;
pub use number::Number;
pub use ser::{to_string, to_string_pretty, to_vec, to_vec_pretty, to_writer, to_writer_pretty};
pub use value::{Value, from_value, to_value};

pub mod error {
    pub struct Error(());
    pub type Result<T> = std::result::Result<T, Error>;
    impl Error {
        pub fn line(&self) -> usize;
        pub fn column(&self) -> usize;
        pub fn is_io(&self) -> bool;
        pub fn is_syntax(&self) -> bool;
        pub fn is_data(&self) -> bool;
        pub fn is_eof(&self) -> bool;
    }
    impl std::fmt::Debug for Error {}
    impl std::fmt::Display for Error {}
    impl std::error::Error for Error {}
    impl From<Error> for std::io::Error {}
}
pub mod de {
    use crate::Result;
    pub fn from_str<'a, T>(s: &'a str) -> Result<T>;
    pub fn from_slice<'a, T>(v: &'a [u8]) -> Result<T>;
    pub fn from_reader<R: std::io::Read, T>(rdr: R) -> Result<T>;
}
pub mod ser {
    use crate::Result;
    pub fn to_string<T: ?Sized>(value: &T) -> Result<String>;
    pub fn to_string_pretty<T: ?Sized>(value: &T) -> Result<String>;
    pub fn to_vec<T: ?Sized>(value: &T) -> Result<Vec<u8>>;
    pub fn to_vec_pretty<T: ?Sized>(value: &T) -> Result<Vec<u8>>;
    pub fn to_writer<W: std::io::Write, T: ?Sized>(writer: W, value: &T) -> Result<()>;
    pub fn to_writer_pretty<W: std::io::Write, T: ?Sized>(writer: W, value: &T) -> Result<()>;
}
pub mod number {
    #[derive(Debug, Clone, PartialEq, Eq, Hash)]
    pub struct Number(());
    impl Number {
        pub fn is_i64(&self) -> bool;
        pub fn is_u64(&self) -> bool;
        pub fn is_f64(&self) -> bool;
        pub fn as_i64(&self) -> Option<i64>;
        pub fn as_u64(&self) -> Option<u64>;
        pub fn as_f64(&self) -> Option<f64>;
        pub fn from_f64(f: f64) -> Option<Number>;
    }
    impl std::fmt::Display for Number {}
    impl From<i64> for Number {}
    impl From<u64> for Number {}
    impl From<i32> for Number {}
    impl From<u32> for Number {}
}
pub mod map {
    use crate::Value;
    use std::marker::PhantomData;
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    pub struct Map<K, V>(PhantomData<(K, V)>);
    impl Map<String, Value> {
        pub fn new() -> Self;
        pub fn with_capacity(capacity: usize) -> Self;
        pub fn clear(&mut self);
        pub fn get<Q: ?Sized>(&self, key: &Q) -> Option<&Value>;
        pub fn contains_key<Q: ?Sized>(&self, key: &Q) -> bool;
        pub fn get_mut<Q: ?Sized>(&mut self, key: &Q) -> Option<&mut Value>;
        pub fn insert(&mut self, k: String, v: Value) -> Option<Value>;
        pub fn remove<Q: ?Sized>(&mut self, key: &Q) -> Option<Value>;
        pub fn len(&self) -> usize;
        pub fn is_empty(&self) -> bool;
        pub fn iter(&self) -> Entries<(&String, &Value)>;
        pub fn iter_mut(&mut self) -> Entries<(&String, &mut Value)>;
        pub fn keys(&self) -> Entries<&String>;
        pub fn values(&self) -> Entries<&Value>;
        pub fn values_mut(&mut self) -> Entries<&mut Value>;
    }
    pub struct Entries<T>(PhantomData<T>);
    impl<T> Iterator for Entries<T> {
        type Item = T;
    }
    impl IntoIterator for Map<String, Value> {
        type Item = (String, Value);
        type IntoIter = Entries<(String, Value)>;
    }
    impl<'a> IntoIterator for &'a Map<String, Value> {
        type Item = (&'a String, &'a Value);
        type IntoIter = Entries<(&'a String, &'a Value)>;
    }
    impl FromIterator<(String, Value)> for Map<String, Value> {}
    impl<'a, Q: ?Sized> std::ops::Index<&'a Q> for Map<String, Value> {
        type Output = Value;
    }
}
pub mod value {
    use crate::{Map, Number, Result};
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    pub enum Value {
        #[default]
        Null,
        Bool(bool),
        Number(Number),
        String(String),
        Array(Vec<Value>),
        Object(Map<String, Value>),
    }
    impl Value {
        pub fn get<I>(&self, index: I) -> Option<&Value>;
        pub fn get_mut<I>(&mut self, index: I) -> Option<&mut Value>;
        pub fn is_object(&self) -> bool;
        pub fn is_array(&self) -> bool;
        pub fn is_string(&self) -> bool;
        pub fn is_number(&self) -> bool;
        pub fn is_boolean(&self) -> bool;
        pub fn is_null(&self) -> bool;
        pub fn as_object(&self) -> Option<&Map<String, Value>>;
        pub fn as_object_mut(&mut self) -> Option<&mut Map<String, Value>>;
        pub fn as_array(&self) -> Option<&Vec<Value>>;
        pub fn as_array_mut(&mut self) -> Option<&mut Vec<Value>>;
        pub fn as_str(&self) -> Option<&str>;
        pub fn as_i64(&self) -> Option<i64>;
        pub fn as_u64(&self) -> Option<u64>;
        pub fn as_f64(&self) -> Option<f64>;
        pub fn as_bool(&self) -> Option<bool>;
        pub fn as_null(&self) -> Option<()>;
        pub fn pointer(&self, pointer: &str) -> Option<&Value>;
        pub fn take(&mut self) -> Value;
    }
    impl<I> std::ops::Index<I> for Value {
        type Output = Value;
    }
    impl<I> std::ops::IndexMut<I> for Value {}
    impl std::fmt::Display for Value {}
    impl std::str::FromStr for Value {
        type Err = crate::Error;
    }
    macro_rules! values {
        ($($ty:ty)*) => { $(impl From<$ty> for Value {})* };
    }
    values! { bool i8 i16 i32 i64 u8 u16 u32 u64 usize isize f32 f64 String Number Map<String, Value> () }
    impl<'a> From<&'a str> for Value {}
    impl<T: Into<Value>> From<Vec<T>> for Value {}
    pub fn to_value<T>(value: T) -> Result<Value>;
    pub fn from_value<T>(value: Value) -> Result<T>;
    pub fn of<T>(parts: T) -> Value;
}

/// The values in the text are not evaluated here.
#[macro_export]
macro_rules! json {
    ($($json:tt)*) => {
        $crate::value::of(())
    };
}
