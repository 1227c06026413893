//! Plugins: Python files with a function `transform(series)` that returns numbers.

use std::ffi::CString;
use std::fs;
use std::path::{Path, PathBuf};

use pyo3::exceptions::PyAttributeError;
use pyo3::prelude::*;

use crate::error::HostError;
use crate::module;

/// A plugin that is loaded.
pub(crate) struct Plugin {
    /// The file's name, for messages.
    name: String,
    /// Kept beyond this attachment, so it is owned.
    transform: Py<PyAny>,
}

impl Plugin {
    /// Loads every Python file of a folder, in the order of their names.
    ///
    /// # Errors
    /// [`HostError::Read`], [`HostError::NoTransform`], and [`HostError::Raised`] for what the file raises when it
    /// runs.
    pub(crate) fn load_all(py: Python<'_>, folder: &Path) -> Result<Vec<Self>, HostError> {
        let mut files = python_files(folder).map_err(|source| HostError::read(folder, source))?;
        files.sort();
        files.iter().map(|file| Self::load(py, file)).collect()
    }

    fn load(py: Python<'_>, file: &Path) -> Result<Self, HostError> {
        let code = fs::read_to_string(file).map_err(|source| HostError::read(file, source))?;
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        let name = name.into_owned();
        let loaded = || -> PyResult<_> {
            // With the file's real name, stacks show the lines of the plugin.
            let place = CString::new(file.to_string_lossy().as_bytes())?;
            let module = format!("sea_level_plugin_{name}");
            let module = CString::new(module)?;
            PyModule::from_code(py, &CString::new(code)?, &place, &module)
        };
        let module = loaded().map_err(|error| HostError::raised(py, plugin(&name), &error))?;
        match module.getattr("transform") {
            Ok(transform) => Ok(Self {
                name,
                transform: transform.unbind(),
            }),
            Err(error) if error.is_instance_of::<PyAttributeError>(py) => {
                Err(HostError::NoTransform { plugin: name })
            }
            Err(error) => Err(HostError::raised(py, plugin(&name), &error)),
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
        let result = self.call(py, series);
        let result = result.map_err(|error| HostError::raised(py, plugin(&self.name), &error))?;
        let values: Vec<f64> = result
            .extract()
            .map_err(|error: PyErr| self.no_measurements(error.value(py)))?;
        sea_level_core::Series::new(values).map_err(|error| self.no_measurements(&error))
    }

    fn call<'py>(
        &self,
        py: Python<'py>,
        series: sea_level_core::Series,
    ) -> PyResult<Bound<'py, PyAny>> {
        let result = self.transform.bind(py).call1((module::Series(series),))?;
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

fn python_files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "py") {
            files.push(path);
        }
    }
    Ok(files)
}
