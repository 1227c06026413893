//! `blake3`.

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Hash([u8; 32]);
impl Hash {
    pub const fn as_bytes(&self) -> &[u8; 32];
    pub fn to_hex(&self) -> String;
}
impl std::fmt::Display for Hash {}
pub fn hash(input: &[u8]) -> Hash;
pub fn keyed_hash(key: &[u8; 32], input: &[u8]) -> Hash;
pub fn derive_key(context: &str, key_material: &[u8]) -> [u8; 32];
#[derive(Clone)]
pub struct Hasher(());
impl Hasher {
    pub fn new() -> Self;
    pub fn new_keyed(key: &[u8; 32]) -> Self;
    pub fn new_derive_key(context: &str) -> Self;
    pub fn reset(&mut self) -> &mut Self;
    pub fn update(&mut self, input: &[u8]) -> &mut Self;
    pub fn update_rayon(&mut self, input: &[u8]) -> &mut Self;
    pub fn update_reader(&mut self, reader: impl std::io::Read) -> std::io::Result<&mut Self>;
    pub fn update_mmap(&mut self, path: impl AsRef<std::path::Path>) -> std::io::Result<&mut Self>;
    pub fn update_mmap_rayon(&mut self, path: impl AsRef<std::path::Path>) -> std::io::Result<&mut Self>;
    pub fn finalize(&self) -> Hash;
    pub fn finalize_xof(&self) -> OutputReader;
    pub fn count(&self) -> u64;
}
impl Default for Hasher {}
pub struct OutputReader(());
impl OutputReader {
    pub fn fill(&mut self, buf: &mut [u8]);
    pub fn set_position(&mut self, position: u64);
}
