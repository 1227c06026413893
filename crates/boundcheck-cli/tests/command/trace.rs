//! `boundcheck trace`. What is measured is tested in boundcheck-trace, with an extension module.

#![cfg(all(target_os = "linux", target_env = "gnu"))]

use std::io::{BufRead, BufReader};
use std::process::Stdio;

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

Usage: boundcheck trace <COMMAND>...

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
fn a_report_that_cannot_be_written_is_told_before_the_program_runs() {
    let folder = Project::empty().file("folder/file", "");
    for (options, message) in [
        ("--output nowhere/report.txt", "nowhere/report.txt: its folder does not exist"),
        ("--html folder", "folder: is a folder, not a file"),
        ("--output run --html run", "run: two reports cannot go into one file"),
    ] {
        let run = folder.command(&format!("trace {options} -- touch ran")).assert().code(2).stdout_eq("");
        assert!(stderr(&run).contains(message), "{}", stderr(&run));
        assert!(!folder.path("ran").exists());
    }
}

#[test]
fn a_recording_that_cannot_begin_is_an_error_that_the_program_does_not_feel() {
    let folder = Project::empty().file("script.py", "print('out')\n");
    let command = folder.command("trace --quiet -- python3 script.py").env("TMPDIR", "/proc/nowhere");
    let run = command.env("XDG_CACHE_HOME", "/proc/nowhere").assert().success().stdout_eq("out\n");
    assert!(stderr(&run).starts_with("error: `python3` runs unrecorded: /proc/nowhere"), "{}", stderr(&run));
}

/// The program says when it is ready, and what it got.
const STOPS: &str = "\
import signal, sys
def stop(number, frame):
    print('stopped by', signal.Signals(number).name, flush=True)
    sys.exit(5)
signal.signal(signal.SIGTERM, stop)
signal.signal(signal.SIGHUP, stop)
print('ready', flush=True)
while True: signal.pause()
";

#[test]
fn a_request_to_end_is_passed_on_and_a_report_follows() {
    for (signal, name) in [("-TERM", "SIGTERM"), ("-HUP", "SIGHUP")] {
        let folder = Project::empty().file("script.py", STOPS);
        let mut process = std::process::Command::new(env!("CARGO_BIN_EXE_boundcheck"))
            .args(["trace", "-o", "report.txt", "--", "python3", "script.py"])
            .current_dir(folder.path(""))
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        assert_eq!(lines.next().unwrap().unwrap(), "ready");
        let sent = std::process::Command::new("kill").args([signal, &process.id().to_string()]).status().unwrap();
        assert!(sent.success());
        assert_eq!(lines.next().unwrap().unwrap(), format!("stopped by {name}"));
        assert_eq!(process.wait().unwrap().code(), Some(5));
        assert!(folder.read("report.txt").contains("1 process"));
    }
}

#[test]
fn the_command_may_come_without_two_dashes() {
    let folder = Project::empty().file("script.py", "import sys\nprint(sys.argv[1:])\n");
    let run = folder.command("trace -o report.txt python3 script.py -x --quiet --version").assert().success();
    assert_eq!(stdout(&run), "['-x', '--quiet', '--version']\n");
}
