//! `#[pyclass]` and the derives of `PyO3`. Its other attributes add nothing that Rust code can name.

use super::item::{Fields, Item, Kind};
use super::{Macro, attribute, derive};

pub(super) const MACROS: &[Macro] = &[
    attribute("pyo3_macros", "pyclass", pyclass),
    derive("pyo3_macros", "FromPyObject", from_py_object),
    derive("pyo3_macros", "IntoPyObject", into_py_object),
    derive("pyo3_macros", "IntoPyObjectRef", into_py_object_ref),
];

/// One impl, from which the signatures of `PyO3` derive the others: `PyTypeInfo`, `IntoPyObject`, `IntoPy`, `Deref`.
fn pyclass(item: &Item, arguments: &str) -> String {
    let krate = argument(arguments, "crate").map_or("::pyo3".to_owned(), |path| path.replace('"', ""));
    let frozen = if arguments.split(',').any(|part| part.trim() == "frozen") { "True" } else { "False" };
    let base = argument(arguments, "extends").unwrap_or_else(|| format!("{krate}::PyAny"));
    let body = format!("type Frozen = {krate}::pyclass::boolean_struct::{frozen}; type BaseType = {base};");
    item.implement(&[], &format!("{krate}::PyClass"), &body)
}

/// The signatures of `PyO3` know which form the trait has in the project's version.
fn from_py_object(item: &Item, _: &str) -> String {
    let types = item.generics.types.join(", ");
    format!("::pyo3::extractable! {{ [{types}] {}; }}\n", with_py_lifetime(item))
}

fn into_py_object(item: &Item, _: &str) -> String {
    item.implement(&["'py"], "::pyo3::IntoPyObject<'py>", &into_py_object_types(item))
}

fn into_py_object_ref(item: &Item, _: &str) -> String {
    let ty = format!("&'ref_ {}", item.ty());
    item.implement_for(&["'py", "'ref_"], "::pyo3::IntoPyObject<'py>", &ty, &into_py_object_types(item))
}

/// A struct becomes a dict or a tuple, a transparent one what its field becomes, which is not looked up.
fn into_py_object_types(item: &Item) -> String {
    let target = match &item.kind {
        _ if item.says("pyo3", "transparent") => "PyAny",
        Kind::Struct(Fields { named: true, .. }) => "types::PyDict",
        Kind::Struct(Fields { list, .. }) if list.len() > 1 => "types::PyTuple",
        _ => "PyAny",
    };
    let target = format!("::pyo3::{target}");
    format!("type Target = {target}; type Output = ::pyo3::Bound<'py, {target}>; type Error = ::pyo3::PyErr;")
}

/// The type with `'py` for each of its lifetimes: which one it is decides nothing here.
fn with_py_lifetime(item: &Item) -> String {
    let mut ty = item.ty();
    for lifetime in &item.generics.lifetimes {
        ty = ty.replace(&format!("{lifetime},"), "'py,").replace(&format!("{lifetime}>"), "'py>");
    }
    ty
}

/// The value of `name = value` among the arguments of an attribute.
fn argument(arguments: &str, name: &str) -> Option<String> {
    let value = arguments.split(',').find_map(|part| {
        let (key, value) = part.split_once('=')?;
        (key.trim() == name).then(|| value.trim().to_owned())
    })?;
    (!value.is_empty()).then_some(value)
}
