//! E001

use std::collections::BTreeMap;

use boundcheck_model::{
    Call, Chain, Confidence, EffectKind, Function, Model, Operation, OperationKind, Persona, Region, Span, Step,
    Thread, Type,
};

use crate::Findings;
use crate::rule::rule;

rule! {
    /// A panic on a value from Python reaches the caller as `PanicException`.
    ///
    /// ## Why
    /// `PanicException` derives from `BaseException`, not from `Exception`: `except Exception` does not catch it, and
    /// what was meant to handle a bad argument ends the program instead. The panic also prints to stderr, poisons the
    /// locks it passes, and says nothing in the user's terms. A bad value is an error: return one with `?`.
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
    for chain in panics {
        let call = model.step(chain.last());
        let Some(told) = of_call(model, chain.last(), chain.steps.len() == 1) else { continue };
        sites.entry(place(call)).or_insert((chain, told));
    }
    for (span, (chain, told)) in sites {
        let call = model.step(chain.last());
        let what = call.from_macro.as_ref().map_or_else(|| format!("`{}`", call.name), |name| format!("`{name}!`"));
        report(out.at(span).chain(&chain).function(chain.last().function), told, &what);
    }
    for export in &model.exports {
        let function = model.function(export.function);
        let here = |region| matches!(region, Region::Inherited | Region::Attached | Region::Detached);
        for operation in function.operations.iter().filter(|operation| here(operation.region)) {
            let Some(told) = of_operation(model, function, operation) else { continue };
            let what = match operation.kind {
                OperationKind::Index => "indexing",
                OperationKind::Slice => "slicing",
                OperationKind::Divide => "division",
            };
            report(out.at(operation.span).function(export.function), told, what);
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

fn report(finding: crate::FindingBuilder<'_, '_>, told: Told, what: &str) {
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
        .help("return an error with `?`, or `.ok_or_else(|| PyValueError::new_err(…))?`")
        .confidence(confidence)
        .persona(persona);
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
    if !matches!(call.name.as_str(), "unwrap" | "expect" | "unwrap_err" | "expect_err") {
        return Some(otherwise);
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

/// Whether the value is the result of calling a Python object, whose code can raise anything.
fn calls_python(model: &Model, function: &Function, unwrap: &Call) -> bool {
    let made = |call: &&Call| call.span.start == unwrap.span.start && call.span.end < unwrap.name_span.start;
    let maker = function.calls.iter().filter(made).max_by_key(|call| call.span.end);
    maker.is_some_and(|call| model.does(call, EffectKind::RunsPython) && call.name.starts_with("call"))
}

/// Whether the value is computed from an argument, right there or by the iterator or option around the closure.
fn decided_by_argument(model: &Model, step: Step) -> bool {
    let function = model.function(step.function);
    let before = |id| model.text(Span { end: function.call(id).name_span.start, ..function.call(id).span });
    let is_argument = |word: &str| arguments(model, function).any(|name| name == word);
    // A value with a block in it is decided by more than one can see here.
    let value = before(step.call);
    let direct = !value.contains('{') && words(value).any(is_argument);
    // What a function makes of the arguments before it calls the closure is its affair.
    direct || model.around(step).any(|id| words(before(id)).next().is_some_and(is_argument))
}

fn of_operation(model: &Model, function: &Function, operation: &Operation) -> Option<Told> {
    if is_explained(model, operation.span) || operation.by_literal && operation.kind == OperationKind::Divide {
        return None;
    }
    let text = model.text(operation.span);
    let decisive = match operation.kind {
        OperationKind::Index | OperationKind::Slice => text.split('[').next().unwrap_or_default(),
        OperationKind::Divide => text.rsplit(['/', '%']).next().unwrap_or_default(),
    };
    // `values`, or the value in a newtype: `values.0`
    let decisive = decisive.trim().trim_end_matches(".0");
    let argument = arguments(model, function).find(|name| *name == decisive);
    let checked = |name: &str| {
        let before = Span { end: operation.span.start, ..function.span };
        let before = model.text(before).split_once('{').map_or("", |(_, body)| body);
        words(before).any(|word| word == name)
    };
    // Of `rows[0][0]` the inner one is enough.
    let innermost = text.matches('[').count() == 1;
    let constant = operation.by_literal && innermost || operation.kind == OperationKind::Divide;
    Some(match argument {
        Some(name) if constant && !checked(name) => Told::Argument,
        _ => Told::Near,
    })
}

/// Names of parameters that Python fills, but for instances of the project's own classes.
fn arguments<'m>(model: &'m Model, function: &'m Function) -> impl Iterator<Item = &'m str> {
    let own = |ty: &Type| ty.any(|ty| ty.path().is_some_and(|path| model.class_of_path(path).is_some()));
    let given = function.params.iter().filter(move |param| !param.ty.peeled().is("pyo3::Python") && !own(&param.ty));
    given.map(|param| param.name.as_str()).filter(|name| !matches!(*name, "" | "self"))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty())
}

/// Whether the function belongs to a crate that always has `PyO3`.
fn is_binding(model: &Model, function: &Function) -> bool {
    let package = model.package(function.package);
    package.pyo3.is_some() && !package.has_optional("pyo3")
}

/// Whether a comment on the line, or alone on the line above, says why it holds.
fn is_explained(model: &Model, span: Span) -> bool {
    let file = model.file(span.file);
    let (line, _) = file.line_column(span.end);
    let (first, _) = file.line_column(span.start);
    let text = |line: u32| {
        let (start, end) = file.line_range(line).unwrap_or_default();
        model.text(Span { file: span.file, start, end })
    };
    text(line).contains("//") || first > 1 && text(first - 1).trim_start().starts_with("//")
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::check;

    #[test]
    fn what_cannot_fail_or_is_explained_is_left_alone() {
        check(
            &RULE,
            r"
use pyo3::prelude::*;
use std::sync::Mutex;

#[pyclass]
struct Counter {
    value: Mutex<u64>,
}

#[pymethods]
impl Counter {
    fn add(&self, step: u64) {
        *self.value.lock().unwrap() += step;
    }

    fn digit(&self, value: u32) -> char {
        // The remainder is below ten.
        char::from_digit(value % 10, 10).unwrap()
    }
}
",
        );
    }

    #[test]
    fn what_fits_by_its_making_and_what_a_function_made_of_it_are_no_choice_of_the_caller() {
        check(
            &RULE,
            r"
use pyo3::prelude::*;

fn parse(text: &str) -> PyResult<Option<u32>> {
    Ok(text.parse().ok())
}

#[pyfunction]
fn bits(data: &[u8]) -> u64 {
    let length: u64 = data.len().try_into().unwrap();
//                                          ^^^^^^^^ E001 pedantic
    length * 8
}

#[pyfunction]
fn port(text: &str) -> PyResult<u32> {
    parse(text).map(|port| port.unwrap())
//                              ^^^^^^^^ E001 pedantic
}
",
        );
    }

    #[test]
    fn the_value_in_a_newtype_is_the_argument() {
        check(
            &RULE,
            r"
use pyo3::prelude::*;

#[derive(FromPyObject)]
struct Rows(Vec<Vec<u64>>);

#[pyfunction]
fn corner(rows: Rows) -> u64 {
    rows.0[0][0]
//  ^^^^^^^^^ E001
//  ^^^^^^^^^^^^ E001 pedantic
}
",
        );
    }

    #[test]
    fn a_python_exception_is_not_to_be_turned_into_a_panic_anywhere() {
        check(
            &RULE,
            r#"
use pyo3::prelude::*;

fn name(object: &Bound<'_, PyAny>) -> String {
    object.call_method0("name").unwrap().to_string()
//                              ^^^^^^^^ E001
}

#[pyfunction]
fn greet(object: Bound<'_, PyAny>) -> String {
    format!("hello {}", name(&object))
}
"#,
        );
    }

    #[test]
    fn what_always_panics_and_a_divisor_from_python_are_reported() {
        check(
            &RULE,
            r"
use pyo3::prelude::*;

#[pyfunction]
fn last_line() -> u32 {
    todo!()
//  ^^^^^ E001
}

#[pyfunction]
fn share(total: u64, parts: u64) -> u64 {
    total / parts
//  ^^^^^^^^^^^^^ E001
}

#[pyfunction]
fn half(total: u64) -> u64 {
    total / 2
}
",
        );
    }

    #[test]
    fn an_option_around_the_closure_may_be_the_argument() {
        check(
            &RULE,
            r"
use pyo3::prelude::*;

#[pyfunction]
fn wait(timeout: Option<Bound<'_, PyAny>>) -> Option<f64> {
    timeout.map(|given| given.extract().unwrap())
//                                      ^^^^^^^^ E001
}
",
        );
    }

    #[test]
    fn the_result_of_a_crate_that_is_not_on_disk_is_unwrapped_all_the_same() {
        check(
            &RULE,
            r"
use pyo3::prelude::*;

#[pyfunction]
fn load(data: &[u8]) -> usize {
    wire_format::decode(data).unwrap()
//                            ^^^^^^^^ E001
}
",
        );
    }
}
