//! `boundcheck.check`

use std::path::PathBuf;

use boundcheck_cli::{CheckRequest, DependencyMode};
use camino::Utf8PathBuf;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use crate::errors::{into_exception, named, nothing_examined};
use crate::report::Report;
use crate::worker;

/// Audit the boundary between Python and Rust in a PyO3 project.
///
/// Nothing of the project is built or run, and the network is not used. Other Python threads run meanwhile; Ctrl-C
/// stops it.
///
/// `path` is the folder of a project, a workspace or a crate. `select` and `ignore` choose rules by their codes or the
/// beginnings of codes, such as `"D002"` or `"D"`; `features` are Cargo features to switch on beyond the defaults.
/// Each of the three that is `None` comes from the project's configuration, as do added effects. `deps` says where
/// the sources of dependencies come from: `"auto"` (the local Cargo registry where they are there), `"never"` or
/// `"require"`. `persona` says for whom to report: `"regular"` (few false alarms), `"pedantic"` or `"auditor"`
/// (everything worth a look). These two are always what the call says. `trace` is a file that
/// `boundcheck trace --format json` wrote: findings are weighed by what it measured, and D003 reports long holds.
///
/// Raises `ProjectNotFoundError`, `ConfigurationError`, `DependenciesError`, `NothingExaminedError` or
/// `InternalError`, all of them `BoundcheckError`; `ValueError` for a `deps` or `persona` that does not exist.
#[pyfunction]
#[pyo3(signature = (path, *, select=None, ignore=None, features=None, deps="auto", persona="regular", trace=None))]
#[expect(clippy::too_many_arguments, reason = "Python names them")]
pub(crate) fn check(
    py: Python<'_>,
    path: PathBuf,
    select: Option<Vec<String>>,
    ignore: Option<Vec<String>>,
    features: Option<Vec<String>>,
    deps: &str,
    persona: &str,
    trace: Option<PathBuf>,
) -> PyResult<Report> {
    let path = unicode("path", path)?;
    let request = CheckRequest {
        path,
        select,
        ignore,
        features,
        dependencies: Some(dependencies(deps)?),
        persona: Some(named("persona", persona)?),
        trace: trace.map(|trace| unicode("trace", trace)).transpose()?,
        ..CheckRequest::default()
    };
    let (project, cancel) = (request.path.clone(), request.cancel.clone());
    let outcome = worker::run(py, &cancel, move || boundcheck_cli::check(&request).map(|checked| checked.report))?;
    let report = Report::from(outcome.map_err(|error| into_exception(py, &error, &project))?);
    if report.is_examined() { Ok(report) } else { Err(nothing_examined(py, report)) }
}

fn unicode(name: &str, path: PathBuf) -> PyResult<Utf8PathBuf> {
    Utf8PathBuf::from_path_buf(path)
        .map_err(|path| PyValueError::new_err(format!("{name} is not valid Unicode: {}", path.display())))
}

fn dependencies(name: &str) -> PyResult<DependencyMode> {
    match name {
        "auto" => Ok(DependencyMode::Auto),
        "never" => Ok(DependencyMode::Never),
        "require" => Ok(DependencyMode::Require),
        _ => Err(PyValueError::new_err(format!("deps: `{name}` is none of auto, never, require"))),
    }
}
