//! One line for each finding.

use std::fmt::Write;

use boundcheck_model::Report;

use crate::style::{BOLD, WARNING, of_severity, one_line, paint};
use crate::summary_lines;

/// `path:line:column: CODE[severity] message` for each finding, `path:line: problem[kind] message` for each problem,
/// then [`summary_lines`].
pub fn concise(report: &Report, color: bool) -> String {
    let mut out = String::new();
    for finding in &report.findings {
        let at = &finding.location;
        let place = paint(color, BOLD, &format!("{}:{}:{}:", one_line(at.path.as_str()), at.line, at.column));
        let code = format!("{}[{}]", one_line(&finding.rule), finding.severity);
        let code = paint(color, of_severity(finding.severity), &code);
        let _ = writeln!(out, "{place} {code} {}", one_line(&finding.message));
    }
    for problem in &report.problems {
        if let Some(path) = &problem.path {
            let line = problem.line.map_or_else(String::new, |line| format!("{line}:"));
            let place = paint(color, BOLD, &format!("{}:{line}", one_line(path.as_str())));
            let _ = write!(out, "{place} ");
        }
        let kind = paint(color, WARNING, &format!("problem[{}]", problem.kind.as_str()));
        let _ = writeln!(out, "{kind} {}", one_line(&problem.message));
    }
    out.push_str(&summary_lines(report, color));
    out
}
