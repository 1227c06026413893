//! The `boundcheck` command as a library.
//!
//! Two doors: [`run`] is the whole command, with its printing and exit codes; [`check`] is one check without any
//! printing, which the Python package calls too.

mod args;
mod commands;
mod config;
mod crash;
mod error;
pub mod interrupts;
mod markdown;
mod pipeline;
mod progress;
mod shown;
mod terminal;

use std::ffi::OsString;

use clap::Parser;

pub use boundcheck_engine::{Cancel, DependencyMode, LoadError, Progress};
pub use boundcheck_report::json;
pub use config::{Config, ConfigError, EffectRow, config_schema};
pub use crash::Crash;
pub use error::{CheckError, Exit};
pub use pipeline::{CheckRequest, Checked, ConfigSource, check};

use args::{Cli, Command};
use terminal::Terminal;

/// Runs the command with its arguments, the first of which is the name of the program. Prints; returns the exit code.
pub fn run(args: impl IntoIterator<Item = OsString>) -> u8 {
    run_until(args, &Cancel::default())
}

/// [`run`], which another thread can stop.
pub fn run_until(args: impl IntoIterator<Item = OsString>, cancel: &Cancel) -> u8 {
    let args: Vec<OsString> = args.into_iter().collect();
    reporting_crashes(|| dispatch(args, cancel).code())
}

/// Does `work`, which gives an exit code; a panic in it gives 70 and one message that says how to report it.
pub fn reporting_crashes(work: impl FnOnce() -> u8) -> u8 {
    crash::catch(work).unwrap_or_else(|crash| {
        Terminal::plain().error(&crash.to_string(), Some(&crash.help()));
        Exit::Internal.code()
    })
}

fn dispatch(args: Vec<OsString>, cancel: &Cancel) -> Exit {
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(message) => {
            // Help and version are "errors" too; a reader that went away is not one.
            let _ = message.print();
            return if message.use_stderr() { Exit::Usage } else { Exit::Clean };
        }
    };
    let terminal = Terminal::new(&cli.global);
    match &cli.command {
        Command::Check(args) => commands::check::run(args, &terminal, cancel),
        Command::Wheel(args) => commands::wheel::run(args, &terminal),
        Command::Trace(args) => commands::trace::run(args, &terminal),
        Command::New(args) => commands::new::run(args, &terminal),
        Command::Init(args) => commands::init::run(args, &terminal),
        Command::Rule(args) => commands::rule::run(args, &terminal),
        Command::Completions { shell } => commands::completions::run(*shell, &terminal),
    }
}
