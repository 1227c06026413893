//! `boundcheck new`

use std::fmt::Write;
use std::io::{self, IsTerminal, stderr, stdin};

use boundcheck_scaffold::{Choices, Mode, Plan, ScaffoldError, Tools, Written};

use crate::args::{NewArgs, ProjectMode};
use crate::error::Exit;
use crate::terminal::Terminal;

pub(crate) fn run(args: &NewArgs, terminal: &Terminal) -> Exit {
    let mut choices = Choices {
        folder: args.path.clone(),
        name: args.name.clone(),
        mode: args.mode.unwrap_or_default().into(),
        asynchronous: args.asynchronous,
        pyo3: args.versions.pyo3.clone(),
        python: args.versions.python.clone(),
    };
    // What is wrong is told before anything is asked.
    let mut plan = match Plan::new(&choices).and_then(|plan| plan.check_target().map(|_| plan)) {
        Ok(plan) => plan,
        Err(error) => return failed(&error, terminal),
    };
    if args.mode.is_none() && stdin().is_terminal() && stderr().is_terminal() {
        choices.mode = match ask() {
            Ok(Some(mode)) => mode,
            Ok(None) => return Exit::Interrupted,
            Err(error) => {
                terminal.error(&format!("the terminal cannot be asked: {error}"), Some("choose with --mode"));
                return Exit::Usage;
            }
        };
        plan = match Plan::new(&choices) {
            Ok(plan) => plan,
            Err(error) => return failed(&error, terminal),
        };
    }
    match plan.write() {
        Ok(written) => {
            tell_tools(&plan, written, terminal);
            let what = match choices.mode {
                Mode::Extension => "an extension module, which Python imports",
                Mode::Embedding => "a program that hosts Python",
                Mode::Both => "an extension module and a program that hosts Python, around one core",
            };
            let mut text = format!("created {}: {what} ({} files)\n", plan.folder(), plan.files().len());
            text.push_str(&next(&plan, plan.folder().as_str()));
            terminal.print(&text)
        }
        Err(error) => failed(&error, terminal),
    }
}

/// The mode that a person at a terminal chooses; `None` when they would rather not.
fn ask() -> io::Result<Option<Mode>> {
    let modes = [ProjectMode::Extension, ProjectMode::Embedding, ProjectMode::Both];
    let lines = modes.map(ProjectMode::explanation);
    let question = dialoguer::Select::new().with_prompt("Who starts whom?").items(lines).default(0);
    match question.interact_opt() {
        Ok(chosen) => Ok(chosen.and_then(|index| modes.get(index)).map(|mode| (*mode).into())),
        Err(dialoguer::Error::IO(error)) if error.kind() == io::ErrorKind::Interrupted => Ok(None),
        Err(dialoguer::Error::IO(error)) => Err(error),
    }
}

/// The commands that a person runs next, in a folder.
pub(super) fn next(plan: &Plan, folder: &str) -> String {
    let mut text = "\nnext:\n".to_owned();
    if folder != "." {
        let quote = if folder.contains(char::is_whitespace) { "\"" } else { "" };
        // `cd -name` would be an option.
        let folder = if folder.starts_with('-') { format!("./{folder}") } else { folder.to_owned() };
        let _ = writeln!(text, "  cd {quote}{folder}{quote}");
    }
    for command in plan.commands() {
        let _ = writeln!(text, "  {command}");
    }
    text
}

/// Says what on this machine keeps the project from building, or was not there for writing it.
pub(super) fn tell_tools(plan: &Plan, written: Written, terminal: &Terminal) {
    for complaint in Tools::find().complaints(plan.needs()) {
        terminal.note(&complaint);
    }
    if !written.formatted {
        terminal.note("no `rustfmt` is on the path: run `cargo fmt` once, lines may be broken differently");
    }
}

pub(super) fn failed(error: &ScaffoldError, terminal: &Terminal) -> Exit {
    // What a name holds must not steer the terminal.
    let shown = |letter: char| if letter.is_control() && letter != '\n' { char::REPLACEMENT_CHARACTER } else { letter };
    let message: String = error.to_string().chars().map(shown).collect();
    terminal.error(&message, error.help().as_deref());
    match error {
        ScaffoldError::Template { .. } => Exit::Internal,
        _ => Exit::Usage,
    }
}
