// `Error`.

#[rustc_has_incoherent_inherent_impls]
pub trait Error: crate::fmt::Debug + crate::fmt::Display {
    fn source(&self) -> Option<&(dyn Error + 'static)>;
    fn description(&self) -> &str;
    fn cause(&self) -> Option<&dyn Error>;
}
impl<'a, T: Error + ?Sized> Error for &'a T {}

macro_rules! downcasts {
    ($($ty:ty)+) => {
        $(impl $ty {
            pub fn is<T: Error + 'static>(&self) -> bool;
            pub fn downcast_ref<T: Error + 'static>(&self) -> Option<&T>;
            pub fn downcast_mut<T: Error + 'static>(&mut self) -> Option<&mut T>;
            pub fn downcast<T: Error + 'static>(self: Box<Self>) -> Result<Box<T>, Box<$ty>>;
        })+
    };
}
downcasts! { (dyn Error) (dyn Error + Send) (dyn Error + Send + Sync) }
