//! E001

use std::collections::BTreeMap;

use boundcheck_model::{
    Call, Chain, Confidence, EffectKind, Function, Model, Operation, OperationKind, Persona, Region, Span, Step,
    Thread, Type,
};

use crate::argument::{deciding, is_bounded, is_explained, is_told_where, words};
use crate::rule::rule;
use crate::{FindingBuilder, Findings};

rule! {
    /// A panic on a value from Python reaches the caller as `PanicException`.
    ///
    /// ## Why
    /// `PanicException` derives from `BaseException`, not from `Exception`: `except Exception` does not catch it, and
    /// what was meant to handle a bad argument ends the program instead. The panic also prints to stderr, poisons the
    /// locks it passes, and says nothing in the user's terms. A bad value is an error: return one with `?`.
    /// Everyone is told where an argument decides and the function has not looked at it before, where a Python exception
    /// becomes a panic, and of `todo!`; other panics in the body of an export are for the pedantic persona, those deeper
    /// down for the auditor.
    /// See the [PyO3 guide](https://pyo3.rs/latest/function/error-handling.html).
    ///
    /// ## Bad
    /// ```rust,bad
    /// use pyo3::prelude::*;
    ///
    /// #[pyfunction]
    /// fn port(address: &str) -> u16 {
    ///     address.parse().unwrap()
    /// //                  ^^^^^^^^ E001
    /// }
    ///
    /// #[pyfunction]
    /// fn first(values: Vec<f64>) -> f64 {
    ///     values[0]
    /// //  ^^^^^^^^^ E001
    /// }
    /// ```
    ///
    /// ## Good
    /// ```rust,good
    /// use pyo3::exceptions::PyValueError;
    /// use pyo3::prelude::*;
    ///
    /// #[pyfunction]
    /// fn port(address: &str) -> PyResult<u16> {
    ///     Ok(address.parse()?)
    /// }
    ///
    /// #[pyfunction]
    /// fn first(values: Vec<f64>) -> PyResult<f64> {
    ///     values.first().copied().ok_or_else(|| PyValueError::new_err("values is empty"))
    /// }
    /// ```
    E001 "panic-reaches-python" {
        since: "0.1.0",
        severity: Error,
        confidence: Medium,
        persona: Regular,
        pyo3: "any",
    }
}

fn check(model: &Model, out: &mut Findings<'_>) {
    let mut sites: BTreeMap<Span, (Chain, Told)> = BTreeMap::new();
    let panics = model.reached_from_exports(|call, thread| {
        matches!(thread, Thread::Attached | Thread::Detached)
            && (model.does(call, EffectKind::Panics) || is_unseen_unwrap(call))
    });
    // Of a library, nobody knows what its users do with a panic.
    for chain in panics.into_iter().filter(|chain| chain.export.is_some()) {
        let call = model.step(chain.last());
        let Some(told) = of_call(model, chain.last(), chain.steps.len() == 1) else { continue };
        sites.entry(place(call)).or_insert((chain, told));
    }
    for (span, (chain, told)) in sites {
        let call = model.step(chain.last());
        let what = call.from_macro.as_ref().map_or_else(|| format!("`{}`", call.name), |name| format!("`{name}!`"));
        let finding = out.at(span).chain(&chain).function(chain.last().function);
        report(finding, told, &what, instead_of_call(call));
    }
    for export in &model.exports {
        let function = model.function(export.function);
        let here = |region| matches!(region, Region::Inherited | Region::Attached | Region::Detached);
        for operation in function.operations.iter().filter(|operation| here(operation.region)) {
            let Some(told) = of_operation(model, function, operation) else { continue };
            let (what, instead) = instead_of_operation(operation, model.text(operation.span));
            let finding = out.at(operation.span).function(export.function);
            let finding = finding.related(function.name_span, format!("Python calls `{}`", export.python_name));
            report(finding, told, what, instead);
        }
    }
}

/// How sure a site is, and in what words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    /// The value that decides comes from Python.
    Argument,
    /// The value is a Python exception that is turned into a panic.
    Exception,
    /// It always panics when it is reached.
    Always,
    /// In the body of an export.
    Near,
    /// Deeper.
    Far,
}

fn report(finding: FindingBuilder<'_, Findings<'_>>, told: Told, what: &str, instead: &str) {
    let (confidence, persona, why) = match told {
        Told::Argument => (Confidence::Medium, Persona::Regular, "panics on a value that the caller in Python chooses"),
        Told::Exception => (Confidence::Medium, Persona::Regular, "turns a Python exception into a panic"),
        Told::Always => (Confidence::Medium, Persona::Regular, "always panics when Python gets here"),
        Told::Near => (Confidence::Low, Persona::Pedantic, "can panic in a function that Python calls"),
        Told::Far => (Confidence::Low, Persona::Auditor, "can panic on a way from Python"),
    };
    finding
        .message(format!("{what} {why}"))
        .label("reaches Python as `PanicException`")
        .note("`PanicException` is no `Exception`: `except Exception` does not catch it")
        .help(format!("return `PyResult` and {instead}"))
        .confidence(confidence)
        .persona(persona);
}

fn instead_of_call(call: &Call) -> &'static str {
    let unwraps = matches!(call.name.as_str(), "unwrap" | "expect" | "unwrap_err" | "expect_err");
    match call.receiver.as_ref().and_then(Type::path) {
        _ if call.from_macro.is_some() => "write `return Err(PyValueError::new_err(…))`",
        Some("std::option::Option") if unwraps => "write `.ok_or_else(|| PyValueError::new_err(…))?`",
        Some("std::result::Result") if unwraps && is_python_error(call) => "write `?`",
        _ if unwraps => "write `.map_err(|error| PyValueError::new_err(error.to_string()))?`",
        _ => "raise `PyValueError` before, where the value does not fit",
    }
}

fn instead_of_operation(operation: &Operation, text: &str) -> (&'static str, &'static str) {
    match operation.kind {
        OperationKind::Index => ("indexing", "use `.get(…)`, with `PyIndexError` where there is nothing"),
        OperationKind::Slice => ("slicing", "use `.get(…)`, with `PyIndexError` where the range does not fit"),
        OperationKind::Divide if text.contains('%') => {
            ("a remainder", "raise `PyZeroDivisionError` where the divisor is zero")
        }
        OperationKind::Divide => ("division", "raise `PyZeroDivisionError` where the divisor is zero"),
    }
}

/// Whether this unwraps the result of a dependency that is not on disk.
fn is_unseen_unwrap(call: &Call) -> bool {
    !call.is_resolved()
        && (call.name == "unwrap" && call.args.is_empty() || call.name == "expect" && call.args.len() == 1)
}

/// The name of a method and what follows; the whole macro.
fn place(call: &Call) -> Span {
    if call.from_macro.is_some() || call.receiver.is_none() {
        call.span
    } else {
        Span { start: call.name_span.start, ..call.span }
    }
}

/// `None` when the panic cannot happen, or is how Rust says that another thread has panicked.
fn of_call(model: &Model, step: Step, near: bool) -> Option<Told> {
    let (function, call) = (model.function(step.function), model.step(step));
    if is_explained(model, call.span) {
        return None;
    }
    let otherwise = if near { Told::Near } else { Told::Far };
    match call.from_macro.as_deref() {
        Some("todo" | "unimplemented") if is_binding(model, function) => return Some(Told::Always),
        Some("panic") if near => return Some(Told::Always),
        Some(_) => return Some(otherwise),
        None => {}
    }
    // These only panic on a radix above 36.
    let by_radix = matches!(call.name.as_str(), "to_digit" | "from_digit" | "is_digit" | "from_str_radix");
    if by_radix && call.args.last().is_some_and(|radix| radix.literal.is_some()) {
        return None;
    }
    if !matches!(call.name.as_str(), "unwrap" | "expect" | "unwrap_err" | "expect_err") {
        return Some(if near && is_told_where(model, function, call) { Told::Argument } else { otherwise });
    }
    let error = call.receiver.as_ref().and_then(|receiver| receiver.args().get(1));
    let cannot = |error: &Type| matches!(error.name(), Some("PoisonError" | "TryLockError" | "Infallible"));
    if error.is_some_and(|error| *error == Type::Never || cannot(error)) {
        return None;
    }
    // A length fits into any integer that holds one, and a slice of `[..8]` into an array of eight.
    let made = model.text(Span { end: call.name_span.start, ..call.span });
    let fits = match error.and_then(Type::name) {
        Some("TryFromIntError") => made.contains(".len()"),
        Some("TryFromSliceError") => made.contains(".."),
        Some("Utf8Error" | "FromUtf8Error") => made.contains("as_bytes()") || made.contains("into_bytes()"),
        _ => false,
    };
    if fits {
        return Some(otherwise);
    }
    // `expect` on an option most often states an invariant.
    let stated = call.name == "expect" && error.is_none();
    if near && !stated && decided_by_argument(model, step) {
        return Some(Told::Argument);
    }
    let raised = error.and_then(Type::name) == Some("PyErr") && calls_python(model, function, call);
    Some(if raised && is_binding(model, function) { Told::Exception } else { otherwise })
}

fn is_python_error(call: &Call) -> bool {
    let error = call.receiver.as_ref().and_then(|receiver| receiver.args().get(1));
    error.and_then(Type::name) == Some("PyErr")
}

/// Whether the value is the result of calling a Python object, whose code can raise anything.
fn calls_python(model: &Model, function: &Function, unwrap: &Call) -> bool {
    let made = |call: &&Call| call.span.start == unwrap.span.start && call.span.end < unwrap.name_span.start;
    let maker = function.calls.iter().filter(made).max_by_key(|call| call.span.end);
    maker.is_some_and(|call| model.does(call, EffectKind::RunsPython) && call.name.starts_with("call"))
}

/// Whether the value is computed from an argument, right there or by the iterator or option around the closure.
fn decided_by_argument(model: &Model, step: Step) -> bool {
    let function = model.function(step.function);
    let before = |id| Span { end: function.call(id).name_span.start, ..function.call(id).span };
    let bounded = |value| {
        let text = model.text(value);
        text.contains(" % ") || text.contains(" & ") || words(text).any(|word| matches!(word, "clamp" | "filter"))
    };
    let value = before(step.call);
    if deciding(model, function, value).is_some() {
        return !bounded(value);
    }
    // What a function makes of the arguments before it calls the closure is its affair, and a number has only digits.
    model.around(step).any(|id| {
        let given = before(id);
        let first = words(model.text(given)).next();
        let is_number = |name| {
            let mut params = function.params.iter().filter(|param| param.name == name);
            params.any(|param| matches!(param.ty.peeled(), Type::Primitive(name) if name != "str"))
        };
        deciding(model, function, given).is_some_and(|name| first == Some(name) && !is_number(name)) && !bounded(given)
    })
}

fn of_operation(model: &Model, function: &Function, operation: &Operation) -> Option<Told> {
    if is_explained(model, operation.span) || operation.by_literal && operation.kind == OperationKind::Divide {
        return None;
    }
    let text = model.text(operation.span);
    let cut = match operation.kind {
        OperationKind::Index | OperationKind::Slice => text.rfind('[').filter(|_| text.ends_with(']')),
        OperationKind::Divide => text.rfind(['/', '%']),
    };
    let Some(cut) = cut.map(|at| operation.span.start + at as u32) else { return Some(Told::Near) };
    let number = Span { start: cut + 1, ..operation.span };
    if operation.by_literal {
        // rustc refuses a literal that an array does not have.
        if matches!(operation.operand, Type::Array(_)) {
            return None;
        }
        // `values`, or the value in a newtype: `values.0`. Of `rows[0][0]` the inner one is enough.
        let base = model.text(Span { end: cut, ..operation.span }).trim().trim_end_matches(".0");
        let decides = deciding(model, function, operation.span) == Some(base) && text.matches('[').count() == 1;
        return Some(if decides { Told::Argument } else { Told::Near });
    }
    let told = deciding(model, function, number).is_some_and(|name| is_mentioned_once(model, operation.span, name));
    let alone = operation.kind != OperationKind::Divide || words(model.text(number)).count() == 1;
    Some(if told && alone && !is_bounded(model.text(number)) { Told::Argument } else { Told::Near })
}

/// `rows[at]`, not `rows[at % rows.len()]` and the like, where `at` stands before the bracket too.
fn is_mentioned_once(model: &Model, operation: Span, name: &str) -> bool {
    words(model.text(operation)).filter(|word| *word == name).count() == 1
}

/// Whether the function belongs to a crate that always has `PyO3`.
fn is_binding(model: &Model, function: &Function) -> bool {
    let package = model.package(function.package);
    package.pyo3.is_some() && !package.has_optional("pyo3")
}

#[cfg(test)]
mod tests;
