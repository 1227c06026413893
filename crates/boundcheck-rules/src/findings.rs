//! How a rule reports.

use boundcheck_model::{
    Chain, Confidence, ExportId, Finding, FunctionId, Label, Location, Model, Persona, Severity, Span, Step, Wheel,
};

use crate::Rule;
use crate::allowance::Allowance;
use crate::rule::Subject;

/// What one rule has found so far in a project.
///
/// A finding whose place belongs to a package with a version of `PyO3` that the rule does not speak for is dropped, so
/// a rule need not look at versions unless its words depend on them.
#[derive(Debug)]
pub struct Findings<'m> {
    model: &'m Model,
    rule: &'static Rule,
    unused_allowances: &'m [Allowance],
    found: Vec<Found>,
    holders: Vec<ExportId>,
    point: Option<Step>,
    about: Option<FunctionId>,
}

/// A finding and its place in the model.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub(crate) span: Span,
    pub(crate) finding: Finding,
    /// Exports that hold the interpreter while this work is done, where the finding is about that.
    pub(crate) holders: Vec<ExportId>,
    /// The call that they make meanwhile.
    pub(crate) point: Option<Step>,
    /// Functions of which it tells what a run measured.
    pub(crate) tells: Vec<FunctionId>,
    /// The function it is about, where a run measured it.
    pub(crate) about: Option<FunctionId>,
}

/// What one rule has found so far in a wheel.
#[derive(Debug)]
pub struct WheelFindings<'w> {
    wheel: &'w Wheel,
    rule: &'static Rule,
    found: Vec<Finding>,
}

/// Where the findings of one kind of subject are placed and kept.
pub trait Ledger {
    /// A place in the subject.
    type Place: Copy;

    /// The place as reports write it.
    fn locate(&self, place: Self::Place) -> Location;

    /// Takes a finding that is finished.
    fn keep(&mut self, place: Self::Place, finding: Finding);
}

impl Ledger for Findings<'_> {
    type Place = Span;

    fn locate(&self, place: Span) -> Location {
        self.model.location(place)
    }

    fn keep(&mut self, span: Span, finding: Finding) {
        let (holders, point, about) = (std::mem::take(&mut self.holders), self.point.take(), self.about.take());
        if self.rule.speaks_for(self.model.pyo3_at(span)) {
            self.found.push(Found { span, finding, holders, point, tells: Vec::new(), about });
        }
    }
}

impl<'w> Ledger for WheelFindings<'w> {
    type Place = (&'w str, u32);

    /// A line of a member; the whole wheel when there is no member.
    fn locate(&self, (member, line): (&'w str, u32)) -> Location {
        self.wheel.location(member, line)
    }

    fn keep(&mut self, _: (&'w str, u32), finding: Finding) {
        self.found.push(finding);
    }
}

impl<'m> Findings<'m> {
    /// Runs a rule about projects; one about wheels finds nothing.
    pub(crate) fn of(rule: &'static Rule, model: &'m Model, unused_allowances: &'m [Allowance]) -> Vec<Found> {
        let mut findings = Findings {
            model,
            rule,
            unused_allowances,
            found: Vec::new(),
            holders: Vec::new(),
            point: None,
            about: None,
        };
        if let Subject::Project(check) = rule.subject {
            check(model, &mut findings);
        }
        findings.found
    }

    /// Begins a finding at the place to edit. It is reported when the builder is dropped, or by
    /// [`FindingBuilder::emit`].
    pub fn at(&mut self, span: Span) -> FindingBuilder<'_, Self> {
        FindingBuilder::new(self.rule, self, span)
    }

    /// Allowances that silenced nothing although their rules ran. Known only to the rule that reports them.
    pub(crate) fn unused_allowances(&self) -> &'m [Allowance] {
        self.unused_allowances
    }
}

impl<'w> WheelFindings<'w> {
    /// Runs a rule about wheels; one about projects finds nothing.
    pub(crate) fn of(rule: &'static Rule, wheel: &'w Wheel) -> Vec<Finding> {
        let mut findings = WheelFindings { wheel, rule, found: Vec::new() };
        if let Subject::Wheel(check) = rule.subject {
            check(wheel, &mut findings);
        }
        findings.found
    }

    /// Begins a finding about the wheel as a whole.
    pub fn whole(&mut self) -> FindingBuilder<'_, Self> {
        self.line("", 1)
    }

    /// Begins a finding about a member.
    pub fn member(&mut self, path: &'w str) -> FindingBuilder<'_, Self> {
        self.line(path, 1)
    }

    /// Begins a finding at a line of a member, from 1.
    pub fn line(&mut self, path: &'w str, line: u32) -> FindingBuilder<'_, Self> {
        FindingBuilder::new(self.rule, self, (path, line))
    }
}

/// A finding being written. Say at least [`message`](Self::message), [`label`](Self::label), what it means here with
/// [`note`](Self::note) and what to do with [`help`](Self::help).
#[derive(Debug)]
pub struct FindingBuilder<'f, L: Ledger> {
    ledger: &'f mut L,
    place: L::Place,
    finding: Finding,
}

#[allow(clippy::return_self_not_must_use, reason = "a builder reports when it is dropped")]
impl<'f, L: Ledger> FindingBuilder<'f, L> {
    fn new(rule: &Rule, ledger: &'f mut L, place: L::Place) -> Self {
        let finding = Finding {
            rule: rule.code.to_owned(),
            name: rule.name.to_owned(),
            severity: rule.severity,
            confidence: rule.confidence,
            persona: rule.persona,
            message: String::new(),
            location: ledger.locate(place),
            label: String::new(),
            related: Vec::new(),
            note: None,
            help: None,
            symbol: None,
            python_name: None,
        };
        FindingBuilder { ledger, place, finding }
    }

    /// What is wrong, in one line.
    pub fn message(mut self, text: impl Into<String>) -> Self {
        self.finding.message = text.into();
        self
    }

    /// What the place is, in a few words under the caret.
    pub fn label(mut self, text: impl Into<String>) -> Self {
        self.finding.label = text.into();
        self
    }

    /// Another place that explains it.
    pub fn related(mut self, place: L::Place, text: impl Into<String>) -> Self {
        let location = self.ledger.locate(place);
        self.finding.related.push(Label { location, label: text.into() });
        self
    }

    /// Why it matters here: one or two sentences.
    pub fn note(mut self, text: impl Into<String>) -> Self {
        self.finding.note = Some(text.into());
        self
    }

    /// What to do, in the names of the project's version of `PyO3`.
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.finding.help = Some(text.into());
        self
    }

    /// The canonical Rust path of the item it is about, when that is no function.
    pub fn symbol(mut self, path: impl Into<String>) -> Self {
        self.finding.symbol = Some(path.into());
        self
    }

    /// The Python name of what it is about, when that is no function.
    pub fn python_name(mut self, name: impl Into<String>) -> Self {
        self.finding.python_name = Some(name.into());
        self
    }

    /// Another severity than the rule's.
    pub fn severity(mut self, severity: Severity) -> Self {
        self.finding.severity = severity;
        self
    }

    /// Another confidence than the rule's.
    pub fn confidence(mut self, confidence: Confidence) -> Self {
        self.finding.confidence = confidence;
        self
    }

    /// Another persona than the rule's.
    pub fn persona(mut self, persona: Persona) -> Self {
        self.finding.persona = persona;
        self
    }

    /// Reports it. Dropping the builder does the same.
    pub fn emit(self) {}
}

#[allow(clippy::return_self_not_must_use, reason = "a builder reports when it is dropped")]
impl FindingBuilder<'_, Findings<'_>> {
    /// The way from an export to the call that was looked for: the export, then each call on the way. Also makes the
    /// function of the first step the one the finding is about.
    pub fn chain(mut self, chain: &Chain) -> Self {
        let model = self.ledger.model;
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

    /// Says which exports hold the interpreter while a call is made: how long that is, a recorded run can tell.
    pub(crate) fn held_by(self, exports: &[ExportId], point: Step) -> Self {
        self.ledger.holders = exports.to_vec();
        self.ledger.point = Some(point);
        self
    }

    /// The function that a run measured: [`function`](Self::function), and what other rules say of it comes first.
    pub(crate) fn about(self, id: FunctionId) -> Self {
        self.ledger.about = Some(id);
        self.function(id)
    }

    /// The function it is about: its path, and its Python name when Python can call it.
    pub fn function(mut self, id: FunctionId) -> Self {
        let model = self.ledger.model;
        let function = model.function(id);
        self.finding.symbol = Some(function.path.clone());
        self.finding.python_name = function.export.map(|export| model.export(export).python_name.clone());
        self
    }
}

impl<L: Ledger> Drop for FindingBuilder<'_, L> {
    fn drop(&mut self) {
        self.ledger.keep(self.place, self.finding.clone());
    }
}
