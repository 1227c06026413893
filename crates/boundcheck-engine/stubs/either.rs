//! `either`.

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Either<L, R> {
    Left(L),
    Right(R),
}
pub use Either::{Left, Right};
impl<L, R> Either<L, R> {
    pub const fn is_left(&self) -> bool;
    pub const fn is_right(&self) -> bool;
    pub fn left(self) -> Option<L>;
    pub fn right(self) -> Option<R>;
    pub fn as_ref(&self) -> Either<&L, &R>;
    pub fn flip(self) -> Either<R, L>;
    pub fn map_left<F: FnOnce(L) -> M, M>(self, f: F) -> Either<M, R>;
    pub fn map_right<F: FnOnce(R) -> S, S>(self, f: F) -> Either<L, S>;
    pub fn either<F: FnOnce(L) -> T, G: FnOnce(R) -> T, T>(self, f: F, g: G) -> T;
}
impl<L: Iterator, R: Iterator<Item = L::Item>> Iterator for Either<L, R> {
    type Item = L::Item;
}
