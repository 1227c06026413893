//! The life of the interpreter: what it knows before it starts, its start, and its end.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use pyo3::prelude::*;

use crate::error::HostError;
use crate::module::sea_level_host;

/// Runs `work` with a Python that lives as long as it.
///
/// At the end Python waits for its threads, runs what is registered with `atexit` and writes out its streams. A
/// process can do this once. Python leaves Ctrl-C to the program: it ends at once.
///
/// # Errors
/// [`HostError::StartedBefore`] the second time, [`HostError::OtherPython`] for a virtual environment of another
/// version, and what `work` returns.
pub(crate) fn with_python<R>(
    venv: Option<&Path>,
    work: impl FnOnce(Python<'_>) -> Result<R, HostError>,
) -> Result<R, HostError>
where
    R: Send + 'static,
{
    static STARTED: AtomicBool = AtomicBool::new(false);
    if STARTED.swap(true, Ordering::SeqCst) {
        return Err(HostError::StartedBefore);
    }
    // Before the start: afterwards the table of built-in modules is fixed.
    pyo3::append_to_inittab!(sea_level_host);
    let work = |py: Python<'_>| {
        if let Some(venv) = venv {
            enter(py, venv)?;
        }
        work(py)
    };
    // SAFETY: it runs once, as the flag above ensures, and no other code of this program starts Python. `HostError`
    // holds no object of Python, and every `Py` and `Bound` that `work` makes ends inside it.
    #[expect(
        unsafe_code,
        reason = "the only door that also shuts the interpreter down"
    )]
    unsafe {
        pyo3::with_embedded_python_interpreter(work)
    }
}

/// Makes the packages of a virtual environment importable: an embedded interpreter does not look for one.
fn enter(py: Python<'_>, venv: &Path) -> Result<(), HostError> {
    let version = py.version_info();
    let version = format!("{}.{}", version.major, version.minor);
    let packages = if cfg!(windows) {
        venv.join("Lib").join("site-packages")
    } else {
        venv.join("lib")
            .join(format!("python{version}"))
            .join("site-packages")
    };
    if !packages.is_dir() {
        return Err(HostError::OtherPython {
            venv: venv.to_owned(),
            version,
        });
    }
    let entered = || -> PyResult<()> {
        let sys = py.import("sys")?;
        sys.setattr("prefix", venv.as_os_str())?;
        sys.setattr("exec_prefix", venv.as_os_str())?;
        // Follows `.pth` files too, as the start of Python in the environment would.
        py.import("site")?
            .call_method1("addsitedir", (packages.as_os_str(),))?;
        Ok(())
    };
    entered().map_err(|error| HostError::raised(py, "entering the virtual environment", &error))
}
