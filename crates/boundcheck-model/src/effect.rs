//! What calls do, as data: the rows of `effects/*.toml` and of the user's configuration.

use serde::{Deserialize, Serialize};

/// Index of a row in [`Model::effects`](crate::Model::effects).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EffectId(pub u32);

/// What calling a function does, as far as the boundary cares.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Effect {
    /// Canonical path of the callee. `*` stands for one segment, `**` for any number of them.
    pub path: String,
    /// Only when the type of the receiver is, or has among its arguments, one of these: canonical paths, with the same
    /// wildcards. Empty: whatever the receiver. For methods of traits that many types have, such as
    /// `std::io::Read::read` on a `std::fs::File`.
    #[serde(default)]
    pub on: Vec<String>,
    /// What it does; empty in a row of the user says that the call does nothing that matters.
    pub kinds: Vec<EffectKind>,
    /// In what region it runs the closure or future it is given; `None`: in the region of the call.
    #[serde(default)]
    pub closure: Option<ClosureRegion>,
    /// What happens, in words that complete "this call …": `waits until the thread ends`.
    #[serde(default)]
    pub what: String,
    /// Where this is documented: a URL.
    pub source: String,
}

impl Effect {
    /// Whether the row lists `kind`.
    pub fn has(&self, kind: EffectKind) -> bool {
        self.kinds.contains(&kind)
    }
}

/// One thing that a call can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EffectKind {
    /// Waits for another thread, task or message: `block_on`, `join`, `recv`.
    Blocks,
    /// Sleeps for a time, or waits at most for a time: `recv_timeout`.
    Sleeps,
    /// Reads or writes files or processes.
    Io,
    /// Talks over the network.
    Network,
    /// Waits for a child process.
    Process,
    /// Runs work on several threads and waits for it: rayon's consumers, `thread::scope`.
    Parallel,
    /// Builds a parallel pipeline without running it: `par_iter`.
    ParallelSource,
    /// Starts a thread or task and returns.
    Spawns,
    /// Takes a lock and returns a guard.
    Locks,
    /// Takes a lock without the danger of a deadlock with the interpreter: `lock_py_attached`.
    LocksAttached,
    /// Runs an initialiser at most once while other threads wait for it.
    InitializesOnce,
    /// Attaches to the interpreter.
    Attaches,
    /// Detaches from the interpreter.
    Detaches,
    /// Runs Python code or touches Python objects in a way that can.
    RunsPython,
    /// Imports a Python module.
    ImportsPython,
    /// Starts or finalises an interpreter.
    InitializesPython,
    /// Emits a log record, which a Python logging bridge turns into a Python call.
    Logs,
    /// Panics, always or on a value that the caller controls.
    Panics,
    /// Is known to compute for long: compression, hashing of whole buffers, parsing.
    Computes,
}

/// The region in which a callee runs a closure or future that it is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClosureRegion {
    /// Attached to the interpreter: `Python::attach`.
    Attached,
    /// On the same thread, detached: `Python::detach`.
    Detached,
    /// On another thread that is not attached: `thread::spawn`, rayon, tokio.
    OtherThread,
    /// Where the call is made: `Iterator::map`, `block_on`.
    Caller,
    /// Kept for later; when and where it runs is not known.
    Stored,
}
