//! Extensions in C, which register in ways that PyO3 does not use.

use std::path::{Path, PathBuf};
use std::process::Command;

use boundcheck_model::{TraceMode, TracedKind};
use boundcheck_trace::Options;

use crate::harness::{Python, Run, pythons, record, some_pythons};

/// A source of `fixtures/trace-target/c`.
pub(crate) fn source(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/trace-target/c").join(format!("{name}.c"))
}

/// Builds a module of `fixtures/trace-target/c` into a folder. False where Python's headers are not installed.
pub(crate) fn build(python: &Python, module: &str, folder: &Path) -> bool {
    let question =
        "import sysconfig; print(sysconfig.get_path('include')); print(sysconfig.get_config_var('EXT_SUFFIX'))";
    let answer = Command::new(&python.0).args(["-c", question]).output().unwrap();
    let answer = String::from_utf8(answer.stdout).unwrap();
    let (include, suffix) = answer.trim().split_once('\n').unwrap();
    if !Path::new(include).join("Python.h").exists() {
        return false;
    }
    let built = Command::new("cc")
        .args(["-shared", "-fPIC", "-O1", "-I", include, "-o"])
        .arg(folder.join(format!("{module}{suffix}")))
        .arg(source(module))
        .arg("-lpthread")
        .status()
        .unwrap();
    assert!(built.success());
    true
}

/// Runs `script` recorded, with a module of `fixtures/trace-target/c`; `None` where Python's headers are not installed.
fn run(python: &Python, options: &Options, module: &str, script: &str) -> Option<Run> {
    let folder = tempfile::tempdir().unwrap();
    if !build(python, module, folder.path()) {
        return None;
    }
    let mut command = Command::new(&python.0);
    command.arg("-c").arg(script).env("PYTHONPATH", folder.path());
    let run = record(command, options);
    assert!(run.output.status.success(), "{python:?}: {}", String::from_utf8_lossy(&run.output.stderr));
    Some(run)
}

/// Runs `script` in every interpreter whose headers are installed.
fn run_in_each(options: &Options, module: &str, script: &str) -> Vec<(Python, Run)> {
    let runs: Vec<_> = pythons()
        .into_iter()
        .filter_map(|python| {
            let run = run(&python, options, module, script)?;
            Some((python, run))
        })
        .collect();
    assert!(!runs.is_empty(), "no Python has its headers");
    runs
}

fn counts(run: &Run, name: &str, kind: TracedKind) -> (u64, u64) {
    let export = run.trace.exports.iter().find(|export| export.export == name && export.kind == kind);
    export.map_or((0, 0), |export| (export.calls, export.exceptions))
}

#[test]
fn modules_in_one_phase_and_static_types_are_wrapped() {
    use TracedKind::{Constructor, Function, Getter, Method, Setter, Slot};
    for (python, run) in run_in_each(
        &Options::default(),
        "plain",
        "
import plain
b = plain.Box(3)
for i in range(5): b + 1
for i in range(6): len(b)
for i in range(7): b['x']
for i in range(8): 1 in b
for i in range(9): repr(b); hash(b)
for i in range(10): b.value
b.value = -1
try: len(b)
except ValueError: pass
try: b.value = 'x'
except TypeError: pass
b.work(20)
class Sub(plain.Box): pass
assert Sub(1) + 1 == 2 and repr(Sub(1)) == 'Box'
for i in range(50): plain.catch(plain.jump)
",
    ) {
        for (name, kind, expected) in [
            ("plain.Box.__new__", Constructor, (3, 0)),
            ("plain.Box.__add__", Slot, (6, 0)),
            ("plain.Box.__len__", Slot, (7, 1)),
            ("plain.Box.__getitem__", Slot, (7, 0)),
            ("plain.Box.__contains__", Slot, (8, 0)),
            ("plain.Box.__repr__", Slot, (10, 0)),
            ("plain.Box.__hash__", Slot, (9, 0)),
            ("plain.Box.value", Getter, (10, 0)),
            ("plain.Box.value", Setter, (2, 1)),
            ("plain.Box.work", Method, (1, 0)),
            ("plain.catch", Function, (50, 0)),
            // It never returns, and what called it finds its own frame again.
            ("plain.jump", Function, (50, 0)),
        ] {
            assert_eq!(counts(&run, name, kind), expected, "{python:?}: {name}");
        }
        let work = run.trace.exports.iter().find(|export| export.export == "plain.Box.work").unwrap();
        assert!(work.own_attached_ns >= 20_000_000, "{python:?}: {work:?}");
        assert!(run.trace.problems.is_empty(), "{python:?}: {:?}", run.trace.problems);
    }
}

#[test]
fn calls_that_headers_make_inline_are_no_own_work() {
    for (python, run) in run_in_each(
        &Options::default(),
        "plain",
        "
import plain, time
def busy(x):
    end = time.perf_counter() + 0.03
    while time.perf_counter() < end: pass
plain.apply(busy)
plain.apply(lambda x: plain.apply(busy))
# Callables that have no such pointer.
class Callable:
    def __call__(self, x): busy(x)
plain.apply(Callable())
",
    ) {
        let apply = run.trace.exports.iter().find(|export| export.export == "plain.apply").unwrap();
        assert_eq!(apply.calls, 4);
        assert!(apply.attached_ns >= 110_000_000, "{python:?}: {apply:?}");
        // Four times 5 ms, and what a busy machine adds to a sleep.
        assert!((20_000_000..60_000_000).contains(&apply.own_attached_ns), "{python:?}: {apply:?}");
        assert!(apply.longest_own_ns < 25_000_000, "{python:?}: {apply:?}");
        assert!(apply.longest_hold_ns >= 30_000_000, "{python:?}: {apply:?}");
    }
}

#[test]
fn python_code_behind_attributes_items_and_operators_is_no_own_work() {
    for (python, run) in run_in_each(
        &Options::default(),
        "plain",
        "
import plain, time, weakref
def busy():
    end = time.perf_counter() + 0.02
    while time.perf_counter() < end: pass
    return 1
class Slow:
    value = property(lambda self: busy())
    __getitem__ = lambda self, key: busy()
    __add__ = lambda self, other: busy()
    __eq__ = lambda self, other: busy()
    __len__ = lambda self: busy()
slow = Slow()
assert plain.ask(slow) == 1
# What passes on what it is asked.
assert plain.ask(weakref.proxy(slow)) == 1
",
    ) {
        let ask = run.trace.exports.iter().find(|export| export.export == "plain.ask").unwrap();
        assert!(ask.attached_ns >= 200_000_000, "{python:?}: {ask:?}");
        assert!(ask.own_attached_ns < 20_000_000, "{python:?}: {ask:?}");
    }
}

#[test]
fn work_of_the_interpreter_itself_is_own_work_of_who_asks_for_it() {
    for (python, run) in run_in_each(
        &Options::default(),
        "plain",
        "
import plain, random
numbers = [random.random() for i in range(500_000)]
plain.sort(numbers)
assert numbers == sorted(numbers)
",
    ) {
        let sort = run.trace.exports.iter().find(|export| export.export == "plain.sort").unwrap();
        assert!(sort.own_attached_ns * 10 > sort.attached_ns * 9, "{python:?}: {sort:?}");
        assert!(sort.own_attached_ns > 10_000_000, "{python:?}: {sort:?}");
    }
}

#[test]
fn a_thread_that_attaches_by_hand_is_attached_until_it_lets_go() {
    let options = Options { api: true, ..Options::default() };
    for (python, run) in run_in_each(
        &options,
        "plain",
        "
import plain
plain.by_hand(lambda: None)
",
    ) {
        assert_eq!(run.trace.mode, TraceMode::Api);
        // Five calls of Python, each followed by 10 ms of its own.
        let worker = run.trace.threads.iter().find(|thread| thread.name == "by-hand");
        let worker = worker.unwrap_or_else(|| panic!("{python:?}: {:#?}", run.trace.threads));
        assert!(worker.attached_ns >= 50_000_000, "{python:?}: {worker:?}");
        assert_eq!(worker.holds, 1, "{python:?}: {worker:?}");
    }
}

#[test]
fn functions_of_cython_for_the_limited_api_are_wrapped_once_and_named() {
    for (python, run) in run_in_each(
        &Options::default(),
        "limited",
        "
import limited
for i in range(3): assert limited.plain(i) == i
for i in range(4): assert limited.Box.method(i) == i
# A class that refers to a function of the module.
for i in range(2): assert limited.Box.alias(i) == i
try: limited.plain()
except TypeError: pass
assert limited.is_known(limited.Box)
",
    ) {
        // The call without an argument does not reach the function.
        assert_eq!(counts(&run, "limited.plain", TracedKind::Function), (5, 0), "{python:?}");
        assert_eq!(counts(&run, "limited.Box.method", TracedKind::Method), (4, 0), "{python:?}: {:#?}", run.trace);
    }
}

#[test]
fn a_library_may_be_loaded_twice_and_unloaded() {
    for (python, run) in run_in_each(
        &Options::default(),
        "plain",
        "
import _ctypes, importlib.util, os, shutil, tempfile
import plain
def load(path):
    spec = importlib.util.spec_from_file_location('plain', path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
with tempfile.TemporaryDirectory() as folder:
    copy = os.path.join(folder, 'plain_copy.so')
    shutil.copy(plain.__file__, copy)
    for module in [plain, load(copy), load(copy), load(plain.__file__)]:
        for i in range(10): module.catch(module.jump)
    # Mapped, unmapped and mapped again, with another library in between.
    other = os.path.join(folder, 'other.so')
    shutil.copy(plain.__file__, other)
    for path in [other, other, other]:
        handle = _ctypes.dlopen(path, os.RTLD_NOW)
        _ctypes.dlclose(handle)
    module = load(other)
    for i in range(5): module.catch(module.jump)
",
    ) {
        let calls = |library: &str| -> u64 {
            let rows = run.trace.exports.iter().filter(|row| row.export == "plain.catch");
            rows.filter(|row| row.library.starts_with(library)).map(|row| row.calls).sum()
        };
        // Some versions give out the first library's module for the copy of the same name.
        assert_eq!((calls("plain"), calls("other")), (40, 5), "{python:?}");
        assert!(run.trace.problems.is_empty(), "{python:?}: {:?}", run.trace.problems);
    }
}

#[test]
fn exports_without_number_are_all_callable_and_many_are_recorded() {
    for python in some_pythons() {
        let Some(run) = run(
            &python,
            &Options::default(),
            "plain",
            "
import plain
functions = plain.many(100_000)
for i, function in enumerate(functions):
    assert function(i) == i and function.__name__ == f'many_{i}'
",
        ) else {
            continue;
        };
        let many: Vec<_> = run.trace.exports.iter().filter(|export| export.export.contains("many_")).collect();
        assert!(many.len() > 32_000, "{python:?}: {}", many.len());
        assert!(many.iter().all(|export| export.calls == 1));
        let problem = run.trace.problems.iter().find(|problem| problem.contains("too many"));
        let expected = format!("{} exports were not recorded: there are too many", 100_000 - many.len());
        assert_eq!(problem, Some(&expected), "{python:?}");
    }
}

#[test]
fn subinterpreters_with_a_lock_of_their_own_are_told_by_the_extensions_calls() {
    for python in pythons() {
        // The module with which Python code creates them is private, and called so in 3.13 only.
        let version = Command::new(&python.0).args(["-c", "import _interpreters"]).output().unwrap();
        if !version.status.success() {
            continue;
        }
        let Some(run) = run(
            &python,
            &Options::default(),
            "isolated",
            "
import isolated, threading, _interpreters as interpreters
isolated.attached(10)
def sub():
    sub = interpreters.create('isolated')
    interpreters.exec(sub, 'import isolated\\nfor i in range(3): isolated.detached(30); isolated.attached(20)')
    interpreters.destroy(sub)
threads = [threading.Thread(target=sub) for i in range(2)]
for thread in threads: thread.start()
for i in range(5): isolated.attached(10)
for thread in threads: thread.join()
",
        ) else {
            continue;
        };
        let export = |name: &str| run.trace.exports.iter().find(|export| export.export == name).unwrap();
        let (attached, detached) = (export("isolated.attached"), export("isolated.detached"));
        assert_eq!((attached.calls, detached.calls), (12, 6));
        assert!(attached.attached_ns >= 180_000_000, "{attached:?}");
        assert!(detached.detached_ns + detached.reattach_wait_ns >= 180_000_000, "{detached:?}");
        assert!(detached.attached_ns < 60_000_000, "{detached:?}");
        assert!(
            run.trace.problems.iter().any(|problem| problem.contains("subinterpreter")),
            "{:?}",
            run.trace.problems
        );
    }
}
