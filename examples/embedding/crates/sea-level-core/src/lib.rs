//! Measurements: series of numbers, their windows and how sure their mean is.
//!
//! Nothing in here knows Python, so all of it is tested, benchmarked and used without an interpreter.

mod bootstrap;
mod error;
mod parse;
mod series;
mod summary;

pub use bootstrap::{Bootstrap, Interval};
pub use error::Error;
pub use parse::parse;
pub use series::{Series, Windows};
pub use summary::Summary;
