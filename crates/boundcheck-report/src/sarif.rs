//! The format for code scanning services: SARIF 2.1.0.

mod format;

use std::fmt::Write;

use boundcheck_model::{Finding, Location as Place, Problem, ProblemKind, Report, Severity};
use camino::Utf8Path;
use serde_json::json;

use crate::json::summary_json;
use crate::{RuleInfo, fingerprints, pretty};
use format::{
    ArtifactLocation, CodeFlow, Configuration, Descriptor, Driver, Invocation, Label, Location, Log, LogicalLocation,
    Message, Notice, Notification, PhysicalLocation, Reference, Region, Run, SarifResult, ThreadFlow,
    ThreadFlowLocation, Tool,
};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// What paths are relative to. GitHub takes it for the root of the repository.
const ROOT: &str = "%SRCROOT%";

/// One SARIF log with one run. `rules` are those that could have found something.
///
/// Each result has one location, the place to edit. Places that explain it are related locations; two or more of them
/// also form a code flow that ends at the place to edit. Problems are notifications of the invocation, which counts as
/// failed when nothing was examined. The summary is among the properties of the run.
pub fn sarif(report: &Report, rules: &[RuleInfo]) -> String {
    let fingerprints = fingerprints(&report.findings);
    let results = report.findings.iter().zip(&fingerprints).map(|(finding, id)| result(finding, rules, id));
    let mut notifications: Vec<_> = report.problems.iter().map(of_problem).collect();
    if !report.summary.examined {
        let reason = report.summary.reason.as_deref().unwrap_or("no reason is known");
        let text = format!("Nothing was examined: {reason}");
        notifications
            .insert(0, Notification { descriptor: None, level: "error", message: plain(&text), locations: vec![] });
    }
    pretty(&Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: "boundcheck",
                    semantic_version: env!("CARGO_PKG_VERSION"),
                    information_uri: env!("CARGO_PKG_REPOSITORY"),
                    rules: rules.iter().map(descriptor).collect(),
                    notifications: ProblemKind::ALL.iter().map(|kind| Notice { id: kind.as_str() }).collect(),
                },
            },
            invocations: [Invocation {
                execution_successful: report.summary.examined,
                tool_execution_notifications: notifications,
            }],
            original_uri_base_ids: json!({ ROOT: { "description": { "text": "The scanned folder." } } }),
            column_kind: "unicodeCodePoints",
            results: results.collect(),
            properties: json!({ "summary": summary_json(&report.summary) }),
        }],
    })
}

fn descriptor(rule: &RuleInfo) -> Descriptor {
    let level = level(rule.severity);
    Descriptor {
        id: rule.code.clone(),
        name: rule.name.clone(),
        short_description: plain(&rule.summary),
        full_description: plain(&rule.summary),
        help: Message { text: format!("{}\n{}", rule.summary, rule.url), markdown: Some(rule.docs.clone()) },
        help_uri: rule.url.clone(),
        default_configuration: Configuration { level },
        // What GitHub shows as the severity of an alert.
        properties: json!({ "problem.severity": if level == "note" { "recommendation" } else { level } }),
    }
}

fn result(finding: &Finding, rules: &[RuleInfo], fingerprint: &str) -> SarifResult {
    let symbol = finding.symbol.iter().map(|path| LogicalLocation { fully_qualified_name: path.clone() });
    let primary = Location {
        logical_locations: symbol.collect(),
        message: Some(label(&finding.label)).filter(|label| !label.text.is_empty()),
        ..location(&finding.location)
    };
    let related = finding.related.iter().enumerate().map(|(id, related)| Location {
        id: Some(id + 1),
        message: Some(label(&related.label)),
        ..location(&related.location)
    });
    let related: Vec<_> = related.collect();
    let mut message = finding.message.clone();
    for (intro, part) in [("", &finding.note), ("Help: ", &finding.help)] {
        if let Some(part) = part {
            let _ = write!(message, "\n\n{intro}{part}");
        }
    }
    SarifResult {
        rule_id: finding.rule.clone(),
        rule_index: rules.iter().position(|rule| rule.code == finding.rule),
        level: level(finding.severity),
        message: plain(&message),
        code_flows: code_flow(&related, &primary),
        locations: [primary],
        related_locations: related,
        partial_fingerprints: json!({ "boundcheck/v1": fingerprint }),
        properties: json!({
            "confidence": finding.confidence,
            "persona": finding.persona,
            "pythonName": finding.python_name,
        }),
    }
}

/// One related place is an explanation; several tell, in order, how the primary one is reached.
fn code_flow(related: &[Location], primary: &Location) -> Vec<CodeFlow> {
    if related.len() < 2 {
        return Vec::new();
    }
    let steps = related.iter().chain([primary]).map(|step| Location { id: None, ..step.clone() });
    let locations = steps.map(|location| ThreadFlowLocation { location }).collect();
    vec![CodeFlow { thread_flows: [ThreadFlow { locations }] }]
}

fn of_problem(problem: &Problem) -> Notification {
    let location = problem.path.as_ref().map(|path| {
        let region = problem.line.map(|line| Region {
            start_line: line.max(1),
            start_column: None,
            end_line: None,
            end_column: None,
        });
        at(path, region)
    });
    Notification {
        descriptor: Some(Reference {
            id: problem.kind.as_str(),
            index: ProblemKind::ALL.iter().position(|kind| *kind == problem.kind).unwrap_or_default(),
        }),
        level: if problem.kind == ProblemKind::Internal { "error" } else { "warning" },
        message: plain(&problem.message),
        locations: location.into_iter().collect(),
    }
}

fn location(place: &Place) -> Location {
    let (line, column) = (place.line.max(1), place.column.max(1));
    let (end_line, end_column) = (place.end_line, place.end_column.max(1)).max((line, column));
    let region =
        Region { start_line: line, start_column: Some(column), end_line: Some(end_line), end_column: Some(end_column) };
    at(&place.path, Some(region))
}

fn at(path: &Utf8Path, region: Option<Region>) -> Location {
    Location {
        id: None,
        physical: PhysicalLocation { artifact_location: artifact(path), region },
        logical_locations: Vec::new(),
        message: None,
    }
}

/// A path as a URI: relative to the scanned folder, or absolute when it lies elsewhere.
fn artifact(path: &Utf8Path) -> ArtifactLocation {
    let mut uri = String::new();
    let path = path.as_str();
    let has_drive = path.as_bytes().get(1) == Some(&b':');
    let absolute = path.starts_with('/') || has_drive;
    if absolute {
        uri.push_str(if has_drive { "file:///" } else { "file://" });
    }
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            b'\\' if has_drive => uri.push('/'),
            _ => {
                let _ = write!(uri, "%{byte:02X}");
            }
        }
    }
    ArtifactLocation { uri, uri_base_id: (!absolute).then_some(ROOT) }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

fn plain(text: &str) -> Message {
    Message { text: escape(text), markdown: None }
}

fn label(text: &str) -> Label {
    Label { text: escape(text) }
}

/// In a plain text message `[x](y)` is a link.
fn escape(text: &str) -> String {
    if text.contains("](") { text.replace('[', "\\[") } else { text.to_owned() }
}
