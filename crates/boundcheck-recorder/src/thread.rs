//! What is known of each thread.
//!
//! A thread is met at its first event of the interpreter's lock or its first call of an export. Its memory is reused
//! when it ends, together with its counters in the file, which say nothing about threads.

use std::cell::Cell;
use std::ptr;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering::Relaxed};

use boundcheck_trace_format::{page, thread};

use crate::file::{Page, Record};
use crate::inline::Before;
use crate::lock::Lock;
use crate::registry::Info;
use crate::thunk::STUBS;
use crate::{clock, frames, gil};

/// How deeply calls can nest and be counted.
pub(crate) const FRAMES: usize = 4096;

/// A call that has not returned.
#[derive(Clone, Copy)]
pub(crate) struct Frame {
    /// Where the stub's frame is: tells whether this call is still on the stack.
    pub(crate) stack: usize,
    pub(crate) start: u64,
    /// Readings of the thread's counters at the begin.
    pub(crate) attached: u64,
    pub(crate) waited: u64,
    pub(crate) drops: u64,
    /// The longest hold and stretch of own code so far, and own time.
    pub(crate) longest_hold: u64,
    pub(crate) longest_own: u64,
    pub(crate) own: u64,
    /// Begin of the current stretch of own code, and the waiters' integrals there; 0 when there is none.
    pub(crate) segment: u64,
    pub(crate) area: u64,
    pub(crate) wall: u64,
    pub(crate) blocked_thread: u64,
    pub(crate) blocked_wall: u64,
    /// The thread's cost at the begin.
    pub(crate) cost: u64,
    /// The export's counters.
    pub(crate) record: Record,
    pub(crate) stub: u32,
    /// With [`Info::nested`], where the same export is further out on the stack: times would count twice.
    pub(crate) info: Info,
}

// A power of two, so that the place of a frame is a shift away.
const _: () = assert!(size_of::<Frame>() == 128);

/// An export's counters on one thread.
#[derive(Clone, Copy)]
pub(crate) struct Entry {
    /// Null until the first call.
    pub(crate) record: Record,
    /// Calls on the stack.
    pub(crate) active: u32,
}

/// A thread. All zero bytes are a valid value: its memory comes from the operating system, page by page as touched.
pub(crate) struct Thread {
    /// Whether it has the interpreter.
    pub(crate) held: bool,
    /// Whether that is another lock than the one whose events are seen.
    pub(crate) foreign: bool,
    /// Whether it was first known to have it by the export that it is inside of: then that is all that is known.
    pub(crate) assumed: bool,
    /// Whether it detached last from a lock that is not seen.
    pub(crate) unseen: bool,
    /// Whether it is inside `take_gil`.
    pub(crate) waiting: bool,
    pub(crate) hold_start: u64,
    pub(crate) wait_start: u64,
    /// Closed holds and waits, and how often the interpreter was let go.
    pub(crate) attached: u64,
    pub(crate) waited: u64,
    pub(crate) drops: u64,
    /// What recording has cost up to now, and up to the begin of this hold.
    pub(crate) cost: u64,
    pub(crate) hold_cost: u64,
    pub(crate) depth: usize,
    pub(crate) record: Record,
    pub(crate) spans: Page,
    counters: Page,
    number: u32,
    next_free: *mut Thread,
    pub(crate) frames: [Frame; FRAMES],
    /// For each frame, its state before a call that may have been made.
    pub(crate) before: [Before; FRAMES],
    pub(crate) entries: [Entry; STUBS],
}

struct Free(*mut Thread);

// SAFETY: the list owns what it points to.
unsafe impl Send for Free {}

thread_local! {
    static CURRENT: Cell<*mut Thread> = const { Cell::new(ptr::null_mut()) };
}
static FREE: Lock<Free> = Lock::new(Free(ptr::null_mut()));
static RECORDS: Lock<Page> = Lock::new(Page::NONE);
static NUMBERS: AtomicU32 = AtomicU32::new(0);
/// The key whose destructor runs at the end of threads, and one more.
static KEY: AtomicU64 = AtomicU64::new(0);

/// Runs `f` with the calling thread. `None` when there is no memory for it.
///
/// `f` calls nothing that could come back here: no function of CPython.
#[inline]
pub(crate) fn with<R>(f: impl FnOnce(&mut Thread) -> R) -> Option<R> {
    // SAFETY: it was asked for on this thread just now; `f` keeps the condition above.
    unsafe { at(current(), f) }
}

/// The calling thread; null when there is no memory for it.
#[inline]
pub(crate) fn current() -> *mut Thread {
    let current = CURRENT.get();
    if current.is_null() { meet() } else { current }
}

/// As [`with`], without asking again which thread it is.
///
/// # Safety
/// `current` is what [`current`] said on this thread, and `f` calls nothing that could come back here.
#[inline]
pub(crate) unsafe fn at<R>(current: *mut Thread, f: impl FnOnce(&mut Thread) -> R) -> Option<R> {
    // SAFETY: null, or memory that belongs to this thread until its end; by the caller's promise this is the only
    // reference.
    unsafe { current.as_mut() }.map(f)
}

/// Prepares the end of threads. Once, at the start.
pub(crate) fn start() {
    let mut key = 0;
    // SAFETY: `key` is a valid place, `end` a function that stays.
    if unsafe { libc::pthread_key_create(&raw mut key, Some(end)) } == 0 {
        KEY.store(u64::from(key) + 1, Relaxed);
    }
}

#[cold]
fn meet() -> *mut Thread {
    let mut free = FREE.lock();
    let mut met = free.0;
    if met.is_null() {
        drop(free);
        met = new();
        if met.is_null() {
            return met;
        }
    } else {
        // SAFETY: a thread in the list is complete, and nobody else's.
        free.0 = unsafe { (*met).next_free };
        drop(free);
    }
    // SAFETY: it is this thread's alone from here on.
    unsafe { &mut *met }.begin();
    CURRENT.set(met);
    let key = KEY.load(Relaxed);
    if key != 0 {
        // SAFETY: the key exists.
        unsafe { libc::pthread_setspecific((key - 1) as libc::pthread_key_t, met.cast()) };
    }
    met
}

fn new() -> *mut Thread {
    let (protection, flags) = (libc::PROT_READ | libc::PROT_WRITE, libc::MAP_PRIVATE | libc::MAP_ANONYMOUS);
    // SAFETY: a new mapping at an address that the system chooses.
    let memory =
        unsafe { libc::mmap(ptr::null_mut(), size_of::<Thread>(), protection, flags | libc::MAP_NORESERVE, -1, 0) };
    if memory == libc::MAP_FAILED { ptr::null_mut() } else { memory.cast() }
}

extern "C" fn end(thread: *mut libc::c_void) {
    let thread: *mut Thread = thread.cast();
    CURRENT.set(ptr::null_mut());
    // SAFETY: the key was set to this thread's own memory, and `CURRENT` does not lead there any more.
    let ended = unsafe { &mut *thread };
    let now = clock::ticks();
    if ended.waiting {
        gil::wait_ended(ended, now);
    }
    if ended.held {
        gil::dropped(ended, now);
    }
    // Calls that its end cut off.
    while ended.depth > 0 {
        frames::abandon(ended);
    }
    ended.write_name();
    let mut free = FREE.lock();
    ended.next_free = free.0;
    free.0 = thread;
}

impl Thread {
    fn begin(&mut self) {
        self.held = false;
        self.foreign = false;
        self.assumed = false;
        self.unseen = false;
        self.waiting = false;
        self.depth = 0;
        self.spans = Page::NONE;
        self.number = NUMBERS.fetch_add(1, Relaxed);
        let record = RECORDS.lock().next(page::Kind::Threads, 0);
        self.record = record.unwrap_or(Record::lost());
        // SAFETY: the call has no conditions.
        let tid = unsafe { libc::gettid() } as u32;
        self.record.set(thread::TID, u64::from(tid) | u64::from(self.number) << 32);
        self.write_name();
    }

    /// Its number in the file.
    pub(crate) fn number(&self) -> u64 {
        u64::from(self.number)
    }

    /// Notes the thread's name, which may have changed. On the thread itself.
    pub(crate) fn write_name(&self) {
        let mut name = [0_u8; 16];
        // SAFETY: these calls have no conditions, and `name` has the 16 bytes that are written.
        let is_main = unsafe {
            libc::prctl(libc::PR_GET_NAME, name.as_mut_ptr());
            libc::getpid() == libc::gettid()
        };
        let name = if is_main { b"MainThread" } else { name.split(|byte| *byte == 0).next().unwrap_or_default() };
        self.record.set_text(thread::NAME, 2, name);
    }

    /// A place for the counters of an export.
    pub(crate) fn counters(&mut self) -> Record {
        self.counters.next(page::Kind::Counters, 0).unwrap_or(Record::lost())
    }

    /// The time held up to `now`.
    #[inline]
    pub(crate) fn attached_until(&self, now: u64) -> u64 {
        self.attached + if self.held { now.saturating_sub(self.hold_start) } else { 0 }
    }
}

/// In the child of a fork: the other threads are gone, and the file is another.
///
/// # Safety
/// No reference to the calling thread is alive: it did not fork inside of [`with`].
pub(crate) unsafe fn reset() {
    NUMBERS.store(0, Relaxed);
    *RECORDS.lock() = Page::NONE;
    // What is in the list belongs to the parent's file; it is small and stays unused.
    FREE.lock().0 = ptr::null_mut();
    let current = CURRENT.get();
    if current.is_null() {
        return;
    }
    // SAFETY: the memory belongs to this thread, and no reference to it is alive, by the caller's promise. Of the
    // entries, private memory of zero bytes is asked for, which is their valid first state.
    unsafe {
        let entries = &raw mut (*current).entries;
        let (start, end) = (entries as usize, entries as usize + size_of::<[Entry; STUBS]>());
        let (first, last) = (start.next_multiple_of(65536).min(end), end & !65535);
        ptr::write_bytes(start as *mut u8, 0, first - start);
        if last > first {
            ptr::write_bytes(last as *mut u8, 0, end - last);
            libc::madvise(first as *mut libc::c_void, last - first, libc::MADV_DONTNEED);
        }
        let thread = &mut *current;
        thread.counters = Page::NONE;
        let (held, foreign, assumed) = (thread.held, thread.foreign, thread.assumed);
        let (unseen, depth) = (thread.unseen, thread.depth);
        thread.begin();
        (thread.held, thread.foreign, thread.assumed) = (held, foreign, assumed);
        (thread.unseen, thread.depth) = (unseen, depth);
        if held {
            // The hold goes on, and what was before it is the parent's.
            let now = clock::ticks();
            thread.attached += now.saturating_sub(thread.hold_start);
            thread.hold_start = now;
            thread.record.add(thread::HOLDS, 1);
        }
        // Calls that began in the parent count there.
        for frame in thread.frames.iter_mut().take(depth) {
            frame.record = Record::lost();
        }
    }
}

/// Around a fork: nobody else is inside.
pub(crate) fn before_fork() {
    FREE.acquire();
    RECORDS.acquire();
}

/// Around a fork: in both processes.
pub(crate) fn after_fork() {
    RECORDS.release();
    FREE.release();
}
