//! The recorded program writes what it writes and ends as it ends.

use std::os::unix::process::ExitStatusExt;
use std::process::Command;

use boundcheck_trace::{Options, Session};

use crate::harness::{Python, pythons, record, some_pythons};

#[test]
fn output_and_exit_code_are_those_of_the_program() {
    for python in pythons() {
        for script in [
            "print('out', t.tiny(4)); print('err', file=sys.stderr)",
            "sys.exit(3)",
            "sys.exit('a message')",
            "t.raises()",
            "t.panics()",
            "os._exit(4)",
            "print('lost'); os._exit(0)",
            "os.abort()",
            "import ctypes; ctypes.string_at(0)",
            "os.kill(os.getpid(), 9)",
            "print(sorted(os.listdir('/proc/self/fd')))",
            "print(sorted(set(os.environ) - {'LD_PRELOAD', 'BOUNDCHECK_TRACE_DIR', 'BOUNDCHECK_TRACE_OPTIONS'}))",
            "import faulthandler; print(t.Thing.__doc__, t.tiny.__doc__, t.tiny.__name__, repr(t.tiny)[:24])",
            "import inspect; print(inspect.signature(t.kw), t.Thing.method, t.Thing.size)",
        ] {
            let plain = python.command(script).output().unwrap();
            let recorded = python.record(script).output;
            assert_eq!(recorded.status, plain.status, "{python:?}: {script}");
            assert_eq!(text(&recorded.stdout), text(&plain.stdout), "{python:?}: {script}");
            assert_eq!(text(&recorded.stderr), text(&plain.stderr), "{python:?}: {script}");
        }
    }
}

/// Without numbers of threads, which differ from run to run.
fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).chars().filter(|character| !character.is_ascii_digit()).collect()
}

#[test]
fn what_was_counted_survives_a_process_that_is_killed() {
    for python in pythons() {
        for (end, signal) in [("os.kill(os.getpid(), 9)", 9), ("import ctypes; ctypes.string_at(0)", 11)] {
            let run = python.record(&format!("for i in range(1234): t.tiny(i)\nt.sleep_attached(20)\n{end}"));
            assert_eq!(run.output.status.signal(), Some(signal), "{python:?}");
            assert_eq!(run.function("tiny").calls, 1234);
            assert!(run.function("sleep_attached").attached_ns >= 20_000_000);
            assert_eq!(run.trace.processes.len(), 1);
            assert!(!run.trace.processes[0].complete);
            assert!(
                run.trace.problems[0].starts_with("one process did not tell of its end"),
                "{:?}",
                run.trace.problems
            );
            assert!(run.trace.wall_ns >= 20_000_000, "{}", run.trace.wall_ns);
        }
    }
}

#[test]
fn a_limit_for_files_ends_the_recording_and_not_the_program() {
    for python in some_pythons() {
        // In units of 512 bytes: the first pages fit and no more.
        let script = "
import threading
def work():
    for i in range(5): t.sleep_detached(0.1)
for i in range(300):
    workers = [threading.Thread(target=work) for i in range(3)]
    for worker in workers: worker.start()
    for worker in workers: worker.join()
print('done')
";
        let inner = python.command(script);
        let mut command = Command::new("sh");
        command.args(["-c", "ulimit -f 128; exec \"$0\" \"$@\""]).arg(inner.get_program()).args(inner.get_args());
        command.env("TRACE_TARGET", crate::harness::extension());
        let run = record(command, &Options { shortest_span_us: 0, ..Options::default() });
        assert!(run.output.status.success(), "{:?}", run.output);
        assert_eq!(run.output.stdout, b"done\n");
        assert!(run.output.stderr.is_empty());
        assert!(run.trace.problems.iter().any(|problem| problem.contains("disk is full")), "{:?}", run.trace.problems);
        assert!(run.function("sleep_detached").calls > 0);
    }
}

#[test]
fn a_folder_that_cannot_be_written_is_said_in_one_line_and_one_that_is_gone_is_not() {
    for python in some_pythons() {
        for (folder, lines) in [("/dev/null", 1), ("/nonexistent", 0)] {
            let session = Session::start(&Options::default()).unwrap();
            let output = python
                .command("print(t.tiny(5)); sys.exit(6)")
                .envs(session.environment())
                .env("BOUNDCHECK_TRACE_DIR", folder)
                .output()
                .unwrap();
            assert_eq!(output.status.code(), Some(6));
            assert_eq!(output.stdout, b"5\n");
            let stderr = String::from_utf8(output.stderr).unwrap();
            assert_eq!(stderr.lines().count(), lines, "{stderr}");
            assert!(lines == 0 || stderr.starts_with("boundcheck trace: /dev/null: Not a directory"), "{stderr}");
        }
    }
}

#[test]
fn an_interpreter_that_is_not_supported_runs_unrecorded() {
    let old =
        std::env::var_os("HOME").map(|home| std::path::Path::new(&home).join(".pyenv/versions/3.8.18/bin/python3"));
    let Some(old) = old.filter(|old| old.exists()) else {
        return;
    };
    let mut command = Command::new(Python(old).0);
    command.args(["-c", "print(1); raise SystemExit(7)"]);
    let run = record(command, &Options::default());
    assert_eq!((run.output.status.code(), run.output.stdout.as_slice()), (Some(7), &b"1\n"[..]));
    let line = "boundcheck trace: Python 3.8.18 is not supported, only CPython 3.9 to 3.14; runs unrecorded\n";
    assert_eq!(String::from_utf8_lossy(&run.output.stderr), line);
    assert!(run.trace.processes.is_empty());
    assert!(run.trace.problems[0].contains("no Python process was recorded"));
}

#[test]
fn a_command_that_is_not_python_is_left_alone() {
    let mut command = Command::new("sh");
    command.args(["-c", "echo out; echo err >&2; exit 5"]);
    let run = record(command, &Options::default());
    assert_eq!(run.output.status.code(), Some(5));
    assert_eq!((run.output.stdout.as_slice(), run.output.stderr.as_slice()), (&b"out\n"[..], &b"err\n"[..]));
    assert!(run.trace.processes.is_empty());
}
