//! The packages that run recorded.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;
use fs_err as fs;

use super::interpreters::{Interpreter, of_version};
use super::quiet::undisturbing;
use super::record::folder;
use crate::process::{output, run};
use crate::root;

/// The version of Python they are installed for: the newest but one, for which all have wheels.
const VERSION: &str = "3.12";

/// A virtual environment with all packages of `xtask/requirements-trace.txt`.
pub(crate) struct Packages {
    folder: PathBuf,
    pub interpreter: Interpreter,
}

impl Packages {
    /// Installs them, unless they are.
    pub(crate) fn install() -> Result<Self> {
        let packages = Self { folder: folder()?.join("venv"), interpreter: of_version(VERSION)? };
        let list = root().join("xtask").join("requirements-trace.txt");
        let wanted = fs::read_to_string(&list)?;
        let stamp = packages.folder.join("installed.txt");
        if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
            return Ok(packages);
        }
        undisturbing(|| {
            run(Command::new(&packages.interpreter.path).args(["-m", "venv", "--clear"]).arg(&packages.folder))?;
            let pip =
                ["-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--only-binary", ":all:", "-r"];
            run(Command::new(packages.python()).args(pip).arg(&list))
        })?;
        fs::write(stamp, wanted)?;
        Ok(packages)
    }

    pub(crate) fn python(&self) -> PathBuf {
        self.program("python")
    }

    pub(crate) fn program(&self, name: &str) -> PathBuf {
        self.folder.join("bin").join(name)
    }

    /// The installed version of a package.
    pub(crate) fn version(&self, package: &str) -> Result<String> {
        let script = "import importlib.metadata, sys; print(importlib.metadata.version(sys.argv[1]))";
        Ok(output(Command::new(self.python()).args(["-c", script, package]))?.trim().to_owned())
    }

    /// The folder that packages are installed in.
    pub(crate) fn site_packages(&self) -> Result<PathBuf> {
        let script = "import sysconfig; print(sysconfig.get_path('platlib'))";
        Ok(PathBuf::from(output(Command::new(self.python()).args(["-c", script]))?.trim()))
    }
}
