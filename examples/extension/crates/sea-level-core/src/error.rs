//! What can be wrong with measurements.

use std::num::ParseFloatError;

/// What is wrong with measurements, or with what was asked of them.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Error {
    /// A line of a text is not a number.
    #[error("line {line}: `{text}` is not a number")]
    Parse {
        /// The number of the line, from 1.
        line: usize,
        /// What stands there.
        text: String,
        /// Why it is not a number.
        source: ParseFloatError,
    },
    /// A value is infinite or not a number.
    #[error("value {index} is {value}, which is not a finite number")]
    NotFinite {
        /// The place of the value, from 0.
        index: usize,
        /// The value.
        value: f64,
    },
    /// There is no value at all.
    #[error("there are no values")]
    Empty,
    /// A window is empty or longer than its series.
    #[error("a window of {size} does not fit into {len} values")]
    Window {
        /// The length that was asked for.
        size: usize,
        /// The length of the series.
        len: usize,
    },
    /// A confidence level is not between 0 and 1.
    #[error("a confidence level lies between 0 and 1, {level} does not")]
    Level {
        /// The level that was asked for.
        level: f64,
    },
    /// No round was asked for, or too many.
    #[error(
        "an interval takes from 1 to {} rounds, not {rounds}",
        crate::Bootstrap::MOST_ROUNDS
    )]
    Rounds {
        /// The number that was asked for.
        rounds: usize,
    },
}
