//! C003

use boundcheck_model::{Model, Struct, Type, Variant};

use crate::Findings;
use crate::rule::rule;

rule! {
    /// A variant of a `FromPyObject` enum comes after one that accepts its values.
    ///
    /// ## Why
    /// Variants are tried in the order in which they are written. `True` is an `int` in Python and every `int`
    /// converts to `f64`, so that a wide variant takes the values of a narrow one below it, without an error:
    /// `True` arrives as `Int(1)`, `3` as `Float(3.0)`.
    /// See the [PyO3 guide](https://pyo3.rs/latest/conversions/traits.html).
    ///
    /// ## Bad
    /// ```rust,bad
    /// use pyo3::prelude::*;
    ///
    /// #[derive(FromPyObject)]
    /// enum Value {
    ///     Int(i64),
    ///     Bool(bool),
    /// //  ^^^^^^^^^^ C003
    ///     Text(String),
    /// }
    /// ```
    ///
    /// ## Good
    /// ```rust,good
    /// use pyo3::prelude::*;
    ///
    /// #[derive(FromPyObject)]
    /// enum Value {
    ///     Bool(bool),
    ///     Int(i64),
    ///     Float(f64),
    ///     Text(String),
    /// }
    /// ```
    C003 "from-py-object-order" {
        since: "0.1.0",
        severity: Error,
        confidence: High,
        persona: Regular,
        pyo3: "any",
    }
}

fn check(model: &Model, out: &mut Findings<'_>) {
    for item in model.structs.iter().filter(|item| derives(item)) {
        for (at, later) in item.variants.iter().enumerate() {
            let Some(wanted) = single_type(later) else { continue };
            let earlier = item.variants[..at].iter().find_map(|earlier| {
                let why = takes(single_type(earlier)?, wanted)?;
                Some((earlier, why))
            });
            let Some((earlier, why)) = earlier else { continue };
            out.at(later.span)
                .symbol(&item.path)
                .message(format!("`{}` takes the values of `{}` first", earlier.name, later.name))
                .label("never gets what belongs here")
                .related(earlier.span, format!("is tried first and {why}"))
                .note("variants are tried in the order in which they are written")
                .help(format!("move `{}` above `{}`", later.name, earlier.name));
        }
    }
}

fn derives(item: &Struct) -> bool {
    let names_it = |name: &str| name.rsplit("::").next() == Some("FromPyObject");
    item.attributes
        .iter()
        .any(|attribute| attribute.is("derive") && attribute.items.iter().any(|item| names_it(&item.name)))
}

/// The type that a variant is extracted as: of its only field, unless that has a conversion of its own.
fn single_type(variant: &Variant) -> Option<&Type> {
    let [field] = variant.fields.as_slice() else { return None };
    let transparent = || {
        let pyo3 = variant.attributes.iter().filter(|attribute| attribute.is("pyo3"));
        pyo3.flat_map(|attribute| &attribute.items).any(|item| item.name == "transparent")
    };
    let is_tuple = field.name.bytes().all(|byte| byte.is_ascii_digit());
    (field.options.is_empty() && (is_tuple || transparent())).then_some(&field.ty)
}

/// Why `earlier` accepts what is meant for `later`, in words that complete "is tried first and …".
fn takes(earlier: &Type, later: &Type) -> Option<&'static str> {
    let (earlier, later) = (target(earlier), target(later));
    let (first, second) = (earlier.name()?, later.name()?);
    let int = |name: &str| {
        let digits = name.strip_prefix(['i', 'u']).unwrap_or_default();
        matches!(digits, "8" | "16" | "32" | "64" | "128" | "size")
            || matches!(name, "PyInt" | "PyLong" | "BigInt" | "BigUint")
    };
    let float = |name: &str| matches!(name, "f32" | "f64");
    let text = |name: &str| matches!(name, "String" | "str" | "PyString" | "char");
    let date_time = |name: &str| matches!(name, "PyDateTime" | "NaiveDateTime" | "DateTime");
    if first == "PyAny" && second != "PyAny" {
        Some("accepts every object")
    } else if matches!(second, "bool" | "PyBool") && (int(first) || float(first)) {
        Some("accepts `True` as 1")
    } else if int(second) && float(first) {
        Some("accepts integers as floats")
    } else if text(second) && matches!(first, "PathBuf" | "OsString") {
        Some("accepts every string as a path")
    } else if second == "char" && matches!(first, "String" | "str" | "PyString") {
        Some("accepts every string")
    } else if date_time(second) && matches!(first, "PyDate" | "NaiveDate") {
        Some("accepts a datetime, which is a date")
    } else if first == second && matches!(first, "Vec" | "Option" | "HashMap") {
        takes(earlier.args().last()?, later.args().last()?)
    } else {
        None
    }
}

/// The Python type behind `Bound<T>`, `Py<T>` and references.
fn target(ty: &Type) -> &Type {
    let ty = ty.peeled();
    match ty.path() {
        Some("pyo3::Bound" | "pyo3::Py" | "pyo3::Borrowed") => ty.args().first().unwrap_or(ty),
        _ => ty,
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::check;

    #[test]
    fn what_is_behind_pointers_and_in_lists_is_compared() {
        check(
            &RULE,
            r"
use pyo3::prelude::*;
use pyo3::types::{PyDate, PyDateTime};

#[derive(FromPyObject)]
enum Input<'py> {
    Floats(Vec<f64>),
    Ints(Vec<i64>),
//  ^^^^^^^^^^^^^^ C003
    Day(Bound<'py, PyDate>),
    Moment(Bound<'py, PyDateTime>),
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ C003
    Any(Bound<'py, PyAny>),
    Flag(bool),
//  ^^^^^^^^^^ C003
}
",
        );
    }

    #[test]
    fn variants_with_a_conversion_or_names_of_their_own_are_left_alone() {
        check(
            &RULE,
            r"
use pyo3::prelude::*;

fn exact(value: &Bound<'_, PyAny>) -> PyResult<i64> {
    value.extract()
}

#[derive(FromPyObject)]
enum Input {
    Exact(#[pyo3(from_py_with = exact)] i64),
    Flag(bool),
    Named { count: f64 },
    Small(u8),
    Large(u64),
}
",
        );
    }
}
