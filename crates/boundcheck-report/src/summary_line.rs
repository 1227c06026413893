//! The end of the formats for people: counts, and what was examined.

use std::time::Duration;

use boundcheck_model::{Finding, Report, Severity, Summary};

use crate::style::{BOLD, ERROR, GOOD, one_line, paint};

/// Names of missing dependencies that the last line lists.
const MISSING_SHOWN: usize = 5;

/// The last lines of a report for people. The very last one says what was examined; when that is nothing, the lines
/// before it say so loudly, and why. A command that writes its report elsewhere can show these on the terminal.
pub fn summary_lines(report: &Report, color: bool) -> String {
    let mut out = String::new();
    let summary = &report.summary;
    if !summary.examined {
        let reason = summary.reason.as_deref().map_or_else(|| "no reason is known".to_owned(), one_line);
        let error = paint(color, ERROR, "error");
        let what =
            if summary.wheels.as_ref().is_some_and(|counts| counts.wheels > 0) { "NOT EVERYTHING" } else { "NOTHING" };
        let loud = paint(color, BOLD, &format!(": {what} WAS EXAMINED. This is not a clean result."));
        out.extend([&error, &loud, "\n  = why: ", &reason, "\n\n"]);
    }
    if summary.examined || !report.findings.is_empty() {
        let style = if report.findings.is_empty() { GOOD } else { BOLD };
        out.push_str(&paint(color, style, &counts(&report.findings)));
        out.push_str(&problems(report.problems.len()));
        out.push('\n');
    }
    out.push_str(&examined(summary));
    out.push('\n');
    out
}

/// `3 findings: 1 error, 2 warnings`.
fn counts(findings: &[Finding]) -> String {
    if findings.is_empty() {
        return "no findings".to_owned();
    }
    let by_severity = [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Info, "info")];
    let parts: Vec<_> = by_severity
        .into_iter()
        .map(|(severity, noun)| (findings.iter().filter(|finding| finding.severity == severity).count(), noun))
        .filter(|(count, _)| *count > 0)
        .map(|(count, noun)| if noun == "info" { format!("{count} info") } else { counted(count, noun) })
        .collect();
    format!("{}: {}", counted(findings.len(), "finding"), parts.join(", "))
}

fn problems(count: usize) -> String {
    match count {
        0 => String::new(),
        _ => format!(" · {}", counted(count, "problem")),
    }
}

/// What was examined, on one line.
fn examined(summary: &Summary) -> String {
    let verb = if summary.examined { "examined" } else { "examined nothing: read" };
    if let Some(counts) = &summary.wheels {
        let verb = if summary.examined { "examined" } else { "read" };
        let parts = [
            format!("{verb} {}", counted(counts.wheels as usize, "wheel")),
            counted(summary.files as usize, "file"),
            counted(counts.objects.len(), "shared object"),
            seconds(summary.elapsed_ms),
        ];
        return parts.join(" · ");
    }
    let mut parts = vec![
        format!("{verb} {}", counted(summary.files as usize, "file")),
        counted(summary.exports as usize, "export"),
    ];
    parts.extend(calls(summary));
    parts.push(match &summary.pyo3 {
        Some(version) => format!("PyO3 {}", one_line(version)),
        None => "PyO3 not found".to_owned(),
    });
    parts.push(dependencies(summary));
    parts.push(seconds(summary.elapsed_ms));
    parts.join(" · ")
}

/// Rounded down: only a run that resolved every call says 100.
fn calls(summary: &Summary) -> Option<String> {
    let percent = summary.resolved_percent()?;
    let shown = if summary.calls_resolved == summary.calls {
        "100".to_owned()
    } else {
        format!("{:.1}", (percent * 10.0).floor() / 10.0)
    };
    Some(format!("{shown}% of {} resolved", counted(summary.calls as usize, "call")))
}

fn dependencies(summary: &Summary) -> String {
    let seen = &summary.dependencies;
    let mut parts = Vec::new();
    if seen.sources > 0 {
        parts.push(format!("{} from source", seen.sources));
    }
    if seen.stubs > 0 {
        parts.push(format!("{} stubbed", seen.stubs));
    }
    if !seen.missing.is_empty() {
        let mut names: Vec<_> = seen.missing.iter().take(MISSING_SHOWN).map(|name| one_line(name)).collect();
        if seen.missing.len() > MISSING_SHOWN {
            names.push(format!("{} more", seen.missing.len() - MISSING_SHOWN));
        }
        parts.push(format!("{} missing ({})", seen.missing.len(), names.join(", ")));
    }
    if parts.is_empty() { "no dependencies".to_owned() } else { format!("dependencies: {}", parts.join(", ")) }
}

fn seconds(milliseconds: u64) -> String {
    let seconds = Duration::from_millis(milliseconds).as_secs_f64();
    if seconds < 10.0 { format!("{seconds:.2} s") } else { format!("{seconds:.0} s") }
}

/// `1 file`, `2 files`.
fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
