//! L018

use boundcheck_model::Model;

use crate::Findings;
use crate::rule::rule;

rule! {
    /// A class is `unsendable`: an instance panics on every thread but the one that made it.
    ///
    /// ## Why
    /// Python code moves objects between threads without asking: a thread pool, a web server, a test runner with a
    /// timeout. At the first access from another thread an `unsendable` instance panics; the `PanicException` derives
    /// from `BaseException`, so that `except Exception` does not catch it. When the garbage collector or the last
    /// reference happens to be on another thread, the value is not dropped at all but leaks.
    /// See the [PyO3 guide](https://pyo3.rs/latest/class/thread-safety.html).
    ///
    /// ## Bad
    /// ```rust,bad
    /// use pyo3::prelude::*;
    /// use std::cell::RefCell;
    ///
    /// #[pyclass(unsendable)]
    /// //        ^^^^^^^^^^ L018
    /// struct Cursor {
    ///     rows: RefCell<Vec<String>>,
    /// }
    /// ```
    ///
    /// ## Good
    /// ```rust,good
    /// use pyo3::prelude::*;
    /// use std::sync::Mutex;
    ///
    /// #[pyclass]
    /// struct Cursor {
    ///     rows: Mutex<Vec<String>>,
    /// }
    /// ```
    L018 "unsendable-class" {
        since: "0.1.0",
        severity: Warning,
        confidence: Medium,
        persona: Regular,
        pyo3: "any",
    }
}

/// Types that are bound to a thread, and what takes their place.
const REPLACEMENTS: &[(&str, &str)] =
    &[("Rc", "Arc"), ("RefCell", "Mutex"), ("Cell", "an atomic or Mutex"), ("OnceCell", "OnceLock")];

fn check(model: &Model, out: &mut Findings<'_>) {
    for class in &model.classes {
        let Some(option) = class.option("unsendable") else { continue };
        let name = &class.python_name;
        let bound = class.fields.iter().find_map(|field| {
            let found = |(from, _): &&(&str, &str)| field.ty.any(|ty| ty.name() == Some(*from));
            Some((field, REPLACEMENTS.iter().find(found)?))
        });
        let finding = out
            .at(option.span)
            .symbol(&class.path)
            .python_name(name)
            .message(format!("`{name}` panics when another thread than the one that made it touches it"))
            .label("checked at every access")
            .note("Python moves objects between threads freely, and `except Exception` does not catch the panic");
        match bound {
            Some((field, (from, to))) => finding
                .related(field.span, format!("`{from}` is bound to one thread"))
                .help(format!("use `{to}` in the place of `{from}`, and take `unsendable` away")),
            None => finding.help(
                "make the type `Send` and `Sync`, for example with a `Mutex` around it, and take `unsendable` away",
            ),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::check;

    #[test]
    fn a_class_of_plain_data_can_be_sent() {
        check(
            &RULE,
            r"
use pyo3::prelude::*;

#[pyclass(frozen)]
struct Point {
    x: f64,
}
",
        );
    }
}
