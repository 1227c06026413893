//! Attribute and derive macros, expanded in this process.
//!
//! Procedural macros of a project never run. What the most used ones generate decides, though, which methods a type
//! has: without `derive(Error)` there is no `Display`, without `#[pyclass]` no `Py::new`. So their impls are written
//! here, without bodies. An attribute that nothing here expands is ignored by name resolution, and its item kept.

mod derives;
mod enum_dispatch;
mod item;
mod pyo3;

use std::any::Any;

use ra_ap_base_db::{Env, SourceDatabase};
use ra_ap_hir_expand::proc_macro::{ProcMacro, ProcMacroExpander, ProcMacroExpansionError, ProcMacroKind};
use ra_ap_intern::Symbol;
use ra_ap_span::{Edition, Span};
use ra_ap_tt::{Delimiter, TopSubtree, TopSubtreeBuilder, pretty};

use self::item::Item;

/// Writes the items that a macro adds beside the one it is on; the text is the attribute's arguments.
type Generator = fn(&Item, &str) -> String;

/// A macro and what it generates.
struct Macro {
    /// Crate that declares it, with `_`.
    krate: &'static str,
    name: &'static str,
    kind: ProcMacroKind,
    generate: Generator,
}

const fn derive(krate: &'static str, name: &'static str, generate: Generator) -> Macro {
    Macro { krate, name, kind: ProcMacroKind::CustomDerive, generate }
}

const fn attribute(krate: &'static str, name: &'static str, generate: Generator) -> Macro {
    Macro { krate, name, kind: ProcMacroKind::Attr, generate }
}

/// The expanders of a crate of procedural macros, named with `_`. Macros it has besides expand to nothing.
pub(crate) fn expanders_for(crate_name: &str) -> Vec<ProcMacro> {
    let tables = [pyo3::MACROS, enum_dispatch::MACROS, derives::MACROS];
    let known = tables.into_iter().flatten().filter(|known| known.krate == crate_name);
    known
        .map(|known| ProcMacro {
            name: Symbol::intern(known.name),
            kind: known.kind,
            expander: std::sync::Arc::new(Expander { of: known }),
            disabled: false,
        })
        .collect()
}

#[derive(Clone, Copy)]
struct Expander {
    of: &'static Macro,
}

impl Expander {
    fn id(self) -> (&'static str, &'static str) {
        (self.of.krate, self.of.name)
    }
}

impl std::fmt::Debug for Expander {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Expander").field(&self.id()).finish()
    }
}

impl ProcMacroExpander for Expander {
    /// An attribute gives its item back, token by token, so that spans stay those of the source, and never loses it.
    fn expand(
        &self,
        _db: &dyn SourceDatabase,
        subtree: &TopSubtree,
        attrs: Option<&TopSubtree>,
        _env: &Env,
        _def_site: Span,
        call_site: Span,
        _mixed_site: Span,
        _current_dir: String,
    ) -> Result<TopSubtree, ProcMacroExpansionError> {
        let arguments = attrs.map(|attrs| pretty(attrs.token_trees())).unwrap_or_default();
        let generated = Item::parse(&pretty(subtree.token_trees()))
            .map(|item| (self.of.generate)(&item, &arguments))
            .and_then(|text| ra_ap_syntax_bridge::parse_to_token_tree_static_span(Edition::CURRENT, call_site, &text));
        let mut output = TopSubtreeBuilder::new(Delimiter::invisible_spanned(call_site));
        if self.of.kind == ProcMacroKind::Attr {
            output.extend_with_tt_alone(subtree.token_trees());
        }
        if let Some(generated) = generated {
            output.extend_with_tt(generated.token_trees());
        }
        Ok(output.build())
    }

    fn eq_dyn(&self, other: &dyn ProcMacroExpander) -> bool {
        let other: &dyn Any = other;
        other.downcast_ref::<Self>().is_some_and(|other| other.id() == self.id())
    }
}

#[cfg(test)]
mod tests;
