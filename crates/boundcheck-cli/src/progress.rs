//! What a person at a terminal sees while a check takes longer than a second.

use std::io::IsTerminal;
use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use boundcheck_engine::Progress;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// How long a run stays silent.
const PATIENCE: Duration = Duration::from_secs(1);

/// A line on standard error that is there from the second second to the end of the run.
pub(crate) struct ProgressLine {
    bar: ProgressBar,
    /// Dropped at the end, which wakes the thread that waits to show the line.
    end: Option<mpsc::Sender<()>>,
    shower: Option<thread::JoinHandle<()>>,
}

impl ProgressLine {
    /// `None` when nobody would see it: standard error is not a terminal.
    pub(crate) fn start(project: &str) -> Option<Self> {
        if !std::io::stderr().is_terminal() {
            return None;
        }
        let style = ProgressStyle::with_template("{spinner} {prefix}: {msg}").ok()?;
        let bar = ProgressBar::hidden().with_style(style).with_prefix(project.to_owned());
        let (end, ended) = mpsc::channel();
        let waiting = bar.clone();
        let shower = thread::spawn(move || {
            if ended.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                waiting.set_draw_target(ProgressDrawTarget::stderr());
                waiting.enable_steady_tick(Duration::from_millis(100));
            }
        });
        Some(Self { bar, end: Some(end), shower: Some(shower) })
    }

    /// What the engine calls with each step.
    pub(crate) fn listener(&self) -> Arc<dyn Fn(&Progress) + Send + Sync> {
        let bar = self.bar.clone();
        Arc::new(move |step| bar.set_message(describe(step)))
    }
}

impl Drop for ProgressLine {
    fn drop(&mut self) {
        drop(self.end.take());
        if let Some(shower) = self.shower.take() {
            let _ = shower.join();
        }
        self.bar.finish_and_clear();
    }
}

/// A step in words.
pub(crate) fn describe(step: &Progress) -> String {
    match step {
        Progress::Discovering => "finding manifests and dependencies".to_owned(),
        Progress::Reading(files) => format!("reading {files} files"),
        Progress::Resolving => "resolving names".to_owned(),
        Progress::Inferring(done, known) => format!("inferring types, {done} of {known} functions"),
    }
}
