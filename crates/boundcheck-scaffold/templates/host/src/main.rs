//! `{{ name }}`: reads measurements, lets plugins in Python change them, and says how sure their mean is.

mod error;
mod interpreter;
mod module;
mod plugin;
mod venv;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use pyo3::prelude::*;

use {{ core }}::{Bootstrap, Series};

use crate::error::HostError;
use crate::plugin::Plugin;

/// Reads measurements, lets plugins change them, and says how sure their mean is.
#[derive(Parser)]
#[command(version)]
struct Options {
    /// A file with one number per line
    measurements: PathBuf,

    /// A folder of plugins: Python files with a function `transform`, run in the order of their names
    #[arg(long, value_name = "FOLDER")]
    plugins: Option<PathBuf>,

    /// A virtual environment whose packages plugins may import [default: the active one]
    #[arg(long, value_name = "FOLDER", env = "VIRTUAL_ENV")]
    venv: Option<PathBuf>,

    /// How often the measurements are drawn again
    #[arg(long, default_value_t = 10_000)]
    rounds: usize,
}

fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(report) => {
            println!("{report}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {}", error.report());
            ExitCode::FAILURE
        }
    }
}

/// Python runs for the plugins only: before and after, this is a plain Rust program.
fn run(options: &Options) -> Result<String, HostError> {
    let text = fs::read_to_string(&options.measurements)
        .map_err(|source| HostError::read(&options.measurements, source))?;
    let series = {{ core }}::parse(&text).map_err(|source| HostError::Measurements {
        path: options.measurements.clone(),
        source,
    })?;
    let series = match &options.plugins {
        Some(folder) => interpreter::with_python(options.venv.as_deref(), |py| {
            transform(py, series, folder)
        })?,
        None => series,
    };
    let interval = Bootstrap::new(&series, 0.95, options.rounds, 0)?.interval();
    let (count, mean) = (series.values().len(), series.mean());
    Ok(format!(
        "{count} values, mean {mean:.3}, with 95 % confidence between {:.3} and {:.3}",
        interval.low, interval.high
    ))
}

/// Gives the series to each plugin of the folder in turn.
fn transform(py: Python<'_>, series: Series, folder: &Path) -> Result<Series, HostError> {
    let plugins = Plugin::load_all(py, folder)?;
    plugins
        .iter()
        .try_fold(series, |series, plugin| plugin.transform(py, series))
}
