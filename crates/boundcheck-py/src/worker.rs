//! Long work for Python: detached, on a thread of its own, and stopped by Ctrl-C.

use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use boundcheck_cli::Cancel;
use pyo3::prelude::*;

use crate::errors::internal_error;

/// How often Python is asked for signals while the work goes on: well below what a person notices.
const SIGNALS: Duration = Duration::from_millis(50);

/// Runs `work` while other Python threads run.
///
/// Python delivers signals between two of its instructions, of which there are none while Rust works. So the calling
/// thread only waits, and asks for signals in between; an exception that a handler raises cancels the work and is
/// passed on at once. The work then ends by itself, soon.
///
/// # Errors
/// What a signal handler raises: `KeyboardInterrupt`.
pub(crate) fn run<T: Send + 'static>(
    py: Python<'_>,
    cancel: &Cancel,
    work: impl FnOnce() -> T + Send + 'static,
) -> PyResult<T> {
    let (sender, mut receiver) = mpsc::sync_channel(1);
    // Nobody waits for the result any more when the send fails.
    thread::Builder::new().name("boundcheck".to_owned()).spawn(move || drop(sender.send(work())))?;
    loop {
        let (message, returned) = py.detach(move || (receiver.recv_timeout(SIGNALS), receiver));
        receiver = returned;
        match message {
            Ok(done) => return Ok(done),
            Err(RecvTimeoutError::Timeout) => py.check_signals().inspect_err(|_| cancel.cancel())?,
            Err(RecvTimeoutError::Disconnected) => return Err(internal_error(py, "the worker thread died")),
        }
    }
}
