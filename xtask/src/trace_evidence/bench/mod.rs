//! `cargo xtask bench-trace`: what recording costs.

mod calls;
mod workload;

use anyhow::{Context, Result};
use clap::{Args, ValueEnum};
use fs_err as fs;

use crate::root;
use crate::trace_evidence::quiet::Machine;
use crate::trace_evidence::record::Boundcheck;

/// Options of the task.
#[derive(Args)]
pub(crate) struct Arguments {
    /// How often everything runs; the fastest of calls counts, and the middle of workloads.
    #[arg(long, default_value_t = 11)]
    rounds: usize,
    /// One part only; the other stays on the page as it is.
    #[arg(long)]
    only: Option<Part>,
}

/// A part of the page.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    /// Nanoseconds of one call.
    Calls,
    /// Seconds of a program.
    Workload,
}

const HEAD: &str = "<!-- Written by `cargo xtask bench-trace`. -->\n# What `boundcheck trace` costs\n\n\
                    To reach: 25 ns more for a call, and 3 % more for a real program.\n";
/// Where the second part begins.
const SECOND: &str = "\n## A program\n";

/// Measures and writes docs/trace-overhead.md.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let boundcheck = Boundcheck::build()?;
    let path = root().join("docs").join("trace-overhead.md");
    let section = |part| {
        let machine = Machine::default();
        let text = match part {
            Part::Calls => calls::section(&boundcheck, &machine, arguments.rounds),
            Part::Workload => workload::section(&boundcheck, &machine, arguments.rounds),
        };
        anyhow::Ok(format!("{}\nBuilt from commit {}. {}\n", text?, boundcheck.commit, machine.describe()?))
    };
    let present = || {
        let text = fs::read_to_string(&path)?;
        let text = text.strip_prefix(HEAD).context("the page has another beginning: run all of it")?;
        let (calls, program) = text.split_once(SECOND).context("the page lacks a part: run all of it")?;
        anyhow::Ok((calls.to_owned(), format!("{SECOND}{program}")))
    };
    let (calls, workload) = match arguments.only {
        None => (section(Part::Calls)?, section(Part::Workload)?),
        Some(Part::Calls) => (section(Part::Calls)?, present()?.1),
        Some(Part::Workload) => (present()?.0, section(Part::Workload)?),
    };
    fs::write(&path, format!("{HEAD}{calls}{workload}"))?;
    println!("wrote {}", path.display());
    Ok(())
}
