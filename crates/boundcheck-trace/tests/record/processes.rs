//! Children: forked, started, and those of `multiprocessing`.

use crate::harness::pythons;

#[test]
fn a_forked_child_counts_for_itself() {
    for python in pythons() {
        let run = python.succeed(
            "
for i in range(10): t.tiny(i)
def in_fork():
    pid = os.fork()
    if pid == 0:
        for i in range(100): t.tiny(i)
        t.sleep_attached(10)
        os._exit(0)
    os.waitpid(pid, 0)
in_fork()
# A fork within a call: it returns in both processes.
t.callback(in_fork, 3, 0)
for i in range(1000): t.tiny(i)
",
        );
        assert_eq!(run.function("tiny").calls, 10 + 4 * 100 + 1000, "{python:?}");
        assert_eq!(run.function("callback").calls, 1, "{python:?}: {:#?}", run.trace);
        assert_eq!(run.function("sleep_attached").calls, 4);
        let processes = &run.trace.processes;
        assert_eq!(processes.len(), 5, "{python:?}");
        assert!(processes.iter().all(|process| process.complete), "{python:?}: {processes:#?}");
        assert!(processes[1..].iter().all(|process| process.parent == processes[0].pid));
        let names: Vec<_> = run.trace.threads.iter().map(|thread| thread.name.as_str()).collect();
        assert_eq!(names, ["MainThread"; 5], "{python:?}");
    }
}

#[test]
fn programs_that_are_started_are_recorded_too() {
    for python in pythons() {
        let run = python.succeed(
            "
import subprocess
child = 'import sys, os; sys.path.insert(0, os.environ[\"TRACE_TARGET\"]); import trace_target as t; [t.tiny(i) for i in range(50)]'
subprocess.run([sys.executable, '-c', child], check=True)
# Through a fork that runs Python first, and through a shell.
subprocess.run([sys.executable, '-c', child], check=True, preexec_fn=lambda: None)
subprocess.run(['sh', '-c', 'exec \"$0\" -c \"$1\"', sys.executable, child], check=True)
try: subprocess.run(['/nonexistent'])
except FileNotFoundError: pass
t.tiny(1)
os.execv(sys.executable, [sys.executable, '-c', child])
",
        );
        assert_eq!(run.function("tiny").calls, 4 * 50 + 1, "{python:?}");
        let complete = run.trace.processes.iter().filter(|process| process.complete).count();
        assert_eq!((complete, run.trace.processes.len()), (5, 5), "{python:?}: {:#?}", run.trace.processes);
    }
}

#[test]
fn pools_of_processes_are_merged() {
    for python in pythons() {
        let run = python.succeed(
            "
import multiprocessing
def in_pool(method):
    with multiprocessing.get_context(method).Pool(2) as pool:
        assert pool.map(t.tiny, range(100), chunksize=10) == list(range(100))
        pool.close(); pool.join()
in_pool('fork')
in_pool('spawn')
",
        );
        assert_eq!(run.function("tiny").calls, 200, "{python:?}");
        assert!(run.trace.processes.len() >= 2, "{python:?}");
        assert!(run.trace.processes.iter().all(|process| process.complete), "{python:?}");
    }
}

#[test]
fn a_fork_in_the_middle_of_other_threads_work_starts_clean() {
    for python in pythons() {
        let run = python.succeed(
            "
import threading, warnings
warnings.simplefilter('ignore')
stop = False
def work():
    x = t.Thing([1, 2])
    while not stop: t.detach_often(5); len(x); t.rayon_detached(0.01)
workers = [threading.Thread(target=work) for i in range(3)]
for worker in workers: worker.start()
for i in range(30):
    pid = os.fork()
    if pid == 0:
        for i in range(100): t.tiny(i)
        t.detach_often(50)
        helper = threading.Thread(target=t.tiny, args=(1,)); helper.start(); helper.join()
        os._exit(0)
    assert os.waitpid(pid, 0)[1] == 0
stop = True
for worker in workers: worker.join()
",
        );
        assert_eq!(run.function("tiny").calls, 30 * 101, "{python:?}");
        assert_eq!(run.trace.processes.len(), 31, "{python:?}");
        let held = |process: usize| -> u64 {
            run.trace.threads.iter().filter(|t| t.process == process).map(|thread| thread.attached_ns).sum()
        };
        for (index, process) in run.trace.processes.iter().enumerate() {
            assert!(held(index) <= process.ended_ns - process.started_ns, "{python:?}: {process:?}");
        }
    }
}
