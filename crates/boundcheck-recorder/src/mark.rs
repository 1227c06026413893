//! Marks: what is longest between two of them is known apart from the rest.
//!
//! Sums can be subtracted, and a maximum cannot: so at a mark the maxima are put aside and begin anew. That costs calls
//! nothing.

use boundcheck_trace_format::page::Kind;
use boundcheck_trace_format::{counter, thread};

use crate::record::Record;
use crate::{clock, file, gil, thread as threads};

/// Sets a mark. 1 where the process is recorded, 0 where it is not.
///
/// # Safety
/// The calling thread is attached to the interpreter, as functions of `ctypes.PyDLL` are.
#[unsafe(no_mangle)]
pub(crate) unsafe extern "C" fn boundcheck_recorder_mark() -> i32 {
    if !file::is_open() {
        return 0;
    }
    // SAFETY: the caller's promise.
    unsafe { gil::learn() };
    let now = clock::ticks();
    threads::with(|thread| gil::split(thread, now));
    // Calls end attached, and threads begin and end to hold attached: so nobody else writes these words meanwhile, but
    // for interpreters with locks of their own.
    file::each(Kind::Counters, |record| put_aside(record, counter::LONGEST, counter::LAST, counter::BEFORE));
    file::each(Kind::Threads, |record| put_aside(record, thread::LONGEST, thread::LAST, thread::BEFORE));
    file::write_clock(now);
    1
}

fn put_aside(record: Record, longest: [usize; 2], last: [usize; 2], before: [usize; 2]) {
    for ((longest, last), before) in longest.into_iter().zip(last).zip(before) {
        let value = record.get(longest);
        record.set(last, value);
        record.raise(before, value);
        record.set(longest, 0);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicU64;

    use boundcheck_trace_format::counter;

    use super::put_aside;
    use crate::record::Record;

    #[test]
    fn maxima_begin_anew_and_the_old_ones_stay() {
        static WORDS: [AtomicU64; counter::WORDS] = [const { AtomicU64::new(0) }; counter::WORDS];
        let record = Record::of(&WORDS);
        for (value, before) in [(5, 5), (3, 5), (0, 5), (9, 9)] {
            record.raise(counter::LONGEST_HOLD, value);
            put_aside(record, counter::LONGEST, counter::LAST, counter::BEFORE);
            assert_eq!(record.get(counter::LAST[0]), value);
            assert_eq!(record.get(counter::BEFORE[0]), before);
            assert_eq!(record.get(counter::LONGEST_HOLD), 0);
        }
    }
}
