//! Times for Python: milliseconds as `float`, to a microsecond as in JSON. So a value survives the way there and back.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

/// The longest time, in microseconds: 35 years. All of them are exact in a `float`.
const LONGEST: u64 = 1 << 50;

/// Nanoseconds, rounded to a microsecond.
pub(crate) fn whole(ns: u64) -> u64 {
    (ns / 1000 + u64::from(ns % 1000 >= 500)).min(LONGEST) * 1000
}

/// Milliseconds of nanoseconds.
#[expect(clippy::cast_precision_loss, reason = "times are at most 2^50 microseconds")]
pub(crate) fn milliseconds(ns: u64) -> f64 {
    (ns / 1000) as f64 / 1e3
}

/// Nanoseconds of milliseconds; `ValueError` for what is no time.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the range is checked"
)]
pub(crate) fn from_milliseconds(name: &str, ms: f64) -> PyResult<u64> {
    let microseconds = (ms * 1e3).round();
    if (0.0..=LONGEST as f64).contains(&microseconds) {
        Ok(microseconds as u64 * 1000)
    } else {
        Err(PyValueError::new_err(format!("{name}: {ms} is no time in milliseconds")))
    }
}
