//! A002

use boundcheck_model::{Class, Confidence, Model, Persona, PyModuleStyle};

use crate::Findings;
use crate::rule::rule;

rule! {
    /// A class can be pickled by its methods, but says that it lives in `builtins`.
    ///
    /// ## Why
    /// Without `module = "…"` a class gets `__module__ == "builtins"`. Pickle stores a class as its module and name and
    /// looks both up again: `__getstate__` and the like are there, and `pickle.dumps` still fails with *Can't pickle
    /// <class 'builtins.Page'>: attribute lookup failed*, and with it `copy.copy`, `multiprocessing` and every task
    /// queue. PyO3 fills the name in for a class that is written within an inline `#[pymodule] mod`, but not for one
    /// that the module exports with `use`. A class without such methods only has a wrong name in documentation and `repr`; only the pedantic persona is told.
    /// See the [PyO3 guide](https://pyo3.rs/latest/class.html).
    ///
    /// ## Bad
    /// ```rust,bad
    /// use pyo3::prelude::*;
    ///
    /// #[pyclass]
    /// struct Page {
    /// //     ^^^^ A002
    ///     number: u32,
    /// }
    ///
    /// #[pymethods]
    /// impl Page {
    ///     #[new]
    ///     fn new(number: u32) -> Self {
    ///         Page { number }
    ///     }
    ///
    ///     fn __getnewargs__(&self) -> (u32,) {
    ///         (self.number,)
    ///     }
    /// }
    ///
    /// #[pymodule]
    /// fn sample(m: &Bound<'_, PyModule>) -> PyResult<()> {
    ///     m.add_class::<Page>()
    /// }
    /// ```
    ///
    /// ## Good
    /// ```rust,good
    /// use pyo3::prelude::*;
    ///
    /// #[pyclass(module = "sample")]
    /// struct Page {
    ///     number: u32,
    /// }
    ///
    /// #[pymethods]
    /// impl Page {
    ///     #[new]
    ///     fn new(number: u32) -> Self {
    ///         Page { number }
    ///     }
    ///
    ///     fn __getnewargs__(&self) -> (u32,) {
    ///         (self.number,)
    ///     }
    /// }
    ///
    /// #[pymodule]
    /// fn sample(m: &Bound<'_, PyModule>) -> PyResult<()> {
    ///     m.add_class::<Page>()
    /// }
    /// ```
    A002 "class-without-module" {
        since: "0.1.0",
        severity: Warning,
        confidence: High,
        persona: Regular,
        pyo3: "any",
    }
}

/// Methods that pickle calls and that leave it to pickle to name the class. `__reduce__` may name a function instead.
const PICKLED_BY: &[&str] = &["__getnewargs__", "__getnewargs_ex__", "__getstate__", "__setstate__"];

fn check(model: &Model, out: &mut Findings<'_>) {
    for class in &model.classes {
        if class.option("module").is_some() || is_written_in_a_module(model, class) || !is_added(model, class) {
            continue;
        }
        let name = &class.python_name;
        let pickled = pickled_by(model, class, 0);
        let finding = out
            .at(class.name_span)
            .symbol(&class.path)
            .python_name(name)
            .label(format!("`{name}.__module__` is `\"builtins\"`"))
            .help("write `#[pyclass(module = \"…\")]` with the module that users import it from");
        match pickled {
            Some(method) => {
                finding
                    .message(format!("`{name}` has `{method}`, but cannot be pickled"))
                    .note("pickle looks the class up in `builtins`, where it is not");
            }
            None => {
                finding
                    .message(format!("`{name}` says that it lives in `builtins`"))
                    .note("documentation, `repr` and pickle show or look up a module where it is not")
                    .confidence(Confidence::Medium)
                    .persona(Persona::Pedantic);
            }
        }
    }
}

/// Whether a module registers the class.
fn is_added(model: &Model, class: &Class) -> bool {
    model.modules.iter().flat_map(|module| &module.items).any(|item| item.path.as_deref() == Some(&class.path))
}

/// Whether `PyO3` knows the module of the class, since it is an item of it.
fn is_written_in_a_module(model: &Model, class: &Class) -> bool {
    let mut inline = model.modules.iter().filter(|module| module.style == PyModuleStyle::Inline);
    inline.any(|module| module.span.contains(class.span))
}

/// The method of the class, or of a class that it extends, by which instances are pickled.
fn pickled_by<'m>(model: &'m Model, class: &'m Class, depth: u32) -> Option<&'m str> {
    let names = class.methods.iter().map(|&method| model.method_name(method));
    // Whoever writes `__reduce__` decides what pickle looks up.
    if names.clone().any(|name| matches!(name, "__reduce__" | "__reduce_ex__")) {
        return None;
    }
    names.clone().find(|name| PICKLED_BY.contains(name)).or_else(|| {
        let base = class.option("extends")?.value.as_deref()?.trim();
        let base = base.rsplit("::").next()?;
        let base = model.classes.iter().find(|known| known.path.rsplit("::").next() == Some(base))?;
        // No chain of base classes is that long, but a manifest of nonsense can make a circle.
        if depth < 8 { pickled_by(model, base, depth + 1) } else { None }
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::check;

    #[test]
    fn an_inline_module_fills_the_name_in_for_what_is_written_in_it() {
        check(
            &RULE,
            r#"
use pyo3::prelude::*;

#[pyclass]
struct Page(u32);
//     ^^^^ A002

#[pymethods]
impl Page {
    #[pyo3(name = "__getnewargs__")]
    fn arguments(&self) -> (u32,) {
        (self.0,)
    }
}

#[pymodule]
mod sample {
    use pyo3::prelude::*;

    #[pymodule_export]
    use super::Page;

    #[pyclass]
    struct Word(u32);

    #[pymethods]
    impl Word {
        fn __getnewargs__(&self) -> (u32,) {
            (self.0,)
        }
    }
}
"#,
        );
    }

    #[test]
    fn methods_of_a_base_class_count_and_a_class_that_nobody_pickles_is_for_the_pedantic() {
        check(
            &RULE,
            r#"
use pyo3::prelude::*;

#[pyclass(subclass, module = "sample")]
struct Model(u32);

#[pymethods]
impl Model {
    fn __getstate__(&self) -> u32 {
        self.0
    }
}

#[pyclass(extends = Model)]
struct Words;
//     ^^^^^ A002

#[pyclass]
struct Handle;
//     ^^^^^^ A002 pedantic

#[pymodule]
fn sample(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_class::<Model>()?;
    m.add_class::<Words>()?;
    m.add_class::<Handle>()
}
"#,
        );
    }
}
