//! `cargo xtask bench`: time and memory of a cold check, against `cargo check` of the same project in the same run.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};
use clap::Args;
use fs_err as fs;

use crate::ecosystem::{build, fetch_completely, machine};
use crate::packages::Package;
use crate::process::{Measured, cargo, measure};
use crate::{root, work_folder};

const PROJECTS: [&str; 4] = ["tiktoken", "pydantic-core", "datafusion", "primp"];
/// Options of the benchmark.
#[derive(Args)]
pub(crate) struct Arguments {
    /// Projects to measure; all four when none is named.
    projects: Vec<String>,
    /// Leave `cargo check` out: only the figures of boundcheck are printed, and no document is written.
    #[arg(long)]
    no_cargo: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let binary = build()?;
    let mut names = PROJECTS.to_vec();
    names.retain(|name| arguments.projects.is_empty() || arguments.projects.iter().any(|wanted| wanted == name));
    let packages = fetch_completely(&names)?;
    let load = load();
    let mut rows = String::new();
    for package in &packages {
        let ours = check(&binary, package, &[])?;
        print!("{}: boundcheck {:.2} s, {:.0} MiB", package.name, ours.seconds, ours.peak_mib);
        if arguments.no_cargo {
            println!();
            continue;
        }
        let theirs = cargo_check(package)?;
        println!("; cargo check {:.1} s, {:.0} MiB", theirs.seconds, theirs.peak_mib);
        let _ = writeln!(
            rows,
            "| {} {} | {:.2} | {:.0} | {:.1} | {:.0} | 1/{:.0} | {:.2} |",
            package.name,
            package.version,
            ours.seconds,
            ours.peak_mib,
            theirs.seconds,
            theirs.peak_mib,
            theirs.seconds / ours.seconds,
            ours.peak_mib / theirs.peak_mib
        );
    }
    let mut without = String::new();
    if let Some(tiktoken) = packages.iter().find(|package| package.name == "tiktoken") {
        let ours = check(&binary, tiktoken, &["--deps=never"])?;
        without = format!("`--deps never` on tiktoken: {:.2} s, {:.0} MiB.", ours.seconds, ours.peak_mib);
        println!("{without}");
    }
    if arguments.no_cargo {
        return Ok(());
    }
    for left_out in PROJECTS.iter().filter(|name| !names.contains(name)) {
        let _ = writeln!(rows, "| {left_out} | not measured in this run | | | | | |");
    }
    let path = root().join("docs").join("benchmark.md");
    fs::write(&path, document(&rows, &without, &machine()?, &load))?;
    println!("wrote {}", path.display());
    Ok(())
}

/// A cold process.
fn check(binary: &Path, package: &Package, options: &[&str]) -> Result<Measured> {
    let done = measure(
        Command::new(binary)
            .args(["check", "--format=json", "--no-config", "--exit-zero"])
            .args(options)
            .arg(package.folder()),
    )?;
    if done.code != Some(0) {
        bail!("boundcheck failed on {}: {}", package.name, done.complaint());
    }
    Ok(done)
}

/// `cargo check` from clean, with the dependencies on disk.
fn cargo_check(package: &Package) -> Result<Measured> {
    let target = work_folder().join("bench").join(&package.name);
    if target.exists() {
        fs::remove_dir_all(&target)?;
    }
    let done = measure(
        cargo()
            .args(["check", "--offline", "--manifest-path"])
            .arg(package.manifest())
            .args(package.feature_arguments())
            .arg("--target-dir")
            .arg(&target),
    )?;
    fs::remove_dir_all(&target)?;
    if done.code != Some(0) {
        bail!("`cargo check` failed on {}: {}", package.name, done.complaint());
    }
    Ok(done)
}

/// How busy the machine was before the run, where the system says so.
fn load() -> String {
    let text = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let minute = text.split(' ').next().filter(|minute| !minute.is_empty());
    minute.map(|minute| format!(", load average {minute} before the run")).unwrap_or_default()
}

fn document(rows: &str, without: &str, machine: &str, load: &str) -> String {
    format!(
        "<!-- Written by `cargo xtask bench`. -->\n\
         # Time and memory\n\n\
         A cold process of the release build, dependencies on disk, against `cargo check` of the same project from clean in the\n\
         same run. The peak of `cargo check` is that of its largest process.\n\
         Measured on {machine}{load}.\n\n\
         | project | boundcheck s | peak MiB | cargo check s | peak MiB | time | memory |\n\
         |---|---|---|---|---|---|---|\n{rows}\n{without}\n"
    )
}
