//! Layout of the files that the recorder writes and the reader reads.
//!
//! A file is a sequence of pages of [`PAGE`] bytes. The first is the header; each of the others is unused (all zero) or
//! holds records of one [`page::Kind`]. Everything is made of little-endian words of 64 bits, named here by their
//! position, so that both sides use plain loads and stores and a file is readable after any of them: a process may be
//! killed between two.
//!
//! Times are ticks of the recorder's clock. Pairs of (ticks, nanoseconds of `CLOCK_MONOTONIC`) in the header convert them.

/// Bytes of a page.
pub const PAGE: usize = 4096;
/// Words of a page.
pub const PAGE_WORDS: usize = PAGE / 8;
/// The first word of a file: `BCTRACE` and the version of the layout.
pub const MAGIC: u64 = u64::from_le_bytes(*b"BCTRACE\x02");
/// How names of files end.
pub const SUFFIX: &str = ".bctrace";

/// The function of the recorder that sets a mark, `int boundcheck_recorder_mark(void)`: to be called attached.
pub const MARK_FUNCTION: &str = "boundcheck_recorder_mark";

/// The folder to write to. Without it the recorder does nothing.
pub const DIR_VARIABLE: &str = "BOUNDCHECK_TRACE_DIR";
/// Settings, as `key=value` separated by `;`. Keys are in [`option`]; unknown ones are ignored.
pub const OPTIONS_VARIABLE: &str = "BOUNDCHECK_TRACE_OPTIONS";

/// Keys in [`OPTIONS_VARIABLE`].
pub mod option {
    /// Names of library files to record, separated by `,`; a library counts when its file name begins with one of
    /// them. Default: every extension outside of `lib-dynload`.
    pub const ONLY: &str = "only";
    /// `0`: calls back into Python count as own work. Default `1`.
    pub const CALL_INS: &str = "call-ins";
    /// `1`: measure from the extension's calls to attach and detach. Default `0`.
    pub const API: &str = "api";
    /// `1`: take the interpreter for a free-threaded one: read none of its structures. Default `0`.
    pub const NO_LOCK: &str = "no-lock";
    /// How many stretches of time are kept in each process. Default 100000.
    pub const SPANS: &str = "spans";
    /// The shortest stretch that is kept, in microseconds. Default 20.
    pub const SPAN_US: &str = "span-us";
}

/// Words of the header page.
pub mod header {
    /// [`MAGIC`](crate::MAGIC).
    pub const MAGIC: usize = 0;
    /// Process (low half) and parent process (high half).
    pub const PIDS: usize = 1;
    /// Bits of [`flag`](crate::flag).
    pub const FLAGS: usize = 2;
    /// Ticks at the start.
    pub const START_TICKS: usize = 3;
    /// Nanoseconds of `CLOCK_MONOTONIC` at the start.
    pub const START_NS: usize = 4;
    /// Which of the two later pairs is valid: 0 or 1.
    pub const PAIR: usize = 5;
    /// Two pairs of later ticks and nanoseconds.
    pub const PAIRS: usize = 6;
    /// Ticks per second, estimated at the start: for processes too short for the pairs.
    pub const TICKS_PER_SECOND: usize = 10;
    /// What recording one call costs, in ticks.
    pub const COST: usize = 11;
    /// Stretches of time that were left out.
    pub const SPANS_DROPPED: usize = 12;
    /// Exports that were not wrapped, because there were too many.
    pub const EXPORTS_DROPPED: usize = 13;
    /// Calls that were not counted, because they were nested too deeply.
    pub const CALLS_TOO_DEEP: usize = 14;
    /// Version of the interpreter as text, filled up with zeros: [`PYTHON_WORDS`] words.
    pub const PYTHON: usize = 16;
    /// Words of [`PYTHON`].
    pub const PYTHON_WORDS: usize = 2;
}

/// Bits of [`header::FLAGS`].
pub mod flag {
    /// The process told of its end.
    pub const COMPLETE: u64 = 1;
    /// The file could not grow: the disk is full, or a limit was reached. Later threads and exports are missing.
    pub const FULL: u64 = 2;
    /// The lock of the interpreter was looked for: an extension registered exports, or a mark was set.
    pub const LEARNED: u64 = 4;
    /// Attached time comes from the extension's own calls, not from the lock of the interpreter.
    pub const API: u64 = 8;
    /// Calls returned on another stack than they began: greenlet or the like. Counts hold, nesting does not.
    pub const STACK_SWITCHED: u64 = 16;
    /// Calls took place under another lock than the main interpreter's: waits and blocked time leave them out.
    pub const FOREIGN: u64 = 32;
    /// The process was forked from a recorded one.
    pub const FORKED: u64 = 64;
}

/// Words at the begin of a page of records.
pub mod page {
    /// What the records are: [`Kind`] as number; 0 is an unused page.
    pub const KIND: usize = 0;
    /// How many records are valid.
    pub const COUNT: usize = 1;
    /// For spans: number of the thread.
    pub const OWNER: usize = 2;
    /// Words before the first record.
    pub const WORDS: usize = 8;

    /// What a page holds.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    #[repr(u64)]
    pub enum Kind {
        /// Names of exports that were called.
        Exports = 1,
        /// Counters of exports. An export can have several, one for each thread.
        Counters = 2,
        /// Threads.
        Threads = 3,
        /// Stretches of time.
        Spans = 4,
    }

    impl Kind {
        /// All kinds.
        pub const ALL: [Self; 4] = [Self::Exports, Self::Counters, Self::Threads, Self::Spans];

        /// Words of one record.
        pub const fn record_words(self) -> usize {
            match self {
                Self::Exports => crate::export::WORDS,
                Self::Counters => crate::counter::WORDS,
                Self::Threads => crate::thread::WORDS,
                Self::Spans => crate::span::WORDS,
            }
        }

        /// Records in a page.
        pub const fn capacity(self) -> usize {
            (crate::PAGE_WORDS - WORDS) / self.record_words()
        }
    }
}

/// Words of an export's record.
pub mod export {
    /// Its number (low half) and [`kind`](crate::kind) (high half).
    pub const ID: usize = 0;
    /// Bytes of its name (low half) and of the library's (high half).
    pub const LENGTHS: usize = 1;
    /// The names, one after the other.
    pub const NAMES: usize = 2;
    /// Words of a record.
    pub const WORDS: usize = 63;
    /// Bytes for the name; what is longer is cut.
    pub const NAME_BYTES: usize = 360;
    /// Bytes for the library's file name; what is longer is cut.
    pub const LIBRARY_BYTES: usize = (WORDS - NAMES) * 8 - NAME_BYTES;
}

/// What kind of a thing an export is.
pub mod kind {
    /// A function of a module.
    pub const FUNCTION: u32 = 0;
    /// A method of a class.
    pub const METHOD: u32 = 1;
    /// Reading an attribute.
    pub const GETTER: u32 = 2;
    /// Writing an attribute.
    pub const SETTER: u32 = 3;
    /// A special method.
    pub const SLOT: u32 = 4;
    /// `__new__` or `__init__`.
    pub const CONSTRUCTOR: u32 = 5;
    /// `tp_dealloc` or `tp_finalize`.
    pub const DEALLOC: u32 = 6;
    /// The body of a module.
    pub const MODULE_EXEC: u32 = 7;
}

/// Words of an export's counters. Times in ticks; see `TracedExport` in `boundcheck-model` for what they mean.
///
/// Sums only grow. What is longest begins anew at each mark: it is there three times, since the last mark, between the
/// last two, and before the last.
pub mod counter {
    /// Number of the export.
    pub const EXPORT: usize = 0;
    /// Calls.
    pub const CALLS: usize = 1;
    /// Calls that raised.
    pub const EXCEPTIONS: usize = 2;
    /// From call to return.
    pub const TOTAL: usize = 3;
    /// Attached.
    pub const ATTACHED: usize = 4;
    /// Attached, in own code.
    pub const OWN: usize = 5;
    /// Waiting to attach again.
    pub const WAIT: usize = 6;
    /// The longest hold since the last mark.
    pub const LONGEST_HOLD: usize = 7;
    /// The longest stretch of own code, attached, since the last mark.
    pub const LONGEST_OWN: usize = 8;
    /// Waiting of other threads, each counted.
    pub const BLOCKED_THREAD: usize = 9;
    /// Waiting of other threads, each moment counted once.
    pub const BLOCKED_WALL: usize = 10;
    /// How often the interpreter was let go.
    pub const DROPS: usize = 11;
    /// What is longest, since the last mark.
    pub const LONGEST: [usize; 2] = [LONGEST_HOLD, LONGEST_OWN];
    /// The same, between the last two marks.
    pub const LAST: [usize; 2] = [12, 13];
    /// The same, before the last mark.
    pub const BEFORE: [usize; 2] = [14, 15];
    /// Words of a record.
    pub const WORDS: usize = 16;
}

/// Words of a thread's record. Times in ticks; what is longest is there as for exports.
pub mod thread {
    /// Number of the thread in the operating system (low half) and in this file (high half).
    pub const TID: usize = 0;
    /// Its name, filled up with zeros: two words.
    pub const NAME: usize = 1;
    /// Holds.
    pub const HOLDS: usize = 3;
    /// Time held.
    pub const ATTACHED: usize = 4;
    /// The longest hold since the last mark.
    pub const LONGEST_HOLD: usize = 5;
    /// Time waited.
    pub const WAITED: usize = 6;
    /// The longest wait since the last mark.
    pub const LONGEST_WAIT: usize = 7;
    /// What is longest, since the last mark.
    pub const LONGEST: [usize; 2] = [LONGEST_HOLD, LONGEST_WAIT];
    /// The same, between the last two marks.
    pub const LAST: [usize; 2] = [8, 9];
    /// The same, before the last mark.
    pub const BEFORE: [usize; 2] = [10, 11];
    /// Words of a record.
    pub const WORDS: usize = 12;
}

/// Words of a stretch of time.
pub mod span {
    /// Ticks at its begin.
    pub const START: usize = 0;
    /// Its length in ticks.
    pub const LENGTH: usize = 1;
    /// Number of the export, or one of the two below.
    pub const WHAT: usize = 2;
    /// The thread has the interpreter.
    pub const HELD: u64 = 1 << 32;
    /// The thread waits for it.
    pub const WAITING: u64 = 2 << 32;
    /// Words of a record.
    pub const WORDS: usize = 3;
}
