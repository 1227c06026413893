//! `memmap2`.

macro_rules! maps {
    ($($name:ident)*) => { $(
        #[derive(Debug)]
        pub struct $name(());
        impl $name {
            pub unsafe fn map<T>(file: T) -> std::io::Result<Self>;
            pub unsafe fn map_mut<T>(file: T) -> std::io::Result<Self>;
            pub fn flush(&self) -> std::io::Result<()>;
            pub fn make_mut(self) -> std::io::Result<MmapMut>;
            pub fn make_read_only(self) -> std::io::Result<Mmap>;
        }
        impl std::ops::Deref for $name {
            type Target = [u8];
        }
        impl AsRef<[u8]> for $name {}
    )* };
}
maps! { Mmap MmapMut }
impl std::ops::DerefMut for MmapMut {}
#[derive(Debug, Clone, Default)]
pub struct MmapOptions(());
impl MmapOptions {
    pub fn new() -> MmapOptions;
    pub fn offset(&mut self, offset: u64) -> &mut Self;
    pub fn len(&mut self, len: usize) -> &mut Self;
    pub fn populate(&mut self) -> &mut Self;
    pub unsafe fn map<T>(&self, file: T) -> std::io::Result<Mmap>;
    pub unsafe fn map_mut<T>(&self, file: T) -> std::io::Result<MmapMut>;
    pub unsafe fn map_copy<T>(&self, file: T) -> std::io::Result<MmapMut>;
    pub fn map_anon(&self) -> std::io::Result<MmapMut>;
}
