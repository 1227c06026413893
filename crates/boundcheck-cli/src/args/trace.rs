//! `boundcheck trace` on the command line.

use std::ffi::OsString;

use camino::Utf8PathBuf;
use clap::{Args, ValueEnum};

#[derive(Debug, Args)]
#[command(after_help = TRACE_HELP)]
pub(crate) struct TraceArgs {
    /// Program that is or starts Python, and its arguments
    #[arg(value_name = "COMMAND", trailing_var_arg = true, required = true)]
    pub(crate) command: Vec<OsString>,

    /// How to write the report
    #[arg(long, default_value = "text", help_heading = "Output")]
    pub(crate) format: TraceFormat,

    /// Write the report into a file, so that standard output is the program's own
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    pub(crate) output: Option<Utf8PathBuf>,

    /// Also write a page with the table and a timeline to look into; it needs no network
    #[arg(long, value_name = "FILE", help_heading = "Output")]
    pub(crate) html: Option<Utf8PathBuf>,

    /// Also write a timeline for Perfetto, <https://ui.perfetto.dev>
    #[arg(long, value_name = "FILE", help_heading = "Output")]
    pub(crate) timeline: Option<Utf8PathBuf>,

    /// Also write folded stacks, for flame graphs
    #[arg(long, value_name = "FILE", help_heading = "Output")]
    pub(crate) folded: Option<Utf8PathBuf>,

    /// Exports in the table; 0 for all
    #[arg(long, value_name = "N", default_value_t = 20, help_heading = "Output")]
    pub(crate) rows: usize,

    /// Sources of an extension: its exports are shown with file and line; may be given several times
    #[arg(long, value_name = "PATH", help_heading = "Output")]
    pub(crate) project: Vec<Utf8PathBuf>,

    /// While the program runs, show a line with the longest hold so far, if standard error is a terminal
    #[arg(long, help_heading = "Output")]
    pub(crate) live: bool,

    /// Record only libraries whose file name begins so [default: every extension module but Python's own]
    #[arg(long, value_name = "NAME", value_delimiter = ',', help_heading = "Recording")]
    pub(crate) only: Vec<String>,
}

/// How the report of a run is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum TraceFormat {
    /// For people: a table, worst first
    Text,
    /// For programs: one object, with a published schema
    Json,
}

const TRACE_HELP: &str = "\
Examples:
  boundcheck trace -- python script.py                    who holds the interpreter, and for how long
  boundcheck trace -- python -m pytest tests              a whole test suite
  boundcheck trace --html run.html -- python script.py    with a timeline to look into
  boundcheck trace --only _core -- python script.py       one extension module
  boundcheck trace --project . -- python script.py        with the lines of the Rust functions
  boundcheck trace --format json -o run.json -- python script.py
  boundcheck check --trace run.json                       what the run says about findings

Nothing is rebuilt and nothing sampled: every call of an extension module is measured, at some tens of
nanoseconds. Children that are Python are recorded too. Linux with glibc, CPython 3.9 to 3.14.

The exit code is that of the program; 128 and the number of the signal when one ended it; 2 when it
cannot be started.";
