//! What a recorded run says about findings of work while attached: how long that was, and whether it proves them.

use boundcheck_model::{
    Confidence, ExportId, Finding, FunctionId, Measurement, Measurements, Model, Module, ModuleId, Persona, Severity,
};

use crate::findings::Found;
use crate::wording::shortened;

/// From here on a hold is long: Python code is asked to let go after as much.
/// <https://docs.python.org/3/library/sys.html#sys.setswitchinterval>
pub(crate) const LONG_NS: u64 = 5_000_000;

/// From here on it is said that others waited. <https://pyo3.rs/latest/performance.html>
const SHORT_NS: u64 = 1_000_000;

/// Weighs findings by the run that the model has. A run of an interpreter without a lock says nothing about it.
///
/// What is raised is what can be laid to the finding: the export held the interpreter for long, and does nothing else
/// that takes time. Nothing is lowered, since a run does not tell which way an export took: a short call may not have
/// come here.
pub(crate) fn weigh(model: &Model, found: &mut [Found]) {
    let Some(measured) = model.measured.as_ref().filter(|measured| !measured.free_threaded) else { return };
    for finding in found.iter_mut().filter(|finding| !finding.holders.is_empty()) {
        weigh_one(model, measured, finding);
    }
}

/// Leaves out what a run measured of an export where another finding tells it, of those that are `shown`: a rule that
/// knows the cause says more than the one that only knows the time.
pub(crate) fn leave_out_told(found: &mut Vec<Found>, shown: impl Fn(&Finding) -> bool) {
    let telling = found.iter().filter(|found| found.finding.severity >= Severity::Warning && shown(&found.finding));
    let told: Vec<FunctionId> = telling.flat_map(|found| found.tells.iter().copied()).collect();
    found.retain(|found| !found.about.is_some_and(|function| told.contains(&function)));
}

fn weigh_one(model: &Model, measured: &Measurements, found: &mut Found) {
    let functions: Vec<FunctionId> = found.holders.iter().map(|export| model.export(*export).function).collect();
    let mut called: Vec<(FunctionId, &Measurement)> =
        functions.iter().filter_map(|id| Some((*id, measured.functions.get(id)?))).collect();
    called.sort_by_key(|(_, called)| std::cmp::Reverse(called.longest_own_ns));
    let finding = &mut found.finding;
    let Some(&(worst, worst_measured)) = called.first() else {
        if let Some(text) = not_called(model, measured, &found.holders, &functions) {
            add_note(&mut finding.note, &text);
        }
        return;
    };
    if worst_measured.longest_own_ns <= LONG_NS {
        add_note(&mut finding.note, &format!("measured: {}", in_words(worst_measured)));
        return;
    }
    let is_long = |(_, called): &&(FunctionId, &Measurement)| called.longest_own_ns > LONG_NS;
    let is_cause = |id: FunctionId| found.point.is_some_and(|point| !model.works_besides(id, point));
    let caused: Vec<_> = called.iter().filter(is_long).filter(|(id, _)| is_cause(*id)).collect();
    if let [(_, measurement), others @ ..] = &caused[..] {
        let mut text = format!("measured: {}", in_words(measurement));
        match others.len() {
            0 => {}
            1 => text.push_str("; one more export held it for long because of this"),
            more => text = format!("{text}; {more} more exports held it for long because of this"),
        }
        add_note(&mut finding.note, &text);
        found.tells = caused.iter().map(|(id, _)| *id).collect();
        finding.severity = Severity::Error;
        finding.confidence = Confidence::High;
        finding.persona = Persona::Regular;
    } else {
        let text =
            format!("measured: {}; this call, or what else the export does, took the time", in_words(worst_measured));
        add_note(&mut finding.note, &text);
        found.tells = vec![worst];
    }
}

/// What to say where the run has no call of any export that gets to a finding; nothing where it may have one.
fn not_called(
    model: &Model,
    measured: &Measurements,
    holders: &[ExportId],
    functions: &[FunctionId],
) -> Option<String> {
    if functions.iter().any(|function| measured.perhaps_called.contains(function)) {
        return None;
    }
    let file = &measured.file;
    let modules: Vec<(ModuleId, &Module)> = model.modules_with(functions).collect();
    if !modules.is_empty() && !modules.iter().any(|(id, _)| measured.recorded.contains(id)) {
        let mut names: Vec<String> = modules.iter().map(|(_, module)| format!("`{}`", module.python_name)).collect();
        names.sort();
        names.dedup();
        return Some(format!(
            "{} was not loaded in the run of {file}, or before it was recorded, so that says nothing about this",
            shortened(&names, 3)
        ));
    }
    let who = match holders {
        [one] => format!("`{}`", model.export(*one).python_name),
        many => format!("any of the {} exports that get here", many.len()),
    };
    Some(format!("{file} has no call of {who}, so it says nothing about this"))
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

#[cfg(test)]
mod tests;
