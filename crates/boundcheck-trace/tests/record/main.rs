//! The recorder in real interpreters: what it says against what the extension's own clocks say.
#![cfg(all(target_os = "linux", target_env = "gnu", any(target_arch = "x86_64", target_arch = "aarch64")))]
#![allow(clippy::unwrap_used, reason = "tests may fail loudly")]

mod accuracy;
mod c;
mod harness;
mod late;
mod loads;
mod processes;
mod threads;
mod unchanged;
