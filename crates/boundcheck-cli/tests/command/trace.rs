//! `boundcheck trace`. What is measured is tested in boundcheck-trace, with an extension module.

#![cfg(all(target_os = "linux", target_env = "gnu"))]

use snapbox::{file, str};

use crate::project::{Project, stderr, stdout};

#[test]
fn the_help() {
    Project::empty().command("trace --help").assert().success().stdout_eq(file!["help/trace.txt"]);
}

#[test]
fn the_program_keeps_its_exit_code_and_its_streams() {
    let script = "import sys\nprint('out')\nprint('err', file=sys.stderr)\nsys.exit(7)\n";
    let folder = Project::empty().file("script.py", script);
    let run = folder.command("trace --quiet --output report.txt -- python3 script.py").assert().code(7);
    assert_eq!((stdout(&run), stderr(&run)), ("out\n".to_owned(), "err\n".to_owned()));
    assert!(folder.read("report.txt").starts_with("no export of an extension module was called\n"));
}

#[test]
fn a_signal_is_told_as_a_shell_does() {
    let folder = Project::empty().file("script.py", "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)\n");
    folder.command("trace -- python3 script.py").assert().code(128 + 9);
}

#[test]
fn what_is_written_fits_what_was_promised() {
    let folder = Project::empty().file("script.py", "");
    let options = "--format json --html run.html --timeline run.trace --folded run.folded";
    let run = folder.command(&format!("trace {options} -- python3 script.py")).assert().success();
    let schema = include_str!("../../../../schemas/trace.schema.json");
    let schema = jsonschema::validator_for(&serde_json::from_str(schema).unwrap()).unwrap();
    let report: serde_json::Value = serde_json::from_str(&stdout(&run)).unwrap();
    schema.validate(&report).unwrap();
    assert_eq!(report["processes"].as_array().map(Vec::len), Some(1));
    assert!(folder.read("run.html").starts_with("<!doctype html>"));
    serde_json::from_str::<serde_json::Value>(&folder.read("run.trace")).unwrap();
    assert_eq!(folder.read("run.folded"), "");
}

#[test]
fn a_command_that_is_not_python_or_not_there() {
    let folder = Project::empty();
    let run = folder.command("trace -- false").assert().code(1);
    assert!(stdout(&run).contains("note: no Python process was recorded"), "{}", stdout(&run));
    folder.command("trace -- no-such-program").assert().code(2).stdout_eq("").stderr_eq(str![[r#"
error: cannot start `no-such-program`: No such file or directory (os error 2)
help: name a program on the path, or its file

"#]]);
    folder.command("trace").assert().code(2).stdout_eq("").stderr_eq(str![[r#"
error: the following required arguments were not provided:
  <COMMAND>...

Usage: boundcheck trace -- <COMMAND>...

For more information, try '--help'.

"#]]);
}

#[test]
fn a_project_that_cannot_be_read_is_told_before_the_program_runs() {
    let folder = Project::empty();
    folder.command("trace --project nowhere -- touch ran").assert().code(2).stdout_eq("").stderr_eq(str![[r#"
error: nowhere: no such folder

"#]]);
    assert!(!folder.path("ran").exists());
}

#[test]
fn a_report_that_cannot_be_written_does_not_change_the_exit_code() {
    let folder = Project::empty();
    let run = folder.command("trace --output nowhere/report.txt -- python3 -c pass").assert().success();
    assert!(stderr(&run).contains("nowhere/report.txt: cannot be written"), "{}", stderr(&run));
}
