//! Long work for Python: detached, on a thread of its own, and stopped by Ctrl-C.

use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use boundcheck_cli::{Cancel, interrupts};
use pyo3::exceptions::PyKeyboardInterrupt;
use pyo3::prelude::*;

use crate::errors::internal_error;

/// How often Python is asked for signals while the work goes on: well below what a person notices.
const SIGNALS: Duration = Duration::from_millis(50);

/// Runs `work` while other Python threads run.
///
/// Python delivers signals between two of its instructions, of which there are none while Rust works. So the calling
/// thread only waits, and asks for signals in between; an exception that a handler raises cancels the work and is
/// passed on at once. The work then ends by itself, soon. While the work is another program's, Ctrl-C is for that.
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
    let mut was_left = false;
    loop {
        let (message, returned) = py.detach(move || (receiver.recv_timeout(SIGNALS), receiver));
        receiver = returned;
        // A signal that came since the last look, at which the program may have been running already.
        let is_left = interrupts::were_left_to_the_program();
        let is_ours = !(was_left || is_left);
        was_left = is_left;
        match message {
            Ok(done) if is_ours => return Ok(done),
            // What came last is not to be found by Python behind the call.
            Ok(done) => return look_for_signals(py, is_ours).map(|()| done),
            Err(RecvTimeoutError::Timeout) => look_for_signals(py, is_ours).inspect_err(|_| cancel.cancel())?,
            Err(RecvTimeoutError::Disconnected) => return Err(internal_error(py, "the worker thread died")),
        }
    }
}

/// Lets handlers of signals run. Ctrl-C counts if it `is_ours`.
fn look_for_signals(py: Python<'_>, is_ours: bool) -> PyResult<()> {
    match py.check_signals() {
        Err(error) if !is_ours && error.is_instance_of::<PyKeyboardInterrupt>(py) => Ok(()),
        result => result,
    }
}
