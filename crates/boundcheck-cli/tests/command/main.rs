//! The `boundcheck` command as a user meets it: real processes, real output.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

mod bad_input;
mod check;
mod config;
mod formats;
mod help;
mod init;
mod interrupt;
mod measured;
mod new;
mod project;
mod reproducible;
mod rule;
mod schema;
mod trace;
mod wheel;
#[path = "../../../boundcheck-wheel/tests/wheel/zip.rs"]
mod zip;
