//! P006

use boundcheck_model::{FileId, Model, Span};

use crate::Findings;
use crate::rule::rule;

rule! {
    /// The package has type stubs but no `py.typed`, so that type checkers do not look at them.
    ///
    /// ## Why
    /// A type checker uses the types of an installed package only when the package holds a file `py.typed`. Without it
    /// the stubs travel in every wheel and mypy still says *missing library stubs or py.typed marker*: whoever wrote
    /// them thinks that the package is typed, and all its users work without types.
    /// See [PEP 561](https://peps.python.org/pep-0561/#packaging-type-information).
    ///
    /// ## Bad
    /// ```python,bad,file=sample/__init__.py
    /// from .sample import total
    /// ```
    ///
    /// ```python,bad,file=sample/__init__.pyi
    /// def total(values: list[float]) -> float: ...
    /// #<^^^ P006
    /// ```
    ///
    /// ## Good
    /// ```python,good,file=sample/__init__.py
    /// from .sample import total
    /// ```
    ///
    /// ```python,good,file=sample/__init__.pyi
    /// def total(values: list[float]) -> float: ...
    /// ```
    ///
    /// ```text,good,file=sample/py.typed
    /// # The content does not matter.
    /// ```
    P006 "stubs-without-marker" {
        since: "0.1.0",
        severity: Warning,
        confidence: High,
        persona: Regular,
        pyo3: "any",
    }
}

fn check(model: &Model, out: &mut Findings<'_>) {
    for pyproject in model.packages.iter().filter_map(|package| package.pyproject.as_ref()) {
        let Some(package) = pyproject.package.as_ref().filter(|package| !package.typed) else { continue };
        let Some(&first) = package.stubs.first() else { continue };
        let name = &package.name;
        out.at(first_definition(model, first))
            .message(format!("no type checker reads the stubs of `{name}`"))
            .label(format!("`{name}` has no file `py.typed`"))
            .note("without the marker mypy reports missing stubs and treats everything in the package as `Any`")
            .help(format!("add an empty file `{name}/py.typed`"));
    }
}

/// The keyword of the first class or function, or the start of the file.
fn first_definition(model: &Model, stub: FileId) -> Span {
    let mut start = 0;
    for line in model.file(stub).text.split_inclusive('\n') {
        let keyword = ["class", "def", "async"].into_iter().find(|word| line.split(' ').next() == Some(word));
        if let Some(keyword) = keyword {
            return Span { file: stub, start, end: start + keyword.len() as u32 };
        }
        start += line.len() as u32;
    }
    Span { file: stub, start: 0, end: 0 }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::check;

    #[test]
    fn a_stub_beside_the_manifest_gets_its_marker_from_maturin() {
        check(
            &RULE,
            r#"
//- /sample.pyi
def total(values: list[float]) -> float: ...
//- /src/lib.rs
use pyo3::prelude::*;

#[pymodule]
mod sample {}
"#,
        );
    }

    #[test]
    fn the_package_lies_where_python_source_says() {
        check(
            &RULE,
            r#"
//- /pyproject.toml
[build-system]
requires = ["maturin>=1.9.4,<2"]
build-backend = "maturin"

[project]
name = "sample-tools"
version = "0.1.0"

[tool.maturin]
python-source = "python"
module-name = "sample._native"
//- /python/sample/__init__.py
from ._native import total
//- /python/sample/_native.pyi
def total(values: list[float]) -> float: ...
#<^^^ P006
//- /src/lib.rs
use pyo3::prelude::*;

#[pymodule]
mod _native {}
"#,
        );
    }
}
