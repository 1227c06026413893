//! One call of each shape.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::{Context, Result, ensure};

use crate::process::Measured;
use crate::trace_evidence::figures::least;
use crate::trace_evidence::interpreters::{self, Interpreter};
use crate::trace_evidence::quiet::Machine;
use crate::trace_evidence::record::{Boundcheck, Program, told};
use crate::trace_evidence::target::BUILDS;

/// What an export may cost.
const TARGET: f64 = 25.0;

/// Names in `calls.py`, what they are, and whether one call of an export is what costs.
const SHAPES: [(&str, &str, bool); 9] = [
    ("tiny(5)", "function, one argument", true),
    ("nothing()", "function, no arguments", true),
    ("kw(5, more=2)", "function, keyword", true),
    ("x.method(5)", "method", true),
    ("x[3]", "`__getitem__`", true),
    ("x.size", "getter", true),
    ("next", "`__next__`, in `for`", true),
    ("callback", "Rust calls `int()`", false),
    ("detach", "detach and attach", false),
];

/// Who looks on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Watch {
    Nobody,
    Recorder,
    Monitoring,
    SetProfile,
}

const WATCHES: [Watch; 4] = [Watch::Nobody, Watch::Recorder, Watch::Monitoring, Watch::SetProfile];

/// The fastest of each shape, for each who looks on.
type Fastest = BTreeMap<(Watch, &'static str), Vec<f64>>;

pub(super) fn section(boundcheck: &Boundcheck, machine: &Machine, rounds: usize) -> Result<String> {
    let interpreters = interpreters::all()?;
    // For one version: with the stable ABI of 3.9, calls themselves cost more, since arguments come in a tuple.
    let build = BUILDS[1];
    let mut text = format!(
        "\n## One call\n\nNanoseconds of one turn of a loop that does nothing but call, the loop included: the least of \
         {rounds} processes, each of which takes the least of 5 rounds of 100 000. The processes of all columns take turns. \
         The extension is `fixtures/trace-target`, {}. *Added* is what recording adds. `sys.monitoring` has callbacks for \
         `CALL` and `C_RETURN` that do nothing, `sys.setprofile` one function that does nothing; neither sees the \
         calls behind `x[3]`, `x.size`, `next`, or those that Rust makes.\n",
        build.name()
    );
    let (mut hits, mut all, mut worst, mut clock) = (0, 0, (0.0, String::new()), f64::MAX);
    for interpreter in &interpreters {
        println!("=== calls: {}", interpreter.name());
        let extension = build.build(interpreter)?;
        let program =
            |how: &str| Program::script(&interpreter.path, "calls.py").arg(how).env("TRACE_TARGET", &extension);
        let fastest = machine.alone(|| measure(boundcheck, interpreter, rounds, &program))?;
        let ns = |watch, shape| fastest.get(&(watch, shape)).map_or(f64::NAN, |values| least(values));
        let _ = write!(
            text,
            "\n{} (an empty turn of the loop: {:.1} ns; reading the clock once: {:.1} ns):\n\n\
             | | not recorded | recorded | added | `sys.monitoring` | `sys.setprofile` |\n|---|---|---|---|---|---|\n",
            interpreter.name(),
            ns(Watch::Nobody, "loop"),
            ns(Watch::Nobody, "clock")
        );
        clock = clock.min(ns(Watch::Nobody, "clock"));
        for (shape, what, is_export) in SHAPES {
            let (off, on) = (ns(Watch::Nobody, shape), ns(Watch::Recorder, shape));
            let added = on - off;
            if is_export {
                all += 1;
                hits += u32::from(added <= TARGET);
                if added > worst.0 {
                    worst = (added, format!("{what} on {}", interpreter.name()));
                }
            }
            let other = |watch| {
                let value = ns(watch, shape);
                if value.is_nan() { "–".to_owned() } else { format!("{value:.1}") }
            };
            let _ = writeln!(
                text,
                "| {what} | {off:.1} | {on:.1} | {added:+.1} | {} | {} |",
                other(Watch::Monitoring),
                other(Watch::SetProfile)
            );
        }
    }
    let verdict = if hits == all { "reached" } else { "missed" };
    let _ = write!(
        text,
        "\nTo reach, {TARGET:.0} ns for a call of an export (all but the last two lines): **{verdict}**, within it are {hits} \
         of {all}; the most is {:.1} ns, {}. The recorder reads the processor's counter twice for each call, before and after, and on this \
         machine each reading costs {clock:.1} ns: {:.1} ns of what is added. What a call costs is taken off the recorded times.\n",
        worst.0,
        worst.1,
        2.0 * clock
    );
    Ok(text)
}

/// Runs all in turns.
fn measure(
    boundcheck: &Boundcheck,
    interpreter: &Interpreter,
    rounds: usize,
    program: &dyn Fn(&str) -> Program,
) -> Result<Fastest> {
    let mut fastest = Fastest::new();
    for round in 0..rounds {
        for turn in 0..WATCHES.len() {
            // Not always the same one first.
            let watch = WATCHES[(round + turn) % WATCHES.len()];
            let Some(done) = run(boundcheck, interpreter, watch, program)? else { continue };
            ensure!(done.code == Some(0), "calls.py failed: {}", done.stderr);
            let told = told(&done)?;
            for shape in SHAPES.iter().map(|shape| shape.0).chain(["loop", "clock"]) {
                let time = told[shape].as_f64().with_context(|| format!("no time of {shape}"))?;
                fastest.entry((watch, shape)).or_default().push(time);
            }
        }
    }
    Ok(fastest)
}

/// One process; none where the interpreter has no such thing.
fn run(
    boundcheck: &Boundcheck,
    interpreter: &Interpreter,
    watch: Watch,
    program: &dyn Fn(&str) -> Program,
) -> Result<Option<Measured>> {
    let has_monitoring = !["3.9", "3.10", "3.11"].contains(&interpreter.minor());
    Ok(match watch {
        Watch::Nobody => Some(program("plain").run()?),
        Watch::Recorder => Some(boundcheck.record(&program("plain"))?.well()?.done),
        Watch::Monitoring if has_monitoring => Some(program("monitoring").run()?),
        Watch::Monitoring => None,
        Watch::SetProfile => Some(program("setprofile").run()?),
    })
}
