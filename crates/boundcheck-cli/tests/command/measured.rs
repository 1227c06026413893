//! `boundcheck check --trace`: findings with what a run measured.

use boundcheck_model::{Trace, TracedExport};
use snapbox::str;

use crate::project::{DETACHED_NAP, NAP, Project, stdout};

/// A report of `boundcheck trace` in which `naps.nap` held the interpreter for so long.
fn run(export: &str, longest_own_ns: u64, blocked_thread_ns: u64) -> String {
    let export = TracedExport {
        export: export.to_owned(),
        library: "naps.abi3.so".to_owned(),
        calls: 3,
        longest_own_ns,
        blocked_thread_ns,
        ..TracedExport::default()
    };
    boundcheck_report::trace_json(&Trace { exports: vec![export], ..Trace::default() })
}

#[test]
fn a_long_hold_proves_the_finding() {
    let project = Project::with_source(NAP).file("run.json", run("naps.nap", 254_000_000, 610_000_000));
    project.check("--trace run.json").code(1).stderr_eq("").stdout_eq(str![[r#"
error[D002]: blocking call while attached to the interpreter
 --> src/lib.rs:7:5
  |
6 | fn nap(seconds: u64) {
  |    --- Python calls `nap`
7 |     thread::sleep(Duration::from_secs(seconds));
  |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `sleep` sleeps; every other Python thread waits too
  |
  = note: no other Python thread runs in the meantime, and Ctrl-C does nothing; measured: in 3 calls `naps.nap` held the interpreter for at most 254 ms without letting go, and other threads waited 610 ms for it
  = help: take `py: Python<'_>` and call `sleep` in `py.detach(|| …)`
  = note: confidence high · boundcheck rule D002

1 finding: 1 error
examined 1 file · 1 export · 100% of 2 calls resolved · PyO3 0.30.0 · dependencies: 2 stubbed · [SECONDS] s

"#]]);
}

#[test]
fn a_short_hold_is_told_and_lowers_nothing() {
    let project = Project::with_source(NAP).file("run.json", run("naps.nap", 80_000, 0));
    let output = project.check("--trace run.json").code(1);
    let said = stdout(&output);
    assert!(said.starts_with("warning[D002]"), "{said}");
    assert!(said.contains("`naps.nap` held the interpreter for at most 80 µs without letting go"), "{said}");
}

#[test]
fn a_run_without_a_lock_changes_nothing_and_says_so_once() {
    let trace = run("naps.nap", 254_000_000, 0).replace(
        r#""processes": []"#,
        r#""processes": [{"pid": 1, "parent": 0, "python": "CPython 3.13.0t", "complete": true}]"#,
    );
    let other = Project::with_source(DETACHED_NAP);
    let project = Project::with_source(NAP).file("run.json", trace);
    let output = project.check(&format!("--trace run.json . {}", other.path("").display())).code(1);
    let said = stdout(&output);
    assert!(said.starts_with("warning[D002]") && !said.contains("measured") && !said.contains("D003"), "{said}");
    output.stderr_eq(str![[r#"
note: run.json is a run of a free-threaded Python, where nobody waits for the interpreter: no finding rests on it

"#]]);
}

#[test]
fn what_no_static_rule_can_tell_is_found_by_the_run() {
    let project = Project::with_source(DETACHED_NAP).file("run.json", run("naps.nap", 20_000_000, 0));
    project.check("--trace run.json").code(1).stdout_eq(str![[r#"
warning[D003]: `naps.nap` holds the interpreter for 20 ms at a stretch
 --> src/lib.rs:6:4
  |
6 | fn nap(py: Python<'_>, seconds: u64) {
  |    ^^^ works up to 20 ms without letting go
  |
  = note: in 3 calls `naps.nap` held the interpreter for at most 20 ms without letting go
  = help: do what needs no Python objects in `py.detach(|| …)`
  = note: confidence medium · boundcheck rule D003

1 finding: 1 warning
examined 1 file · 1 export · 100% of 3 calls resolved · PyO3 0.30.0 · dependencies: 2 stubbed · [SECONDS] s

"#]]);
}

#[test]
fn a_run_of_something_else_is_told() {
    let project = Project::with_source(NAP).file("run.json", run("other.nap", 254_000_000, 0));
    project.check("--trace run.json").code(1).stderr_eq("");

    let other = run("demo.work", 1, 1).replace("naps.abi3.so", "_other.so");
    let project = Project::with_source(NAP).file("run.json", other);
    let output = project.check("--trace run.json").code(1).stderr_eq(str![[r#"
warning: .: run.json is a run of something else: it has `_other.so`, and this project has `naps`

"#]]);
    let said = stdout(&output);
    assert!(said.contains("`naps` was not loaded in the run of run.json, or before it was recorded"), "{said}");
    project.check("--quiet --trace run.json").code(1).stderr_eq("");

    let project = Project::with_source(NAP).file("run.json", boundcheck_report::trace_json(&Trace::default()));
    project.check("--trace run.json").code(1).stderr_eq(str![[r#"
warning: .: run.json has no call of any extension module

"#]]);
}

#[test]
fn a_file_that_is_no_run_is_wrong_usage() {
    let project = Project::with_source(NAP).file("run.json", "{}");
    project.check("--trace nowhere.json").code(2).stdout_eq("").stderr_eq(str![[r#"
error: nowhere.json: failed to open file `nowhere.json`: No such file or directory (os error 2)
help: write one with `boundcheck trace --format json -o run.json -- python …`

"#]]);
    project.check("--trace run.json").code(2).stdout_eq("").stderr_eq(str![[r#"
error: run.json: not a report of `boundcheck trace --format json`: missing field `schema_version` at line 1 column 2
help: write one with `boundcheck trace --format json -o run.json -- python …`

"#]]);
}
