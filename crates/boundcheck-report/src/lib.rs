//! What a run found, written for people, programs and services.
//!
//! A [`Report`](boundcheck_model::Report) goes in, a `String` comes out; nothing here prints or reads a file. Code frames need the source text,
//! which comes from a [`Sources`]; the model of the run is one.
//!
//! | function | for |
//! |---|---|
//! | [`text`] | people: code frames in the look of rustc |
//! | [`concise`] | people and editors: one line for each finding |
//! | [`json`] | programs; [`json_schema`] describes it |
//! | [`sarif`] | code scanning services: SARIF 2.1.0 |
//! | [`github`] | GitHub Actions: annotations on the changed lines |
//! | [`stable_abi_text`], [`stable_abi_json`] | people, programs: how far wheels are from the stable ABI |
//! | [`comparison_text`], [`comparison_json`] | people, programs: in what two wheels differ |
//! | [`trace_text`], [`trace_json`] | people, programs: a recorded run |
//! | [`read_trace`] | a recorded run, back from its JSON |
//! | [`trace_html`] | people: a recorded run as a page with a timeline |
//! | [`trace_timeline`], [`trace_folded`] | Perfetto, flame graphs: a recorded run |
//! | [`summary_lines`] | the last lines of the formats for people: counts, and what was examined |
//!
//! Findings appear in the order of the report. All formats depend on the report alone: equal reports give equal
//! bytes. All but the JSON say what was examined in words; a run that examined nothing never looks like a clean one.

mod comparison;
mod concise;
mod fingerprint;
mod frame;
mod github;
mod json;
mod sarif;
mod stable_abi;
mod style;
mod summary_line;
mod text;
mod trace;

use std::sync::Arc;

use boundcheck_model::{Model, Severity};
use camino::Utf8Path;
use serde::Serialize;

pub use comparison::{comparison_json, comparison_schema, comparison_text};
pub use concise::concise;
pub use fingerprint::fingerprints;
pub use github::github;
pub use json::{SCHEMA_VERSION, json, json_schema};
pub use sarif::sarif;
pub use stable_abi::{stable_abi_json, stable_abi_schema, stable_abi_text};
pub use summary_line::summary_lines;
pub use text::text;
pub use trace::{
    ReadTraceError, read_trace, trace_folded, trace_html, trace_json, trace_schema, trace_text, trace_time,
    trace_timeline,
};

/// Where the text of files comes from.
pub trait Sources {
    /// The text of a file by its path in findings; `None` when it is not known.
    fn text(&self, path: &Utf8Path) -> Option<Arc<str>>;
}

impl Sources for Model {
    fn text(&self, path: &Utf8Path) -> Option<Arc<str>> {
        self.files.iter().find(|file| file.path == path).map(|file| Arc::clone(&file.text))
    }
}

/// What a report says about a rule, apart from its findings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleInfo {
    /// `D002`.
    pub code: String,
    /// `blocking-call-while-attached`.
    pub name: String,
    /// One sentence.
    pub summary: String,
    /// The whole documentation, in Markdown.
    pub docs: String,
    /// Its page.
    pub url: String,
    /// Severity of its findings unless a finding says otherwise.
    pub severity: Severity,
}

/// Indented JSON with a line break at the end. The values are structs of strings and numbers, which serialise always.
fn pretty(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}
