//! One object for programs.

use boundcheck_model::{Trace, TraceMode, TracedExport, TracedKind, TracedProcess, TracedThread};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;

use super::{milliseconds, worst_first};
use crate::json::{SCHEMA_VERSION, names, schema_of};
use crate::pretty;

/// One JSON object, as [`trace_schema`] describes it.
pub fn trace_json(trace: &Trace) -> String {
    pretty(&JsonTrace {
        schema_version: SCHEMA_VERSION,
        mode: trace.mode.as_str(),
        wall_ms: milliseconds(trace.wall_ns),
        processes: trace.processes.iter().map(JsonProcess::new).collect(),
        threads: trace.threads.iter().map(|thread| JsonThread::new(trace, thread)).collect(),
        exports: worst_first(trace).into_iter().map(JsonExport::new).collect(),
        problems: &trace.problems,
    })
}

/// The JSON Schema of [`trace_json`].
pub fn trace_schema() -> String {
    schema_of::<JsonTrace<'_>>()
}

/// What `boundcheck trace --format json` writes. All times are milliseconds.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "boundcheck trace")]
struct JsonTrace<'a> {
    /// Version of this format. It rises when a field changes its meaning or goes away; fields may be added.
    #[schemars(extend("const" = SCHEMA_VERSION))]
    schema_version: u32,
    /// How attached time was measured: from the lock of the interpreter itself, or only from the extensions' own calls.
    #[schemars(schema_with = "modes")]
    mode: &'static str,
    /// From the start of the first process to the end of the last.
    wall_ms: f64,
    /// Processes that were recorded, in the order they began.
    processes: Vec<JsonProcess<'a>>,
    /// Threads that held the interpreter or waited for it.
    threads: Vec<JsonThread<'a>>,
    /// Exports that were called, worst first.
    exports: Vec<JsonExport<'a>>,
    /// What could not be recorded.
    problems: &'a [String],
}

/// A process.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Process")]
struct JsonProcess<'a> {
    /// Its number.
    pid: u32,
    /// The number of the process that started it.
    parent: u32,
    /// The interpreter.
    python: &'a str,
    /// Whether it told of its end; a process that was killed did not.
    complete: bool,
}

/// A thread.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Thread")]
struct JsonThread<'a> {
    /// The number of its process.
    pid: Option<u32>,
    /// Its number in the operating system.
    tid: u32,
    /// Its name.
    name: &'a str,
    /// How often it took the interpreter.
    holds: u64,
    /// For how long it had it.
    attached_ms: f64,
    /// The longest of its holds.
    longest_hold_ms: f64,
    /// For how long it waited for the interpreter.
    waited_ms: f64,
    /// The longest of its waits.
    longest_wait_ms: f64,
}

/// An export, over all threads and processes.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Export")]
struct JsonExport<'a> {
    /// As Python names it.
    export: &'a str,
    /// The file of the library.
    library: &'a str,
    /// What kind of a thing was called.
    #[schemars(schema_with = "kinds")]
    kind: &'static str,
    /// How often.
    calls: u64,
    /// From call to return.
    total_ms: f64,
    /// Of that, with the interpreter held: own code, other exports, and Python code that it called.
    attached_ms: f64,
    /// Attached without nested exports and without calls back into Python.
    own_attached_ms: f64,
    /// Without the interpreter.
    detached_ms: f64,
    /// Waiting to get it back.
    reattach_wait_ms: f64,
    /// The longest stretch in a call for which nobody else could have it.
    longest_hold_ms: f64,
    /// The longest stretch of its own code, attached.
    longest_own_ms: f64,
    /// Waiting of other threads while its own code held the interpreter, each thread counted.
    blocked_thread_ms: f64,
    /// The same, each moment counted once.
    blocked_wall_ms: f64,
    /// How often the interpreter was let go during its calls.
    drops: u64,
    /// Calls that raised.
    exceptions: u64,
    /// Where the Rust function is; null when the sources are not known.
    path: Option<&'a str>,
    /// The line there, from 1.
    line: Option<u32>,
}

impl<'a> JsonProcess<'a> {
    fn new(process: &'a TracedProcess) -> Self {
        let TracedProcess { pid, parent, python, complete, .. } = process;
        Self { pid: *pid, parent: *parent, python, complete: *complete }
    }
}

impl<'a> JsonThread<'a> {
    fn new(trace: &Trace, thread: &'a TracedThread) -> Self {
        Self {
            pid: trace.processes.get(thread.process).map(|process| process.pid),
            tid: thread.tid,
            name: &thread.name,
            holds: thread.holds,
            attached_ms: milliseconds(thread.attached_ns),
            longest_hold_ms: milliseconds(thread.longest_hold_ns),
            waited_ms: milliseconds(thread.waited_ns),
            longest_wait_ms: milliseconds(thread.longest_wait_ns),
        }
    }
}

impl<'a> JsonExport<'a> {
    fn new(export: &'a TracedExport) -> Self {
        Self {
            export: &export.export,
            library: &export.library,
            kind: export.kind.as_str(),
            calls: export.calls,
            total_ms: milliseconds(export.total_ns),
            attached_ms: milliseconds(export.attached_ns),
            own_attached_ms: milliseconds(export.own_attached_ns),
            detached_ms: milliseconds(export.detached_ns),
            reattach_wait_ms: milliseconds(export.reattach_wait_ns),
            longest_hold_ms: milliseconds(export.longest_hold_ns),
            longest_own_ms: milliseconds(export.longest_own_ns),
            blocked_thread_ms: milliseconds(export.blocked_thread_ns),
            blocked_wall_ms: milliseconds(export.blocked_wall_ns),
            drops: export.drops,
            exceptions: export.exceptions,
            path: export.path.as_ref().map(|path| path.as_str()),
            line: export.line,
        }
    }
}

fn modes(_: &mut SchemaGenerator) -> Schema {
    names([TraceMode::GilTimeline, TraceMode::Api].map(TraceMode::as_str))
}

fn kinds(_: &mut SchemaGenerator) -> Schema {
    names(TracedKind::ALL.map(TracedKind::as_str))
}
