//! Joins and selections: every future is awaited, every arm is kept.

/// What several results give when all are `Ok`.
pub trait TryJoin {
    type Output;
}
macro_rules! try_join_tuples {
    ($(($($t:ident $e:ident)+))*) => { $(
        impl<E0, $($t),+> TryJoin for ($(Result<$t, E0>,)+) {
            type Output = Result<($($t,)+), E0>;
        }
    )* };
}
try_join_tuples! { (A E) (A E B E) (A E B E C E) (A E B E C E D E) (A E B E C E D E F E) (A E B E C E D E F E G E) }
pub fn try_join_results<T: TryJoin>(results: T) -> T::Output;
pub fn no_arm_left() -> !;

#[macro_export]
macro_rules! join {
    ($(biased;)? $($future:expr),* $(,)?) => { ($($future.await,)*) };
}
#[macro_export]
macro_rules! try_join {
    ($(biased;)? $($future:expr),* $(,)?) => { $crate::try_join_results(($($future.await,)*)) };
}
#[macro_export]
macro_rules! pin {
    ($($x:ident),* $(,)?) => { $(let mut $x = unsafe { ::std::pin::Pin::new_unchecked(&mut $x) };)* };
}
#[macro_export]
macro_rules! select {
    (biased; $($rest:tt)*) => { $crate::select!($($rest)*) };
    () => { $crate::no_arm_left() };
    (else => $body:expr $(,)?) => { $body };
    ($pat:pat = $future:expr $(, if $cond:expr)? => $body:block $(,)? $($rest:tt)*) => {
        match $future.await {
            $pat => $body,
            _ => $crate::select!($($rest)*),
        }
    };
    ($pat:pat = $future:expr $(, if $cond:expr)? => $body:expr, $($rest:tt)*) => {
        match $future.await {
            $pat => $body,
            _ => $crate::select!($($rest)*),
        }
    };
    ($pat:pat = $future:expr $(, if $cond:expr)? => $body:expr) => {
        match $future.await {
            $pat => $body,
            _ => $crate::no_arm_left(),
        }
    };
}
#[macro_export]
macro_rules! task_local {
    ($($(#[$attr:meta])* $vis:vis static $name:ident : $ty:ty);* $(;)?) => {
        $($vis static $name: $crate::task::LocalKey<$ty> = $crate::task::LocalKey::new();)*
    };
}
