//! The JSON format, its schema and the fingerprints in it.

use boundcheck_report::{comparison_schema, fingerprints, json, json_schema, stable_abi_schema, trace_schema};
use serde_json::Value;

use crate::sample;

const SCHEMAS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../schemas");

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("reports are JSON")
}

#[test]
fn the_whole_report() {
    insta::assert_snapshot!(json(&sample::report()));
}

/// `UPDATE=1 cargo test` rewrites the files.
#[test]
fn the_committed_schemas_are_those_of_the_code() {
    let schemas = [
        ("report", json_schema()),
        ("stable-abi", stable_abi_schema()),
        ("comparison", comparison_schema()),
        ("trace", trace_schema()),
    ];
    for (name, schema) in schemas {
        let path = format!("{SCHEMAS}/{name}.schema.json");
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, &schema).expect("schemas/ can be written");
        }
        let committed = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(committed == schema, "schemas/{name}.schema.json is out of date: run `UPDATE=1 cargo test`");
    }
}

#[test]
fn reports_satisfy_the_schema() {
    let schema = jsonschema::validator_for(&parsed(&json_schema())).expect("the schema is one");
    for report in [sample::report(), sample::nothing_examined()] {
        schema.validate(&parsed(&json(&report))).expect("a report fits its schema");
    }
    let mut wrong = parsed(&json(&sample::report()));
    wrong["findings"][0]["severity"] = "fatal".into();
    assert!(!schema.is_valid(&wrong), "the schema checks nothing");
}

/// What other programs were promised.
#[test]
fn the_contract_keeps_its_fields() {
    let report = parsed(&json(&sample::report()));
    let has = |value: &Value, names: &str| {
        for name in names.split(' ') {
            assert!(value.get(name).is_some(), "`{name}` is missing in {value}");
        }
    };
    assert_eq!(report["schema_version"], 1);
    has(&report, "summary findings problems");
    has(&report["summary"], "examined files exports calls calls_resolved pyo3 elapsed_ms");
    let finding = &report["findings"][1];
    has(
        finding,
        "rule name severity confidence message path line column end_line end_column symbol python_name related",
    );
    has(&finding["related"][0], "path line label");
}

#[test]
fn fingerprints_survive_a_move_and_tell_twins_apart() {
    let before = sample::report().findings;
    let mut after = before.clone();
    for finding in &mut after {
        finding.location.line += 40;
        finding.location.end_line += 40;
    }
    assert_eq!(fingerprints(&before), fingerprints(&after));

    after[1].message = "another message".into();
    assert_ne!(fingerprints(&before)[1], fingerprints(&after)[1]);

    let twins = fingerprints(&[before[0].clone(), before[0].clone()]);
    assert_ne!(twins[0], twins[1]);
    assert_eq!(twins[0], fingerprints(&before)[0]);
}

/// Stored baselines depend on these exact values.
#[test]
fn fingerprints_stay_the_same_in_every_version() {
    insta::assert_snapshot!(fingerprints(&sample::report().findings).join("\n"));
}
