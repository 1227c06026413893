//! One file for each command.

pub(crate) mod check;
mod compare;
pub(crate) mod completions;
mod could_be_abi3;
pub(crate) mod init;
pub(crate) mod new;
mod output;
mod reproducible;
pub(crate) mod rule;
mod sources;
pub(crate) mod trace;
pub(crate) mod wheel;
