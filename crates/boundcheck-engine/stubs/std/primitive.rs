// The primitive types under names that nothing shadows.

pub use {bool, char, f32, f64, i8, i16, i32, i64, i128, isize, str, u8, u16, u32, u64, u128, usize};
