//! The table of versions, `versions.toml`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{Needs, ScaffoldError};

const TABLE: &str = include_str!("../versions.toml");

/// Every version that a new project can be given.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Versions {
    /// Which Python.
    pub(crate) python: Pythons,
    /// Which `PyO3`, newest first.
    pub(crate) pyo3: Vec<PyO3>,
    /// Other crates, by name.
    pub(crate) crates: BTreeMap<String, String>,
    /// Packages of Python, by name.
    pub(crate) packages: BTreeMap<String, String>,
    /// Actions of GitHub, by name.
    pub(crate) actions: BTreeMap<String, Action>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Pythons {
    /// Oldest first.
    pub(crate) known: Vec<String>,
    pub(crate) default: String,
    pub(crate) newest: String,
}

/// One version of `PyO3` with what goes with it.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PyO3 {
    pub(crate) version: String,
    pub(crate) numpy: String,
    pub(crate) async_runtimes: String,
    pub(crate) rust: String,
    pub(crate) newest_python: String,
}

/// An action, pinned.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Action {
    pub(crate) commit: String,
    pub(crate) version: String,
}

impl Versions {
    /// The table that boundcheck was built with.
    ///
    /// # Errors
    /// [`ScaffoldError::Template`] when it is broken.
    pub(crate) fn load() -> Result<Self, ScaffoldError> {
        toml::from_str(TABLE).map_err(|error| ScaffoldError::template("versions.toml", error.to_string()))
    }

    /// The versions that were asked for: `PyO3` as `0.30` or `0.30.1`, without a wish the newest; the oldest Python to
    /// serve as `3.11`, without a wish the oldest that is maintained.
    pub(crate) fn choose(&self, pyo3: Option<&str>, python: Option<&str>) -> Result<Choice<'_>, ScaffoldError> {
        let pyo3 = self.choose_pyo3(pyo3)?;
        Ok(Choice { pyo3, python: self.choose_python(python, pyo3)? })
    }

    /// The Python that pipelines build and test with: the newest that all packages have, unless the floor is above.
    pub(crate) fn newest_python<'v>(&'v self, floor: &'v str) -> &'v str {
        if self.is_from(floor, &self.python.newest) { floor } else { &self.python.newest }
    }

    /// Whether a version of Python is another or newer.
    pub(crate) fn is_from(&self, version: &str, other: &str) -> bool {
        let position = |version: &str| self.python.known.iter().position(|known| known == version);
        position(version) >= position(other)
    }

    fn choose_pyo3(&self, asked: Option<&str>) -> Result<&PyO3, ScaffoldError> {
        let fits = |pyo3: &&PyO3| match asked {
            None => true,
            Some(asked) => {
                pyo3.version == asked || pyo3.version.rsplit_once('.').is_some_and(|(minor, _)| minor == asked)
            }
        };
        self.pyo3.iter().find(fits).ok_or_else(|| ScaffoldError::UnknownVersion {
            what: "PyO3",
            asked: asked.unwrap_or_default().to_owned(),
            known: self.pyo3.iter().map(|pyo3| pyo3.version.clone()).collect(),
        })
    }

    fn choose_python(&self, asked: Option<&str>, pyo3: &PyO3) -> Result<&str, ScaffoldError> {
        let asked = asked.unwrap_or(&self.python.default);
        let position = |version: &str| self.python.known.iter().position(|known| known == version);
        match (position(asked), position(&pyo3.newest_python)) {
            (None, _) => Err(ScaffoldError::UnknownVersion {
                what: "Python",
                asked: asked.to_owned(),
                known: self.python.known.clone(),
            }),
            (Some(at), Some(newest)) if at > newest => Err(ScaffoldError::PythonTooNew {
                pyo3: pyo3.version.clone(),
                python: asked.to_owned(),
                newest: pyo3.newest_python.clone(),
            }),
            (Some(at), _) => Ok(&self.python.known[at]),
        }
    }
}

/// The versions of one project.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Choice<'v> {
    pub(crate) pyo3: &'v PyO3,
    /// The oldest Python to serve.
    pub(crate) python: &'v str,
}

impl Choice<'_> {
    pub(crate) fn needs(&self) -> Needs {
        Needs { rust: self.pyo3.rust.clone(), python: self.python.to_owned() }
    }
}
