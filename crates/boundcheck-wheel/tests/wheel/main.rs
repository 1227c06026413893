//! Wheels through the door of the crate: bytes on disk go in, plain data comes out.
#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

mod archive;
mod compare;
mod foreign;
mod hostile;
#[cfg(target_os = "linux")]
mod objects;
mod zip;

use boundcheck_model::{FlawKind, Wheel};
use boundcheck_wheel::WheelError;
use camino::Utf8Path;

/// Writes bytes as a wheel of that name and reads it.
fn read(name: &str, bytes: &[u8]) -> Result<Wheel, WheelError> {
    let folder = tempfile::tempdir().unwrap();
    let path = Utf8Path::from_path(folder.path()).unwrap().join(name);
    std::fs::write(&path, bytes).unwrap();
    boundcheck_wheel::read(&path)
}

/// Kinds and members of what is wrong.
fn flaws(wheel: &Wheel) -> Vec<(FlawKind, &str)> {
    wheel.flaws.iter().map(|flaw| (flaw.kind, flaw.member.as_deref().unwrap_or_default())).collect()
}
