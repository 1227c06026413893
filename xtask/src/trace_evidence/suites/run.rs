//! One suite, recorded and not.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use fs_err as fs;

use super::list::{Source, Suite};
use crate::packages;
use crate::process::Measured;
use crate::root;
use crate::trace_evidence::environment::Packages;
use crate::trace_evidence::figures::least;
use crate::trace_evidence::quiet::{Machine, undisturbing};
use crate::trace_evidence::record::{Boundcheck, Program, Trace, folder};

/// What became of each test.
type Outcomes = BTreeMap<String, String>;

/// A suite that ran some times recorded and some times not.
pub(super) struct Compared {
    pub outcomes: Outcomes,
    /// Tests with another outcome when recorded, or in a second unrecorded run.
    pub differences: Vec<String>,
    pub exit_codes: Vec<Option<i32>>,
    /// The fastest, in seconds.
    pub off: f64,
    pub on: f64,
    pub trace: Trace,
}

/// Runs `suite` in turns.
pub(super) fn compare(
    boundcheck: &Boundcheck,
    machine: &Machine,
    packages: &Packages,
    suite: &Suite,
    rounds: usize,
) -> Result<Compared> {
    let place = place(packages, suite)?;
    let report = folder()?.join("outcomes.json");
    let program = Program::new(packages.python())
        .args(["-m", "pytest", "-q", "-p", "outcomes", "-p", "no:cacheprovider", "--hypothesis-seed=0", "--no-header"])
        // Not the configuration of a folder further out.
        .args(["-c", "/dev/null", "--rootdir"])
        .arg(&place)
        .args(suite.arguments.iter().copied())
        .args(suite.paths.iter().map(|path| place.join(path)))
        .env("PYTHONPATH", root().join("xtask").join("trace"))
        .env("PYTHONDONTWRITEBYTECODE", "1")
        // Sets are in the order of hashes, and in the ids of tests.
        .env("PYTHONHASHSEED", "0")
        .env("OUTCOMES", &report)
        .folder(match suite.source {
            // Its folders would be imported before packages of the same names: `numpy/typing`.
            Source::Wheel(_) => folder()?,
            Source::Sdist(_) => place.clone(),
        });
    let (mut first, mut differences, mut exit_codes, mut trace) = (None, Vec::new(), Vec::new(), None);
    let (mut off, mut on) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        for is_recorded in [false, true] {
            let done = machine.alone(|| {
                if report.exists() {
                    fs::remove_file(&report)?;
                }
                if !is_recorded {
                    return program.run();
                }
                let recorded = boundcheck.record(&program)?;
                trace = Some(recorded.trace);
                Ok(recorded.done)
            })?;
            let outcomes = read(&report, &done).with_context(|| suite.title)?;
            exit_codes.push(done.code);
            let seconds = if is_recorded { &mut on } else { &mut off };
            seconds.push(done.seconds);
            if let Some(first) = &first {
                differences.extend(differ(first, &outcomes, is_recorded));
            } else {
                first = Some(outcomes);
            }
        }
    }
    Ok(Compared {
        outcomes: first.context("no round")?,
        differences,
        exit_codes,
        off: least(&off),
        on: least(&on),
        trace: trace.context("no round")?,
    })
}

/// The folder with the tests. Those of an sdist are copied out of it, so that its sources are not imported.
fn place(packages: &Packages, suite: &Suite) -> Result<PathBuf> {
    let below = match suite.source {
        Source::Wheel(below) => return Ok(packages.site_packages()?.join(below)),
        Source::Sdist(below) => below,
    };
    let lists = packages::read("trace-sdists.toml")?.into_iter().chain(packages::read("ecosystem.toml")?);
    let package = lists.into_iter().find(|package| package.name == suite.package).context("no such sdist")?;
    undisturbing(|| package.fetch())?;
    let installed = packages.version(suite.package)?;
    ensure!(package.version == installed, "{}: tests of {}, wheel {installed}", suite.package, package.version);
    // Under the same name: tests import from each other by it.
    let place = folder()?.join("suites").join(suite.package).join(below);
    if place.exists() {
        fs::remove_dir_all(&place)?;
    }
    copy(&package.folder().join(below), &place)?;
    Ok(place)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &to.join(entry.file_name()))?;
        } else {
            fs::copy(entry.path(), to.join(entry.file_name()))?;
        }
    }
    Ok(())
}

fn read(report: &Path, done: &Measured) -> Result<Outcomes> {
    let said: String = done.stdout.lines().rev().take(15).collect::<Vec<_>>().join("\n");
    let text = fs::read_to_string(report).with_context(|| format!("no outcomes: {said} {}", done.stderr))?;
    let outcomes: Outcomes = serde_json::from_str(&text)?;
    let all = outcomes.len();
    let outcomes: Outcomes = outcomes.into_iter().map(|(id, outcome)| (in_order(&id), outcome)).collect();
    ensure!(outcomes.len() == all, "two tests of {} differ only in the order of lines in their ids", report.display());
    Ok(outcomes)
}

/// The id of a test, with lines in order: some contain a hash map of Rust as text, which is in another order each time.
fn in_order(id: &str) -> String {
    let mut lines: Vec<&str> = id.split("\\n").collect();
    lines.sort_unstable();
    lines.join("\\n")
}

fn differ(first: &Outcomes, other: &Outcomes, is_recorded: bool) -> Vec<String> {
    let how = if is_recorded { "recorded" } else { "not recorded, later" };
    let missing = "not there".to_owned();
    let all = first.keys().chain(other.keys().filter(|id| !first.contains_key(*id)));
    all.filter_map(|id| {
        let (one, two) = (first.get(id).unwrap_or(&missing), other.get(id).unwrap_or(&missing));
        (one != two).then(|| format!("`{id}`: {one}, {how} {two}"))
    })
    .collect()
}
