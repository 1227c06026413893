// Macros of `std` beyond those of minicore. Each calls what the real one calls.

#[macro_export]
#[rustc_builtin_macro]
macro_rules! unreachable {
    ($($arg:tt)*) => {};
}
#[macro_export]
#[rustc_builtin_macro]
macro_rules! compile_error {
    ($msg:expr $(,)?) => {};
}
#[macro_export]
#[rustc_builtin_macro]
macro_rules! include_str {
    ($file:expr $(,)?) => {};
}
#[macro_export]
#[rustc_builtin_macro]
macro_rules! line {
    () => {};
}
#[macro_export]
#[rustc_builtin_macro]
macro_rules! file {
    () => {};
}
#[macro_export]
#[rustc_builtin_macro]
macro_rules! module_path {
    () => {};
}
#[macro_export]
#[rustc_builtin_macro]
macro_rules! stringify {
    ($($t:tt)*) => {};
}
#[macro_export]
#[rustc_builtin_macro]
macro_rules! concat_bytes {
    ($($e:expr),* $(,)?) => {};
}
#[macro_export]
#[rustc_builtin_macro]
macro_rules! cfg {
    ($($cfg:tt)*) => {};
}
#[macro_export]
#[rustc_builtin_macro]
macro_rules! cfg_select {
    ($($arms:tt)*) => {};
}

#[macro_export]
macro_rules! println {
    ($($arg:tt)*) => {{
        $crate::io::_print($crate::format_args_nl!($($arg)*));
    }};
}
#[macro_export]
macro_rules! eprint {
    ($($arg:tt)*) => {{
        $crate::io::_eprint($crate::format_args!($($arg)*));
    }};
}
#[macro_export]
macro_rules! eprintln {
    ($($arg:tt)*) => {{
        $crate::io::_eprint($crate::format_args_nl!($($arg)*));
    }};
}
#[macro_export]
macro_rules! format {
    ($($arg:tt)*) => {
        $crate::fmt::format($crate::format_args!($($arg)*))
    };
}
#[macro_export]
macro_rules! dbg {
    () => {
        $crate::eprintln!("[]")
    };
    ($val:expr $(,)?) => {
        match $val {
            tmp => {
                $crate::eprintln!("{:#?}", &tmp);
                tmp
            }
        }
    };
    ($($val:expr),+ $(,)?) => {
        ($($crate::dbg!($val)),+,)
    };
}
#[macro_export]
macro_rules! vec {
    () => {
        $crate::vec::Vec::new()
    };
    ($elem:expr; $n:expr) => {
        $crate::vec::from_elem($elem, $n)
    };
    ($($x:expr),+ $(,)?) => {
        $crate::boxed::box_assume_init_into_vec_unsafe([$($x),+])
    };
}

#[macro_export]
macro_rules! assert_eq {
    ($left:expr, $right:expr $(,)?) => {
        match (&$left, &$right) {
            (left_val, right_val) => {
                if !(*left_val == *right_val) {
                    $crate::panicking::assert_failed(
                        $crate::panicking::AssertKind::Eq, &*left_val, &*right_val, $crate::option::Option::None);
                }
            }
        }
    };
    ($left:expr, $right:expr, $($arg:tt)+) => {
        match (&$left, &$right) {
            (left_val, right_val) => {
                if !(*left_val == *right_val) {
                    $crate::panicking::assert_failed(
                        $crate::panicking::AssertKind::Eq, &*left_val, &*right_val,
                        $crate::option::Option::Some($crate::format_args!($($arg)+)));
                }
            }
        }
    };
}
#[macro_export]
macro_rules! assert_ne {
    ($left:expr, $right:expr $(,)?) => {
        match (&$left, &$right) {
            (left_val, right_val) => {
                if *left_val == *right_val {
                    $crate::panicking::assert_failed(
                        $crate::panicking::AssertKind::Ne, &*left_val, &*right_val, $crate::option::Option::None);
                }
            }
        }
    };
    ($left:expr, $right:expr, $($arg:tt)+) => {
        match (&$left, &$right) {
            (left_val, right_val) => {
                if *left_val == *right_val {
                    $crate::panicking::assert_failed(
                        $crate::panicking::AssertKind::Ne, &*left_val, &*right_val,
                        $crate::option::Option::Some($crate::format_args!($($arg)+)));
                }
            }
        }
    };
}
#[macro_export]
macro_rules! debug_assert {
    ($($arg:tt)*) => {
        if $crate::cfg!(debug_assertions) {
            $crate::assert!($($arg)*);
        }
    };
}
#[macro_export]
macro_rules! debug_assert_eq {
    ($($arg:tt)*) => {
        if $crate::cfg!(debug_assertions) {
            $crate::assert_eq!($($arg)*);
        }
    };
}
#[macro_export]
macro_rules! debug_assert_ne {
    ($($arg:tt)*) => {
        if $crate::cfg!(debug_assertions) {
            $crate::assert_ne!($($arg)*);
        }
    };
}
#[macro_export]
macro_rules! r#try {
    ($expr:expr $(,)?) => {
        match $expr {
            $crate::result::Result::Ok(val) => val,
            $crate::result::Result::Err(err) => {
                return $crate::result::Result::Err($crate::convert::From::from(err));
            }
        }
    };
}

#[macro_export]
macro_rules! thread_local {
    () => {};
    ($(#[$attr:meta])* $vis:vis static $name:ident: $t:ty = const $init:block; $($rest:tt)*) => {
        $(#[$attr])* $vis const $name: $crate::thread::LocalKey<$t> = $crate::thread::LocalKey::new(|| $init);
        $crate::thread_local!($($rest)*);
    };
    ($(#[$attr:meta])* $vis:vis static $name:ident: $t:ty = const $init:block) => {
        $(#[$attr])* $vis const $name: $crate::thread::LocalKey<$t> = $crate::thread::LocalKey::new(|| $init);
    };
    ($(#[$attr:meta])* $vis:vis static $name:ident: $t:ty = $init:expr; $($rest:tt)*) => {
        $(#[$attr])* $vis const $name: $crate::thread::LocalKey<$t> = $crate::thread::LocalKey::new(|| $init);
        $crate::thread_local!($($rest)*);
    };
    ($(#[$attr:meta])* $vis:vis static $name:ident: $t:ty = $init:expr) => {
        $(#[$attr])* $vis const $name: $crate::thread::LocalKey<$t> = $crate::thread::LocalKey::new(|| $init);
    };
}

#[macro_export]
macro_rules! is_x86_feature_detected {
    ($feature:tt) => {
        $crate::hint::black_box(false)
    };
}
