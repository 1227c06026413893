//! Known times: every row, on every interpreter and build, again and again.

use std::fmt::Write as _;

use anyhow::{Context, Result};

use super::Lab;
use super::rows::{Clock, ROWS, Row, SCRIPTS};
use crate::trace_evidence::figures::{median, most, ms};
use crate::trace_evidence::record::told;

/// What may differ: a part of the time, or some milliseconds.
const PART: f64 = 0.01;
const MILLISECONDS: f64 = 0.3;

/// How many comparisons beyond the bound are listed.
const SHOWN: usize = 40;

/// One comparison in one run.
pub(super) struct Sample {
    /// Positions in [`Lab::settings`] and [`ROWS`].
    setting: usize,
    row: usize,
    repetition: usize,
    recorded: f64,
    expected: f64,
}

impl Sample {
    fn error(&self) -> f64 {
        self.recorded - self.expected
    }

    fn is_within(&self) -> bool {
        self.error().abs() <= (self.expected * PART).max(MILLISECONDS)
    }

    /// The error in milliseconds, and as a part of what was expected.
    fn shown(&self) -> String {
        let part = if self.expected > 0.0 {
            format!(" ({:+.2} %)", self.error() / self.expected * 100.0)
        } else {
            String::new()
        };
        format!("{:+.3}{part}", self.error())
    }
}

/// Runs everything.
pub(super) fn samples(lab: &Lab) -> Result<Vec<Sample>> {
    let mut samples = Vec::new();
    for (setting, what) in lab.settings.iter().enumerate() {
        println!("=== known times: {}", what.name());
        lab.machine.alone(|| {
            for repetition in 0..lab.repetitions {
                for script in SCRIPTS {
                    let recorded = lab.boundcheck.record(&what.script(script))?.well().context(script)?;
                    let clock = Clock::new(&told(&recorded.done)?);
                    for (row, compared) in ROWS.iter().enumerate().filter(|(_, row)| row.script == script) {
                        let (recorded, expected) = ((compared.recorded)(&recorded.trace), (compared.expected)(&clock));
                        samples.push(Sample { setting, row, repetition, recorded, expected });
                    }
                }
            }
            Ok(())
        })?;
    }
    Ok(samples)
}

/// One paragraph and the tables.
pub(super) fn section(lab: &Lab, samples: &[Sample]) -> String {
    let within = samples.iter().filter(|sample| sample.is_within()).count();
    let mut text = format!(
        "\n## Known times\n\nEach of {} comparisons was made {} times in each of {} settings: interpreters × builds of the \
         extension. *Expected* is what the extension's own clock said in the same run. The bound is 1 % or {MILLISECONDS} ms, \
         whichever is more. Within it: **{within} of {}**. Letting go is part of what is \
         detached: where another thread waits, CPython signals it and waits until it has taken over.\n\n\
         | ms | expected | recorded | error, median | error, worst | in | beyond |\n|---|---|---|---|---|---|---|\n",
        ROWS.len(),
        lab.repetitions,
        lab.settings.len(),
        samples.len(),
    );
    for (row, compared) in ROWS.iter().enumerate() {
        let of: Vec<&Sample> = samples.iter().filter(|sample| sample.row == row).collect();
        let _ = writeln!(text, "| {} | {}", compared.what, line(lab, &of));
    }
    text.push_str(
        "\nThe same by setting; the worst error of all comparisons there:\n\n\
         | interpreter | extension | error, worst | where | beyond |\n|---|---|---|---|---|\n",
    );
    for (setting, what) in lab.settings.iter().enumerate() {
        let of: Vec<&Sample> = samples.iter().filter(|sample| sample.setting == setting).collect();
        let Some(worst) = worst(&of) else { continue };
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} | {} |",
            what.interpreter.name(),
            what.build.name(),
            worst.shown(),
            ROWS.get(worst.row).map_or("", |row: &Row| row.what),
            beyond(&of)
        );
    }
    text.push_str(&by_interpreter(lab, samples));
    text.push_str(&misses(lab, samples));
    text
}

/// The rest of a line of the first table.
fn line(lab: &Lab, of: &[&Sample]) -> String {
    let all = |value: fn(&Sample) -> f64| of.iter().map(|sample| value(sample)).collect::<Vec<_>>();
    let Some(worst) = worst(of) else { return String::new() };
    format!(
        "{} | {} | {:+.3} | {} | {} | {} |",
        ms(median(&all(|sample| sample.expected))),
        ms(median(&all(|sample| sample.recorded))),
        median(&all(Sample::error)),
        worst.shown(),
        lab.settings.get(worst.setting).map(super::Setting::name).unwrap_or_default(),
        beyond(of)
    )
}

fn worst<'s>(of: &[&'s Sample]) -> Option<&'s Sample> {
    of.iter().copied().max_by(|one, other| one.error().abs().total_cmp(&other.error().abs()))
}

fn beyond(of: &[&Sample]) -> String {
    let count = of.iter().filter(|sample| !sample.is_within()).count();
    if count == 0 { "–".to_owned() } else { format!("{count} of {}", of.len()) }
}

/// Medians by interpreter, for one build.
fn by_interpreter(lab: &Lab, samples: &[Sample]) -> String {
    let settings = lab.newest();
    let names: Vec<String> = settings.iter().map(|setting| setting.interpreter.name()).collect();
    let build = settings.first().map(|setting| setting.build.name()).unwrap_or_default();
    let mut text = format!(
        "\nMedian of the error in ms, and the largest, by interpreter ({build}):\n\n| | {} |\n|---|{}\n",
        names.join(" | "),
        "---|".repeat(names.len())
    );
    for (row, compared) in ROWS.iter().enumerate() {
        let _ = write!(text, "| {} |", compared.what);
        for setting in 0..settings.len() {
            let errors: Vec<f64> = samples
                .iter()
                .filter(|sample| sample.row == row && sample.setting == setting)
                .map(Sample::error)
                .collect();
            let sizes: Vec<f64> = errors.iter().map(|error| error.abs()).collect();
            let _ = write!(text, " {:+.3}, {:.3} |", median(&errors), most(&sizes));
        }
        text.push('\n');
    }
    text
}

/// Comparisons that were beyond the bound, the worst first.
fn misses(lab: &Lab, samples: &[Sample]) -> String {
    let mut text = String::from("\n### Beyond the bound\n\n");
    let mut beyond: Vec<&Sample> = samples.iter().filter(|sample| !sample.is_within()).collect();
    beyond.sort_by(|one, other| other.error().abs().total_cmp(&one.error().abs()));
    for sample in beyond.iter().take(SHOWN) {
        let _ = writeln!(
            text,
            "- {}: {}, repetition {}: recorded {}, expected {}, {}",
            lab.settings.get(sample.setting).map(super::Setting::name).unwrap_or_default(),
            ROWS.get(sample.row).map_or("", |row| row.what),
            sample.repetition + 1,
            ms(sample.recorded),
            ms(sample.expected),
            sample.shown()
        );
    }
    if beyond.is_empty() {
        text.push_str("None.\n");
    } else if beyond.len() > SHOWN {
        let _ = writeln!(text, "- and {} more, of the rows that say so above", beyond.len() - SHOWN);
    }
    text
}
