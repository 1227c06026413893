//! `boundcheck wheel --reproducible PROJECT`

use std::io;
use std::process::{Command, Stdio};

use boundcheck_model::Comparison;
use boundcheck_wheel::WheelError;
use camino::{Utf8Path, Utf8PathBuf};

use super::compare;
use super::sources::Sources;
use crate::args::ReportArgs;
use crate::error::Exit;
use crate::terminal::Terminal;

/// Two builds that a reproducible project does not tell apart: folder, and number of jobs.
const BUILDS: [(&str, &str); 2] = [("first", "1"), ("another-folder/second", "4")];

/// Lines of a failed build that are shown; the reason is at the end.
const SHOWN: usize = 12;

/// Why a project could not be built twice and compared.
#[derive(Debug, thiserror::Error)]
enum BuildError {
    #[error("no temporary folder can be made: {0}")]
    Folder(io::Error),
    #[error("{project} cannot be copied: {source}")]
    Copy { project: Utf8PathBuf, source: io::Error },
    #[error("`{python}` did not start ({source}); name another with --python")]
    Start { python: String, source: io::Error },
    #[error("the build failed:\n{0}")]
    Failed(String),
    #[error("pip built no wheel")]
    NoWheel,
    #[error(transparent)]
    Wheel(#[from] WheelError),
}

/// Builds a project twice and compares the wheels.
pub(super) fn run(paths: &[Utf8PathBuf], python: &str, args: &ReportArgs, terminal: &Terminal) -> Exit {
    let [project] = paths else {
        terminal.error("--reproducible wants one project", Some("boundcheck wheel --reproducible path/to/project"));
        return Exit::Usage;
    };
    if !project.join("pyproject.toml").is_file() {
        terminal.error(&format!("{project}: no pyproject.toml, so pip cannot build it"), None);
        return Exit::Usage;
    }
    match built_twice(project, python, terminal) {
        Ok(comparison) => compare::report(&comparison, args, terminal),
        Err(error) => {
            terminal.error(&error.to_string(), None);
            Exit::NothingExamined
        }
    }
}

fn built_twice(project: &Utf8Path, python: &str, terminal: &Terminal) -> Result<Comparison, BuildError> {
    let guard = tempfile::Builder::new().prefix("boundcheck-wheel-").tempdir().map_err(BuildError::Folder)?;
    let folder = Utf8Path::from_path(guard.path())
        .ok_or_else(|| BuildError::Folder(io::Error::other("its path is not UTF-8")))?;
    let not_copied = |source| BuildError::Copy { project: project.to_owned(), source };
    let sources = Sources::of(project).map_err(not_copied)?;
    let built = |(name, jobs): (&str, &str)| {
        let copy = folder.join(name);
        let project = sources.copy_to(&copy).map_err(not_copied)?;
        terminal.note(&format!("building with {jobs} jobs in {project}"));
        build(&project, &copy, &folder.join("wheels").join(jobs), jobs, python)
    };
    let (first, second) = (built(BUILDS[0])?, built(BUILDS[1])?);
    let differences = boundcheck_wheel::compare(&first, &second)?;
    // The temporary folder says nothing to a reader, and has another name in each run.
    let named = |which: &str, wheel: &Utf8Path| format!("{which}/{}", wheel.file_name().unwrap_or_default());
    Ok(Comparison { first: named("first", &first), second: named("second", &second), differences })
}

/// Builds the project, which lies in `copy`, and gives the wheel.
fn build(
    project: &Utf8Path,
    copy: &Utf8Path,
    out: &Utf8Path,
    jobs: &str,
    python: &str,
) -> Result<Utf8PathBuf, BuildError> {
    let done = Command::new(python)
        .args(["-m", "pip", "wheel", "--no-deps", "--no-cache-dir", "--disable-pip-version-check", "--wheel-dir"])
        .arg(out)
        .arg(project)
        .env("CARGO_BUILD_JOBS", jobs)
        .env("CARGO_TARGET_DIR", copy.join("target"))
        .stdin(Stdio::null())
        .output()
        .map_err(|source| BuildError::Start { python: python.to_owned(), source })?;
    if !done.status.success() {
        let said = String::from_utf8_lossy(&done.stderr);
        let lines: Vec<_> = said.lines().collect();
        return Err(BuildError::Failed(lines[lines.len().saturating_sub(SHOWN)..].join("\n")));
    }
    let built = out.read_dir_utf8().map_err(|_| BuildError::NoWheel)?.flatten();
    let wheel = built.map(camino::Utf8DirEntry::into_path).find(|path| path.extension() == Some("whl"));
    wheel.ok_or(BuildError::NoWheel)
}
