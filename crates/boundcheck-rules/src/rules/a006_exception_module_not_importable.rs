//! A006

use boundcheck_model::{BuildBackend, ExceptionOrigin, Model, Package, PackageId, Span};

use crate::Findings;
use crate::rule::rule;

rule! {
    /// An exception names a module that Python cannot import.
    ///
    /// ## Why
    /// The first argument of `create_exception!` becomes `__module__`. Pickle stores an exception as that module and its
    /// name: an error raised in a worker of `multiprocessing` or a process pool cannot be sent back, and the parent
    /// sees `PicklingError`, or hangs, instead of the error. Tracebacks and documentation show a name that nobody can
    /// import.
    /// See the [PyO3 guide](https://pyo3.rs/latest/exception.html).
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
    /// pyo3::create_exception!(_native, ParseError, pyo3::exceptions::PyValueError);
    /// //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ A006
    ///
    /// #[pymodule]
    /// mod _native {
    ///     #[pymodule_export]
    ///     use super::ParseError;
    /// }
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
    /// pyo3::create_exception!(sample._native, ParseError, pyo3::exceptions::PyValueError);
    ///
    /// #[pymodule]
    /// mod _native {
    ///     #[pymodule_export]
    ///     use super::ParseError;
    /// }
    /// ```
    A006 "exception-module-not-importable" {
        since: "0.1.0",
        severity: Warning,
        confidence: High,
        persona: Regular,
        pyo3: "any",
    }
}

fn check(model: &Model, out: &mut Findings<'_>) {
    for exception in model.exceptions.iter().filter(|exception| exception.origin == ExceptionOrigin::Macro) {
        let Some(module) = exception.module.as_deref() else { continue };
        let Some(home) = home(model, exception.package) else { continue };
        let root = |path: &str| path.split('.').next().unwrap_or_default().trim().to_owned();
        // Below the same package the name may be exported again, by Python code that is not read.
        if root(module) == root(&home.name) || home.package == Some(root(module)) {
            continue;
        }
        let name = &exception.python_name;
        let finding = out
            .at(exception.span)
            .symbol(&exception.path)
            .python_name(name)
            .message(format!("`{name}` says that it lives in `{module}`, which Python cannot import"))
            .label(format!("`{name}.__module__` is `\"{module}\"`"))
            .note("an instance cannot be pickled, so that it never leaves a worker process")
            .help(format!("write `create_exception!({}, {name}, …)`", home.name));
        if let Some(span) = home.span {
            finding.related(span, "the extension is imported under this name");
        }
    }
}

/// The dotted name under which Python imports an extension.
struct Home {
    name: String,
    span: Option<Span>,
    /// A Python package that is installed beside it, as setuptools does.
    package: Option<String>,
}

fn home(model: &Model, id: PackageId) -> Option<Home> {
    let package: &Package = model.package(id);
    // What another crate registers is imported under the name of that crate.
    if !package.builds_cdylib() || model.has_inittab() {
        return None;
    }
    let pyproject = package.pyproject.as_ref()?;
    if let Some(name) = &pyproject.module_name {
        let beside = pyproject.package.as_ref().filter(|_| pyproject.backend != BuildBackend::Maturin);
        let package = beside.map(|package| package.name.clone());
        return Some(Home { name: name.value.clone(), span: Some(name.span), package });
    }
    let library = package.library()?;
    let own = model.top_level_modules(id).any(|module| module.python_name == library.name);
    let name = match &pyproject.package {
        Some(around) if around.name == library.name => format!("{}.{}", around.name, library.name),
        _ => library.name.clone(),
    };
    own.then_some(Home { name, span: Some(library.name_span), package: None })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::check;

    #[test]
    fn setuptools_installs_a_package_beside_the_extension() {
        check(
            &RULE,
            r#"
//- /pyproject.toml
[build-system]
requires = ["setuptools", "setuptools-rust"]

[[tool.setuptools-rust.ext-modules]]
target = "_sample_native"

[project]
name = "sample"
//- /sample/__init__.py
from _sample_native import ParseError
//- /src/lib.rs
use pyo3::prelude::*;

pyo3::create_exception!(sample, ParseError, pyo3::exceptions::PyValueError);

#[pymodule]
mod _sample_native {
    #[pymodule_export]
    use super::ParseError;
}
"#,
        );
    }

    #[test]
    fn the_package_around_the_extension_may_export_the_name() {
        check(
            &RULE,
            r#"
//- /pyproject.toml
[tool.maturin]
module-name = "sample._native"
//- /src/lib.rs
use pyo3::prelude::*;

pyo3::create_exception!(sample, ParseError, pyo3::exceptions::PyValueError);

#[pymodule]
mod _native {
    #[pymodule_export]
    use super::ParseError;
}
"#,
        );
    }

    #[test]
    fn without_module_name_the_library_counts() {
        check(
            &RULE,
            r"
use pyo3::prelude::*;

pyo3::create_exception!(sample, ParseError, pyo3::exceptions::PyValueError);
pyo3::create_exception!(exceptions, OtherError, pyo3::exceptions::PyValueError);
//<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ A006

#[pymodule]
mod sample {
    #[pymodule_export]
    use super::{OtherError, ParseError};
}
",
        );
    }
}
