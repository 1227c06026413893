//! L006

use boundcheck_model::{Call, EffectKind, Model, Thread};

use crate::Findings;
use crate::rule::rule;

rule! {
    /// `__traverse__` does more than visit.
    ///
    /// ## Why
    /// The garbage collector calls `__traverse__` at any moment, also from inside another method of the same object,
    /// and forbids Python meanwhile: attaching panics, a changed reference count corrupts the collection, and a lock
    /// that the interrupted method holds is never released.
    /// See [garbage collector integration](https://pyo3.rs/latest/class/protocols.html#garbage-collector-integration).
    ///
    /// ## Bad
    /// ```rust,bad
    /// use pyo3::prelude::*;
    /// use pyo3::{PyTraverseError, PyVisit};
    ///
    /// #[pyclass]
    /// struct Timer {
    ///     callback: Py<PyAny>,
    /// }
    ///
    /// #[pymethods]
    /// impl Timer {
    ///     fn __traverse__(&self, visit: PyVisit<'_>) -> Result<(), PyTraverseError> {
    ///         Python::attach(|py| visit.call(&self.callback.clone_ref(py)))
    /// //      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ L006
    ///     }
    /// }
    /// ```
    ///
    /// ## Good
    /// ```rust,good
    /// use pyo3::prelude::*;
    /// use pyo3::{PyTraverseError, PyVisit};
    ///
    /// #[pyclass]
    /// struct Timer {
    ///     callback: Py<PyAny>,
    /// }
    ///
    /// #[pymethods]
    /// impl Timer {
    ///     fn __traverse__(&self, visit: PyVisit<'_>) -> Result<(), PyTraverseError> {
    ///         visit.call(&self.callback)
    ///     }
    /// }
    /// ```
    L006 "traverse-does-more" {
        since: "0.1.0",
        severity: Error,
        confidence: High,
        persona: Regular,
        pyo3: "any",
    }
}

fn check(model: &Model, out: &mut Findings<'_>) {
    for class in &model.classes {
        let Some(traverse) = model.method_of(class, "__traverse__") else { continue };
        for chain in model.reached_from(traverse, Thread::Detached, |call, _| deed(model, call).is_some()) {
            let call = model.step(chain.last());
            // What stands inside another offence goes with it.
            let function = model.function(chain.last().function);
            if model.around(chain.last()).any(|id| deed(model, function.call(id)).is_some()) {
                continue;
            }
            let (does, why) = deed(model, call).unwrap_or_default();
            out.at(call.span)
                .chain(&chain)
                .python_name(format!("{}.__traverse__", class.python_name))
                .message(format!("`__traverse__` {does}"))
                .label(format!("`{}` {does} during a garbage collection", call.name))
                .note(why)
                .help("only call `visit.call(…)` on the fields; reach what is locked with `try_lock`");
        }
    }
}

/// What a call does that `__traverse__` must not do, and what comes of it.
fn deed(model: &Model, call: &Call) -> Option<(&'static str, &'static str)> {
    let does = |kind| model.does(call, kind);
    if does(EffectKind::Attaches) {
        Some(("attaches to the interpreter", "PyO3 panics when code attaches during a garbage collection"))
    } else if does(EffectKind::RunsPython) || does(EffectKind::ImportsPython) {
        Some(("runs Python code", "Python code that runs during a garbage collection can change what is collected"))
    } else if matches!(call.path.as_str(), "pyo3::Py::clone_ref" | "pyo3::Py::drop_ref") {
        Some(("changes a reference count", "the collector compares counts; a changed one frees objects in use"))
    } else if does(EffectKind::Locks) || does(EffectKind::LocksAttached) {
        Some(("takes a lock", "when the collection begins in a method that holds the lock, it is never released"))
    } else if does(EffectKind::Blocks) || does(EffectKind::Sleeps) {
        Some(("waits", "the whole interpreter stands still during a garbage collection"))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::check;

    #[test]
    fn a_lock_that_may_be_held_is_reported_and_an_attempt_is_not() {
        check(
            &RULE,
            r"
use pyo3::prelude::*;
use pyo3::{PyTraverseError, PyVisit};
use std::sync::Mutex;

#[pyclass]
struct Waits(Mutex<Option<Py<PyAny>>>);

#[pymethods]
impl Waits {
    fn __traverse__(&self, visit: PyVisit<'_>) -> Result<(), PyTraverseError> {
        if let Ok(inner) = self.0.lock() {
//                         ^^^^^^^^^^^^^ L006
            visit.call(&*inner)?;
        }
        Ok(())
    }
}

#[pyclass]
struct Tries(Mutex<Option<Py<PyAny>>>);

#[pymethods]
impl Tries {
    fn __traverse__(&self, visit: PyVisit<'_>) -> Result<(), PyTraverseError> {
        if let Ok(inner) = self.0.try_lock() {
            visit.call(&*inner)?;
        }
        Ok(())
    }
}
",
        );
    }
}
