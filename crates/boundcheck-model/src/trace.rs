//! What a recorded run says: who held the interpreter, for how long, and whom that blocked.
//!
//! All times are nanoseconds of the monotonic clock.

use std::cmp::Ordering;

use camino::Utf8PathBuf;

/// A recorded run: a program and all its child processes that are Python.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Trace {
    /// How attached time was measured; the weaker, where processes differ.
    pub mode: TraceMode,
    /// From the start of the first process to the end of the last.
    pub wall_ns: u64,
    /// Processes that were recorded, in the order they began.
    pub processes: Vec<TracedProcess>,
    /// Threads that held the interpreter or waited for it.
    pub threads: Vec<TracedThread>,
    /// Exports that were called, and what the interpreter did outside of them.
    pub exports: Vec<TracedExport>,
    /// Stretches of time for a timeline, in the order of their begin; only those that are long enough to be seen.
    pub spans: Vec<TracedSpan>,
    /// How many stretches were left out, because they were short or too many.
    pub spans_dropped: u64,
    /// What could not be recorded, for a person, each once.
    pub problems: Vec<String>,
}

/// How attached time was measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum TraceMode {
    /// From the extension's own calls to attach and detach: what Python code that it calls does is not seen.
    Api,
    /// From the lock of the interpreter itself: whatever takes it or lets it go is seen.
    #[default]
    GilTimeline,
}

/// A process of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TracedProcess {
    /// Its number.
    pub pid: u32,
    /// The number of the process that started it.
    pub parent: u32,
    /// The interpreter, as `CPython 3.13.0`; empty when it is not known.
    pub python: String,
    /// After the begin of the run.
    pub started_ns: u64,
    /// After the begin of the run.
    pub ended_ns: u64,
    /// Whether it told of its end; a process that was killed did not.
    pub complete: bool,
    /// What recording one call costs, taken off all times.
    pub cost_per_call_ns: u64,
}

/// A thread of a process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TracedThread {
    /// Position of its process in [`Trace::processes`].
    pub process: usize,
    /// Its number in the operating system.
    pub tid: u32,
    /// Its name, as `MainThread` or `tokio-worker`.
    pub name: String,
    /// How often it took the interpreter.
    pub holds: u64,
    /// For how long it had it, in all.
    pub attached_ns: u64,
    /// The longest of its holds.
    pub longest_hold_ns: u64,
    /// For how long it waited for the interpreter, in all.
    pub waited_ns: u64,
    /// The longest of its waits.
    pub longest_wait_ns: u64,
}

/// One export, over all threads and processes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TracedExport {
    /// As Python names it: `demo.Series.smooth`.
    pub export: String,
    /// The file of the library, as `_core.abi3.so`.
    pub library: String,
    /// What kind of a thing was called.
    pub kind: TracedKind,
    /// How often.
    pub calls: u64,
    /// Calls that raised.
    pub exceptions: u64,
    /// From call to return, in all.
    pub total_ns: u64,
    /// Of that, with the interpreter held: own code, other exports, and Python code that it called.
    pub attached_ns: u64,
    /// Attached without nested exports and without calls back into Python: the export's own work.
    pub own_attached_ns: u64,
    /// Without the interpreter.
    pub detached_ns: u64,
    /// Waiting to get it back.
    pub reattach_wait_ns: u64,
    /// The longest stretch in a call for which nobody else could have it.
    pub longest_hold_ns: u64,
    /// The longest stretch of its own code, attached.
    pub longest_own_ns: u64,
    /// Waiting of other threads while its own code held the interpreter, each thread counted.
    pub blocked_thread_ns: u64,
    /// The same, each moment counted once.
    pub blocked_wall_ns: u64,
    /// How often the interpreter was let go during its calls.
    pub drops: u64,
    /// Where the Rust function is, when the sources of the extension are known.
    pub path: Option<Utf8PathBuf>,
    /// The line there, from 1.
    pub line: Option<u32>,
}

/// What kind of a thing was called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum TracedKind {
    /// A function of a module.
    #[default]
    Function,
    /// A method of a class, static and class methods too.
    Method,
    /// Reading an attribute.
    Getter,
    /// Writing an attribute.
    Setter,
    /// A special method, as `__len__`.
    Slot,
    /// `__new__` or `__init__`.
    Constructor,
    /// What is run when an object goes away.
    Dealloc,
    /// The body of a module, run by its import.
    ModuleExec,
}

/// A stretch of time on a thread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TracedSpan {
    /// Position of the thread in [`Trace::threads`].
    pub thread: usize,
    /// What went on.
    pub kind: SpanKind,
    /// After the begin of the run.
    pub start_ns: u64,
    /// How long.
    pub length_ns: u64,
}

/// What goes on in a stretch of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpanKind {
    /// A call: the position of the export in [`Trace::exports`].
    Call(usize),
    /// The thread has the interpreter.
    Held,
    /// The thread waits for it.
    Waiting,
}

impl TracedExport {
    /// The name of the library's file without what follows its first dot: the name of the module it can be.
    pub fn stem(&self) -> &str {
        self.library.split('.').next().unwrap_or_default()
    }

    /// The order in which exports are shown: those that kept others waiting, then those that could; by name where that
    /// is equal.
    pub fn worse(&self, other: &Self) -> Ordering {
        let weight = |export: &Self| (export.blocked_thread_ns, export.longest_hold_ns, export.attached_ns);
        weight(other).cmp(&weight(self)).then_with(|| self.export.cmp(&other.export))
    }
}

impl TraceMode {
    /// As reports write it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Api => "api",
            Self::GilTimeline => "gil-timeline",
        }
    }
}

impl TracedKind {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Function,
        Self::Method,
        Self::Getter,
        Self::Setter,
        Self::Slot,
        Self::Constructor,
        Self::Dealloc,
        Self::ModuleExec,
    ];

    /// As reports write it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Function => "function",
            Self::Method => "method",
            Self::Getter => "getter",
            Self::Setter => "setter",
            Self::Slot => "slot",
            Self::Constructor => "constructor",
            Self::Dealloc => "dealloc",
            Self::ModuleExec => "module-exec",
        }
    }
}
