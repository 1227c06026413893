//! How sure a mean is.

use rayon::prelude::*;

use crate::{Error, Series};

/// Draws a series again and again and takes the mean of each draw: the spread of these means tells how sure the mean
/// of the series is.
///
/// Rounds run on all cores. The same seed gives the same interval, however the rounds are divided.
#[derive(Debug, Clone)]
pub struct Bootstrap {
    series: Series,
    seed: u64,
    means: Vec<f64>,
}

/// Where the mean is, with some confidence.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

impl Bootstrap {
    /// No round has run yet.
    pub fn new(series: &Series, seed: u64) -> Self {
        Self {
            series: series.clone(),
            seed,
            means: Vec::new(),
        }
    }

    /// How many rounds have run.
    pub fn rounds(&self) -> usize {
        self.means.len()
    }

    /// Runs that many more rounds, each of which draws as many values as the series has.
    pub fn run(&mut self, rounds: usize) {
        let (done, seed, values) = (self.means.len(), self.seed, self.series.values());
        let means = (done..done + rounds)
            .into_par_iter()
            .map(|round| mean_of_draw(values, seed.wrapping_add(round as u64)));
        self.means.par_extend(means);
    }

    /// The interval that holds the mean with this confidence.
    ///
    /// # Errors
    /// [`Error::Level`] for a level that is not between 0 and 1, [`Error::NoRounds`] before the first round.
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a share of a length is a position in it"
    )]
    pub fn interval(&self, level: f64) -> Result<Interval, Error> {
        if !(level > 0.0 && level < 1.0) {
            return Err(Error::Level { level });
        }
        let mut means = self.means.clone();
        means.sort_unstable_by(f64::total_cmp);
        let at = |share: f64| {
            let position = share * means.len().saturating_sub(1) as f64;
            means
                .get(position.round() as usize)
                .copied()
                .ok_or(Error::NoRounds)
        };
        let tail = (1.0 - level) / 2.0;
        Ok(Interval {
            low: at(tail)?,
            high: at(1.0 - tail)?,
        })
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "no series has 2^52 values in memory"
)]
fn mean_of_draw(values: &[f64], seed: u64) -> f64 {
    let mut random = fastrand::Rng::with_seed(seed);
    let sum: f64 = (0..values.len())
        .map(|_| values[random.usize(..values.len())])
        .sum();
    sum / values.len() as f64
}
