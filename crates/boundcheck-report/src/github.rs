//! Annotations of GitHub Actions.

use std::fmt::Write;

use boundcheck_model::{Finding, Problem, Report, Severity};

use crate::summary_lines;

/// One workflow command for each finding and problem, then [`summary_lines`], which the log shows as they are. A run
/// that examined nothing is an error of its own.
///
/// GitHub resolves paths from the root of the repository, and shows ten annotations of each level for a step.
pub fn github(report: &Report) -> String {
    let mut out = String::new();
    for finding in &report.findings {
        let _ = writeln!(out, "{}", of_finding(finding));
    }
    for problem in &report.problems {
        let _ = writeln!(out, "{}", of_problem(problem));
    }
    if !report.summary.examined {
        let reason = report.summary.reason.as_deref().unwrap_or("No reason is known.");
        let _ = writeln!(out, "::error title=boundcheck examined nothing::{}", escape_data(reason));
    }
    out.push_str(&summary_lines(report, false));
    out
}

fn of_finding(finding: &Finding) -> String {
    let command = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    let at = &finding.location;
    let mut place = format!("file={},line={}", escape_property(at.path.as_str()), at.line);
    let _ = write!(place, ",endLine={}", at.end_line.max(at.line));
    // Columns only mean something within one line.
    if at.end_line == at.line {
        let _ = write!(place, ",col={},endColumn={}", at.column, at.end_column.max(at.column));
    }
    let title = escape_property(&format!("{} {}", finding.rule, finding.name));
    let mut message = finding.message.clone();
    for part in finding.note.iter().chain(&finding.help) {
        message.push_str("\n\n");
        message.push_str(part);
    }
    for (at, related) in finding.related.iter().enumerate() {
        let separator = if at == 0 { "\n\n" } else { "\n" };
        let place = &related.location;
        let _ = write!(message, "{separator}{}:{}: {}", place.path, place.line, related.label);
    }
    format!("::{command} {place},title={title}::{}", escape_data(&message))
}

fn of_problem(problem: &Problem) -> String {
    let mut properties = String::new();
    if let Some(path) = &problem.path {
        let _ = write!(properties, "file={},", escape_property(path.as_str()));
    }
    if let Some(line) = problem.line {
        let _ = write!(properties, "line={line},");
    }
    format!("::warning {properties}title=problem {}::{}", problem.kind.as_str(), escape_data(&problem.message))
}

/// As the runner unescapes what follows `::`.
fn escape_data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// As the runner unescapes values between `=` and `,`.
fn escape_property(text: &str) -> String {
    escape_data(text).replace(':', "%3A").replace(',', "%2C")
}
