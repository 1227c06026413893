//! The table for people.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use boundcheck_model::{Trace, TracedExport};

use super::verdict::{limits, verdict};
use super::worst_first;

const HEAD: Style = Style::new().bold();
const BAD: Style = AnsiColor::Yellow.on_default();
const FAINT: Style = Style::new().dimmed();

/// The names of the columns after the first.
const COLUMNS: [&str; 8] = ["calls", "attached", "own", "longest hold", "blocked", "wait", "detached", "raised"];

/// The table, worst first, with a verdict in words below what deserves one. At most `rows` exports are shown, without
/// a limit all of them.
pub fn trace_text(trace: &Trace, rows: Option<usize>) -> String {
    let mut out = String::new();
    if trace.exports.is_empty() {
        out.push_str("no export of an extension module was called\n");
    }
    let exports = worst_first(trace);
    let shown = &exports[..rows.unwrap_or(exports.len()).min(exports.len())];
    let lines: Vec<_> = shown.iter().map(|export| (name(export), cells(export))).collect();
    if !lines.is_empty() {
        let first = lines.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0).max("export".len());
        let widths: Vec<usize> = COLUMNS
            .iter()
            .enumerate()
            .map(|(column, head)| lines.iter().map(|(_, cells)| cells[column].len()).max().unwrap_or(0).max(head.len()))
            .collect();
        let _ = write!(out, "{HEAD}{:first$}", "export");
        for (head, width) in COLUMNS.iter().zip(&widths) {
            let _ = write!(out, "  {head:>width$}");
        }
        let _ = writeln!(out, "{HEAD:#}");
        for (export, (name, cells)) in shown.iter().zip(&lines) {
            let _ = write!(out, "{name:first$}");
            for (cell, width) in cells.iter().zip(&widths) {
                let _ = write!(out, "  {cell:>width$}");
            }
            out.push('\n');
            if let Some(verdict) = verdict(export) {
                let _ = writeln!(out, "{BAD}  {verdict}{BAD:#}");
            }
            if let (Some(path), Some(line)) = (&export.path, export.line) {
                let _ = writeln!(out, "{FAINT}  {path}:{line}{FAINT:#}");
            }
        }
        let hidden = exports.len() - shown.len();
        if hidden > 0 {
            let _ = writeln!(out, "{FAINT}and {hidden} more{FAINT:#}");
        }
    }
    out.push('\n');
    for line in limits(trace).iter().chain(&trace.problems) {
        let _ = writeln!(out, "note: {line}");
    }
    let _ = writeln!(out, "{}", summary(trace));
    out
}

/// How much was recorded.
pub(super) fn summary(trace: &Trace) -> String {
    [
        counted(trace.exports.len(), "export"),
        counted(trace.threads.len(), "thread"),
        counted(trace.processes.len(), "process"),
        trace_time(trace.wall_ns),
    ]
    .join(" · ")
}

fn name(export: &TracedExport) -> String {
    export.export.clone()
}

fn cells(export: &TracedExport) -> [String; 8] {
    let TracedExport { calls, exceptions, .. } = export;
    [
        calls.to_string(),
        trace_time(export.attached_ns),
        trace_time(export.own_attached_ns),
        trace_time(export.longest_hold_ns),
        trace_time(export.blocked_thread_ns),
        trace_time(export.reattach_wait_ns),
        trace_time(export.detached_ns),
        if *exceptions == 0 { "–".to_owned() } else { exceptions.to_string() },
    ]
}

fn counted(number: usize, word: &str) -> String {
    match (number, word) {
        (1, _) => format!("1 {word}"),
        (_, "process") => format!("{number} processes"),
        _ => format!("{number} {word}s"),
    }
}

/// A time with three digits and its unit; `–` for none.
#[expect(clippy::cast_precision_loss, reason = "three digits are shown")]
pub fn trace_time(ns: u64) -> String {
    let (number, unit) = match ns {
        0 => return "–".to_owned(),
        1..1_000 => return format!("{ns} ns"),
        1_000..1_000_000 => (ns as f64 / 1e3, "µs"),
        1_000_000..1_000_000_000 => (ns as f64 / 1e6, "ms"),
        _ => (ns as f64 / 1e9, "s"),
    };
    let digits = match number {
        ..10.0 => 2,
        ..100.0 => 1,
        _ => 0,
    };
    format!("{number:.digits$} {unit}")
}
