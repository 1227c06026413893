//! Series of measurements.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use crate::Error;

/// Measurements in the order they were made: at least one, all of them finite. Cheap to clone.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    values: Arc<[f64]>,
}

// Values are finite, so each of them equals itself.
impl Eq for Series {}

impl Hash for Series {
    fn hash<H: Hasher>(&self, state: &mut H) {
        for value in &*self.values {
            // Equal values hash equally: adding zero makes -0.0 the same as 0.0.
            (value + 0.0).to_bits().hash(state);
        }
    }
}

impl Series {
    /// A series of these values.
    ///
    /// # Errors
    /// [`Error::Empty`] without a value, [`Error::NotFinite`] for the first that is not finite.
    pub fn new(values: Vec<f64>) -> Result<Self, Error> {
        if values.is_empty() {
            return Err(Error::Empty);
        }
        match values.iter().position(|value| !value.is_finite()) {
            Some(index) => Err(Error::NotFinite {
                index,
                value: values[index],
            }),
            None => Ok(Self {
                values: values.into(),
            }),
        }
    }

    /// The values.
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// The arithmetic mean; infinite when the sum is beyond the numbers.
    pub fn mean(&self) -> f64 {
        mean(&self.values)
    }

    /// The means of all windows of `size` neighbours, from the first to the last.
    ///
    /// # Errors
    /// [`Error::Window`] when no window of that size fits.
    pub fn windows(&self, size: usize) -> Result<Windows, Error> {
        let len = self.values.len();
        if size == 0 || size > len {
            return Err(Error::Window { size, len });
        }
        Ok(Windows {
            values: Arc::clone(&self.values),
            size,
            start: 0,
        })
    }
}

/// The means of the windows of a [`Series`], which it keeps alive.
#[derive(Debug, Clone)]
pub struct Windows {
    values: Arc<[f64]>,
    size: usize,
    start: usize,
}

impl Iterator for Windows {
    type Item = f64;

    fn next(&mut self) -> Option<f64> {
        let window = self.values.get(self.start..self.start + self.size)?;
        self.start += 1;
        Some(mean(window))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = (self.values.len() + 1).saturating_sub(self.start + self.size);
        (left, Some(left))
    }
}

impl ExactSizeIterator for Windows {}

#[expect(
    clippy::cast_precision_loss,
    reason = "no series has 2^52 values in memory"
)]
fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}
