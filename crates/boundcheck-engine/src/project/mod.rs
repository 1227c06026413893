//! What is on disk: packages, manifests, which of them touch Python.

mod discover;
mod features;
mod manifest;
mod python;
mod python_package;
mod setup_py;
mod table;

pub(crate) use discover::{Project, discover};
pub(crate) use manifest::LocalPackage;
