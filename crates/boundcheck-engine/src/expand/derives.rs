//! Derives of crates that are used everywhere: which traits they implement, and with what types.

use super::item::{Field, Item, Kind};
use super::{Macro, derive};

pub(super) const MACROS: &[Macro] = &[
    derive("thiserror_impl", "Error", thiserror),
    derive("snafu_derive", "Snafu", error),
    derive("serde_derive", "Serialize", |item, _| item.implement(&[], "::serde::Serialize", "")),
    derive("serde_derive", "Deserialize", |item, _| item.implement(&["'de"], "::serde::Deserialize<'de>", "")),
    derive("strum_macros", "AsRefStr", |item, _| item.implement(&[], "::std::convert::AsRef<str>", "")),
    derive("strum_macros", "Display", display),
    derive("strum_macros", "EnumCount", |item, _| item.implement(&[], "::strum::EnumCount", "")),
    derive("strum_macros", "EnumIter", enum_iter),
    derive("strum_macros", "EnumMessage", |item, _| item.implement(&[], "::strum::EnumMessage", "")),
    derive("strum_macros", "EnumProperty", |item, _| item.implement(&[], "::strum::EnumProperty", "")),
    derive("strum_macros", "EnumString", enum_string),
    derive("strum_macros", "IntoStaticStr", into_static_str),
    derive("strum_macros", "VariantNames", |item, _| item.implement(&[], "::strum::VariantNames", "")),
    derive("derive_more", "Deref", deref),
    derive("derive_more", "DerefMut", |item, _| item.implement(&[], "::std::ops::DerefMut", "")),
    derive("derive_more", "Display", display),
    derive("derive_more", "From", from_fields),
    derive("derive_more_impl", "Deref", deref),
    derive("derive_more_impl", "DerefMut", |item, _| item.implement(&[], "::std::ops::DerefMut", "")),
    derive("derive_more_impl", "Display", display),
    derive("derive_more_impl", "Error", |item, _| item.implement(&[], "::std::error::Error", "")),
    derive("derive_more_impl", "From", from_fields),
    derive("clap_derive", "Parser", clap_parser),
    derive("clap_derive", "Args", |item, _| item.implement(&[], "::clap::Args", "")),
    derive("clap_derive", "Subcommand", |item, _| item.implement(&[], "::clap::Subcommand", "")),
    derive("clap_derive", "ValueEnum", |item, _| item.implement(&[], "::clap::ValueEnum", "")),
    derive("derive_builder_macro", "Builder", builder),
    derive("displaydoc", "Display", display),
];

fn display(item: &Item, _: &str) -> String {
    item.implement(&[], "::std::fmt::Display", "")
}

fn error(item: &Item, arguments: &str) -> String {
    display(item, arguments) + &item.implement(&[], "::std::error::Error", "")
}

fn thiserror(item: &Item, arguments: &str) -> String {
    let sources = item.fields().filter(|field| field.has("from"));
    error(item, arguments) + &sources.map(|field| from(item, field)).collect::<String>()
}

fn from(item: &Item, field: &Field) -> String {
    item.implement(&[], &format!("::std::convert::From<{}>", field.ty), "")
}

/// From the fields that stand alone, in the struct or in a variant.
fn from_fields(item: &Item, _: &str) -> String {
    let alone: Vec<&Field> = match &item.kind {
        Kind::Struct(fields) => vec![&fields.list],
        Kind::Enum(variants) => variants.iter().map(|variant| &variant.fields.list).collect(),
        Kind::Trait => Vec::new(),
    }
    .into_iter()
    .filter_map(|fields| if let [field] = &fields[..] { Some(field) } else { None })
    .collect();
    alone.into_iter().map(|field| from(item, field)).collect()
}

fn deref(item: &Item, _: &str) -> String {
    let target = item.fields().find(|field| field.has("deref")).map(|field| field.ty.as_str());
    match target.or_else(|| item.only_field()) {
        Some(target) => item.implement(&[], "::std::ops::Deref", &format!("type Target = {target};")),
        None => String::new(),
    }
}

fn enum_iter(item: &Item, _: &str) -> String {
    let iterator = format!("type Iterator = ::std::vec::IntoIter<{}>;", item.ty());
    item.implement(&[], "::strum::IntoEnumIterator", &iterator)
}

fn enum_string(item: &Item, _: &str) -> String {
    item.implement(&[], "::std::str::FromStr", "type Err = ::strum::ParseError;")
        + &item.implement(&["'str"], "::std::convert::TryFrom<&'str str>", "type Error = ::strum::ParseError;")
}

fn into_static_str(item: &Item, _: &str) -> String {
    let own = item.ty();
    item.implement_for(&[], &format!("::std::convert::From<{own}>"), "&'static str", "")
        + &item.implement_for(&["'ref_"], &format!("::std::convert::From<&'ref_ {own}>"), "&'static str", "")
}

fn clap_parser(item: &Item, _: &str) -> String {
    let traits = ["::clap::Parser", "::clap::CommandFactory", "::clap::FromArgMatches", "::clap::Args"];
    traits.iter().map(|of| item.implement(&[], of, "")).collect()
}

/// A struct with a setter for each field, and an error. Structs with parameters are left out.
fn builder(item: &Item, _: &str) -> String {
    let Kind::Struct(fields) = &item.kind else { return String::new() };
    if item.ty() != item.name {
        return String::new();
    }
    let name = &item.name;
    let owned = item.mentions("builder", "pattern=\"owned\"");
    let (receiver, returned) = if owned { ("self", "Self") } else { ("&mut self", "&mut Self") };
    let into = item.mentions("builder", "setter(into");
    let setters = fields.list.iter().map(|field| {
        let into = into || field.mentions("builder", "setter(into");
        let value = if into { format!("impl ::std::convert::Into<{}>", field.ty) } else { field.ty.clone() };
        format!("pub fn {}({receiver}, value: {value}) -> {returned};", field.name)
    });
    let setters: String = setters.collect();
    let this = if owned { "self" } else { "&self" };
    format!(
        "#[derive(Clone, Default)] pub struct {name}Builder(());
        impl {name}Builder {{
            pub fn create_empty() -> Self;
            {setters}
            pub fn build({this}) -> ::std::result::Result<{name}, {name}BuilderError>;
        }}
        #[derive(Debug)] pub struct {name}BuilderError(());
        impl ::std::fmt::Display for {name}BuilderError {{}}
        impl ::std::error::Error for {name}BuilderError {{}}\n"
    )
}
