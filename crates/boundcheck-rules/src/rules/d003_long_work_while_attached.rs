//! D003

use boundcheck_model::{Confidence, FunctionId, Measurement, Model, RowPlace, TracedKind};

use crate::attached::detached;
use crate::measured::{LONG_NS, in_words, time};
use crate::rule::rule;
use crate::{FindingBuilder, Findings};

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
    /// Where the time can be that of several functions of a class, the finding names all of them: methods that share a
    /// slot, as `__eq__` and `__lt__`, or an object that goes away with all its fields. Where the class is uncertain,
    /// nothing is said; nor about a run of a free-threaded Python, where nobody waits for the interpreter.
    ///
    /// Where D001 or D002 tells the same time, this rule does not repeat it. Allowing those does not allow this one:
    /// that a call may wait was judged from the source, and how long it holds the interpreter was measured. It has an
    /// allowance of its own.
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
    for (&id, measurement) in measured.functions.iter().filter(|(_, measurement)| is_long(measurement)) {
        let function = model.function(id);
        let hold = time(measurement.longest_own_ns);
        let finding = out
            .at(function.name_span)
            .about(id)
            .message(format!("`{}` holds the interpreter for {hold} at a stretch", measurement.export))
            .label(format!("works up to {hold} without letting go"))
            .note(in_words(measurement))
            .help(detached(model, function, WHAT));
        sure_if_others_waited(finding, measurement);
    }
    for (place, measurement) in measured.places.iter().filter(|(_, measurement)| is_long(measurement)) {
        at_class(model, place, measurement, out);
    }
}

/// What to detach.
const WHAT: &str = "do what needs no Python objects";

/// The body of a module runs once, at import, and is not meant.
fn is_long(measurement: &Measurement) -> bool {
    measurement.kind != TracedKind::ModuleExec && measurement.longest_own_ns > LONG_NS
}

/// Time that is not that of one function for certain.
fn at_class(model: &Model, place: &RowPlace, measurement: &Measurement, out: &mut Findings<'_>) {
    let Some(class) = place.class.map(|id| model.class(id)) else { return };
    let hold = time(measurement.longest_own_ns);
    let name = |id: &FunctionId| model.method_name(*id).to_owned();
    // A field that Python reads or writes has no function: that takes long only if it is copied, which C001 tells.
    if place.perhaps.is_empty() && measurement.kind != TracedKind::Dealloc {
        return;
    }
    let finding = out.at(place.span).symbol(&class.path).python_name(&measurement.export).note(in_words(measurement));
    let mut finding = if measurement.kind == TracedKind::Dealloc {
        finding
            .message(format!("an object that goes away holds the interpreter for {hold} at a stretch"))
            .label(format!("takes up to {hold} to go away, with all its fields, without letting go"))
            .help("hand what takes long to drop to a thread of your own")
    } else {
        let names: Vec<String> = place.perhaps.iter().map(|id| format!("`{}`", name(id))).collect();
        finding
            .message(format!("`{}` holds the interpreter for {hold} at a stretch", measurement.export))
            .label(format!("{} works up to {hold} without letting go", names.join(" or ")))
            .help("detach from the interpreter there for what needs no Python objects")
    };
    for id in &place.perhaps {
        finding = finding.related(model.function(*id).name_span, format!("may be `{}`", name(id)));
    }
    sure_if_others_waited(finding, measurement);
}

fn sure_if_others_waited(finding: FindingBuilder<'_, Findings<'_>>, measurement: &Measurement) {
    if measurement.blocked_thread_ns >= LONG_NS {
        finding.confidence(Confidence::High);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::check;

    #[test]
    fn methods_slots_getters_and_classes_are_found_by_their_names_in_python() {
        check(
            &RULE,
            r#"
use pyo3::prelude::*;

#[pyclass(name = "Series", module = "sample")]
struct Values(Vec<f64>);
//     ^^^^^^ D003

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
}
