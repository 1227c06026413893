//! The evidence about `boundcheck trace`: how exact it is, what it costs, that programs do not notice, what it finds.
//!
//! `cargo xtask trace-accuracy`, `bench-trace`, `trace-suites` and `trace-findings` write `docs/trace-*.md`. Scripts
//! that run recorded are in `xtask/trace`, versions of packages in `xtask/requirements-trace.txt`.

pub(crate) mod accuracy;
pub(crate) mod bench;
mod environment;
mod figures;
pub(crate) mod findings;
mod interpreters;
mod quiet;
mod record;
pub(crate) mod suites;
mod target;
