//! D020

use boundcheck_model::{Model, Persona};

use crate::Findings;
use crate::rule::rule;

rule! {
    /// A module does not say whether it needs the GIL, and so turns it on for the whole process.
    ///
    /// ## Why
    /// With PyO3 0.23 to 0.27, importing a module without `gil_used` into free-threaded Python enables the GIL again, for
    /// all code in the process, and prints a `RuntimeWarning`. One such dependency takes the threads away from a whole
    /// application. From PyO3 0.28 a module is taken to support free threading unless it says otherwise. A package that
    /// ships one stable-ABI wheel is not installed there, so for those only the pedantic persona is told.
    /// See the [PyO3 guide](https://pyo3.rs/v0.27.2/free-threading.html).
    ///
    /// ## Bad
    /// ```rust,bad,pyo3=0.26
    /// use pyo3::prelude::*;
    ///
    /// #[pymodule]
    /// fn sample(_m: &Bound<'_, PyModule>) -> PyResult<()> {
    /// // ^^^^^^ D020
    ///     Ok(())
    /// }
    /// ```
    ///
    /// ## Good
    /// ```rust,good,pyo3=0.26
    /// use pyo3::prelude::*;
    ///
    /// #[pymodule(gil_used = false)]
    /// fn sample(_m: &Bound<'_, PyModule>) -> PyResult<()> {
    ///     Ok(())
    /// }
    /// ```
    D020 "free-threading-undeclared" {
        since: "0.1.0",
        severity: Warning,
        confidence: Medium,
        persona: Regular,
        pyo3: "0.23..0.28",
    }
}

fn check(model: &Model, out: &mut Findings<'_>) {
    for module in model.modules.iter().filter(|module| module.parent.is_none()) {
        let package = model.package(module.package);
        let declared = module.options.iter().any(|option| option.name == "gil_used")
            || module.function.is_some_and(|id| model.function(id).calls.iter().any(|call| call.name == "gil_used"));
        if declared || !package.builds_cdylib() || model.has_inittab() {
            continue;
        }
        let name = &module.python_name;
        let finding = out
            .at(module.name_span)
            .symbol(&module.path)
            .python_name(name)
            .message(format!("importing `{name}` turns the GIL on in free-threaded Python"))
            .label("does not say whether it needs the GIL")
            .note("the GIL stays on for the whole process, and Python prints a RuntimeWarning")
            .help("write `#[pymodule(gil_used = false)]` once no code relies on the GIL, or `gil_used = true` to say that it does");
        if package.pyo3.as_ref().is_some_and(|pyo3| pyo3.abi3) {
            finding.persona(Persona::Pedantic);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::check;

    #[test]
    fn from_0_28_a_module_supports_free_threading_unless_it_says_otherwise() {
        check(
            &RULE,
            r"
//- pyo3 0.28
use pyo3::prelude::*;

#[pymodule]
mod sample {}
",
        );
    }

    #[test]
    fn a_submodule_follows_the_module_it_is_in() {
        check(
            &RULE,
            r"
//- pyo3 0.25
use pyo3::prelude::*;

#[pymodule(gil_used = true)]
mod sample {
    use super::*;

    #[pymodule]
    mod inner {}
}
",
        );
    }

    #[test]
    fn a_stable_abi_wheel_is_not_installed_there() {
        check(
            &RULE,
            r#"
//- /Cargo.toml
[dependencies]
pyo3 = { version = "0.25", features = ["abi3-py39"] }
//- /src/lib.rs
use pyo3::prelude::*;

#[pymodule]
mod sample {}
//  ^^^^^^ D020 pedantic
"#,
        );
    }
}
