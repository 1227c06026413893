//! The interpreters of this machine.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use fs_err as fs;

use crate::process::{measure, output};

/// The newest and the oldest minor version that the recorder knows.
const MINORS: std::ops::RangeInclusive<u32> = 9..=14;

/// A `CPython` on this machine.
#[derive(Clone)]
pub(crate) struct Interpreter {
    pub path: PathBuf,
    /// As `3.12.1`.
    pub version: String,
    /// Whether the interpreter is a shared library, apart from its program.
    pub is_shared: bool,
}

impl Interpreter {
    /// As tables name it.
    pub(crate) fn name(&self) -> String {
        format!("{} {}", self.version, if self.is_shared { "shared" } else { "static" })
    }

    /// As `3.12`.
    pub(crate) fn minor(&self) -> &str {
        self.version.rsplit_once('.').map_or(self.version.as_str(), |(minor, _)| minor)
    }

    fn look(path: PathBuf) -> Option<Self> {
        let script = "import platform; print(platform.python_version(), platform.python_implementation())";
        let told = measure(Command::new(&path).args(["-c", script])).ok().filter(|done| done.code == Some(0))?;
        let (version, implementation) = told.stdout.trim().split_once(' ')?;
        if implementation != "CPython" {
            return None;
        }
        // What is configured does not tell: Debian builds both, and installs the static program.
        let libraries = output(Command::new("ldd").arg(&path)).unwrap_or_default();
        Some(Self { version: version.to_owned(), is_shared: libraries.contains("libpython"), path })
    }
}

/// All that the recorder knows, oldest first: those of pyenv, and the system's.
pub(crate) fn all() -> Result<Vec<Interpreter>> {
    let home = env::home_dir().unwrap_or_default();
    let pyenv = env::var_os("PYENV_ROOT").map_or_else(|| home.join(".pyenv"), PathBuf::from);
    let folders = fs::read_dir(pyenv.join("versions")).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = folders.map(|folder| folder.path().join("bin").join("python3")).collect();
    paths.push(Path::new("/usr/bin/python3").to_owned());
    let mut found: Vec<Interpreter> =
        paths.into_iter().filter(|path| path.exists()).filter_map(Interpreter::look).collect();
    found.retain(|interpreter| minor(interpreter).is_some_and(|minor| MINORS.contains(&minor)));
    found.sort_by_key(|interpreter| (minor(interpreter), !interpreter.is_shared));
    ensure!(!found.is_empty(), "there is no Python of a version that is recorded");
    Ok(found)
}

/// The one of a minor version, as `3.12`.
pub(crate) fn of_version(version: &str) -> Result<Interpreter> {
    all()?
        .into_iter()
        .find(|interpreter| interpreter.minor() == version)
        .with_context(|| format!("there is no Python {version}"))
}

fn minor(interpreter: &Interpreter) -> Option<u32> {
    interpreter.minor().strip_prefix("3.")?.parse().ok()
}
