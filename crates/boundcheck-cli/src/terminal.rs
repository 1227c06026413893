//! Standard output and standard error, as the options want them.

use std::io::{ErrorKind, Write};

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};

use crate::args::GlobalArgs;
use crate::error::Exit;

const ERROR: Style = AnsiColor::Red.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();
const NOTE: Style = AnsiColor::Cyan.on_default().bold();

/// Where the command writes.
#[derive(Debug)]
pub(crate) struct Terminal {
    quiet: bool,
    verbose: bool,
}

#[allow(
    clippy::unused_self,
    reason = "what is said depends on the terminal, even where the crates below know it by themselves"
)]
impl Terminal {
    /// As the command line says. Sets the colour choice of the process.
    pub(crate) fn new(args: &GlobalArgs) -> Self {
        args.color.choice().write_global();
        Self { quiet: args.quiet, verbose: args.verbose }
    }

    /// Before the command line is known.
    pub(crate) fn plain() -> Self {
        Self { quiet: false, verbose: false }
    }

    /// Whether standard output takes colour.
    pub(crate) fn color(&self) -> bool {
        AutoStream::choice(&std::io::stdout()) != ColorChoice::Never
    }

    /// Whether progress is wanted, should standard error be a terminal.
    pub(crate) fn shows_progress(&self) -> bool {
        !self.quiet
    }

    /// Writes to standard output. A reader that went away, as in `boundcheck … | head`, is no error; a full disk is.
    pub(crate) fn print(&self, text: &str) -> Exit {
        let mut stdout = anstream::stdout().lock();
        match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                self.error(&format!("cannot write to standard output: {error}"), None);
                Exit::Usage
            }
            _ => Exit::Clean,
        }
    }

    /// Says what went wrong and what to do.
    pub(crate) fn error(&self, message: &str, help: Option<&str>) {
        self.say(ERROR, "error", message);
        if let Some(help) = help {
            self.say(NOTE, "help", help);
        }
    }

    /// Says what is most likely not what the user wanted, though the run goes on; unless it is to be quiet.
    pub(crate) fn warning(&self, message: &str) {
        if !self.quiet {
            self.say(WARNING, "warning", message);
        }
    }

    /// Says something that the user asked for and did not get on standard output, unless it is to be quiet.
    pub(crate) fn note(&self, message: &str) {
        if !self.quiet {
            self.say(NOTE, "note", message);
        }
    }

    /// Says something for those who asked for more.
    pub(crate) fn detail(&self, message: &str) {
        if self.verbose {
            self.say(NOTE, "note", message);
        }
    }

    fn say(&self, style: Style, word: &str, message: &str) {
        let _ = writeln!(anstream::stderr(), "{style}{word}{style:#}: {message}");
    }
}
