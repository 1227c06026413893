//! D002

use boundcheck_model::{Call, Chain, Confidence, EffectKind, Model, Persona, Severity, Thread};

use crate::Findings;
use crate::attached::sites;
use crate::rule::rule;

rule! {
    /// A call waits for something outside while this thread stays attached to the interpreter.
    ///
    /// ## Why
    /// Until the call returns no other Python thread runs: a web server stops answering, Ctrl-C does nothing. If what
    /// is waited for needs the interpreter itself (a task that logs, a thread that calls back, an object dropped
    /// there), the wait never ends.
    /// See [`Python::detach`](https://docs.rs/pyo3/latest/pyo3/marker/struct.Python.html#method.detach).
    ///
    /// ## Bad
    /// ```rust,bad
    /// use pyo3::prelude::*;
    /// use std::sync::mpsc::Receiver;
    /// use std::sync::Mutex;
    ///
    /// #[pyclass]
    /// struct Queue {
    ///     receiver: Mutex<Receiver<u64>>,
    /// }
    ///
    /// #[pymethods]
    /// impl Queue {
    ///     fn get(&self) -> Option<u64> {
    ///         next(&self.receiver)
    ///     }
    /// }
    ///
    /// fn next(receiver: &Mutex<Receiver<u64>>) -> Option<u64> {
    ///     receiver.lock().ok()?.recv().ok()
    /// //  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ D002
    /// }
    /// ```
    ///
    /// ## Good
    /// ```rust,good
    /// use pyo3::prelude::*;
    /// use std::sync::mpsc::Receiver;
    /// use std::sync::Mutex;
    ///
    /// #[pyclass]
    /// struct Queue {
    ///     receiver: Mutex<Receiver<u64>>,
    /// }
    ///
    /// #[pymethods]
    /// impl Queue {
    ///     fn get(&self, py: Python<'_>) -> Option<u64> {
    ///         py.detach(|| next(&self.receiver))
    ///     }
    /// }
    ///
    /// fn next(receiver: &Mutex<Receiver<u64>>) -> Option<u64> {
    ///     receiver.lock().ok()?.recv().ok()
    /// }
    /// ```
    D002 "blocking-call-while-attached" {
        since: "0.1.0",
        severity: Warning,
        confidence: Medium,
        persona: Regular,
        pyo3: "any",
    }
}

fn check(model: &Model, out: &mut Findings<'_>) {
    let mut waits = model.reached_from_exports(|call, thread| {
        thread == Thread::Attached
            && weight(model, call) > Weight::None
            && !model.does(call, EffectKind::Detaches)
            && !model.does(call, EffectKind::Parallel)
    });
    waits.retain(|chain| !runs_once(model, chain) && !in_parallel_work(model, chain));
    for site in sites(model, waits, |chain| weight(model, model.step(chain.last()))) {
        let (confidence, persona, severity) = match weight(model, model.step(site.chain.last())) {
            Weight::Waits => (Confidence::High, Persona::Regular, Severity::Error),
            Weight::Takes => (Confidence::Medium, Persona::Regular, Severity::Warning),
            Weight::None | Weight::Files => (Confidence::Low, Persona::Pedantic, Severity::Info),
        };
        site.begin(model, out)
            .message("blocking call while attached to the interpreter")
            .label(format!("`{}` {}; every other Python thread waits too", site.name(model), site.what(model)))
            .note(if severity == Severity::Error {
                "if what it waits for needs the interpreter, neither ever goes on"
            } else {
                "no other Python thread runs in the meantime, and Ctrl-C does nothing"
            })
            .help(site.help(model))
            .confidence(confidence)
            .persona(persona)
            .severity(severity);
    }
}

/// How much a wait matters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    None,
    /// Files: most often short.
    Files,
    /// Takes its time, but ends by itself.
    Takes,
    /// Ends when another thread or task lets it.
    Waits,
}

fn weight(model: &Model, call: &Call) -> Weight {
    let does = |kind| model.does(call, kind);
    if does(EffectKind::Blocks) {
        Weight::Waits
    } else if does(EffectKind::Sleeps) || does(EffectKind::Network) || does(EffectKind::Process) {
        Weight::Takes
    } else if does(EffectKind::Io) {
        Weight::Files
    } else {
        Weight::None
    }
}

/// Whether the way leads through an initialiser that runs once in the life of the process.
fn runs_once(model: &Model, chain: &Chain) -> bool {
    chain.steps.iter().any(|&step| {
        let function = model.function(step.function);
        model.around(step).any(|id| model.does(function.call(id), EffectKind::InitializesOnce))
            || model.statics.iter().any(|statik| statik.initializer == Some(step.function))
    })
}

/// Whether the wait is part of parallel work, which is one finding as a whole.
fn in_parallel_work(model: &Model, chain: &Chain) -> bool {
    let function = model.function(chain.last().function);
    model.around(chain.last()).any(|id| model.does(function.call(id), EffectKind::Parallel))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::check;

    #[test]
    fn a_function_of_a_library_that_is_given_python_is_called_attached() {
        check(
            &RULE,
            r"
use pyo3::prelude::*;
use std::{thread, time::Duration};

pub fn wait(_py: Python<'_>) {
    thread::sleep(Duration::from_secs(1));
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ D002
}
",
        );
    }

    #[test]
    fn a_loop_over_a_channel_waits_for_each_message() {
        check(
            &RULE,
            r"
use pyo3::prelude::*;
use std::sync::mpsc::channel;

#[pyfunction]
fn drain() -> u64 {
    let (sender, receiver) = channel();
    std::thread::spawn(move || {
        let value = Python::attach(|py| py.version_info().major);
        sender.send(u64::from(value))
    });
    let mut sum = 0;
    for value in receiver {
//  ^^^^^^^^^^^^^^^^^^^^^^^ D002
        sum += value;
    }
    sum
}
",
        );
    }

    #[test]
    fn a_wrapper_that_detaches_is_safe_to_call_attached() {
        check(
            &RULE,
            r"
//- pyo3 0.22
use pyo3::prelude::*;
use std::future::Future;

struct Background(tokio::runtime::Runtime);

impl Background {
    fn wait<F: Future + Send>(&self, py: Python<'_>, future: F) -> F::Output
    where
        F::Output: Send,
    {
        py.allow_threads(|| self.0.block_on(future))
    }
}

#[pyclass]
struct Client(Background);

#[pymethods]
impl Client {
    fn ping(&self, py: Python<'_>) -> u32 {
        self.0.wait(py, async { 1 })
    }

    fn ping_attached(&self) -> u32 {
        self.0.0.block_on(async { 1 })
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ D002
    }
}
",
        );
    }

    #[test]
    fn what_a_thread_does_on_its_own_keeps_nobody_waiting() {
        check(
            &RULE,
            r"
use pyo3::prelude::*;
use std::time::Duration;

#[pyfunction]
fn later() {
    std::thread::spawn(|| std::thread::sleep(Duration::from_secs(1)));
}

#[pyfunction]
fn now() {
    std::thread::sleep(Duration::from_secs(1));
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ D002
}
",
        );
    }

    #[test]
    fn attaching_in_a_detached_part_begins_again() {
        check(
            &RULE,
            r"
use pyo3::prelude::*;
use std::thread::JoinHandle;

#[pyfunction]
fn run(py: Python<'_>) {
    py.detach(|| {
        let worker = std::thread::spawn(|| ());
        Python::attach(|_| finish(worker));
    });
}

fn finish(worker: JoinHandle<()>) {
    let _ = worker.join();
//          ^^^^^^^^^^^^^ D002
}
",
        );
    }

    #[test]
    fn a_crate_named_like_a_known_one_speaks_for_itself() {
        check(
            &RULE,
            r#"
//- /Cargo.toml
[package]
name = "tantivy"
version = "0.1.0"
edition = "2021"

[lib]
crate-type = ["cdylib"]

[dependencies]
pyo3 = "0.28"
//- /src/lib.rs
use pyo3::prelude::*;

#[pyclass]
struct IndexWriter;

#[pymethods]
impl IndexWriter {
    fn commit(&mut self) {}

    fn __exit__(&mut self, _kind: Py<PyAny>, _value: Py<PyAny>, _trace: Py<PyAny>) {
        self.commit();
    }
}
"#,
        );
    }

    #[test]
    fn a_method_whose_signature_a_trait_gives_cannot_detach() {
        check(
            &RULE,
            r"
use pyo3::prelude::*;
use std::sync::mpsc::Receiver;
use std::sync::Mutex;

trait Source: Send {
    fn next(&self) -> Option<u64>;
}

struct One(Mutex<Receiver<u64>>);
struct Two(Mutex<Receiver<u64>>);

impl Source for One {
    fn next(&self) -> Option<u64> {
        self.0.lock().ok()?.recv().ok()
    }
}

impl Source for Two {
    fn next(&self) -> Option<u64> {
        self.0.lock().ok()?.recv().ok()
    }
}

#[pyclass(unsendable)]
struct Stream(Box<dyn Source>);

#[pymethods]
impl Stream {
    fn __next__(&self) -> Option<u64> {
        self.0.next()
//      ^^^^^^^^^^^^^ D002
    }
}
",
        );
    }

    #[test]
    fn a_future_that_a_wrapper_hands_to_a_runtime_runs_elsewhere() {
        check(
            &RULE,
            r"
use pyo3::prelude::*;
use std::future::Future;

struct Background;

fn later<F>(py: Python<'_>, future: F) -> PyResult<Bound<'_, PyAny>>
where
    F: Future<Output = PyResult<usize>> + Send + 'static,
{
    pyo3_async_runtimes::generic::future_into_py::<Background, _, usize>(py, future)
}

async fn size() -> PyResult<usize> {
    std::thread::sleep(std::time::Duration::from_secs(1));
    Ok(1)
}

#[pyfunction]
fn measure(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    later(py, async move { size().await })
}
",
        );
    }
}
