//! D003

use boundcheck_model::{Confidence, Function, Model, TracedKind};

use crate::Findings;
use crate::attached::detached;
use crate::measured::{LONG_NS, in_words, time};
use crate::rule::rule;

rule! {
    /// A recorded run shows that an export holds the interpreter for long without letting go.
    ///
    /// ## Why
    /// Only one thread at a time can have the interpreter. Python code is asked to let go after 5 ms; Rust code is not
    /// asked, so all other Python threads stand still until it returns or detaches. No static rule can tell how long a
    /// loop takes, so this one reads what `boundcheck trace` measured: run the program or its tests with
    /// `boundcheck trace --format json -o run.json -- …`, and then `boundcheck check --trace run.json`.
    ///
    /// The time is the longest stretch of the function's own code. Calls back into Python are not in it, but for a few
    /// kinds that the recorder cannot see, as attributes and operators
    /// ([which](https://github.com/boundcheck/boundcheck/blob/main/docs/trace.md#what-is-not-seen)). Some of it may be
    /// needed to make Python objects; what is not, detach.
    /// See the [PyO3 guide](https://pyo3.rs/latest/performance.html).
    ///
    /// ## Bad
    /// ```rust,bad
    /// use pyo3::prelude::*;
    ///
    /// #[pyfunction]
    /// fn smooth(values: Vec<f64>) -> f64 {
    /// // ^^^^^^ D003
    ///     values.windows(1000).map(|window| window.iter().sum::<f64>()).fold(0.0, f64::max)
    /// }
    ///
    /// #[pymodule]
    /// mod sample {
    ///     #[pymodule_export]
    ///     use super::smooth;
    /// }
    /// ```
    /// ```text,bad,file=run.trace
    /// sample.smooth  function  calls=3 own=254ms blocked=610ms
    /// ```
    ///
    /// ## Good
    /// ```rust,good
    /// use pyo3::prelude::*;
    ///
    /// #[pyfunction]
    /// fn smooth(py: Python<'_>, values: Vec<f64>) -> f64 {
    ///     py.detach(|| values.windows(1000).map(|window| window.iter().sum::<f64>()).fold(0.0, f64::max))
    /// }
    ///
    /// #[pymodule]
    /// mod sample {
    ///     #[pymodule_export]
    ///     use super::smooth;
    /// }
    /// ```
    /// ```text,good,file=run.trace
    /// sample.smooth  function  calls=3 own=0.2ms blocked=0ms
    /// ```
    D003 "long-work-while-attached" {
        since: "0.1.0",
        severity: Warning,
        confidence: Medium,
        persona: Regular,
        pyo3: "any",
    }
}

fn check(model: &Model, out: &mut Findings<'_>) {
    let Some(measured) = &model.measured else { return };
    for (&id, measurement) in &measured.functions {
        // The body of a module runs once, at import.
        if measurement.kind == TracedKind::ModuleExec || measurement.longest_own_ns <= LONG_NS {
            continue;
        }
        let function = model.function(id);
        let hold = time(measurement.longest_own_ns);
        let finding = out
            .at(function.name_span)
            .about(id)
            .message(format!("`{}` holds the interpreter for {hold} at a stretch", shown(&measurement.export)))
            .label(format!("works up to {hold} without letting go"))
            .note(in_words(measurement))
            .help(help(model, function));
        if measurement.blocked_thread_ns >= LONG_NS {
            finding.confidence(Confidence::High);
        }
    }
}

fn shown(export: &str) -> &str {
    export.strip_suffix('+').unwrap_or(export)
}

fn help(model: &Model, function: &Function) -> String {
    if function.of_trait.as_deref() == Some("std::ops::Drop") {
        return "hand what takes long to a thread of your own, so that dropping is quick".to_owned();
    }
    detached(model, function, "do what needs no Python objects")
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::d002_blocking_call_while_attached;
    use crate::testing::{check, report};

    #[test]
    fn methods_slots_getters_and_drops_are_found_by_their_names_in_python() {
        check(
            &RULE,
            r#"
use pyo3::prelude::*;

#[pyclass(name = "Series", module = "sample")]
struct Values(Vec<f64>);

#[pymethods]
impl Values {
    #[new]
    fn make(values: Vec<f64>) -> Self {
    // ^^^^ D003
        Self(values)
    }

    #[pyo3(name = "total")]
    fn sum(&self) -> f64 {
    // ^^^ D003
        self.0.iter().sum()
    }

    #[getter]
    fn size(&self) -> usize {
    // ^^^^ D003
        self.0.len()
    }

    fn __lt__(&self, other: &Self) -> bool {
    // ^^^^^^ D003
        self.0 < other.0
    }

    fn quick(&self) {}
}

impl Drop for Values {
    fn drop(&mut self) {
    // ^^^^ D003
        self.0.sort_by(f64::total_cmp);
    }
}

#[pymodule]
mod sample {
    #[pymodule_export]
    use super::Values;
}
//- /run.trace
sample.Series.__new__  constructor  calls=1 own=6ms
sample.Series.total  method  calls=1 own=7ms
sample.Series.size  getter  calls=1 own=8ms
sample.Series.__richcmp__  slot  calls=1 own=9ms
sample.Series.__dealloc__  dealloc  calls=1 own=10ms
sample.Series.quick  method  calls=1 own=4.9ms
sample  module-exec  calls=1 own=80ms
other.Series.quick  method  calls=1 own=90ms
"#,
        );
    }

    #[test]
    fn a_rule_that_knows_the_cause_takes_the_figures() {
        let found = report(
            r"
use pyo3::prelude::*;

#[pyfunction]
fn wait() {
    std::thread::sleep(std::time::Duration::from_millis(20));
}

#[pyfunction]
fn nap() {
    std::thread::sleep(std::time::Duration::from_micros(20));
}

#[pyfunction]
fn never() {
    std::thread::sleep(std::time::Duration::from_secs(1));
}

#[pymodule]
mod sample {
    #[pymodule_export]
    use super::{nap, never, wait};
}
//- /run.trace
sample.wait  function  calls=2 own=20ms blocked=35ms
sample.nap  function  calls=9 own=0.08ms
",
        );
        let found: Vec<_> = found.iter().filter(|finding| finding.rule.starts_with('D')).collect();
        let levels = |at: usize| {
            let finding = found[at];
            assert_eq!(finding.rule, d002_blocking_call_while_attached::RULE.code);
            (finding.severity.as_str(), finding.confidence.as_str(), finding.persona.as_str())
        };
        assert_eq!(found.len(), 3);
        assert_eq!(levels(0), ("error", "high", "regular"));
        assert_eq!(levels(1).1, "low");
        assert_eq!(levels(1).2, "pedantic");
        let note = |at: usize| found[at].note.clone().unwrap_or_default();
        assert!(note(0).ends_with(
            "; measured: in 2 calls `sample.wait` held the interpreter for at most 20 ms without letting go, and other \
             threads waited 35 ms for it"
        ));
        assert!(note(1).ends_with(
            "; measured: in 9 calls `sample.nap` held the interpreter for at most 80 µs without letting go"
        ));
        assert!(note(2).ends_with("; the recorded run never called `never`, so it says nothing about this"));
    }
}
