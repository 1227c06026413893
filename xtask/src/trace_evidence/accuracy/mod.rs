//! `cargo xtask trace-accuracy`: recorded times against the clocks of who spent them.

mod contention;
mod counts;
mod page;
mod rows;
mod stress;
mod times;

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use fs_err as fs;

use crate::root;
use crate::trace_evidence::interpreters::{self, Interpreter};
use crate::trace_evidence::quiet::Machine;
use crate::trace_evidence::record::{Boundcheck, Program};
use crate::trace_evidence::target::{BUILDS, Build};

/// Options of the task.
#[derive(Args)]
pub(crate) struct Arguments {
    /// How often each script with known times runs, on each interpreter and build.
    #[arg(long, default_value_t = 10)]
    repetitions: usize,
    /// Only interpreters of this version, and print the page instead of writing it.
    #[arg(long)]
    python: Option<String>,
}

/// An interpreter, and the extension built for it.
pub(super) struct Setting {
    pub interpreter: Interpreter,
    pub build: Build,
    /// The folder with the extension.
    pub extension: PathBuf,
}

/// What all parts need.
pub(super) struct Lab {
    pub boundcheck: Boundcheck,
    pub machine: Machine,
    pub settings: Vec<Setting>,
    pub interpreters: usize,
    pub repetitions: usize,
}

/// Measures everything and writes docs/trace-accuracy.md.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let boundcheck = Boundcheck::build()?;
    let mut interpreters = interpreters::all()?;
    interpreters.retain(|one| arguments.python.as_ref().is_none_or(|python| one.minor() == python));
    let settings = settings(&interpreters)?;
    let lab = Lab {
        boundcheck,
        machine: Machine::default(),
        settings,
        interpreters: interpreters.len(),
        repetitions: arguments.repetitions,
    };
    let text = page::page(&lab)?;
    if arguments.python.is_some() {
        println!("{text}");
        return Ok(());
    }
    let path = root().join("docs").join("trace-accuracy.md");
    fs::write(&path, text)?;
    println!("wrote {}", path.display());
    Ok(())
}

/// Every build for every interpreter; with the stable ABI it is built once, by the oldest.
fn settings(interpreters: &[Interpreter]) -> Result<Vec<Setting>> {
    let mut settings = Vec::new();
    for build in BUILDS {
        for (index, interpreter) in interpreters.iter().enumerate() {
            let builder = if build.is_abi3 { interpreters.first().unwrap_or(interpreter) } else { interpreter };
            // Two interpreters of one version share what was built for the first.
            let is_built = index > 0
                && (build.is_abi3 || interpreters.get(index - 1).is_some_and(|one| one.minor() == interpreter.minor()));
            let extension = if is_built { build.place(builder)? } else { build.build(builder)? };
            settings.push(Setting { interpreter: interpreter.clone(), build, extension });
        }
    }
    Ok(settings)
}

impl Setting {
    /// A script of `xtask/trace`, with its arguments and the extension.
    pub(super) fn script(&self, words: &str) -> Program {
        let (name, arguments) = words.split_once(' ').map_or((words, None), |(name, one)| (name, Some(one)));
        // A backtrace costs milliseconds, inside of the call.
        Program::script(&self.interpreter.path, name)
            .env("TRACE_TARGET", &self.extension)
            .env("RUST_BACKTRACE", "0")
            .args(arguments)
    }

    pub(super) fn name(&self) -> String {
        format!("{}, {}", self.interpreter.name(), self.build.name())
    }
}

impl Lab {
    /// One for each interpreter: the newest `PyO3` with the stable ABI.
    pub(super) fn newest(&self) -> &[Setting] {
        self.settings.get(..self.interpreters).unwrap_or(&self.settings)
    }
}
