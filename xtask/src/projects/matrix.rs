//! The evidence about new projects: times from clean, and every version that matters.

use std::env;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use clap::ValueEnum;
use fs_err as fs;

use super::{Project, broken, succeed, target};
use crate::ecosystem::machine;
use crate::process::measure;
use crate::work_folder;

/// The newest and the oldest minor version of `CPython` that is looked for.
const MINORS: std::ops::RangeInclusive<u32> = 9..=15;

/// The versions of `PyO3` that `boundcheck new` knows besides its newest.
const OLDER_PYO3: [&str; 2] = ["0.29", "0.28"];

/// A part of the evidence.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Part {
    /// How long it takes from clean.
    Times,
    /// One wheel for every Python.
    OneWheel,
    /// The oldest and the newest Python.
    Pythons,
    /// The older versions of `PyO3`.
    Pyo3,
    /// Tests that fail without what they test.
    Broken,
}

impl Part {
    pub(super) fn section(self, boundcheck: &Path) -> Result<String> {
        match self {
            Self::Times => times(boundcheck),
            Self::OneWheel => one_wheel(boundcheck, &pythons()?),
            Self::Pythons => oldest_and_newest(boundcheck, &pythons()?),
            Self::Pyo3 => older_pyo3(boundcheck),
            Self::Broken => broken::section(boundcheck),
        }
    }
}

/// Runs everything and describes it.
pub(super) fn page(boundcheck: &Path) -> Result<String> {
    let mut text = format!(
        "<!-- Written by `cargo xtask projects`. -->\n# New projects, built and tested\n\n\
         Every project here was written by the `boundcheck new` of an installed wheel, and its README's two commands were \
         run word by word. After that it was formatted (`cargo fmt --check`, `ruff format --check`), without a warning \
         (`cargo clippy` with `-D warnings`, `mypy --strict`, `ruff check`; its pipelines by their schemas and zizmor), and \
         without a finding (`boundcheck check --persona auditor`, `boundcheck wheel --persona auditor` on its wheel). \
         Measured on {}; crates and packages were downloaded before.\n",
        machine()?
    );
    for part in Part::value_variants() {
        text.push_str(&part.section(boundcheck)?);
    }
    Ok(text)
}

/// From `boundcheck new` to green tests, with nothing built before.
fn times(boundcheck: &Path) -> Result<String> {
    let mut text = String::new();
    text.push_str("\n## From `boundcheck new` to green tests\n\n");
    text.push_str("Nothing was built before: each has a target folder and an environment of its own.\n\n");
    text.push_str("| command | files | s |\n|---|---|---|\n");
    for options in [
        &["--mode", "extension"] as &[&str],
        &["--mode", "embedding"],
        &["--mode", "both"],
        &["--mode", "extension", "--async"],
        &["--mode", "embedding", "--async"],
        &["--mode", "both", "--async"],
    ] {
        let shown = options.join(" ");
        println!("=== {shown}, from clean");
        let project = Project::new(boundcheck, "clean", options, None)?;
        let files = count(&project.folder)?;
        let seconds = project.test()?;
        project.audit(boundcheck)?;
        let _ = writeln!(text, "| `boundcheck new demo {shown}` | {files} | {seconds:.0} |");
    }
    Ok(text)
}

/// One wheel for the oldest Python, imported and used in all of them.
fn one_wheel(boundcheck: &Path, pythons: &[(String, PathBuf)]) -> Result<String> {
    let mut text = String::new();
    let (oldest, interpreter) = pythons.first().context("no Python")?;
    println!("=== one wheel for all");
    let target = Some(target("one-wheel"));
    let mut project = Project::new(boundcheck, "one wheel", &["--python", oldest], target)?;
    project.python = Some(interpreter.clone());
    project.test()?;
    let wheel = project.wheel(boundcheck)?;
    let name = wheel.file_name().and_then(|name| name.to_str()).context("a file name")?;
    let _ = write!(
        text,
        "\n## One wheel for every Python\n\n`{name}` was imported, and the tests of its project run with it, on CPython"
    );
    for (index, (version, interpreter)) in pythons.iter().enumerate() {
        println!("=== {name} on {version}");
        let environment = work_folder().join("projects").join("pythons").join(version);
        let python = environment.join("bin").join("python");
        succeed(Command::new(interpreter).args(["-m", "venv", "--clear"]).arg(&environment))?;
        let install = ["-m", "pip", "--disable-pip-version-check", "install", "--quiet"];
        let requirement = format!("{}[test]", wheel.display());
        succeed(Command::new(&python).args(install).arg(requirement))?;
        succeed(Command::new(&python).args(["-m", "pytest", "-p", "no:cacheprovider"]).current_dir(&project.folder))?;
        let comma = if index == 0 { "" } else { "," };
        let _ = write!(text, "{comma} {}", full_version(&python)?);
    }
    text.push_str(".\n");
    Ok(text)
}

/// Both ways of integration, built with the oldest and the newest Python.
fn oldest_and_newest(boundcheck: &Path, pythons: &[(String, PathBuf)]) -> Result<String> {
    let mut text = String::new();
    text.push_str(
        "\n## Oldest and newest Python\n\nBuilt with it, tested and audited:\n\n| Python | mode |\n|---|---|\n",
    );
    let (oldest, _) = pythons.first().context("no Python")?;
    for (version, interpreter) in pythons.first().into_iter().chain(pythons.last()) {
        for mode in ["extension", "embedding"] {
            println!("=== {mode} with Python {version}");
            let target = Some(target(&format!("{mode}-{version}")));
            let options = ["--mode", mode, "--python", oldest];
            let mut project = Project::new(boundcheck, "oldest and newest", &options, target)?;
            project.python = Some(interpreter.clone());
            project.test()?;
            project.audit(boundcheck)?;
            let _ = writeln!(text, "| {} | {mode} |", full_version(interpreter)?);
        }
    }
    Ok(text)
}

/// The older versions of `PyO3` that can be asked for.
fn older_pyo3(boundcheck: &Path) -> Result<String> {
    let mut text = String::new();
    text.push_str(
        "\n## Older PyO3\n\nThe project with everything in it (`--mode both --async`), tested and audited:\n\n",
    );
    for pyo3 in OLDER_PYO3 {
        println!("=== PyO3 {pyo3}");
        let target = Some(target(&format!("pyo3-{pyo3}")));
        let options = ["--mode", "both", "--async", "--pyo3", pyo3];
        let project = Project::new(boundcheck, "older pyo3", &options, target)?;
        project.test()?;
        project.audit(boundcheck)?;
        let _ = writeln!(text, "- `--pyo3 {pyo3}`");
    }
    Ok(text)
}

/// The versions of Python on this machine, oldest first: those of pyenv, else those on the path.
fn pythons() -> Result<Vec<(String, PathBuf)>> {
    let pyenv = env::var_os("PYENV_ROOT").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".pyenv")));
    let installed: Vec<PathBuf> = pyenv
        .and_then(|pyenv| fs::read_dir(pyenv.join("versions")).ok())
        .map(|entries| entries.flatten().map(|entry| entry.path()).collect())
        .unwrap_or_default();
    let found: Vec<_> = MINORS
        .filter_map(|minor| {
            let version = format!("3.{minor}");
            let program = format!("python{version}");
            let with_pyenv = installed.iter().map(|folder| folder.join("bin").join(&program));
            let candidates = with_pyenv.chain([PathBuf::from(&program)]);
            let works = |program: &PathBuf| {
                let asked = measure(Command::new(program).args(["-c", "import ensurepip"]));
                asked.is_ok_and(|asked| asked.code == Some(0))
            };
            candidates.into_iter().find(works).map(|program| (version, program))
        })
        .collect();
    ensure!(found.len() > 1, "only one Python was found");
    Ok(found)
}

fn full_version(python: &Path) -> Result<String> {
    let told = succeed(Command::new(python).arg("--version"))?.stdout;
    Ok(told.split_whitespace().nth(1).context("a version")?.to_owned())
}

/// How many files are in a folder.
fn count(folder: &Path) -> Result<usize> {
    let mut files = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        files += if entry.file_type()?.is_dir() { count(&entry.path())? } else { 1 };
    }
    Ok(files)
}
