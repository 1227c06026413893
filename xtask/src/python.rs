//! A virtual environment of the repository's own.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use fs_err as fs;

use crate::process::{measure, run};
use crate::{root, work_folder};

/// The oldest Python that the package supports.
const OLDEST: (u32, u32) = (3, 9);

/// A virtual environment below `target/xtask`.
pub(crate) struct Environment {
    folder: PathBuf,
}

impl Environment {
    /// The one in which the tests run.
    pub(crate) fn for_tests() -> Result<Self> {
        Self::create("venv", &root().join("xtask").join("requirements-test.txt"))
    }

    /// Creates `target/xtask/NAME` if it is not there, and installs `requirements` into it unless they are already in.
    pub(crate) fn create(name: &str, requirements: &Path) -> Result<Self> {
        let environment = Self { folder: work_folder().join(name) };
        let stamp = environment.folder.join("installed.txt");
        let wanted = fs::read_to_string(requirements)?;
        if environment.works() && fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
            return Ok(environment);
        }
        if environment.folder.exists() {
            fs::remove_dir_all(&environment.folder)?;
        }
        fs::create_dir_all(work_folder())?;
        let (program, arguments) = find()?;
        run(Command::new(program).args(arguments).args(["-m", "venv"]).arg(&environment.folder)).context(
            "Python cannot create a virtual environment; on Debian and Ubuntu the package python3-venv is missing",
        )?;
        run(environment.pip().args(["install", "--requirement"]).arg(requirements))
            .context("the test requirements could not be installed; the first run needs the network")?;
        fs::write(stamp, wanted)?;
        Ok(environment)
    }

    /// Its Python.
    pub(crate) fn python(&self) -> PathBuf {
        self.program("python")
    }

    /// A program installed into it.
    pub(crate) fn program(&self, name: &str) -> PathBuf {
        if cfg!(windows) {
            self.folder.join("Scripts").join(format!("{name}.exe"))
        } else {
            self.folder.join("bin").join(name)
        }
    }

    /// Its pip.
    pub(crate) fn pip(&self) -> Command {
        let mut command = Command::new(self.python());
        command.args(["-m", "pip", "--disable-pip-version-check", "--quiet"]).current_dir(root());
        command
    }

    /// Builds of cargo and maturin with this Python. `PyO3` is built anew whenever these variables change, so all builds
    /// get the same: those that maturin would set. With them the extension does not link to libpython.
    pub(crate) fn apply<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command.env("PYO3_PYTHON", self.python()).env("PYO3_BUILD_EXTENSION_MODULE", "1")
    }

    fn works(&self) -> bool {
        measure(Command::new(self.python()).args(["-m", "pip", "--version"])).is_ok_and(|done| done.code == Some(0))
    }
}

/// The first Python that is new enough, and the arguments that choose it.
fn find() -> Result<(&'static str, &'static [&'static str])> {
    let candidates: [(&str, &[&str]); 3] = [("python3", &[]), ("python", &[]), ("py", &["-3"])];
    let mut seen = Vec::new();
    for (program, arguments) in candidates {
        let asked =
            measure(Command::new(program).args(arguments).args(["-c", "import sys; print(*sys.version_info[:2])"]));
        let Ok(asked) = asked else { continue };
        let Some(version) = version(&asked.stdout) else { continue };
        if version >= OLDEST {
            return Ok((program, arguments));
        }
        seen.push(format!("{program} is {}.{}", version.0, version.1));
    }
    let seen = if seen.is_empty() { "none was found".to_owned() } else { seen.join(", ") };
    bail!("Python {}.{} or newer is needed; {seen}", OLDEST.0, OLDEST.1)
}

/// `3 11` as printed by the interpreter.
fn version(text: &str) -> Option<(u32, u32)> {
    let (major, minor) = text.trim().split_once(' ')?;
    Some((major.parse().ok()?, minor.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::version;

    #[test]
    fn versions_compare_as_numbers() {
        assert_eq!(version("3 11\n"), Some((3, 11)));
        assert!(version("3 10") > version("3 9"));
        assert_eq!(version("Python was not found; run without arguments to install"), None);
    }
}
