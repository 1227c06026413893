//! Colours, and text that is safe to show.

use annotate_snippets::renderer::{DEFAULT_ERROR_STYLE, DEFAULT_INFO_STYLE, DEFAULT_WARNING_STYLE};
use anstyle::{AnsiColor, Style};
use boundcheck_model::Severity;

pub(crate) const BOLD: Style = Style::new().bold();
pub(crate) const GOOD: Style = AnsiColor::BrightGreen.on_default().bold();
pub(crate) const WARNING: Style = DEFAULT_WARNING_STYLE;
pub(crate) const ERROR: Style = DEFAULT_ERROR_STYLE;

/// The colour of a severity.
pub(crate) fn of_severity(severity: Severity) -> Style {
    match severity {
        Severity::Error => ERROR,
        Severity::Warning => WARNING,
        Severity::Info => DEFAULT_INFO_STYLE,
    }
}

/// `text` in a style, or as it is.
pub(crate) fn paint(color: bool, style: Style, text: &str) -> String {
    if color { format!("{style}{text}{style:#}") } else { text.to_owned() }
}

/// Text of others (names, paths, code) without control characters, which could rewrite the terminal.
pub(crate) fn clean(text: &str) -> String {
    annotate_snippets::normalize_untrusted_str(text)
}

/// The same on one line.
pub(crate) fn one_line(text: &str) -> String {
    clean(&text.split(['\n', '\r']).map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" "))
}
