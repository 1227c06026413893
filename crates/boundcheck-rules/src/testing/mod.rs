//! The one door of the tests: a project written as text goes in, findings are compared with its marks.

mod docs;
mod fixture;
mod generated;
mod guards;
mod trace;
mod wheel;

use std::collections::{BTreeMap, BTreeSet};

use boundcheck_engine::{Analysis, DependencyMode, Options};
use boundcheck_model::{Confidence, Finding, Measurements, Model, Persona};
use camino::Utf8Path;

pub(crate) use self::wheel::check_wheel;
use crate::testing::docs::Examples;
use crate::testing::fixture::Fixture;
use crate::{Rule, Selection, Subject, run};

/// Checks that the rule reports exactly what is marked in the fixture.
///
/// `//- /src/lib.rs` begins a file; text before the first one is `src/lib.rs`. `//- pyo3 0.22` picks the version of
/// the default `Cargo.toml`, which declares a `cdylib` and every known crate that the sources name. Under a line of
/// code, `//  ^^^^ D002` marks a finding of the rule on that line (up to its end when the finding is longer), and
/// `//<^^^^ D002` one that starts in the first column; in TOML and Python with `#`. `D002 pedantic` says who is
/// told, where that is not the persona of the rule.
#[track_caller]
pub(crate) fn check(rule: &Rule, text: &str) {
    check_fixture(rule, &Fixture::parse(text), text);
}

/// All that is found in the fixture, whoever is told and however sure it is.
pub(crate) fn report(text: &str) -> Vec<Finding> {
    everything_in(&Fixture::parse(text))
}

/// Executes the examples in the documentation of the rule.
#[track_caller]
pub(crate) fn examples(rule: &Rule) {
    if let Subject::Wheel(_) = rule.subject {
        return wheel::examples(rule);
    }
    let Examples { bad, good } = Examples::of(rule);
    assert!(!bad.is_empty(), "{} has no bad example", rule.code);
    assert!(!good.is_empty(), "{} has no good example", rule.code);
    for example in &bad {
        assert!(!example.marks.is_empty(), "{}: nothing is marked in a bad example", rule.code);
    }
    for example in &good {
        assert!(example.marks.is_empty(), "{}: something is marked in a good example", rule.code);
    }
    for example in bad.iter().chain(&good) {
        check_fixture(rule, example, rule.docs);
    }
}

#[track_caller]
fn check_fixture(rule: &Rule, fixture: &Fixture, shown: &str) {
    let findings = findings(rule, fixture);
    let found: BTreeMap<String, &str> = findings.iter().map(|f| (place(fixture, f), f.message.as_str())).collect();
    let full =
        |mark: &String| if mark.ends_with(rule.code) { format!("{mark} {}", rule.persona) } else { mark.clone() };
    let marks: BTreeSet<String> = fixture.marks.iter().map(full).collect();
    let missing: Vec<_> = marks.iter().filter(|mark| !found.contains_key(*mark)).collect();
    let extra: Vec<_> = found.iter().filter(|(place, _)| !marks.contains(*place)).collect();
    assert!(
        missing.is_empty() && extra.is_empty(),
        "{}\n--- marked, not found: {missing:#?}\n--- found, not marked: {extra:#?}\n--- in:\n{shown}",
        rule.code,
    );
    for finding in &findings {
        let said = [&finding.message, &finding.label].map(String::as_str);
        assert!(said.iter().all(|text| !text.is_empty()), "{}: say what and where: {finding:#?}", rule.code);
        assert!(finding.help.is_some(), "{}: say what to do: {finding:#?}", rule.code);
    }
}

/// What the rule finds in the fixture, whoever is told and however sure it is.
fn findings(rule: &Rule, fixture: &Fixture) -> Vec<Finding> {
    let mut findings = everything_in(fixture);
    findings.retain(|finding| finding.rule == rule.code);
    findings
}

fn everything_in(fixture: &Fixture) -> Vec<Finding> {
    run(&model_of(fixture), &everything(), || false)
}

/// A file `run.trace` is a recorded run of the project, in the words of `trace::parse`.
fn model_of(fixture: &Fixture) -> Model {
    let folder = tempfile::tempdir().unwrap();
    let root = Utf8Path::from_path(folder.path()).unwrap();
    fixture.write(root);
    let mut model = load(root).model;
    if let Some(run) = fixture.files.get(Utf8Path::new("run.trace")) {
        model.measured = Some(Measurements::of(&model, &trace::parse(run), "run.trace"));
    }
    model
}

fn load(root: &Utf8Path) -> Analysis {
    let options = Options { dependencies: DependencyMode::Never, ..Options::default() };
    boundcheck_engine::load(root, &options).unwrap()
}

fn everything() -> Selection {
    Selection { persona: Persona::Auditor, min_confidence: Confidence::Low, ..Selection::default() }
}

/// A finding as a mark: `src/lib.rs:3:5..9 D002 regular`, a longer one cut at the end of its first line.
fn place(fixture: &Fixture, finding: &Finding) -> String {
    let at = &finding.location;
    let end = if at.end_line == at.line { at.end_column } else { fixture.end_of_line(&at.path, at.line) };
    format!("{}:{}:{}..{} {} {}", at.path, at.line, at.column, end, finding.rule, finding.persona)
}
