//! Stretches of time for a timeline: the long ones, up to a number.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use boundcheck_trace_format::{header, page, span};

use crate::thread::Thread;
use crate::{clock, file, options};

/// The shortest that is kept, in ticks. Nothing is, before [`start`].
static SHORTEST: AtomicU64 = AtomicU64::new(u64::MAX);
static LEFT: AtomicU64 = AtomicU64::new(0);

/// Begins to keep spans, or begins anew.
pub(crate) fn start() {
    let options = options::get();
    LEFT.store(options.spans, Relaxed);
    SHORTEST.store(clock::from_microseconds(options.span_us), Relaxed);
}

/// Keeps a stretch of `thread` from `start` to `end`, if it is long enough.
#[inline]
pub(crate) fn note(thread: &mut Thread, what: u64, start: u64, end: u64) {
    if end.saturating_sub(start) >= SHORTEST.load(Relaxed) {
        keep(thread, what, start, end);
    }
}

#[cold]
fn keep(thread: &mut Thread, what: u64, start: u64, end: u64) {
    file::note_time(end);
    let number = thread.number();
    let left = LEFT.load(Relaxed);
    let record = if left == 0 { None } else { thread.spans.next(page::Kind::Spans, number) };
    let Some(record) = record else {
        file::count(header::SPANS_DROPPED);
        return;
    };
    // Two threads may take the same one: a bound, not a budget.
    LEFT.store(left - 1, Relaxed);
    record.set(span::START, start);
    record.set(span::LENGTH, end - start);
    record.set(span::WHAT, what);
}
