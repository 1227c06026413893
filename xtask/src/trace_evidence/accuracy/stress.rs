//! Eight threads that do everything at random.

use std::fmt::Write as _;

use anyhow::Result;

use super::Lab;
use crate::trace_evidence::figures::grouped;
use crate::trace_evidence::record::told;

const SEEDS: [&str; 2] = ["1", "2"];

pub(super) fn section(lab: &Lab) -> Result<String> {
    let mut text = String::from(
        "\n## Eight threads at random\n\nEight threads do at random, for 4 s: hold, detach, detach often, call back and nest, \
         make and drop objects, let threads of Rust attach, raise, sleep in Python. Only one thread can hold the interpreter, \
         so attached time of all together must not be above wall time; and the parts of an export's time must be no more \
         than all of it (1 % or 1 µs). *Balanced* says for how many exports that is so.\n\n\
         | interpreter | seed | exit code | rounds | calls recorded | Σ attached ms | wall ms | one at a time | balanced |\n\
         |---|---|---|---|---|---|---|---|---|\n",
    );
    for setting in lab.newest() {
        for seed in SEEDS {
            println!("=== stress: {}, seed {seed}", setting.interpreter.name());
            let recorded = lab.machine.alone(|| lab.boundcheck.record(&setting.script("stress.py").arg(seed)))?;
            let rounds = told(&recorded.done).ok().and_then(|told| told["rounds"].as_u64()).unwrap_or(0);
            let trace = &recorded.trace;
            let balanced = trace.exports.iter().filter(|export| {
                let parts = export.attached_ms + export.detached_ms + export.reattach_wait_ms;
                // Each of the three is rounded to a microsecond.
                parts <= export.total_ms * 1.01 + 0.003 && export.own_attached_ms <= export.attached_ms + 1.0
            });
            let _ = writeln!(
                text,
                "| {} | {seed} | {} | {} | {} | {:.1} | {:.1} | {} | {} of {} |",
                setting.interpreter.name(),
                recorded.done.code.map_or("signal".to_owned(), |code| code.to_string()),
                grouped(rounds),
                grouped(trace.exports.iter().map(|export| export.calls).sum()),
                trace.attached_ms(),
                trace.wall_ms,
                if trace.attached_ms() <= trace.wall_ms { "yes" } else { "**no**" },
                balanced.count(),
                trace.exports.len()
            );
        }
    }
    Ok(text)
}
