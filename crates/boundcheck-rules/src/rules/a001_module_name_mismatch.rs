use boundcheck_model::{BuildBackend, Confidence, Model, Module, Package, PackageId, Persona, Span};

use crate::Findings;
use crate::rule::rule;

rule! {
    /// The `#[pymodule]` has another name than the library that Python imports.
    ///
    /// ## Why
    /// To import `name`, Python opens the library `name` and calls `PyInit_name` in it. PyO3 makes that function from
    /// the name of the `#[pymodule]`; the file is named after `[tool.maturin] module-name`, or after the library. When
    /// the two differ, the package builds, installs, and fails with `ImportError: dynamic module does not define module
    /// export function`.
    /// See the [PyO3 guide](https://pyo3.rs/latest/module.html).
    ///
    /// ## Bad
    /// ```toml,bad,file=pyproject.toml
    /// [tool.maturin]
    /// module-name = "sample._native"
    /// ```
    ///
    /// ```rust,bad
    /// use pyo3::prelude::*;
    ///
    /// #[pymodule]
    /// mod sample {}
    /// //  ^^^^^^ A001
    /// ```
    ///
    /// ## Good
    /// ```toml,good,file=pyproject.toml
    /// [tool.maturin]
    /// module-name = "sample._native"
    /// ```
    ///
    /// ```rust,good
    /// use pyo3::prelude::*;
    ///
    /// #[pymodule]
    /// mod _native {}
    /// ```
    A001 "module-name-mismatch" {
        since: "0.1.0",
        severity: Error,
        confidence: High,
        persona: Regular,
        pyo3: "any",
    }
}

fn check(model: &Model, out: &mut Findings<'_>) {
    for (id, package) in model.packages_with_id() {
        let modules: Vec<&Module> = model.top_level_modules(id).collect();
        let Some(expected) = expected(model, id, package) else { continue };
        let Some(module) = modules.first().filter(|_| package.builds_cdylib() && !model.has_inittab()) else {
            continue;
        };
        if modules.iter().any(|module| module.python_name == expected.name) {
            continue;
        }
        let found = &module.python_name;
        let finding = out
            .at(module.name_span)
            .message(format!("Python imports `{}`, but the library only defines `{found}`", expected.name))
            .label(format!("makes `PyInit_{found}`"))
            .related(expected.span, format!("Python looks for `PyInit_{}`", expected.name))
            .note("the import fails with `ImportError: dynamic module does not define module export function`")
            .help(format!("name the module `{}`, or put `{found}` there", expected.name))
            .symbol(&module.path)
            .python_name(found);
        if modules.len() > 1 {
            // One of them may be meant for another program.
            finding.confidence(Confidence::Medium);
        } else if package.pyproject.is_none() {
            // Whoever builds by hand can name the file as he likes.
            finding.confidence(Confidence::Low).persona(Persona::Pedantic);
        }
    }
}

/// The name that Python imports, and where it is written.
struct Expected<'m> {
    name: &'m str,
    span: Span,
}

fn expected<'m>(model: &'m Model, id: PackageId, package: &'m Package) -> Option<Expected<'m>> {
    let library = package.library()?;
    let by_library = Expected { name: &library.name, span: library.name_span };
    let Some(pyproject) = &package.pyproject else {
        return (!model.is_used_by_cdylib(id)).then_some(by_library);
    };
    let pyo3 = pyproject.bindings.as_ref().is_none_or(|bindings| bindings.value == "pyo3");
    match (&pyproject.backend, &pyproject.module_name) {
        (BuildBackend::Maturin | BuildBackend::SetuptoolsRust, Some(name)) if pyo3 => {
            Some(Expected { name: name.value.rsplit('.').next()?, span: name.span })
        }
        // The name may also stand in Cargo.toml, as maturin before 1.0 allowed.
        (BuildBackend::Maturin, None) if pyo3 => {
            let elsewhere = model.file(package.manifest).text.contains("[package.metadata.maturin]");
            (!elsewhere).then_some(by_library)
        }
        // `setup.py` or another tool decides.
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::check;

    #[test]
    fn without_module_name_the_library_counts() {
        check(
            &RULE,
            r#"
//- /Cargo.toml
[lib]
name = "fast_thing"
crate-type = ["cdylib"]
//- /src/lib.rs
use pyo3::prelude::*;

#[pymodule]
fn fastthing(_m: &Bound<'_, PyModule>) -> PyResult<()> {
// ^^^^^^^^^ A001
    Ok(())
}
"#,
        );
    }

    #[test]
    fn a_name_given_in_the_attribute_counts() {
        check(
            &RULE,
            r#"
use pyo3::prelude::*;

#[pymodule]
#[pyo3(name = "sample")]
fn initialise(_m: &Bound<'_, PyModule>) -> PyResult<()> {
    Ok(())
}
"#,
        );
    }

    #[test]
    fn submodules_have_names_of_their_own() {
        check(
            &RULE,
            r"
use pyo3::prelude::*;

#[pymodule]
mod sample {
    use super::*;

    #[pymodule]
    mod inner {}
}
",
        );
    }

    #[test]
    fn another_build_tool_may_name_the_file_as_it_likes() {
        check(
            &RULE,
            r#"
//- /pyproject.toml
[build-system]
requires = ["meson-python"]
build-backend = "mesonpy"
//- /src/lib.rs
use pyo3::prelude::*;

#[pymodule]
mod _native {}
"#,
        );
    }

    #[test]
    fn who_builds_by_hand_may_rename_the_library() {
        check(
            &RULE,
            r#"
//- /Cargo.toml
[package]
name = "sample"
version = "0.1.0"
edition = "2021"

[lib]
crate-type = ["cdylib"]

[dependencies]
pyo3 = "0.28"
//- /src/lib.rs
use pyo3::prelude::*;

#[pymodule]
mod other {}
//  ^^^^^ A001 pedantic
"#,
        );
    }
}
