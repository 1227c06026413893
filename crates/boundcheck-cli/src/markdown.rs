//! The Markdown of rule documentation, for a terminal.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};

const HEADING: Style = Style::new().bold();
const BAD: Style = AnsiColor::Red.on_default().bold();
const GOOD: Style = AnsiColor::Green.on_default().bold();
const CODE: Style = AnsiColor::Cyan.on_default();
const FILE: Style = Style::new().dimmed();

/// Renders headings, code blocks and inline code with styles; without a terminal they read as plain text.
pub(crate) fn rendered(markdown: &str) -> String {
    let mut out = String::new();
    let mut in_code = false;
    for line in markdown.trim_end().lines() {
        if let Some(info) = line.strip_prefix("```") {
            in_code = !in_code;
            let file = info.split(',').find_map(|word| word.trim().strip_prefix("file="));
            if let Some(file) = file.filter(|_| in_code) {
                let _ = writeln!(out, "    {FILE}{file}:{FILE:#}");
            }
        } else if in_code {
            let style = if is_mark(line) { BAD } else { Style::new() };
            out.push_str(format!("    {style}{line}{style:#}").trim_end());
            out.push('\n');
        } else if let Some(heading) = line.strip_prefix("## ") {
            let style = match heading {
                "Bad" => BAD,
                "Good" => GOOD,
                _ => HEADING,
            };
            let _ = writeln!(out, "{style}{heading}{style:#}");
        } else {
            inline(line, &mut out);
            out.push('\n');
        }
    }
    out
}

/// Whether a line of an example marks what the rule finds: `//  ^^^^ D002`.
fn is_mark(line: &str) -> bool {
    let text = line.trim_start().trim_start_matches(['/', '#', '<', ' ']);
    text.starts_with('^')
}

/// Inline code; a link becomes its text and its address.
fn inline(line: &str, out: &mut String) {
    let mut rest = line;
    while let Some((before, text, address, after)) = link(rest) {
        code(before, out);
        code(text, out);
        let _ = write!(out, " <{address}>");
        rest = after;
    }
    code(rest, out);
}

/// What stands before the first `[text](address)`, its two parts, and what follows.
fn link(line: &str) -> Option<(&str, &str, &str, &str)> {
    let (head, tail) = line.split_once("](")?;
    let (before, text) = head.rsplit_once('[')?;
    let (address, after) = tail.split_once(')')?;
    Some((before, text, address, after))
}

fn code(text: &str, out: &mut String) {
    for (at, piece) in text.split('`').enumerate() {
        if at % 2 == 1 {
            let _ = write!(out, "{CODE}`{piece}`{CODE:#}");
        } else {
            out.push_str(piece);
        }
    }
}
