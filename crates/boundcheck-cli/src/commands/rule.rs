//! `boundcheck rule`

use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use boundcheck_rules::{ALL, Rule, Subject};

use crate::args::RuleArgs;
use crate::config::nearest;
use crate::error::{CheckError, Exit};
use crate::markdown;
use crate::terminal::Terminal;

const CODE: Style = AnsiColor::Cyan.on_default().bold();
const BOLD: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();

pub(crate) fn run(args: &RuleArgs, terminal: &Terminal) -> Exit {
    let Some(wanted) = &args.rule else {
        return terminal.print(&list());
    };
    if let Some(rule) = boundcheck_rules::find(wanted) {
        return terminal.print(&explanation(rule));
    }
    let names = ALL.iter().flat_map(|rule| [rule.code, rule.name]);
    let error = CheckError::UnknownRule { given: wanted.clone(), origin: None, nearest: nearest(wanted, names) };
    terminal.error(&error.to_string(), error.help().as_deref());
    Exit::Usage
}

/// One line for each rule.
fn list() -> String {
    let width = ALL.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
    let mut out = String::new();
    for rule in ALL {
        let Rule { code, name, severity, persona, .. } = rule;
        let _ = writeln!(out, "{CODE}{code}{CODE:#}  {name:width$}  {severity:7}  {persona:8}  {}", rule.summary());
    }
    out
}

/// The documentation of a rule. Its examples are part of it, with the places that the rule marks.
fn explanation(rule: &Rule) -> String {
    let Rule { code, name, severity, confidence, persona, since, subject, .. } = rule;
    let pyo3 = match rule.pyo3 {
        "any" => "any version".to_owned(),
        range => match range.split_once("..") {
            Some((from, "")) => format!("from {from}"),
            Some(("", before)) => format!("before {before}"),
            Some((from, before)) => format!("from {from}, before {before}"),
            None => range.to_owned(),
        },
    };
    let mut out = format!("{CODE}{code}{CODE:#} {BOLD}{name}{BOLD:#}\n\n");
    out.push_str(&markdown::rendered(rule.docs));
    let facts = [
        ("severity", severity.to_string()),
        ("confidence", confidence.to_string()),
        ("persona", persona.to_string()),
        ("PyO3", pyo3),
        ("since", format!("boundcheck {since}")),
        match subject {
            Subject::Project(_) => ("allow", format!("// boundcheck: allow({code}) the reason")),
            // A wheel has no comments.
            Subject::Wheel(_) => ("allow", format!("ignore = [\"{code}\"] in boundcheck.toml")),
        },
        ("page", rule.url()),
    ];
    out.push('\n');
    for (key, value) in facts {
        let _ = writeln!(out, "{FAINT}{key:10}{FAINT:#}  {value}");
    }
    out
}
