//! The life of the interpreter: what it knows before it starts, its start, and its end.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use pyo3::prelude::*;

use crate::error::HostError;
use crate::module::{{ module }}_host;
use crate::venv;

/// Runs `work` with a Python that lives as long as it.
///
/// At the end Python waits for its threads, runs what is registered with `atexit` and writes out its streams. A
/// process can do this once. Python leaves Ctrl-C to the program: it ends at once.
///
/// # Errors
/// [`HostError::StartedBefore`] the second time, those of [`venv::enter`], and what `work` returns.
pub(crate) fn with_python<R>(
    venv: Option<&Path>,
    work: impl FnOnce(Python<'_>) -> Result<R, HostError>,
) -> Result<R, HostError>
where
    R: Send + 'static,
{
    static STARTED: AtomicBool = AtomicBool::new(false);
    if STARTED.swap(true, Ordering::SeqCst) {
        return Err(HostError::StartedBefore);
    }
    // Before the start: afterwards the table of built-in modules is fixed.
    pyo3::append_to_inittab!({{ module }}_host);
    let work = |py: Python<'_>| {
        if let Some(venv) = venv {
            venv::enter(py, venv)?;
        }
        work(py)
    };
    // SAFETY: it runs once, as the flag above ensures, and no other code of this program starts Python. `HostError`
    // holds no object of Python, and every `Py` and `Bound` that `work` makes ends inside it.
    #[expect(
        unsafe_code,
        reason = "the only door that also shuts the interpreter down"
    )]
    unsafe {
        pyo3::with_embedded_python_interpreter(work)
    }
}
