//! The usual figures of a series.

use crate::Error;

/// The usual figures of some values. Where they are so large that their squares are beyond the numbers, so are the
/// mean and the deviation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Summary {
    /// How many values there are.
    pub count: usize,
    /// The arithmetic mean.
    pub mean: f64,
    /// The standard deviation of the sample; 0 for a single value.
    pub std_dev: f64,
    /// The smallest value.
    pub min: f64,
    /// The largest value.
    pub max: f64,
}

impl Summary {
    /// Takes the figures in one pass, without keeping the values (Welford's method).
    ///
    /// # Errors
    /// [`Error::Empty`] without a value, [`Error::NotFinite`] for the first that is not finite.
    #[expect(clippy::cast_precision_loss, reason = "counts up to 2^52 are exact")]
    pub fn of(values: impl IntoIterator<Item = f64>) -> Result<Self, Error> {
        let (mut count, mut mean, mut squares) = (0_usize, 0.0, 0.0);
        let (mut min, mut max) = (f64::INFINITY, f64::NEG_INFINITY);
        for value in values {
            if !value.is_finite() {
                return Err(Error::NotFinite {
                    index: count,
                    value,
                });
            }
            count += 1;
            let distance = value - mean;
            mean += distance / count as f64;
            squares += distance * (value - mean);
            min = value.min(min);
            max = value.max(max);
        }
        match count {
            0 => Err(Error::Empty),
            _ => Ok(Self {
                count,
                mean,
                std_dev: (squares / (count.max(2) - 1) as f64).sqrt(),
                min,
                max,
            }),
        }
    }
}
