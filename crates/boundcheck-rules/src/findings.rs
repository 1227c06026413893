//! How a rule reports.

use boundcheck_model::{Chain, Confidence, Finding, FunctionId, Label, Model, Persona, Severity, Span};

use crate::Rule;
use crate::allowance::Allowance;

/// What one rule has found so far.
///
/// A finding whose place belongs to a package with a version of `PyO3` that the rule does not speak for is dropped, so
/// a rule need not look at versions unless its words depend on them.
#[derive(Debug)]
pub struct Findings<'m> {
    model: &'m Model,
    rule: &'static Rule,
    unused_allowances: &'m [Allowance],
    found: Vec<Found>,
}

/// A finding and its place in the model.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub(crate) span: Span,
    pub(crate) finding: Finding,
}

impl<'m> Findings<'m> {
    /// Runs a rule.
    pub(crate) fn of(rule: &'static Rule, model: &'m Model, unused_allowances: &'m [Allowance]) -> Vec<Found> {
        let mut findings = Findings { model, rule, unused_allowances, found: Vec::new() };
        (rule.check)(model, &mut findings);
        findings.found
    }

    /// Begins a finding at the place to edit. It is reported when the builder is dropped, or by
    /// [`FindingBuilder::emit`].
    pub fn at(&mut self, span: Span) -> FindingBuilder<'_, 'm> {
        let finding = Finding {
            rule: self.rule.code.to_owned(),
            name: self.rule.name.to_owned(),
            severity: self.rule.severity,
            confidence: self.rule.confidence,
            persona: self.rule.persona,
            message: String::new(),
            location: self.model.location(span),
            label: String::new(),
            related: Vec::new(),
            note: None,
            help: None,
            symbol: None,
            python_name: None,
        };
        FindingBuilder { findings: self, found: Found { span, finding } }
    }

    /// Allowances that silenced nothing although their rules ran. Known only to the rule that reports them.
    pub(crate) fn unused_allowances(&self) -> &'m [Allowance] {
        self.unused_allowances
    }
}

/// A finding being written. Say at least [`message`](Self::message), [`label`](Self::label), what it means here with
/// [`note`](Self::note) and what to do with [`help`](Self::help).
#[derive(Debug)]
pub struct FindingBuilder<'f, 'm> {
    findings: &'f mut Findings<'m>,
    found: Found,
}

#[allow(clippy::return_self_not_must_use, reason = "a builder reports when it is dropped")]
impl FindingBuilder<'_, '_> {
    /// What is wrong, in one line.
    pub fn message(mut self, text: impl Into<String>) -> Self {
        self.found.finding.message = text.into();
        self
    }

    /// What the place is, in a few words under the caret.
    pub fn label(mut self, text: impl Into<String>) -> Self {
        self.found.finding.label = text.into();
        self
    }

    /// Another place that explains it.
    pub fn related(mut self, span: Span, text: impl Into<String>) -> Self {
        let location = self.findings.model.location(span);
        self.found.finding.related.push(Label { location, label: text.into() });
        self
    }

    /// The way from an export to the call that was looked for: the export, then each call on the way. Also makes the
    /// function of the first step the one the finding is about.
    pub fn chain(mut self, chain: &Chain) -> Self {
        let model = self.findings.model;
        let Some((last, way)) = chain.steps.split_last() else { return self };
        let first = way.first().unwrap_or(last).function;
        self = self.function(first);
        if let Some(export) = chain.export.map(|id| model.export(id)) {
            let name = &export.python_name;
            let text = match chain.exports {
                0 | 1 => format!("Python calls `{name}`"),
                2 => format!("Python calls `{name}` (one more export gets there)"),
                more => format!("Python calls `{name}` ({} more exports get there)", more - 1),
            };
            self = self.related(model.function(export.function).name_span, text);
        } else if model.given_python.contains(&first) {
            let function = model.function(first);
            self = self.related(function.name_span, format!("whoever calls `{}` is attached", function.name()));
        }
        for step in way {
            let call = model.step(*step);
            self = self.related(call.name_span, format!("which calls `{}`", call.name));
        }
        self
    }

    /// Why it matters here: one or two sentences.
    pub fn note(mut self, text: impl Into<String>) -> Self {
        self.found.finding.note = Some(text.into());
        self
    }

    /// What to do, in the names of the project's version of `PyO3`.
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.found.finding.help = Some(text.into());
        self
    }

    /// The function it is about: its path, and its Python name when Python can call it.
    pub fn function(mut self, id: FunctionId) -> Self {
        let model = self.findings.model;
        let function = model.function(id);
        self.found.finding.symbol = Some(function.path.clone());
        self.found.finding.python_name = function.export.map(|export| model.export(export).python_name.clone());
        self
    }

    /// The canonical Rust path of the item it is about, when that is no function.
    pub fn symbol(mut self, path: impl Into<String>) -> Self {
        self.found.finding.symbol = Some(path.into());
        self
    }

    /// The Python name of what it is about, when that is no function.
    pub fn python_name(mut self, name: impl Into<String>) -> Self {
        self.found.finding.python_name = Some(name.into());
        self
    }

    /// Another severity than the rule's.
    pub fn severity(mut self, severity: Severity) -> Self {
        self.found.finding.severity = severity;
        self
    }

    /// Another confidence than the rule's.
    pub fn confidence(mut self, confidence: Confidence) -> Self {
        self.found.finding.confidence = confidence;
        self
    }

    /// Another persona than the rule's.
    pub fn persona(mut self, persona: Persona) -> Self {
        self.found.finding.persona = persona;
        self
    }

    /// Reports it. Dropping the builder does the same.
    pub fn emit(self) {}
}

impl Drop for FindingBuilder<'_, '_> {
    fn drop(&mut self) {
        let Findings { model, rule, found, .. } = &mut *self.findings;
        if rule.speaks_for(model.pyo3_at(self.found.span)) {
            found.push(self.found.clone());
        }
    }
}
