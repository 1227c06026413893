use boundcheck_model::{Model, Severity};

use crate::Findings;
use crate::python_requirement::lowest_python;
use crate::rule::rule;

rule! {
    /// `requires-python` and the lowest Python of the stable-ABI wheel are different versions.
    ///
    /// ## Why
    /// The feature `abi3-py310` makes one wheel for Python 3.10 and later, and its tag says so. When `requires-python`
    /// admits an older Python, pip on that Python takes the package to fit, finds no wheel, and ends in a source build
    /// that PyO3 refuses. When `requires-python` asks for more than the feature, the wheel is tagged for versions that
    /// cannot install it, and the code is held to an older C API than it has to be.
    /// See the [PyO3 guide](https://pyo3.rs/latest/building-and-distribution.html#minimum-python-version-for-abi3).
    ///
    /// ## Bad
    /// The wheel needs more than the metadata says:
    ///
    /// ```toml,bad,file=Cargo.toml
    /// [dependencies]
    /// pyo3 = { version = "0.28", features = ["abi3-py310"] }
    /// ```
    ///
    /// ```toml,bad,file=pyproject.toml
    /// [project]
    /// name = "sample"
    /// version = "0.1.0"
    /// requires-python = ">=3.8"
    /// #                 ^^^^^^^ P002
    /// ```
    ///
    /// The metadata asks for more than the wheel needs:
    ///
    /// ```toml,bad,file=Cargo.toml
    /// [dependencies]
    /// pyo3 = { version = "0.28", features = ["abi3-py38"] }
    /// #                                      ^^^^^^^^^^^ P002
    /// ```
    ///
    /// ```toml,bad,file=pyproject.toml
    /// [project]
    /// name = "sample"
    /// version = "0.1.0"
    /// requires-python = ">=3.10"
    /// ```
    ///
    /// ## Good
    /// ```toml,good,file=Cargo.toml
    /// [dependencies]
    /// pyo3 = { version = "0.28", features = ["abi3-py310"] }
    /// ```
    ///
    /// ```toml,good,file=pyproject.toml
    /// [project]
    /// name = "sample"
    /// version = "0.1.0"
    /// requires-python = ">=3.10"
    /// ```
    P002 "abi3-floor-mismatch" {
        since: "0.1.0",
        severity: Error,
        confidence: High,
        persona: Regular,
        pyo3: "any",
    }
}

fn check(model: &Model, out: &mut Findings<'_>) {
    for package in &model.packages {
        let floor = package.pyo3.as_ref().and_then(|pyo3| pyo3.abi3_floor);
        let requires = package.pyproject.as_ref().and_then(|pyproject| pyproject.requires_python.as_ref());
        let (Some(floor), Some(requires)) = (floor, requires) else { continue };
        let Some(lowest) = lowest_python(&requires.value) else { continue };
        let feature = format!("abi3-py{}{}", floor.0, floor.1);
        let written = package.pyo3_feature_origin(&feature);
        let (wheel, metadata) = (format!("{}.{}", floor.0, floor.1), format!("{}.{}", lowest.0, lowest.1));
        if floor > lowest {
            let finding = out
                .at(requires.span)
                .message(format!("pip offers Python {metadata} a package that only installs from Python {wheel}"))
                .label(format!("admits Python {metadata}"))
                .note("older versions find no wheel and fall back to a source build, which PyO3 refuses")
                .help(format!("write `>={wheel}` here, or `abi3-py{}{}` in Cargo.toml", lowest.0, lowest.1));
            if let Some(written) = written {
                finding.related(written.span, format!("the wheel is for Python {wheel} and later"));
            }
        } else if let Some(written) = written.filter(|_| floor < lowest) {
            out.at(written.span)
                .message(format!("the wheel is tagged for Python {wheel}, but `requires-python` begins at {metadata}"))
                .label(format!("a wheel for Python {wheel} and later"))
                .related(requires.span, format!("nothing before Python {metadata} can install it"))
                .note(format!("the code is held to the C API of Python {wheel} for nothing"))
                .help(format!("write `abi3-py{}{}`, or lower `requires-python`", lowest.0, lowest.1))
                .severity(Severity::Warning);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::check;

    #[test]
    fn a_patch_release_as_lower_bound_agrees_with_its_minor_version() {
        check(
            &RULE,
            r#"
//- /Cargo.toml
[dependencies]
pyo3 = { version = "0.28", features = ["abi3-py39"] }
//- /pyproject.toml
[project]
name = "sample"
version = "0.1.0"
requires-python = ">=3.9.2,<4"
"#,
        );
    }

    #[test]
    fn without_a_lower_bound_there_is_nothing_to_compare() {
        check(
            &RULE,
            r#"
//- /Cargo.toml
[dependencies]
pyo3 = { version = "0.28", features = ["abi3-py39"] }
//- /pyproject.toml
[project]
name = "sample"
version = "0.1.0"
requires-python = "<3.14"
"#,
        );
    }

    #[test]
    fn a_feature_that_default_implies_counts_where_it_is_written() {
        check(
            &RULE,
            r#"
//- /Cargo.toml
[features]
default = ["pyo3/abi3-py38"]
#          ^^^^^^^^^^^^^^^^ P002
//- /pyproject.toml
[project]
name = "sample"
version = "0.1.0"
requires-python = ">=3.10"
"#,
        );
    }
}
