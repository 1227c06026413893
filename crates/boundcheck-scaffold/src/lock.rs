//! What the lock file of a workspace says about a new member, before Cargo would.

use camino::Utf8Path;
use fs_err as fs;
use serde::Deserialize;

use crate::ScaffoldError;

#[derive(Deserialize)]
struct Lock {
    #[serde(default)]
    package: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    /// None for members of the workspace.
    source: Option<String>,
}

/// Refuses a member that Cargo could not resolve: of a name that is taken, or beside another `PyO3`, of which there
/// can be one (`links = "python"`). A lock file that is not there or not understood says nothing.
pub(crate) fn check(workspace: &Utf8Path, member: &str, pyo3: &str) -> Result<(), ScaffoldError> {
    let path = workspace.join("Cargo.lock");
    let Some(lock) = fs::read_to_string(&path).ok().and_then(|text| toml::from_str::<Lock>(&text).ok()) else {
        return Ok(());
    };
    let refuse = |reason: String| Err(ScaffoldError::Workspace { path: path.clone(), reason });
    for Package { name, version, source } in &lock.package {
        if name == member && source.is_none() {
            return refuse(format!("the workspace has a package `{member}` already: choose another name with --name"));
        }
        if name == "pyo3-ffi" && minor(version) != minor(pyo3) {
            return refuse(format!(
                "the workspace uses PyO3 {version}, and Cargo takes no second one: choose it with --pyo3 if boundcheck \
                 knows it, or move the workspace to {pyo3} first"
            ));
        }
    }
    Ok(())
}

/// `0.30` of `0.30.1`.
fn minor(version: &str) -> &str {
    version.rsplit_once('.').map_or(version, |(minor, _)| minor)
}
