//! The recorder loaded into a running process, and marks.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use boundcheck_model::{Trace, TracedExport};
use boundcheck_trace::{Options, Session, Window};
use boundcheck_trace_format::MARK_FUNCTION;

use crate::harness::{Python, extension, pythons};

/// Comes before every script: `mark()`, which loads the recorder at its first call, and `stop()`, which waits until the
/// test has read.
const PRELUDE: &str = "
import ctypes, os, sys, threading, time
sys.path.insert(0, os.environ['TRACE_TARGET'])
def mark():
    return getattr(ctypes.PyDLL(os.environ['RECORDER']), os.environ['MARK'])()
def stop():
    print(mark(), flush=True)
    sys.stdin.readline()
";

/// A Python that stops for the test.
struct Stopping {
    session: Session,
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Stopping {
    fn start(python: &Python, script: &str) -> Self {
        let session = Session::start(&Options { spans: 0, ..Options::default() }).unwrap();
        let mut command = Command::new(&python.0);
        command.arg("-c").arg(format!("{PRELUDE}{script}")).env("TRACE_TARGET", extension());
        command.env("RECORDER", session.recorder()).env("MARK", MARK_FUNCTION);
        command.envs(session.environment().filter(|(name, _)| *name != "LD_PRELOAD"));
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let input = child.stdin.take().unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        Self { session, child, input, output }
    }

    /// Waits until the script stops.
    fn wait(&mut self) {
        let mut line = String::new();
        self.output.read_line(&mut line).unwrap();
        assert_eq!(line, "1\n", "the process is recorded and marks");
    }

    fn go_on(&mut self) {
        self.input.write_all(b"\n").unwrap();
    }

    fn window(&self) -> Window {
        Window::begin(self.session.folder(), self.child.id()).unwrap()
    }

    fn extend(&self, window: &Window) -> Window {
        window.extended(self.session.folder(), self.child.id()).unwrap()
    }

    fn finish(mut self) -> Trace {
        self.go_on();
        assert!(self.child.wait().unwrap().success());
        self.session.finish().unwrap()
    }
}

/// A function of the extension in a trace.
fn function<'a>(trace: &'a Trace, name: &str) -> Option<&'a TracedExport> {
    let name = format!("trace_target.{name}");
    trace.exports.iter().find(|export| export.export == name)
}

fn ms(ns: u64) -> u64 {
    ns / 1_000_000
}

#[test]
fn what_is_imported_after_the_load_is_recorded() {
    for python in pythons() {
        let mut run = Stopping::start(
            &python,
            "
import json, _json  # extensions of Python itself
mark()
import trace_target as t
for i in range(100): t.tiny(i)
t.sleep_attached(30); t.sleep_detached(30)
stop()
",
        );
        run.wait();
        let trace = run.finish();
        assert_eq!(function(&trace, "tiny").unwrap().calls, 100, "{python:?}");
        assert!(
            (30..60).contains(&ms(function(&trace, "sleep_attached").unwrap().attached_ns)),
            "{python:?}: {trace:?}"
        );
        assert!(ms(function(&trace, "sleep_detached").unwrap().attached_ns) < 10, "{python:?}: {trace:?}");
        assert!(ms(function(&trace, "sleep_detached").unwrap().detached_ns) >= 30, "{python:?}: {trace:?}");
        assert_eq!((trace.processes.len(), trace.processes[0].complete), (1, true), "{python:?}: {trace:?}");
    }
}

#[test]
fn a_load_among_busy_threads_that_use_the_extension_already() {
    for python in pythons() {
        let mut run = Stopping::start(
            &python,
            "
import trace_target as t
t.tiny(1)
running = True
def work():
    while running: t.detach_often(50); sum(range(500))
workers = [threading.Thread(target=work) for i in range(3)]
for worker in workers: worker.start()
mark()
for i in range(200): t.spin_detached(0.1)
running = False
for worker in workers: worker.join()
stop()
",
        );
        run.wait();
        let trace = run.finish();
        assert!(trace.exports.is_empty(), "{python:?}: they were registered before: {trace:?}");
        let held: u64 = trace.threads.iter().map(|thread| thread.attached_ns).sum();
        assert!(held <= trace.wall_ns, "{python:?}: {trace:?}");
        assert!(trace.threads.len() >= 4, "{python:?}: {trace:?}");
    }
}

#[test]
fn a_window_has_what_happened_between_marks() {
    for python in pythons() {
        let mut run = Stopping::start(
            &python,
            "
mark()
import trace_target as t
for i in range(10): t.tiny(i)
t.sleep_attached(200)
stop()
for i in range(7): t.tiny(i)
t.sleep_attached(5)
thread = threading.Thread(target=t.spin_attached, args=(20,)); thread.start(); thread.join()
stop()
t.sleep_attached(60)
stop()
stop()
",
        );
        run.wait();
        let window = run.window();
        assert!(window.trace().exports.is_empty(), "{python:?}: {:?}", window.trace());
        run.go_on();
        run.wait();
        let window = run.extend(&window);
        let second = run.window();
        let trace = window.trace();
        assert_eq!(function(&trace, "tiny").unwrap().calls, 7, "{python:?}");
        let sleep = function(&trace, "sleep_attached").unwrap();
        assert_eq!((sleep.calls, sleep.longest_hold_ns), (1, sleep.attached_ns), "{python:?}: {sleep:?}");
        assert!((5..100).contains(&ms(sleep.longest_hold_ns)), "{python:?}: {sleep:?}");
        let other = trace.threads.iter().find(|thread| thread.name != "MainThread").unwrap();
        assert!((20..100).contains(&ms(other.longest_hold_ns)), "{python:?}: {trace:?}");
        assert!(trace.threads.iter().all(|thread| ms(thread.longest_hold_ns) < 150), "{python:?}: {trace:?}");
        assert!((25..200).contains(&ms(trace.wall_ns)), "{python:?}: {trace:?}");
        run.go_on();
        run.wait();
        // The first goes on over the mark that began the second.
        let (window, second) = (run.extend(&window).trace(), run.extend(&second).trace());
        assert!(ms(function(&window, "sleep_attached").unwrap().longest_hold_ns) >= 60, "{python:?}: {window:?}");
        assert!(ms(function(&window, "spin_attached").unwrap().longest_hold_ns) >= 20, "{python:?}: {window:?}");
        assert_eq!(function(&second, "sleep_attached").unwrap().calls, 1, "{python:?}");
        assert_eq!(function(&second, "tiny"), None, "{python:?}");
        let now = run.window();
        run.go_on();
        run.wait();
        assert!(run.extend(&now).trace().exports.is_empty(), "{python:?}");
        // All of it, marks or not.
        let trace = run.finish();
        assert_eq!(function(&trace, "tiny").unwrap().calls, 17, "{python:?}");
        assert!(ms(function(&trace, "sleep_attached").unwrap().longest_hold_ns) >= 200, "{python:?}: {trace:?}");
        assert_eq!(function(&trace, "sleep_attached").unwrap().calls, 3, "{python:?}");
    }
}

#[test]
fn a_mark_within_a_call_takes_nothing_from_it() {
    for python in pythons() {
        let mut run = Stopping::start(
            &python,
            "
mark()
import trace_target as t
t.callback(mark, 4, 20)
stop()
",
        );
        run.wait();
        let trace = run.finish();
        let callback = function(&trace, "callback").unwrap();
        assert!(ms(callback.own_attached_ns) >= 79, "{python:?}: {callback:?}");
        assert!(ms(callback.attached_ns) >= 80, "{python:?}: {callback:?}");
        assert!(callback.detached_ns < 1_000_000, "{python:?}: {callback:?}");
        assert_eq!(callback.drops, 0, "{python:?}: {callback:?}");
    }
}

#[test]
fn a_fork_goes_on_without_the_environment() {
    for python in pythons() {
        let mut run = Stopping::start(
            &python,
            "
mark()
os.environ.clear()
import trace_target as t
pid = os.fork()
if pid == 0:
    for i in range(50): t.tiny(i)
    os._exit(0)
os.waitpid(pid, 0)
t.tiny(1)
print(1, flush=True)
sys.stdin.readline()
",
        );
        run.wait();
        let trace = run.finish();
        assert_eq!(function(&trace, "tiny").unwrap().calls, 51, "{python:?}");
        assert_eq!(trace.processes.len(), 2, "{python:?}");
    }
}
