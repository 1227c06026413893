//! The format for programs.

use boundcheck_model::{
    Confidence, DependencyView, Finding, Label, Location, ObjectSizes, Persona, Problem, ProblemKind, Report, Severity,
    Sizes, Summary, WheelCounts,
};
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;

use crate::{fingerprints, pretty};

/// Version of the JSON format. It rises when a field changes its meaning or goes away; fields may be added.
pub const SCHEMA_VERSION: u32 = 1;

/// One JSON object, as [`json_schema`] describes it.
pub fn json(report: &Report) -> String {
    let fingerprints = fingerprints(&report.findings);
    pretty(&JsonReport {
        schema_version: SCHEMA_VERSION,
        summary: JsonSummary::new(&report.summary),
        findings: report.findings.iter().zip(fingerprints).map(|(finding, id)| JsonFinding::new(finding, id)).collect(),
        problems: report.problems.iter().map(JsonProblem::new).collect(),
    })
}

/// The JSON Schema of [`json`].
pub fn json_schema() -> String {
    schema_of::<JsonReport<'_>>()
}

pub(crate) fn schema_of<Json: JsonSchema>() -> String {
    pretty(&SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<Json>())
}

/// The summary alone, as it is in [`json`].
pub(crate) fn summary_json(summary: &Summary) -> impl Serialize + '_ {
    JsonSummary::new(summary)
}

/// What `boundcheck check --format json` prints.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "boundcheck report")]
struct JsonReport<'a> {
    /// Version of this format. It rises when a field changes its meaning or goes away; fields may be added.
    #[schemars(extend("const" = SCHEMA_VERSION))]
    schema_version: u32,
    /// What was examined.
    summary: JsonSummary<'a>,
    /// What was found, sorted by path, line, column and rule.
    findings: Vec<JsonFinding<'a>>,
    /// What could not be read or understood. The rest was still checked.
    problems: Vec<JsonProblem<'a>>,
}

/// What a run examined.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Summary")]
struct JsonSummary<'a> {
    /// At least one entry point was found and analysed. When false, an empty list of findings means nothing.
    examined: bool,
    /// Why not, when `examined` is false.
    reason: Option<&'a str>,
    /// Rust files of the project that were read.
    files: u32,
    /// Functions, methods, getters, slots and constructors that Python can reach.
    exports: u32,
    /// Functions whose bodies were analysed.
    functions: u32,
    /// Calls in those bodies.
    calls: u32,
    /// Calls whose callee is known.
    calls_resolved: u32,
    /// Version of `PyO3`; the lowest one when binding crates differ.
    pyo3: Option<&'a str>,
    /// How dependencies were seen.
    dependencies: JsonDependencies<'a>,
    /// What was examined of wheels; absent when a project was.
    #[serde(skip_serializing_if = "Option::is_none")]
    wheels: Option<JsonWheels<'a>>,
    /// Wall-clock milliseconds of the whole run.
    elapsed_ms: u64,
}

/// What was examined of wheels.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Wheels")]
struct JsonWheels<'a> {
    /// Wheels that were read.
    wheels: u32,
    /// Shared objects in them that could be read.
    objects: usize,
    /// What each of these weighs, sorted by path.
    object_sizes: Vec<JsonSizes<'a>>,
}

/// What a shared object weighs in bytes.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Sizes")]
struct JsonSizes<'a> {
    /// Path of the wheel, and in it.
    path: &'a str,
    /// The whole file.
    total: u64,
    /// Instructions.
    code: u64,
    /// Constants and variables.
    data: u64,
    /// Debugging information.
    debug: u64,
    /// The table of symbols that `strip` removes; ELF only.
    symbols: u64,
    /// Headers, relocations, what the loader needs, and gaps.
    other: u64,
}

impl<'a> JsonWheels<'a> {
    fn new(counts: &'a WheelCounts) -> Self {
        let sizes = |object: &'a ObjectSizes| {
            let Sizes { total, code, data, debug, symbols } = object.sizes;
            let (path, other) = (object.path.as_str(), object.sizes.other());
            JsonSizes { path, total, code, data, debug, symbols, other }
        };
        let WheelCounts { wheels, objects } = counts;
        Self { wheels: *wheels, objects: objects.len(), object_sizes: objects.iter().map(sizes).collect() }
    }
}

impl<'a> JsonSummary<'a> {
    fn new(summary: &'a Summary) -> Self {
        let DependencyView { sources, stubs, missing } = &summary.dependencies;
        Self {
            examined: summary.examined,
            reason: summary.reason.as_deref(),
            files: summary.files,
            exports: summary.exports,
            functions: summary.functions,
            calls: summary.calls,
            calls_resolved: summary.calls_resolved,
            pyo3: summary.pyo3.as_deref(),
            dependencies: JsonDependencies { sources: *sources, stubs: *stubs, missing },
            wheels: summary.wheels.as_ref().map(JsonWheels::new),
            elapsed_ms: summary.elapsed_ms,
        }
    }
}

/// How many dependencies were seen, those of dependencies included, and how.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Dependencies")]
struct JsonDependencies<'a> {
    /// Crates analysed from their sources.
    sources: u32,
    /// Crates for which built-in signatures stood in.
    stubs: u32,
    /// Names of crates of which nothing is known.
    missing: &'a [String],
}

/// One finding.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Finding")]
struct JsonFinding<'a> {
    /// Code of the rule: `D002`.
    rule: &'a str,
    /// Name of the rule: `blocking-call-while-attached`.
    name: &'a str,
    /// How bad it is if it is true.
    #[schemars(schema_with = "severities")]
    severity: &'static str,
    /// How sure the rule is that it is true.
    #[schemars(schema_with = "confidences")]
    confidence: &'static str,
    /// Who wants to be told.
    #[schemars(schema_with = "personas")]
    persona: &'static str,
    /// What is wrong, in one line.
    message: &'a str,
    /// The place to edit.
    #[serde(flatten)]
    place: JsonPlace<'a>,
    /// What that place is, in a few words.
    label: &'a str,
    /// Canonical Rust path of the item it is about.
    symbol: Option<&'a str>,
    /// Python name of the export it is about.
    python_name: Option<&'a str>,
    /// Other places that explain it; for a chain of calls, from the export to the call in order.
    related: Vec<JsonLabel<'a>>,
    /// Why it matters here.
    note: Option<&'a str>,
    /// What to do.
    help: Option<&'a str>,
    /// The page of the rule.
    url: String,
    /// Stays the same when the finding moves to another line.
    fingerprint: String,
}

impl<'a> JsonFinding<'a> {
    fn new(finding: &'a Finding, fingerprint: String) -> Self {
        Self {
            rule: &finding.rule,
            name: &finding.name,
            severity: finding.severity.as_str(),
            confidence: finding.confidence.as_str(),
            persona: finding.persona.as_str(),
            message: &finding.message,
            place: JsonPlace::new(&finding.location),
            label: &finding.label,
            symbol: finding.symbol.as_deref(),
            python_name: finding.python_name.as_deref(),
            related: finding.related.iter().map(JsonLabel::new).collect(),
            note: finding.note.as_deref(),
            help: finding.help.as_deref(),
            url: finding.url(),
            fingerprint,
        }
    }
}

/// A place with a word about it.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Label")]
struct JsonLabel<'a> {
    #[serde(flatten)]
    place: JsonPlace<'a>,
    /// What is there.
    label: &'a str,
}

impl<'a> JsonLabel<'a> {
    fn new(label: &'a Label) -> Self {
        Self { place: JsonPlace::new(&label.location), label: &label.label }
    }
}

/// A place. Lines and columns count from 1, columns in Unicode code points.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Place")]
struct JsonPlace<'a> {
    /// Path with `/`: relative to the scanned folder, or where there are several to the current one.
    path: &'a str,
    /// First line.
    #[schemars(range(min = 1))]
    line: u32,
    /// First column.
    #[schemars(range(min = 1))]
    column: u32,
    /// Last line.
    #[schemars(range(min = 1))]
    end_line: u32,
    /// Column after the last character.
    #[schemars(range(min = 1))]
    end_column: u32,
}

impl<'a> JsonPlace<'a> {
    fn new(location: &'a Location) -> Self {
        let Location { path, line, column, end_line, end_column } = location;
        Self { path: path.as_str(), line: *line, column: *column, end_line: *end_line, end_column: *end_column }
    }
}

/// Something that could not be read or understood.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Problem")]
pub(crate) struct JsonProblem<'a> {
    /// What kind.
    #[schemars(schema_with = "kinds")]
    kind: &'static str,
    /// The file or folder, relative to the scanned folder where it lies in it.
    path: Option<&'a str>,
    /// Line, from 1.
    #[schemars(range(min = 1))]
    line: Option<u32>,
    /// What is wrong and what to do.
    message: &'a str,
}

impl<'a> JsonProblem<'a> {
    pub(crate) fn new(problem: &'a Problem) -> Self {
        Self {
            kind: problem.kind.as_str(),
            path: problem.path.as_ref().map(|path| path.as_str()),
            line: problem.line,
            message: &problem.message,
        }
    }
}

pub(crate) fn names(names: impl IntoIterator<Item = &'static str>) -> Schema {
    json_schema!({ "type": "string", "enum": names.into_iter().collect::<Vec<_>>() })
}

fn severities(_: &mut SchemaGenerator) -> Schema {
    names(Severity::ALL.iter().map(|level| level.as_str()))
}

fn confidences(_: &mut SchemaGenerator) -> Schema {
    names(Confidence::ALL.iter().map(|level| level.as_str()))
}

fn personas(_: &mut SchemaGenerator) -> Schema {
    names(Persona::ALL.iter().map(|level| level.as_str()))
}

fn kinds(_: &mut SchemaGenerator) -> Schema {
    names(ProblemKind::ALL.iter().map(|kind| kind.as_str()))
}
