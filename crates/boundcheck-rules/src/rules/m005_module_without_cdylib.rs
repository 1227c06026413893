use boundcheck_model::{BuildBackend, Confidence, Model, Package, Persona, Severity, TargetKind};

use crate::Findings;
use crate::rule::rule;

rule! {
    /// A crate has a `#[pymodule]`, but its library is not built as a `cdylib`.
    ///
    /// ## Why
    /// Python imports shared libraries. Without `cdylib` in `crate-type` cargo builds an `rlib`, which only Rust can
    /// use. maturin and setuptools-rust ask cargo for a `cdylib` by themselves, with one trap: maturin packages a
    /// crate that also has a program as that program, and the wheel has no module in it.
    /// See the [PyO3 guide](https://pyo3.rs/latest/getting-started.html).
    ///
    /// ## Bad
    /// ```toml,bad,file=Cargo.toml
    /// [package]
    /// name = "sample"
    /// version = "0.1.0"
    /// edition = "2021"
    ///
    /// [lib]
    /// crate-type = ["rlib"]
    /// #            ^^^^^^^^ M005
    ///
    /// [dependencies]
    /// pyo3 = "0.28"
    /// ```
    ///
    /// ```rust,bad
    /// use pyo3::prelude::*;
    ///
    /// #[pymodule]
    /// mod sample {}
    /// ```
    ///
    /// ## Good
    /// ```toml,good,file=Cargo.toml
    /// [package]
    /// name = "sample"
    /// version = "0.1.0"
    /// edition = "2021"
    ///
    /// [lib]
    /// crate-type = ["cdylib", "rlib"]
    ///
    /// [dependencies]
    /// pyo3 = "0.28"
    /// ```
    ///
    /// ```rust,good
    /// use pyo3::prelude::*;
    ///
    /// #[pymodule]
    /// mod sample {}
    /// ```
    M005 "module-without-cdylib" {
        since: "0.1.0",
        severity: Error,
        confidence: High,
        persona: Regular,
        pyo3: "any",
    }
}

fn check(model: &Model, out: &mut Findings<'_>) {
    for (id, package) in model.packages_with_id() {
        let Some(library) = package.library().filter(|_| !package.builds_cdylib()) else { continue };
        let Some(module) = model.top_level_modules(id).next() else { continue };
        // A host registers it, or another crate re-exports it.
        if model.has_inittab() || model.is_used_by_cdylib(id) {
            continue;
        }
        let finding = out
            .at(library.crate_types_span.unwrap_or(library.name_span))
            .message(format!("`{}` is not built as a library that Python can import", library.name))
            .label("builds no `cdylib`")
            .related(module.name_span, "the module that Python is to import")
            .symbol(&module.path)
            .help("write `crate-type = [\"cdylib\", \"rlib\"]` under `[lib]`");
        match builder(package) {
            Builder::Cargo => finding.note("cargo builds an `rlib`, which only Rust can use"),
            Builder::PackagesProgram => {
                finding.note("maturin takes this crate for a program: the wheel will hold the binary and no module")
            }
            Builder::AsksForCdylib => finding
                .note("the build tool asks cargo for a `cdylib` by itself; `cargo build` alone does not make one")
                .severity(Severity::Info)
                .confidence(Confidence::Medium)
                .persona(Persona::Pedantic),
        };
    }
}

/// What becomes of a library without `cdylib`.
enum Builder {
    Cargo,
    PackagesProgram,
    AsksForCdylib,
}

fn builder(package: &Package) -> Builder {
    let Some(pyproject) = &package.pyproject else { return Builder::Cargo };
    let has_program = package.targets.iter().any(|target| target.kind == TargetKind::Binary);
    match pyproject.backend {
        BuildBackend::Maturin if has_program && pyproject.bindings.is_none() => Builder::PackagesProgram,
        BuildBackend::Maturin | BuildBackend::SetuptoolsRust => Builder::AsksForCdylib,
        BuildBackend::Other(_) | BuildBackend::None => Builder::Cargo,
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::check;

    #[test]
    fn a_module_that_a_program_registers_needs_no_cdylib() {
        check(
            &RULE,
            r#"
//- /Cargo.toml
[package]
name = "host"
version = "0.1.0"
edition = "2021"

[dependencies]
pyo3 = "0.28"
//- /src/lib.rs
use pyo3::prelude::*;

#[pymodule]
pub mod host {}
//- /src/main.rs
use host::host;
use pyo3::prelude::*;

fn main() {
    pyo3::append_to_inittab!(host);
    Python::initialize();
}
"#,
        );
    }

    #[test]
    fn maturin_packages_the_program_instead_of_the_module() {
        check(
            &RULE,
            r#"
//- /Cargo.toml
[lib]
name = "sample"
#      ^^^^^^^^ M005
//- /pyproject.toml
[build-system]
requires = ["maturin>=1.9.4,<2"]
build-backend = "maturin"
//- /src/lib.rs
use pyo3::prelude::*;

#[pymodule]
mod sample {}
//- /src/main.rs
fn main() {}
"#,
        );
    }

    #[test]
    fn without_a_program_the_build_tool_asks_for_a_cdylib() {
        check(
            &RULE,
            r#"
//- /Cargo.toml
[lib]
name = "sample"
#      ^^^^^^^^ M005 pedantic
//- /src/lib.rs
use pyo3::prelude::*;

#[pymodule]
mod sample {}
"#,
        );
    }

    #[test]
    fn a_module_that_another_crate_builds_into_its_cdylib_is_fine() {
        check(
            &RULE,
            r#"
//- /Cargo.toml
[workspace]
members = ["inner", "wheel"]
//- /inner/Cargo.toml
[package]
name = "inner"
version = "0.1.0"
edition = "2021"

[dependencies]
pyo3 = "0.28"
//- /inner/src/lib.rs
use pyo3::prelude::*;

#[pymodule]
pub fn inner(_m: &Bound<'_, PyModule>) -> PyResult<()> {
    Ok(())
}
//- /wheel/Cargo.toml
[package]
name = "wheel"
version = "0.1.0"
edition = "2021"

[lib]
crate-type = ["cdylib"]

[dependencies]
inner = { path = "../inner" }
pyo3 = "0.28"
//- /wheel/src/lib.rs
pub use inner::inner;
"#,
        );
    }
}
