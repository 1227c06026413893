use ra_ap_hir_expand::proc_macro::ProcMacroKind;
use ra_ap_syntax::{Edition, SourceFile};

use super::item::Item;
use super::*;

/// What a macro adds to an item, white space evened out.
fn added(krate: &str, name: &str, arguments: &str, item: &str) -> String {
    let tables = [pyo3::MACROS, enum_dispatch::MACROS, derives::MACROS];
    let known = tables.into_iter().flatten().find(|known| known.krate == krate && known.name == name);
    let text = known.map(|known| Item::parse(item).map(|item| (known.generate)(&item, arguments)).unwrap_or_default());
    text.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_class_says_whether_it_is_frozen_and_what_it_extends() {
    assert_eq!(
        added("pyo3_macros", "pyclass", r#"frozen, name = "P", extends = Base"#, "struct Point { x: f64 }"),
        "impl<> ::pyo3::PyClass for Point { type Frozen = ::pyo3::pyclass::boolean_struct::True; type BaseType = Base; }"
    );
    assert_eq!(
        added("pyo3_macros", "pyclass", r#"crate = "re::pyo3""#, "enum Color { Red, Green }"),
        "impl<> re::pyo3::PyClass for Color { type Frozen = re::pyo3::pyclass::boolean_struct::False; \
         type BaseType = re::pyo3::PyAny; }"
    );
}

#[test]
fn an_item_that_does_not_parse_adds_nothing() {
    assert_eq!(added("pyo3_macros", "pyclass", "", "struct"), "");
    assert_eq!(added("pyo3_macros", "pyclass", "", "fn f() {}"), "");
}

#[test]
fn an_extracted_type_keeps_its_parameters() {
    assert_eq!(
        added("pyo3_macros", "FromPyObject", "", "struct Rows<'a, T: Clone = u8>(Vec<&'a T>);"),
        "::pyo3::extractable! { [T: Clone] Rows<'py, T>; }"
    );
}

#[test]
fn a_converted_type_becomes_what_pyo3_makes_of_it() {
    let target = |item| added("pyo3_macros", "IntoPyObject", "", item);
    assert!(target("struct A { x: u8 }").contains("type Target = ::pyo3::types::PyDict;"));
    assert!(target("struct A(u8, u8);").contains("type Target = ::pyo3::types::PyTuple;"));
    assert!(target("struct A(u8);").contains("type Target = ::pyo3::PyAny;"));
    assert!(target("#[pyo3(transparent)] struct A { x: u8 }").contains("type Target = ::pyo3::PyAny;"));
    assert!(
        target("struct A<'py> { x: Bound<'py, PyAny> }").starts_with("impl<'py> ::pyo3::IntoPyObject<'py> for A<'py>")
    );
}

#[test]
fn an_error_converts_from_its_marked_sources() {
    assert_eq!(
        added(
            "thiserror_impl",
            "Error",
            "",
            "enum E { Io(#[from] io::Error), Other { #[source] of: Box<dyn Error> } }"
        ),
        "impl<> ::std::fmt::Display for E { } impl<> ::std::error::Error for E { } \
         impl<> ::std::convert::From<io::Error> for E { }"
    );
}

#[test]
fn a_bound_and_a_where_clause_are_kept() {
    assert_eq!(
        added("serde_derive", "Deserialize", "", "struct P<'a, T: Into<u8>> where T: Copy { x: &'a T }"),
        "impl<'de, 'a, T: Into<u8>> ::serde::Deserialize<'de> for P<'a, T> where T: Copy { }"
    );
}

#[test]
fn enum_dispatch_works_from_both_ends() {
    assert_eq!(
        added("enum_dispatch", "enum_dispatch", "Any", "trait Validator { fn v(&self); }"),
        "impl Validator for Any {}"
    );
    assert_eq!(
        added("enum_dispatch", "enum_dispatch", "Validator", "enum Any { Int(IntValidator), Two(A, B) }"),
        "impl<> Validator for Any { } impl<> ::std::convert::From<IntValidator> for Any { }"
    );
}

#[test]
fn a_builder_has_a_setter_for_each_field() {
    let text = added("derive_builder_macro", "Builder", "", "#[builder(setter(into))] struct Plan { name: String }");
    assert!(text.contains("pub fn name(&mut self, value: impl ::std::convert::Into<String>) -> &mut Self;"), "{text}");
    assert!(text.contains("pub fn build(&self) -> ::std::result::Result<Plan, PlanBuilderError>;"), "{text}");
    let text =
        added("derive_builder_macro", "Builder", "", r#"#[builder(pattern = "owned")] struct Plan { size: u8 }"#);
    assert!(text.contains("pub fn size(self, value: u8) -> Self;"), "{text}");
}

#[test]
fn everything_generated_parses() {
    let item = "enum Kind<'a, T: Clone> { A(#[from] &'a T), B { x: u8 } }";
    for known in [pyo3::MACROS, enum_dispatch::MACROS, derives::MACROS].into_iter().flatten() {
        let text = Item::parse(item).map(|item| (known.generate)(&item, "")).unwrap_or_default();
        let errors = SourceFile::parse(&text, Edition::CURRENT).errors();
        assert!(errors.is_empty(), "{}: {errors:?}\n{text}", known.name);
    }
}

#[test]
fn only_known_crates_have_expanders() {
    assert_eq!(expanders_for("somebody_elses_macros").len(), 0);
    let kinds: Vec<_> = expanders_for("enum_dispatch").into_iter().map(|found| found.kind).collect();
    assert_eq!(kinds, [ProcMacroKind::Attr]);
}
