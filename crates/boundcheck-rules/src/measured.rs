//! What a recorded run says about findings of work while attached: it proves them, or speaks against them.

use boundcheck_model::{Confidence, ExportId, Measurement, Measurements, Model, Persona, Severity};

use crate::findings::Found;

/// From here on a hold is long: Python code is asked to let go after as much.
/// <https://docs.python.org/3/library/sys.html#sys.setswitchinterval>
pub(crate) const LONG_NS: u64 = 5_000_000;

/// Up to here detaching is not worth it, by the guide. <https://pyo3.rs/latest/performance.html>
const SHORT_NS: u64 = 1_000_000;

/// Weighs findings by the run that the model has, and leaves out what it says twice.
pub(crate) fn weigh(model: &Model, found: &mut Vec<Found>) {
    let Some(measured) = &model.measured else { return };
    for finding in &mut *found {
        weigh_one(model, measured, finding);
    }
    // A rule that knows the cause says more than the one that only knows the time.
    let explained: Vec<ExportId> = found.iter().flat_map(|found| found.holders.iter().copied()).collect();
    found.retain(|found| {
        let export = found.about.and_then(|function| model.function(function).export);
        !export.is_some_and(|export| explained.contains(&export))
    });
}

fn weigh_one(model: &Model, measured: &Measurements, found: &mut Found) {
    if found.holders.is_empty() {
        return;
    }
    let measurement = |export: &ExportId| measured.functions.get(&model.export(*export).function);
    let called: Vec<&Measurement> = found.holders.iter().filter_map(measurement).collect();
    let finding = &mut found.finding;
    let Some(worst) = called.iter().max_by_key(|called| called.longest_own_ns) else {
        let who = match &found.holders[..] {
            [one] => format!("`{}`", model.export(*one).python_name),
            many => format!("any of the {} exports that get here", many.len()),
        };
        add_note(&mut finding.note, &format!("the recorded run never called {who}, so it says nothing about this"));
        return;
    };
    add_note(&mut finding.note, &format!("measured: {}", in_words(worst)));
    if worst.longest_own_ns > LONG_NS {
        finding.severity = Severity::Error;
        finding.confidence = Confidence::High;
        finding.persona = Persona::Regular;
    } else if worst.longest_own_ns < SHORT_NS
        && called.len() == found.holders.len()
        && finding.severity < Severity::Error
    {
        // Never what is a deadlock: that depends on no time.
        finding.confidence = Confidence::Low;
        finding.persona = finding.persona.max(Persona::Pedantic);
    }
}

/// What was measured of a function, in a clause.
pub(crate) fn in_words(measured: &Measurement) -> String {
    let Measurement { export, calls, longest_own_ns, blocked_thread_ns, .. } = measured;
    let times = if *calls == 1 { "one call".to_owned() } else { format!("{calls} calls") };
    let hold = time(*longest_own_ns);
    let mut text = format!("in {times} `{export}` held the interpreter for at most {hold} without letting go");
    if *blocked_thread_ns >= SHORT_NS {
        text = format!("{text}, and other threads waited {} for it", time(*blocked_thread_ns));
    }
    text
}

/// A time for a sentence: `254 ms`, `0.3 ms`, `2.54 s`.
#[expect(clippy::cast_precision_loss, reason = "three digits are shown")]
pub(crate) fn time(ns: u64) -> String {
    match ns as f64 / 1e6 {
        ms if ms >= 1000.0 => format!("{:.2} s", ms / 1e3),
        ms if ms >= 10.0 => format!("{ms:.0} ms"),
        ms if ms >= 0.1 => format!("{ms:.1} ms"),
        ms => format!("{:.0} µs", ms * 1e3),
    }
}

fn add_note(note: &mut Option<String>, text: &str) {
    *note = Some(match note.take() {
        Some(before) => format!("{before}; {text}"),
        None => text.to_owned(),
    });
}
