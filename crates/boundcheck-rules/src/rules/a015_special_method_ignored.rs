//! A015

use boundcheck_model::Model;

use crate::Findings;
use crate::rule::rule;

rule! {
    /// A class has a special method that PyO3 does not connect to Python, so that nothing ever calls it.
    ///
    /// ## Why
    /// Python calls special methods of a native class through the slots of its type. PyO3 fills no slot for `__del__`,
    /// `__buffer__` and `__release_buffer__`: they become ordinary methods, which work when called by name and only then.
    /// A file that `__del__` should close stays open; `memoryview(x)` raises `TypeError` in spite of `__buffer__`.
    /// See the [PyO3 guide](https://pyo3.rs/latest/class/protocols.html), which lists the methods that PyO3 supports.
    ///
    /// ## Bad
    /// ```rust,bad
    /// use pyo3::prelude::*;
    /// use std::fs;
    ///
    /// #[pyclass]
    /// struct Scratch {
    ///     path: String,
    /// }
    ///
    /// #[pymethods]
    /// impl Scratch {
    ///     fn __del__(&mut self) {
    /// //     ^^^^^^^ A015
    ///         let _ = fs::remove_file(&self.path);
    ///     }
    /// }
    /// ```
    ///
    /// ## Good
    /// ```rust,good
    /// use pyo3::prelude::*;
    /// use std::fs;
    ///
    /// #[pyclass]
    /// struct Scratch {
    ///     path: String,
    /// }
    ///
    /// impl Drop for Scratch {
    ///     fn drop(&mut self) {
    ///         let _ = fs::remove_file(&self.path);
    ///     }
    /// }
    /// ```
    A015 "special-method-ignored" {
        since: "0.1.0",
        severity: Warning,
        confidence: High,
        persona: Regular,
        pyo3: "any",
    }
}

/// Special method, what it is meant to do, and what PyO3 has for that.
const IGNORED: &[(&str, &str, &str)] = &[
    ("__del__", "Python does not call it when an instance goes", "move the code into `impl Drop`"),
    ("__buffer__", "`memoryview` and the buffer protocol do not call it", "write `unsafe fn __getbuffer__` instead"),
    (
        "__release_buffer__",
        "Python does not call it when a buffer is given back",
        "write `unsafe fn __releasebuffer__` instead",
    ),
];

fn check(model: &Model, out: &mut Findings<'_>) {
    for export in model.exports.iter().filter(|export| export.class.is_some()) {
        let Some((_, method)) = export.python_name.rsplit_once('.') else { continue };
        let Some((_, why, instead)) = IGNORED.iter().find(|(name, ..)| *name == method) else { continue };
        out.at(model.function(export.function).name_span)
            .function(export.function)
            .message(format!("`{}` is never called", export.python_name))
            .label(*why)
            .note("PyO3 has no slot for it, so it is a method like any other")
            .help(*instead);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::check;

    #[test]
    fn the_name_in_python_counts() {
        check(
            &RULE,
            r#"
use pyo3::prelude::*;

#[pyclass]
struct Frame(Vec<u8>);

#[pymethods]
impl Frame {
    fn __buffer__(&self, flags: i32) -> Vec<u8> {
//     ^^^^^^^^^^ A015
        self.0.clone()
    }

    fn __release_buffer__(&self, view: &Bound<'_, PyAny>) {}
//     ^^^^^^^^^^^^^^^^^^ A015

    #[pyo3(name = "__del__")]
    fn finish(&mut self) {
//     ^^^^^^ A015
        self.0.clear();
    }

    #[pyo3(name = "close")]
    fn __del(&mut self) {
        self.0.clear();
    }

    fn __len__(&self) -> usize {
        self.0.len()
    }
}
"#,
        );
    }
}
