use boundcheck_model::{Confidence, Export, ExportKind, Model, Parameter, Persona};

use crate::Findings;
use crate::rule::rule;

rule! {
    /// A trailing `Option` parameter has no default, so that Python callers must pass it.
    ///
    /// ## Why
    /// Until PyO3 0.23 a trailing `Option<T>` was optional by itself. From 0.24 it is a required parameter that accepts
    /// `None`: `f(path)` raises `TypeError: missing 1 required positional argument`. 0.22 and 0.23 only warn while
    /// compiling. A `signature` says which of the two is meant. Where the body puts a default in the place of `None`, it
    /// is most likely the optional one; elsewhere only the pedantic persona is told.
    /// See the [PyO3 guide](https://pyo3.rs/latest/function/signature.html).
    ///
    /// ## Bad
    /// ```rust,bad
    /// use pyo3::prelude::*;
    ///
    /// #[pyfunction]
    /// fn head(path: String, limit: Option<usize>) -> usize {
    /// //                    ^^^^^^^^^^^^^^^^^^^^ A007
    ///     path.len().min(limit.unwrap_or(10))
    /// }
    /// ```
    ///
    /// ## Good
    /// ```rust,good
    /// use pyo3::prelude::*;
    ///
    /// #[pyfunction]
    /// #[pyo3(signature = (path, limit=None))]
    /// fn head(path: String, limit: Option<usize>) -> usize {
    ///     path.len().min(limit.unwrap_or(10))
    /// }
    /// ```
    A007 "option-parameter-without-default" {
        since: "0.1.0",
        severity: Warning,
        confidence: Medium,
        persona: Regular,
        pyo3: "0.22..",
    }
}

fn check(model: &Model, out: &mut Findings<'_>) {
    for export in model.exports.iter().filter(|export| takes_arguments(export) && export.signature.is_none()) {
        let params = arguments(model, export);
        let required = params.iter().rposition(|param| !is_option(param)).map_or(0, |at| at + 1);
        let Some(first) = params.get(required) else { continue };
        let name = first.name.trim_start_matches("r#");
        let signature = signature(&params, required);
        let finding = out.at(first.span).function(export.function).help(format!(
            "write `#[pyo3(signature = ({signature}))]`, or the same without defaults if callers are to pass it"
        ));
        if model.pyo3_at(first.span).is_some_and(|pyo3| pyo3.at_least(24)) {
            let finding = finding
                .message(format!("callers of `{}` must pass `{name}`, although it is an `Option`", export.python_name))
                .label("required: `None` is accepted, but is no default")
                .note("a call without it raises TypeError since PyO3 0.24");
            // Without a default in the body, a value that may be `None` but must be given can be meant.
            if !params[required..].iter().any(|param| falls_back(model, export, param)) {
                finding.confidence(Confidence::Low).persona(Persona::Pedantic);
            }
        } else {
            finding
                .message(format!("`{name}` of `{}` becomes a required argument with PyO3 0.24", export.python_name))
                .label("optional only by a rule that PyO3 0.24 drops")
                .note("this version warns while compiling; from 0.24 a call without it raises TypeError")
                .confidence(Confidence::High)
                .persona(Persona::Pedantic);
        }
    }
}

/// Whether Python code writes the arguments of the export; those of special methods come from the interpreter.
fn takes_arguments(export: &Export) -> bool {
    let name = export.python_name.rsplit('.').next().unwrap_or_default();
    let callable = matches!(
        export.kind,
        ExportKind::Function
            | ExportKind::Method
            | ExportKind::StaticMethod
            | ExportKind::ClassMethod
            | ExportKind::Constructor
    );
    let special = name.starts_with("__") && name.ends_with("__");
    let signed = export.options.iter().any(|option| matches!(option.name.as_str(), "signature" | "text_signature"));
    callable && !signed && (!special || export.kind == ExportKind::Constructor)
}

/// The parameters that Python passes: no receiver, no class or module, no token.
fn arguments<'m>(model: &'m Model, export: &Export) -> Vec<&'m Parameter> {
    let given = match export.kind {
        ExportKind::Method | ExportKind::ClassMethod => 1,
        _ => usize::from(export.options.iter().any(|option| option.name == "pass_module")),
    };
    let params = model.function(export.function).params.iter().skip(given);
    params.filter(|param| !param.ty.peeled().is("pyo3::Python")).collect()
}

/// Whether the body puts something in the place of an absent argument: `limit.unwrap_or(10)`.
fn falls_back(model: &Model, export: &Export, param: &Parameter) -> bool {
    model.function(export.function).calls.iter().any(|call| {
        let replaces = matches!(
            call.name.as_str(),
            "unwrap_or" | "unwrap_or_default" | "unwrap_or_else" | "map_or" | "map_or_else" | "is_none_or"
        );
        let of_param = || model.text(call.span).strip_prefix(&param.name)?.trim_start().strip_prefix('.');
        replaces && of_param().is_some()
    })
}

fn is_option(param: &Parameter) -> bool {
    param.ty.path().is_some_and(|path| path.ends_with("option::Option"))
}

/// `path, limit=None`
fn signature(params: &[&Parameter], required: usize) -> String {
    let written = params.iter().enumerate().map(|(at, param)| {
        let default = if at >= required { "=None" } else { "" };
        format!("{}{default}", param.name.trim_start_matches("r#"))
    });
    written.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::check;

    #[test]
    fn only_trailing_options_of_what_python_calls_with_arguments_count() {
        check(
            &RULE,
            r"
use pyo3::prelude::*;

#[pyclass]
struct Buffer {
    size: Option<usize>,
}

#[pymethods]
impl Buffer {
    #[new]
    fn new(py: Python<'_>, size: Option<usize>) -> Self {
//                         ^^^^^^^^^^^^^^^^^^^ A007 pedantic
        let _ = py;
        Buffer { size }
    }

    #[setter]
    fn set_size(&mut self, size: Option<usize>) {
        self.size = size;
    }

    fn resize(&mut self, size: Option<usize>, by: usize) {
        self.size = size.map(|size| size + by);
    }

    fn __exit__(&self, _kind: Option<Py<PyAny>>, _value: Option<Py<PyAny>>, _trace: Option<Py<PyAny>>) {}
}
",
        );
    }

    #[test]
    fn a_signature_without_defaults_says_that_it_is_meant() {
        check(
            &RULE,
            r"
use pyo3::prelude::*;

#[pyfunction(signature = (limit))]
fn head(limit: Option<usize>) -> usize {
    limit.unwrap_or(10)
}
",
        );
    }

    #[test]
    fn without_a_default_in_the_body_none_may_be_a_value_that_callers_must_choose() {
        check(
            &RULE,
            r"
use pyo3::prelude::*;

#[pyfunction]
fn keep(value: Option<usize>) -> Option<usize> {
//      ^^^^^^^^^^^^^^^^^^^^ A007 pedantic
    value
}

#[pyfunction]
fn fill(value: Option<usize>) -> usize {
//      ^^^^^^^^^^^^^^^^^^^^ A007 regular
    value.unwrap_or_default()
}
",
        );
    }

    #[test]
    fn until_0_23_it_is_optional_but_will_not_stay_so() {
        check(
            &RULE,
            r"
//- pyo3 0.23
use pyo3::prelude::*;

#[pyfunction]
fn head(limit: Option<usize>) -> usize {
//      ^^^^^^^^^^^^^^^^^^^^ A007 pedantic
    limit.unwrap_or(10)
}
",
        );
    }

    #[test]
    fn before_0_22_a_trailing_option_is_simply_optional() {
        check(
            &RULE,
            r"
//- pyo3 0.21
use pyo3::prelude::*;

#[pyfunction]
fn head(limit: Option<usize>) -> usize {
    limit.unwrap_or(10)
}
",
        );
    }
}
