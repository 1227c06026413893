//! From rust-analyzer's database to the model.

pub(crate) mod attributes;
pub(crate) mod body;
mod guards;
pub(crate) mod items;
pub(crate) mod names;
pub(crate) mod raw;
pub(crate) mod signature;
pub(crate) mod spans;
pub(crate) mod types;
