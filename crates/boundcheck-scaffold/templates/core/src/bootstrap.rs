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
    level: f64,
    rounds: usize,
    /// What the seeds of the rounds begin with: two seeds that are near give two that are not.
    base: u64,
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
    /// The most rounds that can be asked for: each keeps eight bytes until the end.
    pub const MOST_ROUNDS: usize = 10_000_000;

    /// No round has run yet.
    ///
    /// # Errors
    /// [`Error::Level`] for a level that is not between 0 and 1, [`Error::Rounds`] for no round or more than
    /// [`Self::MOST_ROUNDS`].
    pub fn new(series: &Series, level: f64, rounds: usize, seed: u64) -> Result<Self, Error> {
        if !(level > 0.0 && level < 1.0) {
            return Err(Error::Level { level });
        }
        if rounds == 0 || rounds > Self::MOST_ROUNDS {
            return Err(Error::Rounds { rounds });
        }
        Ok(Self {
            series: series.clone(),
            level,
            rounds,
            base: fastrand::Rng::with_seed(seed).u64(..),
            means: Vec::new(),
        })
    }

    /// How many rounds are left to run.
    pub fn left(&self) -> usize {
        self.rounds - self.means.len()
    }

    /// Runs that many of the rounds that are left. Each draws as many values as the series has.
    pub fn run(&mut self, rounds: usize) {
        let done = self.means.len();
        let (base, values) = (self.base, self.series.values());
        let means = (done..done + rounds.min(self.left()))
            .into_par_iter()
            .map(|round| mean_of_draw(values, base.wrapping_add(round as u64)));
        self.means.par_extend(means);
    }

    /// Runs the rounds that are left, and says where the mean is.
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a share of a length is a position in it"
    )]
    pub fn interval(mut self) -> Interval {
        self.run(self.left());
        self.means.par_sort_unstable_by(f64::total_cmp);
        let last = self.means.len() - 1;
        let at = |share: f64| self.means[((share * last as f64).round() as usize).min(last)];
        let tail = (1.0 - self.level) / 2.0;
        Interval {
            low: at(tail),
            high: at(1.0 - tail),
        }
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
