// Types at run time.

pub trait Any: 'static {
    fn type_id(&self) -> TypeId;
}
impl<T: 'static + ?Sized> Any for T {}

macro_rules! downcasts {
    ($($ty:ty)+) => {
        $(impl $ty {
            pub fn is<T: Any>(&self) -> bool;
            pub fn downcast_ref<T: Any>(&self) -> Option<&T>;
            pub fn downcast_mut<T: Any>(&mut self) -> Option<&mut T>;
        })+
    };
}
downcasts! { (dyn Any) (dyn Any + Send) (dyn Any + Send + Sync) }

#[derive(Clone, Copy, Eq, PartialEq, PartialOrd, Ord, Hash, Debug)]
pub struct TypeId {
    data: u128,
}
impl TypeId {
    pub const fn of<T: ?Sized + 'static>() -> TypeId;
}
pub const fn type_name<T: ?Sized>() -> &'static str;
pub const fn type_name_of_val<T: ?Sized>(val: &T) -> &'static str;
