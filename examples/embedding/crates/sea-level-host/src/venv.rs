//! Virtual environments: an embedded interpreter does not look for one by itself.

use std::fs;
use std::path::Path;

use pyo3::prelude::*;
use pyo3::types::PyList;

use crate::error::HostError;

/// Makes the packages of a virtual environment importable, in place of those of the Python it was made with, unless
/// its `pyvenv.cfg` includes them.
///
/// # Errors
/// [`HostError::Read`] when it is no virtual environment, [`HostError::OtherPython`] when it is one of another version.
pub(crate) fn enter(py: Python<'_>, venv: &Path) -> Result<(), HostError> {
    let settings = venv.join("pyvenv.cfg");
    let settings =
        fs::read_to_string(&settings).map_err(|source| HostError::read(&settings, source))?;
    let raised = |error| HostError::raised(py, "entering the virtual environment", &error);
    let name = python_name(py).map_err(raised)?;
    let (packages, program) = if cfg!(windows) {
        (
            venv.join("Lib").join("site-packages"),
            venv.join("Scripts").join("python.exe"),
        )
    } else {
        (
            venv.join("lib").join(&name).join("site-packages"),
            venv.join("bin").join("python"),
        )
    };
    if !packages.is_dir() {
        return Err(HostError::OtherPython {
            venv: venv.to_owned(),
            python: name,
        });
    }
    let is_alone = !settings.lines().any(|line| {
        let setting = line
            .split_once('=')
            .map(|(key, value)| (key.trim(), value.trim()));
        setting == Some(("include-system-site-packages", "true"))
    });
    let entered = || -> PyResult<()> {
        let (site, sys) = (py.import("site")?, py.import("sys")?);
        let path = sys.getattr("path")?.cast_into::<PyList>()?;
        if is_alone {
            for packages in site.call_method0("getsitepackages")?.try_iter()? {
                let packages = packages?;
                if path.contains(&packages)? {
                    path.call_method1("remove", (packages,))?;
                }
            }
        }
        sys.setattr("prefix", venv.as_os_str())?;
        sys.setattr("exec_prefix", venv.as_os_str())?;
        // Without it `multiprocessing` would start this program again and again.
        sys.setattr("executable", program.as_os_str())?;
        // Follows `.pth` files too, as the start of Python in the environment would. What it adds comes last, behind
        // what the base has.
        let before = path.len();
        site.call_method1("addsitedir", (packages.as_os_str(),))?;
        let added = path.get_slice(before, path.len());
        path.del_slice(before, path.len())?;
        let first_packages = path.iter().position(|folder| is_packages(&folder));
        let place = first_packages.unwrap_or(before);
        path.set_slice(place, place, added.as_any())
    };
    entered().map_err(raised)
}

/// The name of this Python in paths, as `python3.13` or `python3.14t`.
fn python_name(py: Python<'_>) -> PyResult<String> {
    let version = py.version_info();
    // Windows has none before 3.14.
    let flags: String = py
        .import("sys")?
        .getattr("abiflags")
        .and_then(|flags| flags.extract())
        .unwrap_or_default();
    let thread = if flags.contains('t') { "t" } else { "" };
    Ok(format!("python{}.{}{thread}", version.major, version.minor))
}

fn is_packages(folder: &Bound<'_, PyAny>) -> bool {
    let folder = folder.extract::<String>().unwrap_or_default();
    folder.ends_with("site-packages") || folder.ends_with("dist-packages")
}
