// Constants of `f32`; its methods stand in `f64.rs`.

pub const MIN: f32 = f32::MIN;
pub const MAX: f32 = f32::MAX;
pub const MIN_POSITIVE: f32 = f32::MIN_POSITIVE;
pub const EPSILON: f32 = f32::EPSILON;
pub const INFINITY: f32 = f32::INFINITY;
pub const NEG_INFINITY: f32 = f32::NEG_INFINITY;
pub const NAN: f32 = f32::NAN;

float_constants! { f32: PI TAU E SQRT_2 FRAC_1_SQRT_2 FRAC_1_PI FRAC_2_PI FRAC_2_SQRT_PI FRAC_PI_2 FRAC_PI_3 FRAC_PI_4
FRAC_PI_6 FRAC_PI_8 LN_2 LN_10 LOG2_E LOG10_E LOG2_10 LOG10_2 }
