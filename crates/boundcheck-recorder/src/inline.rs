//! Calls of Python functions that headers and `pyo3-ffi` make inline: through a pointer in the object called, which no
//! table of symbols shows.
//!
//! Two functions around such a call are imported: `PyThreadState_Get` comes right before it, and
//! `_Py_CheckFunctionResult` right after (`Include/cpython/abstract.h`, `_PyObject_VectorcallTstate`). So at the first,
//! the state of the running export is kept; at the second, what came in between is known to be Python's, and the state
//! of then is taken up again. A first without a second changes nothing.

use crate::frames::{begin_branch, open_segment};
use crate::thread::{self as threads, Thread};
use crate::{clock, python, waiters};

/// The state of an export at a call that may follow.
#[derive(Clone, Copy)]
pub(crate) struct Before {
    /// Which call of the export: 0 when there is none.
    stack: usize,
    start: u64,
    own: u64,
    longest_own: u64,
    blocked_thread: u64,
    blocked_wall: u64,
}

/// Instead of an extension's `PyThreadState_Get`.
///
/// # Safety
/// Called as the C function of that name is: by an extension, attached.
pub(crate) unsafe extern "C" fn thread_state() -> usize {
    threads::with(|thread| keep(thread, clock::ticks()));
    // SAFETY: the extension's own call, passed on.
    unsafe { python::thread_state() }
}

/// Instead of an extension's `_Py_CheckFunctionResult`.
///
/// # Safety
/// Called as the C function of that name is: by an extension, attached.
pub(crate) unsafe extern "C" fn check_result(state: usize, callable: usize, result: usize, place: usize) -> usize {
    threads::with(|thread| take_up(thread, clock::ticks()));
    // SAFETY: the extension's own call, passed on.
    unsafe { python::check_result(state, callable, result, place) }
}

fn keep(thread: &mut Thread, now: u64) {
    let Some(top) = thread.depth.checked_sub(1) else { return };
    let held = thread.held;
    let (attached, hold_start) = (thread.attached, thread.hold_start);
    let (cost, waited, drops, foreign) = (thread.cost, thread.waited, thread.drops, thread.foreign);
    let (Some(frame), Some(before)) = (thread.frames.get_mut(top), thread.before.get_mut(top)) else { return };
    before.stack = 0;
    if !held || !frame.info.is_export() {
        return;
    }
    begin_branch(frame, hold_start, attached, cost, waited, drops);
    if frame.segment == 0 {
        return;
    }
    let length = now.saturating_sub(frame.segment);
    let (area, wall) = if foreign { (frame.area, frame.wall) } else { waiters::read(now) };
    *before = Before {
        stack: frame.stack,
        start: frame.start,
        own: frame.own + length,
        longest_own: frame.longest_own.max(length),
        blocked_thread: frame.blocked_thread + area.saturating_sub(frame.area),
        blocked_wall: frame.blocked_wall + wall.saturating_sub(frame.wall),
    };
}

fn take_up(thread: &mut Thread, now: u64) {
    let Some(top) = thread.depth.checked_sub(1) else { return };
    let held = thread.held;
    let (Some(frame), Some(before)) = (thread.frames.get_mut(top), thread.before.get_mut(top)) else { return };
    let is_same = before.stack != 0 && before.stack == frame.stack && before.start == frame.start;
    if !held || !is_same {
        return;
    }
    before.stack = 0;
    frame.own = before.own;
    frame.longest_own = before.longest_own;
    frame.blocked_thread = before.blocked_thread;
    frame.blocked_wall = before.blocked_wall;
    open_segment(frame, now);
}
