//! The whole run: configuration, project, rules, report. What the command and the Python package both call.

use std::fmt;
use std::time::Instant;

use boundcheck_engine::{Cancel, DependencyMode, LoadError, OnProgress, Options};
use boundcheck_model::{Confidence, Effect, Measurements, Model, Persona, Report, Trace};
use boundcheck_rules::Selection;
use camino::{Utf8Path, Utf8PathBuf};

use crate::config::{self, Config};
use crate::crash;
use crate::error::CheckError;

/// What to check and how. What is `None` is taken from the configuration, else from the defaults.
#[derive(Clone, Default)]
pub struct CheckRequest {
    /// Folder of a project, a workspace or a crate, or its `Cargo.toml`.
    pub path: Utf8PathBuf,
    /// Rules to run: codes or their beginnings. Empty: all.
    pub select: Option<Vec<String>>,
    /// Rules to leave out.
    pub ignore: Option<Vec<String>>,
    /// Cargo features to switch on.
    pub features: Option<Vec<String>>,
    /// Where the sources of dependencies come from.
    pub dependencies: Option<DependencyMode>,
    /// For whom to report.
    pub persona: Option<Persona>,
    /// Leaves out findings that are less sure.
    pub min_confidence: Option<Confidence>,
    /// Where the configuration comes from.
    pub config: ConfigSource,
    /// A recorded run to weigh findings by, as `boundcheck trace --format json` writes it.
    pub trace: Option<Utf8PathBuf>,
    /// Stops the run from another thread.
    pub cancel: Cancel,
    /// Called with each step.
    pub progress: Option<OnProgress>,
}

impl fmt::Debug for CheckRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CheckRequest").field("path", &self.path).field("config", &self.config).finish_non_exhaustive()
    }
}

/// Where the configuration comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum ConfigSource {
    /// The nearest file in the project or above it.
    #[default]
    Search,
    /// This file.
    File(Utf8PathBuf),
    /// Nowhere.
    None,
}

/// The outcome of a run.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// What it has to say. `summary.examined` is false when there was nothing to examine.
    pub report: Report,
    /// The boundary it saw.
    pub model: Model,
    /// The configuration file that was used.
    pub config: Option<Utf8PathBuf>,
}

/// Checks one project. Nothing is printed, built or run.
///
/// # Errors
/// When there is no project to load, the configuration is wrong, or boundcheck itself fails.
pub fn check(request: &CheckRequest) -> Result<Checked, CheckError> {
    crash::catch(|| examine(request))?
}

fn examine(request: &CheckRequest) -> Result<Checked, CheckError> {
    let started = Instant::now();
    let file = request.config.file(|| config::find(folder_of(&request.path)));
    let config = file.as_deref().map(config::read).transpose()?.unwrap_or_default();
    let selection = selection(request, &config, file.as_deref())?;
    let trace = request.trace.as_deref().map(read_trace).transpose()?;
    let options = Options {
        features: request.features.clone().or(config.features).unwrap_or_default(),
        dependencies: request.dependencies.or(config.deps.map(Into::into)).unwrap_or_default(),
        effects: config.effects.into_iter().map(Effect::from).collect(),
        cancel: request.cancel.clone(),
        progress: request.progress.clone(),
    };
    let mut analysis = boundcheck_engine::load(&request.path, &options).map_err(|error| match (error, &file) {
        (LoadError::Effects { path, message }, Some(file)) => {
            LoadError::Effects { path, message: format!("{message} (in {file})") }
        }
        (error, _) => error,
    })?;
    if let (Some(file), Some(trace)) = (&request.trace, trace) {
        analysis.model.measured = Some(Measurements::of(&analysis.model, &trace, file.as_str()));
    }
    let findings = boundcheck_rules::run(&analysis.model, &selection, || request.cancel.is_cancelled());
    if request.cancel.is_cancelled() {
        return Err(LoadError::Cancelled.into());
    }
    let mut summary = analysis.summary;
    summary.elapsed_ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    let report = Report { summary, findings, problems: analysis.problems };
    Ok(Checked { report, model: analysis.model, config: file })
}

fn read_trace(path: &Utf8Path) -> Result<Trace, CheckError> {
    let text =
        fs_err::read_to_string(path).map_err(|source| CheckError::TraceUnreadable { path: path.to_owned(), source })?;
    boundcheck_report::read_trace(&text).map_err(|source| CheckError::Trace { path: path.to_owned(), source })
}

impl ConfigSource {
    /// The configuration file, which `search` finds where it is not given.
    pub(crate) fn file(&self, search: impl FnOnce() -> Option<Utf8PathBuf>) -> Option<Utf8PathBuf> {
        match self {
            ConfigSource::None => None,
            ConfigSource::File(path) => Some(path.clone()),
            ConfigSource::Search => search(),
        }
    }
}

/// The folder that paths of a report are relative to.
pub(crate) fn folder_of(path: &Utf8Path) -> &Utf8Path {
    match path.parent() {
        Some(parent) if path.file_name() == Some("Cargo.toml") && parent.as_str().is_empty() => Utf8Path::new("."),
        Some(parent) if path.file_name() == Some("Cargo.toml") => parent,
        _ => path,
    }
}

/// The rules to run, and which of their findings to show.
pub(crate) fn selection(
    request: &CheckRequest,
    config: &Config,
    file: Option<&Utf8Path>,
) -> Result<Selection, CheckError> {
    let selection = Selection {
        select: request.select.clone().or_else(|| config.select.clone()).unwrap_or_default(),
        ignore: request.ignore.clone().or_else(|| config.ignore.clone()).unwrap_or_default(),
        persona: request.persona.or(config.persona).unwrap_or(Persona::Regular),
        min_confidence: request.min_confidence.or(config.min_confidence).unwrap_or(Confidence::Low),
    };
    let Some(unknown) = selection.unknown().next() else { return Ok(selection) };
    let called = [&request.select, &request.ignore].into_iter().flatten().flatten().any(|code| code == unknown);
    let names = boundcheck_rules::ALL.iter().flat_map(|rule| [rule.code, rule.name]);
    Err(CheckError::UnknownRule {
        given: unknown.to_owned(),
        origin: file.filter(|_| !called).map(Utf8Path::to_owned),
        nearest: config::nearest(unknown, names),
    })
}
