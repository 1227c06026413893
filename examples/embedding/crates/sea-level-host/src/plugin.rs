//! Plugins: Python files with a function `transform(series)` that returns a series or numbers.

use std::fs;
use std::path::{Path, PathBuf};

use pyo3::exceptions::{PyAttributeError, PyTypeError};
use pyo3::prelude::*;

use crate::error::HostError;
use crate::module::Series;

/// A plugin that is loaded.
pub(crate) struct Plugin {
    /// The file's name, for messages.
    name: String,
    /// Kept beyond this attachment, so it is owned.
    transform: Py<PyAny>,
}

impl Plugin {
    /// Loads every Python file of a folder, in the order of their names. A name with `_` in front is no plugin.
    ///
    /// # Errors
    /// [`HostError::Read`], [`HostError::NoTransform`], and [`HostError::Raised`] for what the file raises when it
    /// runs.
    pub(crate) fn load_all(py: Python<'_>, folder: &Path) -> Result<Vec<Self>, HostError> {
        let files = python_files(folder).map_err(|source| HostError::read(folder, source))?;
        files.iter().map(|file| Self::load(py, file)).collect()
    }

    fn load(py: Python<'_>, file: &Path) -> Result<Self, HostError> {
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        let name = name.into_owned();
        let raised = |error| HostError::raised(py, plugin(&name), &error);
        let module = import(py, &format!("sea_level_plugin_{name}"), file).map_err(raised)?;
        match module.getattr("transform") {
            Ok(transform) => Ok(Self {
                name,
                transform: transform.unbind(),
            }),
            Err(error) if error.is_instance_of::<PyAttributeError>(py) => {
                Err(HostError::NoTransform { plugin: name })
            }
            Err(error) => Err(raised(error)),
        }
    }

    /// What the plugin makes of a series.
    ///
    /// # Errors
    /// [`HostError::Raised`], and [`HostError::NoMeasurements`] for a result that is no series.
    pub(crate) fn transform(
        &self,
        py: Python<'_>,
        series: sea_level_core::Series,
    ) -> Result<sea_level_core::Series, HostError> {
        let raised = |error| HostError::raised(py, plugin(&self.name), &error);
        let result = self.call(py, series).map_err(raised)?;
        if let Ok(series) = result.cast::<Series>() {
            return Ok(series.get().0.clone());
        }
        let values: Vec<f64> = match result.extract() {
            Ok(values) => values,
            Err(error) if PyErr::is_instance_of::<PyTypeError>(&error, py) => {
                return Err(self.no_measurements(error.value(py)));
            }
            Err(error) => return Err(raised(error)),
        };
        sea_level_core::Series::new(values).map_err(|error| self.no_measurements(&error))
    }

    fn call<'py>(
        &self,
        py: Python<'py>,
        series: sea_level_core::Series,
    ) -> PyResult<Bound<'py, PyAny>> {
        let result = self.transform.bind(py).call1((Series(series),))?;
        Ok(result)
    }

    fn no_measurements(&self, reason: &impl ToString) -> HostError {
        HostError::NoMeasurements {
            plugin: self.name.clone(),
            reason: reason.to_string(),
        }
    }
}

fn plugin(name: &str) -> String {
    format!("plugin {name}")
}

/// Runs a file as a module of that name, as `import` would: with its encoding, and its lines in stacks.
fn import<'py>(py: Python<'py>, name: &str, file: &Path) -> PyResult<Bound<'py, PyAny>> {
    let util = py.import("importlib.util")?;
    let spec = util.call_method1("spec_from_file_location", (name, file.as_os_str()))?;
    let module = util.call_method1("module_from_spec", (&spec,))?;
    spec.getattr("loader")?
        .call_method1("exec_module", (&module,))?;
    Ok(module)
}

fn python_files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let is_hidden = path
            .file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with('_'));
        if path.extension().is_some_and(|extension| extension == "py") && !is_hidden {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
