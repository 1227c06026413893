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

/// Exports, worst first: those that kept others waiting, then those that could.
fn worst_first(trace: &Trace) -> Vec<&TracedExport> {
    let mut exports: Vec<_> = trace.exports.iter().collect();
    exports.sort_by(|one, other| {
        let weight = |export: &TracedExport| (export.blocked_thread_ns, export.longest_hold_ns, export.attached_ns);
        weight(other).cmp(&weight(one)).then_with(|| one.export.cmp(&other.export))
    });
    exports
}

/// Milliseconds, exact to a thousandth.
#[expect(clippy::cast_precision_loss, reason = "a run of a hundred days has fewer than 2^53 nanoseconds")]
fn milliseconds(ns: u64) -> f64 {
    (ns as f64 / 1e3).round() / 1e3
}
