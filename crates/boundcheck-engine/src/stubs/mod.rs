//! The built-in signatures: of the standard library, which is always used, and of crates that are not on disk.

mod crates;
mod minicore;

pub(crate) use crates::{atoms, stub};
pub(crate) use minicore::std_files;
