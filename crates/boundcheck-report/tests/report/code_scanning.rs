//! SARIF, against the official schema (its origin is told beside it).

use std::sync::LazyLock;

use boundcheck_report::sarif;
use jsonschema::Validator;
use serde_json::Value;

use crate::sample;

static SCHEMA: LazyLock<Validator> = LazyLock::new(|| {
    let schema = serde_json::from_str(include_str!("../sarif/sarif-schema-2.1.0.json")).expect("the schema is JSON");
    jsonschema::validator_for(&schema).expect("the schema is one")
});

/// The log as a value, once the official schema accepts it.
pub(crate) fn valid(log: &str) -> Value {
    let log = serde_json::from_str(log).expect("SARIF is JSON");
    let errors: Vec<_> = SCHEMA.iter_errors(&log).map(|error| format!("{}: {error}", error.instance_path)).collect();
    assert!(errors.is_empty(), "not SARIF 2.1.0:\n{}", errors.join("\n"));
    log
}

#[test]
fn the_whole_log() {
    let log = sarif(&sample::report(), &sample::rules());
    valid(&log);
    insta::assert_snapshot!(log.replace(env!("CARGO_PKG_VERSION"), "[version]"));
}

#[test]
fn the_schema_is_strict() {
    let mut log = valid(&sarif(&sample::report(), &sample::rules()));
    log["runs"][0]["results"][0]["level"] = "fatal".into();
    assert!(!SCHEMA.is_valid(&log));
}

#[test]
fn a_run_that_examined_nothing_did_not_succeed() {
    let log = valid(&sarif(&sample::nothing_examined(), &[]));
    let invocation = &log["runs"][0]["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    let text = invocation["toolExecutionNotifications"][0]["message"]["text"].as_str().expect("a reason");
    assert!(text.starts_with("Nothing was examined: no entry point was found"), "{text}");
}

/// GitHub drops results without a location and looks at the first one only.
#[test]
fn each_result_has_one_location_and_names_its_rule() {
    let log = valid(&sarif(&sample::report(), &sample::rules()));
    let run = &log["runs"][0];
    for result in run["results"].as_array().expect("results") {
        assert_eq!(result["locations"].as_array().map(Vec::len), Some(1));
        let index = result["ruleIndex"].as_u64().expect("the rule is known") as usize;
        assert_eq!(run["tool"]["driver"]["rules"][index]["id"], result["ruleId"]);
    }
}

#[test]
fn a_chain_of_calls_ends_at_the_place_to_edit() {
    let log = valid(&sarif(&sample::report(), &sample::rules()));
    let result = &log["runs"][0]["results"][1];
    let steps = result["codeFlows"][0]["threadFlows"][0]["locations"].as_array().expect("a flow");
    let texts: Vec<_> = steps.iter().filter_map(|step| step["location"]["message"]["text"].as_str()).collect();
    assert_eq!(
        texts,
        ["Python calls `fetch`", "which calls `load`", "which calls `get`", "waits until the future is done"]
    );
    assert_eq!(steps[3]["location"], result["locations"][0]);
}

#[test]
fn paths_become_uris() {
    let uri = |path: &str| {
        let mut report = sample::report();
        report.findings.truncate(1);
        report.findings[0].location.path = path.into();
        let log = valid(&sarif(&report, &[]));
        log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"].clone()
    };
    let relative = |text: &str| serde_json::json!({ "uri": text, "uriBaseId": "%SRCROOT%" });
    assert_eq!(uri("src/lib.rs"), relative("src/lib.rs"));
    assert_eq!(uri("../core/src/a b#é?.rs"), relative("../core/src/a%20b%23%C3%A9%3F.rs"));
    assert_eq!(uri("50%/x:y.rs"), relative("50%25/x%3Ay.rs"));
    assert_eq!(uri("/etc/x.rs"), serde_json::json!({ "uri": "file:///etc/x.rs" }));
    assert_eq!(uri("C:\\x\\y.rs"), serde_json::json!({ "uri": "file:///C%3A/x/y.rs" }));
}
