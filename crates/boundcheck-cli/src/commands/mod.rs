//! One file for each command.

pub(crate) mod check;
pub(crate) mod completions;
mod could_be_abi3;
mod output;
pub(crate) mod rule;
pub(crate) mod wheel;
