//! The command, for the console script.

use std::ffi::OsString;

use boundcheck_cli::{Cancel, run_until};
use pyo3::prelude::*;

use crate::worker;

/// Run the `boundcheck` command and return its exit code.
///
/// `argv` is the command line with the name of the program first, like `sys.argv`. Output goes to the standard
/// streams of the process, not to `sys.stdout`.
#[pyfunction]
pub(crate) fn main(py: Python<'_>, argv: Vec<OsString>) -> PyResult<u8> {
    let cancel = Cancel::default();
    let stop = cancel.clone();
    worker::run(py, &cancel, move || run_until(argv, &stop))
}
