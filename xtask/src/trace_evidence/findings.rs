//! `cargo xtask trace-findings`: what published wheels hold the interpreter for.

use std::fmt::Write as _;

use anyhow::{Context, Result};
use clap::Args;
use fs_err as fs;

use super::environment::Packages;
use super::figures::{median, ms};
use super::quiet::Machine;
use super::record::{Boundcheck, Export, Program, Trace, told};
use crate::root;

/// A wheel: its distribution, what it is written with, the begin of its library's file name, and the script.
struct Wheel {
    package: &'static str,
    made_of: &'static str,
    library: &'static str,
    script: &'static str,
}

const fn wheel(package: &'static str, made_of: &'static str, library: &'static str, script: &'static str) -> Wheel {
    Wheel { package, made_of, library, script }
}

const WHEELS: [Wheel; 13] = [
    wheel("polars", "PyO3", "_polars_runtime", "polars_rows.py"),
    wheel("pydantic-core", "PyO3", "_pydantic_core", "pydantic_models.py"),
    wheel("orjson", "PyO3's ffi", "orjson", "orjson_documents.py"),
    wheel("cryptography", "PyO3", "_rust", "cryptography_bulk.py"),
    wheel("tiktoken", "PyO3", "_tiktoken", "tiktoken_text.py"),
    wheel("tokenizers", "PyO3", "tokenizers", "tokenizers_text.py"),
    wheel("rpds-py", "PyO3", "rpds", "rpds_maps.py"),
    wheel("blake3", "PyO3", "blake3", "blake3_hash.py"),
    wheel("safetensors", "PyO3", "_safetensors_rust", "safetensors_file.py"),
    wheel("primp", "PyO3", "primp", "primp_requests.py"),
    wheel("numpy", "C, Cython", "", "numpy_arrays.py"),
    wheel("regex", "C", "_regex", "regex_text.py"),
    wheel("lxml", "Cython", "etree", "lxml_document.py"),
];

/// At most so many exports of a wheel, those with the most time, and none with less than this.
const ROWS: usize = 5;
const LEAST_MS: f64 = 1.0;
/// CPython's own threads take turns after this time at the latest.
const SWITCH_INTERVAL_MS: f64 = 5.0;

/// Options of the task.
#[derive(Args)]
pub(crate) struct Arguments {
    /// How often each script runs; figures are medians.
    #[arg(long, default_value_t = 5)]
    repetitions: usize,
    /// Only this package, printed instead of written.
    #[arg(long)]
    only: Option<String>,
}

/// Runs all and writes docs/trace-findings.md.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let boundcheck = Boundcheck::build()?;
    let packages = Packages::install()?;
    let machine = Machine::default();
    let mut rows = String::new();
    for wheel in WHEELS.iter().filter(|wheel| arguments.only.as_ref().is_none_or(|only| only == wheel.package)) {
        println!("=== {}", wheel.package);
        let program = Program::script(&packages.python(), &format!("findings/{}", wheel.script));
        let mut traces = Vec::new();
        let mut worst = Vec::new();
        machine.alone(|| {
            for _ in 0..arguments.repetitions {
                let recorded = boundcheck.record(&program)?.well().context(wheel.script)?;
                worst.push(told(&recorded.done)?["worst"].as_f64().context("no heartbeat")?);
                traces.push(recorded.trace);
            }
            Ok(())
        })?;
        rows.push_str(&section(wheel, &packages.version(wheel.package)?, &traces, &worst)?);
    }
    let text = page(&rows, &boundcheck, &packages, &machine, arguments.repetitions)?;
    if arguments.only.is_some() {
        println!("{text}");
        return Ok(());
    }
    let path = root().join("docs").join("trace-findings.md");
    fs::write(&path, text)?;
    println!("wrote {}", path.display());
    Ok(())
}

/// The rows of one wheel: medians over all runs.
fn section(wheel: &Wheel, version: &str, traces: &[Trace], worst: &[f64]) -> Result<String> {
    let first = traces.first().context("no run")?;
    let is_its_own = |export: &&Export| {
        export.library.starts_with(wheel.library) && export.total_ms >= LEAST_MS && export.kind != "module-exec"
    };
    let mut exports: Vec<&Export> = first.exports.iter().filter(is_its_own).collect();
    exports.sort_by(|one, other| other.total_ms.total_cmp(&one.total_ms));
    exports.truncate(ROWS);
    exports.sort_by(|one, other| other.longest_hold_ms.total_cmp(&one.longest_hold_ms));
    let mut text = format!(
        "\n### {} {version} ({})\n\n`findings/{}`. The heartbeat was {} ms late at worst (median of the runs' worst).\n\n\
         | export | calls | total | attached | own | longest hold | detached | let go | blocked |\n|---|---|---|---|---|---|---|---|---|\n",
        wheel.package,
        wheel.made_of,
        wheel.script,
        ms(median(worst)),
    );
    for export in exports {
        let of = |value: fn(&Export) -> f64| {
            let same =
                |one: &&Export| one.name == export.name && one.kind == export.kind && one.library == export.library;
            let values = traces.iter().filter_map(|trace| trace.exports.iter().find(same)).map(value);
            median(&values.collect::<Vec<_>>())
        };
        let hold = of(|export| export.longest_hold_ms);
        let hold = if hold > SWITCH_INTERVAL_MS { format!("**{}**", ms(hold)) } else { ms(hold) };
        let _ = writeln!(
            text,
            "| `{}`{} | {} | {} | {} | {} | {hold} | {} | {} | {} |",
            export.name,
            if export.kind == "function" || export.kind == "method" {
                String::new()
            } else {
                format!(" ({})", export.kind)
            },
            export.calls,
            ms(of(|export| export.total_ms)),
            ms(of(|export| export.attached_ms)),
            ms(of(|export| export.own_attached_ms)),
            ms(of(|export| export.detached_ms)),
            export.drops,
            ms(of(|export| export.blocked_thread_ms)),
        );
    }
    Ok(text)
}

fn page(
    rows: &str,
    boundcheck: &Boundcheck,
    packages: &Packages,
    machine: &Machine,
    repetitions: usize,
) -> Result<String> {
    Ok(format!(
        "<!-- Written by `cargo xtask trace-findings`. -->\n# What `boundcheck trace` shows of published wheels\n\n\
         Each script (`xtask/trace/findings`) does some long work with a published wheel, once each, beside a second thread \
         that wants to run every millisecond: a heartbeat. Figures are milliseconds and come from the JSON of `boundcheck \
         trace`, the median of {repetitions} runs on CPython {}; calls and how often the interpreter was let go are those of the \
         first run. Shown are, for each wheel, the {ROWS} exports with the most time, of those with {LEAST_MS:.0} ms or more; the \
         longest hold first. Work that the script does to prepare is recorded too. Built from commit {}. {}\n\n\
         *Attached*: with the interpreter held, so that no other thread runs Python. *Own*: of that, the export's own code, \
         without exports and Python code that it calls. *Longest hold*: for so long no other thread could run; bold above \
         {SWITCH_INTERVAL_MS:.0} ms, after which CPython's own code lets another thread run. *Blocked*: how long other threads \
         waited because of its own code; here there is one other thread, which sleeps and then waits.\n\n\
         ## What it does not show\n\n\
         - These are single pieces of work, chosen because they take long. How often real programs do them is not measured.\n\
         - A long hold is a fact, not a fault: work that makes Python objects has to hold the interpreter, and a caller that has \
         one thread loses nothing.\n\
         - Blocked time is an upper bound of what detaching could win: detached work still needs a core, and this machine has two.\n\
         - Other versions, sizes and machines give other figures.\n\n\
         ## Wheels\n{rows}",
        packages.interpreter.version,
        boundcheck.commit,
        machine.describe()?
    ))
}
