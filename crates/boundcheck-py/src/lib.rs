//! The extension module `boundcheck._core`, which the Python package `boundcheck` re-exports.
//!
//! Data that crosses is immutable and owned by Rust: the classes are frozen and hold no Python object, so nothing
//! here needs a lock, can leak a cycle, or depends on the GIL.

#![allow(clippy::needless_pass_by_value, reason = "arguments are made for the call: there is nothing to borrow from")]

mod check;
mod command;
mod errors;
mod finding;
mod milliseconds;
mod recording;
mod report;
mod summary;
mod trace;
mod traced;
mod traced_thread;
mod worker;

/// The part of boundcheck that is written in Rust. Import from `boundcheck` instead.
#[pyo3::pymodule]
mod _core {
    #[pymodule_export]
    use crate::check::check;
    #[pymodule_export]
    use crate::command::main;
    #[pymodule_export]
    use crate::finding::{Finding, Label, Location};
    #[pymodule_export]
    use crate::recording::{Recording, Window, read_recording, read_trace};
    #[pymodule_export]
    use crate::report::Report;
    #[pymodule_export]
    use crate::summary::{Problem, Summary};
    #[pymodule_export]
    use crate::trace::Trace;
    #[pymodule_export]
    use crate::traced::{TracedExport, TracedProcess};
    #[pymodule_export]
    use crate::traced_thread::TracedThread;

    /// The version of boundcheck.
    #[pymodule_export]
    const VERSION: &str = env!("CARGO_PKG_VERSION");
}
