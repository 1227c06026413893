// Iteration: the adapters and sources.

/// An adapter over one iterator that adds nothing to its item but what `=> item` says; it goes both ways.
macro_rules! adapters {
    ($($name:ident => $item:ty;)+) => {
        $(#[derive(Clone, Debug)]
        pub struct $name<I> {
            iter: I,
        }
        impl<I: Iterator> Iterator for $name<I> {
            type Item = $item;
        }
        impl<I: DoubleEndedIterator> DoubleEndedIterator for $name<I> {}
        impl<I: ExactSizeIterator> ExactSizeIterator for $name<I> {}
        impl<I: FusedIterator> FusedIterator for $name<I> {})+
    };
}
adapters! {
    StepBy => I::Item;
    Enumerate => (usize, I::Item);
    Skip => I::Item;
    Take => I::Item;
    Fuse => I::Item;
}

/// An adapter with a closure: `name(closure trait bound) => item; both ways or not`.
macro_rules! closure_adapters {
    ($($name:ident<I, $f:ident> [$($generics:tt)*] ($($bound:tt)+) => $item:ty;)+) => {
        $(#[derive(Clone)]
        pub struct $name<I, $f> {
            iter: I,
            f: $f,
        }
        impl<$($generics)* I: Iterator, $f: $($bound)+> Iterator for $name<I, $f> {
            type Item = $item;
        }
        impl<$($generics)* I: FusedIterator, $f: $($bound)+> FusedIterator for $name<I, $f> {}
        impl<I: crate::fmt::Debug, $f> crate::fmt::Debug for $name<I, $f> {})+
    };
}
closure_adapters! {
    Map<I, F> [B,] (FnMut(I::Item) -> B) => B;
    Filter<I, P> [] (FnMut(&I::Item) -> bool) => I::Item;
    FilterMap<I, F> [B,] (FnMut(I::Item) -> Option<B>) => B;
    SkipWhile<I, P> [] (FnMut(&I::Item) -> bool) => I::Item;
    TakeWhile<I, P> [] (FnMut(&I::Item) -> bool) => I::Item;
    MapWhile<I, P> [B,] (FnMut(I::Item) -> Option<B>) => B;
    Inspect<I, F> [] (FnMut(&I::Item)) => I::Item;
}
impl<B, I: DoubleEndedIterator, F: FnMut(I::Item) -> B> DoubleEndedIterator for Map<I, F> {}
impl<B, I: ExactSizeIterator, F: FnMut(I::Item) -> B> ExactSizeIterator for Map<I, F> {}
impl<I: DoubleEndedIterator, P: FnMut(&I::Item) -> bool> DoubleEndedIterator for Filter<I, P> {}
impl<B, I: DoubleEndedIterator, F: FnMut(I::Item) -> Option<B>> DoubleEndedIterator for FilterMap<I, F> {}
impl<I: DoubleEndedIterator, F: FnMut(&I::Item)> DoubleEndedIterator for Inspect<I, F> {}
impl<I: ExactSizeIterator, F: FnMut(&I::Item)> ExactSizeIterator for Inspect<I, F> {}

#[derive(Clone)]
pub struct Scan<I, St, F> {
    iter: I,
    f: F,
    state: St,
}
impl<B, I: Iterator, St, F: FnMut(&mut St, I::Item) -> Option<B>> Iterator for Scan<I, St, F> {
    type Item = B;
}

#[derive(Clone, Debug)]
pub struct Rev<T> {
    iter: T,
}
impl<I: DoubleEndedIterator> Iterator for Rev<I> {
    type Item = I::Item;
}
impl<I: DoubleEndedIterator> DoubleEndedIterator for Rev<I> {}
impl<I: ExactSizeIterator + DoubleEndedIterator> ExactSizeIterator for Rev<I> {}
impl<I: FusedIterator + DoubleEndedIterator> FusedIterator for Rev<I> {}

#[derive(Clone, Debug)]
pub struct Copied<I> {
    it: I,
}
impl<'a, T: Copy + 'a, I: Iterator<Item = &'a T>> Iterator for Copied<I> {
    type Item = T;
}
impl<'a, T: Copy + 'a, I: DoubleEndedIterator<Item = &'a T>> DoubleEndedIterator for Copied<I> {}
impl<'a, T: Copy + 'a, I: ExactSizeIterator<Item = &'a T>> ExactSizeIterator for Copied<I> {}

#[derive(Clone, Debug)]
pub struct Cloned<I> {
    it: I,
}
impl<'a, T: Clone + 'a, I: Iterator<Item = &'a T>> Iterator for Cloned<I> {
    type Item = T;
}
impl<'a, T: Clone + 'a, I: DoubleEndedIterator<Item = &'a T>> DoubleEndedIterator for Cloned<I> {}
impl<'a, T: Clone + 'a, I: ExactSizeIterator<Item = &'a T>> ExactSizeIterator for Cloned<I> {}

#[derive(Clone, Debug)]
pub struct Cycle<I> {
    iter: I,
}
impl<I: Iterator + Clone> Iterator for Cycle<I> {
    type Item = I::Item;
}

#[derive(Clone, Debug)]
pub struct Chain<A, B> {
    a: Option<A>,
    b: Option<B>,
}
impl<A: Iterator, B: Iterator<Item = A::Item>> Iterator for Chain<A, B> {
    type Item = A::Item;
}
impl<A: DoubleEndedIterator, B: DoubleEndedIterator<Item = A::Item>> DoubleEndedIterator for Chain<A, B> {}
impl<A: FusedIterator, B: FusedIterator<Item = A::Item>> FusedIterator for Chain<A, B> {}

#[derive(Clone, Debug)]
pub struct Zip<A, B> {
    a: A,
    b: B,
}
impl<A: Iterator, B: Iterator> Iterator for Zip<A, B> {
    type Item = (A::Item, B::Item);
}
impl<A: DoubleEndedIterator + ExactSizeIterator, B: DoubleEndedIterator + ExactSizeIterator> DoubleEndedIterator
    for Zip<A, B>
{
}
impl<A: ExactSizeIterator, B: ExactSizeIterator> ExactSizeIterator for Zip<A, B> {}
impl<A: FusedIterator, B: FusedIterator> FusedIterator for Zip<A, B> {}

#[derive(Clone)]
pub struct FlatMap<I, U: IntoIterator, F> {
    iter: I,
    f: F,
    front: Option<U::IntoIter>,
}
impl<I: Iterator, U: IntoIterator, F: FnMut(I::Item) -> U> Iterator for FlatMap<I, U, F> {
    type Item = U::Item;
}
impl<I: DoubleEndedIterator, U: IntoIterator, F: FnMut(I::Item) -> U> DoubleEndedIterator for FlatMap<I, U, F> where
    U::IntoIter: DoubleEndedIterator
{
}
impl<I: FusedIterator, U: IntoIterator, F: FnMut(I::Item) -> U> FusedIterator for FlatMap<I, U, F> {}

#[derive(Clone)]
pub struct Flatten<I> {
    iter: I,
}
impl<I: Iterator> Iterator for Flatten<I>
where
    I::Item: IntoIterator,
{
    type Item = <I::Item as IntoIterator>::Item;
}
impl<I: DoubleEndedIterator> DoubleEndedIterator for Flatten<I>
where
    I::Item: IntoIterator,
    <I::Item as IntoIterator>::IntoIter: DoubleEndedIterator,
{
}
impl<I: FusedIterator> FusedIterator for Flatten<I> where I::Item: IntoIterator {}

#[derive(Clone, Debug)]
pub struct Peekable<I: Iterator> {
    iter: I,
    peeked: Option<Option<I::Item>>,
}
impl<I: Iterator> Iterator for Peekable<I> {
    type Item = I::Item;
}
impl<I: DoubleEndedIterator> DoubleEndedIterator for Peekable<I> {}
impl<I: ExactSizeIterator> ExactSizeIterator for Peekable<I> {}
impl<I: FusedIterator> FusedIterator for Peekable<I> {}
impl<I: Iterator> Peekable<I> {
    pub fn peek(&mut self) -> Option<&I::Item>;
    pub fn peek_mut(&mut self) -> Option<&mut I::Item>;
    pub fn next_if(&mut self, func: impl FnOnce(&I::Item) -> bool) -> Option<I::Item>;
    pub fn next_if_eq<T: ?Sized>(&mut self, expected: &T) -> Option<I::Item>
    where
        I::Item: PartialEq<T>;
}

#[derive(Clone, Debug)]
pub struct Empty<T>(crate::marker::PhantomData<T>);
#[derive(Clone, Debug)]
pub struct Once<T> {
    inner: Option<T>,
}
#[derive(Clone, Debug)]
pub struct Repeat<A> {
    element: A,
}
#[derive(Clone, Debug)]
pub struct RepeatN<A> {
    element: A,
}
sized_iterators! {
    [T] Empty<T> => T;
    [T] Once<T> => T;
    [A: Clone] RepeatN<A> => A;
}
impl<A: Clone> Iterator for Repeat<A> {
    type Item = A;
}
impl<A: Clone> DoubleEndedIterator for Repeat<A> {}
impl<A: Clone> FusedIterator for Repeat<A> {}
impl<T> Default for Empty<T> {}

#[derive(Clone)]
pub struct OnceWith<F> {
    make: Option<F>,
}
impl<A, F: FnOnce() -> A> Iterator for OnceWith<F> {
    type Item = A;
}
#[derive(Clone)]
pub struct RepeatWith<F> {
    repeater: F,
}
impl<A, F: FnMut() -> A> Iterator for RepeatWith<F> {
    type Item = A;
}
#[derive(Clone)]
pub struct FromFn<F>(F);
impl<T, F: FnMut() -> Option<T>> Iterator for FromFn<F> {
    type Item = T;
}
#[derive(Clone)]
pub struct Successors<T, F> {
    next: Option<T>,
    succ: F,
}
impl<T, F: FnMut(&T) -> Option<T>> Iterator for Successors<T, F> {
    type Item = T;
}

pub const fn empty<T>() -> Empty<T>;
pub fn once<T>(value: T) -> Once<T>;
pub fn once_with<A, F: FnOnce() -> A>(make: F) -> OnceWith<F>;
pub fn repeat<T: Clone>(elt: T) -> Repeat<T>;
pub fn repeat_n<T: Clone>(element: T, count: usize) -> RepeatN<T>;
pub fn repeat_with<A, F: FnMut() -> A>(repeater: F) -> RepeatWith<F>;
pub fn from_fn<T, F: FnMut() -> Option<T>>(f: F) -> FromFn<F>;
pub fn successors<T, F: FnMut(&T) -> Option<T>>(first: Option<T>, succ: F) -> Successors<T, F>;
pub fn zip<A: IntoIterator, B: IntoIterator>(a: A, b: B) -> Zip<A::IntoIter, B::IntoIter>;
pub fn chain<A: IntoIterator, B: IntoIterator<Item = A::Item>>(a: A, b: B) -> Chain<A::IntoIter, B::IntoIter>;
