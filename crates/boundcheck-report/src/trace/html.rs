//! One page that needs nothing else: the table, and a timeline to look into.

use boundcheck_model::{SpanKind, Trace, TracedExport};
use serde::Serialize;

use super::text::summary;
use super::verdict::{limits, verdict};
use super::worst_first;

const PAGE: &str = include_str!("../../assets/trace.html");
const STYLE: &str = include_str!("../../assets/trace.css");
const SCRIPT: &str = include_str!("../../assets/trace.js");

/// A page with everything in it: it opens offline, and from a mail.
pub fn trace_html(trace: &Trace) -> String {
    let data = Page {
        summary: summary(trace),
        notes: limits(trace).into_iter().chain(trace.problems.iter().cloned()).chain(left_out(trace)).collect(),
        wall: trace.wall_ns,
        threads: trace.threads.iter().map(|thread| thread.name.as_str()).collect(),
        exports: worst_first(trace).into_iter().map(Row::new).collect(),
        spans: trace
            .spans
            .iter()
            .map(|span| {
                let (kind, name) = match span.kind {
                    SpanKind::Call(export) => {
                        ("call", trace.exports.get(export).map_or("?", |export| export.export.as_str()))
                    }
                    SpanKind::Held => ("held", "holds the interpreter"),
                    SpanKind::Waiting => ("waiting", "waits for the interpreter"),
                };
                (span.thread, kind, span.start_ns, span.length_ns, name)
            })
            .collect(),
    };
    // Nothing in a name can end the element that holds the data.
    let data = serde_json::to_string(&data).unwrap_or_default().replace('<', "\\u003c");
    // The data last: what stands in it is not looked at any more.
    PAGE.replace("{{ style }}", STYLE.trim_end())
        .replace("{{ script }}", SCRIPT.trim_end())
        .replace("{{ trace }}", &data)
}

fn left_out(trace: &Trace) -> Option<String> {
    (trace.spans_dropped > 0)
        .then(|| format!("{} short stretches are not in the timeline; the table counts them", trace.spans_dropped))
}

/// What the script reads. Times are nanoseconds.
#[derive(Serialize)]
struct Page<'a> {
    summary: String,
    notes: Vec<String>,
    wall: u64,
    threads: Vec<&'a str>,
    exports: Vec<Row<'a>>,
    /// Thread, kind, start, length, name.
    spans: Vec<(usize, &'a str, u64, u64, &'a str)>,
}

#[derive(Serialize)]
struct Row<'a> {
    export: &'a str,
    calls: u64,
    attached: u64,
    own: u64,
    longest_hold: u64,
    blocked: u64,
    wait: u64,
    detached: u64,
    raised: u64,
    verdict: Option<String>,
    place: Option<String>,
}

impl<'a> Row<'a> {
    fn new(export: &'a TracedExport) -> Self {
        Self {
            export: &export.export,
            calls: export.calls,
            attached: export.attached_ns,
            own: export.own_attached_ns,
            longest_hold: export.longest_hold_ns,
            blocked: export.blocked_thread_ns,
            wait: export.reattach_wait_ns,
            detached: export.detached_ns,
            raised: export.exceptions,
            verdict: verdict(export),
            place: export.path.as_ref().zip(export.line).map(|(path, line)| format!("{path}:{line}")),
        }
    }
}
