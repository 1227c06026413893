//! D001

use boundcheck_model::{Chain, Confidence, EffectKind, Model, Parameter, Severity, Thread};

use crate::Findings;
use crate::attached::sites;
use crate::rule::rule;

rule! {
    /// Work is spread over threads and waited for while the caller stays attached to the interpreter.
    ///
    /// ## Why
    /// The caller holds the interpreter until the last worker is done. A worker that needs it, to call Python, to
    /// clone a reference, or only to write a log record that a bridge hands to `logging`, waits for the caller:
    /// neither ever goes on. Even when no worker does, all other Python threads stand still for the whole
    /// computation. Detaching costs less than a microsecond.
    /// See the [PyO3 guide](https://pyo3.rs/latest/parallelism.html).
    ///
    /// ## Bad
    /// ```rust,bad
    /// use pyo3::prelude::*;
    /// use rayon::prelude::*;
    ///
    /// #[pyfunction]
    /// fn total(values: Vec<f64>) -> f64 {
    ///     values.par_iter().map(|value| value.sqrt()).sum()
    /// //  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ D001
    /// }
    /// ```
    ///
    /// ## Good
    /// ```rust,good
    /// use pyo3::prelude::*;
    /// use rayon::prelude::*;
    ///
    /// #[pyfunction]
    /// fn total(py: Python<'_>, values: Vec<f64>) -> f64 {
    ///     py.detach(|| values.par_iter().map(|value| value.sqrt()).sum())
    /// }
    /// ```
    D001 "parallel-work-while-attached" {
        since: "0.1.0",
        severity: Warning,
        confidence: Medium,
        persona: Regular,
        pyo3: "any",
    }
}

fn check(model: &Model, out: &mut Findings<'_>) {
    let parallel = model.reached_from_exports(|call, thread| {
        thread == Thread::Attached && model.does(call, EffectKind::Parallel) && !model.does(call, EffectKind::Detaches)
    });
    // What a worker does decides between a deadlock and a delay.
    for site in sites(model, parallel, |chain| model.interpreter_on_workers(chain.last()).is_some()) {
        let label = format!("`{}` {} and stays attached", site.name(model), site.what(model));
        let mut help = site.help(model);
        if borrows_exclusively(model, &site.chain) {
            help.push_str(
                "; with `&mut self` the object stays borrowed meanwhile, so take `&self` and lock what changes (L012)",
            );
        }
        let finding = site.begin(model, out).label(label).help(help);
        if let Some(worker) = model.interpreter_on_workers(site.chain.last()) {
            let call = model.step(worker.last());
            let does = if model.does(call, EffectKind::Attaches) { "attaches" } else { "logs to Python" };
            finding
                .severity(Severity::Error)
                .confidence(Confidence::High)
                .message("parallel work needs the interpreter that its caller holds")
                .related(call.name_span, format!("a worker {does} here"))
                .note("the workers wait for the interpreter and the caller waits for the workers: a deadlock");
        } else {
            finding
                .message("parallel work while attached to the interpreter")
                .note("all other Python threads stand still until the last worker is done");
        }
    }
}

/// Whether the export at which the chain begins has `&mut self`.
fn borrows_exclusively(model: &Model, chain: &Chain) -> bool {
    let function = chain.export.map(|id| model.function(model.export(id).function));
    function.and_then(|function| function.params.first()).is_some_and(Parameter::is_exclusive_receiver)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::check;

    #[test]
    fn a_pipeline_in_a_helper_is_reported_once_for_all_exports_that_get_there() {
        check(
            &RULE,
            r"
use pyo3::prelude::*;
use rayon::prelude::*;

fn squares(values: &[u64]) -> Vec<u64> {
    values.par_iter().map(|value| value * value).collect()
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ D001
}

#[pyfunction]
fn sum(values: Vec<u64>) -> u64 {
    squares(&values).iter().sum()
}

#[pyfunction]
fn max(values: Vec<u64>) -> Option<u64> {
    squares(&values).into_iter().max()
}
",
        );
    }

    #[test]
    fn a_scope_of_threads_counts_and_a_detaching_wrapper_does_not() {
        check(
            &RULE,
            r"
use pyo3::prelude::*;
use rayon::prelude::*;

fn off<T: Send>(py: Python<'_>, work: impl FnOnce() -> T + Send) -> T {
    py.detach(work)
}

#[pyfunction]
fn total(py: Python<'_>, values: Vec<f64>) -> f64 {
    off(py, || values.par_iter().sum())
}

#[pyfunction]
fn both(left: u64, right: u64) -> u64 {
    std::thread::scope(|scope| scope.spawn(|| left).join().unwrap_or(right))
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ D001
}
",
        );
    }
}
