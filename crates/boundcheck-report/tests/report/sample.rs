//! A small project with three findings: a call chain through two files, a manifest, and an information.

use std::sync::Arc;

use boundcheck_model::{
    Confidence, DependencyView, FileId, Finding, Label, Location, Model, Persona, Problem, ProblemKind, Report,
    Severity, SourceFile, Span, Summary,
};
use boundcheck_report::RuleInfo;

pub(crate) const LIB: &str = r"use pyo3::prelude::*;

mod http;

/// Fetches a page.
#[pyfunction]
fn fetch(url: &str) -> PyResult<String> {
    let page = load(url)?;
    Ok(page)
}

fn load(url: &str) -> PyResult<String> {
    http::get(url)
}

#[pyfunction]
fn shout(text: String) -> String {
    text.to_uppercase()
}
";

pub(crate) const HTTP: &str = r"use crate::RUNTIME;

pub fn get(url: &str) -> PyResult<String> {
    RUNTIME.block_on(async {
        reqwest::get(url).await?.text().await
    })
}
";

pub(crate) const MANIFEST: &str = r#"[project]
name = "fetch"
requires-python = ">=3.8"
"#;

/// The files of the project.
pub(crate) fn model() -> Model {
    let file = |path: &str, text: &str| SourceFile::new(path.into(), Arc::from(text));
    Model {
        files: vec![file("pyproject.toml", MANIFEST), file("src/http.rs", HTTP), file("src/lib.rs", LIB)],
        ..Model::default()
    }
}

/// The place of the first `text` after `after` in a file of the model.
pub(crate) fn place(model: &Model, path: &str, after: &str, text: &str) -> Location {
    let file = model.files.iter().position(|file| file.path == path).expect("no such file");
    let source = &model.files[file].text;
    let skipped = source.find(after).expect("no such text to begin at");
    let start = skipped + source[skipped..].find(text).expect("no such text");
    model.location(Span { file: FileId(file as u32), start: start as u32, end: (start + text.len()) as u32 })
}

/// A finding about a place, for tests that add what they need.
pub(crate) fn finding(location: Location) -> Finding {
    Finding {
        rule: "D002".into(),
        name: "blocking-call-while-attached".into(),
        severity: Severity::Error,
        confidence: Confidence::High,
        persona: Persona::Regular,
        message: "blocking call while attached to the interpreter".into(),
        location,
        label: "waits here".into(),
        related: Vec::new(),
        note: None,
        help: None,
        symbol: Some("fetch::fetch".into()),
        python_name: Some("fetch".into()),
    }
}

/// A finding that rests on a chain of calls: Python → `fetch` → `load` → `http::get`.
pub(crate) fn chain(model: &Model) -> Finding {
    let related = |text: &str, after: &str, label: &str| Label {
        location: place(model, "src/lib.rs", after, text),
        label: label.into(),
    };
    Finding {
        label: "waits until the future is done".into(),
        related: vec![
            related("fetch", "fn fetch", "Python calls `fetch`"),
            related("load", "let page", "which calls `load`"),
            related("get", "http::get", "which calls `get`"),
        ],
        note: Some("No other Python thread runs while this one waits for the network.".into()),
        help: Some("detach around the call: `py.detach(|| http::get(url))`".into()),
        ..finding(Location { end_line: 6, end_column: 7, ..place(model, "src/http.rs", "", "RUNTIME.block_on") })
    }
}

/// Everything found in the project.
pub(crate) fn report() -> Report {
    let model = model();
    let python = Finding {
        rule: "P002".into(),
        name: "requires-python-below-abi3".into(),
        severity: Severity::Warning,
        message: "`requires-python` allows Python 3.8, the wheel needs 3.9".into(),
        label: "allows 3.8".into(),
        help: Some("write `requires-python = \">=3.9\"`".into()),
        symbol: None,
        python_name: None,
        ..finding(place(&model, "pyproject.toml", "", "\">=3.8\""))
    };
    let owned = Finding {
        rule: "C003".into(),
        name: "owned-string-argument".into(),
        severity: Severity::Info,
        confidence: Confidence::Medium,
        persona: Persona::Pedantic,
        message: "argument is copied although it is only read".into(),
        label: "copies on every call".into(),
        help: Some("take `&str`".into()),
        symbol: Some("fetch::shout".into()),
        python_name: Some("shout".into()),
        ..finding(place(&model, "src/lib.rs", "text: ", "String"))
    };
    Report {
        summary: Summary {
            examined: true,
            reason: None,
            files: 2,
            exports: 2,
            functions: 4,
            calls: 900,
            calls_resolved: 880,
            pyo3: Some("0.30.1".into()),
            dependencies: DependencyView { sources: 5, stubs: 2, missing: vec!["tower".into()] },
            wheels: None,
            elapsed_ms: 812,
        },
        findings: vec![python, chain(&model), owned],
        problems: vec![
            Problem {
                kind: ProblemKind::Dependencies,
                path: None,
                line: None,
                message: "the sources of `tower` are not on disk, calls into it are unknown. Run `cargo fetch`.".into(),
            },
            Problem {
                kind: ProblemKind::Syntax,
                path: Some("src/broken.rs".into()),
                line: Some(3),
                message: "expected `;`. Fix the syntax and check again; the rest of the file was checked.".into(),
            },
        ],
    }
}

/// A project whose Python layer is behind a feature that is off.
pub(crate) fn nothing_examined() -> Report {
    Report {
        summary: Summary {
            examined: false,
            reason: Some(
                "no entry point was found: `#[pymodule]` in src/py.rs needs the feature `python`; \
                 try `--features python`"
                    .into(),
            ),
            files: 7,
            pyo3: Some("0.27.0".into()),
            dependencies: DependencyView { sources: 3, ..DependencyView::default() },
            wheels: None,
            elapsed_ms: 41,
            ..Summary::default()
        },
        findings: Vec::new(),
        problems: Vec::new(),
    }
}

/// What the rules say of themselves.
pub(crate) fn rules() -> Vec<RuleInfo> {
    let rule = |code: &str, name: &str, severity, summary: &str| RuleInfo {
        code: code.into(),
        name: name.into(),
        summary: summary.into(),
        docs: format!("{summary}\n\n## Why\n\nBecause.\n"),
        url: boundcheck_model::rule_page(code),
        severity,
    };
    vec![
        rule("C003", "owned-string-argument", Severity::Info, "An argument is copied although it is only read."),
        rule(
            "D002",
            "blocking-call-while-attached",
            Severity::Error,
            "A call that blocks keeps other threads waiting.",
        ),
        rule(
            "P002",
            "requires-python-below-abi3",
            Severity::Warning,
            "Metadata allows a Python that the wheel does not.",
        ),
    ]
}
