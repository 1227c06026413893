// Slices: the iterators over them.

impl<'a, T> IntoIterator for &'a [T] {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;
}
impl<'a, T> IntoIterator for &'a mut [T] {
    type Item = &'a mut T;
    type IntoIter = IterMut<'a, T>;
}

/// Iterators that lend parts of a slice; `shared` ones can be cloned.
macro_rules! slice_iterators {
    (shared $($name:ident => $item:ty;)+) => {
        $(#[derive(Debug)]
        pub struct $name<'a, T> {
            slice: &'a [T],
        }
        impl<'a, T> Clone for $name<'a, T> {}
        sized_iterators! {
            ['a, T] $name<'a, T> => $item;
        })+
    };
    (unique $($name:ident => $item:ty;)+) => {
        $(#[derive(Debug)]
        pub struct $name<'a, T> {
            slice: &'a mut [T],
        }
        sized_iterators! {
            ['a, T] $name<'a, T> => $item;
        })+
    };
    (split $($name:ident => $item:ty;)+) => {
        $(pub struct $name<'a, T, P> {
            slice: &'a [T],
            pred: P,
        }
        impl<'a, T, P: FnMut(&T) -> bool> Iterator for $name<'a, T, P> {
            type Item = $item;
        }
        impl<'a, T, P: FnMut(&T) -> bool> DoubleEndedIterator for $name<'a, T, P> {})+
    };
}
slice_iterators! {
    shared
    Iter => &'a T;
    Windows => &'a [T];
    Chunks => &'a [T];
    ChunksExact => &'a [T];
    RChunks => &'a [T];
    RChunksExact => &'a [T];
}
slice_iterators! {
    unique
    IterMut => &'a mut T;
    ChunksMut => &'a mut [T];
    ChunksExactMut => &'a mut [T];
    RChunksMut => &'a mut [T];
}
slice_iterators! {
    split
    Split => &'a [T];
    SplitMut => &'a mut [T];
    SplitInclusive => &'a [T];
    RSplit => &'a [T];
    SplitN => &'a [T];
    RSplitN => &'a [T];
}
impl<'a, T> Default for Iter<'a, T> {}
impl<'a, T> Iter<'a, T> {
    pub fn as_slice(&self) -> &'a [T];
}
impl<'a, T> AsRef<[T]> for Iter<'a, T> {}
impl<'a, T> IterMut<'a, T> {
    pub fn as_slice(&self) -> &[T];
    pub fn into_slice(self) -> &'a mut [T];
}
impl<'a, T> ChunksExact<'a, T> {
    pub fn remainder(&self) -> &'a [T];
}
impl<'a, T> ChunksExactMut<'a, T> {
    pub fn into_remainder(self) -> &'a mut [T];
}

pub struct ChunkBy<'a, T, P> {
    slice: &'a [T],
    predicate: P,
}
impl<'a, T, P: FnMut(&T, &T) -> bool> Iterator for ChunkBy<'a, T, P> {
    type Item = &'a [T];
}

#[derive(Clone)]
pub struct EscapeAscii<'a> {
    bytes: &'a [u8],
}
sized_iterators! {
    ['a] EscapeAscii<'a> => u8;
}
mark!(crate::fmt::Display: EscapeAscii<'_>);

#[derive(Clone)]
pub struct Utf8Chunks<'a> {
    source: &'a [u8],
}
pub struct Utf8Chunk<'a> {
    valid: &'a str,
}
impl<'a> Iterator for Utf8Chunks<'a> {
    type Item = Utf8Chunk<'a>;
}
impl<'a> Utf8Chunk<'a> {
    pub fn valid(&self) -> &'a str;
    pub fn invalid(&self) -> &'a [u8];
}
