//! Who has the interpreter's lock, and who waits for it.
//!
//! In CPython 3.9 to 3.14 (`Python/ceval_gil.c`, before 3.11 `ceval_gil.h`), `drop_gil` always signals `gil->cond`,
//! `take_gil` waits on it with a timeout, and ends by signalling `gil->switch_cond`. Both are called for every reason
//! to switch: so these two condition variables tell everything. Their addresses are learned by letting go of the
//! interpreter once and listening.

use std::cell::Cell;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicUsize, Ordering::Acquire, Ordering::Relaxed, Ordering::Release};

use boundcheck_trace_format::{flag, span, thread};

use crate::thread::Thread;
use crate::{calibrate, clock, file, frames, options, python, span as spans, thread as threads, waiters};

static COND: AtomicUsize = AtomicUsize::new(0);
static SWITCH_COND: AtomicUsize = AtomicUsize::new(0);
static STATE: AtomicU32 = AtomicU32::new(UNKNOWN);
static LISTENING: AtomicBool = AtomicBool::new(false);

/// `PyGILState_UNLOCKED` in `pystate.h`: the thread was detached before `PyGILState_Ensure`, and is to be again.
const UNLOCKED: i32 = 1;

const UNKNOWN: u32 = 0;
const LEARNING: u32 = 1;
const KNOWN: u32 = 2;

thread_local! {
    /// The signals of this thread while it listens.
    static HEARD: Cell<Option<[usize; 2]>> = const { Cell::new(None) };
}

/// Learns the lock, once. The calling thread may lose the interpreter for a moment.
///
/// # Safety
/// The calling thread is attached.
pub(crate) unsafe fn learn() {
    if STATE.load(Acquire) != UNKNOWN || STATE.compare_exchange(UNKNOWN, LEARNING, Acquire, Relaxed).is_err() {
        return;
    }
    let is_unheard = options::get().api || python::is_free_threaded();
    // SAFETY: the caller's promise; `listen` ends attached.
    let found = if is_unheard { None } else { (0..3).find_map(|_| unsafe { listen() }) };
    calibrate::run();
    spans::start();
    threads::with(|thread| {
        let now = clock::ticks();
        if let Some([cond, switch_cond]) = found {
            acquired(thread, now);
            SWITCH_COND.store(switch_cond, Release);
            COND.store(cond, Release);
        }
    });
    file::set_flags(flag::LEARNED | if found.is_none() { flag::API } else { 0 });
    STATE.store(KNOWN, Release);
}

/// Whether the lock itself is seen.
pub(crate) fn is_seen() -> bool {
    COND.load(Relaxed) != 0
}

/// Lets go of the interpreter and takes it again, and says what was signalled meanwhile.
///
/// # Safety
/// The calling thread is attached.
unsafe fn listen() -> Option<[usize; 2]> {
    HEARD.set(Some([0; 2]));
    LISTENING.store(true, Release);
    // SAFETY: the caller's promise; the state is the one that was just saved.
    unsafe {
        let state = python::save_thread();
        python::restore_thread(state);
    }
    LISTENING.store(false, Release);
    HEARD.take().filter(|[cond, switch_cond]| *cond != 0 && *switch_cond != 0 && cond != switch_cond)
}

/// Instead of the interpreter's `pthread_cond_signal`.
///
/// # Safety
/// Called as the C function of that name is, by the interpreter.
pub(crate) unsafe extern "C" fn signal(cond: *mut libc::pthread_cond_t) -> i32 {
    let address = cond as usize;
    if address == COND.load(Relaxed) {
        threads::with(|thread| dropped(thread, clock::ticks()));
    } else if address == SWITCH_COND.load(Relaxed) {
        threads::with(|thread| acquired(thread, clock::ticks()));
    } else if LISTENING.load(Relaxed) {
        HEARD.set(HEARD.get().map(|heard| match heard {
            [0, _] => [address, 0],
            [first, 0] => [first, address],
            both => both,
        }));
    }
    // SAFETY: the interpreter's own call, passed on.
    unsafe { python::cond_signal(cond) }
}

/// Instead of the interpreter's `pthread_cond_timedwait`.
///
/// # Safety
/// Called as the C function of that name is, by the interpreter.
pub(crate) unsafe extern "C" fn timedwait(
    cond: *mut libc::pthread_cond_t,
    mutex: *mut libc::pthread_mutex_t,
    time: *const libc::timespec,
) -> i32 {
    if cond as usize == COND.load(Relaxed) {
        threads::with(|thread| wait_began(thread, clock::ticks()));
    }
    // SAFETY: the interpreter's own call, passed on.
    unsafe { python::cond_timedwait(cond, mutex, time) }
}

/// Instead of the interpreter's `pause`: from 3.14 on, threads that want the interpreter while it ends are kept there
/// forever.
///
/// # Safety
/// Called by the interpreter: after the functions of [`python`] were looked up.
pub(crate) unsafe extern "C" fn pause() -> i32 {
    threads::with(|thread| {
        if thread.waiting {
            wait_ended(thread, clock::ticks());
        }
    });
    // SAFETY: the interpreter's own call, passed on.
    unsafe { python::pause() }
}

/// The thread let go of the interpreter.
pub(crate) fn dropped(thread: &mut Thread, now: u64) {
    if !thread.held {
        return;
    }
    count_hold(thread, now);
    thread.held = false;
    thread.foreign = false;
    thread.drops += 1;
    if file::note_time(now) {
        thread.write_name();
    }
}

/// Counts what the thread has held up to now, and goes on with the hold as with one that begins now.
pub(crate) fn split(thread: &mut Thread, now: u64) {
    if !thread.held {
        return;
    }
    count_hold(thread, now);
    begin_hold(thread, now);
}

/// Counts what the thread has held up to now.
#[inline(always)]
fn count_hold(thread: &mut Thread, now: u64) {
    frames::pause(thread, now);
    let length = now.saturating_sub(thread.hold_start);
    thread.attached += length;
    thread.record.add(thread::ATTACHED, length);
    thread.record.raise(thread::LONGEST_HOLD, length);
    spans::note(thread, span::HELD, thread.hold_start, now);
}

/// A hold begins now.
#[inline(always)]
fn begin_hold(thread: &mut Thread, now: u64) {
    thread.hold_start = now;
    thread.hold_cost = thread.cost;
    frames::resume(thread, now);
}

/// The thread has the interpreter.
pub(crate) fn acquired(thread: &mut Thread, now: u64) {
    if thread.waiting {
        wait_ended(thread, now);
    }
    // In the child of a fork the lock is made anew while it is held.
    if thread.held {
        dropped(thread, now);
    }
    thread.held = true;
    thread.record.add(thread::HOLDS, 1);
    begin_hold(thread, now);
}

/// The thread has an interpreter whose lock is not seen.
pub(crate) fn assume(thread: &mut Thread, now: u64) {
    acquired(thread, now);
    if STATE.load(Relaxed) == KNOWN {
        thread.foreign = true;
        if is_seen() {
            file::set_flags(flag::FOREIGN);
        }
    }
}

fn wait_began(thread: &mut Thread, now: u64) {
    if !thread.waiting {
        thread.waiting = true;
        thread.wait_start = now;
        waiters::begin(now);
    }
}

/// The thread stopped to wait.
pub(crate) fn wait_ended(thread: &mut Thread, now: u64) {
    let length = now.saturating_sub(thread.wait_start);
    thread.waiting = false;
    thread.waited += length;
    waiters::end(now);
    thread.record.add(thread::WAITED, length);
    thread.record.raise(thread::LONGEST_WAIT, length);
    spans::note(thread, span::WAITING, thread.wait_start, now);
}

/// Instead of an extension's `PyEval_SaveThread`.
///
/// # Safety
/// Called as the C function of that name is: by an extension, attached.
pub(crate) unsafe extern "C" fn save_thread() -> usize {
    // Reading the clock is a third of the cost, and not needed where the lock is seen.
    let before = threads::with(|thread| if is_seen() && !thread.foreign { None } else { Some(clock::ticks()) });
    // SAFETY: the extension's own call, passed on.
    let state = unsafe { python::save_thread() };
    threads::with(|thread| {
        thread.unseen = thread.held;
        if thread.held {
            dropped(thread, before.flatten().unwrap_or_else(clock::ticks));
        }
    });
    state
}

/// Instead of an extension's `PyEval_RestoreThread`.
///
/// # Safety
/// Called as the C function of that name is: by an extension, detached, with the state of its thread.
pub(crate) unsafe extern "C" fn restore_thread(state: usize) {
    let before = threads::with(|thread| if thread.unseen { Some(clock::ticks()) } else { None });
    // SAFETY: the extension's own call, passed on.
    unsafe { python::restore_thread(state) };
    threads::with(|thread| attached_unseen(thread, before.flatten()));
}

/// Instead of an extension's `PyGILState_Ensure`.
///
/// # Safety
/// Called as the C function of that name is: by an extension, attached or not.
pub(crate) unsafe extern "C" fn ensure() -> i32 {
    let before = if is_seen() { None } else { Some(clock::ticks()) };
    // SAFETY: the extension's own call, passed on.
    let state = unsafe { python::ensure() };
    // A thread that was attached already lets go elsewhere.
    if state == UNLOCKED {
        threads::with(|thread| attached_unseen(thread, before));
    }
    state
}

/// Instead of an extension's `PyGILState_Release`.
///
/// # Safety
/// Called as the C function of that name is: by an extension, attached, with what [`ensure`] said.
pub(crate) unsafe extern "C" fn release(state: i32) {
    let now = clock::ticks();
    // SAFETY: the extension's own call, passed on.
    unsafe { python::release(state) };
    if state == UNLOCKED {
        threads::with(|thread| dropped(thread, now));
    }
}

/// The thread is attached; if that was not seen, it waited since `before`.
fn attached_unseen(thread: &mut Thread, before: Option<u64>) {
    // Before the lock is known, nothing would tell that the thread lets go again.
    if thread.held || STATE.load(Relaxed) != KNOWN {
        return;
    }
    let now = clock::ticks();
    let waited = now.saturating_sub(before.unwrap_or(now));
    thread.waited += waited;
    thread.record.add(thread::WAITED, waited);
    thread.record.raise(thread::LONGEST_WAIT, waited);
    assume(thread, now);
}
