//! docs/trace-accuracy.md

use std::fmt::Write as _;

use anyhow::{Context, Result};

use super::counts::{COUNTS, DROPS, differences};
use super::{Lab, contention, stress, times};

/// Measures everything and describes it.
pub(super) fn page(lab: &Lab) -> Result<String> {
    let samples = times::samples(lab)?;
    let counts = counts(lab)?;
    let contention = contention::section(lab)?;
    let stress = stress::section(lab)?;
    let names: Vec<String> = lab.newest().iter().map(|setting| setting.interpreter.name()).collect();
    Ok(format!(
        "<!-- Written by `cargo xtask trace-accuracy`. -->\n# How exact `boundcheck trace` is\n\n\
         An extension (`fixtures/trace-target`) sleeps and spins for known times and measures them with its own clock, \
         around nothing but the sleep. The recorder has to say the same. A sleep takes longer than asked, so nothing is \
         compared with what was asked. The scripts are in `xtask/trace`; each runs as `boundcheck trace --format json -- \
         python …`, and the figures are those of the JSON.\n\n\
         Interpreters: {}. *Shared* ones have libpython as a library, *static* ones have it in the program. \
         Built from commit {}. {}\n{}{}{}{}",
        names.join(", "),
        lab.boundcheck.commit,
        lab.machine.describe()?,
        times::section(lab, &samples),
        counts,
        contention,
        stress
    ))
}

/// Calls that are known by number.
fn counts(lab: &Lab) -> Result<String> {
    let mut text = String::new();
    let mut exact = 0;
    for setting in &lab.settings {
        println!("=== counts: {}", setting.name());
        let recorded = lab.machine.alone(|| lab.boundcheck.record(&setting.script("counts.py")))?;
        let recorded = recorded.well().with_context(|| setting.name())?;
        let differences = differences(&recorded.trace);
        exact += usize::from(differences.is_empty());
        for difference in differences {
            let _ = writeln!(text, "- {}: {difference}", setting.name());
        }
    }
    let calls: u64 = COUNTS.iter().map(|count| count.2).sum();
    let raised: u64 = COUNTS.iter().map(|count| count.3).sum();
    let mut section = format!(
        "\n## Counts\n\n`xtask/trace/counts.py` makes {calls} calls of {} exports: functions, methods, getters, setters, \
         special methods, constructors, what drops objects; {raised} of them raise or panic, and one detaches {DROPS} times. \
         The number of calls, of exceptions and of detaches was exact in **{exact} of {} settings**.\n",
        COUNTS.len(),
        lab.settings.len()
    );
    if !text.is_empty() {
        section.push('\n');
        section.push_str(&text);
    }
    Ok(section)
}
