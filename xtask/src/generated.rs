//! `cargo xtask generated`: rewrites the files that tests compare with what is committed.

use anyhow::Result;

use crate::process::{cargo, run as run_command};

/// Crates with a test that rewrites its files under `UPDATE=1`.
const CRATES: [&str; 3] = ["boundcheck-rules", "boundcheck-report", "boundcheck-engine"];

pub(crate) fn run() -> Result<()> {
    let packages = CRATES.iter().flat_map(|name| ["--package", name]);
    run_command(cargo().arg("test").args(packages).arg("generated").env("UPDATE", "1"))
}
