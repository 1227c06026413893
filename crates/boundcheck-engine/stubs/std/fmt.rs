// Formatting beyond minicore: the other traits, the builders, and the implementations for primitive types.

pub trait Write {
    fn write_str(&mut self, s: &str) -> Result;
    fn write_char(&mut self, c: char) -> Result;
    fn write_fmt(&mut self, args: Arguments<'_>) -> Result;
}
impl<W: Write + ?Sized> Write for &mut W {}
impl Write for Formatter<'_> {}

mark!(Clone: Error);
mark!(Copy: Error);
mark!(Debug: Error);
mark!(Default: Error);
mark!(PartialEq: Error);
mark!(Eq: Error);
mark!(Display: Error);
mark!(crate::error::Error: Error);

pub fn format(args: Arguments<'_>) -> String;
pub fn write(output: &mut dyn Write, args: Arguments<'_>) -> Result;
pub fn from_fn<F: Fn(&mut Formatter<'_>) -> Result>(f: F) -> FromFn<F>;
pub struct FromFn<F>(F);
impl<F: Fn(&mut Formatter<'_>) -> Result> Debug for FromFn<F> {}
impl<F: Fn(&mut Formatter<'_>) -> Result> Display for FromFn<F> {}

mark!(Debug: Arguments<'_>);
mark!(Display: Arguments<'_>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alignment {
    Left,
    Right,
    Center,
}
impl<'a> Formatter<'a> {
    pub fn pad_integral(&mut self, is_nonnegative: bool, prefix: &str, buf: &str) -> Result;
    pub fn pad(&mut self, s: &str) -> Result;
    pub fn write_str(&mut self, data: &str) -> Result;
    pub fn write_fmt(&mut self, fmt: Arguments<'_>) -> Result;
    pub fn fill(&self) -> char;
    pub fn align(&self) -> Option<Alignment>;
    pub fn width(&self) -> Option<usize>;
    pub fn precision(&self) -> Option<usize>;
    pub fn sign_plus(&self) -> bool;
    pub fn sign_minus(&self) -> bool;
    pub fn alternate(&self) -> bool;
    pub fn sign_aware_zero_pad(&self) -> bool;
    pub fn debug_list(&mut self) -> DebugList;
    pub fn debug_set(&mut self) -> DebugSet;
    pub fn debug_map(&mut self) -> DebugMap;
}
impl DebugStruct {
    pub fn finish_non_exhaustive(&mut self) -> Result;
}
impl DebugTuple {
    pub fn finish_non_exhaustive(&mut self) -> Result;
}
pub struct DebugList;
pub struct DebugSet;
pub struct DebugMap;
macro_rules! entry_builders {
    ($($name:ident)+) => {
        $(impl $name {
            pub fn entry(&mut self, entry: &dyn Debug) -> &mut Self;
            pub fn entries<D: Debug, I: IntoIterator<Item = D>>(&mut self, entries: I) -> &mut Self;
            pub fn finish(&mut self) -> Result;
            pub fn finish_non_exhaustive(&mut self) -> Result;
        })+
    };
}
entry_builders! { DebugList DebugSet }
impl DebugMap {
    pub fn entry(&mut self, key: &dyn Debug, value: &dyn Debug) -> &mut Self;
    pub fn entries<K: Debug, V: Debug, I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) -> &mut Self;
    pub fn key(&mut self, key: &dyn Debug) -> &mut Self;
    pub fn value(&mut self, value: &dyn Debug) -> &mut Self;
    pub fn finish(&mut self) -> Result;
    pub fn finish_non_exhaustive(&mut self) -> Result;
}

macro_rules! traits {
    ($($name:ident)+) => {
        $(pub trait $name {
            fn fmt(&self, f: &mut Formatter<'_>) -> Result;
        }
        impl<T: ?Sized + $name> $name for &T {}
        impl<T: ?Sized + $name> $name for &mut T {})+
    };
}
traits! { LowerHex UpperHex Octal Binary LowerExp UpperExp }
pub trait Pointer: PointeeSized {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result;
}
impl<T: ?Sized> Pointer for &T {}
impl<T: ?Sized> Pointer for &mut T {}
impl<T: ?Sized> Pointer for *const T {}
impl<T: ?Sized> Pointer for *mut T {}

macro_rules! integers {
    ($($ty:ty)+) => {
        $(impl Debug for $ty {}
        impl Display for $ty {}
        impl LowerHex for $ty {}
        impl UpperHex for $ty {}
        impl Octal for $ty {}
        impl Binary for $ty {}
        impl LowerExp for $ty {}
        impl UpperExp for $ty {})+
    };
}
for_integers!(integers);
mark!(Debug: f32, f64, bool, char, (), !);
mark!(Display: f32, f64, bool, char, !);
mark!(LowerExp: f32, f64);
mark!(UpperExp: f32, f64);
impl<T: ?Sized + Debug> Debug for &mut T {}
impl<T: ?Sized + Display> Display for &mut T {}
impl<T: ?Sized> Debug for *const T {}
impl<T: ?Sized> Debug for *mut T {}
impl Debug for dyn crate::any::Any {}
impl Debug for dyn crate::any::Any + Send {}
impl Debug for dyn crate::any::Any + Send + Sync {}
impl<P: Debug> Debug for crate::pin::Pin<P> {}
impl<P: Display> Display for crate::pin::Pin<P> {}

/// What `format_args!` calls for each kind of placeholder.
impl<'a> rt::Argument<'a> {
    pub fn new_debug<T: Debug>(x: &T) -> rt::Argument<'_>;
    pub fn new_lower_hex<T: LowerHex>(x: &T) -> rt::Argument<'_>;
    pub fn new_upper_hex<T: UpperHex>(x: &T) -> rt::Argument<'_>;
    pub fn new_octal<T: Octal>(x: &T) -> rt::Argument<'_>;
    pub fn new_binary<T: Binary>(x: &T) -> rt::Argument<'_>;
    pub fn new_lower_exp<T: LowerExp>(x: &T) -> rt::Argument<'_>;
    pub fn new_upper_exp<T: UpperExp>(x: &T) -> rt::Argument<'_>;
    pub fn new_pointer<T: Pointer>(x: &T) -> rt::Argument<'_>;
    pub fn from_usize(x: &usize) -> rt::Argument<'_>;
}
