//! `cargo xtask bench-trace`: what recording costs.

mod calls;
mod workload;

use anyhow::Result;
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
    /// One part only, printed instead of written.
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

/// Measures and writes docs/trace-overhead.md.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let boundcheck = Boundcheck::build()?;
    let machine = Machine::default();
    let section = |part| match part {
        Part::Calls => calls::section(&boundcheck, &machine, arguments.rounds),
        Part::Workload => workload::section(&boundcheck, &machine, arguments.rounds),
    };
    if let Some(part) = arguments.only {
        println!("{}\n{}", section(part)?, machine.describe()?);
        return Ok(());
    }
    let (calls, workload) = (section(Part::Calls)?, section(Part::Workload)?);
    let text = format!(
        "<!-- Written by `cargo xtask bench-trace`. -->\n# What `boundcheck trace` costs\n\n\
         To reach: 25 ns more for a call, and 3 % more for a real program. Built from commit {}. {}\n{calls}{workload}",
        boundcheck.commit,
        machine.describe()?
    );
    let path = root().join("docs").join("trace-overhead.md");
    fs::write(&path, text)?;
    println!("wrote {}", path.display());
    Ok(())
}
