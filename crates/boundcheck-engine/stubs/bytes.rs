//! `bytes`.

pub use buf::{Buf, BufMut};
pub use bytes::Bytes;
pub use bytes_mut::BytesMut;

pub mod buf {
    pub trait Buf {
        fn remaining(&self) -> usize;
        fn chunk(&self) -> &[u8];
        fn advance(&mut self, cnt: usize);
        fn has_remaining(&self) -> bool;
        fn get_u8(&mut self) -> u8;
        fn get_u16(&mut self) -> u16;
        fn get_u32(&mut self) -> u32;
        fn get_u64(&mut self) -> u64;
        fn copy_to_slice(&mut self, dst: &mut [u8]);
        fn copy_to_bytes(&mut self, len: usize) -> super::Bytes;
    }
    impl Buf for super::Bytes {}
    impl Buf for super::BytesMut {}
    impl<'a> Buf for &'a [u8] {}
    pub trait BufMut {
        fn put_u8(&mut self, n: u8);
        fn put_u16(&mut self, n: u16);
        fn put_u32(&mut self, n: u32);
        fn put_u64(&mut self, n: u64);
        fn put_slice(&mut self, src: &[u8]);
        fn put<T: Buf>(&mut self, src: T);
    }
    impl BufMut for super::BytesMut {}
    impl BufMut for Vec<u8> {}
}
mod bytes {
    #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
    pub struct Bytes(());
    impl Bytes {
        pub const fn new() -> Self;
        pub const fn from_static(bytes: &'static [u8]) -> Self;
        pub fn from_owner<T>(owner: T) -> Self;
        pub fn copy_from_slice(data: &[u8]) -> Self;
        pub const fn len(&self) -> usize;
        pub const fn is_empty(&self) -> bool;
        pub fn slice(&self, range: impl std::ops::RangeBounds<usize>) -> Self;
        pub fn split_off(&mut self, at: usize) -> Self;
        pub fn split_to(&mut self, at: usize) -> Self;
        pub fn truncate(&mut self, len: usize);
        pub fn try_into_mut(self) -> Result<super::BytesMut, Bytes>;
    }
    impl std::ops::Deref for Bytes {
        type Target = [u8];
    }
    impl AsRef<[u8]> for Bytes {}
    impl std::fmt::Debug for Bytes {}
    impl From<Vec<u8>> for Bytes {}
    impl From<String> for Bytes {}
    impl From<&'static [u8]> for Bytes {}
    impl From<&'static str> for Bytes {}
    impl From<Box<[u8]>> for Bytes {}
    impl From<super::BytesMut> for Bytes {}
    impl From<Bytes> for Vec<u8> {}
}
mod bytes_mut {
    #[derive(Clone, PartialEq, Eq, Default)]
    pub struct BytesMut(());
    impl BytesMut {
        pub fn new() -> BytesMut;
        pub fn with_capacity(capacity: usize) -> BytesMut;
        pub fn len(&self) -> usize;
        pub fn is_empty(&self) -> bool;
        pub fn freeze(self) -> super::Bytes;
        pub fn clear(&mut self);
        pub fn reserve(&mut self, additional: usize);
        pub fn split(&mut self) -> BytesMut;
        pub fn split_to(&mut self, at: usize) -> BytesMut;
        pub fn extend_from_slice(&mut self, extend: &[u8]);
    }
    impl std::ops::Deref for BytesMut {
        type Target = [u8];
    }
    impl std::ops::DerefMut for BytesMut {}
    impl AsRef<[u8]> for BytesMut {}
    impl std::fmt::Debug for BytesMut {}
    impl<'a> From<&'a [u8]> for BytesMut {}
}
