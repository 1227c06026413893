//! One object for programs, written and read.

use boundcheck_model::{Trace, TraceMode, TracedExport, TracedKind, TracedProcess, TracedThread};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Serialize};

use super::{milliseconds, worst_first};
use crate::json::{SCHEMA_VERSION, names, schema_of};
use crate::pretty;

/// One JSON object, as [`trace_schema`] describes it.
pub fn trace_json(trace: &Trace) -> String {
    pretty(&JsonTrace {
        schema_version: SCHEMA_VERSION,
        mode: trace.mode.as_str().to_owned(),
        wall_ms: milliseconds(trace.wall_ns),
        processes: trace.processes.iter().map(JsonProcess::new).collect(),
        threads: trace.threads.iter().map(|thread| JsonThread::new(trace, thread)).collect(),
        exports: worst_first(trace).into_iter().map(JsonExport::new).collect(),
        problems: trace.problems.clone(),
    })
}

/// Why a text is not what [`trace_json`] writes.
#[derive(Debug, thiserror::Error)]
pub enum ReadTraceError {
    /// It is not JSON, or fields are missing.
    #[error("not a report of `boundcheck trace --format json`: {0}")]
    Json(#[from] serde_json::Error),
    /// A later boundcheck wrote it.
    #[error("its format has version {found}, and this boundcheck reads {SCHEMA_VERSION}: update boundcheck")]
    Version {
        /// The version that it has.
        found: u32,
    },
    /// A word that the format does not have.
    #[error("{field}: `{found}` is none of {known}")]
    Word {
        /// The name of the field.
        field: &'static str,
        /// What stands there.
        found: String,
        /// What may stand there.
        known: String,
    },
}

/// The run that [`trace_json`] wrote; times are exact to a microsecond, and there is no timeline.
///
/// # Errors
/// When the text is no such report.
pub fn read_trace(json: &str) -> Result<Trace, ReadTraceError> {
    let version: Version = serde_json::from_str(json)?;
    if version.schema_version != SCHEMA_VERSION {
        return Err(ReadTraceError::Version { found: version.schema_version });
    }
    let read: JsonTrace = serde_json::from_str(json)?;
    let threads = read.threads.into_iter().map(|thread| thread.into_model(&read.processes)).collect();
    Ok(Trace {
        mode: word("mode", &read.mode, &[TraceMode::GilTimeline, TraceMode::Api], TraceMode::as_str)?,
        wall_ns: nanoseconds(read.wall_ms),
        processes: read.processes.into_iter().map(JsonProcess::into_model).collect(),
        threads,
        exports: read.exports.into_iter().map(JsonExport::into_model).collect::<Result<_, _>>()?,
        problems: read.problems,
        ..Trace::default()
    })
}

/// The JSON Schema of [`trace_json`].
pub fn trace_schema() -> String {
    schema_of::<JsonTrace>()
}

/// What is looked at before the rest.
#[derive(Deserialize)]
struct Version {
    schema_version: u32,
}

/// What `boundcheck trace --format json` writes. All times are milliseconds.
#[derive(Serialize, Deserialize, JsonSchema)]
#[schemars(title = "boundcheck trace")]
struct JsonTrace {
    /// Version of this format. It rises when a field changes its meaning or goes away; fields may be added.
    #[schemars(extend("const" = SCHEMA_VERSION))]
    schema_version: u32,
    /// How attached time was measured: from the lock of the interpreter itself, or only from the extensions' own calls.
    #[schemars(schema_with = "modes")]
    mode: String,
    /// From the start of the first process to the end of the last.
    wall_ms: f64,
    /// Processes that were recorded, in the order they began.
    processes: Vec<JsonProcess>,
    /// Threads that held the interpreter or waited for it.
    threads: Vec<JsonThread>,
    /// Exports that were called, worst first.
    exports: Vec<JsonExport>,
    /// What could not be recorded.
    problems: Vec<String>,
}

/// A process.
#[derive(Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Process")]
struct JsonProcess {
    /// Its number.
    pid: u32,
    /// The number of the process that started it.
    parent: u32,
    /// The interpreter.
    python: String,
    /// Whether it told of its end; a process that was killed did not.
    complete: bool,
}

/// A thread.
#[derive(Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Thread")]
struct JsonThread {
    /// The number of its process.
    pid: Option<u32>,
    /// Its number in the operating system.
    tid: u32,
    /// Its name.
    name: String,
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
#[derive(Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Export")]
struct JsonExport {
    /// As Python names it.
    export: String,
    /// The file of the library.
    library: String,
    /// What kind of a thing was called.
    #[schemars(schema_with = "kinds")]
    kind: String,
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
    path: Option<String>,
    /// The line there, from 1.
    line: Option<u32>,
}

impl JsonProcess {
    fn into_model(self) -> TracedProcess {
        let Self { pid, parent, python, complete } = self;
        TracedProcess { pid, parent, python, complete, started_ns: 0, ended_ns: 0, cost_per_call_ns: 0 }
    }

    fn new(process: &TracedProcess) -> Self {
        let TracedProcess { pid, parent, python, complete, .. } = process;
        Self { pid: *pid, parent: *parent, python: python.clone(), complete: *complete }
    }
}

impl JsonThread {
    fn into_model(self, processes: &[JsonProcess]) -> TracedThread {
        TracedThread {
            process: processes.iter().position(|process| Some(process.pid) == self.pid).unwrap_or_default(),
            tid: self.tid,
            name: self.name,
            holds: self.holds,
            attached_ns: nanoseconds(self.attached_ms),
            longest_hold_ns: nanoseconds(self.longest_hold_ms),
            waited_ns: nanoseconds(self.waited_ms),
            longest_wait_ns: nanoseconds(self.longest_wait_ms),
        }
    }

    fn new(trace: &Trace, thread: &TracedThread) -> Self {
        Self {
            pid: trace.processes.get(thread.process).map(|process| process.pid),
            tid: thread.tid,
            name: thread.name.clone(),
            holds: thread.holds,
            attached_ms: milliseconds(thread.attached_ns),
            longest_hold_ms: milliseconds(thread.longest_hold_ns),
            waited_ms: milliseconds(thread.waited_ns),
            longest_wait_ms: milliseconds(thread.longest_wait_ns),
        }
    }
}

impl JsonExport {
    fn into_model(self) -> Result<TracedExport, ReadTraceError> {
        Ok(TracedExport {
            kind: word("kind", &self.kind, &TracedKind::ALL, TracedKind::as_str)?,
            export: self.export,
            library: self.library,
            calls: self.calls,
            exceptions: self.exceptions,
            total_ns: nanoseconds(self.total_ms),
            attached_ns: nanoseconds(self.attached_ms),
            own_attached_ns: nanoseconds(self.own_attached_ms),
            detached_ns: nanoseconds(self.detached_ms),
            reattach_wait_ns: nanoseconds(self.reattach_wait_ms),
            longest_hold_ns: nanoseconds(self.longest_hold_ms),
            longest_own_ns: nanoseconds(self.longest_own_ms),
            blocked_thread_ns: nanoseconds(self.blocked_thread_ms),
            blocked_wall_ns: nanoseconds(self.blocked_wall_ms),
            drops: self.drops,
            path: self.path.map(Into::into),
            line: self.line,
        })
    }

    fn new(export: &TracedExport) -> Self {
        Self {
            export: export.export.clone(),
            library: export.library.clone(),
            kind: export.kind.as_str().to_owned(),
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
            path: export.path.as_ref().map(ToString::to_string),
            line: export.line,
        }
    }
}

/// The value that is written so.
fn word<T: Copy>(
    field: &'static str,
    found: &str,
    known: &[T],
    written: impl Fn(T) -> &'static str,
) -> Result<T, ReadTraceError> {
    known.iter().copied().find(|value| written(*value) == found).ok_or_else(|| ReadTraceError::Word {
        field,
        found: found.to_owned(),
        known: known.iter().map(|value| written(*value)).collect::<Vec<_>>().join(", "),
    })
}

/// The inverse of [`milliseconds`].
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the conversion keeps within the range")]
fn nanoseconds(ms: f64) -> u64 {
    ((ms * 1e3).round() as u64).saturating_mul(1_000)
}

fn modes(_: &mut SchemaGenerator) -> Schema {
    names([TraceMode::GilTimeline, TraceMode::Api].map(TraceMode::as_str))
}

fn kinds(_: &mut SchemaGenerator) -> Schema {
    names(TracedKind::ALL.map(TracedKind::as_str))
}
