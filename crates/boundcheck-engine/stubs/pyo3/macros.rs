//! The macros that PyO3 exports. What they register is passed to `named`; only the types of the rest matter.

#[macro_export]
macro_rules! wrap_pyfunction {
    ($function:path) => {
        &|py_or_module| $crate::impl_::wrap($crate::impl_::named($function), py_or_module)
    };
    ($function:path, $py_or_module:expr) => {
        $crate::impl_::wrap($crate::impl_::named($function), $py_or_module)
    };
}

#[macro_export]
macro_rules! wrap_pyfunction_bound {
    ($function:path) => {
        &|py_or_module| $crate::impl_::wrap_bound($crate::impl_::named($function), py_or_module)
    };
    ($function:path, $py_or_module:expr) => {
        $crate::impl_::wrap_bound($crate::impl_::named($function), $py_or_module)
    };
}

#[macro_export]
macro_rules! wrap_pymodule {
    ($module:path) => {
        &|py: $crate::Python<'_>| $crate::impl_::wrap_module($crate::impl_::named($module), py)
    };
}

#[macro_export]
macro_rules! append_to_inittab {
    ($module:ident) => {
        unsafe { $crate::ffi::PyImport_AppendInittab($crate::impl_::module_name(), None) }
    };
}

#[macro_export]
macro_rules! intern {
    ($py:expr, $text:expr) => {
        $crate::impl_::intern($py, $text)
    };
}

#[macro_export]
macro_rules! py_run {
    ($py:expr, *$dict:expr, $code:expr) => {
        $crate::impl_::py_run($py, &$dict, $code)
    };
    ($py:expr, $($val:ident)+, $code:expr) => {
        $crate::impl_::py_run($py, &($(&$val,)+), $code)
    };
}

#[macro_export]
macro_rules! py_format {
    ($py:expr, $($arg:tt)*) => {
        $crate::types::PyString::from_fmt($py, format_args!($($arg)*))
    };
}

#[macro_export]
macro_rules! create_exception {
    ($module:expr, $name:ident, $base:ty $(, $doc:expr)?) => {
        pub struct $name($crate::PyAny);
        $crate::exception_type! { $name }
    };
}

#[macro_export]
macro_rules! import_exception {
    ($module:expr, $name:ident) => {
        pub struct $name($crate::PyAny);
        $crate::exception_type! { $name }
    };
}

#[macro_export]
macro_rules! import_exception_bound {
    ($module:expr, $name:ident) => {
        pub struct $name($crate::PyAny);
        $crate::exception_type! { $name }
    };
}

/// What every exception type has, whatever PyO3 it is declared with.
#[macro_export]
macro_rules! exception_type {
    ($name:ident) => {
        impl $crate::exceptions::Exception for $name {}
        impl $crate::types::HasPyGilRef for $name {
            type AsRefTarget = $name;
        }
        unsafe impl $crate::types::PyNativeType for $name {
            type AsRefSource = $name;
        }
        impl $name {
            pub fn new_err<A>(args: A) -> $crate::PyErr;
        }
        impl<'a> ::std::convert::From<&'a $name> for $crate::PyErr {}
    };
}

// For crates that wrap Python types of their own, such as numpy.

#[macro_export]
macro_rules! pyobject_native_type_named {
    ($name:ty $(;$generics:ident)*) => {
        impl<$($generics,)*> $crate::types::DerefToPyAny for $name {}
        impl<$($generics,)*> $crate::types::HasPyGilRef for $name {
            type AsRefTarget = Self;
        }
    };
}

#[macro_export]
macro_rules! pyobject_native_static_type_object {
    ($typeobject:expr) => {
        |_py| &raw mut $typeobject
    };
}

#[macro_export]
macro_rules! pyobject_native_type_info {
    ($name:ty, $typeobject:expr, $module:expr $(, #checkfunction=$check:path)? $(;$generics:ident)*) => {
        unsafe impl<$($generics,)*> $crate::PyTypeInfo for $name {}
    };
}

#[macro_export]
macro_rules! pyobject_native_type_core {
    ($name:ty, $typeobject:expr $(, #module=$module:expr)? $(, #checkfunction=$check:path)? $(;$generics:ident)*) => {
        $crate::pyobject_native_type_named!($name $(;$generics)*);
        unsafe impl<$($generics,)*> $crate::PyTypeInfo for $name {}
    };
}

#[macro_export]
macro_rules! pyobject_native_type {
    ($name:ty, $layout:path, $typeobject:expr $(, #module=$module:expr)? $(, #checkfunction=$check:path)?
     $(;$generics:ident)*) => {
        $crate::pyobject_native_type_named!($name $(;$generics)*);
        unsafe impl<$($generics,)*> $crate::PyTypeInfo for $name {}
    };
}

// For our own stubs of crates whose types are extracted from Python objects.

#[cfg(since_0_27)]
#[macro_export]
macro_rules! extractable {
    ($([$($param:tt)*] $ty:ty;)*) => { $(
        impl<'a, 'py, $($param)*> $crate::FromPyObject<'a, 'py> for $ty {
            type Error = $crate::PyErr;
        }
    )* };
}

#[cfg(not(since_0_27))]
#[macro_export]
macro_rules! extractable {
    ($([$($param:tt)*] $ty:ty;)*) => { $(
        impl<'py, $($param)*> $crate::FromPyObject<'py> for $ty {}
    )* };
}
