//! A program as people write it.

use std::fmt::Write as _;

use anyhow::{Context, Result, ensure};
use fs_err as fs;

use crate::process::Measured;
use crate::trace_evidence::environment::Packages;
use crate::trace_evidence::figures::{grouped, least, median, most};
use crate::trace_evidence::quiet::Machine;
use crate::trace_evidence::record::{Boundcheck, Program, folder, told};

/// What recording may add, in percent.
const TARGET: f64 = 3.0;

/// How a program runs.
#[derive(Clone, Copy)]
enum Way {
    Alone,
    Recorded,
    Sampled,
}

const WAYS: [(Way, &str); 3] =
    [(Way::Alone, "alone"), (Way::Recorded, "`boundcheck trace`"), (Way::Sampled, "`py-spy record --rate 100`")];

/// Seconds of one way: of the whole command, of the work within, and of processors for the whole.
#[derive(Default)]
struct Seconds {
    whole: Vec<f64>,
    work: Vec<f64>,
    processor: Vec<f64>,
}

pub(super) fn section(boundcheck: &Boundcheck, machine: &Machine, rounds: usize) -> Result<String> {
    let packages = Packages::install()?;
    let program = Program::script(&packages.python(), "workload.py");
    let mut calls = 0;
    let mut exports = 0;
    let mut samples = 0;
    let mut seconds = WAYS.map(|_| Seconds::default());
    // A warm file cache, and bytecode on disk, for all of them.
    program.run()?;
    for round in 0..rounds {
        println!("=== workload, round {}", round + 1);
        machine.alone(|| {
            for turn in 0..WAYS.len() {
                let at = (round + turn) % WAYS.len();
                let done = match WAYS[at].0 {
                    Way::Alone => program.run()?,
                    Way::Recorded => {
                        let recorded = boundcheck.record(&program)?.well()?;
                        calls = recorded.trace.exports.iter().map(|export| export.calls).sum();
                        exports = recorded.trace.exports.len();
                        recorded.done
                    }
                    Way::Sampled => {
                        let (done, taken) = sample(&packages, &program)?;
                        samples = taken;
                        done
                    }
                };
                ensure!(done.code == Some(0), "the workload failed: {}", done.stderr);
                let work = told(&done)?["seconds"].as_f64().context("no time")?;
                if let Some(seconds) = seconds.get_mut(at) {
                    seconds.whole.push(done.seconds);
                    seconds.work.push(work);
                    seconds.processor.push(done.processor);
                }
            }
            Ok(())
        })?;
    }
    Ok(write(&packages, rounds, &seconds, calls, exports, samples))
}

/// Runs it under py-spy; how many samples that took.
fn sample(packages: &Packages, program: &Program) -> Result<(Measured, u64)> {
    let file = folder()?.join("py-spy.txt");
    let done = Program::new(packages.program("py-spy"))
        .args(["record", "--rate", "100", "--format", "raw", "--output"])
        .arg(&file)
        .arg("--")
        .then(program)
        .run()?;
    let stacks = fs::read_to_string(&file).with_context(|| format!("py-spy wrote nothing: {}", done.stderr))?;
    let counts = stacks.lines().filter_map(|line| line.rsplit_once(' ')?.1.parse::<u64>().ok());
    Ok((done, counts.sum()))
}

fn write(packages: &Packages, rounds: usize, seconds: &[Seconds], calls: u64, exports: usize, samples: u64) -> String {
    let mut text = format!(
        "\n## A program\n\n`xtask/trace/workload.py` on CPython {}: pydantic, orjson, polars, tiktoken, tokenizers, rpds-py, \
         cryptography and blake3 read, check, tabulate, tokenize, hash and encrypt 36 000 records. The recorder sees {} calls \
         of {exports} exports. {rounds} rounds, the three ways in turns, none first more often. *Whole* is the command with \
         start, imports and report; *work* is measured by the program between import and end; *processor* is the time that processors \
         worked for the whole, without what they waited. py-spy starts the program \
         itself and reads its memory from outside; it took {samples} samples in the last round.\n\n\
         | | whole, median s | least | added | work, median s | least | added | processor, median s | least | added |\n\
         |---|---|---|---|---|---|---|---|---|---|\n",
        packages.interpreter.version,
        grouped(calls)
    );
    let Some(alone) = seconds.first() else { return text };
    let added = |values: &[f64], base: &[f64], pick: fn(&[f64]) -> f64| (pick(values) / pick(base) - 1.0) * 100.0;
    for ((way, name), of) in WAYS.iter().zip(seconds) {
        let cell = |values: &[f64], base: &[f64]| {
            format!(
                "{:.3} | {:.3} | {:+.1} %, {:+.1} %",
                median(values),
                least(values),
                added(values, base, median),
                added(values, base, least)
            )
        };
        // py-spy does not always wait for the program that it starts, and so is not told what that used.
        let processor = match way {
            Way::Sampled => "– | – | –".to_owned(),
            Way::Alone | Way::Recorded => cell(&of.processor, &alone.processor),
        };
        let _ = writeln!(
            text,
            "| {name} | {} | {} | {processor} |",
            cell(&of.whole, &alone.whole),
            cell(&of.work, &alone.work)
        );
    }
    let Some(recorded) = seconds.get(1) else { return text };
    // Of one round, which ran one after the other: the machine's own pace changes from minute to minute.
    let pairs =
        |on: &[f64], off: &[f64]| on.iter().zip(off).map(|(on, off)| (on / off - 1.0) * 100.0).collect::<Vec<_>>();
    let (whole, work) = (pairs(&recorded.whole, &alone.whole), pairs(&recorded.work, &alone.work));
    let processor = pairs(&recorded.processor, &alone.processor);
    let estimates =
        [median(&whole), added(&recorded.whole, &alone.whole, median), added(&recorded.whole, &alone.whole, least)];
    let verdict = match (least(&estimates) <= TARGET, most(&estimates) <= TARGET) {
        (_, true) => "reached",
        (true, false) => "not decided: the estimates differ",
        (false, false) => "missed",
    };
    let _ = write!(
        text,
        "\n*Added* is by medians, then by the fastest. Recorded against alone within each round: {:+.1} % in the median, \
         from {:+.1} to {:+.1} %; of the work, {:+.1} %; of the processor's time, {:+.1} %. Alone it took from {:.2} to {:.2} s: this machine's pace varies by more \
         than what is measured here. To reach, {TARGET:.0} % of the whole: **{verdict}** (pairs, medians, fastest: {:+.1}, {:+.1}, \
         {:+.1} %).\n",
        median(&whole),
        least(&whole),
        most(&whole),
        median(&work),
        median(&processor),
        least(&alone.whole),
        most(&alone.whole),
        estimates[0],
        estimates[1],
        estimates[2]
    );
    text
}
