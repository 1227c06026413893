//! `cargo xtask trace-suites`: programs do not notice that they are recorded.

mod list;
mod run;

use std::fmt::Write as _;

use anyhow::{Context, Result, ensure};
use clap::Args;
use fs_err as fs;

use self::list::{PROGRAMS, SUITES, Suite};
use self::run::{Compared, compare};
use crate::root;
use crate::trace_evidence::environment::Packages;
use crate::trace_evidence::figures::{grouped, least};
use crate::trace_evidence::quiet::Machine;
use crate::trace_evidence::record::{Boundcheck, Program};

/// Options of the task.
#[derive(Args)]
pub(crate) struct Arguments {
    /// How often each runs without and with recording, in turns.
    #[arg(long, default_value_t = 2)]
    rounds: usize,
    /// Only suites whose title begins so, printed instead of written.
    #[arg(long)]
    only: Option<String>,
}

/// Runs all and writes docs/trace-suites.md.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let boundcheck = Boundcheck::build()?;
    let packages = Packages::install()?;
    let machine = Machine::default();
    let (mut rows, mut notes) = (String::new(), String::new());
    let is_wanted = |title: &str| arguments.only.as_ref().is_none_or(|only| title.starts_with(only.as_str()));
    for suite in SUITES.iter().filter(|suite| is_wanted(suite.title)) {
        println!("=== {}", suite.title);
        let compared = compare(&boundcheck, &machine, &packages, suite, arguments.rounds)?;
        rows.push_str(&row(&packages, suite, &compared)?);
        notes.push_str(&remarks(suite, &compared));
    }
    let programs = programs(&boundcheck, &machine, &packages, &is_wanted, arguments.rounds)?;
    let text = format!(
        "<!-- Written by `cargo xtask trace-suites`. -->\n# Test suites and programs, recorded and not\n\n\
         Each runs {} times without and {} times under `boundcheck trace`, in turns, on CPython {}. The outcome of every \
         single test is compared by its id, not only the sums. Seconds are the fastest, of the whole command. Tests that come \
         with a wheel run where it is installed; those of an sdist are copied out of it and run against the published wheel \
         of the same version. Versions are in `xtask/requirements-trace.txt`. Built from commit {}. {}\n\n\
         | suite | written with | passed | failed | skipped | expected to fail | equal | exports | calls recorded | s without | s with | |\n\
         |---|---|---|---|---|---|---|---|---|---|---|---|\n{rows}\n{notes}\n{programs}",
        arguments.rounds,
        arguments.rounds,
        packages.interpreter.version,
        boundcheck.commit,
        machine.describe()?
    );
    if arguments.only.is_some() {
        println!("{text}");
        return Ok(());
    }
    let path = root().join("docs").join("trace-suites.md");
    fs::write(&path, text)?;
    println!("wrote {}", path.display());
    Ok(())
}

fn row(packages: &Packages, suite: &Suite, compared: &Compared) -> Result<String> {
    let count = |word: &[&str]| compared.outcomes.values().filter(|outcome| word.contains(&outcome.as_str())).count();
    let trace = &compared.trace;
    let is_equal =
        compared.differences.is_empty() && compared.exit_codes.windows(2).all(|codes| codes.first() == codes.last());
    Ok(format!(
        "| {} {} | {} | {} | {} | {} | {} | {} | {} | {} | {:.2} | {:.2} | {:+.1} % |\n",
        suite.title,
        packages.version(suite.package)?,
        suite.made_of,
        count(&["passed"]),
        count(&["failed", "error", "not collected"]),
        count(&["skipped"]),
        count(&["xfailed"]),
        if is_equal { "yes" } else { "**no**" },
        trace.exports.len(),
        grouped(trace.exports.iter().map(|export| export.calls).sum()),
        compared.off,
        compared.on,
        (compared.on / compared.off - 1.0) * 100.0
    ))
}

/// Failures, differences, and what the recorder remarks.
fn remarks(suite: &Suite, compared: &Compared) -> String {
    let mut text = String::new();
    if !suite.note.is_empty() {
        let _ = writeln!(text, "- {}: {}.", suite.title, suite.note);
    }
    let failed: Vec<&str> = compared
        .outcomes
        .iter()
        .filter(|(_, outcome)| ["failed", "error", "not collected"].contains(&outcome.as_str()))
        .map(|(id, _)| id.as_str())
        .collect();
    if !failed.is_empty() {
        let shown: Vec<String> = failed.iter().take(5).map(|id| format!("`{id}`")).collect();
        let more = if failed.len() > 5 { format!(" and {} more", failed.len() - 5) } else { String::new() };
        let _ = writeln!(text, "- {}: fails without recording as well: {}{more}.", suite.title, shown.join(", "));
    }
    for difference in compared.differences.iter().take(20) {
        let _ = writeln!(text, "- {}: **differs**: {difference}.", suite.title);
    }
    for problem in &compared.trace.problems {
        let _ = writeln!(text, "- {}: the recorder says: {problem}.", suite.title);
    }
    text
}

/// Programs: the same output and exit code.
fn programs(
    boundcheck: &Boundcheck,
    machine: &Machine,
    packages: &Packages,
    is_wanted: &dyn Fn(&str) -> bool,
    rounds: usize,
) -> Result<String> {
    let mut text = String::from(
        "## Programs\n\nStandard output, standard error and exit code are compared byte by byte.\n\n\
         | program | lines printed | exit code | equal | processes recorded | threads | calls recorded | s without | s with |\n\
         |---|---|---|---|---|---|---|---|---|\n",
    );
    for (script, what, code) in PROGRAMS.into_iter().filter(|program| is_wanted(program.0)) {
        println!("=== {script}");
        let program = Program::script(&packages.python(), script);
        let (mut off, mut on, mut is_equal, mut last) = (Vec::new(), Vec::new(), true, None);
        for _ in 0..rounds {
            let (plain, recorded) = machine.alone(|| Ok((program.run()?, boundcheck.record(&program)?)))?;
            ensure!(plain.code == Some(code), "{script}: {:?} {}", plain.code, plain.stderr);
            let same = plain.stdout == recorded.done.stdout && plain.code == recorded.done.code;
            is_equal &= same && plain.stderr == without_note(&recorded.done.stderr);
            off.push(plain.seconds);
            on.push(recorded.done.seconds);
            last = Some((plain, recorded.trace));
        }
        let (plain, trace) = last.context("no round")?;
        let _ = writeln!(
            text,
            "| `{script}`: {what} | {} | {code} | {} | {} | {} | {} | {:.2} | {:.2} |",
            plain.stdout.lines().count(),
            if is_equal { "yes" } else { "**no**" },
            trace.processes.len(),
            trace.threads.len(),
            grouped(trace.exports.iter().map(|export| export.calls).sum()),
            least(&off),
            least(&on)
        );
    }
    Ok(text)
}

/// Without boundcheck's own line, which says where the report is.
fn without_note(stderr: &str) -> String {
    let is_note = |line: &str| line.starts_with("note: written: ") && line.contains("trace.json");
    stderr.split_inclusive('\n').filter(|line| !is_note(line)).collect()
}
