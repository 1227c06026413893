//! `cargo xtask test`: every test there is, from nothing but Rust and Python.

use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use fs_err as fs;

use crate::process::{cargo, run as run_command, watch};
use crate::projects;
use crate::python::Environment;
use crate::{root, work_folder};

/// What `cargo test` counted.
#[derive(Default, Debug, PartialEq, Eq)]
struct Totals {
    passed: u32,
    failed: u32,
    ignored: u32,
}

pub(crate) fn run() -> Result<()> {
    let started = Instant::now();
    let environment = Environment::for_tests()?;
    install(&environment)?;

    let mut totals = Totals::default();
    let rust = watch(environment.apply(cargo().args(["test", "--workspace", "--no-fail-fast"])), |line| {
        totals.add(line);
    })?;

    let mut closing = String::new();
    let python = watch(
        Command::new(environment.python())
            .args(["-m", "pytest", "--color=no", "tests/python"])
            .current_dir(root())
            .env("PYTHONDONTWRITEBYTECODE", "1"),
        |line| {
            if line.starts_with("==") {
                line.clone_into(&mut closing);
            }
        },
    )?;

    let projects = projects::check(&environment.program("boundcheck"))?;

    let Totals { passed, failed, ignored } = totals;
    let word = if rust { "ok" } else { "FAILED" };
    let closing_lines = format!(
        "{projects} projects that `boundcheck new` wrote: built, tested, audited\n\
         rust, all test binaries together, then python ({:.0} s in all):\n\
         test result: {word}. {passed} passed; {failed} failed; {ignored} ignored\n\
         {closing}\n",
        started.elapsed().as_secs_f64()
    );
    fs::write(work_folder().join("totals.txt"), &closing_lines)?;
    println!("\n{closing_lines}");
    if !(rust && python) {
        bail!("there were failures");
    }
    if passed == 0 || closing.is_empty() {
        bail!("a test runner ran nothing");
    }
    Ok(())
}

/// Builds the wheel with the artefacts of the other builds and installs it.
pub(crate) fn install(environment: &Environment) -> Result<()> {
    let wheels = work_folder().join("wheels");
    if wheels.exists() {
        fs::remove_dir_all(&wheels)?;
    }
    run_command(
        environment
            .apply(
                Command::new(environment.program("maturin")).args(["build", "--profile", "dev", "--out"]).arg(&wheels),
            )
            .current_dir(root()),
    )?;
    let wheel = fs::read_dir(&wheels)?.next().context("maturin built no wheel")??.path();
    run_command(environment.pip().args(["install", "--force-reinstall", "--no-deps"]).arg(wheel))
}

impl Totals {
    /// Adds `test result: ok. 3 passed; 0 failed; 1 ignored; …`.
    fn add(&mut self, line: &str) {
        let Some(counts) = line.strip_prefix("test result: ").and_then(|rest| rest.split_once(". ")) else { return };
        for count in counts.1.split(';') {
            match count.trim().split_once(' ') {
                Some((number, "passed")) => self.passed += number.parse().unwrap_or(0),
                Some((number, "failed")) => self.failed += number.parse().unwrap_or(0),
                Some((number, "ignored")) => self.ignored += number.parse().unwrap_or(0),
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Totals;

    #[test]
    fn the_lines_of_all_test_binaries_add_up() {
        let mut totals = Totals::default();
        totals.add("running 4 tests");
        totals.add("test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s");
        totals
            .add("test result: FAILED. 40 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.00s");
        assert_eq!(totals, Totals { passed: 43, failed: 2, ignored: 1 });
    }
}
