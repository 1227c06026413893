//! Small projects in temporary folders, and the command run in them.

use std::fs;
use std::path::{Path, PathBuf};

use snapbox::cmd::{Command, OutputAssert};
use tempfile::TempDir;

/// Sleeps while attached, which D002 finds.
pub(crate) const NAP: &str = r#"use pyo3::prelude::*;
use std::{thread, time::Duration};

/// Sleeps.
#[pyfunction]
fn nap(seconds: u64) {
    thread::sleep(Duration::from_secs(seconds));
}

#[pymodule]
mod naps {
    #[pymodule_export]
    use super::nap;
}
"#;

/// Sleeps detached, in which there is nothing to find.
pub(crate) const DETACHED_NAP: &str = r#"use pyo3::prelude::*;
use std::{thread, time::Duration};

/// Sleeps.
#[pyfunction]
fn nap(py: Python<'_>, seconds: u64) {
    py.detach(|| thread::sleep(Duration::from_secs(seconds)));
}

#[pymodule]
mod naps {
    #[pymodule_export]
    use super::nap;
}
"#;

pub(crate) const MANIFEST: &str = r#"[package]
name = "naps"
version = "0.1.0"
edition = "2021"

[lib]
crate-type = ["cdylib"]

[dependencies]
pyo3 = "0.30"
"#;

/// A folder that goes away with the value. Nothing above it configures boundcheck: it is the root of a repository.
pub(crate) struct Project {
    folder: TempDir,
}

impl Project {
    /// An empty folder.
    pub(crate) fn empty() -> Self {
        let folder = tempfile::Builder::new().prefix("boundcheck-test-").tempdir().unwrap();
        fs::create_dir(folder.path().join(".git")).unwrap();
        Self { folder }
    }

    /// A crate with this `src/lib.rs`.
    pub(crate) fn with_source(lib: &str) -> Self {
        Self::empty().file("Cargo.toml", MANIFEST).file("src/lib.rs", lib)
    }

    /// Adds a file.
    pub(crate) fn file(self, path: &str, text: impl AsRef<[u8]>) -> Self {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        self
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    /// `boundcheck ARGUMENTS` in the folder, arguments separated by blanks.
    pub(crate) fn command(&self, arguments: &str) -> Command {
        boundcheck(self.folder.path(), arguments)
    }

    /// Runs `boundcheck check --deps never ARGUMENTS` in the folder.
    pub(crate) fn check(&self, arguments: &str) -> OutputAssert {
        self.command(&format!("check --deps never {arguments}")).assert()
    }
}

/// `boundcheck ARGUMENTS` in a folder, free of what the environment of the test run says about colours.
pub(crate) fn boundcheck(folder: &Path, arguments: &str) -> Command {
    let mut redactions = snapbox::Redactions::new();
    redactions.insert("[SECONDS]", regex::Regex::new(r"(?<redacted>\d+\.\d+) ?s\b").unwrap()).unwrap();
    redactions.insert("[TEMP]", regex::Regex::new(r"(?<redacted>/[^\s:]*/boundcheck-test-\w+)").unwrap()).unwrap();
    let assert = snapbox::Assert::new().action_env(snapbox::assert::DEFAULT_ACTION_ENV).redact_with(redactions);
    let mut command = Command::new(snapbox::cmd::cargo_bin!("boundcheck")).with_assert(assert).current_dir(folder);
    for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "RUST_BACKTRACE"] {
        command = command.env_remove(variable);
    }
    command.env("COLUMNS", "100").args(arguments.split_whitespace())
}

/// Standard output as text.
pub(crate) fn stdout(assert: &OutputAssert) -> String {
    String::from_utf8(assert.get_output().stdout.clone()).unwrap()
}

/// Standard error as text.
pub(crate) fn stderr(assert: &OutputAssert) -> String {
    String::from_utf8(assert.get_output().stderr.clone()).unwrap()
}
