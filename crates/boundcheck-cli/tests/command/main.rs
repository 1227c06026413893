//! The `boundcheck` command as a user meets it: real processes, real output.

mod bad_input;
mod check;
mod config;
mod formats;
mod help;
mod interrupt;
mod project;
mod rule;
mod schema;
