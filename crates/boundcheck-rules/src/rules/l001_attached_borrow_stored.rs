//! L001

use boundcheck_model::{Confidence, Field, Model, Persona, Severity, Struct, Type};

use crate::Findings;
use crate::rule::rule;

rule! {
    /// A borrow from the interpreter is stored where it can outlive the attachment.
    ///
    /// ## Why
    /// `Bound`, `Borrowed`, `Python`, `PyRef` and the old `&PyAny` are valid only while their thread is attached; the
    /// lifetime `'py` says so. With `'static` in its place nothing stops the value from being used or dropped after
    /// the thread has detached, which corrupts reference counts.
    /// `Py<T>` owns the object and can be kept anywhere.
    /// See the [PyO3 guide](https://pyo3.rs/latest/types.html).
    ///
    /// ## Bad
    /// ```rust,bad
    /// use pyo3::prelude::*;
    ///
    /// struct Callback {
    ///     function: Bound<'static, PyAny>,
    /// //            ^^^^^^^^^^^^^^^^^^^^^ L001
    /// }
    /// ```
    ///
    /// ## Good
    /// ```rust,good
    /// use pyo3::prelude::*;
    ///
    /// struct Callback {
    ///     function: Py<PyAny>,
    /// }
    ///
    /// impl Callback {
    ///     fn call<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
    ///         self.function.bind(py).call0()
    ///     }
    /// }
    /// ```
    L001 "attached-borrow-stored" {
        since: "0.1.0",
        severity: Error,
        confidence: High,
        persona: Regular,
        pyo3: "any",
    }
}

fn check(model: &Model, out: &mut Findings<'_>) {
    for item in &model.structs {
        for field in fields(item) {
            // A marker holds nothing.
            let held = field.ty.attached_borrow().or_else(|| kept_view(model, &field.ty));
            let Some(borrow) = held.filter(|_| !field.ty.is("std::marker::PhantomData")) else { continue };
            let finding = out
                .at(field.ty_span)
                .symbol(&item.path)
                .label(format!("`{}` is valid only while attached", name(borrow)))
                .help(remedy(borrow));
            if item.class.is_some() || field.ty.has_lifetime("'static") || item.lifetimes.is_empty() {
                finding
                    .message(format!("`{}` stores a borrow from the interpreter", item.path))
                    .note("it can be used or dropped after the thread has detached, which corrupts reference counts");
            } else {
                finding
                    .message(format!("`{}` is a view that holds a borrow from the interpreter", item.path))
                    .note("fine while it stays within one call; it cannot be kept, sent to a thread or exported")
                    .severity(Severity::Info)
                    .confidence(Confidence::Low)
                    .persona(Persona::Auditor);
            }
        }
    }
    for item in &model.statics {
        if let Some(borrow) = item.ty.attached_borrow() {
            out.at(item.name_span)
                .symbol(&item.path)
                .message(format!("static `{}` stores a borrow from the interpreter", item.path))
                .label(format!("`{}` is valid only while attached", name(borrow)))
                .note("statics outlive every attachment")
                .help(format!("store `{}`", owned(borrow)));
        }
    }
}

/// A struct of the project in this type that is a view of a borrow, and for which `'static` stands here.
fn kept_view<'m>(model: &'m Model, ty: &'m Type) -> Option<&'m Type> {
    ty.walk().into_iter().find(|ty| {
        let Type::Adt { path, lifetimes, .. } = ty else { return false };
        let mut known = model.structs.iter().filter(|item| item.path == *path);
        let kept = lifetimes.iter().any(|lifetime| lifetime == "'static");
        kept && known.any(|item| fields(item).any(|field| field.ty.attached_borrow().is_some()))
    })
}

fn fields(item: &Struct) -> impl Iterator<Item = &Field> {
    item.fields.iter().chain(item.variants.iter().flat_map(|variant| &variant.fields))
}

fn name(borrow: &Type) -> String {
    match borrow {
        Type::Ref { inner, .. } => format!("&{inner}"),
        other => other.name().unwrap_or("_").to_owned(),
    }
}

fn remedy(borrow: &Type) -> String {
    if borrow.is_attached_borrow() {
        format!("store `{}`", owned(borrow))
    } else {
        format!("store `Py<…>` in `{}`, or keep it within one call", name(borrow))
    }
}

/// The type that owns what `borrow` borrows.
fn owned(borrow: &Type) -> String {
    match borrow {
        Type::Ref { inner, .. } => format!("Py<{inner}>"),
        Type::Adt { args, .. } => args.first().map_or("Py<PyAny>".to_owned(), |target| format!("Py<{target}>")),
        _ => "Py<PyAny>".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::check;

    #[test]
    fn a_reference_to_a_native_type_of_the_old_api_is_a_borrow() {
        check(
            &RULE,
            r"
//- pyo3 0.20
use pyo3::prelude::*;

enum Source {
    Text(String),
    Object(&'static PyAny),
//         ^^^^^^^^^^^^^^ L001
}
",
        );
    }

    #[test]
    fn a_view_with_static_in_the_place_of_its_lifetime_is_kept() {
        check(
            &RULE,
            r"
use pyo3::prelude::*;

struct Slot<'py> {
    object: Bound<'py, PyAny>,
//          ^^^^^^^^^^^^^^^^^ L001 auditor
}

struct Holder {
    slot: Slot<'static>,
//        ^^^^^^^^^^^^^ L001
}
",
        );
    }

    #[test]
    fn what_owns_its_object_may_be_kept() {
        check(
            &RULE,
            r"
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyType;

static DECIMAL: PyOnceLock<Py<PyType>> = PyOnceLock::new();

struct NotSend(std::marker::PhantomData<Python<'static>>);

struct Cache {
    objects: Vec<Py<PyAny>>,
}
",
        );
    }
}
