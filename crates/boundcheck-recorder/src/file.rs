//! The counters' file: mapped, so that what was counted outlives the process, whatever ends it.
//!
//! The mapping is larger than the file. Only pages that `posix_fallocate` reserved are touched, so a full disk is an
//! error here and never a SIGBUS. No descriptor stays open: a program may close all it finds and reuse the number.

use std::ffi::{CString, OsString};
use std::os::unix::ffi::OsStrExt;
use std::ptr;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicPtr, AtomicU64, Ordering::Relaxed, Ordering::Release, fence};

use boundcheck_trace_format::{DIR_VARIABLE, MAGIC, PAGE, PAGE_WORDS, SUFFIX, flag, header, page};

use crate::clock;
use crate::lock::Lock;
pub(crate) use crate::record::Record;

/// Pages of a new file.
const FIRST: usize = 16;
/// By how many pages a file grows at most.
const STEP: usize = 256;
/// Pages that are mapped, tried in this order: 256 MiB, or less where address space is limited.
const MAPPED: [usize; 3] = [65536, 8192, 1024];

struct File {
    path: Option<CString>,
    mapped: usize,
    allocated: usize,
    used: usize,
}

static FILE: Lock<File> = Lock::new(File { path: None, mapped: 0, allocated: 0, used: 0 });
static BASE: AtomicPtr<AtomicU64> = AtomicPtr::new(ptr::null_mut());
/// Where files go.
static FOLDER: OnceLock<OsString> = OnceLock::new();
/// When the header's clock is due, in ticks.
static DUE: AtomicU64 = AtomicU64::new(0);

/// A page of records of one kind, filled one after the other.
#[derive(Clone, Copy)]
pub(crate) struct Page {
    start: *const AtomicU64,
    used: usize,
}

// SAFETY: the pointer is to atomics that are shared by design.
unsafe impl Send for Page {}

impl Page {
    pub(crate) const NONE: Self = Self { start: ptr::null(), used: 0 };

    /// The next record, on a fresh page where this one is full. `None` when the file cannot grow.
    ///
    /// The record counts from now on, and is all zero.
    pub(crate) fn next(&mut self, kind: page::Kind, owner: u64) -> Option<Record> {
        if self.start.is_null() || self.used >= kind.capacity() {
            let start = allocate(kind)?;
            // SAFETY: a page of the file.
            let head = unsafe { Record::at(start) };
            head.set(page::OWNER, owner);
            head.set(page::KIND, kind as u64);
            *self = Self { start, used: 0 };
        }
        // SAFETY: `used` is below the capacity, so the record lies within the page, as the page's head does. Nobody
        // asks a page of a file that is forgotten.
        let (head, record) = unsafe {
            let at = self.start.add(page::WORDS + self.used * kind.record_words());
            (Record::at(self.start), Record::at(at))
        };
        self.used += 1;
        head.set(page::COUNT, self.used as u64);
        Some(record)
    }
}

/// The header, or a place where writes are lost.
pub(crate) fn header() -> Record {
    let base = BASE.load(Relaxed);
    // SAFETY: the first page of the file is its header.
    if base.is_null() { Record::lost() } else { unsafe { Record::at(base) } }
}

/// Whether this process has a file.
pub(crate) fn is_open() -> bool {
    !BASE.load(Relaxed).is_null()
}

/// Calls `f` with all records of one kind.
pub(crate) fn each(kind: page::Kind, f: impl Fn(Record)) {
    let base = BASE.load(Relaxed);
    let used = FILE.lock().used;
    for page in 1..used {
        // SAFETY: the page lies within the mapping and was allocated in the file, and records within their page.
        let at = |word: usize| unsafe { Record::at(base.add(page * PAGE_WORDS + word)) };
        if at(page::KIND).get(0) == kind as u64 {
            let count = (at(page::COUNT).get(0) as usize).min(kind.capacity());
            (0..count).for_each(|index| f(at(page::WORDS + index * kind.record_words())));
        }
    }
}

/// Sets bits of the header's flags, from any thread.
pub(crate) fn set_flags(bits: u64) {
    header().set_bits(header::FLAGS, bits);
}

/// Counts one more in the header, from any thread.
pub(crate) fn count(word: usize) {
    header().count(word);
}

/// Creates the file of this process.
///
/// # Errors
/// What the operating system says.
pub(crate) fn create() -> std::io::Result<()> {
    let (ticks, now) = (clock::ticks(), clock::nanoseconds());
    // Forks go on when the program has changed its environment meanwhile.
    let folder = FOLDER.get_or_init(|| std::env::var_os(DIR_VARIABLE).unwrap_or_default());
    let mut path = folder.as_bytes().to_vec();
    path.extend_from_slice(format!("/{}-{now}{SUFFIX}", std::process::id()).as_bytes());
    let path = CString::new(path)?;
    let mut file = FILE.lock();
    if !grow(&path, 0, FIRST, libc::O_CREAT | libc::O_EXCL) {
        return Err(std::io::Error::last_os_error());
    }
    let Some((base, mapped)) = MAPPED.iter().find_map(|pages| Some((map(&path, *pages)?, *pages))) else {
        let error = std::io::Error::last_os_error();
        // SAFETY: `path` is a string.
        unsafe { libc::unlink(path.as_ptr()) };
        return Err(error);
    };
    *file = File { path: Some(path), mapped, allocated: FIRST, used: 1 };
    BASE.store(base, Release);
    drop(file);
    let header = header();
    // SAFETY: these calls have no conditions.
    let (process, parent) = unsafe { (libc::getpid(), libc::getppid()) };
    header.set(header::PIDS, u64::from(process as u32) | u64::from(parent as u32) << 32);
    header.set(header::START_TICKS, ticks);
    header.set(header::START_NS, now);
    header.set(header::TICKS_PER_SECOND, clock::per_second());
    header.set(header::MAGIC, MAGIC);
    write_clock(ticks);
    Ok(())
}

/// Lets go of the file without a trace in it: the child of a fork has its own.
///
/// # Safety
/// Nothing uses a record of the file afterwards.
pub(crate) unsafe fn forget() {
    let mut file = FILE.lock();
    let base = BASE.swap(ptr::null_mut(), Relaxed);
    if !base.is_null() {
        // SAFETY: this is the mapping that `create` made; the caller has given up all records.
        unsafe { libc::munmap(base.cast(), file.mapped * PAGE) };
    }
    *file = File { path: None, mapped: 0, allocated: 0, used: 0 };
}

/// Notes the time in the header now and then: true when it did.
#[inline]
pub(crate) fn note_time(now: u64) -> bool {
    now > DUE.load(Relaxed) && {
        write_clock(now);
        true
    }
}

/// Notes the time in the header: where it ends, and how long a tick is.
pub(crate) fn write_clock(now: u64) {
    let header = header();
    // Often in the beginning, so that short lives are known well; then ten times a second.
    let age = now.saturating_sub(header.get(header::START_TICKS));
    let second = clock::per_second();
    DUE.store(now.wrapping_add((age / 8).clamp(second / 1000, second / 10)), Relaxed);
    let other = (header.get(header::PAIR) & 1) ^ 1;
    let at = header::PAIRS + 2 * other as usize;
    header.set(at, clock::ticks());
    header.set(at + 1, clock::nanoseconds());
    // Who reads while this goes on sees the pair complete.
    fence(Release);
    header.set(header::PAIR, other);
}

/// Around a fork: nobody else is inside.
pub(crate) fn before_fork() {
    FILE.acquire();
}

/// Around a fork: in both processes.
pub(crate) fn after_fork() {
    FILE.release();
}

fn allocate(kind: page::Kind) -> Option<*const AtomicU64> {
    let base = BASE.load(Relaxed);
    if base.is_null() {
        return None;
    }
    let mut file = FILE.lock();
    // Spans take a page for each thread. Half of the room is for what counts.
    if kind == page::Kind::Spans && file.used >= file.mapped / 2 {
        return None;
    }
    if file.used == file.allocated {
        let allocated = (file.allocated + file.allocated.min(STEP)).min(file.mapped);
        let grown = allocated > file.allocated
            && file.path.as_ref().is_some_and(|path| grow(path, file.allocated, allocated, 0));
        if !grown {
            set_flags(flag::FULL);
            return None;
        }
        file.allocated = allocated;
    }
    let page = file.used;
    file.used += 1;
    // SAFETY: the page lies within the mapping and was allocated in the file.
    Some(unsafe { base.add(page * PAGE_WORDS) })
}

/// Reserves pages of the file. Beyond the limit for file sizes Linux would send SIGXFSZ, so that is looked at first.
fn grow(path: &CString, from: usize, to: usize, flags: i32) -> bool {
    let mut limit = libc::rlimit { rlim_cur: 0, rlim_max: 0 };
    // SAFETY: `limit` is a valid place for the result.
    if unsafe { libc::getrlimit(libc::RLIMIT_FSIZE, &raw mut limit) } == 0 && limit.rlim_cur < (to * PAGE) as u64 {
        // SAFETY: the place of this thread's error number.
        unsafe { *libc::__errno_location() = libc::EFBIG };
        return false;
    }
    // SAFETY: `path` is a string.
    let descriptor = unsafe { libc::open(path.as_ptr(), libc::O_RDWR | libc::O_CLOEXEC | flags, 0o600) };
    if descriptor < 0 {
        return false;
    }
    // SAFETY: the descriptor was opened above and is closed once.
    unsafe {
        let error =
            libc::posix_fallocate(descriptor, (from * PAGE) as libc::off_t, ((to - from) * PAGE) as libc::off_t);
        libc::close(descriptor);
        if error != 0 {
            if from == 0 {
                libc::unlink(path.as_ptr());
            }
            *libc::__errno_location() = error;
        }
        error == 0
    }
}

fn map(path: &CString, pages: usize) -> Option<*mut AtomicU64> {
    // SAFETY: `path` is a string.
    let descriptor = unsafe { libc::open(path.as_ptr(), libc::O_RDWR | libc::O_CLOEXEC) };
    if descriptor < 0 {
        return None;
    }
    let protection = libc::PROT_READ | libc::PROT_WRITE;
    // SAFETY: a new mapping at an address that the system chooses; the descriptor is closed once.
    let base = unsafe {
        let base = libc::mmap(ptr::null_mut(), pages * PAGE, protection, libc::MAP_SHARED, descriptor, 0);
        libc::close(descriptor);
        base
    };
    (base != libc::MAP_FAILED).then_some(base.cast())
}
