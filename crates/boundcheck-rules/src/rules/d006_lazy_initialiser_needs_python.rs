//! D006

use std::collections::BTreeMap;

use boundcheck_model::{Call, Callee, Chain, Confidence, EffectKind, Model, Span, StaticId, Step, Thread};

use crate::Findings;
use crate::rule::rule;

rule! {
    /// A lazy value is initialised while attached, and its initialiser can hand the interpreter to another thread.
    ///
    /// ## Why
    /// `LazyLock`, `OnceLock`, `Once`, `once_cell` and `lazy_static!` make every other thread wait until the first one
    /// is done. An initialiser that runs Python code lets the interpreter go in between; so does a log record that
    /// a bridge such as `pyo3-log` hands to `logging`. A second thread takes the interpreter, arrives at the same
    /// value and waits there without letting go: the first one can never finish.
    /// `PyOnceLock` waits detached.
    /// See the [PyO3 FAQ](https://pyo3.rs/latest/faq.html).
    ///
    /// ## Bad
    /// ```rust,bad
    /// use pyo3::prelude::*;
    /// use std::sync::OnceLock;
    ///
    /// static DUMPS: OnceLock<Py<PyAny>> = OnceLock::new();
    ///
    /// #[pyfunction]
    /// fn dumps(py: Python<'_>, value: Py<PyAny>) -> PyResult<Py<PyAny>> {
    ///     let dumps = DUMPS.get_or_init(|| py.import("json").unwrap().getattr("dumps").unwrap().unbind());
    /// //              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ D006
    ///     dumps.call1(py, (value,))
    /// }
    /// ```
    ///
    /// ## Good
    /// ```rust,good
    /// use pyo3::prelude::*;
    /// use pyo3::sync::PyOnceLock;
    ///
    /// static DUMPS: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    ///
    /// #[pyfunction]
    /// fn dumps(py: Python<'_>, value: Py<PyAny>) -> PyResult<Py<PyAny>> {
    ///     let dumps = DUMPS.get_or_try_init(py, || py.import("json")?.getattr("dumps").map(Bound::unbind))?;
    ///     dumps.call1(py, (value,))
    /// }
    /// ```
    D006 "lazy-initialiser-needs-python" {
        since: "0.1.0",
        severity: Error,
        confidence: High,
        persona: Regular,
        pyo3: "any",
    }
}

fn check(model: &Model, out: &mut Findings<'_>) {
    let forced = model.reached_from_exports(|call, thread| {
        thread == Thread::Attached
            && (matches!(call.callee, Callee::LazyStatic(_)) || model.does(call, EffectKind::InitializesOnce))
    });
    // One finding for each value: of all the places that force it the one nearest to an export.
    let mut nearest: BTreeMap<Span, Chain> = BTreeMap::new();
    for chain in forced {
        let span = place(model, &chain);
        if nearest.get(&span).is_none_or(|known| chain.steps.len() < known.steps.len()) {
            nearest.insert(span, chain);
        }
    }
    for (span, chain) in nearest {
        let Some(trouble) = trouble(model, chain.last()) else { continue };
        let call = model.step(trouble.last());
        let imports = model.does(call, EffectKind::ImportsPython) || model.does(call, EffectKind::RunsPython);
        let does = if imports { "runs Python code" } else { "emits a log record, which becomes a Python call" };
        let point = model.detach_point(&chain);
        let pyo3 = model.package_of(point.function).pyo3.as_ref();
        let lock = if pyo3.is_none_or(|pyo3| pyo3.at_least(26)) { "PyOnceLock" } else { "GILOnceCell" };
        let detach = pyo3.map_or("detach", boundcheck_model::Pyo3::detach_name);
        let finding = out
            .at(span)
            .message("lazy value whose initialiser can hand the interpreter to another thread")
            .label("other threads wait here, attached, until the initialiser is done")
            .chain(&chain)
            .related(call.name_span, format!("the initialiser {does}"))
            .note("a thread that takes the interpreter meanwhile and arrives here never lets it go: a deadlock")
            .help(if imports {
                format!("use `pyo3::sync::{lock}`, which waits detached")
            } else {
                format!("force it in `py.{detach}(|| …)`, or before other threads can")
            })
            .confidence(if imports { Confidence::High } else { Confidence::Medium });
        match lazy_static(model, &chain) {
            Some(id) => finding.symbol(&model.statik(id).path),
            None => finding.function(point.function),
        };
    }
}

/// Where the finding stands: at the static itself when its crate can use what `PyO3` has for it, else where `detach`
/// belongs.
fn place(model: &Model, chain: &Chain) -> Span {
    match lazy_static(model, chain) {
        Some(id) => model.statik(id).name_span,
        None => model.step(model.detach_point(chain)).span,
    }
}

/// The static that the chain forces, if it is one in a crate that depends on `PyO3`.
fn lazy_static(model: &Model, chain: &Chain) -> Option<StaticId> {
    match model.step(chain.last()).callee {
        Callee::LazyStatic(id) if model.package(model.statik(id).package).pyo3.is_some() => Some(id),
        _ => None,
    }
}

/// The call in the initialiser that lets the interpreter go.
fn trouble(model: &Model, step: Step) -> Option<Chain> {
    let logs = model.logs_reach_python();
    let lets_go = |call: &Call, thread: Thread| {
        let does = |kind| model.does(call, kind);
        thread == Thread::Attached
            && (does(EffectKind::ImportsPython) || does(EffectKind::RunsPython) || (logs && does(EffectKind::Logs)))
    };
    match model.step(step).callee {
        Callee::LazyStatic(id) => {
            let initializer = model.statik(id).initializer?;
            let chains = model.reached_from(initializer, Thread::Attached, lets_go);
            chains.into_iter().min_by_key(|chain| chain.steps.len())
        }
        _ => model.reached_inside(step, Thread::Attached, lets_go),
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::check;

    #[test]
    fn a_log_record_counts_only_when_a_bridge_hands_it_to_python() {
        let text = |bridge: &str, mark: &str| {
            format!(
                r#"
use pyo3::prelude::*;
use std::sync::OnceLock;

fn roots() -> &'static Vec<u8> {{
    static ROOTS: OnceLock<Vec<u8>> = OnceLock::new();
    ROOTS.get_or_init(|| {{ log::warn!("no roots"); Vec::new() }})
{mark}
}}

#[pyfunction]
fn connect() -> usize {{
    roots().len()
}}

#[pyfunction]
fn connect_detached(py: Python<'_>) -> usize {{
    py.detach(|| roots().len())
}}

#[pymodule]
fn sample(module: &Bound<'_, PyModule>) -> PyResult<()> {{
    {bridge}
    Ok(())
}}
"#
            )
        };
        let mark = "//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ D006";
        check(&RULE, &text("let _ = pyo3_log::try_init();", mark));
        check(&RULE, &text("", ""));
    }

    #[test]
    fn a_lazy_static_is_reported_where_it_is_declared() {
        check(
            &RULE,
            r#"
use pyo3::prelude::*;
use std::sync::LazyLock;

static VERSION: LazyLock<String> = LazyLock::new(|| {
//     ^^^^^^^ D006
    Python::attach(|py| py.import("sys").unwrap().getattr("version").unwrap().extract().unwrap())
});

static LIMIT: LazyLock<usize> = LazyLock::new(|| 10 * 10);

#[pyfunction]
fn version() -> &'static str {
    &VERSION
}

#[pyfunction]
fn limit() -> usize {
    *LIMIT
}
"#,
        );
    }
}
