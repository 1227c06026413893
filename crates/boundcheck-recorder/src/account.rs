//! What happens before and after a call of an export, or of an export's call back into Python.

use std::ffi::c_void;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use boundcheck_trace_format::{counter, flag, header};

use crate::file::Record;
use crate::frames::{abandon, begin_counting, hold, open_segment, pause_segment};
use crate::registry::{self, Info, Returns};
use crate::thread::{FRAMES, Thread};
use crate::thunk;
use crate::{clock, cython, file, gil, python, span, thread as threads, waiters};

/// What recording a call costs in all, and how much of that lies within the call's own time.
static COST: AtomicU64 = AtomicU64::new(0);
static COST_INSIDE: AtomicU64 = AtomicU64::new(0);

/// Depth of calls that are not counted.
const UNCOUNTED: u64 = u64::MAX;

/// What the stub needs: where to go, and what to hand to [`leave`].
#[repr(C)]
pub(crate) struct Entered {
    target: *const c_void,
    depth: u64,
}

/// Takes these ticks off all times from now on.
pub(crate) fn set_cost(all: u64, inside: u64) {
    COST.store(all, Relaxed);
    COST_INSIDE.store(inside, Relaxed);
}

/// Before a call. Called by the stub numbered `stub`, whose frame is at `stack`.
///
/// # Safety
/// Called by the common part of the stubs, for a call as CPython makes it of what the stub stands for.
pub(crate) unsafe extern "C" fn enter(stub: usize, stack: usize) -> Entered {
    let (target, info) = registry::stub(stub);
    if info.runs_module() {
        // SAFETY: the first argument of a `Py_mod_exec` function is the module.
        unsafe { python::name_module(target, thunk::first_argument(stack), Some(stub)) };
    }
    let thread = threads::current();
    // SAFETY: the frame is the calling stub's.
    unsafe { thunk::keep(stack, thread as usize) };
    // SAFETY: it was asked for just now; `push` calls no function of CPython.
    let depth = unsafe { threads::at(thread, |thread| push(thread, stub, stack, info)) }.unwrap_or(UNCOUNTED);
    Entered { target: target as *const c_void, depth }
}

/// After a call that [`enter`] saw, and that returned `result`.
///
/// # Safety
/// Called by the common part of the stubs, with the `depth` that [`enter`] said for the frame at `stack`, on the same
/// thread.
pub(crate) unsafe extern "C" fn leave(depth: u64, result: u64, stack: usize) {
    if depth == UNCOUNTED {
        return;
    }
    let now = clock::ticks();
    // SAFETY: the frame is the calling stub's, where `enter` kept the thread, which is still this one; `pop` calls no
    // function of CPython.
    let info = unsafe {
        let thread = thunk::kept(stack) as *mut Thread;
        threads::at(thread, |thread| pop(thread, depth as usize, result, stack, now)).flatten()
    };
    if let Some((stub, info)) = info {
        // SAFETY: the caller's promise; what `pop` said is of the call in this frame.
        unsafe { leave_rare(stub, info, result, stack) };
    }
}

/// What has to ask the interpreter after a call.
///
/// # Safety
/// `stub` and `info` are those of the call whose frame is at `stack`, which has just returned.
#[cold]
unsafe fn leave_rare(stub: usize, info: Info, result: u64, stack: usize) {
    let may_be_end = info.returns() == Returns::PointerOrEnd && result == 0;
    // SAFETY: what returns like this is an export, and exports return attached.
    if may_be_end && unsafe { python::has_error() } {
        threads::with(|thread| counters(thread, stub).add(counter::EXCEPTIONS, 1));
    }
    if info.runs_module() {
        // SAFETY: the first argument of a `Py_mod_exec` function is the module, and the thread is attached.
        unsafe { cython::wrap_module(registry::stub(stub).0, thunk::first_argument(stack)) };
    }
}

#[inline(always)]
fn push(thread: &mut Thread, stub: usize, stack: usize, info: Info) -> u64 {
    // Frames that were left by an exception of C++, a panic or longjmp.
    while let Some(top) = thread.depth.checked_sub(1).and_then(|top| thread.frames.get(top)) {
        if top.stack > stack {
            break;
        }
        abandon(thread);
    }
    let depth = thread.depth;
    if depth >= FRAMES {
        file::count(header::CALLS_TOO_DEEP);
        return UNCOUNTED;
    }
    let is_export = info.is_export();
    let (mut is_nested, mut record) = (false, Record::lost());
    if is_export {
        record = counters(thread, stub);
        record.add(counter::CALLS, 1);
        if let Some(entry) = thread.entries.get_mut(stub) {
            is_nested = entry.active > 0;
            entry.active += 1;
        }
    }
    let now = clock::ticks();
    if is_export && !thread.held {
        gil::assume(thread, now);
        thread.assumed = true;
    }
    pause_segment(thread, now);
    let held = thread.held;
    if let Some(frame) = thread.frames.get_mut(depth) {
        frame.stack = stack;
        frame.start = now;
        frame.segment = 0;
        frame.record = record;
        frame.stub = stub as u32;
        let info = if is_nested { info.nested() } else { info };
        frame.info = if held { info.leaf() } else { info };
        if is_export && held {
            open_segment(frame, now);
        }
        if !held {
            begin_counting(frame, thread.cost, thread.attached, thread.waited, thread.drops);
        }
    }
    thread.depth = depth + 1;
    depth as u64
}

#[inline(always)]
fn pop(thread: &mut Thread, depth: usize, result: u64, stack: usize, now: u64) -> Option<(usize, Info)> {
    while thread.depth > depth + 1 {
        abandon(thread);
    }
    let frame = thread.frames.get_mut(depth).filter(|frame| thread.depth == depth + 1 && frame.stack == stack);
    let Some(frame) = frame else {
        file::set_flags(flag::STACK_SWITCHED);
        return None;
    };
    let (stub, start, info) = (frame.stub as usize, frame.start, frame.info);
    let (cost, inside) = (COST.load(Relaxed), COST_INSIDE.load(Relaxed));
    if !info.is_leaf() {
        count_branch(thread, depth, now);
    } else if info.is_export() {
        // Attached and in its own code from begin to end.
        let length = now.saturating_sub(start).saturating_sub(inside);
        let record = frame.record;
        if !info.is_nested() {
            record.add(counter::TOTAL, length);
            record.add(counter::ATTACHED, length);
        }
        record.add(counter::OWN, length);
        record.raise(counter::LONGEST_OWN, length);
        record.raise(counter::LONGEST_HOLD, length);
        let (area, wall) = waiters::read(now);
        if area != frame.area && !thread.foreign {
            record.add(counter::BLOCKED_THREAD, area.saturating_sub(frame.area));
            record.add(counter::BLOCKED_WALL, wall.saturating_sub(frame.wall).min(length));
        }
    }
    if info.is_export() {
        if info.returns().failed(result)
            && let Some(frame) = thread.frames.get(depth)
        {
            frame.record.add(counter::EXCEPTIONS, 1);
        }
        if let Some(entry) = thread.entries.get_mut(stub) {
            entry.active = entry.active.saturating_sub(1);
        }
    }
    thread.depth = depth;
    thread.cost += cost;
    let held = thread.held;
    if let Some(parent) = depth.checked_sub(1).and_then(|parent| thread.frames.get_mut(parent)) {
        // What recording costs outside of the inner call was own time of the outer one.
        parent.own = parent.own.saturating_sub(cost.saturating_sub(inside));
        if held && parent.info.is_export() {
            open_segment(parent, now);
        }
    } else if thread.assumed {
        thread.assumed = false;
        if thread.foreign {
            gil::dropped(thread, now);
        }
    }
    if info.is_export() {
        span::note(thread, stub as u64, start, now);
    }
    let is_rare = info.runs_module() || info.returns() == Returns::PointerOrEnd && result == 0;
    is_rare.then_some((stub, info))
}

/// Counts a call that was not in its own code and attached all the time.
fn count_branch(thread: &mut Thread, depth: usize, now: u64) {
    pause_segment(thread, now);
    let attached = thread.attached_until(now);
    let (held, hold_start, hold_cost, cost) = (thread.held, thread.hold_start, thread.hold_cost, thread.cost);
    let inside = COST_INSIDE.load(Relaxed);
    let Some((outer, inner)) = thread.frames.split_at_mut_checked(depth) else {
        return;
    };
    let Some(frame) = inner.first() else {
        return;
    };
    let open = if held { hold(frame, now, cost, hold_start, hold_cost) } else { 0 };
    let longest_hold = frame.longest_hold.max(open);
    if frame.info.is_export() {
        let record = frame.record;
        let own = frame.own.saturating_sub(inside);
        record.add(counter::OWN, own);
        record.raise(counter::LONGEST_OWN, frame.longest_own.saturating_sub(inside));
        record.raise(counter::LONGEST_HOLD, longest_hold.saturating_sub(inside));
        record.add(counter::BLOCKED_THREAD, frame.blocked_thread);
        record.add(counter::BLOCKED_WALL, frame.blocked_wall.min(own));
        if !frame.info.is_nested() {
            let off = cost.wrapping_sub(frame.cost) + inside;
            record.add(counter::TOTAL, now.saturating_sub(frame.start).saturating_sub(off));
            record.add(counter::ATTACHED, attached.saturating_sub(frame.attached).saturating_sub(off));
            record.add(counter::WAIT, thread.waited.wrapping_sub(frame.waited));
            record.add(counter::DROPS, thread.drops.wrapping_sub(frame.drops));
        }
    }
    if let Some(parent) = outer.last_mut() {
        parent.longest_hold = parent.longest_hold.max(longest_hold);
    }
}

/// The counters of an export on this thread.
#[inline(always)]
fn counters(thread: &mut Thread, stub: usize) -> Record {
    match thread.entries.get(stub) {
        Some(entry) if !entry.record.is_null() => entry.record,
        _ => first_call(thread, stub),
    }
}

#[cold]
fn first_call(thread: &mut Thread, stub: usize) -> Record {
    let record = thread.counters();
    if !record.is_lost() {
        record.set(counter::EXPORT, stub as u64);
        registry::write_export(stub);
    }
    set_counters(thread, stub, record);
    record
}

/// Chooses where counters of an export go.
pub(crate) fn set_counters(thread: &mut Thread, stub: usize, record: Record) {
    if let Some(entry) = thread.entries.get_mut(stub) {
        entry.record = record;
    }
}
