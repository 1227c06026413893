//! The line that `--live` shows while the program runs.

use std::io::IsTerminal;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use boundcheck_model::Trace;
use boundcheck_trace::Session;
use indicatif::{ProgressBar, ProgressDrawTarget};

/// How often the line changes.
const EVERY: Duration = Duration::from_millis(500);

/// Whether somebody would see the line: standard error is a terminal.
pub(super) fn is_seen() -> bool {
    std::io::stderr().is_terminal()
}

/// Does `work` with a line on standard error that tells what was recorded so far.
pub(super) fn shown<T>(session: &Session, work: impl FnOnce() -> T) -> T {
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
    if let Ok(style) = indicatif::ProgressStyle::with_template("{wide_msg}") {
        bar.set_style(style);
    }
    let started = Instant::now();
    thread::scope(|scope| {
        // Dropped when the work is done, which ends the thread.
        let (end, ended) = mpsc::channel::<()>();
        let line = bar.clone();
        scope.spawn(move || {
            while ended.recv_timeout(EVERY) == Err(RecvTimeoutError::Timeout) {
                if let Ok(trace) = session.peek() {
                    line.set_message(in_words(&trace, started.elapsed()));
                    line.tick();
                }
            }
            line.finish_and_clear();
        });
        let result = work();
        drop(end);
        result
    })
}

/// What was recorded so far, on one line.
fn in_words(trace: &Trace, elapsed: Duration) -> String {
    let calls: u64 = trace.exports.iter().map(|export| export.calls).sum();
    let mut text = format!("tracing, {} s: {calls} calls", elapsed.as_secs());
    let worst = trace.exports.iter().max_by_key(|export| export.longest_hold_ns).filter(|worst| worst.calls > 0);
    if let Some(worst) = worst {
        let hold = boundcheck_report::trace_time(worst.longest_hold_ns);
        // The line is cut where the terminal ends: what tells exports apart comes first.
        let mut parts = worst.export.rsplitn(3, '.');
        let (last, before) = (parts.next().unwrap_or_default(), parts.next());
        let name = before.map_or(last.to_owned(), |before| format!("{before}.{last}"));
        text = format!("{text}; longest hold {hold}: {name}");
    }
    text
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use boundcheck_model::{Trace, TracedExport};

    use super::in_words;

    #[test]
    fn the_line_names_the_longest_hold() {
        assert_eq!(in_words(&Trace::default(), Duration::from_millis(600)), "tracing, 0 s: 0 calls");
        let export = |name: &str, calls, longest_hold_ns| TracedExport {
            export: name.to_owned(),
            calls,
            longest_hold_ns,
            ..TracedExport::default()
        };
        let exports = vec![export("demo.a", 3, 2_000_000), export("demo.b", 4, 254_000_000)];
        let trace = Trace { exports, ..Trace::default() };
        assert_eq!(in_words(&trace, Duration::from_secs(12)), "tracing, 12 s: 7 calls; longest hold 254 ms: demo.b");
    }
}
