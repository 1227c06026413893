//! `#[enum_dispatch]`: a trait implemented by an enum of types that implement it.

use super::item::{Item, Kind};
use super::{Macro, attribute};

pub(super) const MACROS: &[Macro] = &[attribute("enum_dispatch", "enum_dispatch", enum_dispatch)];

/// On the trait it names enums, on the enum traits. The enum can be made from what each variant holds.
fn enum_dispatch(item: &Item, arguments: &str) -> String {
    let named = arguments.split(',').map(str::trim).filter(|name| !name.is_empty());
    let mut text = String::new();
    match &item.kind {
        Kind::Trait => {
            for ty in named {
                text += &["impl ", &item.name, " for ", ty, " {}\n"].concat();
            }
        }
        Kind::Enum(variants) => {
            for of in named {
                text += &item.implement(&[], of, "");
            }
            for variant in variants {
                let held = match &variant.fields.list[..] {
                    [] => &variant.name,
                    [field] => &field.ty,
                    _ => continue,
                };
                text += &item.implement(&[], &format!("::std::convert::From<{held}>"), "");
            }
        }
        Kind::Struct(_) => {}
    }
    text
}
