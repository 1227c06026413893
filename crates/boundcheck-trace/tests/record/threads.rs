//! Several threads: who waits, and because of whom.

use boundcheck_model::SpanKind;

use crate::harness::{Run, pythons, some_pythons};

fn attached(run: &Run) -> u64 {
    run.trace.threads.iter().map(|thread| thread.attached_ns).sum()
}

fn waited(run: &Run) -> u64 {
    run.trace.threads.iter().map(|thread| thread.waited_ns).sum()
}

#[test]
fn whoever_holds_is_charged_for_whoever_waits() {
    for python in pythons() {
        let run = python.succeed(
            "
import threading
def work(): 
    for i in range(5): t.sleep_attached(10)
workers = [threading.Thread(target=work) for i in range(4)]
for worker in workers: worker.start()
for worker in workers: worker.join()
report()
",
        );
        let export = run.function("sleep_attached");
        assert_eq!(export.calls, 20);
        assert!(export.attached_ns >= run.measured("sleep_attached"), "{python:?}: {export:?}");
        // Nothing else takes long, so all waiting is because of it; each moment counts once in the wall time.
        let waited = waited(&run);
        let others = waited.saturating_sub(export.blocked_thread_ns);
        assert!(export.blocked_thread_ns <= waited, "{python:?}: {} of {waited}", export.blocked_thread_ns);
        assert!(others < waited / 2, "{python:?}: {} of {waited}", export.blocked_thread_ns);
        assert!(export.blocked_wall_ns <= export.own_attached_ns, "{python:?}: {export:?}");
        assert!(export.blocked_thread_ns >= export.blocked_wall_ns);
        assert!(export.blocked_wall_ns > 20_000_000, "{python:?}: {export:?}");
        assert!(attached(&run) <= run.trace.wall_ns, "{python:?}: one at a time");
    }
}

#[test]
fn nobody_is_blocked_by_what_runs_detached() {
    for python in pythons() {
        let run = python.succeed(
            "
import threading
def work():
    for i in range(5): t.sleep_detached(10)
workers = [threading.Thread(target=work) for i in range(4)]
for worker in workers: worker.start()
for worker in workers: worker.join()
report()
",
        );
        let export = run.function("sleep_detached");
        assert!(export.detached_ns + export.reattach_wait_ns >= run.measured("sleep_detached"));
        assert!(export.blocked_thread_ns < export.detached_ns / 20, "{python:?}: {export:?}");
        assert_eq!(export.drops, 20, "{python:?}");
    }
}

#[test]
fn who_comes_back_waits_for_who_holds() {
    for python in some_pythons() {
        let run = python.succeed(
            "
import threading
def hold():
    for i in range(5): t.sleep_attached(30)
holder = threading.Thread(target=hold, name='holder'); holder.start()
while holder.is_alive(): t.sleep_detached(2)
holder.join()
report()
",
        );
        let victim = run.function("sleep_detached");
        assert!(victim.reattach_wait_ns > 50_000_000, "{python:?}: {victim:?}");
        let blocked = run.function("sleep_attached").blocked_thread_ns;
        assert!(blocked >= victim.reattach_wait_ns / 2, "{python:?}: {blocked} {victim:?}");
        assert!(run.trace.threads.iter().any(|thread| thread.longest_wait_ns > 20_000_000), "{python:?}");
    }
}

#[test]
fn threads_of_the_extension_are_seen_when_they_attach() {
    for python in pythons() {
        let run = python.succeed("t.rayon_attaching(10); report()");
        let (main, others): (Vec<_>, Vec<_>) = run.trace.threads.iter().partition(|t| t.name == "MainThread");
        assert_eq!(main.len(), 1);
        let held: u64 = others.iter().map(|thread| thread.attached_ns).sum();
        assert!(held >= run.measured("rayon_attaching"), "{python:?}: {:#?}", run.trace.threads);
        assert!(run.function("rayon_attaching").attached_ns < 10_000_000, "{python:?}");
    }
}

#[test]
fn spans_show_calls_holds_and_waits_in_order() {
    for python in some_pythons() {
        let run = python.succeed(
            "
import threading
worker = threading.Thread(target=t.sleep_attached, args=(30,)); worker.start()
t.sleep_attached(30); worker.join()
",
        );
        let spans = &run.trace.spans;
        assert!(spans.is_sorted_by_key(|span| span.start_ns));
        assert!(spans.iter().any(|span| span.kind == SpanKind::Held));
        assert!(spans.iter().any(|span| span.kind == SpanKind::Waiting));
        let calls: Vec<_> = spans
            .iter()
            .filter_map(|span| match span.kind {
                SpanKind::Call(export) => Some((&run.trace.exports[export].export, span)),
                _ => None,
            })
            .filter(|(name, _)| name.ends_with("sleep_attached"))
            .collect();
        assert_eq!(calls.len(), 2, "{calls:?}");
        assert!(calls.iter().all(|(_, span)| span.length_ns >= 30_000_000), "{calls:?}");
        assert!(spans.iter().all(|span| span.start_ns + span.length_ns <= run.trace.wall_ns + 1_000_000));
    }
}

#[test]
fn eight_threads_that_do_everything_never_hold_more_than_there_is_time() {
    for python in pythons() {
        let run = python.succeed(
            "
import threading, random
end = time.monotonic() + 1
def work(seed):
    r = random.Random(seed)
    x = t.Thing(list(range(5)))
    while time.monotonic() < end:
        pick = r.randrange(9)
        if pick == 0: t.sleep_attached(r.random())
        elif pick == 1: t.sleep_detached(r.random())
        elif pick == 2: t.detach_often(20)
        elif pick == 3: t.callback(lambda: t.callback(lambda: t.tiny(1), 2, 0), 2, 0)
        elif pick == 4: list(t.Thing([1, 2, 3]))
        elif pick == 5: t.rayon_attaching(0.05)
        elif pick == 6: time.sleep(r.random() / 1000)
        elif pick == 7:
            try: t.raises()
            except ValueError: pass
        else: [x[i % 5] for i in range(100)]
workers = [threading.Thread(target=work, args=(seed,)) for seed in range(8)]
for worker in workers: worker.start()
for worker in workers: worker.join()
",
        );
        assert!(attached(&run) <= run.trace.wall_ns, "{python:?}: {} > {}", attached(&run), run.trace.wall_ns);
        assert!(attached(&run) > run.trace.wall_ns / 10, "{python:?}");
        for export in &run.trace.exports {
            let parts = export.attached_ns + export.detached_ns + export.reattach_wait_ns;
            assert!(parts <= export.total_ns + export.total_ns / 100 + 1000, "{python:?}: {export:?}");
            assert!(export.own_attached_ns <= export.attached_ns + 1_000_000, "{python:?}: {export:?}");
        }
    }
}
