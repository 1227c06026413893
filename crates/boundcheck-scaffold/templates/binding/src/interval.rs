//! `{{ module }}.confidence_interval`: long work on all cores, which other threads and Ctrl-C do not wait for.

use pyo3::prelude::*;

use {{ core }}::Bootstrap;

use crate::ADDITIONS_BETWEEN_SIGNALS;
use crate::errors::into_exception;
use crate::series::Series;

/// So that all cores have something to do, even with a long series.
const FEWEST_ROUNDS: usize = 64;

/// Where the mean of a series lies with some confidence, as `(low, high)`.
///
/// Draws the series again `rounds` times, on all cores; the same `seed` gives the same result. Other threads run
/// meanwhile, and Ctrl-C stops it.
///
/// Raises `ValueError` for a level that is not between 0 and 1, without a round and with more than ten million;
/// `OverflowError` for negative numbers.
#[pyfunction]
#[pyo3(signature = (series, *, level=0.95, rounds=10_000, seed=0))]
pub(crate) fn confidence_interval(
    py: Python<'_>,
    series: &Series,
    level: f64,
    rounds: usize,
    seed: u64,
) -> PyResult<(f64, f64)> {
    let mut bootstrap = match Bootstrap::new(&series.0, level, rounds, seed) {
        Ok(bootstrap) => bootstrap,
        Err(error) => return Err(into_exception(py, error)),
    };
    let step = ADDITIONS_BETWEEN_SIGNALS.checked_div(series.0.values().len());
    let step = step.unwrap_or_default().max(FEWEST_ROUNDS);
    while bootstrap.left() > 0 {
        // Detached, because the workers of rayon would be waited for with the interpreter held.
        py.detach(|| bootstrap.run(step));
        py.check_signals()?;
    }
    let interval = py.detach(|| bootstrap.interval());
    Ok((interval.low, interval.high))
}
