//! `sea_level.confidence_interval`: long work on all cores, which other threads and Ctrl-C do not wait for.

use pyo3::prelude::*;

use sea_level_core::Bootstrap;

use crate::errors::into_exception;
use crate::series::Series;

/// How many values are drawn before Python is asked for signals again: a few hundredths of a second.
const DRAWS_BETWEEN_SIGNALS: usize = 20_000_000;

/// Where the mean of a series lies with some confidence, as `(low, high)`.
///
/// Draws the series again `rounds` times, on all cores; the same `seed` gives the same result. Other threads run
/// meanwhile, and Ctrl-C stops it.
///
/// Raises `ValueError` for a level that is not between 0 and 1, or without a round.
#[pyfunction]
#[pyo3(signature = (series, *, level=0.95, rounds=10_000, seed=0))]
pub(crate) fn confidence_interval(
    py: Python<'_>,
    series: &Series,
    level: f64,
    rounds: usize,
    seed: u64,
) -> PyResult<(f64, f64)> {
    let rounds_between_signals = DRAWS_BETWEEN_SIGNALS.checked_div(series.0.values().len());
    let step = rounds_between_signals.unwrap_or_default().max(1);
    let mut bootstrap = Bootstrap::new(&series.0, seed);
    while bootstrap.rounds() < rounds {
        let left = rounds - bootstrap.rounds();
        // Detached, because the workers of rayon would be waited for with the interpreter held.
        py.detach(|| bootstrap.run(step.min(left)));
        py.check_signals()?;
    }
    match py.detach(|| bootstrap.interval(level)) {
        Ok(interval) => Ok((interval.low, interval.high)),
        Err(error) => Err(into_exception(py, error)),
    }
}
