//! `Finding`, `Label` and `Location`.

use std::cmp::Ordering;
use std::sync::Arc;

use boundcheck_model as model;
use pyo3::prelude::*;
use pyo3::types::{PyString, PyTuple, PyType};

use crate::errors::named;

/// A place in a file of the project. Lines and columns count from 1, columns in Unicode code points.
///
/// Locations are ordered by path, line and column.
#[pyclass(frozen, eq, ord, hash, from_py_object, module = "boundcheck")]
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Location(Arc<model::Location>);

#[pymethods]
impl Location {
    #[new]
    fn new(path: String, line: u32, column: u32, end_line: u32, end_column: u32) -> Self {
        Self(Arc::new(model::Location { path: path.into(), line, column, end_line, end_column }))
    }

    /// Path relative to the checked folder, with `/`; it starts with `..` for a sibling crate.
    #[getter]
    fn path(&self) -> &str {
        self.0.path.as_str()
    }

    /// First line.
    #[getter]
    fn line(&self) -> u32 {
        self.0.line
    }

    /// First column.
    #[getter]
    fn column(&self) -> u32 {
        self.0.column
    }

    /// Last line.
    #[getter]
    fn end_line(&self) -> u32 {
        self.0.end_line
    }

    /// Column after the last character.
    #[getter]
    fn end_column(&self) -> u32 {
        self.0.end_column
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let model::Location { path, line, column, end_line, end_column } = self.0.as_ref();
        let path = PyString::new(py, path.as_str()).repr()?;
        Ok(format!("Location(path={path}, line={line}, column={column}, end_line={end_line}, end_column={end_column})"))
    }

    fn __str__(&self) -> String {
        format!("{}:{}:{}", self.0.path, self.0.line, self.0.column)
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> (Bound<'py, PyType>, (&str, u32, u32, u32, u32)) {
        let model::Location { path, line, column, end_line, end_column } = self.0.as_ref();
        (py.get_type::<Self>(), (path.as_str(), *line, *column, *end_line, *end_column))
    }
}

/// A place with a word about it.
#[pyclass(frozen, eq, hash, from_py_object, module = "boundcheck")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Label(Arc<model::Label>);

#[pymethods]
impl Label {
    #[new]
    fn new(location: &Location, label: String) -> Self {
        Self(Arc::new(model::Label { location: location.0.as_ref().clone(), label }))
    }

    /// Where.
    #[getter]
    fn location(&self) -> Location {
        Location(Arc::new(self.0.location.clone()))
    }

    /// What is there.
    #[getter]
    fn label(&self) -> &str {
        &self.0.label
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let label = PyString::new(py, &self.0.label).repr()?;
        Ok(format!("Label(location={}, label={label})", self.location().__repr__(py)?))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> (Bound<'py, PyType>, (Location, &str)) {
        (py.get_type::<Self>(), (self.location(), self.label()))
    }
}

/// One thing that a rule found.
///
/// Findings are ordered as in reports: by path, line, column and rule.
#[pyclass(frozen, eq, ord, hash, from_py_object, module = "boundcheck")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Finding(Arc<model::Finding>);

impl Finding {
    /// The finding as the model has it.
    pub(crate) fn model(&self) -> &model::Finding {
        &self.0
    }
}

impl From<model::Finding> for Finding {
    fn from(finding: model::Finding) -> Self {
        Self(Arc::new(finding))
    }
}

impl PartialOrd for Finding {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Finding {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.order().cmp(&other.0.order()).then_with(|| self.0.cmp(&other.0))
    }
}

#[pymethods]
impl Finding {
    #[new]
    #[pyo3(signature = (
        rule, name, severity, confidence, persona, message, location, label, related=Vec::new(), note=None, help=None,
        symbol=None, python_name=None,
    ))]
    #[pyo3(text_signature = "(rule, name, severity, confidence, persona, message, location, label, related=(), \
                             note=None, help=None, symbol=None, python_name=None)")]
    #[expect(clippy::too_many_arguments, reason = "Python names them")]
    fn new(
        rule: String,
        name: String,
        severity: &str,
        confidence: &str,
        persona: &str,
        message: String,
        location: &Location,
        label: String,
        related: Vec<Label>,
        note: Option<String>,
        help: Option<String>,
        symbol: Option<String>,
        python_name: Option<String>,
    ) -> PyResult<Self> {
        Ok(Self(Arc::new(model::Finding {
            rule,
            name,
            severity: named("severity", severity)?,
            confidence: named("confidence", confidence)?,
            persona: named("persona", persona)?,
            message,
            location: location.0.as_ref().clone(),
            label,
            related: related.iter().map(|label| label.0.as_ref().clone()).collect(),
            note,
            help,
            symbol,
            python_name,
        })))
    }

    /// Code of the rule: `D002`.
    #[getter]
    fn rule(&self) -> &str {
        &self.0.rule
    }

    /// Name of the rule: `blocking-call-while-attached`.
    #[getter]
    fn name(&self) -> &str {
        &self.0.name
    }

    /// How bad it is if it is true: `info`, `warning` or `error`.
    #[getter]
    fn severity(&self) -> &'static str {
        self.0.severity.as_str()
    }

    /// How sure the rule is: `low`, `medium` or `high`.
    #[getter]
    fn confidence(&self) -> &'static str {
        self.0.confidence.as_str()
    }

    /// Who is told: `regular`, `pedantic` or `auditor`.
    #[getter]
    fn persona(&self) -> &'static str {
        self.0.persona.as_str()
    }

    /// What is wrong, in one line.
    #[getter]
    fn message(&self) -> &str {
        &self.0.message
    }

    /// The place to edit.
    #[getter]
    fn location(&self) -> Location {
        Location(Arc::new(self.0.location.clone()))
    }

    /// What the place is, in a few words.
    #[getter]
    fn label(&self) -> &str {
        &self.0.label
    }

    /// Other places that explain it; for a call chain, from the export to the call in order.
    #[getter]
    fn related<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.0.related.iter().map(|label| Label(Arc::new(label.clone()))))
    }

    /// Why it matters here.
    #[getter]
    fn note(&self) -> Option<&str> {
        self.0.note.as_deref()
    }

    /// What to do, in the names of the project's version of PyO3.
    #[getter]
    fn help(&self) -> Option<&str> {
        self.0.help.as_deref()
    }

    /// Canonical Rust path of the item it is about.
    #[getter]
    fn symbol(&self) -> Option<&str> {
        self.0.symbol.as_deref()
    }

    /// Python name of the export it is about.
    #[getter]
    fn python_name(&self) -> Option<&str> {
        self.0.python_name.as_deref()
    }

    /// The page of the rule.
    #[getter]
    fn url(&self) -> String {
        self.0.url()
    }

    fn __repr__(&self) -> String {
        format!("<Finding {} at {}: {}>", self.0.rule, self.location().__str__(), self.0.message)
    }

    fn __str__(&self) -> String {
        let model::Finding { rule, severity, message, .. } = self.0.as_ref();
        format!("{}: {severity}[{rule}]: {message}", self.location().__str__())
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyType>, Bound<'py, PyAny>)> {
        let head = (self.rule(), self.name(), self.severity(), self.confidence(), self.persona(), self.message());
        let tail = (
            self.location(),
            self.label(),
            self.related(py)?,
            self.note(),
            self.help(),
            self.symbol(),
            self.python_name(),
        );
        Ok((py.get_type::<Self>(), head.into_pyobject(py)?.add(tail)?))
    }
}
