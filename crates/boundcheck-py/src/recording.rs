//! Recording this process and its children. `boundcheck._recording` loads the recorder and sets the marks, which takes
//! C calls; here is what reads its files.

use std::collections::HashMap;
use std::ffi::OsString;
use std::process;

use boundcheck_model as model;
use boundcheck_trace::{Options, Session, TraceError, read_folder};
use camino::Utf8PathBuf;
use pyo3::prelude::*;

use crate::errors::trace_exception;
use crate::trace::Trace;

/// Our own module begins so: what it does is not what anybody looks for.
const OWN: &str = "boundcheck._core";

/// A folder that processes record to, and the recorder on disk. Both go away with the object.
#[pyclass(frozen, module = "boundcheck._core")]
pub(crate) struct Recording(Session);

#[pymethods]
impl Recording {
    /// Prepares a recording without a timeline.
    #[new]
    fn new(py: Python<'_>) -> PyResult<Self> {
        let options = Options { spans: 0, ..Options::default() };
        let session = py.detach(|| Session::start(&options));
        Ok(Self(session.map_err(|error| raise(py, &error))?))
    }

    /// The folder.
    #[getter]
    fn folder(&self) -> &str {
        self.0.folder().as_str()
    }

    /// The recorder's file.
    #[getter]
    fn recorder(&self) -> &str {
        self.0.recorder().as_str()
    }

    /// What processes need in their environment to be recorded from their start.
    #[getter]
    fn environment(&self) -> HashMap<&str, &OsString> {
        self.0.environment().collect()
    }
}

/// What all processes recorded to a folder, up to now.
#[pyfunction]
pub(crate) fn read_recording(py: Python<'_>, folder: String, problems: Vec<String>) -> PyResult<Trace> {
    let folder = Utf8PathBuf::from(folder);
    let trace = py.detach(|| read_folder(&folder));
    Ok(finished(trace.map_err(|error| raise(py, &error))?, problems))
}

/// What this process did from a mark on.
#[pyclass(frozen, module = "boundcheck._core")]
pub(crate) struct Window(boundcheck_trace::Window);

#[pymethods]
impl Window {
    /// Begins at the mark that was just set.
    #[staticmethod]
    fn begin(py: Python<'_>, folder: String) -> PyResult<Self> {
        let folder = Utf8PathBuf::from(folder);
        let window = py.detach(|| boundcheck_trace::Window::begin(&folder, process::id()));
        Ok(Self(window.map_err(|error| raise(py, &error))?))
    }

    /// The same window, up to the mark that was just set. Needed at every mark.
    fn extended(&self, py: Python<'_>, folder: String) -> PyResult<Self> {
        let folder = Utf8PathBuf::from(folder);
        let window = py.detach(|| self.0.extended(&folder, process::id()));
        Ok(Self(window.map_err(|error| raise(py, &error))?))
    }

    /// What happened up to the last mark.
    fn trace(&self, problems: Vec<String>) -> Trace {
        finished(self.0.trace(), problems)
    }
}

/// A trace of a report that `boundcheck trace --format json` or `Trace.to_json` wrote. `path` is for messages.
#[pyfunction]
pub(crate) fn read_trace(py: Python<'_>, json: String, path: String) -> PyResult<Trace> {
    let trace = py.detach(|| boundcheck_report::read_trace(&json));
    trace.map(Trace::from).map_err(|error| trace_exception(py, &format!("{path}: {error}"), Some(&path), None))
}

fn finished(mut trace: model::Trace, problems: Vec<String>) -> Trace {
    trace.exports.retain(|export| !export.export.starts_with(OWN));
    trace.problems.extend(problems);
    trace.into()
}

fn raise(py: Python<'_>, error: &TraceError) -> PyErr {
    let (path, cause) = match error {
        TraceError::Platform => (None, None),
        TraceError::Path { path } => (Some(path.as_str()), None),
        TraceError::Unpack { path, source }
        | TraceError::Folder { path, source }
        | TraceError::Read { path, source } => (Some(path.as_str()), Some(source)),
    };
    trace_exception(py, &error.to_string(), path, cause)
}
