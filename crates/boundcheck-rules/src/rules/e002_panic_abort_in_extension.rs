use boundcheck_model::{IntegrationMode, Model};

use crate::Findings;
use crate::rule::rule;

rule! {
    /// An extension module is built so that a Rust panic kills the Python process.
    ///
    /// ## Why
    /// PyO3 catches a panic at the boundary and raises `PanicException`: the caller sees a traceback, `finally` blocks
    /// run, a server answers 500 and goes on. With `panic = "abort"` there is nothing to catch. The interpreter
    /// dies with SIGABRT, with it every thread and every unsaved thing in it, and no traceback says where.
    /// See the [PyO3 guide](https://pyo3.rs/latest/function/error-handling.html).
    ///
    /// ## Bad
    /// ```toml,bad,file=Cargo.toml
    /// [profile.release]
    /// lto = true
    /// panic = "abort"
    /// #       ^^^^^^^ E002
    /// ```
    ///
    /// ## Good
    /// ```toml,good,file=Cargo.toml
    /// [profile.release]
    /// lto = true
    /// ```
    E002 "panic-abort-in-extension" {
        since: "0.1.0",
        severity: Error,
        confidence: High,
        persona: Regular,
        pyo3: "any",
    }
}

fn check(model: &Model, out: &mut Findings<'_>) {
    for package in &model.packages {
        let Some(panic) = package.release_panic.as_ref().filter(|panic| panic.value == "abort") else { continue };
        let extension = matches!(package.mode, IntegrationMode::Extension | IntegrationMode::Mixed);
        if extension && package.builds_cdylib() {
            out.at(panic.span)
                .message(format!("a panic in `{}` aborts the whole Python process", package.name))
                .label("takes away the unwinding that PyO3 needs to raise `PanicException`")
                .note("the interpreter dies without a traceback; no `except` and no `finally` runs")
                .help("remove the line: `unwind` is the default");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::check;

    #[test]
    fn a_program_that_embeds_python_may_abort() {
        check(
            &RULE,
            r#"
//- /Cargo.toml
[package]
name = "host"
version = "0.1.0"
edition = "2021"

[dependencies]
pyo3 = { version = "0.28", features = ["auto-initialize"] }

[profile.release]
panic = "abort"
//- /src/main.rs
use pyo3::prelude::*;

fn main() {
    Python::attach(|py| py.import("sys").is_ok());
}
"#,
        );
    }

    #[test]
    fn the_profile_of_the_workspace_counts_once_for_all_members() {
        check(
            &RULE,
            r#"
//- /Cargo.toml
[workspace]
members = ["a", "b"]

[profile.release]
panic = "abort"
#       ^^^^^^^ E002
//- /a/Cargo.toml
[package]
name = "a"
version = "0.1.0"
edition = "2021"

[lib]
crate-type = ["cdylib"]

[dependencies]
pyo3 = "0.28"
//- /a/src/lib.rs
use pyo3::prelude::*;

#[pymodule]
mod a {}
//- /b/Cargo.toml
[package]
name = "b"
version = "0.1.0"
edition = "2021"

[lib]
crate-type = ["rlib"]

[dependencies]
pyo3 = "0.28"
//- /b/src/lib.rs
pub fn nothing() {}
"#,
        );
    }
}
