//! `serde`: the traits, and the derives that implement them.

pub use de::{Deserialize, Deserializer};
pub use ser::{Serialize, Serializer};
pub use serde_derive::{Deserialize, Serialize};

pub mod ser {
    pub trait Error: Sized + std::error::Error {
        fn custom<T: std::fmt::Display>(msg: T) -> Self;
    }
    pub trait Serialize {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;
    }
    impl<T: ?Sized> Serialize for T {}
    macro_rules! compounds {
        ($($name:ident { $($method:ident($($arg:tt)*);)* })*) => { $(
            pub trait $name {
                type Ok;
                type Error: Error;
                $(fn $method<T: ?Sized>(&mut self, $($arg)*) -> Result<(), Self::Error>;)*
                fn end(self) -> Result<Self::Ok, Self::Error>;
            }
        )* };
    }
    compounds! {
        SerializeSeq { serialize_element(value: &T); }
        SerializeTuple { serialize_element(value: &T); }
        SerializeTupleStruct { serialize_field(value: &T); }
        SerializeTupleVariant { serialize_field(value: &T); }
        SerializeMap { serialize_key(key: &T); serialize_value(value: &T); }
        SerializeStruct { serialize_field(key: &'static str, value: &T); }
        SerializeStructVariant { serialize_field(key: &'static str, value: &T); }
    }
    macro_rules! scalars {
        ($($method:ident $ty:ty;)*) => {
            pub trait Serializer: Sized {
                type Ok;
                type Error: Error;
                type SerializeSeq: SerializeSeq<Ok = Self::Ok, Error = Self::Error>;
                type SerializeTuple: SerializeTuple<Ok = Self::Ok, Error = Self::Error>;
                type SerializeTupleStruct: SerializeTupleStruct<Ok = Self::Ok, Error = Self::Error>;
                type SerializeTupleVariant: SerializeTupleVariant<Ok = Self::Ok, Error = Self::Error>;
                type SerializeMap: SerializeMap<Ok = Self::Ok, Error = Self::Error>;
                type SerializeStruct: SerializeStruct<Ok = Self::Ok, Error = Self::Error>;
                type SerializeStructVariant: SerializeStructVariant<Ok = Self::Ok, Error = Self::Error>;
                $(fn $method(self, v: $ty) -> Result<Self::Ok, Self::Error>;)*
                fn serialize_none(self) -> Result<Self::Ok, Self::Error>;
                fn serialize_unit(self) -> Result<Self::Ok, Self::Error>;
                fn serialize_some<T: ?Sized>(self, value: &T) -> Result<Self::Ok, Self::Error>;
                fn serialize_seq(self, len: Option<usize>) -> Result<Self::SerializeSeq, Self::Error>;
                fn serialize_tuple(self, len: usize) -> Result<Self::SerializeTuple, Self::Error>;
                fn serialize_map(self, len: Option<usize>) -> Result<Self::SerializeMap, Self::Error>;
                fn serialize_struct(self, n: &'static str, l: usize) -> Result<Self::SerializeStruct, Self::Error>;
                fn collect_seq<I: IntoIterator>(self, iter: I) -> Result<Self::Ok, Self::Error>;
                fn collect_map<I: IntoIterator>(self, iter: I) -> Result<Self::Ok, Self::Error>;
                fn collect_str<T: ?Sized>(self, value: &T) -> Result<Self::Ok, Self::Error>;
                fn is_human_readable(&self) -> bool;
            }
        };
    }
    scalars! {
        serialize_bool bool; serialize_i8 i8; serialize_i16 i16; serialize_i32 i32; serialize_i64 i64;
        serialize_i128 i128; serialize_u8 u8; serialize_u16 u16; serialize_u32 u32; serialize_u64 u64;
        serialize_u128 u128; serialize_f32 f32; serialize_f64 f64; serialize_char char; serialize_str &str;
        serialize_bytes &[u8];
    }
}

pub mod de {
    use std::fmt;

    pub trait Error: Sized + std::error::Error {
        fn custom<T: fmt::Display>(msg: T) -> Self;
        fn invalid_type(unexp: Unexpected<'_>, exp: &dyn Expected) -> Self;
        fn invalid_value(unexp: Unexpected<'_>, exp: &dyn Expected) -> Self;
        fn invalid_length(len: usize, exp: &dyn Expected) -> Self;
        fn unknown_field(field: &str, expected: &'static [&'static str]) -> Self;
        fn missing_field(field: &'static str) -> Self;
        fn duplicate_field(field: &'static str) -> Self;
    }
    pub trait Expected {}
    pub enum Unexpected<'a> {
        Bool(bool),
        Unsigned(u64),
        Signed(i64),
        Float(f64),
        Char(char),
        Str(&'a str),
        Bytes(&'a [u8]),
        Unit,
        Option,
        Seq,
        Map,
        Other(&'a str),
    }
    pub trait Deserialize<'de>: Sized {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
    }
    impl<'de, T> Deserialize<'de> for T {}
    pub trait DeserializeOwned: for<'de> Deserialize<'de> {}
    impl<T: for<'de> Deserialize<'de>> DeserializeOwned for T {}
    pub trait DeserializeSeed<'de>: Sized {
        type Value;
        fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error>;
    }
    macro_rules! deserializer {
        ($($method:ident)*) => {
            pub trait Deserializer<'de>: Sized {
                type Error: Error;
                $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error>;)*
                fn is_human_readable(&self) -> bool;
            }
        };
    }
    deserializer! {
        deserialize_any deserialize_bool deserialize_i64 deserialize_u64 deserialize_f64 deserialize_str
        deserialize_string deserialize_bytes deserialize_byte_buf deserialize_option deserialize_unit
        deserialize_seq deserialize_map deserialize_identifier deserialize_ignored_any
    }
    macro_rules! visitor {
        ($($method:ident $ty:ty;)*) => {
            pub trait Visitor<'de>: Sized {
                type Value;
                fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result;
                $(fn $method<E: Error>(self, v: $ty) -> Result<Self::Value, E>;)*
                fn visit_none<E: Error>(self) -> Result<Self::Value, E>;
                fn visit_unit<E: Error>(self) -> Result<Self::Value, E>;
                fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error>;
                fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Self::Value, A::Error>;
                fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error>;
            }
        };
    }
    visitor! {
        visit_bool bool; visit_i64 i64; visit_u64 u64; visit_f64 f64; visit_str &str; visit_borrowed_str &'de str;
        visit_string String; visit_bytes &[u8]; visit_byte_buf Vec<u8>;
    }
    pub trait SeqAccess<'de> {
        type Error: Error;
        fn next_element<T>(&mut self) -> Result<Option<T>, Self::Error>;
        fn size_hint(&self) -> Option<usize>;
    }
    pub trait MapAccess<'de> {
        type Error: Error;
        fn next_key<K>(&mut self) -> Result<Option<K>, Self::Error>;
        fn next_value<V>(&mut self) -> Result<V, Self::Error>;
        fn next_entry<K, V>(&mut self) -> Result<Option<(K, V)>, Self::Error>;
        fn size_hint(&self) -> Option<usize>;
    }
    pub struct IgnoredAny;
}
