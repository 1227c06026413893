//! `boundcheck check`

use boundcheck_engine::Cancel;
use boundcheck_model::{Measurements, Model, Report};
use camino::{Utf8Path, Utf8PathBuf};

use super::output;
use crate::args::{CheckArgs, Format, given};
use crate::error::{CheckError, Exit};
use crate::pipeline::{CheckRequest, check, folder_of};
use crate::progress::ProgressLine;
use crate::shown::{Texts, merged, seen_from_outside};
use crate::terminal::Terminal;

pub(crate) fn run(args: &CheckArgs, terminal: &Terminal, cancel: &Cancel) -> Exit {
    let mut exit = Exit::Clean;
    let mut texts = Texts::default();
    let mut reports = Vec::new();
    let mut seen = Vec::new();
    let mut lock_told = false;
    for path in &args.paths {
        // A folder that is given twice is one project.
        let folder = folder_of(path).canonicalize_utf8().unwrap_or_else(|_| path.clone());
        if seen.contains(&folder) {
            continue;
        }
        seen.push(folder);
        let report = match examine(args, path, terminal, cancel) {
            Ok(checked) => {
                if let Some(measured) = &checked.model.measured {
                    if measured.free_threaded && !std::mem::replace(&mut lock_told, true) {
                        terminal.note(&without_lock(measured));
                    }
                    about_run(path, &checked.model, measured, terminal);
                }
                texts.add(folder_of(path), &checked.model);
                checked.report
            }
            Err(error) => {
                exit = exit.max(error.exit());
                let Some(report) = error.report(folder_of(path)) else {
                    terminal.error(&error.to_string(), error.help().as_deref());
                    continue;
                };
                report
            }
        };
        reports.push((path.clone(), report));
    }
    if reports.is_empty() || exit == Exit::Interrupted {
        return exit;
    }
    let report = one_report(args, reports);
    exit.max(output::deliver(&report, &texts, &args.report, terminal))
}

fn examine(
    args: &CheckArgs,
    path: &Utf8Path,
    terminal: &Terminal,
    cancel: &Cancel,
) -> Result<crate::Checked, CheckError> {
    let line = if terminal.shows_progress() { ProgressLine::start(path.as_str()) } else { None };
    let checked = check(&CheckRequest {
        path: path.to_owned(),
        features: given(&args.features),
        dependencies: args.deps.map(Into::into),
        cancel: cancel.clone(),
        trace: args.trace.clone(),
        progress: line.as_ref().map(ProgressLine::listener),
        ..args.rules.request()
    })?;
    drop(line);
    terminal.detail(&match &checked.config {
        Some(file) => format!("{path}: configuration {file}"),
        None => format!("{path}: no configuration file"),
    });
    Ok(checked)
}

/// Why a run of a free-threaded interpreter changes no finding.
fn without_lock(measured: &Measurements) -> String {
    let file = &measured.file;
    format!("{file} is a run of a free-threaded Python, where nobody waits for the interpreter: no finding rests on it")
}

/// How much of the recorded run is about a project.
fn about_run(path: &Utf8Path, model: &Model, measured: &Measurements, terminal: &Terminal) {
    let file = &measured.file;
    match measured.rows {
        0 if measured.modules.is_empty() => {
            terminal.warning(&format!("{path}: {file} has no call of any extension module"));
        }
        0 if measured.recorded.is_empty() => {
            let listed = |names: &[String]| {
                let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
                boundcheck_rules::shortened(&quoted, MOST_NAMES)
            };
            let own = model.modules_python_imports();
            let own = if own.is_empty() { "has no module".to_owned() } else { format!("has {}", listed(&own)) };
            let ran = listed(&measured.modules);
            terminal
                .warning(&format!("{path}: {file} is a run of something else: it has {ran}, and this project {own}"));
        }
        0 => terminal.note(&format!("{path}: {file} tells of no export of this project")),
        rows => terminal.detail(&format!("{path}: {rows} exports of this project were called in {file}")),
    }
}

/// Names of modules in a warning.
const MOST_NAMES: usize = 5;

/// In JSON the paths of a single project are relative to it, as its schema promises. Everywhere else, and where there
/// are several, they are seen from the current directory, so that editors and GitHub find the files.
fn one_report(args: &CheckArgs, mut reports: Vec<(Utf8PathBuf, Report)>) -> Report {
    if args.report.format == Format::Json && args.paths.len() == 1 {
        return reports.remove(0).1;
    }
    let outside = |(path, report): (Utf8PathBuf, Report)| {
        let report = seen_from_outside(report, folder_of(&path));
        (path, report)
    };
    let mut reports: Vec<_> = reports.into_iter().map(outside).collect();
    if reports.len() == 1 { reports.remove(0).1 } else { merged(reports) }
}
