//! Tasks of this repository: `cargo xtask test`, `generated`, `ecosystem`, `oracle`, `bench`, `wheels`,
//! `projects`, `trace-accuracy`, `bench-trace`, `trace-suites`, `trace-findings`.
//!
//! Everything that a task downloads or builds goes below `target/xtask`.
#![allow(clippy::print_stdout, reason = "tasks talk to the person who runs them")]

mod bench;
mod callee;
mod ecosystem;
mod generated;
mod labels;
mod mir;
mod oracle;
mod packages;
mod process;
mod projects;
mod python;
mod report;
mod test;
mod trace_evidence;
mod wheels;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;

use crate::trace_evidence::{accuracy, bench as bench_trace, findings, suites};

/// Tasks of the boundcheck repository.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
enum Task {
    /// Runs every Rust and Python test, in a virtual environment of its own.
    Test,
    /// Rewrites everything that is generated and committed: rule list, rule pages, JSON Schema.
    Generated,
    /// Checks pinned real packages and writes docs/ecosystem.md.
    Ecosystem(ecosystem::Arguments),
    /// Compares callees with those of rustc and writes docs/oracle.md.
    Oracle(oracle::Arguments),
    /// Measures time and memory against `cargo check` and writes docs/benchmark.md.
    Bench(bench::Arguments),
    /// Builds and tests what `boundcheck new` writes, in every mode and version, and writes docs/new-projects.md.
    Projects(projects::Arguments),
    /// Audits pinned wheels beside abi3audit and auditwheel and writes docs/wheel-agreement.md.
    Wheels,
    /// Compares what `boundcheck trace` says with the clocks of the traced and writes docs/trace-accuracy.md.
    TraceAccuracy(accuracy::Arguments),
    /// Measures what `boundcheck trace` costs and writes docs/trace-overhead.md.
    BenchTrace(bench_trace::Arguments),
    /// Runs test suites and programs recorded and not, compares, and writes docs/trace-suites.md.
    TraceSuites(suites::Arguments),
    /// Records work of published wheels and writes docs/trace-findings.md.
    TraceFindings(findings::Arguments),
}

fn main() -> ExitCode {
    let outcome = match Task::parse() {
        Task::Test => test::run(),
        Task::Generated => generated::run(),
        Task::Ecosystem(arguments) => ecosystem::run(&arguments),
        Task::Oracle(arguments) => oracle::run(&arguments),
        Task::Bench(arguments) => bench::run(&arguments),
        Task::Projects(arguments) => projects::run(&arguments),
        Task::Wheels => wheels::run(),
        Task::TraceAccuracy(arguments) => accuracy::run(&arguments),
        Task::BenchTrace(arguments) => bench_trace::run(&arguments),
        Task::TraceSuites(arguments) => suites::run(&arguments),
        Task::TraceFindings(arguments) => findings::run(&arguments),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// The repository.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// Where tasks keep what they download and build.
fn work_folder() -> PathBuf {
    root().join("target").join("xtask")
}
