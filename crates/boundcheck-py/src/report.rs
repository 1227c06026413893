//! `Report`

use boundcheck_model as model;
use pyo3::prelude::*;
use pyo3::types::{PyIterator, PyTuple, PyType};

use crate::finding::Finding;
use crate::summary::{Problem, Summary};

/// Everything a run has to say.
///
/// A report is a collection of its findings: `for finding in report`, `len(report)`, `finding in report`; it is true
/// when there are findings, like a list. A project in which there was nothing to examine has no report that could be
/// mistaken for a clean one: `check` raises `NothingExaminedError`.
#[pyclass(frozen, eq, hash, module = "boundcheck")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Report {
    summary: Summary,
    findings: Vec<Finding>,
    problems: Vec<Problem>,
}

impl Report {
    /// Whether there was anything to examine.
    pub(crate) fn is_examined(&self) -> bool {
        self.summary.model().examined
    }

    /// Why there was nothing to examine.
    pub(crate) fn reason(&self) -> Option<&str> {
        self.summary.model().reason.as_deref()
    }
}

impl From<model::Report> for Report {
    fn from(report: model::Report) -> Self {
        let model::Report { summary, findings, problems } = report;
        Self {
            summary: summary.into(),
            findings: findings.into_iter().map(Into::into).collect(),
            problems: problems.into_iter().map(Into::into).collect(),
        }
    }
}

#[pymethods]
impl Report {
    #[new]
    #[pyo3(signature = (summary, findings=Vec::new(), problems=Vec::new()))]
    #[pyo3(text_signature = "(summary, findings=(), problems=())")]
    fn new(summary: Summary, findings: Vec<Finding>, problems: Vec<Problem>) -> Self {
        Self { summary, findings, problems }
    }

    /// What was examined.
    #[getter]
    fn summary(&self) -> Summary {
        self.summary.clone()
    }

    /// What was found, sorted by path, line, column and rule.
    #[getter]
    fn findings<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.findings.iter().cloned())
    }

    /// What could not be read or understood. The rest was still checked.
    #[getter]
    fn problems<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.problems.iter().cloned())
    }

    /// The report as `boundcheck check --format json` prints it.
    fn to_json(&self) -> String {
        boundcheck_cli::json(&model::Report {
            summary: self.summary.model().clone(),
            findings: self.findings.iter().map(|finding| finding.model().clone()).collect(),
            problems: self.problems.iter().map(|problem| problem.model().clone()).collect(),
        })
    }

    fn __len__(&self) -> usize {
        self.findings.len()
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyIterator>> {
        self.findings(py)?.try_iter()
    }

    fn __contains__(&self, finding: &Bound<'_, PyAny>) -> bool {
        finding.cast::<Finding>().is_ok_and(|finding| self.findings.contains(finding.get()))
    }

    fn __repr__(&self) -> String {
        let plural = |count: usize, word: &str| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
        let findings = plural(self.findings.len(), "finding");
        let problems = plural(self.problems.len(), "problem");
        format!("<Report {findings}, {problems}; {}>", self.summary.in_words())
    }

    #[expect(clippy::type_complexity, reason = "the protocol of pickle")]
    fn __reduce__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<(Bound<'py, PyType>, (Summary, Bound<'py, PyTuple>, Bound<'py, PyTuple>))> {
        Ok((py.get_type::<Self>(), (self.summary(), self.findings(py)?, self.problems(py)?)))
    }
}
