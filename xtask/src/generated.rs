//! `cargo xtask generated`: rewrites the files that tests compare with what is committed.

use anyhow::Result;

use crate::process::{cargo, run as run_command};
use crate::python::Environment;

/// Words in the names of those tests.
const TESTS: [&str; 2] = ["generated", "committed"];

/// The whole workspace is built, as for `cargo xtask test`, so that nothing is compiled with other features.
pub(crate) fn run() -> Result<()> {
    let environment = Environment::for_tests()?;
    let mut command = cargo();
    command.args(["test", "--quiet", "--workspace", "--"]).args(TESTS).env("UPDATE", "1");
    run_command(environment.apply(&mut command))
}
