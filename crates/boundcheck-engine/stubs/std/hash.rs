// Hashing.

use crate::marker::PointeeSized;

pub trait Hash: PointeeSized {
    fn hash<H: Hasher>(&self, state: &mut H);
    fn hash_slice<H: Hasher>(data: &[Self], state: &mut H)
    where
        Self: Sized;
}
pub(crate) mod derive {
    #[rustc_builtin_macro]
    pub macro Hash($item:item) {}
}
pub use derive::Hash;

pub trait Hasher {
    fn finish(&self) -> u64;
    fn write(&mut self, bytes: &[u8]);
    fn write_u8(&mut self, i: u8);
    fn write_u16(&mut self, i: u16);
    fn write_u32(&mut self, i: u32);
    fn write_u64(&mut self, i: u64);
    fn write_u128(&mut self, i: u128);
    fn write_usize(&mut self, i: usize);
    fn write_i8(&mut self, i: i8);
    fn write_i16(&mut self, i: i16);
    fn write_i32(&mut self, i: i32);
    fn write_i64(&mut self, i: i64);
    fn write_i128(&mut self, i: i128);
    fn write_isize(&mut self, i: isize);
}
impl<H: Hasher + ?Sized> Hasher for &mut H {}

pub trait BuildHasher {
    type Hasher: Hasher;
    fn build_hasher(&self) -> Self::Hasher;
    fn hash_one<T: Hash>(&self, x: T) -> u64
    where
        Self: Sized,
        Self::Hasher: Hasher;
}

pub struct BuildHasherDefault<H>(crate::marker::PhantomData<H>);
impl<H> BuildHasherDefault<H> {
    pub const fn new() -> Self;
}
impl<H: Default + Hasher> BuildHasher for BuildHasherDefault<H> {
    type Hasher = H;
}
impl<H> Clone for BuildHasherDefault<H> {}
impl<H> Default for BuildHasherDefault<H> {}
impl<H> crate::fmt::Debug for BuildHasherDefault<H> {}
impl<H> PartialEq for BuildHasherDefault<H> {}
impl<H> Eq for BuildHasherDefault<H> {}

#[derive(Clone, Debug)]
pub struct RandomState {
    k0: u64,
    k1: u64,
}
impl RandomState {
    pub fn new() -> RandomState;
}
impl Default for RandomState {}
impl BuildHasher for RandomState {
    type Hasher = DefaultHasher;
}
#[derive(Clone, Debug)]
pub struct DefaultHasher(u64);
impl DefaultHasher {
    pub const fn new() -> DefaultHasher;
}
impl Default for DefaultHasher {}
impl Hasher for DefaultHasher {}
#[derive(Clone, Debug)]
pub struct SipHasher(u64);
impl Hasher for SipHasher {}

macro_rules! hash_impls {
    ($($ty:ty)+) => {
        $(impl Hash for $ty {})+
    };
}
for_integers!(hash_impls);
hash_impls! { () ! bool char }
impl<T: ?Sized + Hash> Hash for &T {}
impl<T: ?Sized + Hash> Hash for &mut T {}
impl<T: ?Sized> Hash for *const T {}
impl<T: ?Sized> Hash for *mut T {}
