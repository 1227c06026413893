//! `TracedExport`, `TracedThread` and `TracedProcess`.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use boundcheck_model::{self as model, TracedKind};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyString, PyType};

use crate::milliseconds::{from_milliseconds, milliseconds, whole};

/// An export of an extension module in a recorded run, over all threads and processes.
///
/// Times are milliseconds, to a microsecond. A call counts where it returns.
#[pyclass(frozen, eq, hash, from_py_object, module = "boundcheck")]
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct TracedExport(Arc<model::TracedExport>);

impl TracedExport {
    /// The export as the model has it.
    pub(crate) fn model(&self) -> &model::TracedExport {
        &self.0
    }
}

impl From<model::TracedExport> for TracedExport {
    fn from(mut export: model::TracedExport) -> Self {
        for time in [
            &mut export.total_ns,
            &mut export.attached_ns,
            &mut export.own_attached_ns,
            &mut export.detached_ns,
            &mut export.reattach_wait_ns,
            &mut export.longest_hold_ns,
            &mut export.longest_own_ns,
            &mut export.blocked_thread_ns,
            &mut export.blocked_wall_ns,
        ] {
            *time = whole(*time);
        }
        Self(Arc::new(export))
    }
}

impl Hash for TracedExport {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let model::TracedExport { export, library, kind, calls, total_ns, .. } = self.0.as_ref();
        (export, library, kind, calls, total_ns).hash(state);
    }
}

#[pymethods]
impl TracedExport {
    #[new]
    #[pyo3(signature = (
        export, library, kind, calls, total_ms, attached_ms, own_attached_ms, detached_ms, reattach_wait_ms,
        longest_hold_ms, longest_own_ms, blocked_thread_ms, blocked_wall_ms, drops, exceptions, path=None, line=None,
    ))]
    #[expect(clippy::too_many_arguments, reason = "Python names them")]
    fn new(
        export: String,
        library: String,
        kind: &str,
        calls: u64,
        total_ms: f64,
        attached_ms: f64,
        own_attached_ms: f64,
        detached_ms: f64,
        reattach_wait_ms: f64,
        longest_hold_ms: f64,
        longest_own_ms: f64,
        blocked_thread_ms: f64,
        blocked_wall_ms: f64,
        drops: u64,
        exceptions: u64,
        path: Option<String>,
        line: Option<u32>,
    ) -> PyResult<Self> {
        let kind = TracedKind::ALL.iter().copied().find(|known| known.as_str() == kind).ok_or_else(|| {
            let known: Vec<_> = TracedKind::ALL.iter().map(|known| known.as_str()).collect();
            PyValueError::new_err(format!("kind: `{kind}` is none of {}", known.join(", ")))
        })?;
        Ok(Self(Arc::new(model::TracedExport {
            export,
            library,
            kind,
            calls,
            exceptions,
            total_ns: from_milliseconds("total_ms", total_ms)?,
            attached_ns: from_milliseconds("attached_ms", attached_ms)?,
            own_attached_ns: from_milliseconds("own_attached_ms", own_attached_ms)?,
            detached_ns: from_milliseconds("detached_ms", detached_ms)?,
            reattach_wait_ns: from_milliseconds("reattach_wait_ms", reattach_wait_ms)?,
            longest_hold_ns: from_milliseconds("longest_hold_ms", longest_hold_ms)?,
            longest_own_ns: from_milliseconds("longest_own_ms", longest_own_ms)?,
            blocked_thread_ns: from_milliseconds("blocked_thread_ms", blocked_thread_ms)?,
            blocked_wall_ns: from_milliseconds("blocked_wall_ms", blocked_wall_ms)?,
            drops,
            path: path.map(Into::into),
            line,
        })))
    }

    /// As Python names it: `demo.Series.smooth`.
    #[getter]
    fn export(&self) -> &str {
        &self.0.export
    }

    /// The file of the library: `_core.abi3.so`.
    #[getter]
    fn library(&self) -> &str {
        &self.0.library
    }

    /// What was called: `function`, `method`, `getter`, `setter`, `slot`, `constructor`, `dealloc` or `module-exec`.
    #[getter]
    fn kind(&self) -> &'static str {
        self.0.kind.as_str()
    }

    /// How often.
    #[getter]
    fn calls(&self) -> u64 {
        self.0.calls
    }

    /// Milliseconds from call to return, in all.
    #[getter]
    fn total_ms(&self) -> f64 {
        milliseconds(self.0.total_ns)
    }

    /// Of that, with the interpreter held: own code, other exports, and Python code that it called.
    #[getter]
    fn attached_ms(&self) -> f64 {
        milliseconds(self.0.attached_ns)
    }

    /// Milliseconds attached, without nested exports and without calls back into Python.
    #[getter]
    fn own_attached_ms(&self) -> f64 {
        milliseconds(self.0.own_attached_ns)
    }

    /// Milliseconds without the interpreter.
    #[getter]
    fn detached_ms(&self) -> f64 {
        milliseconds(self.0.detached_ns)
    }

    /// Milliseconds of waiting to get the interpreter back.
    #[getter]
    fn reattach_wait_ms(&self) -> f64 {
        milliseconds(self.0.reattach_wait_ns)
    }

    /// Milliseconds of the longest stretch in a call in which the interpreter was not let go. Python code that it called
    /// counts, though that lets go when another thread asks.
    #[getter]
    fn longest_hold_ms(&self) -> f64 {
        milliseconds(self.0.longest_hold_ns)
    }

    /// Milliseconds of the longest stretch of its own code, attached.
    #[getter]
    fn longest_own_ms(&self) -> f64 {
        milliseconds(self.0.longest_own_ns)
    }

    /// Milliseconds that other threads waited while its own code held the interpreter, each thread counted.
    #[getter]
    fn blocked_thread_ms(&self) -> f64 {
        milliseconds(self.0.blocked_thread_ns)
    }

    /// The same, each moment counted once.
    #[getter]
    fn blocked_wall_ms(&self) -> f64 {
        milliseconds(self.0.blocked_wall_ns)
    }

    /// How often the interpreter was let go during its calls.
    #[getter]
    fn drops(&self) -> u64 {
        self.0.drops
    }

    /// Calls that raised.
    #[getter]
    fn exceptions(&self) -> u64 {
        self.0.exceptions
    }

    /// The file of the Rust function, where the sources are known.
    #[getter]
    fn path(&self) -> Option<&str> {
        self.0.path.as_ref().map(|path| path.as_str())
    }

    /// The line there, from 1.
    #[getter]
    fn line(&self) -> Option<u32> {
        self.0.line
    }

    fn __repr__(&self) -> String {
        let model::TracedExport { export, calls, .. } = self.0.as_ref();
        let plural = if *calls == 1 { "" } else { "s" };
        format!("<TracedExport {export}: {calls} call{plural}, longest hold {} ms>", self.longest_hold_ms())
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyType>, Bound<'py, PyAny>)> {
        let head = (self.export(), self.library(), self.kind(), self.calls());
        let times = (
            self.total_ms(),
            self.attached_ms(),
            self.own_attached_ms(),
            self.detached_ms(),
            self.reattach_wait_ms(),
            self.longest_hold_ms(),
            self.longest_own_ms(),
            self.blocked_thread_ms(),
            self.blocked_wall_ms(),
        );
        let tail = (self.drops(), self.exceptions(), self.path(), self.line());
        Ok((py.get_type::<Self>(), head.into_pyobject(py)?.add(times)?.add(tail)?))
    }
}

/// A process of a recorded run.
#[pyclass(frozen, eq, hash, from_py_object, module = "boundcheck")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct TracedProcess {
    /// Its number.
    #[pyo3(get)]
    pub(crate) pid: u32,
    /// The number of the process that started it.
    #[pyo3(get)]
    pub(crate) parent: u32,
    /// The interpreter: `CPython 3.13.0`.
    #[pyo3(get)]
    pub(crate) python: String,
    /// Whether it told of its end; a process that was killed, or goes on, did not.
    #[pyo3(get)]
    pub(crate) complete: bool,
}

#[pymethods]
impl TracedProcess {
    #[new]
    fn new(pid: u32, parent: u32, python: String, complete: bool) -> Self {
        Self { pid, parent, python, complete }
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let Self { pid, parent, python, complete } = self;
        let (python, complete) = (PyString::new(py, python).repr()?, if *complete { "True" } else { "False" });
        Ok(format!("TracedProcess(pid={pid}, parent={parent}, python={python}, complete={complete})"))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> (Bound<'py, PyType>, (u32, u32, &str, bool)) {
        (py.get_type::<Self>(), (self.pid, self.parent, &self.python, self.complete))
    }
}

impl From<&model::TracedProcess> for TracedProcess {
    fn from(process: &model::TracedProcess) -> Self {
        let model::TracedProcess { pid, parent, python, complete, .. } = process;
        Self { pid: *pid, parent: *parent, python: python.clone(), complete: *complete }
    }
}
