//! Where a report goes, and what the process says with it.

use boundcheck_model::Report;
use boundcheck_report::{RuleInfo, concise, github, json, sarif, summary_lines, text};

use crate::args::{Format, ReportArgs};
use crate::error::Exit;
use crate::shown::Texts;
use crate::terminal::Terminal;

/// Writes a report as the command line wants it.
pub(super) fn deliver(report: &Report, texts: &Texts, args: &ReportArgs, terminal: &Terminal) -> Exit {
    let text = written(report, texts, args, terminal);
    write(&text, summary_lines(report, true).trim_end(), exit_of(report, args), args, terminal)
}

/// Writes text to standard output, or into the file that the command line names; then `summary` is for the terminal.
pub(super) fn write(text: &str, summary: &str, exit: Exit, args: &ReportArgs, terminal: &Terminal) -> Exit {
    let Some(file) = &args.output else { return exit.max(terminal.print(text)) };
    match std::fs::write(file, text) {
        Ok(()) => {
            terminal.note(&format!("the report is in {file}\n{summary}"));
            exit
        }
        Err(error) => {
            terminal.error(&format!("{file}: cannot write the report: {error}"), None);
            exit.max(Exit::Usage)
        }
    }
}

fn exit_of(report: &Report, args: &ReportArgs) -> Exit {
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

fn written(report: &Report, texts: &Texts, args: &ReportArgs, terminal: &Terminal) -> String {
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
