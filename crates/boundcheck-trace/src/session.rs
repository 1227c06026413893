//! A recorded run, from before its start to after its end.

use std::env;
use std::ffi::OsString;

use boundcheck_model::Trace;
use boundcheck_trace_format::{DIR_VARIABLE, OPTIONS_VARIABLE, option};
use camino::Utf8Path;

use crate::folder::Folder;
use crate::{Recorder, TraceError, read_folder};

/// What to record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Begins of file names of the libraries to record; empty for every extension that is not CPython's own.
    pub only: Vec<String>,
    /// Whether calls back into Python are taken off own attached time. Costs some nanoseconds for each.
    pub call_ins: bool,
    /// Measure from the extension's own calls to attach and detach, even where the interpreter's lock can be seen.
    pub api: bool,
    /// Take the interpreter for a free-threaded one, whose structures are not read: less is seen.
    pub no_lock: bool,
    /// How many stretches of time are kept for a timeline, in each process.
    pub spans: u64,
    /// The shortest of them, in microseconds.
    pub shortest_span_us: u64,
}

impl Default for Options {
    fn default() -> Self {
        Self { only: Vec::new(), call_ins: true, api: false, no_lock: false, spans: 100_000, shortest_span_us: 20 }
    }
}

/// A run that is being recorded.
#[derive(Debug)]
pub struct Session {
    folder: Folder,
    /// The library must stay on disk while processes start.
    recorder: Recorder,
    environment: Vec<(String, OsString)>,
}

impl Session {
    /// Prepares a run.
    ///
    /// # Errors
    /// When this platform has no recorder, or it or the recording have no place on disk.
    pub fn start(options: &Options) -> Result<Self, TraceError> {
        let recorder = Recorder::unpack()?;
        let folder = Folder::new()?;
        let mut preload = OsString::from(recorder.path().as_str());
        if let Some(others) = env::var_os("LD_PRELOAD").filter(|others| !others.is_empty()) {
            preload.push(":");
            preload.push(others);
        }
        let environment = vec![
            (DIR_VARIABLE.to_owned(), folder.path().as_str().into()),
            (OPTIONS_VARIABLE.to_owned(), options.encode().into()),
            ("LD_PRELOAD".to_owned(), preload),
        ];
        Ok(Self { folder, recorder, environment })
    }

    /// What to add to the environment of the command; its children inherit it.
    pub fn environment(&self) -> impl Iterator<Item = (&str, &OsString)> {
        self.environment.iter().map(|(name, value)| (name.as_str(), value))
    }

    /// The folder that processes write to.
    pub fn folder(&self) -> &Utf8Path {
        self.folder.path()
    }

    /// The library, for a process that loads it late: with all of the environment but `LD_PRELOAD`.
    pub fn recorder(&self) -> &Utf8Path {
        self.recorder.path()
    }

    /// What was recorded up to now, while the command runs.
    ///
    /// # Errors
    /// When the recording cannot be read.
    pub fn peek(&self) -> Result<Trace, TraceError> {
        read_folder(self.folder.path())
    }

    /// What was recorded. The command has ended; processes that it left behind are recorded up to now.
    ///
    /// # Errors
    /// When the recording cannot be read.
    pub fn finish(self) -> Result<Trace, TraceError> {
        let mut trace = self.peek()?;
        trace.problems.extend(without_end(&trace));
        Ok(trace)
    }
}

/// What is not known of processes that did not tell of their end, for a person.
fn without_end(trace: &Trace) -> Option<String> {
    let who = match trace.processes.iter().filter(|process| !process.complete).count() {
        0 => return None,
        1 => "one process did not tell of its end, as it was killed or goes on".to_owned(),
        many => format!("{many} processes did not tell of their end, as they were killed or go on"),
    };
    Some(format!("{who}: of calls that had not returned, only the number is known"))
}

impl Options {
    fn encode(&self) -> String {
        format!(
            "{}={};{}={};{}={};{}={};{}={};{}={}",
            option::ONLY,
            self.only.join(","),
            option::CALL_INS,
            u8::from(self.call_ins),
            option::API,
            u8::from(self.api),
            option::NO_LOCK,
            u8::from(self.no_lock),
            option::SPANS,
            self.spans,
            option::SPAN_US,
            self.shortest_span_us,
        )
    }
}
