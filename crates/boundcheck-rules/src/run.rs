//! Runs rules over a model.

use boundcheck_model::{Finding, Model, Wheel};
use rayon::prelude::*;

use crate::allowance::{Allowance, apply};
use crate::findings::Found;
use crate::measured;
use crate::rules::s001_unused_allowance;
use crate::{ALL, Findings, Rule, Selection, WheelFindings};

/// Runs the selected rules about wheels. Sorted by [`Finding::order`].
pub fn run_on_wheel(wheel: &Wheel, selection: &Selection) -> Vec<Finding> {
    let rules = ALL.iter().copied().filter(|rule| selection.runs(rule));
    let mut findings: Vec<_> = rules.flat_map(|rule| WheelFindings::of(rule, wheel)).collect();
    findings.retain(|finding| selection.shows(finding));
    findings.sort_by(|a, b| a.order().cmp(&b.order()));
    findings
}

/// Runs the selected rules in parallel, weighs what they find by the recorded run that the model has, and applies inline
/// allowances; those that are unused, unknown or without a reason become findings themselves. Sorted by [`Finding::order`]. Once `stopped` says so, no further rule is run.
pub fn run(model: &Model, selection: &Selection, stopped: impl Fn() -> bool + Sync) -> Vec<Finding> {
    let rules: Vec<&'static Rule> = ALL.iter().copied().filter(|rule| selection.runs(rule)).collect();
    let going_on = |_: &&&'static Rule| !stopped();
    let mut found: Vec<Found> =
        rules.par_iter().filter(going_on).flat_map_iter(|rule| Findings::of(rule, model, &[])).collect();

    measured::weigh(model, &mut found);
    let mut allowances = Allowance::all(model);
    let mut found = apply(found, &mut allowances);
    // What was allowed tells nobody anything.
    measured::leave_out_told(&mut found, |finding| selection.shows(finding));
    // What silenced nothing is known only now.
    if selection.runs(&s001_unused_allowance::RULE) {
        let ran = |rule: &Rule| selection.runs(rule);
        let unused: Vec<_> = allowances.into_iter().filter_map(|allowance| allowance.unused(ran)).collect();
        found.extend(Findings::of(&s001_unused_allowance::RULE, model, &unused));
    }

    let mut findings: Vec<_> = found.into_iter().map(|found| found.finding).collect();
    findings.retain(|finding| selection.shows(finding));
    findings.sort_by(|a, b| a.order().cmp(&b.order()));
    // A workspace manifest speaks for several packages.
    findings.dedup_by(|a, b| a.rule == b.rule && a.location == b.location);
    findings
}
