// Hints to the compiler.

pub fn black_box<T>(dummy: T) -> T;
pub fn spin_loop();
pub const unsafe fn unreachable_unchecked() -> !;
pub const unsafe fn assert_unchecked(cond: bool);
pub const fn must_use<T>(value: T) -> T;
pub const fn cold_path();
pub const fn select_unpredictable<T>(condition: bool, true_val: T, false_val: T) -> T;
