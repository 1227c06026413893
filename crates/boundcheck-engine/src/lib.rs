//! rust-analyzer behind one door: a project on disk goes in, a [`Model`](boundcheck_model::Model) comes out.
//!
//! Nothing of the project is ever run: no build, no build script, no procedural macro; and the network is never used.
//! [`load`] never fails on bad source: what cannot be read becomes a [`Problem`](boundcheck_model::Problem).

extern crate ra_ap_rustc_type_ir as rustc_type_ir;

mod analysis;
mod assemble;
mod database;
mod dependencies;
mod effects;
mod expand;
mod explore;
mod files;
mod lower;
mod options;
mod project;
mod stubs;

pub use analysis::load;
pub use options::{Analysis, Cancel, DependencyMode, LoadError, OnProgress, Options, Progress};
