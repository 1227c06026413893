//! The formats for programs.

use serde_json::Value;
use snapbox::str;

use crate::project::{DETACHED_NAP, MANIFEST, NAP, Project, stdout};

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn json_is_one_object_with_paths_relative_to_the_project() {
    let project = Project::empty().file("py/Cargo.toml", MANIFEST).file("py/src/lib.rs", NAP);
    let report = json(&stdout(&project.check("py --format json --exit-zero").success().stderr_eq("")));
    assert_eq!(report["schema_version"], 1);
    assert_eq!(report["summary"]["examined"], true);
    assert_eq!(report["findings"][0]["rule"], "D002");
    assert_eq!(report["findings"][0]["path"], "src/lib.rs");
    assert_eq!(report["problems"], Value::Array(vec![]));
}

#[test]
fn json_of_several_projects_is_one_object_too() {
    let project = Project::empty()
        .file("a/Cargo.toml", MANIFEST)
        .file("a/src/lib.rs", NAP)
        .file("b/Cargo.toml", MANIFEST)
        .file("b/src/lib.rs", DETACHED_NAP);
    let report = json(&stdout(&project.check("a b --format json").code(1)));
    assert_eq!(report["summary"]["files"], 2);
    assert_eq!(report["summary"]["exports"], 2);
    assert_eq!(report["findings"][0]["path"], "a/src/lib.rs");
}

#[test]
fn json_says_that_nothing_was_examined() {
    let report = json(&stdout(&Project::empty().check("--format json --exit-zero").code(3)));
    assert_eq!(report["summary"]["examined"], false);
    assert!(report["summary"]["reason"].as_str().unwrap().contains("no Cargo.toml"));
}

#[test]
fn several_projects_count_as_examined_only_if_each_was() {
    let project = Project::empty().file("a/Cargo.toml", MANIFEST).file("a/src/lib.rs", NAP).file("b/README", "");
    let report = json(&stdout(&project.check("a b --format json").code(3)));
    assert_eq!(report["summary"]["examined"], false);
    assert_eq!(report["findings"].as_array().unwrap().len(), 1);
}

#[test]
fn sarif_leaves_failing_to_the_code_scanner() {
    let report = json(&stdout(&Project::with_source(NAP).check("--format sarif").success()));
    assert_eq!(report["version"], "2.1.0");
    assert_eq!(report["runs"][0]["results"][0]["ruleId"], "D002");
    Project::empty().check("--format sarif").code(3);
}

#[test]
fn github_annotations() {
    Project::with_source(NAP).check("--format github").code(1).stdout_eq(str![[r#"
::warning file=src/lib.rs,line=7,endLine=7,col=5,endColumn=48,title=D002 blocking-call-while-attached::blocking call while attached to the interpreter%0A%0Ano other Python thread runs in the meantime, and Ctrl-C does nothing%0A%0Atake `py: Python<'_>` and call `sleep` in `py.detach(|| …)`%0A%0Asrc/lib.rs:6: Python calls `nap`
1 finding: 1 warning
examined 1 file · 1 export · 100% of 2 calls resolved · PyO3 0.30.0 · dependencies: 2 stubbed · [SECONDS] s

"#]]);
}

#[test]
fn one_line_for_each_finding() {
    Project::with_source(NAP).check("--format concise").code(1).stdout_eq(str![[r#"
src/lib.rs:7:5: D002[warning] blocking call while attached to the interpreter
1 finding: 1 warning
examined 1 file · 1 export · 100% of 2 calls resolved · PyO3 0.30.0 · dependencies: 2 stubbed · [SECONDS] s

"#]]);
}
