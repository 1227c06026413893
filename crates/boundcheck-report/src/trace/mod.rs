//! A recorded run, for people, programs and viewers.

mod folded;
mod html;
mod json;
mod perfetto;
mod text;
mod verdict;

pub use folded::trace_folded;
pub use html::trace_html;
pub use json::{ReadTraceError, read_trace, trace_json, trace_schema};
pub use perfetto::trace_timeline;
pub use text::{trace_text, trace_time};

use boundcheck_model::{Trace, TracedExport};

/// Exports, worst first.
fn worst_first(trace: &Trace) -> Vec<&TracedExport> {
    let mut exports: Vec<_> = trace.exports.iter().collect();
    exports.sort_by(|one, other| one.worse(other));
    exports
}

/// Milliseconds, exact to a thousandth.
#[expect(clippy::cast_precision_loss, reason = "a run of a hundred days has fewer than 2^53 nanoseconds")]
fn milliseconds(ns: u64) -> f64 {
    (ns as f64 / 1e3).round() / 1e3
}
