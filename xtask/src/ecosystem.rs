//! `cargo xtask ecosystem`: what the rules say about code that nobody here wrote.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use clap::Args;
use fs_err as fs;

use crate::labels::{Labels, Verdict, stub};
use crate::packages::{Package, select};
use crate::process::{cargo, measure, output, run as run_command};
use crate::report::{Finding, Report};
use crate::root;

/// Options of the ecosystem run.
#[derive(Args)]
pub(crate) struct Arguments {
    /// Packages to check; all when none is named. The document is written for all only.
    packages: Vec<String>,
    /// The command to run instead of a release build of this checkout.
    #[arg(long)]
    bin: Option<PathBuf>,
    /// Print the beginning of a label for every finding that has none.
    #[arg(long)]
    unlabelled: bool,
}

/// What a run on one package gave.
struct Outcome {
    package: Package,
    report: Result<Report, String>,
    dependencies: Result<(), String>,
    seconds: f64,
    peak_mib: f64,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let packages = select(&arguments.packages)?;
    let binary = match &arguments.bin {
        Some(binary) => fs::canonicalize(binary)?,
        None => build()?,
    };
    let mut labels = Labels::read()?;
    let mut outcomes = Vec::new();
    for package in packages {
        let outcome = check(package, &binary)?;
        println!("{}", progress(&outcome));
        outcomes.push(outcome);
    }
    let document = Document::new(&outcomes, &mut labels);
    if arguments.unlabelled {
        for (package, finding) in &document.unlabelled {
            println!("\n{}", stub(package, finding));
        }
    }
    if !arguments.packages.is_empty() {
        println!("{}", document.findings);
        return Ok(());
    }
    let path = root().join("docs").join("ecosystem.md");
    fs::write(&path, document.text(&labels, &machine()?))?;
    println!("wrote {}; {} findings without a label", path.display(), document.unlabelled.len());
    Ok(())
}

/// Builds the command as users have it.
pub(crate) fn build() -> Result<PathBuf> {
    run_command(cargo().args(["build", "--release", "--package", "boundcheck-cli"]))?;
    let binary = root().join("target").join("release").join(format!("boundcheck{}", std::env::consts::EXE_SUFFIX));
    ensure!(binary.exists(), "{} was not built", binary.display());
    Ok(binary)
}

/// One line about the machine that figures were measured on.
pub(crate) fn machine() -> Result<String> {
    let rustc = output(Command::new("rustc").arg("--version"))?;
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let system = format!("{} {}", std::env::consts::OS, std::env::consts::ARCH);
    Ok(format!("{cores} cores, {system}, {}", rustc.trim()))
}

fn check(package: Package, binary: &Path) -> Result<Outcome> {
    package.fetch()?;
    let dependencies = package.fetch_dependencies()?;
    let folder = package.folder();
    let done = measure(
        Command::new(binary).args(["check", "--format=json", "--no-config", "--persona=auditor"]).arg(&folder),
    )?;
    let report = serde_json::from_str(&done.stdout).map_err(|error| {
        let code = done.code.map_or("a signal".to_owned(), |code| format!("exit code {code}"));
        format!("{code}, {error}: {}", done.complaint())
    });
    Ok(Outcome { package, report, dependencies, seconds: done.seconds, peak_mib: done.peak_mib })
}

fn progress(outcome: &Outcome) -> String {
    let name = &outcome.package.name;
    match &outcome.report {
        Ok(report) => format!(
            "{name:16} {:5} exports, {:>6} resolved, {:3} findings, {:5.1} s, {:5.0} MiB",
            report.summary.exports,
            percent(report.summary.calls_resolved, report.summary.calls),
            regular(report).count(),
            outcome.seconds,
            outcome.peak_mib
        ),
        Err(error) => format!("{name:16} {error}"),
    }
}

fn regular(report: &Report) -> impl Iterator<Item = &Finding> {
    report.findings.iter().filter(|finding| finding.persona == "regular")
}

/// A share in percent with one digit; a dash of nothing.
pub(crate) fn percent(part: u32, whole: u32) -> String {
    if whole == 0 { "–".to_owned() } else { format!("{:.1} %", f64::from(part) * 100.0 / f64::from(whole)) }
}

/// The parts of `docs/ecosystem.md`.
struct Document {
    packages: String,
    rules: String,
    findings: String,
    notes: String,
    unlabelled: Vec<(String, Finding)>,
}

/// Counts of one rule over all packages.
#[derive(Default)]
struct Tally {
    name: String,
    right: u32,
    wrong: u32,
    unlabelled: u32,
    pedantic: u32,
    auditor: u32,
}

impl Document {
    fn new(outcomes: &[Outcome], labels: &mut Labels) -> Self {
        let mut document = Self {
            packages: String::new(),
            rules: String::new(),
            findings: String::new(),
            notes: String::new(),
            unlabelled: Vec::new(),
        };
        let mut tallies = BTreeMap::<String, Tally>::new();
        for outcome in outcomes {
            document.add_package(outcome);
            if let Ok(report) = &outcome.report {
                document.add_findings(&outcome.package, report, labels, &mut tallies);
            }
        }
        for (code, tally) in &tallies {
            let Tally { name, right, wrong, unlabelled, pedantic, auditor } = tally;
            let regular = right + wrong + unlabelled;
            let precision = percent(*right, right + wrong);
            let _ = writeln!(
                document.rules,
                "| {code} | {name} | {regular} | {right} | {wrong} | {unlabelled} | {precision} | {pedantic} | {auditor} |"
            );
        }
        document
    }

    fn add_package(&mut self, outcome: &Outcome) {
        let Package { name, version, .. } = &outcome.package;
        if let Err(reason) = &outcome.dependencies {
            let _ = writeln!(self.notes, "- {name}: the dependencies could not be fetched: {}", cell(reason));
        }
        let report = match &outcome.report {
            Ok(report) => report,
            Err(error) => {
                let _ = writeln!(self.packages, "| {name} | {version} | | | | | | | | |");
                let _ = writeln!(self.notes, "- {name}: no report: {}", cell(error));
                return;
            }
        };
        let summary = &report.summary;
        if !summary.examined {
            let reason = summary.reason.as_deref().unwrap_or("no reason was given");
            let _ = writeln!(self.notes, "- {name}: nothing was examined: {}", cell(reason));
        }
        for problem in &report.problems {
            let path = problem.path.as_deref().unwrap_or_default();
            let _ = writeln!(self.notes, "- {name}: {path}: {}", cell(&problem.message));
        }
        let dependencies = &summary.dependencies;
        let mut seen = format!("{} sources, {} stubs", dependencies.sources, dependencies.stubs);
        if !dependencies.missing.is_empty() {
            let _ = write!(seen, ", {} missing", dependencies.missing.len());
        }
        let _ = writeln!(
            self.packages,
            "| {name} | {version} | {} | {} | {} | {} | {} | {} | {:.1} | {:.0} | {seen} |",
            summary.pyo3.as_deref().unwrap_or("–"),
            summary.files,
            summary.exports,
            summary.calls,
            percent(summary.calls_resolved, summary.calls),
            regular(report).count(),
            outcome.seconds,
            outcome.peak_mib,
        );
    }

    fn add_findings(
        &mut self,
        package: &Package,
        report: &Report,
        labels: &mut Labels,
        tallies: &mut BTreeMap<String, Tally>,
    ) {
        let name = &package.name;
        for finding in report.findings.iter().filter(|finding| finding.persona != "regular") {
            let tally = tallies.entry(finding.rule.clone()).or_default();
            tally.name.clone_from(&finding.name);
            *if finding.persona == "pedantic" { &mut tally.pedantic } else { &mut tally.auditor } += 1;
        }
        if regular(report).next().is_none() {
            return;
        }
        let _ = writeln!(
            self.findings,
            "### {name} {}\n\n| finding | where | says | label |\n|---|---|---|---|",
            package.version
        );
        for finding in regular(report) {
            let tally = tallies.entry(finding.rule.clone()).or_default();
            tally.name.clone_from(&finding.name);
            let label = if let Some(label) = labels.find(name, finding) {
                *if label.verdict == Verdict::True { &mut tally.right } else { &mut tally.wrong } += 1;
                format!("{}: {}", label.verdict.word(), label.why)
            } else {
                tally.unlabelled += 1;
                self.unlabelled.push((name.clone(), finding.clone()));
                "**no label**".to_owned()
            };
            let _ = writeln!(
                self.findings,
                "| {} {} | `{}:{}` | {} | {} |",
                finding.rule,
                finding.confidence,
                finding.path,
                finding.line,
                cell(&finding.message),
                cell(&label)
            );
        }
        self.findings.push('\n');
    }

    fn text(&self, labels: &Labels, machine: &str) -> String {
        let mut notes = self.notes.clone();
        for label in labels.stale() {
            let _ = writeln!(notes, "- stale label, no such finding any more: {label}");
        }
        if notes.is_empty() {
            notes.push_str("Nothing to tell.\n");
        }
        format!(
            "<!-- Written by `cargo xtask ecosystem`; the labels are in ecosystem-labels.toml. -->\n\
             # Real packages\n\n\
             Published PyO3 packages, pinned in `xtask/ecosystem.toml`, checked as they are. A label is the judgement of a person\n\
             who read the code around a finding: *true* when the code does what the finding says and the advice is right.\n\
             Measured on {machine}; time and memory are those of one cold process.\n\n\
             ## Packages\n\n\
             | package | version | PyO3 | files | exports | calls | resolved | findings | seconds | peak MiB | dependencies |\n\
             |---|---|---|---|---|---|---|---|---|---|---|\n{}\n\
             ## Rules\n\n\
             Findings for the regular persona with their labels; then those that only the pedantic and the auditor see.\n\n\
             | rule | name | regular | true | false | no label | precision | pedantic | auditor |\n\
             |---|---|---|---|---|---|---|---|---|\n{}\n\
             ## Findings for the regular persona\n\n{}## Notes\n\n{notes}",
            self.packages, self.rules, self.findings
        )
    }
}

/// Text that fits into a cell of a table. Paths of this machine are cut to the repository.
fn cell(text: &str) -> String {
    let root = format!("{}/", root().display());
    text.replace(&root, "").replace('|', "\\|").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Fetches packages and their dependencies for a measurement that cannot do without them.
pub(crate) fn fetch_completely(names: &[&str]) -> Result<Vec<Package>> {
    let packages = select(&names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>())?;
    for package in &packages {
        package.fetch()?;
        package.fetch_dependencies()?.map_err(anyhow::Error::msg).with_context(|| package.name.clone())?;
    }
    Ok(packages)
}
