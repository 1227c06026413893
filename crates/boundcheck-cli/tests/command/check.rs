//! `boundcheck check`: reports, exit codes, where they go.

use std::io::Read;

use snapbox::str;

use crate::project::{DETACHED_NAP, MANIFEST, NAP, Project, stderr, stdout};

#[test]
fn a_finding_shows_the_place_the_reason_and_the_remedy() {
    Project::with_source(NAP).check("").code(1).stderr_eq("").stdout_eq(str![[r#"
warning[D002]: blocking call while attached to the interpreter
 --> src/lib.rs:7:5
  |
6 | fn nap(seconds: u64) {
  |    --- Python calls `nap`
7 |     thread::sleep(Duration::from_secs(seconds));
  |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `sleep` sleeps; every other Python thread waits too
  |
  = note: no other Python thread runs in the meantime, and Ctrl-C does nothing
  = help: take `py: Python<'_>` and call `sleep` in `py.detach(|| …)`
  = note: confidence medium · boundcheck rule D002

1 finding: 1 warning
examined 1 file · 1 export · 100% of 2 calls resolved · PyO3 0.30.0 · dependencies: 2 stubbed · [SECONDS] s

"#]]);
}

#[test]
fn a_clean_project_says_what_was_examined() {
    Project::with_source(DETACHED_NAP).check("").success().stderr_eq("").stdout_eq(str![[r#"
no findings
examined 1 file · 1 export · 100% of 3 calls resolved · PyO3 0.30.0 · dependencies: 2 stubbed · [SECONDS] s

"#]]);
}

#[test]
fn findings_can_be_tolerated() {
    Project::with_source(NAP).check("--exit-zero").success();
}

#[test]
fn rules_are_chosen_by_code_beginning_and_name() {
    let project = Project::with_source(NAP);
    project.check("--select E").success();
    project.check("--select E,D002").code(1);
    project.check("--select E --select D").code(1);
    project.check("--ignore blocking-call-while-attached").success();
    project.check("--min-confidence high").success();
}

#[test]
fn an_unknown_rule_is_wrong_usage() {
    Project::with_source(NAP).check("--select D0002").code(2).stdout_eq("").stderr_eq(str![[r#"
error: no rule is called `D0002`
help: did you mean `D002`? `boundcheck rule --list` shows all

"#]]);
}

#[test]
fn paths_are_seen_from_the_current_directory() {
    let project = Project::empty().file("py/Cargo.toml", MANIFEST).file("py/src/lib.rs", NAP);
    let found = project.check("py --format concise").code(1);
    assert!(stdout(&found).starts_with("py/src/lib.rs:7:"), "{}", stdout(&found));
    let by_manifest = project.check("./py/Cargo.toml --format concise").code(1);
    assert!(stdout(&by_manifest).starts_with("py/src/lib.rs:7:"), "{}", stdout(&by_manifest));
}

#[test]
fn several_projects_make_one_report() {
    let project = Project::empty()
        .file("a/Cargo.toml", MANIFEST)
        .file("a/src/lib.rs", NAP)
        .file("b/Cargo.toml", MANIFEST)
        .file("b/src/lib.rs", NAP);
    project.check("a b").code(1).stderr_eq("").stdout_eq(str![[r#"
warning[D002]: blocking call while attached to the interpreter
 --> a/src/lib.rs:7:5
  |
6 | fn nap(seconds: u64) {
  |    --- Python calls `nap`
7 |     thread::sleep(Duration::from_secs(seconds));
  |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `sleep` sleeps; every other Python thread waits too
  |
  = note: no other Python thread runs in the meantime, and Ctrl-C does nothing
  = help: take `py: Python<'_>` and call `sleep` in `py.detach(|| …)`
  = note: confidence medium · boundcheck rule D002

warning[D002]: blocking call while attached to the interpreter
 --> b/src/lib.rs:7:5
  |
6 | fn nap(seconds: u64) {
  |    --- Python calls `nap`
7 |     thread::sleep(Duration::from_secs(seconds));
  |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `sleep` sleeps; every other Python thread waits too
  |
  = note: no other Python thread runs in the meantime, and Ctrl-C does nothing
  = help: take `py: Python<'_>` and call `sleep` in `py.detach(|| …)`
  = note: confidence medium · boundcheck rule D002

2 findings: 2 warnings
examined 2 files · 2 exports · 100% of 4 calls resolved · PyO3 0.30.0 · dependencies: 4 stubbed · [SECONDS] s

"#]]);
}

#[test]
fn one_missing_project_does_not_keep_the_others_from_being_checked() {
    let project = Project::empty().file("a/Cargo.toml", MANIFEST).file("a/src/lib.rs", NAP);
    let both = project.check("a b --format concise").code(2);
    assert!(stdout(&both).starts_with("a/src/lib.rs:7:"));
    assert_eq!(stderr(&both).lines().next(), Some("error: b: no such folder"));
}

#[test]
fn the_report_goes_into_a_file() {
    let project = Project::with_source(NAP);
    project.check("--output report.txt --color always").code(1).stdout_eq("").stderr_eq(str![[r#"
[1m[36mnote[0m: the report is in report.txt
[1m1 finding: 1 warning[0m
examined 1 file · 1 export · 100% of 2 calls resolved · PyO3 0.30.0 · dependencies: 2 stubbed · [SECONDS] s

"#]]);
    assert!(project.read("report.txt").contains("[D002]"));
    assert!(!project.read("report.txt").contains('\u{1b}'), "no colours in a file");
    project.check("--output report.txt --quiet").code(1).stdout_eq("").stderr_eq("");
}

#[test]
fn a_report_that_cannot_be_written_is_wrong_usage() {
    Project::with_source(DETACHED_NAP).check("--output no/such/folder.txt").code(2).stdout_eq("").stderr_eq(str![[
        r#"
error: no/such/folder.txt: cannot write the report: No such file or directory (os error 2)

"#
    ]]);
}

#[test]
fn colours_follow_the_option_and_the_environment() {
    let project = Project::with_source(NAP);
    let coloured = |arguments: &str, variable: &str| {
        let command = project.command(&format!("check --deps never {arguments}")).env(variable, "1");
        stdout(&command.assert().code(1)).contains('\u{1b}')
    };
    assert!(!coloured("", "UNRELATED"), "a pipe");
    assert!(coloured("--color always", "NO_COLOR"));
    assert!(coloured("", "CLICOLOR_FORCE"));
    assert!(!coloured("--color never", "CLICOLOR_FORCE"));
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let project = Project::with_source(NAP);
    let mut child = std::process::Command::new(snapbox::cmd::cargo_bin!("boundcheck"))
        .args(["check", "--deps", "never", "--format", "json"])
        .current_dir(project.path(""))
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert_eq!(said, "");
    assert_eq!(child.wait().unwrap().code(), Some(1));
}
