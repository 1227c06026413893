//! `cargo xtask projects`: what `boundcheck new` writes, built and tested as its README says.
//!
//! The tests run the projects in `examples` and one with everything in it; the task itself measures all modes from
//! clean, and goes through the versions of Python on this machine, and those of `PyO3` that boundcheck knows.

mod broken;
mod matrix;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};
use clap::Args;
use fs_err as fs;

use crate::process::{Measured, measure};
use crate::python::Environment;
use crate::{root, test, work_folder};

/// A project that `boundcheck new` wrote.
pub(crate) struct Project {
    /// What it is, for messages.
    title: String,
    folder: PathBuf,
    /// Where Cargo builds; with `None`, in the project itself.
    target: Option<PathBuf>,
    /// The Python that builds and tests it; with `None`, the first on the path.
    python: Option<PathBuf>,
}

/// Options of the task.
#[derive(Args)]
pub(crate) struct Arguments {
    /// Run one part only, and print it instead of writing the document.
    #[arg(long)]
    only: Option<matrix::Part>,
}

/// Measures everything and writes docs/new-projects.md.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let environment = Environment::for_tests()?;
    test::install(&environment)?;
    let boundcheck = environment.program("boundcheck");
    if let Some(part) = arguments.only {
        println!("{}", part.section(&boundcheck)?);
        return Ok(());
    }
    let page = matrix::page(&boundcheck)?;
    let path = root().join("docs").join("new-projects.md");
    fs::write(&path, page)?;
    println!("wrote {}", path.display());
    Ok(())
}

/// For the tests: both examples, and a new project with everything.
pub(crate) fn check(boundcheck: &Path) -> Result<usize> {
    let examples = root().join("examples");
    let example = |name: &str| Project {
        title: format!("examples/{name}"),
        folder: examples.join(name),
        target: Some(target(name)),
        python: None,
    };
    let mut projects = vec![example("extension"), example("embedding")];
    let options = ["--mode", "both", "--async"];
    projects.push(Project::new(boundcheck, "everything", &options, Some(target("everything")))?);
    for project in &projects {
        println!("=== {}", project.title);
        project.test()?;
        project.audit(boundcheck)?;
    }
    Ok(projects.len())
}

/// Where Cargo builds one project. Each has its own: the libraries of all are called `_core`.
fn target(name: &str) -> PathBuf {
    work_folder().join("projects").join("targets").join(name)
}

impl Project {
    /// Has `boundcheck new` write a project anew.
    fn new(boundcheck: &Path, title: &str, options: &[&str], target: Option<PathBuf>) -> Result<Self> {
        let folder = work_folder().join("projects").join(title.replace(' ', "-"));
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        let folder = folder.join("demo");
        succeed(Command::new(boundcheck).arg("new").arg(&folder).args(options))?;
        Ok(Self { title: title.to_owned(), folder, target, python: None })
    }

    /// Runs the commands of the README, word by word, and gives the seconds they took.
    fn test(&self) -> Result<f64> {
        let started = Instant::now();
        let readme = fs::read_to_string(self.folder.join("README.md"))?;
        let commands = readme.split("## Two commands").nth(1).and_then(|rest| rest.split("```").nth(1));
        let commands = commands.and_then(|block| block.strip_prefix("sh\n")).context("the README has no commands")?;
        ensure!(commands.lines().count() == 2, "the README promises two commands");
        for command in commands.lines() {
            println!("$ {command}");
            succeed(self.apply(Command::new("sh").args(["-c", command])))?;
        }
        Ok(started.elapsed().as_secs_f64())
    }

    /// Formatting, lints, types, pipelines, and boundcheck's own view of the sources and of the wheel.
    fn audit(&self, boundcheck: &Path) -> Result<()> {
        self.pipelines(boundcheck)?;
        succeed(self.apply(Command::new("cargo").args(["fmt", "--all", "--check"])))?;
        let lint = ["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"];
        let linted = succeed(self.apply(Command::new("cargo").args(lint)))?;
        ensure!(!linted.stderr.contains("warning"), "{}: {}", self.title, linted.stderr);
        succeed(self.apply(Command::new("cargo").args(["test", "--workspace", "--quiet"])))?;
        succeed(Command::new(boundcheck).args(["check", "--persona", "auditor"]).arg(&self.folder))?;
        if self.folder.join("pyproject.toml").exists() {
            succeed(self.apply(&mut Command::new(self.program("mypy"))))?;
            for check in [&["format", "--check", "."] as &[&str], &["check", "."]] {
                succeed(self.apply(Command::new(beside(boundcheck, "ruff")).args(check)))?;
            }
            let once = ["benchmarks", "--benchmark-disable", "-p", "no:cacheprovider"];
            succeed(self.apply(Command::new(self.program("pytest")).args(once)))?;
            let wheel = self.wheel(boundcheck)?;
            succeed(Command::new(boundcheck).args(["wheel", "--persona", "auditor"]).arg(wheel))?;
        }
        Ok(())
    }

    /// The pipelines of GitHub and GitLab against their schemas; those of GitHub also for what makes them unsafe.
    fn pipelines(&self, boundcheck: &Path) -> Result<()> {
        let workflows = self.folder.join(".github").join("workflows");
        let github: Vec<PathBuf> = fs::read_dir(&workflows)?.flatten().map(|entry| entry.path()).collect();
        let schema = ["--builtin-schema", "vendor.github-workflows"];
        succeed(Command::new(beside(boundcheck, "check-jsonschema")).args(schema).args(&github))?;
        let schema = ["--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci"];
        let gitlab = self.folder.join(".gitlab-ci.yml");
        succeed(Command::new(beside(boundcheck, "check-jsonschema")).args(schema).arg(gitlab))?;
        succeed(Command::new(beside(boundcheck, "zizmor")).args(["--offline", "--quiet"]).arg(&workflows))?;
        Ok(())
    }

    /// Builds the wheel that would ship, with the maturin that is installed beside boundcheck.
    fn wheel(&self, boundcheck: &Path) -> Result<PathBuf> {
        let dist = self.folder.join("dist");
        if dist.exists() {
            fs::remove_dir_all(&dist)?;
        }
        succeed(self.apply(Command::new(beside(boundcheck, "maturin")).args(["build", "--release", "--out", "dist"])))?;
        Ok(fs::read_dir(dist)?.next().context("maturin built no wheel")??.path())
    }

    /// A program of the project's own environment.
    fn program(&self, name: &str) -> PathBuf {
        self.folder.join(".venv").join("bin").join(name)
    }

    /// The command in the project's folder, as a user would run it.
    fn apply<'c>(&self, command: &'c mut Command) -> &'c mut Command {
        command.current_dir(&self.folder);
        // Cargo, which runs this task, tells programs about the task's own crate and toolchain.
        for variable in ["PYO3_PYTHON", "PYO3_BUILD_EXTENSION_MODULE", "VIRTUAL_ENV"] {
            command.env_remove(variable);
        }
        if let Some(target) = &self.target {
            command.env("CARGO_TARGET_DIR", target);
        }
        // A bare name is on the path already.
        let folder = self.python.as_ref().and_then(|python| python.parent());
        if let Some(folder) = folder.filter(|folder| !folder.as_os_str().is_empty()) {
            let path = std::env::var_os("PATH").unwrap_or_default();
            let folders = std::iter::once(folder.to_owned()).chain(std::env::split_paths(&path));
            command.env("PATH", std::env::join_paths(folders).unwrap_or(path));
        }
        command
    }
}

/// A program that is installed in the same environment as boundcheck.
fn beside(boundcheck: &Path, name: &str) -> PathBuf {
    boundcheck.with_file_name(if cfg!(windows) { format!("{name}.exe") } else { name.to_owned() })
}

/// Runs a program; unless it succeeds, an error with all that it said.
fn succeed(command: &mut Command) -> Result<Measured> {
    let done = measure(command)?;
    if done.code == Some(0) {
        return Ok(done);
    }
    bail!("{command:?} failed\n{}\n{}", done.stdout, done.stderr)
}
