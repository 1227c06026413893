//! C001

use boundcheck_model::{Class, ClassKind, Confidence, Field, Model, Persona, Type};

use crate::Findings;
use crate::rule::rule;

rule! {
    /// Reading an attribute gives a copy, so that changes made through it are lost.
    ///
    /// ## Why
    /// `#[pyo3(get)]` clones the field and converts the clone, at every access. `p.items.append(2)` changes a list
    /// that nobody keeps: no error, and `p.items` is as before. In a loop the copies cost as well.
    /// See the [PyO3 FAQ](https://pyo3.rs/latest/faq.html).
    ///
    /// ## Bad
    /// ```rust,bad
    /// use pyo3::prelude::*;
    ///
    /// #[pyclass]
    /// struct Order {
    ///     #[pyo3(get, set)]
    ///     items: Vec<u32>,
    /// //         ^^^^^^^^ C001
    /// }
    /// ```
    ///
    /// ## Good
    /// ```rust,good
    /// use pyo3::prelude::*;
    /// use pyo3::types::PyTuple;
    ///
    /// #[pyclass]
    /// struct Order {
    ///     items: Vec<u32>,
    /// }
    ///
    /// #[pymethods]
    /// impl Order {
    ///     /// A tuple, which nobody expects to change.
    ///     #[getter]
    ///     fn items<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
    ///         PyTuple::new(py, &self.items)
    ///     }
    ///
    ///     fn add(&mut self, item: u32) {
    ///         self.items.push(item);
    ///     }
    /// }
    ///
    /// #[pyclass(frozen)]
    /// struct Receipt {
    ///     #[pyo3(get)]
    ///     number: u64,
    /// }
    /// ```
    C001 "getter-copies-container" {
        since: "0.1.0",
        severity: Warning,
        confidence: High,
        persona: Regular,
        pyo3: "any",
    }
}

fn check(model: &Model, out: &mut Findings<'_>) {
    for class in &model.classes {
        for field in &class.fields {
            if !(field.has("get") || class.option("get_all").is_some()) {
                continue;
            }
            let Some(copied) = copied(model, class, &field.ty) else { continue };
            let finding = out
                .at(field.ty_span)
                .symbol(&class.path)
                .python_name(format!("{}.{}", class.python_name, field.name))
                .message(format!(
                    "`{}.{}` gives a copy: changes made through it are lost",
                    class.python_name, field.name
                ))
                .label(format!("every read copies the `{}` into a new {copied}", field.ty));
            // Python sees the fields of a variant, but cannot assign them.
            let variant = class.kind == ClassKind::ComplexEnum;
            let settable = !variant && (field.has("set") || class.option("set_all").is_some());
            if settable {
                finding
                    .note(format!(
                        "the attribute can be assigned, so users expect to change what they read: `x.{}` is a new {copied} each time",
                        field.name
                    ))
                    .help(help(copied));
            } else if variant || class.option("frozen").is_some() {
                finding
                    .note("fine for a snapshot; every access still copies")
                    .help(help(copied))
                    .confidence(Confidence::Low)
                    .persona(Persona::Auditor);
            } else {
                finding
                    .note("no error tells the user that a change went nowhere")
                    .help(help(copied))
                    .confidence(Confidence::Medium)
                    .persona(Persona::Pedantic);
            }
        }
    }
}

fn help(copied: &str) -> String {
    match copied {
        "list" => "return a tuple from a `#[getter]` and offer methods that change it, or keep a `Py<PyList>` with `__traverse__`".to_owned(),
        "dict" | "set" => {
            format!("offer methods that change it, or keep a `Py<Py{}>` with `__traverse__`", if copied == "dict" { "Dict" } else { "Set" })
        }
        class => format!("keep a `Py<{class}>`"),
    }
}

/// What Python gets a new one of at each read, when it is something that can be changed.
fn copied<'m>(model: &'m Model, class: &Class, ty: &'m Type) -> Option<&'m str> {
    let name = ty.name()?;
    match name {
        "Option" | "Box" => copied(model, class, ty.args().first()?),
        // From 0.23 `Vec<u8>` is `bytes`, which cannot change.
        "Vec" => {
            let bytes = ty.args().first().is_some_and(|item| *item == Type::Primitive("u8".to_owned()));
            let pyo3 = model.package(class.package).pyo3.as_ref()?;
            (!bytes || !pyo3.at_least(23)).then_some("list")
        }
        "VecDeque" => Some("list"),
        "HashMap" | "BTreeMap" | "IndexMap" => Some("dict"),
        "HashSet" | "BTreeSet" => Some("set"),
        _ => {
            let inner = model.class(model.class_of_path(ty.path()?)?);
            changes(model, inner).then_some(inner.python_name.as_str())
        }
    }
}

/// Whether Python can change an instance.
fn changes(model: &Model, class: &Class) -> bool {
    class.option("frozen").is_none()
        && (class.kind != ClassKind::ComplexEnum
            && (class.option("set_all").is_some() || class.fields.iter().any(|field: &Field| field.has("set")))
            || class.methods.iter().any(|&method| {
                let receiver = model.function(method).params.first();
                receiver
                    .is_some_and(|param| matches!(param.ty, Type::Ref { mutable: true, .. }) && param.name == "self")
            }))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::check;

    #[test]
    fn what_cannot_be_changed_may_be_copied() {
        check(
            &RULE,
            r"
use pyo3::prelude::*;

#[pyclass(frozen)]
#[derive(Clone)]
struct Point {
    #[pyo3(get)]
    x: f64,
}

#[pyclass(get_all, set_all)]
struct Label {
    text: String,
    raw: Vec<u8>,
    at: Point,
    size: Option<(u32, u32)>,
}
",
        );
    }

    #[test]
    fn python_cannot_assign_the_fields_of_a_variant() {
        check(
            &RULE,
            r"
use pyo3::prelude::*;

#[pyclass(get_all, set_all)]
#[derive(Clone)]
enum Frame {
    Fixed { axes: Vec<f64> },
//                ^^^^^^^^ C001 auditor
    Moving { speed: f64 },
}

#[pyclass(get_all, set_all)]
struct View {
    frame: Frame,
}
",
        );
    }

    #[test]
    fn bytes_are_a_list_before_0_23_and_a_class_with_setters_is_copied_too() {
        check(
            &RULE,
            r"
//- pyo3 0.22
use pyo3::prelude::*;

#[pyclass]
#[derive(Clone)]
struct Style {
    #[pyo3(get, set)]
    width: u32,
}

#[pyclass]
struct Label {
    #[pyo3(get, set)]
    raw: Vec<u8>,
//       ^^^^^^^ C001
    #[pyo3(get)]
    style: Style,
//         ^^^^^ C001 pedantic
}
",
        );
    }
}
