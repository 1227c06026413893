//! Who waits for whom: against the waiters' own clocks.

use std::fmt::Write as _;

use anyhow::{Context, Result};
use serde_json::Value;

use super::Lab;
use super::rows::Clock;
use crate::trace_evidence::figures::{median, most, ms};
use crate::trace_evidence::record::{Trace, told};

/// How often each runs on each interpreter.
const REPETITIONS: usize = 5;

/// A comparison with what a waiter's own clock said.
struct Row {
    /// The argument of `contention.py`.
    scene: &'static str,
    what: &'static str,
    recorded: fn(&Trace) -> f64,
    /// By the waiters, in milliseconds.
    waited: fn(&Value, &Clock) -> f64,
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or(f64::NAN)
}

/// What the threads did not spend in the extension.
fn spent_waiting(told: &Value, clock: &Clock, function: &str) -> f64 {
    number(&told["clock"]["spent"]) - clock.ms(function)
}

/// Rows of one scene stand together: it runs once for all of them.
const ROWS: [Row; 8] = [
    Row {
        scene: "four-spin-attached",
        what: "4 threads × 10 × spin_attached(20): blocked threads",
        recorded: |trace| trace.export("spin_attached", "function").blocked_thread_ms,
        waited: |told, clock| spent_waiting(told, clock, "spin_attached"),
    },
    Row {
        scene: "four-spin-attached",
        what: "the same: waits of all threads",
        recorded: |trace| trace.threads.iter().map(|thread| thread.waited_ms).sum(),
        waited: |told, clock| spent_waiting(told, clock, "spin_attached"),
    },
    Row {
        scene: "four-sleep-attached",
        what: "4 × 10 × sleep_attached(20): blocked threads",
        recorded: |trace| trace.export("sleep_attached", "function").blocked_thread_ms,
        waited: |told, clock| spent_waiting(told, clock, "sleep_attached"),
    },
    Row {
        scene: "four-spin-detached",
        what: "4 × 10 × spin_detached(20): blocked threads",
        recorded: |trace| trace.export("spin_detached", "function").blocked_thread_ms,
        waited: |_, _| 0.0,
    },
    Row {
        scene: "heartbeat-attached",
        what: "1 × 10 × sleep_attached(50) beside a heartbeat: blocked wall time",
        recorded: |trace| trace.export("sleep_attached", "function").blocked_wall_ms,
        waited: |told, _| number(&told["clock"]["late"]),
    },
    Row {
        scene: "heartbeat-detached",
        what: "the same, sleep_detached(50)",
        recorded: |trace| trace.export("sleep_detached", "function").blocked_wall_ms,
        waited: |_, _| 0.0,
    },
    Row {
        scene: "victim",
        what: "sleep_detached(5) beside 10 × sleep_attached(30): wait to come back",
        recorded: |trace| trace.export("sleep_detached", "function").reattach_wait_ms,
        waited: |told, clock| spent_waiting(told, clock, "sleep_detached"),
    },
    Row {
        scene: "victim",
        what: "the same: blocked by sleep_attached",
        recorded: |trace| trace.export("sleep_attached", "function").blocked_thread_ms,
        waited: |told, clock| spent_waiting(told, clock, "sleep_detached"),
    },
];

/// Recorded and by the waiters' clocks.
type Pair = (f64, f64);

pub(super) fn section(lab: &Lab) -> Result<String> {
    let mut scenes: Vec<&str> = ROWS.iter().map(|row| row.scene).collect();
    scenes.dedup();
    let mut pairs: Vec<Vec<(usize, Pair)>> = ROWS.iter().map(|_| Vec::new()).collect();
    let mut beats = Vec::new();
    let mut violations = 0;
    for (setting, what) in lab.newest().iter().enumerate() {
        println!("=== contention: {}", what.name());
        lab.machine.alone(|| {
            for scene in (0..REPETITIONS).flat_map(|_| scenes.iter().copied()) {
                let recorded =
                    lab.boundcheck.record(&what.script("contention.py").arg(scene))?.well().context(scene)?;
                let told = told(&recorded.done)?;
                let clock = Clock::new(&told);
                for (row, pairs) in ROWS.iter().zip(&mut pairs).filter(|(row, _)| row.scene == scene) {
                    pairs.push((setting, ((row.recorded)(&recorded.trace), (row.waited)(&told, &clock))));
                }
                violations += usize::from(recorded.trace.attached_ms() > recorded.trace.wall_ms);
                if scene.starts_with("heartbeat") {
                    beats.push((scene, number(&told["clock"]["median"]), number(&told["clock"]["worst"])));
                }
            }
            Ok(())
        })?;
    }
    Ok(write(lab, &pairs, &beats, violations))
}

fn write(lab: &Lab, pairs: &[Vec<(usize, Pair)>], beats: &[(&str, f64, f64)], violations: usize) -> String {
    let mut text = format!(
        "\n## Who waits for whom\n\n*By the waiters* is what threads of the program measured themselves, in Python: the time \
         from when all were ready to their end, less what the extension measured inside of its functions; or by how much a \
         thread was late that wanted to run every millisecond. {REPETITIONS} runs on each of {} interpreters, extension \
         built with {}. The recorder charges only what happens while the export's own code holds the interpreter; waiting \
         while Python code ran between two calls, or while the interpreter was handed over and nobody had it, is in the waiters' \
         time alone.\n\n\
         | ms | by the waiters | recorded | error, median | error, worst | in |\n|---|---|---|---|---|---|\n",
        lab.newest().len(),
        lab.newest().first().map(|setting| setting.build.name()).unwrap_or_default(),
    );
    for (row, pairs) in ROWS.iter().zip(pairs) {
        let all = |value: fn(&Pair) -> f64| pairs.iter().map(|(_, pair)| value(pair)).collect::<Vec<_>>();
        let error = |pair: &Pair| pair.0 - pair.1;
        let Some((setting, worst)) =
            pairs.iter().max_by(|(_, one), (_, other)| error(one).abs().total_cmp(&error(other).abs()))
        else {
            continue;
        };
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} | {} | {} |",
            row.what,
            ms(median(&all(|pair| pair.1))),
            ms(median(&all(|pair| pair.0))),
            shown(median(&all(|pair| pair.0 - pair.1)), median(&all(|pair| pair.1))),
            shown(error(worst), worst.1),
            lab.newest().get(*setting).map(|setting| setting.interpreter.name()).unwrap_or_default()
        );
    }
    for (scene, words) in [("heartbeat-attached", "sleeps attached"), ("heartbeat-detached", "sleeps detached")] {
        let of = |value: fn(&(&str, f64, f64)) -> f64| {
            beats.iter().filter(|beat| beat.0 == scene).map(value).collect::<Vec<_>>()
        };
        let _ = write!(
            text,
            "{} the other thread {words}, a heartbeat is {} ms late in the median and {} ms at worst.",
            if scene == "heartbeat-attached" { "\nWhile" } else { " While" },
            ms(median(&of(|beat| beat.1))),
            ms(most(&of(|beat| beat.2)))
        );
    }
    let _ = writeln!(text, " Attached time of all threads together was above wall time in {violations} of these runs.");
    text
}

fn shown(error: f64, of: f64) -> String {
    let part = if of > 0.0 { format!(" ({:+.2} %)", error / of * 100.0) } else { String::new() };
    format!("{error:+.3}{part}")
}
