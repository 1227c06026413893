//! New texts from a folder that another program fills.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::thread;
use std::time::Duration;

use pyo3::prelude::*;

/// Waits until a text lies in `folder` and returns it.
#[pyfunction]
pub fn subscribe(folder: PathBuf) -> PyResult<String> {
    let path = wait_for_text(&folder)?;
    Ok(fs::read_to_string(path)?)
}

fn wait_for_text(folder: &Path) -> PyResult<PathBuf> {
    loop {
        if let Some(path) = newest(folder)? {
            return Ok(path);
        }
        pause();
    }
}

fn newest(folder: &Path) -> PyResult<Option<PathBuf>> {
    Ok(fs::read_dir(folder)?.next().transpose()?.map(|entry| entry.path()))
}

fn pause() {
    thread::sleep(Duration::from_secs_f64(*interval()));
}

/// Seconds between two looks: `textshelf_settings.INTERVAL`, or one second.
fn interval() -> &'static f64 {
    static INTERVAL: OnceLock<f64> = OnceLock::new();
    INTERVAL.get_or_init(|| {
        Python::attach(|py| {
            let settings = py.import("textshelf_settings")?;
            settings.getattr("INTERVAL")?.extract()
        })
        .unwrap_or(1.0)
    })
}
