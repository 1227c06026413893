//! `#[enum_dispatch]`: a trait implemented by an enum of types that implement it.

use super::item::{Item, Kind};
use super::{Macro, attribute};

pub(super) const MACROS: &[Macro] = &[attribute("enum_dispatch", "enum_dispatch", enum_dispatch)];

/// On the trait it names enums, on the enum traits. The enum can be made from what each variant holds.
fn enum_dispatch(item: &Item, arguments: &str) -> String {
    let named = arguments.split(',').map(str::trim).filter(|name| !name.is_empty());
    match &item.kind {
        Kind::Trait => named.map(|ty| format!("impl {} for {ty} {{}}\n", item.name)).collect(),
        Kind::Enum(variants) => {
            let dispatched = named.map(|of| item.implement(&[], of, "")).collect::<String>();
            let held = variants.iter().filter_map(|variant| match &variant.fields.list[..] {
                [] => Some(&variant.name),
                [field] => Some(&field.ty),
                _ => None,
            });
            dispatched
                + &held.map(|ty| item.implement(&[], &format!("::std::convert::From<{ty}>"), "")).collect::<String>()
        }
        Kind::Struct(_) => String::new(),
    }
}
