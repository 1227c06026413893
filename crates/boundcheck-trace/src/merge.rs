//! Files of several processes into one trace.

use std::collections::BTreeMap;

use boundcheck_model::{SpanKind, Trace, TraceMode, TracedExport, TracedKind, TracedProcess, TracedSpan, TracedThread};
use boundcheck_trace_format::{SUFFIX, counter, flag, thread};
use camino::Utf8Path;
use fs_err as fs;

use crate::TraceError;
use crate::read::{self, Process, SpanWhat};

/// Reads what the recorder wrote into a folder, of all processes. Files that are none of the recorder's are left out.
///
/// # Errors
/// When the folder or a file cannot be read.
pub fn read_folder(folder: &Utf8Path) -> Result<Trace, TraceError> {
    let fail = |source| TraceError::Read { path: folder.to_owned(), source };
    let mut processes = Vec::new();
    for entry in fs::read_dir(folder).map_err(fail)? {
        let path = entry.map_err(fail)?.path();
        if path.to_string_lossy().ends_with(SUFFIX) {
            processes.extend(read::process(&fs::read(&path).map_err(fail)?));
        }
    }
    Ok(merge(processes))
}

type ExportKey = (String, String, TracedKind);

/// Puts processes together. Exports are the same when library, name and kind are.
pub(crate) fn merge(mut processes: Vec<Process>) -> Trace {
    // A fork that started another program, or was killed before it did anything.
    processes
        .retain(|process| !process.has(flag::FORKED) || process.has(flag::COMPLETE) || !process.exports.is_empty());
    processes.sort_by_key(|process| (process.started_ns, process.pid));
    let begin = processes.first().map_or(0, |process| process.started_ns);
    let end = processes.iter().map(|process| process.ended_ns).max().unwrap_or(begin);
    let mut trace = Trace { wall_ns: end - begin, problems: problems(&processes), ..Trace::default() };
    trace.mode = processes
        .iter()
        .filter(|process| process.has(flag::LEARNED))
        .map(|process| if process.has(flag::API) { TraceMode::Api } else { TraceMode::GilTimeline })
        .min()
        .unwrap_or_default();

    let mut exports: BTreeMap<ExportKey, TracedExport> = BTreeMap::new();
    for process in &processes {
        let keys = keys(process);
        for counters in &process.counters {
            if let Some(key) = keys.get(&counters.export) {
                let get = |index| counters.get(index);
                add(exports.entry(key.clone()).or_default(), get, |index| process.clock.length(get(index)));
            }
        }
    }
    let positions: BTreeMap<ExportKey, usize> =
        exports.keys().enumerate().map(|(position, key)| (key.clone(), position)).collect();
    trace.exports = exports
        .into_iter()
        .map(|((library, export, kind), counted)| TracedExport { export, library, kind, ..counted })
        .collect();

    for (index, process) in processes.iter().enumerate() {
        let is_replaced = processes.iter().skip(index + 1).any(|later| later.pid == process.pid);
        trace.processes.push(TracedProcess {
            pid: process.pid,
            parent: process.parent,
            python: if process.python.is_empty() { String::new() } else { format!("CPython {}", process.python) },
            started_ns: process.started_ns - begin,
            ended_ns: process.ended_ns - begin,
            // After `exec`, the same process begins anew.
            complete: process.has(flag::COMPLETE) || is_replaced,
            cost_per_call_ns: process.cost_ns,
        });
        trace.spans_dropped = trace.spans_dropped.saturating_add(process.spans_dropped);
        let threads: BTreeMap<u32, usize> = process
            .threads
            .iter()
            .enumerate()
            .map(|(position, thread)| (thread.number, trace.threads.len() + position))
            .collect();
        trace.threads.extend(process.threads.iter().map(|counted| {
            let time = |index| process.clock.length(counted.get(index));
            TracedThread {
                process: index,
                tid: counted.tid,
                name: counted.name.clone(),
                holds: counted.get(thread::HOLDS),
                attached_ns: time(thread::ATTACHED),
                longest_hold_ns: time(thread::LONGEST_HOLD),
                waited_ns: time(thread::WAITED),
                longest_wait_ns: time(thread::LONGEST_WAIT),
            }
        }));
        let keys = keys(process);
        trace.spans.extend(process.spans.iter().filter_map(|span| {
            let kind = match span.what {
                SpanWhat::Call(export) => SpanKind::Call(*positions.get(keys.get(&export)?)?),
                SpanWhat::Held => SpanKind::Held,
                SpanWhat::Waiting => SpanKind::Waiting,
            };
            Some(TracedSpan {
                thread: *threads.get(&span.thread)?,
                kind,
                start_ns: span.start_ns.saturating_sub(begin),
                length_ns: span.length_ns,
            })
        }));
    }
    // Of two that begin together, the longer is the outer one.
    trace.spans.sort_by_key(|span| (span.start_ns, span.thread, std::cmp::Reverse(span.length_ns)));
    trace
}

/// Exports of a process by their number there.
fn keys(process: &Process) -> BTreeMap<u32, ExportKey> {
    process
        .exports
        .iter()
        .map(|export| (export.number, (export.library.clone(), export.name.clone(), export.kind)))
        .collect()
}

/// Adds what `count` and `time`, in nanoseconds, say of an export.
fn add(export: &mut TracedExport, count: impl Fn(usize) -> u64, time: impl Fn(usize) -> u64) {
    let detached = time(counter::TOTAL).saturating_sub(time(counter::ATTACHED)).saturating_sub(time(counter::WAIT));
    for (sum, value) in [
        (&mut export.calls, count(counter::CALLS)),
        (&mut export.exceptions, count(counter::EXCEPTIONS)),
        (&mut export.total_ns, time(counter::TOTAL)),
        (&mut export.attached_ns, time(counter::ATTACHED)),
        (&mut export.own_attached_ns, time(counter::OWN)),
        (&mut export.detached_ns, detached),
        (&mut export.reattach_wait_ns, time(counter::WAIT)),
        (&mut export.blocked_thread_ns, time(counter::BLOCKED_THREAD)),
        (&mut export.blocked_wall_ns, time(counter::BLOCKED_WALL)),
        (&mut export.drops, count(counter::DROPS)),
    ] {
        *sum = sum.saturating_add(value);
    }
    export.longest_hold_ns = export.longest_hold_ns.max(time(counter::LONGEST_HOLD));
    export.longest_own_ns = export.longest_own_ns.max(time(counter::LONGEST_OWN));
}

/// What was not recorded, for a person.
fn problems(processes: &[Process]) -> Vec<String> {
    let mut problems = Vec::new();
    if processes.is_empty() {
        problems.push(
            "no Python process was recorded: the command is not Python, or a line on its standard error says why"
                .to_owned(),
        );
    } else if !processes.iter().any(|process| process.has(flag::LEARNED)) {
        problems.push(
            "no extension was recorded: none was loaded besides those of Python itself, or none that `--only` names"
                .to_owned(),
        );
    }
    let any = |flags| processes.iter().any(|process| process.has(flags));
    let sum = |count: fn(&Process) -> u64| processes.iter().map(count).fold(0, u64::saturating_add);
    if processes.iter().any(|process| process.has(flag::API) && process.python.ends_with('t')) {
        problems.push("the interpreter is a free-threaded build: if an extension turned its lock on, who waits for it is not seen".to_owned());
    }
    if any(flag::API) {
        problems.push(
            "attached time comes from the extensions' own calls to attach and detach: what Python code that they \
             call does is not seen"
                .to_owned(),
        );
    }
    if any(flag::FULL) {
        problems.push("the disk is full, or a limit was reached: what came later is missing".to_owned());
    }
    if any(flag::STACK_SWITCHED) {
        problems.push(
            "calls returned on another stack than they began (greenlet or the like): counts of calls hold, times \
             may not"
                .to_owned(),
        );
    }
    if any(flag::FOREIGN) {
        problems.push(
            "a subinterpreter with a lock of its own ran exports: waits and blocked time leave it out".to_owned(),
        );
    }
    let exports = sum(|process| process.exports_dropped);
    if exports > 0 {
        problems.push(format!("{exports} exports were not recorded: there are too many"));
    }
    let calls = sum(|process| process.calls_too_deep);
    if calls > 0 {
        problems.push(format!("{calls} calls were not counted: nested too deeply"));
    }
    problems
}
