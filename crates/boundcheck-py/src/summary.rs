//! `Summary` and `Problem`.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use boundcheck_model::{self as model, DependencyView, ProblemKind};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyTuple, PyType};

/// What a run examined.
///
/// Two summaries are equal when they say the same about the project: the time that the run took does not count.
#[pyclass(frozen, eq, hash, from_py_object, module = "boundcheck")]
#[derive(Clone)]
pub(crate) struct Summary(Arc<model::Summary>);

impl Summary {
    /// The summary as the model has it.
    pub(crate) fn model(&self) -> &model::Summary {
        &self.0
    }

    /// What was examined, for a `repr`.
    pub(crate) fn in_words(&self) -> String {
        let model::Summary { examined, reason, files, exports, calls, pyo3, .. } = self.0.as_ref();
        if !examined {
            return format!("nothing examined: {}", reason.as_deref().unwrap_or("no reason is known"));
        }
        let resolved = self.0.resolved_percent().map(|share| format!(" ({share:.1} % resolved)")).unwrap_or_default();
        let pyo3 = pyo3.as_deref().unwrap_or("unknown");
        format!("{files} files, {exports} exports, {calls} calls{resolved}, PyO3 {pyo3}")
    }

    fn without_time(&self) -> model::Summary {
        model::Summary { elapsed_ms: 0, ..self.0.as_ref().clone() }
    }
}

impl From<model::Summary> for Summary {
    fn from(summary: model::Summary) -> Self {
        Self(Arc::new(summary))
    }
}

impl PartialEq for Summary {
    fn eq(&self, other: &Self) -> bool {
        self.without_time() == other.without_time()
    }
}

impl Eq for Summary {}

impl Hash for Summary {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let model::Summary { examined, files, exports, functions, calls, dependencies, .. } = self.0.as_ref();
        (examined, files, exports, functions, calls, dependencies).hash(state);
    }
}

#[pymethods]
impl Summary {
    #[new]
    #[pyo3(signature = (
        examined, reason, files, exports, functions, calls, calls_resolved, pyo3, dependency_sources, dependency_stubs,
        dependencies_missing, elapsed_ms,
    ))]
    #[expect(clippy::too_many_arguments, reason = "Python names them")]
    fn new(
        examined: bool,
        reason: Option<String>,
        files: u32,
        exports: u32,
        functions: u32,
        calls: u32,
        calls_resolved: u32,
        pyo3: Option<String>,
        dependency_sources: u32,
        dependency_stubs: u32,
        dependencies_missing: Vec<String>,
        elapsed_ms: u64,
    ) -> Self {
        let dependencies =
            DependencyView { sources: dependency_sources, stubs: dependency_stubs, missing: dependencies_missing };
        Self(Arc::new(model::Summary {
            examined,
            reason,
            files,
            exports,
            functions,
            calls,
            calls_resolved,
            pyo3,
            dependencies,
            // This package checks projects.
            wheels: None,
            elapsed_ms,
        }))
    }

    /// At least one entry point was found and analysed.
    #[getter]
    fn examined(&self) -> bool {
        self.0.examined
    }

    /// Why not, when `examined` is false.
    #[getter]
    fn reason(&self) -> Option<&str> {
        self.0.reason.as_deref()
    }

    /// Rust files of the project that were read.
    #[getter]
    fn files(&self) -> u32 {
        self.0.files
    }

    /// Functions, methods, getters, slots and constructors that Python can reach.
    #[getter]
    fn exports(&self) -> u32 {
        self.0.exports
    }

    /// Functions whose bodies were analysed.
    #[getter]
    fn functions(&self) -> u32 {
        self.0.functions
    }

    /// Calls in those bodies.
    #[getter]
    fn calls(&self) -> u32 {
        self.0.calls
    }

    /// Calls whose callee is known.
    #[getter]
    fn calls_resolved(&self) -> u32 {
        self.0.calls_resolved
    }

    /// Version of PyO3; the lowest one when binding crates differ.
    #[getter]
    fn pyo3(&self) -> Option<&str> {
        self.0.pyo3.as_deref()
    }

    /// Dependencies that were seen with their sources, those of dependencies included.
    #[getter]
    fn dependency_sources(&self) -> u32 {
        self.0.dependencies.sources
    }

    /// Dependencies for which built-in signatures stood in.
    #[getter]
    fn dependency_stubs(&self) -> u32 {
        self.0.dependencies.stubs
    }

    /// Names of dependencies of which nothing was seen.
    #[getter]
    fn dependencies_missing<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, &self.0.dependencies.missing)
    }

    /// Wall-clock milliseconds of the whole run.
    #[getter]
    fn elapsed_ms(&self) -> u64 {
        self.0.elapsed_ms
    }

    fn __repr__(&self) -> String {
        format!("<Summary {}>", self.in_words())
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyType>, Bound<'py, PyTuple>)> {
        let arguments = (
            self.examined(),
            self.reason(),
            self.files(),
            self.exports(),
            self.functions(),
            self.calls(),
            self.calls_resolved(),
            self.pyo3(),
            self.dependency_sources(),
            self.dependency_stubs(),
            self.dependencies_missing(py)?,
            self.elapsed_ms(),
        );
        Ok((py.get_type::<Self>(), arguments.into_pyobject(py)?))
    }
}

/// Something that could not be read or understood. The rest was still checked.
#[pyclass(frozen, eq, hash, from_py_object, module = "boundcheck")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Problem(Arc<model::Problem>);

impl Problem {
    /// The problem as the model has it.
    pub(crate) fn model(&self) -> &model::Problem {
        &self.0
    }
}

impl From<model::Problem> for Problem {
    fn from(problem: model::Problem) -> Self {
        Self(Arc::new(problem))
    }
}

#[pymethods]
impl Problem {
    #[new]
    #[pyo3(signature = (kind, path, line, message))]
    fn new(kind: &str, path: Option<String>, line: Option<u32>, message: String) -> PyResult<Self> {
        let kind = ProblemKind::ALL.iter().copied().find(|known| known.as_str() == kind).ok_or_else(|| {
            let known: Vec<_> = ProblemKind::ALL.iter().map(|known| known.as_str()).collect();
            PyValueError::new_err(format!("kind: `{kind}` is none of {}", known.join(", ")))
        })?;
        Ok(Self(Arc::new(model::Problem { kind, path: path.map(Into::into), line, message })))
    }

    /// What kind: `unreadable`, `skipped`, `syntax`, `manifest`, `dependencies`, `allowance` or `internal`.
    #[getter]
    fn kind(&self) -> &'static str {
        self.0.kind.as_str()
    }

    /// The file or folder, relative to the checked folder where it lies in it.
    #[getter]
    fn path(&self) -> Option<&str> {
        self.0.path.as_ref().map(|path| path.as_str())
    }

    /// Line, from 1, where one is known.
    #[getter]
    fn line(&self) -> Option<u32> {
        self.0.line
    }

    /// What is wrong and what to do.
    #[getter]
    fn message(&self) -> &str {
        &self.0.message
    }

    fn __repr__(&self) -> String {
        let model::Problem { kind, path, line, message } = self.0.as_ref();
        let path = path.as_ref().map(|path| format!(" at {path}")).unwrap_or_default();
        let line = line.map(|line| format!(":{line}")).unwrap_or_default();
        format!("<Problem {}{path}{line}: {message}>", kind.as_str())
    }

    #[expect(clippy::type_complexity, reason = "the protocol of pickle")]
    fn __reduce__<'py>(
        &self,
        py: Python<'py>,
    ) -> (Bound<'py, PyType>, (&'static str, Option<&str>, Option<u32>, &str)) {
        (py.get_type::<Self>(), (self.kind(), self.path(), self.line(), self.message()))
    }
}
