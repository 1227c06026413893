//! A timeline for Perfetto and other viewers of the trace event format.

use boundcheck_model::{SpanKind, Trace, TracedSpan};
use serde::Serialize;
use serde_json::{Value, json};

use super::milliseconds;

/// One JSON object in the trace event format, which <https://ui.perfetto.dev> opens: for each thread one track with its
/// calls, and one that tells when it held the interpreter and when it waited.
/// <https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU>
pub fn trace_timeline(trace: &Trace) -> String {
    let mut events = Vec::new();
    for process in &trace.processes {
        events.push(meta("process_name", process.pid, 0, &format!("{} ({})", process.python, process.pid)));
    }
    for (index, thread) in trace.threads.iter().enumerate() {
        let Some(process) = trace.processes.get(thread.process) else { continue };
        let (calls, interpreter) = tracks(index);
        events.push(meta("thread_name", process.pid, calls, &thread.name));
        events.push(meta("thread_name", process.pid, interpreter, &format!("{}: interpreter", thread.name)));
    }
    events.extend(trace.spans.iter().filter_map(|span| event(trace, span)));
    let timeline = Timeline { display_time_unit: "ms", trace_events: events };
    let mut text = serde_json::to_string(&timeline).unwrap_or_default();
    text.push('\n');
    text
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Timeline {
    display_time_unit: &'static str,
    trace_events: Vec<Value>,
}

/// The numbers of a thread's two tracks.
fn tracks(thread: usize) -> (usize, usize) {
    (2 * thread + 1, 2 * thread + 2)
}

fn meta(kind: &str, pid: u32, tid: usize, name: &str) -> Value {
    json!({ "ph": "M", "name": kind, "pid": pid, "tid": tid, "args": { "name": name } })
}

fn event(trace: &Trace, span: &TracedSpan) -> Option<Value> {
    let thread = trace.threads.get(span.thread)?;
    let process = trace.processes.get(thread.process)?;
    let (calls, interpreter) = tracks(span.thread);
    let (name, category, row) = match span.kind {
        SpanKind::Call(export) => (trace.exports.get(export)?.export.as_str(), "call", calls),
        SpanKind::Held => ("holds the interpreter", "held", interpreter),
        SpanKind::Waiting => ("waits for the interpreter", "waiting", interpreter),
    };
    // The format counts in microseconds.
    let (start, length) = (milliseconds(span.start_ns * 1_000), milliseconds(span.length_ns * 1_000));
    Some(json!({
        "ph": "X", "name": name, "cat": category, "pid": process.pid, "tid": row, "ts": start, "dur": length,
    }))
}
