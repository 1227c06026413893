//! `Trace`.

use std::hash::{Hash, Hasher};

use boundcheck_model::{self as model, TraceMode};
use pyo3::exceptions::{PyImportError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyIterator, PyTuple, PyType};

use crate::milliseconds::{from_milliseconds, milliseconds, whole};
use crate::traced::{TracedExport, TracedProcess};
use crate::traced_thread::TracedThread;

/// A recorded run: who held the interpreter, for how long, and whom that blocked.
///
/// A trace is a collection of its exports, those that kept others waiting first: `for export in trace`, `len(trace)`,
/// `export in trace`; it is true when there are any, like a list.
#[pyclass(frozen, eq, hash, module = "boundcheck")]
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Trace {
    mode: TraceMode,
    wall_ns: u64,
    processes: Vec<TracedProcess>,
    threads: Vec<TracedThread>,
    exports: Vec<TracedExport>,
    problems: Vec<String>,
}

impl From<model::Trace> for Trace {
    fn from(trace: model::Trace) -> Self {
        let pid = |process: usize| trace.processes.get(process).map_or(0, |process| process.pid);
        Self {
            mode: trace.mode,
            wall_ns: whole(trace.wall_ns),
            threads: trace.threads.iter().map(|thread| TracedThread::new(pid(thread.process), thread)).collect(),
            processes: trace.processes.iter().map(Into::into).collect(),
            exports: worst_first(trace.exports.into_iter().map(Into::into).collect()),
            problems: trace.problems,
        }
    }
}

impl Trace {
    /// The run as the model has it, without what Python is not told.
    fn model(&self) -> model::Trace {
        let process = |pid: u32| self.processes.iter().position(|process| process.pid == pid).unwrap_or_default();
        model::Trace {
            mode: self.mode,
            wall_ns: self.wall_ns,
            processes: self
                .processes
                .iter()
                .map(|TracedProcess { pid, parent, python, complete }| model::TracedProcess {
                    pid: *pid,
                    parent: *parent,
                    python: python.clone(),
                    complete: *complete,
                    started_ns: 0,
                    ended_ns: 0,
                    cost_per_call_ns: 0,
                })
                .collect(),
            threads: self.threads.iter().map(|thread| thread.model(process(thread.pid))).collect(),
            exports: self.exports.iter().map(|export| export.model().clone()).collect(),
            problems: self.problems.clone(),
            ..model::Trace::default()
        }
    }

    /// The exports as a frame of a library that may not be there.
    fn frame<'py>(&self, py: Python<'py>, library: &str) -> PyResult<Bound<'py, PyAny>> {
        let module = py.import(library).map_err(|error| {
            if !error.is_instance_of::<PyImportError>(py) {
                return error;
            }
            let missing =
                PyImportError::new_err(format!("{library} cannot be imported; `pip install {library}` installs it"));
            missing.set_cause(py, Some(error));
            missing
        })?;
        let columns = PyDict::new(py);
        for name in COLUMNS {
            let column = self.exports(py)?.try_iter()?.map(|export| export?.getattr(name));
            columns.set_item(name, column.collect::<PyResult<Vec<_>>>()?)?;
        }
        module.call_method1("DataFrame", (columns,))
    }
}

/// Attributes of an export, in the order of columns.
const COLUMNS: [&str; 17] = [
    "export",
    "library",
    "kind",
    "calls",
    "total_ms",
    "attached_ms",
    "own_attached_ms",
    "detached_ms",
    "reattach_wait_ms",
    "longest_hold_ms",
    "longest_own_ms",
    "blocked_thread_ms",
    "blocked_wall_ms",
    "drops",
    "exceptions",
    "path",
    "line",
];

/// The order of reports.
fn worst_first(mut exports: Vec<TracedExport>) -> Vec<TracedExport> {
    exports.sort_by(|one, other| one.model().worse(other.model()));
    exports
}

impl Hash for Trace {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.mode.as_str(), self.wall_ns, &self.processes, &self.threads, &self.exports).hash(state);
    }
}

#[pymethods]
impl Trace {
    #[new]
    #[pyo3(signature = (
        mode, wall_ms, processes=Vec::new(), threads=Vec::new(), exports=Vec::new(), problems=Vec::new()
    ))]
    #[pyo3(text_signature = "(mode, wall_ms, processes=(), threads=(), exports=(), problems=())")]
    fn new(
        mode: &str,
        wall_ms: f64,
        processes: Vec<TracedProcess>,
        threads: Vec<TracedThread>,
        exports: Vec<TracedExport>,
        problems: Vec<String>,
    ) -> PyResult<Self> {
        let known = [TraceMode::GilTimeline, TraceMode::Api];
        let mode = known.into_iter().find(|known| known.as_str() == mode).ok_or_else(|| {
            let known = known.map(TraceMode::as_str).join(", ");
            PyValueError::new_err(format!("mode: `{mode}` is none of {known}"))
        })?;
        if let Some(thread) = threads.iter().find(|thread| processes.iter().all(|process| process.pid != thread.pid)) {
            return Err(PyValueError::new_err(format!("threads: no process has the number {}", thread.pid)));
        }
        Ok(Self {
            mode,
            wall_ns: from_milliseconds("wall_ms", wall_ms)?,
            processes,
            threads,
            exports: worst_first(exports),
            problems,
        })
    }

    /// How attached time was measured: `gil-timeline` (from the lock of the interpreter) or `api` (from the extensions'
    /// own calls only).
    #[getter]
    fn mode(&self) -> &'static str {
        self.mode.as_str()
    }

    /// Milliseconds from the begin to the end of what was recorded.
    #[getter]
    fn wall_ms(&self) -> f64 {
        milliseconds(self.wall_ns)
    }

    /// Processes that were recorded, in the order they began.
    #[getter]
    fn processes<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.processes.iter().cloned())
    }

    /// Threads that held the interpreter or waited for it.
    #[getter]
    fn threads<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.threads.iter().cloned())
    }

    /// Exports that were called, worst first.
    #[getter]
    fn exports<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.exports.iter().cloned())
    }

    /// What could not be recorded, in words.
    #[getter]
    fn problems<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, &self.problems)
    }

    /// The trace as `boundcheck trace --format json` prints it; `load_trace` reads it.
    fn to_json(&self) -> String {
        boundcheck_report::trace_json(&self.model())
    }

    /// The trace as `boundcheck trace` prints it, without colours. At most `rows` exports are shown, with `None` all.
    #[pyo3(signature = (rows=20))]
    fn table(&self, rows: Option<usize>) -> String {
        anstream::adapter::strip_str(&boundcheck_report::trace_text(&self.model(), rows)).to_string()
    }

    /// The exports as a `pandas.DataFrame`, one row for each. `ImportError` when pandas is not installed.
    fn to_pandas<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.frame(py, "pandas")
    }

    /// The exports as a `polars.DataFrame`, one row for each. `ImportError` when polars is not installed.
    fn to_polars<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.frame(py, "polars")
    }

    fn __len__(&self) -> usize {
        self.exports.len()
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyIterator>> {
        self.exports(py)?.try_iter()
    }

    fn __contains__(&self, export: &Bound<'_, PyAny>) -> bool {
        export.cast::<TracedExport>().is_ok_and(|export| self.exports.contains(export.get()))
    }

    fn __repr__(&self) -> String {
        let count = |count: usize, one: &str, more: &str| format!("{count} {}", if count == 1 { one } else { more });
        let exports = count(self.exports.len(), "export", "exports");
        let threads = count(self.threads.len(), "thread", "threads");
        let processes = count(self.processes.len(), "process", "processes");
        format!("<Trace {exports}, {threads}, {processes}, {} ms>", self.wall_ms())
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyType>, Bound<'py, PyTuple>)> {
        let arguments = (
            self.mode(),
            self.wall_ms(),
            self.processes(py)?,
            self.threads(py)?,
            self.exports(py)?,
            self.problems(py)?,
        );
        Ok((py.get_type::<Self>(), arguments.into_pyobject(py)?))
    }
}
