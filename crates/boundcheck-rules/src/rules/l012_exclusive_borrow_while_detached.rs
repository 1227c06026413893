//! L012

use boundcheck_model::{Call, EffectKind, ExportKind, Function, FunctionId, Model, Persona, Thread};

use crate::Findings;
use crate::rule::rule;

rule! {
    /// A method with `&mut self` detaches: its object stays borrowed while other Python threads run.
    ///
    /// ## Why
    /// PyO3 holds the exclusive borrow for the whole call. As soon as the method detaches, another thread can call
    /// any method of the same object, and gets `RuntimeError: Already mutably borrowed`, or `Already borrowed` where it
    /// wants `&mut self` too, instead of its turn: detaching, which was to make the class useful to threads, is what
    /// breaks it. A watcher that cannot be closed from another thread
    /// and a table that two threads write to are typical. What waits or works on all cores while it is detached is reported
    /// by default; what only computes, to the pedantic.
    /// See the [PyO3 guide](https://pyo3.rs/latest/class/thread-safety.html).
    ///
    /// ## Bad
    /// ```rust,bad
    /// use pyo3::prelude::*;
    ///
    /// #[pyclass]
    /// struct Table {
    ///     rows: Vec<u8>,
    /// }
    ///
    /// #[pymethods]
    /// impl Table {
    ///     fn load(&mut self, py: Python<'_>, path: String) -> PyResult<()> {
    /// //          ^^^^^^^^^ L012
    ///         self.rows = py.detach(|| std::fs::read(path))?;
    ///         Ok(())
    ///     }
    /// }
    /// ```
    ///
    /// ## Good
    /// ```rust,good
    /// use pyo3::prelude::*;
    /// use std::sync::{Mutex, PoisonError};
    ///
    /// #[pyclass(frozen)]
    /// struct Table {
    ///     rows: Mutex<Vec<u8>>,
    /// }
    ///
    /// #[pymethods]
    /// impl Table {
    ///     fn load(&self, py: Python<'_>, path: String) -> PyResult<()> {
    ///         let rows = py.detach(|| std::fs::read(path))?;
    ///         *self.rows.lock().unwrap_or_else(PoisonError::into_inner) = rows;
    ///         Ok(())
    ///     }
    /// }
    /// ```
    L012 "exclusive-borrow-while-detached" {
        since: "0.1.0",
        severity: Warning,
        confidence: Medium,
        persona: Regular,
        pyo3: "any",
    }
}

fn check(model: &Model, out: &mut Findings<'_>) {
    for export in model.exports.iter().filter(|export| borrows_for_python(export.kind)) {
        let function = model.function(export.function);
        let Some(receiver) = function.params.first().filter(|param| param.is_exclusive_receiver()) else {
            continue;
        };
        let detaches = |call: &_, thread| thread == Thread::Attached && model.does(call, EffectKind::Detaches);
        let chains = model.reached_from(export.function, Thread::Attached, detaches);
        let Some(chain) = chains.iter().min_by_key(|chain| chain.steps.len()) else { continue };
        let detach = model.step(chain.last());
        if is_dropped_before(model, function, &receiver.name, chain.steps.first().map(|&step| model.step(step))) {
            continue;
        }
        let finding = out
            .at(receiver.span)
            .chain(chain)
            .function(export.function)
            .related(detach.name_span, "other Python threads run from here on")
            .message(format!("`{}` keeps its object borrowed while it is detached", export.python_name))
            .label("an exclusive borrow for the whole call")
            .note("a thread that touches the object in the meantime gets `RuntimeError: Already mutably borrowed`")
            .help("take `&self` and put what changes behind a `Mutex`, so that other threads wait for their turn");
        // Two threads seldom share an iterator, and what only computes is mostly one step of one caller's work.
        if matches!(model.method_name(export.function), "__next__" | "__anext__") || !takes_long(model, export.function)
        {
            finding.persona(Persona::Pedantic);
        }
    }
}

/// Whether the function gives the borrow back by `drop(…)` before it makes that call.
fn is_dropped_before(model: &Model, function: &Function, receiver: &str, call: Option<&Call>) -> bool {
    let given = |drop: &Call| drop.args.first().is_some_and(|argument| model.text(argument.span).trim() == receiver);
    let before = |drop: &&Call| call.is_some_and(|call| drop.span.end <= call.span.start);
    function.calls.iter().filter(before).any(|call| call.path == "std::mem::drop" && given(call))
}

/// Whether, while it is detached, it waits for something or works on all cores.
fn takes_long(model: &Model, export: FunctionId) -> bool {
    use EffectKind::{Blocks, Io, Network, Parallel, Process, Sleeps};
    let long = |call: &Call, thread| {
        let kinds = [Blocks, Sleeps, Io, Network, Process, Parallel];
        thread == Thread::Detached && kinds.into_iter().any(|kind| model.does(call, kind))
    };
    !model.reached_from(export, Thread::Attached, long).is_empty()
}

/// Whether Python holds the object when it calls this.
fn borrows_for_python(kind: ExportKind) -> bool {
    matches!(
        kind,
        ExportKind::Method | ExportKind::Getter | ExportKind::Setter | ExportKind::Deleter | ExportKind::Slot
    )
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::check;

    #[test]
    fn a_wrapper_that_detaches_counts_and_a_shared_borrow_does_not() {
        check(
            &RULE,
            r#"
//- pyo3 0.22
use pyo3::prelude::*;

fn off<T: Send>(py: Python<'_>, work: impl FnOnce() -> T + Send) -> T {
    py.allow_threads(work)
}

#[pyclass]
struct Table {
    version: u64,
}

#[pymethods]
impl Table {
    fn load(&mut self, py: Python<'_>) {
//          ^^^^^^^^^ L012
        self.version = off(py, || std::fs::read("table").map_or(0, |rows| rows.len() as u64));
    }

    fn count(&mut self, py: Python<'_>) {
//           ^^^^^^^^^ L012 pedantic
        self.version = off(py, || 1);
    }

    fn size(&self, py: Python<'_>) -> u64 {
        off(py, || 1)
    }

    fn reset(&mut self) {
        self.version = 0;
    }

    fn wait(slf: PyRefMut<'_, Self>, py: Python<'_>) -> u64 {
        let version = slf.version;
        drop(slf);
        off(py, move || std::fs::read("table").map_or(version, |rows| rows.len() as u64))
    }

    fn keep(slf: PyRefMut<'_, Self>, py: Python<'_>) -> u64 {
//          ^^^^^^^^^^^^^^^^^^^^^^^ L012
        let read = off(py, || std::fs::read("table").map_or(0, |rows| rows.len() as u64));
        drop(slf);
        read
    }

    fn __next__(&mut self, py: Python<'_>) -> u64 {
//              ^^^^^^^^^ L012 pedantic
        off(py, || 1)
    }
}
"#,
        );
    }
}
