use boundcheck_model::{Exception, Model, Persona, PyModuleStyle};

use crate::Findings;
use crate::rule::rule;

rule! {
    /// An exception that the crate raises is in no module, so that Python code cannot name it.
    ///
    /// ## Why
    /// `except ParseError:` needs `ParseError` to be importable. An exception that is defined and raised but never added
    /// to a module can only be caught through its base, together with everything else that has this base.
    /// See the [PyO3 guide](https://pyo3.rs/latest/exception.html).
    ///
    /// ## Bad
    /// ```rust,bad
    /// use pyo3::create_exception;
    /// use pyo3::exceptions::PyException;
    /// use pyo3::prelude::*;
    ///
    /// create_exception!(sample, ParseError, PyException);
    /// //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ A005
    ///
    /// #[pyfunction]
    /// fn parse(text: &str) -> PyResult<i64> {
    ///     text.parse().map_err(|_| ParseError::new_err("not a number"))
    /// }
    ///
    /// #[pymodule]
    /// fn sample(m: &Bound<'_, PyModule>) -> PyResult<()> {
    ///     m.add_function(wrap_pyfunction!(parse, m)?)
    /// }
    /// ```
    ///
    /// ## Good
    /// ```rust,good
    /// use pyo3::create_exception;
    /// use pyo3::exceptions::PyException;
    /// use pyo3::prelude::*;
    ///
    /// create_exception!(sample, ParseError, PyException);
    ///
    /// #[pyfunction]
    /// fn parse(text: &str) -> PyResult<i64> {
    ///     text.parse().map_err(|_| ParseError::new_err("not a number"))
    /// }
    ///
    /// #[pymodule]
    /// fn sample(m: &Bound<'_, PyModule>) -> PyResult<()> {
    ///     m.add("ParseError", m.py().get_type::<ParseError>())?;
    ///     m.add_function(wrap_pyfunction!(parse, m)?)
    /// }
    /// ```
    A005 "exception-not-exported" {
        since: "0.1.0",
        severity: Warning,
        confidence: High,
        persona: Regular,
        pyo3: "any",
    }
}

fn check(model: &Model, out: &mut Findings<'_>) {
    if model.modules.is_empty() {
        return;
    }
    for exception in model.exceptions.iter().filter(|exception| !model.is_exported(exception)) {
        let Some((raiser, raised_at)) = exception.raised_in.first() else { continue };
        let name = &exception.python_name;
        let finding = out
            .at(exception.span)
            .message(format!("Python code cannot name `{name}` in an `except`"))
            .label("in no module")
            .related(*raised_at, format!("raised here, in `{}`", model.function(*raiser).name()))
            .help(remedy(model, exception))
            .symbol(&exception.path)
            .python_name(name);
        if has_exported_base(model, exception) {
            finding
                .note(format!("it can be caught as `{}`, together with all others of that kind", exception.base))
                .persona(Persona::Pedantic);
        } else {
            finding
                .note(format!("callers can only catch `{}`, with everything else that is one", python_base(exception)));
        }
    }
}

/// Whether the base is an exception of the project that Python code can name.
fn has_exported_base(model: &Model, exception: &Exception) -> bool {
    let last = exception.base.rsplit("::").next();
    model.exceptions.iter().any(|base| base.path.rsplit("::").next() == last && model.is_exported(base))
}

/// `PyValueError` as Python calls it.
fn python_base(exception: &Exception) -> &str {
    let last = exception.base.rsplit("::").next().unwrap_or(&exception.base);
    last.strip_prefix("Py").unwrap_or(last)
}

fn remedy(model: &Model, exception: &Exception) -> String {
    let name = exception.path.rsplit("::").next().unwrap_or(&exception.python_name);
    let module = model.modules.iter().find(|module| module.parent.is_none());
    if module.is_some_and(|module| module.style == PyModuleStyle::Inline) {
        let path = exception.path.split_once("::").map_or(name, |(_, path)| path);
        return format!("write `#[pymodule_export] use crate::{path};` in the module");
    }
    let bound = model.pyo3_at(exception.span).is_some_and(|pyo3| pyo3.at_least(21) && !pyo3.at_least(23));
    let get_type = if bound { "get_type_bound" } else { "get_type" };
    format!("write `m.add(\"{}\", m.py().{get_type}::<{name}>())?` in the module", exception.python_name)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::check;

    #[test]
    fn an_exception_that_nobody_raises_hurts_nobody() {
        check(
            &RULE,
            r"
use pyo3::prelude::*;

pyo3::create_exception!(sample, Unused, pyo3::exceptions::PyException);

#[pymodule]
mod sample {}
",
        );
    }

    #[test]
    fn an_exception_that_a_conversion_makes_is_raised() {
        check(
            &RULE,
            r#"
use pyo3::prelude::*;

pyo3::create_exception!(sample, ParseError, pyo3::exceptions::PyException);
//<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ A005

struct Failure;

impl From<Failure> for PyErr {
    fn from(_: Failure) -> PyErr {
        ParseError::new_err("no")
    }
}

#[pyfunction]
fn parse() -> Result<(), Failure> {
    Err(Failure)
}

#[pymodule]
mod sample {
    #[pymodule_export]
    use super::parse;
}
"#,
        );
    }

    #[test]
    fn a_module_written_inline_exports_with_use() {
        check(
            &RULE,
            r#"
use pyo3::prelude::*;

pyo3::create_exception!(sample, ParseError, pyo3::exceptions::PyException);

#[pymodule]
mod sample {
    use super::*;

    #[pymodule_export]
    use super::ParseError;

    #[pyfunction]
    fn parse() -> PyResult<()> {
        Err(ParseError::new_err("no"))
    }
}
"#,
        );
    }

    #[test]
    fn an_exception_with_an_exported_base_can_be_caught_as_that() {
        check(
            &RULE,
            r#"
use pyo3::create_exception;
use pyo3::exceptions::PyException;
use pyo3::prelude::*;

create_exception!(sample, BaseError, PyException);
create_exception!(sample, ChildError, BaseError);
//<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ A005 pedantic

#[pyfunction]
fn parse() -> PyResult<()> {
    Err(ChildError::new_err("no"))
}

#[pymodule]
fn sample(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add("BaseError", m.py().get_type::<BaseError>())?;
    m.add_function(wrap_pyfunction!(parse, m)?)
}
"#,
        );
    }
}
