//! The extension whose times are known, `fixtures/trace-target`, built in every way that matters.

use std::path::PathBuf;

use anyhow::Result;
use fs_err as fs;

use super::interpreters::Interpreter;
use super::quiet::undisturbing;
use super::record::folder;
use crate::process::{cargo, run};
use crate::root;

/// A way to build it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Build {
    /// The version of `PyO3`.
    pub pyo3: &'static str,
    /// With the stable ABI of 3.9, or for one version.
    pub is_abi3: bool,
}

/// The newest `PyO3`, and 0.26, the oldest that calls detaching `detach`: both abi3 and not.
pub(crate) const BUILDS: [Build; 4] = [
    Build { pyo3: "0.30.1", is_abi3: true },
    Build { pyo3: "0.30.1", is_abi3: false },
    Build { pyo3: "0.26.0", is_abi3: true },
    Build { pyo3: "0.26.0", is_abi3: false },
];

impl Build {
    /// As tables name it.
    pub(crate) fn name(self) -> String {
        format!("PyO3 {}, {}", self.pyo3, if self.is_abi3 { "abi3" } else { "version-specific" })
    }

    /// Builds it for an interpreter, and gives the folder to import it from.
    pub(crate) fn build(self, interpreter: &Interpreter) -> Result<PathBuf> {
        let project = self.project(interpreter)?;
        fs::create_dir_all(&project)?;
        let manifest = project.join("Cargo.toml");
        let text = self.manifest();
        if fs::read_to_string(&manifest).ok().as_ref() != Some(&text) {
            fs::write(&manifest, text)?;
        }
        undisturbing(|| {
            run(cargo()
                .args(["build", "--quiet", "--release", "--manifest-path"])
                .arg(&manifest)
                .env_remove("CARGO_TARGET_DIR")
                .env("PYO3_PYTHON", &interpreter.path)
                .env("PYO3_BUILD_EXTENSION_MODULE", "1"))
        })?;
        let place = self.place(interpreter)?;
        fs::create_dir_all(&place)?;
        let name = if self.is_abi3 { "trace_target.abi3.so" } else { "trace_target.so" };
        fs::copy(project.join("target/release/libtrace_target.so"), place.join(name))?;
        Ok(place)
    }

    /// The folder that [`Build::build`] gives.
    pub(crate) fn place(self, interpreter: &Interpreter) -> Result<PathBuf> {
        Ok(self.project(interpreter)?.join("lib"))
    }

    fn project(self, interpreter: &Interpreter) -> Result<PathBuf> {
        let kind = if self.is_abi3 { "abi3" } else { interpreter.minor() };
        Ok(folder()?.join("target").join(format!("{}-{kind}", self.pyo3)))
    }

    /// The fixture's manifest with another `PyO3`; exact versions, since there is no lock file.
    fn manifest(self) -> String {
        let source = root().join("fixtures").join("trace-target").join("src").join("lib.rs");
        let features = if self.is_abi3 { "\"extension-module\", \"abi3-py39\"" } else { "\"extension-module\"" };
        format!(
            "[package]\nname = \"trace-target\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n\
             [lib]\nname = \"trace_target\"\npath = \"{}\"\ncrate-type = [\"cdylib\"]\n\n\
             [dependencies]\npyo3 = {{ version = \"={}\", features = [{features}] }}\nrayon = \"=1.12.0\"\n\n\
             [profile.release]\ndebug = false\n\n[workspace]\n",
            source.display(),
            self.pyo3
        )
    }
}
