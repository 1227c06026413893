use boundcheck_model::{EffectKind, Function, FunctionId, Model, Thread};

use crate::Findings;
use crate::rule::rule;

rule! {
    /// A program attaches to the interpreter without starting one first.
    ///
    /// ## Why
    /// A program has no interpreter until it starts one. `Python::attach` (`with_gil` before PyO3 0.26) does not start
    /// it, unless the feature `auto-initialize` is on: it panics at run time, on the first call.
    /// See the [documentation of `Python`](https://docs.rs/pyo3/latest/pyo3/marker/struct.Python.html).
    ///
    /// ## Bad
    /// ```rust,bad,file=src/main.rs
    /// use pyo3::prelude::*;
    ///
    /// fn main() -> PyResult<()> {
    ///     Python::attach(|py| py.run(c"print('hello')", None, None))
    /// //  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ M006
    /// }
    /// ```
    ///
    /// ## Good
    /// ```rust,good,file=src/main.rs
    /// use pyo3::prelude::*;
    ///
    /// fn main() -> PyResult<()> {
    ///     Python::initialize();
    ///     Python::attach(|py| py.run(c"print('hello')", None, None))
    /// }
    /// ```
    M006 "attach-before-initialize" {
        since: "0.1.0",
        severity: Error,
        confidence: Medium,
        persona: Regular,
        pyo3: "0.14..",
    }
}

fn check(model: &Model, out: &mut Findings<'_>) {
    // Features are shared by all crates of a build.
    let starts_by_itself = model
        .packages
        .iter()
        .filter_map(|package| package.pyo3.as_ref())
        .any(|pyo3| pyo3.features.iter().any(|feature| feature == "auto-initialize"));
    if starts_by_itself {
        return;
    }
    for &main in model.entry_points.iter().filter(|&&id| is_main(model.function(id))) {
        report(model, main, out);
    }
}

/// Reports the first attachment that `main` reaches, if nothing that it reaches starts an interpreter.
fn report(model: &Model, main: FunctionId, out: &mut Findings<'_>) {
    let starts = |call: &boundcheck_model::Call, _| {
        model.does(call, EffectKind::InitializesPython) || call.name.to_lowercase().contains("initialize")
    };
    let attaches = |call: &boundcheck_model::Call, _| {
        matches!(call.path.as_str(), "pyo3::Python::attach" | "pyo3::Python::with_gil")
    };
    let mut chains = model.reached_from(main, Thread::Detached, attaches);
    if !model.reached_from(main, Thread::Detached, starts).is_empty() {
        return;
    }
    chains.sort_by_key(|chain| (chain.steps.len(), chain.last()));
    let Some(chain) = chains.first() else { return };
    let call = model.step(chain.last());
    let modern = model.pyo3_at(call.span).is_none_or(|pyo3| pyo3.at_least(26));
    let start = if modern { "Python::initialize()" } else { "pyo3::prepare_freethreaded_python()" };
    out.at(call.span)
        .message(format!("`Python::{}` panics here: no interpreter was started", call.name))
        .label("needs an interpreter")
        .chain(chain)
        .related(model.function(main).name_span, "nothing that the program calls starts one")
        .note("the feature `auto-initialize` is off, so attaching does not start one either")
        .help(format!("call `{start}` first, or switch on the feature `auto-initialize`"));
}

/// Whether this is `main` of a program. One that a macro rewrites may start the interpreter there.
fn is_main(function: &Function) -> bool {
    function.name() == "main" && !function.attributes.iter().any(|attribute| attribute.path.contains("pyo3"))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::check;

    #[test]
    fn a_feature_may_start_the_interpreter() {
        check(
            &RULE,
            r#"
//- /Cargo.toml
[dependencies]
pyo3 = { version = "0.28", features = ["auto-initialize"] }
//- /src/main.rs
use pyo3::prelude::*;

fn main() {
    Python::attach(|py| py.import("sys").is_ok());
}
"#,
        );
    }

    #[test]
    fn the_way_through_other_functions_is_followed_under_the_names_of_the_version() {
        check(
            &RULE,
            r#"
//- pyo3 0.25
//- /src/main.rs
use pyo3::prelude::*;

fn main() {
    hello();
}

fn hello() {
    Python::with_gil(|py| py.import("sys").is_ok());
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ M006
}
"#,
        );
    }

    #[test]
    fn starting_in_another_function_counts() {
        check(
            &RULE,
            r#"
//- /src/main.rs
use pyo3::prelude::*;

fn main() {
    start();
    Python::attach(|py| py.import("sys").is_ok());
}

fn start() {
    Python::initialize();
}
"#,
        );
    }

    #[test]
    fn try_attach_does_not_panic() {
        check(
            &RULE,
            r#"
//- /src/main.rs
use pyo3::prelude::*;

fn main() {
    Python::try_attach(|py| py.import("sys").is_ok());
}
"#,
        );
    }
}
