//! `boundcheck trace`

mod files;
mod live;
mod places;
mod signals;

use std::env;
use std::ffi::OsStr;
use std::process::{Command, ExitStatus};
use std::time::Instant;

use boundcheck_model::Trace;
use boundcheck_trace::{Options, Session, check_program};
use camino::{Utf8Path, Utf8PathBuf};

use crate::args::TraceArgs;
use crate::commands::trace::places::Project;
use crate::error::Exit;
use crate::interrupts;
use crate::terminal::Terminal;

pub(crate) fn run(args: &TraceArgs, terminal: &Terminal) -> Exit {
    let Some((program, arguments)) = args.command.split_first() else { return Exit::Usage };
    // What is wrong with paths is told before a long run, not after it.
    if let Some(problem) = files::problem(args) {
        terminal.error(&problem, Some("name another file"));
        return Exit::Usage;
    }
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
    let started = Instant::now();
    let status = interrupts::left_to_the_program(|| match &session {
        Some(session) if args.live && terminal.shows_progress() && live::is_seen() => {
            live::shown(session, || signals::run(&mut command))
        }
        _ => signals::run(&mut command),
    });
    let elapsed = u64::try_from(started.elapsed().as_nanos()).unwrap_or(u64::MAX);
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
            // A process that was killed tells of its last event, and not of its end.
            if trace.processes.iter().any(|process| !process.complete) {
                trace.wall_ns = trace.wall_ns.max(elapsed);
            }
            locate(&projects, &mut trace, terminal);
            files::deliver(&trace, args, terminal);
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
            terminal.error(&format!("`{}` runs unrecorded: {error}", program.to_string_lossy()), None);
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

/// What the program's end is as an exit code: of a program that a signal ended, as shells tell it.
fn code(status: ExitStatus) -> u8 {
    #[cfg(unix)]
    if let Some(signal) = std::os::unix::process::ExitStatusExt::signal(&status) {
        return u8::try_from(128 + signal).unwrap_or(u8::MAX);
    }
    status.code().map_or(u8::MAX, |code| code.to_le_bytes()[0])
}
