//! Where the reports go, looked at before a long run and written after it.

use boundcheck_model::Trace;
use boundcheck_report::{trace_folded, trace_html, trace_json, trace_text, trace_timeline};
use camino::{Utf8Path, Utf8PathBuf};

use crate::args::{TraceArgs, TraceFormat};
use crate::terminal::Terminal;

/// Why the reports cannot be written where they should, as far as that can be told before.
pub(super) fn problem(args: &TraceArgs) -> Option<String> {
    let files: Vec<&Utf8Path> = [&args.output, &args.html, &args.timeline, &args.folded]
        .into_iter()
        .flatten()
        .map(Utf8PathBuf::as_path)
        .collect();
    for (at, file) in files.iter().enumerate() {
        if file.is_dir() {
            return Some(format!("{file}: is a folder, not a file"));
        }
        let folder = file.parent().filter(|folder| !folder.as_str().is_empty());
        if folder.is_some_and(|folder| !folder.is_dir()) {
            return Some(format!("{file}: its folder does not exist"));
        }
        if files.iter().take(at).any(|other| other == file) {
            return Some(format!("{file}: two reports cannot go into one file"));
        }
    }
    None
}

/// Writes all that was asked for. What cannot be written is told; the program's own exit code stays.
pub(super) fn deliver(trace: &Trace, args: &TraceArgs, terminal: &Terminal) {
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
