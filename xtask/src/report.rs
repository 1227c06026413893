//! The command's JSON report, as a consumer of it sees it.

use serde::Deserialize;

/// The whole report.
#[derive(Deserialize)]
pub(crate) struct Report {
    pub summary: Summary,
    pub findings: Vec<Finding>,
    pub problems: Vec<Problem>,
}

/// What was examined.
#[derive(Deserialize)]
pub(crate) struct Summary {
    pub examined: bool,
    pub reason: Option<String>,
    pub files: u32,
    pub exports: u32,
    pub calls: u32,
    pub calls_resolved: u32,
    pub pyo3: Option<String>,
    pub dependencies: Dependencies,
}

/// How dependencies were seen.
#[derive(Deserialize)]
pub(crate) struct Dependencies {
    pub sources: u32,
    pub stubs: u32,
    #[serde(default)]
    pub missing: Vec<String>,
}

/// One finding.
#[derive(Deserialize, Clone)]
pub(crate) struct Finding {
    pub rule: String,
    pub name: String,
    pub confidence: String,
    pub persona: String,
    pub message: String,
    pub path: String,
    pub line: u32,
    pub symbol: Option<String>,
}

/// Something that could not be read.
#[derive(Deserialize)]
pub(crate) struct Problem {
    pub path: Option<String>,
    pub message: String,
}
