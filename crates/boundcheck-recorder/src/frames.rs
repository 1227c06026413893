//! Frames of calls on a thread: stretches of own code, longest holds, and calls that never returned.

use crate::thread::{Frame, Thread};
use crate::waiters;

/// Ends the state of a leaf: from here on, the frame keeps what it needs to tell own time from other time.
#[inline(always)]
pub(crate) fn begin_counting(frame: &mut Frame, cost: u64, attached: u64, waited: u64, drops: u64) {
    frame.attached = attached;
    frame.waited = waited;
    frame.drops = drops;
    frame.longest_hold = 0;
    frame.longest_own = 0;
    frame.own = 0;
    frame.blocked_thread = 0;
    frame.blocked_wall = 0;
    frame.cost = cost;
}

/// The frame is no leaf any more.
#[inline(always)]
pub(crate) fn begin_branch(frame: &mut Frame, hold_start: u64, attached: u64, cost: u64, waited: u64, drops: u64) {
    if frame.info.is_leaf() {
        frame.info = frame.info.branch();
        // Nothing was let go since its begin, so the counters are those of then.
        begin_counting(frame, cost, attached + frame.start.saturating_sub(hold_start), waited, drops);
    }
}

/// The top frame is not on the stack any more.
#[cold]
pub(crate) fn abandon(thread: &mut Thread) {
    thread.depth = thread.depth.saturating_sub(1);
    let Some((outer, inner)) = thread.frames.split_at_mut_checked(thread.depth) else { return };
    let Some(frame) = inner.first() else { return };
    // A leaf is part of the hold that goes on.
    if let Some(parent) = outer.last_mut().filter(|_| !frame.info.is_leaf()) {
        parent.longest_hold = parent.longest_hold.max(frame.longest_hold);
    }
    if let Some(entry) = thread.entries.get_mut(frame.stub as usize).filter(|_| frame.info.is_export()) {
        entry.active = entry.active.saturating_sub(1);
    }
}

#[inline(always)]
pub(crate) fn open_segment(frame: &mut Frame, now: u64) {
    frame.segment = now.max(1);
    (frame.area, frame.wall) = waiters::read(now);
}

#[inline(always)]
pub(crate) fn pause_segment(thread: &mut Thread, now: u64) {
    let foreign = thread.foreign;
    let Some(frame) = thread.depth.checked_sub(1).and_then(|top| thread.frames.get_mut(top)) else {
        return;
    };
    begin_branch(frame, thread.hold_start, thread.attached, thread.cost, thread.waited, thread.drops);
    if frame.segment == 0 {
        return;
    }
    let length = now.saturating_sub(frame.segment);
    frame.segment = 0;
    frame.own += length;
    frame.longest_own = frame.longest_own.max(length);
    // Those who wait for another lock do not wait for this thread.
    if !foreign {
        let (area, wall) = waiters::read(now);
        frame.blocked_thread += area.saturating_sub(frame.area);
        frame.blocked_wall += wall.saturating_sub(frame.wall);
    }
}

/// How long the current hold is within a call, without what recording cost.
#[inline(always)]
pub(crate) fn hold(frame: &Frame, now: u64, cost: u64, hold_start: u64, hold_cost: u64) -> u64 {
    let (start, before) = if frame.start > hold_start { (frame.start, frame.cost) } else { (hold_start, hold_cost) };
    now.saturating_sub(start).saturating_sub(cost.wrapping_sub(before))
}

/// The thread lets go of the interpreter.
pub(crate) fn pause(thread: &mut Thread, now: u64) {
    pause_segment(thread, now);
    let (hold_start, hold_cost, cost) = (thread.hold_start, thread.hold_cost, thread.cost);
    // Calls that began in this hold, and the one around them, for which all of it counts. Those further out get it
    // when the inner ones return.
    for frame in thread.frames.iter_mut().take(thread.depth).rev() {
        frame.longest_hold = frame.longest_hold.max(hold(frame, now, cost, hold_start, hold_cost));
        if frame.start <= hold_start {
            break;
        }
    }
}

/// The thread has the interpreter again.
pub(crate) fn resume(thread: &mut Thread, now: u64) {
    if let Some(frame) = thread.depth.checked_sub(1).and_then(|top| thread.frames.get_mut(top))
        && frame.info.is_export()
    {
        open_segment(frame, now);
    }
}
