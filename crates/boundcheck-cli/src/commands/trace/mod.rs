//! `boundcheck trace`

mod live;
mod places;

use std::env;
use std::ffi::OsStr;
use std::process::{Command, ExitStatus};

use boundcheck_model::Trace;
use boundcheck_report::{trace_folded, trace_html, trace_json, trace_text, trace_timeline};
use boundcheck_trace::{Options, Session, check_program};
use camino::{Utf8Path, Utf8PathBuf};

use crate::args::{TraceArgs, TraceFormat};
use crate::commands::trace::places::Project;
use crate::error::Exit;
use crate::interrupts;
use crate::terminal::Terminal;

pub(crate) fn run(args: &TraceArgs, terminal: &Terminal) -> Exit {
    let Some((program, arguments)) = args.command.split_first() else { return Exit::Usage };
    // A wrong path is told before a long run, not after it.
    let mut projects = Vec::new();
    for path in &args.project {
        match Project::load(path) {
            Ok(project) => projects.push(project),
            Err(error) => {
                terminal.error(&error.to_string(), error.help().as_deref());
                return error.exit();
            }
        }
    }
    let session = session(program, args, terminal);
    let mut command = Command::new(program);
    command.args(arguments);
    if let Some(session) = &session {
        command.envs(session.environment());
    }
    // Ctrl-C reaches the program too, which decides what comes of it; afterwards there is a report.
    let status = interrupts::left_to_the_program(|| match &session {
        Some(session) if args.live && live::is_seen() => live::shown(session, || command.status()),
        _ => command.status(),
    });
    let status = match status {
        Ok(status) => status,
        Err(error) => {
            let shown = program.to_string_lossy();
            terminal
                .error(&format!("cannot start `{shown}`: {error}"), Some("name a program on the path, or its file"));
            return Exit::Usage;
        }
    };
    let exit = Exit::Program(code(status));
    let Some(session) = session else { return exit };
    match session.finish() {
        Ok(mut trace) => {
            locate(&projects, &mut trace, terminal);
            deliver(&trace, args, terminal);
        }
        Err(error) => terminal.error(&error.to_string(), None),
    }
    exit
}

/// The recording, or a line that says why the program runs without.
fn session(program: &OsStr, args: &TraceArgs, terminal: &Terminal) -> Option<Session> {
    if let Some(reason) = find(program).and_then(|path| check_program(&path)) {
        terminal.note(&format!("`{}` runs unrecorded: {reason}", program.to_string_lossy()));
        return None;
    }
    match Session::start(&Options { only: args.only.clone(), ..Options::default() }) {
        Ok(session) => Some(session),
        Err(error) => {
            terminal.note(&format!("`{}` runs unrecorded: {error}", program.to_string_lossy()));
            None
        }
    }
}

/// The file of a program, as the system will find it.
fn find(program: &OsStr) -> Option<Utf8PathBuf> {
    let program = Utf8Path::new(program.to_str()?);
    if program.components().count() > 1 {
        return Some(program.to_owned());
    }
    let folders = env::var_os("PATH")?;
    let found = env::split_paths(&folders).map(|folder| folder.join(program)).find(|path| path.is_file())?;
    Utf8PathBuf::from_path_buf(found).ok()
}

/// Says where exports are, as far as the projects have them.
fn locate(projects: &[Project], trace: &mut Trace, terminal: &Terminal) {
    for project in projects {
        if project.locate(trace) == 0 && !trace.exports.is_empty() {
            terminal.note(&format!("no export that was called is one of the project {}", project.path()));
        }
    }
}

/// Writes all that was asked for. What cannot be written is told; the program's own exit code stays.
fn deliver(trace: &Trace, args: &TraceArgs, terminal: &Terminal) {
    let report = match args.format {
        TraceFormat::Json => trace_json(trace),
        TraceFormat::Text => {
            let table = trace_text(trace, Some(args.rows).filter(|rows| *rows > 0));
            if args.output.is_none() && terminal.color() {
                table
            } else {
                anstream::adapter::strip_str(&table).to_string()
            }
        }
    };
    match &args.output {
        Some(file) => save(file, &report, terminal),
        None => drop(terminal.print(&report)),
    }
    if let Some(file) = &args.html {
        save(file, &trace_html(trace), terminal);
    }
    if let Some(file) = &args.timeline {
        save(file, &trace_timeline(trace), terminal);
    }
    if let Some(file) = &args.folded {
        save(file, &trace_folded(trace), terminal);
    }
}

fn save(file: &Utf8Path, text: &str, terminal: &Terminal) {
    match fs_err::write(file, text) {
        Ok(()) => terminal.note(&format!("written: {file}")),
        Err(error) => terminal.error(&format!("{file}: cannot be written: {error}"), Some("name another file")),
    }
}

/// What the program's end is as an exit code: of a program that a signal ended, as shells tell it.
fn code(status: ExitStatus) -> u8 {
    #[cfg(unix)]
    if let Some(signal) = std::os::unix::process::ExitStatusExt::signal(&status) {
        return u8::try_from(128 + signal).unwrap_or(u8::MAX);
    }
    status.code().map_or(u8::MAX, |code| code.to_le_bytes()[0])
}
