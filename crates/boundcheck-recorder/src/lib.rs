//! The library that `boundcheck trace` loads into a process (`LD_PRELOAD`) to record who holds the interpreter. Loaded
//! later, into a running one, it sees what extensions register from then on.
//!
//! It does nothing unless the process contains CPython 3.9 to 3.14 and `BOUNDCHECK_TRACE_DIR` names a folder. Of a
//! free-threaded build it reads no structure, and sees only what is registered by calls. Then
//!
//! - slots of the global offset tables are pointed here (`elf`, `entry`): of the interpreter's for its condition
//!   variables (`gil`), of extensions' for the functions that register exports (`hooks`);
//! - what is registered gets a stub in between (`wrap`, `thunk`) that calls `account` before and after;
//! - calls back into Python get one too, but for those that run no Python code (`quick`); those that are made inline are
//!   told by what is called around them (`inline`);
//! - counters are kept in a mapped file (`file`), which outlives the process however it ends;
//! - `mark`, the one function that is called from outside, tells what comes later from what was before.
//!
//! Rust binds functions of CPython through the global offset table and not lazily, and a statically linked interpreter
//! calls its own functions directly: so neither `LD_PRELOAD` of `Py*` symbols nor `LD_AUDIT` sees what this sees.
#![cfg(all(
    target_os = "linux",
    target_env = "gnu",
    target_pointer_width = "64",
    any(target_arch = "x86_64", target_arch = "aarch64")
))]

mod account;
mod calibrate;
mod clock;
mod cython;
mod elf;
mod entry;
mod file;
mod fork;
mod frames;
mod gil;
mod hooks;
mod inline;
mod lock;
mod mark;
mod memory;
mod names;
mod options;
mod python;
mod quick;
mod record;
mod registry;
mod slots;
mod span;
mod static_type;
mod thread;
mod thunk;
mod unwind;
mod waiters;
mod wrap;
