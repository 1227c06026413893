//! Places that no careful rule would report, in files that no careful person would write.

use std::sync::Arc;

use boundcheck_model::{Finding, Label, Location, Model, Report, SourceFile};
use boundcheck_report::{concise, github, json, sarif, text};
use proptest::prelude::*;

use crate::code_scanning::valid;
use crate::sample::{self, finding};

fn at(line: u32, column: u32, end_line: u32, end_column: u32) -> Location {
    Location { path: "src/odd.rs".into(), line, column, end_line, end_column }
}

fn show(source: &str, places: &[Location]) -> String {
    let findings = places.iter().cloned().map(finding).collect();
    shown(source, findings)
}

fn shown(source: &str, findings: Vec<Finding>) -> String {
    let model = Model { files: vec![SourceFile::new("src/odd.rs".into(), Arc::from(source))], ..Model::default() };
    text(&Report { findings, problems: Vec::new(), ..sample::report() }, &model, false)
}

#[test]
fn empty_past_the_end_and_reversed_places() {
    insta::assert_snapshot!(show(
        "fn f() {}\n",
        &[at(1, 4, 1, 4), at(1, 90, 1, 95), at(1, 6, 1, 3), at(2, 1, 2, 1), at(7, 1, 9, 1)]
    ));
}

#[test]
fn an_empty_file() {
    insta::assert_snapshot!(show("", &[at(1, 1, 1, 1), at(0, 0, 0, 0)]));
}

#[test]
fn places_over_several_lines() {
    let source = "fn f() {\r\n\tlet x = 1;\r\n\tg(\r\n\t\tx,\r\n\t)\r\n}\r\n";
    insta::assert_snapshot!(show(source, &[at(1, 1, 6, 2), at(3, 2, 5, 3), at(3, 2, 4, 1), at(2, 2, 7, 1)]));
}

#[test]
fn wide_and_combining_characters_and_tabs() {
    let source = "\tlet 変数 = \"e\u{301}\"; call(変数);\n\u{202e}x(\u{7})👩\u{200d}👧;\n";
    insta::assert_snapshot!(show(source, &[at(1, 19, 1, 27), at(1, 6, 1, 8), at(2, 2, 2, 8)]));
}

#[test]
fn a_huge_file_shows_only_what_matters() {
    let lines: Vec<_> = (1..=200_000).map(|line| format!("fn f{line}() {{ g(); }}\n")).collect();
    let source = lines.concat();
    let far = Label { location: at(10, 4, 10, 7), label: "Python calls `f10`".into() };
    let near = Label { location: at(199_990, 4, 199_990, 11), label: "which calls `f199990`".into() };
    let whole_file = at(2, 1, 199_999, 1);
    let findings =
        vec![Finding { related: vec![far, near], ..finding(at(199_995, 16, 199_995, 19)) }, finding(whole_file)];
    insta::assert_snapshot!(shown(&source, findings));
}

#[test]
fn a_line_of_a_megabyte_is_named_not_shown() {
    let out = show(&"x".repeat(1_000_000), &[at(1, 500_000, 1, 500_003)]);
    assert!(out.contains("--> src/odd.rs:1:500000\n"), "{out}");
    assert!(out.len() < 1_000, "{out}");
}

/// Pieces that have broken renderers before.
fn source() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => Just("\n"), 2 => Just("\r\n"), 1 => Just("\r"), 3 => Just("\t"), 3 => Just(" "), 4 => Just("let x = f(y);"),
        2 => Just("変数"), 2 => Just("e\u{301}"), 1 => Just("👩\u{200d}👧"), 1 => Just("\u{202e}"), 1 => Just("\u{200b}"),
        1 => Just("\u{1b}[31m"), 1 => Just("\0"), 1 => Just("\u{feff}"), 1 => Just("{"), 1 => Just("}"), 1 => Just("// x"),
        1 => Just("                                                                                                    "),
        1 => Just("a_long_identifier_that_pushes_the_line_beyond_the_width_of_the_terminal_and_further_still_because_we_can"),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn number() -> impl Strategy<Value = u32> {
    prop_oneof![20 => 0_u32..12, 4 => 0_u32..300, 1 => Just(u32::MAX), 1 => Just(u32::MAX - 1)]
}

fn location() -> impl Strategy<Value = Location> {
    let path = prop_oneof![6 => Just("src/a.rs"), 2 => Just("src/b.rs"), 1 => Just("src/unknown.rs"), 1 => Just("")];
    (path, number(), number(), number(), number()).prop_map(|(path, line, column, end_line, end_column)| Location {
        path: path.into(),
        line,
        column,
        end_line,
        end_column,
    })
}

fn any_finding() -> impl Strategy<Value = Finding> {
    let label = prop_oneof![Just(""), Just("waits here"), Just("two\nlines"), Just("変\u{1b}[0m")];
    let related = prop::collection::vec((location(), label.clone()), 0..6);
    (location(), label, related).prop_map(|(place, label, related)| Finding {
        label: label.into(),
        related: related.into_iter().map(|(location, label)| Label { location, label: label.into() }).collect(),
        ..finding(place)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_format_takes_every_place(a in source(), b in source(), finding in any_finding()) {
        let file = |path: &str, text: &str| SourceFile::new(path.into(), Arc::from(text));
        let model = Model { files: vec![file("src/a.rs", &a), file("src/b.rs", &b)], ..Model::default() };
        let report = Report { findings: vec![finding.clone()], problems: Vec::new(), ..sample::report() };

        let plain = text(&report, &model, false);
        prop_assert!(!plain.contains('\u{1b}'), "{plain}");
        prop_assert!(plain.contains(&format!("--> {}:{}:", finding.location.path, finding.location.line)), "{plain}");
        prop_assert!(plain.lines().last().is_some_and(|line| line.starts_with("examined 2 files")), "{plain}");
        text(&report, &model, true);

        prop_assert_eq!(concise(&report, false).lines().count(), 3);
        prop_assert_eq!(github(&report).lines().count(), 3);
        valid(&sarif(&report, &[]));
        prop_assert!(serde_json::from_str::<serde_json::Value>(&json(&report)).is_ok());
    }
}
