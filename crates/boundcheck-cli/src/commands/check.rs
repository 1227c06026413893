//! `boundcheck check`

use boundcheck_engine::Cancel;
use boundcheck_model::Report;
use boundcheck_report::{RuleInfo, concise, github, json, sarif, summary_lines, text};
use camino::{Utf8Path, Utf8PathBuf};

use crate::args::{CheckArgs, Format};
use crate::error::{CheckError, Exit};
use crate::pipeline::{CheckRequest, ConfigSource, check, folder_of};
use crate::progress::ProgressLine;
use crate::shown::{Texts, merged, seen_from_outside};
use crate::terminal::Terminal;

pub(crate) fn run(args: &CheckArgs, terminal: &Terminal, cancel: &Cancel) -> Exit {
    let mut exit = Exit::Clean;
    let mut texts = Texts::default();
    let mut reports = Vec::new();
    let mut seen = Vec::new();
    for path in &args.paths {
        // A folder that is given twice is one project.
        let folder = folder_of(path).canonicalize_utf8().unwrap_or_else(|_| path.clone());
        if seen.contains(&folder) {
            continue;
        }
        seen.push(folder);
        let report = match examine(args, path, terminal, cancel) {
            Ok(checked) => {
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
    exit = exit.max(exit_of(&report, args));
    let text = written(&report, &texts, args, terminal);
    match &args.output {
        None => exit = exit.max(terminal.print(&text)),
        Some(file) => match std::fs::write(file, text) {
            Ok(()) => terminal.note(&format!("the report is in {file}\n{}", summary_lines(&report, true).trim_end())),
            Err(error) => {
                terminal.error(&format!("{file}: cannot write the report: {error}"), None);
                exit = exit.max(Exit::Usage);
            }
        },
    }
    exit
}

fn examine(
    args: &CheckArgs,
    path: &Utf8Path,
    terminal: &Terminal,
    cancel: &Cancel,
) -> Result<crate::Checked, CheckError> {
    let given = |values: &[String]| (!values.is_empty()).then(|| values.to_vec());
    let line = if terminal.shows_progress() { ProgressLine::start(path.as_str()) } else { None };
    let checked = check(&CheckRequest {
        path: path.to_owned(),
        select: given(&args.select),
        ignore: given(&args.ignore),
        features: given(&args.features),
        dependencies: args.deps.map(Into::into),
        persona: args.persona,
        min_confidence: args.min_confidence,
        config: match &args.config {
            Some(file) => ConfigSource::File(file.clone()),
            None if args.no_config => ConfigSource::None,
            None => ConfigSource::Search,
        },
        cancel: cancel.clone(),
        progress: line.as_ref().map(ProgressLine::listener),
    })?;
    drop(line);
    terminal.detail(&match &checked.config {
        Some(file) => format!("{path}: configuration {file}"),
        None => format!("{path}: no configuration file"),
    });
    Ok(checked)
}

/// In JSON the paths of a single project are relative to it, as its schema promises. Everywhere else, and where there
/// are several, they are seen from the current directory, so that editors and GitHub find the files.
fn one_report(args: &CheckArgs, mut reports: Vec<(Utf8PathBuf, Report)>) -> Report {
    if args.format == Format::Json && args.paths.len() == 1 {
        return reports.remove(0).1;
    }
    let outside = |(path, report): (Utf8PathBuf, Report)| {
        let report = seen_from_outside(report, folder_of(&path));
        (path, report)
    };
    let mut reports: Vec<_> = reports.into_iter().map(outside).collect();
    if reports.len() == 1 { reports.remove(0).1 } else { merged(reports) }
}

fn exit_of(report: &Report, args: &CheckArgs) -> Exit {
    // A SARIF file goes to a code scanner, which decides itself what fails: the run that writes it did its work.
    let tolerated = args.exit_zero || args.format == Format::Sarif;
    if !report.summary.examined {
        Exit::NothingExamined
    } else if report.findings.is_empty() || tolerated {
        Exit::Clean
    } else {
        Exit::Findings
    }
}

fn written(report: &Report, texts: &Texts, args: &CheckArgs, terminal: &Terminal) -> String {
    let color = args.output.is_none() && terminal.color();
    match args.format {
        Format::Text => text(report, texts, color),
        Format::Concise => concise(report, color),
        Format::Json => json(report),
        Format::Sarif => sarif(report, &rule_infos()),
        Format::Github => github(report),
    }
}

fn rule_infos() -> Vec<RuleInfo> {
    let info = |rule: &&boundcheck_rules::Rule| RuleInfo {
        code: rule.code.to_owned(),
        name: rule.name.to_owned(),
        summary: rule.summary().to_owned(),
        docs: rule.docs.to_owned(),
        url: rule.url(),
        severity: rule.severity,
    };
    boundcheck_rules::ALL.iter().map(info).collect()
}
