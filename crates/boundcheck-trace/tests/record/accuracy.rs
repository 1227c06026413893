//! Times and counts of one thread.

use boundcheck_model::{TraceMode, TracedKind};
use boundcheck_trace::Options;

use crate::harness::{Run, pythons, record, some_pythons};

/// What differs between `recorded` and `expected` by more than 1 % and 0.3 ms.
fn differs(what: &str, recorded: u64, expected: u64) -> Option<String> {
    let tolerance = (expected / 100).max(300_000);
    (recorded.abs_diff(expected) > tolerance)
        .then(|| format!("{what}: {} µs instead of {}", recorded / 1000, expected / 1000))
}

const KNOWN_TIMES: &str = "
t.sleep_attached(60); t.sleep_attached(30)
t.sleep_detached(40)
t.spin_attached(10)
t.spin_detached(10)
t.mixed(20, 40, 10)
t.callback(lambda: time.sleep(0.01), 5, 6)
t.rayon_detached(10)
d = t.SlowDrop(20)
del d
report()
";

fn errors(run: &Run) -> Vec<String> {
    let m = |name: &str| run.measured(name);
    let f = |name: &str| run.function(name);
    let drop = run.export("SlowDrop.__dealloc__", TracedKind::Dealloc);
    let mixed_attached = m("mixed.first") + m("mixed.last");
    [
        ("sleep_attached attached", f("sleep_attached").attached_ns, m("sleep_attached")),
        ("sleep_attached own", f("sleep_attached").own_attached_ns, m("sleep_attached")),
        ("sleep_attached detached", f("sleep_attached").detached_ns, 0),
        ("sleep_detached attached", f("sleep_detached").attached_ns, 0),
        ("sleep_detached detached", f("sleep_detached").detached_ns, m("sleep_detached")),
        ("spin_attached attached", f("spin_attached").attached_ns, m("spin_attached")),
        ("spin_detached detached", f("spin_detached").detached_ns, m("spin_detached")),
        ("mixed attached", f("mixed").attached_ns, mixed_attached),
        ("mixed detached", f("mixed").detached_ns, m("mixed.detached")),
        ("mixed longest hold", f("mixed").longest_hold_ns, m("mixed.first")),
        ("mixed longest own", f("mixed").longest_own_ns, m("mixed.first")),
        ("callback own", f("callback").own_attached_ns, m("callback.own")),
        ("callback total", f("callback").total_ns, m("callback.own") + m("callback.inner")),
        ("callback detached", f("callback").detached_ns, m("callback.inner")),
        ("rayon_detached detached", f("rayon_detached").total_ns, m("rayon_detached")),
        ("drop", drop.attached_ns, m("drop")),
    ]
    .into_iter()
    .filter_map(|(what, recorded, expected)| differs(what, recorded, expected))
    .collect()
}

#[test]
fn times_agree_with_the_clocks_of_the_extension() {
    for python in pythons() {
        // A thread can lose its core between the two clocks. That is rare, and not in the same place each time.
        let mut last = Vec::new();
        let exact = (0..5).any(|_| {
            let run = python.succeed(KNOWN_TIMES);
            assert_eq!(run.trace.mode, TraceMode::GilTimeline, "{python:?}");
            assert_eq!(run.trace.problems, [] as [&str; 0], "{python:?}");
            last = errors(&run);
            last.is_empty()
        });
        assert!(exact, "{python:?}: {last:#?}");
    }
}

const KNOWN_COUNTS: &str = "
def fails(f, *a):
    try: f(*a)
    except BaseException: return
    raise SystemExit('no exception')
sys.stderr = open(os.devnull, 'w'); os.dup2(sys.stderr.fileno(), 2)
for i in range(5000): t.tiny(i)
for i in range(700): t.kw(i, more=2)
for i in range(11): fails(t.raises)
for i in range(3): fails(t.panics)
x = t.Thing(list(range(10)))
fails(t.Thing, 'no list')
for i in range(20): x[3]
for i in range(4): fails(x.__getitem__, 99)
for i in range(30): len(x)
for i in range(6): 5 in x
for i in range(40): x(1)
for i in range(50): hash(x)
for i in range(60): x == x
for i in range(70): x + 1
for i in range(8): repr(x)
for i in range(9): bool(x)
fails(bool, t.Thing([]))
for i in range(80): x.method(1)
for i in range(90): t.Thing.fixed(1)
for i in range(100): t.Thing.of_class(1)
for i in range(110): x.extra
for i in range(120): x.extra = i
for i in range(130): x.size
for i in range(7): x.size = 10
fails(setattr, x, 'size', 1000)
list(x); list(x)
del x
";

#[test]
fn calls_and_exceptions_are_counted_exactly() {
    use TracedKind::{Constructor, Dealloc, Function, Getter, Method, ModuleExec, Setter, Slot};
    for python in pythons() {
        let run = python.succeed(KNOWN_COUNTS);
        for (name, kind, calls, exceptions) in [
            ("tiny", Function, 5000, 0),
            ("kw", Function, 700, 0),
            ("raises", Function, 11, 11),
            ("panics", Function, 3, 3),
            ("Thing.__new__", Constructor, 3, 1),
            ("Thing.__getitem__", Slot, 24, 4),
            ("Thing.__contains__", Slot, 6, 0),
            ("Thing.__call__", Slot, 40, 0),
            ("Thing.__hash__", Slot, 50, 0),
            ("Thing.__richcmp__", Slot, 60, 0),
            ("Thing.__add__", Slot, 70, 0),
            ("Thing.__repr__", Slot, 8, 0),
            ("Thing.__bool__", Slot, 10, 1),
            ("Thing.method", Method, 80, 0),
            ("Thing.fixed", Method, 90, 0),
            ("Thing.of_class", Method, 100, 0),
            ("Thing.extra", Getter, 110, 0),
            ("Thing.extra", Setter, 120, 0),
            ("Thing.size", Getter, 130, 0),
            ("Thing.size", Setter, 8, 1),
            ("Thing.__iter__", Slot, 2, 0),
            // Ten values and the end, then the end again, which is no exception.
            ("Thing.__next__", Slot, 12, 0),
            ("Thing.__dealloc__", Dealloc, 2, 0),
        ] {
            let export = run.export(name, kind);
            assert_eq!((export.calls, export.exceptions), (calls, exceptions), "{python:?}: {name}");
            assert_eq!(export.library, "trace_target.abi3.so");
        }
        // `list` asks for the length as well: a hint for its size.
        assert!(run.export("Thing.__len__", Slot).calls >= 30);
        let body = run.trace.exports.iter().find(|export| export.kind == ModuleExec);
        assert_eq!(body.map(|body| (body.export.as_str(), body.calls)), Some(("trace_target", 1)), "{python:?}");
    }
}

#[test]
fn an_empty_call_reads_as_almost_nothing() {
    for python in some_pythons() {
        let run = python.succeed("for i in range(200_000): t.tiny(i)");
        let tiny = run.function("tiny");
        let each = tiny.total_ns / tiny.calls;
        assert!(each < 500, "{python:?}: {each} ns for each call");
        let cost = run.trace.processes[0].cost_per_call_ns;
        assert!(cost > 0 && cost < 1000, "{python:?}: recording a call costs {cost} ns");
    }
}

#[test]
fn calls_that_nest_deeply_are_made_and_times_do_not_count_twice() {
    for python in pythons() {
        let run = python.succeed(
            "
sys.setrecursionlimit(10000)
import threading
threading.stack_size(512 << 20)
# 3.12 limits calls into C apart from others.
depth, most = 0, 300 if sys.version_info[:2] == (3, 12) else 2500
def deeper():
    global depth
    depth += 1
    if depth < most: t.callback(deeper, 1, 0)
    else: t.sleep_attached(50)
worker = threading.Thread(target=lambda: t.callback(deeper, 1, 0)); worker.start(); worker.join()
assert depth == most
report()
print(most)
",
        );
        let callback = run.function("callback");
        let most = String::from_utf8_lossy(&run.output.stdout).lines().next_back().unwrap().parse::<u64>().unwrap();
        assert!(callback.total_ns < run.trace.wall_ns, "{python:?}: {callback:?}");
        if callback.calls < most {
            assert!(callback.calls >= 2000, "{python:?}: {callback:?}");
            assert!(run.trace.problems[0].contains("nested too deeply"), "{python:?}: {:?}", run.trace.problems);
        }
        // Deeper ones are called through, and the outermost knows of their time.
        assert!(callback.attached_ns >= run.measured("sleep_attached"), "{python:?}: {callback:?}");
    }
}

#[test]
fn without_the_lock_the_extensions_own_calls_still_tell() {
    for python in some_pythons() {
        let options = Options { api: true, ..Options::default() };
        let command = python.command("t.mixed(20, 40, 10); t.sleep_attached(30); report()");
        let run = record(command, &options);
        assert_eq!(run.trace.mode, TraceMode::Api);
        assert!(run.trace.problems[0].contains("own calls to attach and detach"), "{:?}", run.trace.problems);
        let mixed = run.function("mixed");
        assert!(mixed.attached_ns >= run.measured("mixed.first") + run.measured("mixed.last"), "{mixed:?}");
        assert!(mixed.detached_ns + mixed.reattach_wait_ns >= run.measured("mixed.detached"), "{mixed:?}");
        assert!(mixed.attached_ns < run.measured("mixed.detached"), "{mixed:?}");
    }
}

#[test]
fn what_runs_no_python_code_is_own_work_and_what_does_is_not() {
    for python in pythons() {
        let run = python.succeed("assert t.consume(list(range(200_000))) == 200_000");
        let list = run.function("consume");
        assert_eq!(list.own_attached_ns, list.attached_ns, "{python:?}: {list:?}");
        assert!(list.longest_hold_ns <= list.attached_ns, "{python:?}: {list:?}");
        let run = python.succeed(
            "
def slow():
    for i in range(5):
        end = time.perf_counter() + 0.01
        while time.perf_counter() < end: pass
        yield i
assert t.consume(slow()) == 5
",
        );
        let generator = run.function("consume");
        assert!(generator.attached_ns >= 50_000_000, "{python:?}: {generator:?}");
        assert!(generator.own_attached_ns < 5_000_000, "{python:?}: {generator:?}");
    }
}

#[test]
fn a_hold_is_never_longer_than_the_time_attached() {
    for python in some_pythons() {
        let run = python.succeed("t.callback(lambda: None, 200_000, 0)");
        let callback = run.function("callback");
        assert!(callback.longest_hold_ns <= callback.attached_ns, "{python:?}: {callback:?}");
    }
}

#[test]
fn an_interpreter_without_a_lock_is_recorded_without_reading_its_structures() {
    for python in pythons() {
        let options = Options { no_lock: true, ..Options::default() };
        let script = "t.mixed(20, 40, 10); [t.tiny(i) for i in range(100)]; len(t.Thing([1, 2])); report()";
        let run = record(python.command(script), &options);
        assert!(run.output.status.success(), "{python:?}: {:?}", run.output);
        assert_eq!(run.trace.mode, TraceMode::Api);
        assert_eq!(run.function("tiny").calls, 100, "{python:?}");
        assert_eq!(run.export("Thing.__len__", TracedKind::Slot).calls, 1, "{python:?}");
        let mixed = run.function("mixed");
        assert!(mixed.attached_ns >= run.measured("mixed.first") + run.measured("mixed.last"), "{mixed:?}");
        assert!(mixed.attached_ns < run.measured("mixed.first") + run.measured("mixed.detached"), "{mixed:?}");
    }
}

#[test]
fn only_chosen_libraries_are_recorded() {
    for python in some_pythons() {
        let options = |only: &str| Options { only: vec![only.to_owned()], ..Options::default() };
        let run = record(python.command("t.tiny(1)"), &options("trace_"));
        assert_eq!(run.function("tiny").calls, 1);
        let run = record(python.command("t.tiny(1)"), &options("other"));
        assert!(run.trace.exports.is_empty());
        assert!(run.trace.problems[0].contains("no extension was recorded"));
    }
}
