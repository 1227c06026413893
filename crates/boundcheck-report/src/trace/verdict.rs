//! One line in words about an export.

use std::fmt::Write;

use boundcheck_model::{Trace, TracedExport, TracedKind};

use super::text::trace_time;

/// How long Python code may hold the interpreter before it is asked to let go: `sys.getswitchinterval()`, unless a
/// program changes it. <https://docs.python.org/3/library/sys.html#sys.setswitchinterval>
pub(super) const SWITCH_INTERVAL_NS: u64 = 5_000_000;

/// What is to be said about an export; nothing where all is well.
pub(super) fn verdict(export: &TracedExport) -> Option<String> {
    let TracedExport { longest_own_ns, blocked_thread_ns, own_attached_ns, detached_ns, .. } = export;
    // The body of a module runs once, at import.
    if *longest_own_ns <= SWITCH_INTERVAL_NS || export.kind == TracedKind::ModuleExec {
        return None;
    }
    let mut text = format!("works up to {} without letting go", trace_time(*longest_own_ns));
    if *blocked_thread_ns > 0 {
        let _ = write!(text, "; other threads waited {} for it", trace_time(*blocked_thread_ns));
    }
    text.push_str(if *detached_ns > *own_attached_ns {
        ": a part of it is not detached yet"
    } else {
        ": detach what needs no Python"
    });
    Some(text)
}

/// What the figures of a run do not show, for a person.
pub(super) fn limits(trace: &Trace) -> Vec<String> {
    let mut limits = Vec::new();
    let with_python = trace.threads.iter().filter(|thread| thread.holds > 0).count();
    if with_python <= 1 && !trace.exports.is_empty() {
        limits.push(
            "only one thread used Python, so nobody could be blocked: the longest hold is what another thread would wait"
                .to_owned(),
        );
    }
    limits
}
