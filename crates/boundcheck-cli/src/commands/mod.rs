//! One file for each command.

pub(crate) mod check;
pub(crate) mod completions;
mod output;
pub(crate) mod rule;
pub(crate) mod wheel;
