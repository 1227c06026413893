//! The formats for people.

use boundcheck_model::{Finding, Label, Location, Model, Report};
use boundcheck_report::{concise, summary_lines, text};

use crate::sample::{self, finding, place};

fn with(findings: Vec<Finding>) -> Report {
    Report { findings, problems: Vec::new(), ..sample::report() }
}

#[test]
fn findings_show_their_code_and_end_with_what_was_examined() {
    insta::assert_snapshot!(text(&sample::report(), &sample::model(), false));
}

#[test]
fn colours_only_change_the_look() {
    let report = sample::report();
    let colored = text(&report, &sample::model(), true);
    insta::assert_snapshot!(colored.replace('\u{1b}', "␛"));
    assert_eq!(without_escapes(&colored), text(&report, &sample::model(), false));
    assert_eq!(without_escapes(&concise(&report, true)), concise(&report, false));
}

#[test]
fn one_line_for_each_finding() {
    insta::assert_snapshot!(concise(&sample::report(), false));
}

#[test]
fn a_run_that_examined_nothing_is_loud_about_it() {
    let report = sample::nothing_examined();
    insta::assert_snapshot!(text(&report, &sample::model(), false));
    assert_eq!(concise(&report, false), summary_lines(&report, false));
}

#[test]
fn a_clean_run_says_what_it_looked_at() {
    insta::assert_snapshot!(text(&with(Vec::new()), &sample::model(), false));
}

#[test]
fn a_chain_that_runs_downwards_needs_no_numbers() {
    let model = sample::model();
    let related = |after: &str, text: &str, label: &str| Label {
        location: place(&model, "src/lib.rs", after, text),
        label: label.into(),
    };
    let chain = Finding {
        related: vec![
            related("fn fetch", "fetch", "Python calls `fetch`"),
            related("= load", "load", "which calls `load`"),
        ],
        ..finding(place(&model, "src/lib.rs", "", "http::get(url)"))
    };
    insta::assert_snapshot!(text(&with(vec![chain]), &model, false));
}

#[test]
fn a_place_without_source_is_still_named() {
    insta::assert_snapshot!(text(&with(vec![sample::chain(&sample::model())]), &Model::default(), false));
}

#[test]
fn the_share_of_resolved_calls_is_never_rounded_up() {
    let mut report = with(Vec::new());
    report.summary.calls = 10_000;
    report.summary.calls_resolved = 9_999;
    assert!(summary_lines(&report, false).contains("99.9% of 10000 calls resolved"));
    report.summary.calls_resolved = 10_000;
    assert!(summary_lines(&report, false).contains("100% of 10000 calls resolved"));
}

#[test]
fn many_missing_dependencies_are_counted_not_listed() {
    let mut report = with(Vec::new());
    report.summary.dependencies.missing = ('a'..='h').map(String::from).collect();
    assert!(summary_lines(&report, false).contains("8 missing (a, b, c, d, e, 3 more)"));
}

/// A hostile checkout must not rewrite the terminal or smuggle lines into a log.
#[test]
fn names_of_others_cannot_control_the_terminal() {
    let mut hostile = finding(Location {
        path: "src/\u{1b}[2Jx\n::error::y.rs".into(),
        line: 1,
        column: 1,
        end_line: 1,
        end_column: 2,
    });
    hostile.message = "calls `\u{1b}]8;;https://x\u{7}`\nnext".into();
    let report = with(vec![hostile]);
    for out in [text(&report, &Model::default(), false), concise(&report, false)] {
        assert!(!out.contains('\u{1b}') && !out.contains("\n::"), "{out}");
    }
}

/// Without `ESC [ … m`.
fn without_escapes(text: &str) -> String {
    let mut parts = text.split('\u{1b}');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |out, part| out + part.split_once('m').map_or("", |(_, rest)| rest))
}
