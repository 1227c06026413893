//! `boundcheck wheel`

use std::cmp::Reverse;
use std::time::Instant;

use boundcheck_model::{ObjectSizes, Problem, ProblemKind, Report, SharedObject, Sizes, Summary, WheelCounts};
use boundcheck_rules::{Selection, run_on_wheel};
use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;

use super::{compare, could_be_abi3, output, reproducible};
use crate::args::{Format, WheelArgs};
use crate::config;
use crate::error::{CheckError, Exit};
use crate::pipeline::selection;
use crate::shown::Texts;
use crate::terminal::Terminal;

/// Folders of a project in which build tools leave wheels.
const BUILT: [&str; 3] = ["", "dist", "target/wheels"];

pub(crate) fn run(args: &WheelArgs, terminal: &Terminal) -> Exit {
    let audits = !(args.reproducible || args.compare || args.could_be_abi3);
    if !audits && !matches!(args.report.format, Format::Text | Format::Json) {
        let help = "use --format text or --format json; the others are for the audit";
        terminal.error("--could-be-abi3, --compare and --reproducible have no findings for that format", Some(help));
        return Exit::Usage;
    }
    if args.reproducible {
        return reproducible::run(&args.paths, &args.python, &args.report, terminal);
    }
    if args.compare {
        return compare::run(&args.paths, &args.report, terminal);
    }
    if args.could_be_abi3 {
        let mut problems = Vec::new();
        return could_be_abi3::run(&wheels(&args.paths, &mut problems), problems, &args.report, terminal);
    }
    match audit(args) {
        Ok((report, texts)) => {
            report.summary.wheels.iter().flat_map(|counts| &counts.objects).for_each(|object| weigh(object, terminal));
            output::deliver(&report, &texts, &args.report, terminal)
        }
        Err(error) => {
            terminal.error(&error.to_string(), error.help().as_deref());
            error.exit()
        }
    }
}

fn audit(args: &WheelArgs) -> Result<(Report, Texts), CheckError> {
    let started = Instant::now();
    let selection = chosen(args)?;
    let mut report = Report { summary: Summary::default(), findings: Vec::new(), problems: Vec::new() };
    let mut counts = WheelCounts::default();
    let mut texts = Texts::default();
    let mut paths: Vec<_> = wheels(&args.paths, &mut report.problems).into_iter().enumerate().collect();
    // The largest first, so that no core is left alone with it at the end.
    paths.sort_by_key(|(_, path)| Reverse(path.metadata().map_or(0, |metadata| metadata.len())));
    let mut read: Vec<_> = paths
        .into_par_iter()
        .with_max_len(1)
        .map(|(at, path)| {
            let wheel = boundcheck_wheel::read(&path);
            let findings = wheel.as_ref().map(|wheel| run_on_wheel(wheel, &selection)).unwrap_or_default();
            (at, path, wheel, findings)
        })
        .collect();
    read.sort_by_key(|(at, ..)| *at);
    for (_, path, wheel, findings) in read {
        match wheel {
            Ok(wheel) => {
                counts.wheels += 1;
                let sizes = |object: &SharedObject| ObjectSizes { path: path.join(&object.path), sizes: object.sizes };
                counts.objects.extend(wheel.objects.iter().map(sizes));
                report.summary.files += wheel.members.len() as u32;
                report.findings.extend(findings);
                texts.add_wheel(&wheel);
            }
            Err(error) => report.problems.push(problem(&path, &error.reason())),
        }
    }
    report.summary.examined = counts.wheels > 0 && report.problems.is_empty();
    if !report.summary.examined {
        report.summary.reason = Some(match report.problems.as_slice() {
            [] => "no wheel was named".to_owned(),
            problems => problems.iter().map(in_one_line).collect::<Vec<_>>().join("; "),
        });
    }
    counts.objects.sort();
    report.summary.wheels = Some(counts);
    report.summary.elapsed_ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    report.findings.sort_by(|a, b| a.order().cmp(&b.order()));
    Ok((report, texts))
}

/// Says what an object weighs, to those who asked for more.
fn weigh(object: &ObjectSizes, terminal: &Terminal) {
    let Sizes { total, code, data, debug, symbols } = object.sizes;
    let parts = [("code", code), ("data", data), ("debug information", debug), ("symbols", symbols)]
        .into_iter()
        .chain([("other", object.sizes.other())])
        .filter(|(_, bytes)| *bytes > 0)
        .map(|(what, bytes)| format!("{what} {}", kilobytes(bytes)));
    let parts = parts.collect::<Vec<_>>().join(", ");
    terminal.detail(&format!("{}: {} kB: {parts}", object.path, kilobytes(total)));
}

fn kilobytes(bytes: u64) -> u64 {
    bytes.div_ceil(1000)
}

/// The rules that the command line and the configuration choose.
fn chosen(args: &WheelArgs) -> Result<Selection, CheckError> {
    let folder = args.paths.first().map_or(Utf8Path::new("."), |path| {
        if path.is_dir() {
            path
        } else {
            path.parent().filter(|parent| !parent.as_str().is_empty()).unwrap_or(Utf8Path::new("."))
        }
    });
    let request = args.rules.request();
    let file = request.config.file(|| config::find(folder));
    let config = file.as_deref().map(config::read).transpose()?.unwrap_or_default();
    selection(&request, &config, file.as_deref())
}

/// The wheels that paths stand for: a file is one, a folder has some.
fn wheels(paths: &[Utf8PathBuf], problems: &mut Vec<Problem>) -> Vec<Utf8PathBuf> {
    let mut found: Vec<Utf8PathBuf> = Vec::new();
    for path in paths {
        if !path.is_dir() {
            found.push(path.clone());
            continue;
        }
        let known = found.len();
        for folder in BUILT {
            let folder = if path == "." { Utf8PathBuf::from(folder) } else { path.join(folder) };
            let here = if folder.as_str().is_empty() { Utf8Path::new(".") } else { &folder };
            let Ok(entries) = here.read_dir_utf8() else { continue };
            let wheels = entries
                .flatten()
                .map(|entry| folder.join(entry.file_name()))
                .filter(|path| path.extension() == Some("whl"));
            let mut wheels: Vec<_> = wheels.collect();
            wheels.sort();
            found.extend(wheels);
        }
        if found.len() == known {
            problems.push(problem(path, "no wheel here, in dist or in target/wheels; build one with `maturin build`"));
        }
    }
    found.dedup();
    found
}

pub(super) fn problem(path: &Utf8Path, message: &str) -> Problem {
    Problem { kind: ProblemKind::Unreadable, path: Some(path.to_owned()), line: None, message: message.to_owned() }
}

pub(super) fn in_one_line(problem: &Problem) -> String {
    match &problem.path {
        Some(path) => format!("{path}: {}", problem.message),
        None => problem.message.clone(),
    }
}
