//! `TracedThread`.

use boundcheck_model as model;
use pyo3::prelude::*;
use pyo3::types::PyType;

use crate::milliseconds::{from_milliseconds, milliseconds, whole};

/// A thread of a recorded run that held the interpreter or waited for it.
///
/// Times are milliseconds, to a microsecond.
#[pyclass(frozen, eq, hash, from_py_object, module = "boundcheck")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct TracedThread {
    /// The number of its process.
    #[pyo3(get)]
    pub(crate) pid: u32,
    /// Its number in the operating system.
    #[pyo3(get)]
    tid: u32,
    /// Its name there: `MainThread` or `tokio-worker`.
    #[pyo3(get)]
    name: String,
    /// How often it took the interpreter.
    #[pyo3(get)]
    holds: u64,
    attached_ns: u64,
    longest_hold_ns: u64,
    waited_ns: u64,
    longest_wait_ns: u64,
}

impl TracedThread {
    /// A thread of the process `pid`.
    pub(crate) fn new(pid: u32, thread: &model::TracedThread) -> Self {
        Self {
            pid,
            tid: thread.tid,
            name: thread.name.clone(),
            holds: thread.holds,
            attached_ns: whole(thread.attached_ns),
            longest_hold_ns: whole(thread.longest_hold_ns),
            waited_ns: whole(thread.waited_ns),
            longest_wait_ns: whole(thread.longest_wait_ns),
        }
    }

    /// The thread as the model has it.
    pub(crate) fn model(&self, process: usize) -> model::TracedThread {
        model::TracedThread {
            process,
            tid: self.tid,
            name: self.name.clone(),
            holds: self.holds,
            attached_ns: self.attached_ns,
            longest_hold_ns: self.longest_hold_ns,
            waited_ns: self.waited_ns,
            longest_wait_ns: self.longest_wait_ns,
        }
    }
}

#[pymethods]
impl TracedThread {
    #[new]
    #[expect(clippy::too_many_arguments, reason = "Python names them")]
    fn from_python(
        pid: u32,
        tid: u32,
        name: String,
        holds: u64,
        attached_ms: f64,
        longest_hold_ms: f64,
        waited_ms: f64,
        longest_wait_ms: f64,
    ) -> PyResult<Self> {
        Ok(Self {
            pid,
            tid,
            name,
            holds,
            attached_ns: from_milliseconds("attached_ms", attached_ms)?,
            longest_hold_ns: from_milliseconds("longest_hold_ms", longest_hold_ms)?,
            waited_ns: from_milliseconds("waited_ms", waited_ms)?,
            longest_wait_ns: from_milliseconds("longest_wait_ms", longest_wait_ms)?,
        })
    }

    /// Milliseconds for which it had the interpreter, in all.
    #[getter]
    fn attached_ms(&self) -> f64 {
        milliseconds(self.attached_ns)
    }

    /// Milliseconds of the longest of its holds.
    #[getter]
    fn longest_hold_ms(&self) -> f64 {
        milliseconds(self.longest_hold_ns)
    }

    /// Milliseconds for which it waited for the interpreter, in all.
    #[getter]
    fn waited_ms(&self) -> f64 {
        milliseconds(self.waited_ns)
    }

    /// Milliseconds of the longest of its waits.
    #[getter]
    fn longest_wait_ms(&self) -> f64 {
        milliseconds(self.longest_wait_ns)
    }

    fn __repr__(&self) -> String {
        let Self { pid, tid, name, .. } = self;
        let (attached, waited) = (self.attached_ms(), self.waited_ms());
        format!("<TracedThread {name} ({tid} of {pid}): attached {attached} ms, waited {waited} ms>")
    }

    #[expect(clippy::type_complexity, reason = "the protocol of pickle")]
    fn __reduce__<'py>(&self, py: Python<'py>) -> (Bound<'py, PyType>, (u32, u32, &str, u64, f64, f64, f64, f64)) {
        let times = (self.attached_ms(), self.longest_hold_ms(), self.waited_ms(), self.longest_wait_ms());
        let arguments = (self.pid, self.tid, self.name.as_str(), self.holds, times.0, times.1, times.2, times.3);
        (py.get_type::<Self>(), arguments)
    }
}
