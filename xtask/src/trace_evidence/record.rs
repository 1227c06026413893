//! Running a program with and without `boundcheck trace`, and reading what that says.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use fs_err as fs;
use serde::Deserialize;
use serde_json::Value;

use crate::process::{Measured, cargo, measure, output, run};
use crate::trace_evidence::quiet::undisturbing;
use crate::{root, work_folder};

/// The command under test: a copy that later builds do not replace.
pub(crate) struct Boundcheck {
    path: PathBuf,
    /// The state of the sources that it was built from.
    pub commit: String,
}

/// A program to run.
#[derive(Clone, Default)]
pub(crate) struct Program {
    arguments: Vec<OsString>,
    variables: Vec<(OsString, OsString)>,
    folder: Option<PathBuf>,
}

/// What `boundcheck trace --format json` says.
#[derive(Deserialize)]
pub(crate) struct Trace {
    pub mode: String,
    pub wall_ms: f64,
    pub processes: Vec<Process>,
    pub threads: Vec<Thread>,
    pub exports: Vec<Export>,
    pub problems: Vec<String>,
}

#[derive(Deserialize)]
pub(crate) struct Process {
    pub complete: bool,
}

#[derive(Deserialize)]
pub(crate) struct Thread {
    pub name: String,
    pub attached_ms: f64,
    pub waited_ms: f64,
}

#[derive(Deserialize, Clone, Default)]
pub(crate) struct Export {
    #[serde(rename = "export")]
    pub name: String,
    pub library: String,
    pub kind: String,
    pub calls: u64,
    pub total_ms: f64,
    pub attached_ms: f64,
    pub own_attached_ms: f64,
    pub detached_ms: f64,
    pub reattach_wait_ms: f64,
    pub longest_hold_ms: f64,
    pub longest_own_ms: f64,
    pub blocked_thread_ms: f64,
    pub blocked_wall_ms: f64,
    pub drops: u64,
    pub exceptions: u64,
}

/// A program that ran recorded.
pub(crate) struct Recorded {
    pub done: Measured,
    pub trace: Trace,
}

impl Boundcheck {
    /// Builds the command and keeps a copy.
    pub(crate) fn build() -> Result<Self> {
        undisturbing(|| run(cargo().args(["build", "--package", "boundcheck-cli"])))?;
        let commit = output(Command::new("git").args(["rev-parse", "--short=10", "HEAD"]).current_dir(root()))?;
        let changed = output(
            Command::new("git")
                .args(["status", "--porcelain", "--", "crates/boundcheck-recorder", "crates/boundcheck-trace"])
                .current_dir(root()),
        )?;
        let with = if changed.trim().is_empty() { "" } else { " with changes that were not committed" };
        let path = folder()?.join("boundcheck");
        if path.exists() {
            fs::remove_file(&path)?;
        }
        fs::copy(root().join("target").join("debug").join("boundcheck"), &path)?;
        Ok(Self { path, commit: format!("{}{with}", commit.trim()) })
    }

    /// Runs a program recorded. Its failure is not an error here; that nothing was recorded is.
    pub(crate) fn record(&self, program: &Program) -> Result<Recorded> {
        let report = folder()?.join("trace.json");
        if report.exists() {
            fs::remove_file(&report)?;
        }
        let done = measure(&mut self.command(program, &report))?;
        let text = fs::read_to_string(&report).with_context(|| format!("nothing was recorded: {}", done.stderr))?;
        let trace = serde_json::from_str(&text).context("boundcheck wrote another format")?;
        Ok(Recorded { done, trace })
    }

    /// The command that runs a program recorded.
    fn command(&self, program: &Program, report: &Path) -> Command {
        let mut command = Command::new(&self.path);
        command.args(["trace", "--format", "json", "--output"]).arg(report).arg("--").args(&program.arguments);
        program.apply(&mut command);
        command
    }
}

impl Program {
    pub(crate) fn new(program: impl Into<OsString>) -> Self {
        Self { arguments: vec![program.into()], ..Self::default() }
    }

    /// A script of `xtask/trace`.
    pub(crate) fn script(python: &Path, name: &str) -> Self {
        Self::new(python).arg(root().join("xtask").join("trace").join(name))
    }

    pub(crate) fn arg(mut self, argument: impl Into<OsString>) -> Self {
        self.arguments.push(argument.into());
        self
    }

    pub(crate) fn args<A: Into<OsString>>(mut self, arguments: impl IntoIterator<Item = A>) -> Self {
        self.arguments.extend(arguments.into_iter().map(Into::into));
        self
    }

    /// With another program and its arguments behind its own, as `nice` has it.
    pub(crate) fn then(mut self, other: &Self) -> Self {
        self.arguments.extend(other.arguments.iter().cloned());
        self.variables.extend(other.variables.iter().cloned());
        self
    }

    pub(crate) fn env(mut self, name: impl Into<OsString>, value: impl Into<OsString>) -> Self {
        self.variables.push((name.into(), value.into()));
        self
    }

    pub(crate) fn folder(mut self, folder: impl Into<PathBuf>) -> Self {
        self.folder = Some(folder.into());
        self
    }

    /// Runs it unrecorded.
    pub(crate) fn run(&self) -> Result<Measured> {
        let (program, arguments) = self.arguments.split_first().context("no program")?;
        let mut command = Command::new(program);
        command.args(arguments);
        self.apply(&mut command);
        measure(&mut command)
    }

    fn apply(&self, command: &mut Command) {
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        if let Some(folder) = &self.folder {
            command.current_dir(folder);
        }
    }
}

impl Recorded {
    /// The program must have ended well, with the interpreter's lock seen.
    pub(crate) fn well(self) -> Result<Self> {
        if self.done.code != Some(0) {
            bail!("exit code {:?}: {}", self.done.code, self.done.stderr);
        }
        ensure!(self.trace.mode == "gil-timeline", "the lock was not seen: {:?}", self.trace.problems);
        ensure!(self.trace.processes.iter().all(|process| process.complete), "a process did not end");
        Ok(self)
    }
}

impl Trace {
    /// The export of that name and kind; one without calls where there is none. The module's name comes before it, but
    /// not before classes of `PyO3` 0.26, which do not know their module.
    pub(crate) fn export(&self, name: &str, kind: &str) -> Export {
        let found = self.exports.iter().find(|export| {
            let behind = export.name.split_once('.').map(|(_, behind)| behind);
            export.kind == kind && (export.name == name || behind == Some(name))
        });
        found.cloned().unwrap_or_default()
    }

    /// Attached time of all threads.
    pub(crate) fn attached_ms(&self) -> f64 {
        self.threads.iter().map(|thread| thread.attached_ms).sum()
    }
}

/// What a script said about itself, in its last line, after this word.
pub(crate) fn told(done: &Measured) -> Result<Value> {
    let line = done.stdout.lines().rev().find_map(|line| line.strip_prefix("told "));
    let line = line.with_context(|| format!("the script told nothing: {}", done.stderr))?;
    serde_json::from_str(line).context("the script told no JSON")
}

/// Where these tasks keep what they build.
pub(crate) fn folder() -> Result<PathBuf> {
    let folder = work_folder().join("trace");
    fs::create_dir_all(&folder)?;
    Ok(folder)
}
