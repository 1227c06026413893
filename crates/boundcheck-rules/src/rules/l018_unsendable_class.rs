//! L018

use boundcheck_model::{Field, Model};

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
    /// A raw pointer is not `Send` either: whoever knows that it may move says so with an `unsafe impl Send` on a type of
    /// its own around it.
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
const REPLACEMENTS: &[(&str, &str)] = &[
    ("std::rc::Rc", "Arc"),
    ("std::rc::Weak", "sync::Weak"),
    ("std::cell::RefCell", "Mutex"),
    ("std::cell::Cell", "Mutex"),
    ("std::cell::OnceCell", "OnceLock"),
    ("std::cell::LazyCell", "LazyLock"),
    ("once_cell::unsync::OnceCell", "sync::OnceCell"),
];

fn check(model: &Model, out: &mut Findings<'_>) {
    for class in &model.classes {
        let Some(option) = class.option("unsendable") else { continue };
        let name = &class.python_name;
        let bound = |field: &Field| {
            let found = |(from, to): &(&'static str, &'static str)| {
                let name = from.rsplit("::").next()?;
                field.ty.any(|ty| ty.path() == Some(from)).then_some((name, *to))
            };
            REPLACEMENTS.iter().filter_map(found).collect::<Vec<_>>()
        };
        let mut finding = out
            .at(option.span)
            .symbol(&class.path)
            .python_name(name)
            .message(format!("`{name}` panics when another thread than the one that made it touches it"))
            .label("checked at every access")
            .note("Python moves objects between threads freely, and `except Exception` does not catch the panic");
        let mut advice: Vec<String> = Vec::new();
        for field in &class.fields {
            let bound = bound(field);
            let names: Vec<_> = bound.iter().map(|(from, _)| format!("`{from}`")).collect();
            if !names.is_empty() {
                let are = if names.len() == 1 { "is" } else { "are" };
                finding = finding.related(field.span, format!("{} {are} bound to one thread", names.join(" and ")));
            }
            advice.extend(bound.iter().map(|(from, to)| format!("`{to}` in the place of `{from}`")));
        }
        advice.sort();
        advice.dedup();
        finding.help(match advice.as_slice() {
            [] => "take `unsendable` away; the compiler names what is not `Send` and `Sync`, if anything is".to_owned(),
            _ => format!(
                "use {}, and take `unsendable` away; the compiler names what else is bound",
                advice.join(" and ")
            ),
        });
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
