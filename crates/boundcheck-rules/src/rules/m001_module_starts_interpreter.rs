use std::collections::BTreeSet;

use boundcheck_model::{EffectKind, Model, Package, PackageId, Persona, Pyo3, Span, Thread};

use crate::Findings;
use crate::rule::rule;

rule! {
    /// A crate that Python imports also starts an interpreter.
    ///
    /// ## Why
    /// An extension module is loaded by an interpreter that already runs; starting one is the task of a program that
    /// embeds Python. The two are linked differently: a program needs libpython, a module must not bring one along.
    /// A crate that wants to be both cannot be built right for either, and `auto-initialize` spreads to every crate of
    /// the build.
    /// See the [PyO3 guide](https://pyo3.rs/latest/building-and-distribution.html).
    ///
    /// ## Bad
    /// ```toml,bad,file=Cargo.toml
    /// [dependencies]
    /// pyo3 = { version = "0.28", features = ["auto-initialize"] }
    /// #                                      ^^^^^^^^^^^^^^^^^ M001
    /// ```
    ///
    /// ```rust,bad
    /// use pyo3::prelude::*;
    ///
    /// #[pymodule]
    /// mod sample {
    ///     use super::*;
    ///
    ///     #[pyfunction]
    ///     fn version() -> String {
    ///         Python::initialize();
    /// //      ^^^^^^^^^^^^^^^^^^^^ M001
    ///         String::from("1.0")
    ///     }
    /// }
    /// ```
    ///
    /// ## Good
    /// Tests may start an interpreter:
    ///
    /// ```toml,good,file=Cargo.toml
    /// [dependencies]
    /// pyo3 = "0.28"
    ///
    /// [dev-dependencies]
    /// pyo3 = { version = "0.28", features = ["auto-initialize"] }
    /// ```
    ///
    /// ```rust,good
    /// use pyo3::prelude::*;
    ///
    /// #[pymodule]
    /// mod sample {
    ///     use super::*;
    ///
    ///     #[pyfunction]
    ///     fn version() -> String {
    ///         String::from("1.0")
    ///     }
    /// }
    /// ```
    M001 "module-starts-interpreter" {
        since: "0.1.0",
        severity: Warning,
        confidence: Medium,
        persona: Regular,
        pyo3: "any",
    }
}

fn check(model: &Model, out: &mut Findings<'_>) {
    for (id, package) in model.packages_with_id() {
        let Some(module) = model.top_level_modules(id).next() else { continue };
        if !package.builds_cdylib() || model.has_inittab() {
            continue;
        }
        if let Some(feature) = package.always_on_pyo3_feature("auto-initialize") {
            out.at(feature.span)
                .message(format!("`{}` is a Python module, but `auto-initialize` is for programs", package.name))
                .label("starts an interpreter in whatever is built")
                .related(module.name_span, "Python imports this module")
                .note(
                    "a module is loaded by an interpreter that already runs; the feature only changes how it is linked",
                )
                .help("move the feature to `[dev-dependencies]` for tests, or the program to a crate of its own");
        }
        for (span, persona) in starts(model, id) {
            out.at(span)
                .message(format!("`{}` is a Python module, and starts an interpreter", package.name))
                .label("starts an interpreter")
                .related(module.name_span, "Python imports this module")
                .note("whoever imports the module has an interpreter already")
                .help(remedy(package))
                .symbol(&module.path)
                .persona(persona);
        }
    }
}

/// Calls of the package that start an interpreter. Those that only a program of the same package makes are for people
/// who polish: that works, as long as nobody packages the crate.
fn starts(model: &Model, package: PackageId) -> Vec<(Span, Persona)> {
    let wanted = |call: &boundcheck_model::Call, _| model.does(call, EffectKind::InitializesPython);
    let initialisers = model.modules.iter().filter_map(|module| module.function);
    let from_modules = initialisers.flat_map(|function| model.reached_from(function, Thread::Attached, wanted));
    let from_python: BTreeSet<_> =
        model.reached_from_exports(wanted).into_iter().chain(from_modules).map(|chain| chain.last()).collect();
    let own = model.functions_with_id().filter(|(_, function)| function.package == package);
    let mut starts = Vec::new();
    for (function_id, function) in own {
        for (at, call) in function.calls.iter().enumerate().filter(|(_, call)| wanted(call, Thread::Attached)) {
            let step = boundcheck_model::Step { function: function_id, call: boundcheck_model::CallId(at as u32) };
            let persona = if from_python.contains(&step) { Persona::Regular } else { Persona::Pedantic };
            starts.push((call.span, persona));
        }
    }
    starts
}

fn remedy(package: &Package) -> String {
    let attach = package.pyo3.as_ref().map_or("attach", Pyo3::attach_name);
    format!("remove it, `Python::{attach}` is enough here; a program that embeds Python belongs in a crate of its own")
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::check;

    #[test]
    fn a_program_without_a_module_may_start_python() {
        check(
            &RULE,
            r#"
//- /Cargo.toml
[dependencies]
pyo3 = { version = "0.28", features = ["auto-initialize"] }
//- /src/main.rs
use pyo3::prelude::*;

fn main() {
    Python::initialize();
    Python::attach(|py| py.import("sys").is_ok());
}
"#,
        );
    }

    #[test]
    fn old_names_are_known() {
        check(
            &RULE,
            r"
//- pyo3 0.22
use pyo3::prelude::*;

#[pymodule]
fn sample(_m: &Bound<'_, PyModule>) -> PyResult<()> {
    pyo3::prepare_freethreaded_python();
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ M001
    Ok(())
}
",
        );
    }
}
