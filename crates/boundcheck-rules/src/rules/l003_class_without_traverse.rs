//! L003

use boundcheck_model::{
    Class, Confidence, ExportKind, Field, Function, FunctionId, Model, Parameter, Persona, Span, Type,
};

use crate::Findings;
use crate::rule::rule;

rule! {
    /// A class owns Python objects, but the garbage collector cannot see them.
    ///
    /// ## Why
    /// When such an object leads back to the instance (a callback that closes over it, a list that contains it), the
    /// two keep each other alive for ever: reference counting does not free cycles, and the collector only finds
    /// those it can walk. In a server that is a leak on every request. Callbacks and containers close such circles; about
    /// other objects, which seldom know who holds them, only the pedantic persona is told. What is behind an `Arc` has
    /// several owners, none of which can visit it for the others: such fields are left alone.
    /// See [garbage collector integration](https://pyo3.rs/latest/class/protocols.html#garbage-collector-integration).
    ///
    /// ## Bad
    /// ```rust,bad
    /// use pyo3::prelude::*;
    ///
    /// #[pyclass]
    /// struct Timer {
    /// //     ^^^^^ L003
    ///     callback: Py<PyAny>,
    /// }
    ///
    /// #[pymethods]
    /// impl Timer {
    ///     #[new]
    ///     fn new(callback: Py<PyAny>) -> Self {
    ///         Self { callback }
    ///     }
    ///
    ///     fn fire(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
    ///         self.callback.call0(py)
    ///     }
    /// }
    /// ```
    ///
    /// ## Good
    /// ```rust,good
    /// use pyo3::prelude::*;
    /// use pyo3::{PyTraverseError, PyVisit};
    ///
    /// #[pyclass]
    /// struct Timer {
    ///     callback: Option<Py<PyAny>>,
    /// }
    ///
    /// #[pymethods]
    /// impl Timer {
    ///     #[new]
    ///     fn new(callback: Py<PyAny>) -> Self {
    ///         Self { callback: Some(callback) }
    ///     }
    ///
    ///     fn __traverse__(&self, visit: PyVisit<'_>) -> Result<(), PyTraverseError> {
    ///         visit.call(&self.callback)
    ///     }
    ///
    ///     fn __clear__(&mut self) {
    ///         self.callback = None;
    ///     }
    /// }
    /// ```
    L003 "class-without-traverse" {
        since: "0.1.0",
        severity: Warning,
        confidence: Medium,
        persona: Regular,
        pyo3: "any",
    }
}

fn check(model: &Model, out: &mut Findings<'_>) {
    for class in &model.classes {
        if model.method_of(class, "__traverse__").is_some() {
            continue;
        }
        let owning: Vec<&Field> =
            class.fields.iter().filter(|field| model.owned_python_reference(&field.ty).is_some()).collect();
        let Some(first) = owning.first() else { continue };
        let mut finding = out
            .at(class.name_span)
            .symbol(&class.path)
            .python_name(&class.python_name)
            .message(format!("class `{}` owns Python objects, but has no `__traverse__`", class.python_name))
            .label("a cycle through an instance is never freed")
            .note(format!("the garbage collector does not see what `{}` refers to", first.name))
            .help(help(&owning));
        for field in &owning {
            finding = finding.related(field.span, format!("`{}` keeps a Python object alive", field.ty));
        }
        let closes = owning.iter().any(|field| holds_many(&field.ty) || is_called(model, class, field));
        if !python_fills(model, class, &owning) || iterates(model, class) || !closes {
            finding.confidence(Confidence::Low).persona(Persona::Pedantic);
        }
    }
}

/// Whether Python can put an object of its own into an instance. What only Rust puts there seldom leads back.
fn python_fills(model: &Model, class: &Class, owning: &[&Field]) -> bool {
    let is_object = |ty: &Type| matches!(ty.path(), Some("pyo3::Bound" | "pyo3::Py" | "pyo3::Borrowed"));
    let old_object = |ty: &Type| matches!(ty, Type::Ref { .. }) && ty.is_attached_borrow();
    let takes_object = |function: &Function| {
        let given = function.params.iter().filter(|param| !matches!(param.name.as_str(), "self" | "slf" | "cls"));
        given.map(|param| &param.ty).any(|ty| ty.any(|ty| is_object(ty) || old_object(ty)))
    };
    let in_cell = owning.iter().any(|field| field.ty.any(|ty| ty.name().is_some_and(|name| CELLS.contains(&name))));
    let fills = |&method: &FunctionId| {
        let function = model.function(method);
        let exclusive = function.params.first().is_some_and(Parameter::is_exclusive_receiver);
        let stores = match function.export.map(|id| model.export(id).kind) {
            Some(ExportKind::Constructor | ExportKind::Setter | ExportKind::StaticMethod | ExportKind::ClassMethod) => {
                true
            }
            Some(ExportKind::Method) => exclusive || in_cell,
            // What only compares or looks up takes objects too.
            Some(ExportKind::Slot) => {
                let name = model.method_name(method);
                exclusive && name == "__call__" || (exclusive || in_cell) && STORING.contains(&name)
            }
            _ => false,
        };
        stores && takes_object(function)
    };
    let settable = class.option("set_all").is_some() || owning.iter().any(|field| field.has("set"));
    settable || class.methods.iter().any(fills)
}

/// Types through which a method with `&self` can change a field.
const CELLS: &[&str] =
    &["Mutex", "RwLock", "ReentrantMutex", "RefCell", "Cell", "OnceCell", "OnceLock", "PyOnceLock", "GILOnceCell"];
/// Special methods that are given something to keep.
const STORING: &[&str] = &["__setitem__", "__setattr__", "__set__", "__setstate__", "__init__", "__iadd__", "__ior__"];

/// Whether the type is a container of Python's, or one of Rust's with Python objects in it: users put anything there.
fn holds_many(ty: &Type) -> bool {
    const NATIVE: &[&str] = &["PyDict", "PyList", "PySet", "PyTuple", "PyMapping", "PySequence", "PyIterator"];
    const OWN: &[&str] = &["Vec", "VecDeque", "HashMap", "BTreeMap", "IndexMap", "HashSet", "SmallVec", "DashMap"];
    let is_reference = |ty: &Type| ty.is("pyo3::Py");
    ty.any(|ty| match ty.name() {
        Some("Py") => ty.args().first().and_then(Type::name).is_some_and(|name| NATIVE.contains(&name)),
        Some(name) => OWN.contains(&name) && ty.args().iter().any(|item| item.any(is_reference)),
        None => false,
    })
}

/// Whether the class calls what is in the field: a callback, whose closure can hold anything. A class that is called to
/// make instances of it is none.
fn is_called(model: &Model, class: &Class, field: &Field) -> bool {
    let asks = |names: &[&str]| {
        let own = model.functions.iter().filter(|function| function.self_type.as_deref() == Some(&class.path));
        own.flat_map(|function| &function.calls).filter(|call| names.contains(&call.name.as_str())).any(|call| {
            let receiver = model.text(Span { end: call.name_span.start, ..call.span });
            receiver.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == field.name)
        })
    };
    asks(&["call", "call0", "call1"]) && !asks(&["is_subclass", "is_subclass_of"])
}

/// Whether instances are iterators: they live as long as a loop, and what they iterate seldom leads back to them.
fn iterates(model: &Model, class: &Class) -> bool {
    ["__next__", "__anext__"].iter().any(|name| model.method_of(class, name).is_some())
}

fn help(owning: &[&Field]) -> String {
    let visits: Vec<_> = owning.iter().map(|field| visit(&field.name, &field.ty)).collect();
    format!("implement `__traverse__` with {}, and `__clear__` where the fields can change", visits.join(", "))
}

/// How `__traverse__` visits what a field owns.
fn visit(name: &str, ty: &Type) -> String {
    let inner = |ty: &Type| ty.args().last().is_some_and(|inner| inner.is("pyo3::Py"));
    match ty.name().unwrap_or_default() {
        "Py" => format!("`visit.call(&self.{name})?`"),
        "Option" if inner(ty) => format!("`visit.call(&self.{name})?`"),
        "Vec" | "VecDeque" | "HashSet" | "SmallVec" if inner(ty) => {
            format!("`for object in &self.{name} {{ visit.call(object)? }}`")
        }
        "HashMap" | "BTreeMap" | "IndexMap" if inner(ty) => {
            format!("`for object in self.{name}.values() {{ visit.call(object)? }}`")
        }
        "Mutex" | "RwLock" => format!("`visit.call(…)?` on each object behind `self.{name}` when `try_lock` gets it"),
        "OnceLock" | "OnceCell" if inner(ty) => format!("`visit.call(self.{name}.get())?`"),
        _ => format!("`visit.call(…)?` on each object in `self.{name}`"),
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::check;

    #[test]
    fn what_cannot_lead_back_needs_no_collector() {
        check(
            &RULE,
            r"
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyString, PyType};

#[pyclass(frozen)]
struct Page {
    title: Py<PyString>,
    body: Option<Py<PyBytes>>,
    kind: Py<PyType>,
}

#[pyclass]
struct Book {
    pages: Vec<Py<Page>>,
}
",
        );
    }

    #[test]
    fn a_reference_in_a_struct_or_container_of_a_field_counts() {
        check(
            &RULE,
            r"
use pyo3::prelude::*;
use std::collections::HashMap;
use std::sync::Mutex;

struct Handlers {
    by_name: HashMap<String, Py<PyAny>>,
}

#[pyclass]
struct Bus {
//     ^^^ L003 pedantic
    handlers: Mutex<Handlers>,
}

#[pyclass]
struct Tree {
//     ^^^^ L003 pedantic
    children: Vec<Py<Tree>>,
}
",
        );
    }

    #[test]
    fn python_fills_an_instance_by_assignment_through_a_lock_and_a_borrow() {
        check(
            &RULE,
            r#"
use pyo3::prelude::*;
use std::collections::HashMap;
use std::sync::Mutex;

#[pyclass]
struct Registry {
//     ^^^^^^^^ L003
    entries: HashMap<String, Py<PyAny>>,
}

#[pymethods]
impl Registry {
    #[pyo3(name = "__setitem__")]
    fn store(&mut self, name: String, value: Py<PyAny>) {
        self.entries.insert(name, value);
    }
}

#[pyclass(frozen)]
struct Bus {
//     ^^^ L003
    handlers: Mutex<Vec<Py<PyAny>>>,
}

#[pymethods]
impl Bus {
    fn listen(&self, handler: Py<PyAny>) {
        self.handlers.lock().unwrap().push(handler);
    }
}

#[pyclass]
struct Queue {
//     ^^^^^ L003
    jobs: Vec<Py<PyAny>>,
}

#[pymethods]
impl Queue {
    fn put(mut slf: PyRefMut<'_, Self>, job: Py<PyAny>) {
        slf.jobs.push(job);
    }
}

#[pyclass]
struct Shelf {
//     ^^^^^ L003 pedantic
    #[pyo3(get, set)]
    label: String,
    books: Vec<Py<PyAny>>,
}

#[pymethods]
impl Shelf {
    fn __contains__(&self, book: Bound<'_, PyAny>) -> bool {
        self.books.iter().any(|known| known.is(&book))
    }
}

#[pyclass]
struct Visited {
    seen: Vec<Py<PyAny>>,
}

#[pymethods]
impl Visited {
    #[pyo3(name = "__traverse__")]
    fn walk(&self, visit: pyo3::PyVisit<'_>) -> Result<(), pyo3::PyTraverseError> {
        self.seen.iter().try_for_each(|object| visit.call(object))
    }
}
"#,
        );
    }

    #[test]
    fn an_object_whose_methods_are_called_is_no_callback() {
        check(
            &RULE,
            r#"
use pyo3::prelude::*;
use pyo3::types::PyType;

#[pyclass]
struct Signer {
//     ^^^^^^ L003 pedantic
    key: Py<PyAny>,
}

#[pymethods]
impl Signer {
    #[new]
    fn new(key: Py<PyAny>) -> Self {
        Self { key }
    }

    fn sign(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.key.call_method0(py, "sign")
    }
}

#[pyclass]
struct Cipher {
//     ^^^^^^ L003 pedantic
    algorithm: Py<PyAny>,
}

#[pymethods]
impl Cipher {
    #[new]
    fn new(py: Python<'_>, algorithm: Py<PyAny>, base: &Bound<'_, PyType>) -> PyResult<Self> {
        algorithm.bind(py).cast::<PyType>()?.is_subclass(base)?;
        Ok(Self { algorithm })
    }

    fn start(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.algorithm.call0(py)
    }
}
"#,
        );
    }
}
