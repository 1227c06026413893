use boundcheck_model::{BuildBackend, Confidence, Model, Package, Persona};

use crate::Findings;
use crate::python_requirement::{admits_before, admits_from};
use crate::rule::rule;

rule! {
    /// The PyO3 feature `extension-module` is on in every build, tests included.
    ///
    /// ## Why
    /// The feature leaves the symbols of libpython to the interpreter that imports the module. A test, a benchmark or
    /// a program has no such interpreter: `cargo test` ends in linker errors about `PyGILState_Ensure` and its like.
    /// Since PyO3 0.26 the build tool decides: maturin 1.9.4 and setuptools-rust 1.12 set
    /// `PYO3_BUILD_EXTENSION_MODULE` when they build a wheel, so the feature is not needed, and from 0.28 it is deprecated.
    /// See the [PyO3 FAQ](https://pyo3.rs/latest/faq.html).
    ///
    /// ## Bad
    /// ```toml,bad,file=Cargo.toml
    /// [dependencies]
    /// pyo3 = { version = "0.28", features = ["extension-module"] }
    /// #                                      ^^^^^^^^^^^^^^^^^^ M002
    /// ```
    ///
    /// ## Good
    /// ```toml,good,file=Cargo.toml
    /// [dependencies]
    /// pyo3 = "0.28"
    /// ```
    ///
    /// ```toml,good,file=pyproject.toml
    /// [build-system]
    /// requires = ["maturin>=1.9.4,<2"]
    /// build-backend = "maturin"
    /// ```
    M002 "extension-module-always-on" {
        since: "0.1.0",
        severity: Warning,
        confidence: High,
        persona: Regular,
        pyo3: "0.26..",
    }
}

fn check(model: &Model, out: &mut Findings<'_>) {
    for package in &model.packages {
        let Some(feature) = package.always_on_pyo3_feature("extension-module") else { continue };
        let finding = out
            .at(feature.span)
            .message(format!("`extension-module` is on in every build of `{}`", package.name))
            .label("`cargo test` and programs cannot link with it");
        match build_tool(package) {
            Tool::SetsVariable => finding
                .note("the build tool sets `PYO3_BUILD_EXTENSION_MODULE` for wheels, so nothing needs the feature")
                .help("remove it"),
            Tool::MayBeOld(tool, from) => finding
                .note(format!(
                    "from {from} on {tool} sets `PYO3_BUILD_EXTENSION_MODULE` for wheels, so nothing needs the feature"
                ))
                .help(format!("require `{tool}>={from}` in [build-system], and remove it")),
            Tool::TooOld(tool, from) => finding
                .note(format!("the {tool} of this project is too old to do without it"))
                .help(format!("require `{tool}>={from}`, then remove the feature"))
                .confidence(Confidence::Medium),
            // Bazel, meson and builds by hand may still rely on it.
            Tool::Other => finding
                .note("no build tool that replaces it is declared in pyproject.toml")
                .help("set `PYO3_BUILD_EXTENSION_MODULE=1` for the build of the module and remove it")
                .confidence(Confidence::Low)
                .persona(Persona::Pedantic),
        };
    }
}

/// Who builds the wheel, as far as the feature goes.
enum Tool {
    /// Does without the feature.
    SetsVariable,
    /// The newest one does, but older ones are admitted: its name, and the version that is new enough.
    MayBeOld(&'static str, &'static str),
    /// Its name, and the version that would.
    TooOld(&'static str, &'static str),
    Other,
}

fn build_tool(package: &Package) -> Tool {
    let Some(pyproject) = &package.pyproject else { return Tool::Other };
    let (name, from, version): (_, _, &[u64; 3]) = match pyproject.backend {
        BuildBackend::Maturin => ("maturin", "1.9.4", &[1, 9, 4]),
        BuildBackend::SetuptoolsRust => ("setuptools-rust", "1.12", &[1, 12, 0]),
        BuildBackend::Other(_) | BuildBackend::None => return Tool::Other,
    };
    let mut requires = pyproject.build_requires.iter().map(|requirement| requirement.value.as_str());
    match requires.find(|requirement| admits_from(requirement, name, version)) {
        Some(requirement) if admits_before(requirement, version) => Tool::MayBeOld(name, from),
        Some(_) => Tool::SetsVariable,
        None => Tool::TooOld(name, from),
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::check;

    #[test]
    fn before_0_26_nothing_replaces_the_feature() {
        check(
            &RULE,
            r#"
//- /Cargo.toml
[dependencies]
pyo3 = { version = "0.25", features = ["extension-module"] }
"#,
        );
    }

    #[test]
    fn a_feature_that_only_the_wheel_switches_on_is_fine() {
        check(
            &RULE,
            r#"
//- /Cargo.toml
[features]
extension-module = ["pyo3/extension-module"]
//- /pyproject.toml
[tool.maturin]
features = ["extension-module"]
"#,
        );
    }

    #[test]
    fn who_builds_in_another_way_may_still_need_it() {
        check(
            &RULE,
            r#"
//- /Cargo.toml
[dependencies]
pyo3 = { version = "0.28", features = ["extension-module"] }
#                                      ^^^^^^^^^^^^^^^^^^ M002 pedantic
//- /pyproject.toml
[build-system]
requires = ["meson-python"]
build-backend = "mesonpy"
"#,
        );
    }

    #[test]
    fn tests_can_do_without_an_optional_pyo3() {
        check(
            &RULE,
            r#"
//- /Cargo.toml
[dependencies]
pyo3 = { version = "0.28", features = ["extension-module"], optional = true }

[features]
python = ["dep:pyo3"]
//- /pyproject.toml
[tool.maturin]
features = ["python"]
"#,
        );
    }

    #[test]
    fn a_default_feature_is_on_everywhere_too() {
        check(
            &RULE,
            r#"
//- /Cargo.toml
[features]
default = ["extension-module"]
extension-module = ["pyo3/extension-module"]
#                   ^^^^^^^^^^^^^^^^^^^^^^^ M002
"#,
        );
    }
}
