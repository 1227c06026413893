//! `boundcheck wheel --reproducible PROJECT`

use std::process::{Command, Stdio};

use camino::{Utf8Path, Utf8PathBuf};

use super::compare;
use crate::error::Exit;
use crate::terminal::Terminal;

/// Folders that a build makes and that must not come along.
const NOT_COPIED: [&str; 6] = ["target", "dist", "build", ".venv", "node_modules", "__pycache__"];

/// Two builds that a reproducible project does not tell apart: name of the folder, and number of jobs.
const BUILDS: [(&str, &str); 2] = [("first", "1"), ("another-folder/second", "4")];

/// Builds a project twice and compares the wheels.
pub(super) fn run(paths: &[Utf8PathBuf], python: &str, terminal: &Terminal) -> Exit {
    let [project] = paths else {
        terminal.error("--reproducible wants one project", Some("boundcheck wheel --reproducible path/to/project"));
        return Exit::Usage;
    };
    if !project.join("pyproject.toml").is_file() {
        terminal.error(&format!("{project}: no pyproject.toml, so pip cannot build it"), None);
        return Exit::Usage;
    }
    match built_twice(project, python, terminal) {
        Ok((first, second, _guard)) => compare::report(&first, &second, terminal),
        Err(message) => {
            terminal.error(&message, None);
            Exit::NothingExamined
        }
    }
}

type Built = (Utf8PathBuf, Utf8PathBuf, tempfile::TempDir);

fn built_twice(project: &Utf8Path, python: &str, terminal: &Terminal) -> Result<Built, String> {
    let guard = tempfile::Builder::new().prefix("boundcheck-wheel-").tempdir().map_err(|error| error.to_string())?;
    let folder = Utf8Path::from_path(guard.path()).ok_or("the temporary folder has no name in UTF-8")?;
    let mut wheels = Vec::new();
    for (name, jobs) in BUILDS {
        let copy = folder.join(name);
        copied(project, &copy).map_err(|error| format!("{project} cannot be copied: {error}"))?;
        terminal.note(&format!("building with {jobs} jobs in {copy}"));
        wheels.push(build(&copy, &folder.join(name.replace('/', "-") + "-wheels"), jobs, python)?);
    }
    let second = wheels.pop().ok_or("no wheel was built")?;
    let first = wheels.pop().ok_or("no wheel was built")?;
    Ok((first, second, guard))
}

fn copied(from: &Utf8Path, to: &Utf8Path) -> std::io::Result<()> {
    let walk = ignore::WalkBuilder::new(from)
        .standard_filters(false)
        .filter_entry(|entry| !entry.file_name().to_str().is_some_and(|name| NOT_COPIED.contains(&name)))
        .build();
    for entry in walk.flatten() {
        let Some(path) = Utf8Path::from_path(entry.path()) else { continue };
        let Ok(inside) = path.strip_prefix(from) else { continue };
        let target = to.join(inside);
        if path.is_dir() {
            fs_err::create_dir_all(target)?;
        } else if path.is_file() {
            fs_err::copy(path, target)?;
        }
    }
    Ok(())
}

/// Builds the project in `folder` and gives the wheel.
fn build(folder: &Utf8Path, out: &Utf8Path, jobs: &str, python: &str) -> Result<Utf8PathBuf, String> {
    let done = Command::new(python)
        .args(["-m", "pip", "wheel", "--no-deps", "--no-cache-dir", "--disable-pip-version-check", "--wheel-dir"])
        .arg(out)
        .arg(folder)
        .env("CARGO_BUILD_JOBS", jobs)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .stdin(Stdio::null())
        .output()
        .map_err(|error| format!("`{python}` did not start ({error}); name another with --python"))?;
    if !done.status.success() {
        let said = String::from_utf8_lossy(&done.stderr);
        let last: Vec<_> = said.lines().rev().take(12).collect();
        let last = last.into_iter().rev().collect::<Vec<_>>().join("\n");
        return Err(format!("the build failed:\n{last}"));
    }
    let mut found = out.read_dir_utf8().map_err(|error| error.to_string())?.flatten();
    let wheel = found.find(|entry| entry.path().extension() == Some("whl"));
    wheel.map(camino::Utf8DirEntry::into_path).ok_or_else(|| "pip built no wheel".to_owned())
}
