//! Processes that split and processes that end.

use boundcheck_trace_format::{flag, header};

use crate::{clock, entry, file, registry, span, thread, waiters, wrap};

/// Prepares for forks. Once, at the start.
pub(crate) fn start() {
    // SAFETY: the handlers are functions that stay.
    unsafe { libc::pthread_atfork(Some(before), Some(parent), Some(child)) };
}

/// Instead of the interpreter's `_exit`, with which children of `multiprocessing` end.
pub(crate) extern "C" fn exit(status: i32) {
    complete();
    // SAFETY: the call has no conditions.
    unsafe { libc::_exit(status) }
}

/// Notes that the process told of its end.
pub(crate) extern "C" fn complete() {
    // SAFETY: the call has no conditions.
    let process = unsafe { libc::getpid() } as u32;
    // After `vfork` the memory is the parent's.
    if file::header().get(header::PIDS) as u32 == process {
        file::write_clock(clock::ticks());
        file::set_flags(flag::COMPLETE);
    }
}

extern "C" fn before() {
    entry::before_fork();
    thread::before_fork();
    wrap::before_fork();
    registry::before_fork();
    file::before_fork();
}

/// Lets go of what [`before`] took.
///
/// # Safety
/// Called once after [`before`], which took the locks on this thread.
unsafe extern "C" fn parent() {
    file::after_fork();
    registry::after_fork();
    wrap::after_fork();
    thread::after_fork();
    entry::after_fork();
}

/// The child keeps the thread that forked, and starts to count anew in a file of its own.
///
/// # Safety
/// Called by `fork` in the child, once after [`before`]. The thread did not fork inside of [`thread::with`].
unsafe extern "C" fn child() {
    // SAFETY: the caller's promise: the thread that forked took the locks, and it is the one that is left.
    unsafe { parent() };
    let old = file::header();
    let (flags, cost) = (old.get(header::FLAGS), old.get(header::COST));
    let version = [old.get(header::PYTHON), old.get(header::PYTHON + 1)];
    // SAFETY: other threads are gone, and this one uses none of its records before the two resets below give them up.
    unsafe { file::forget() };
    waiters::reset();
    // Without a file it goes on and counts for nobody.
    match file::create() {
        Err(error) => entry::say_unrecorded(&error),
        Ok(()) => {
            let header = file::header();
            header.set(header::COST, cost);
            header.set(header::PYTHON, version[0]);
            header.set(header::PYTHON + 1, version[1]);
            file::set_flags(flags & (flag::LEARNED | flag::API) | flag::FORKED);
        }
    }
    registry::reset();
    // SAFETY: the caller's promise.
    unsafe { thread::reset() };
    if flags & flag::LEARNED != 0 {
        span::start();
    }
}
