//! Attributes as they are written, with `cfg_attr` resolved.

use boundcheck_model::{Attribute, AttributeItem};
use ra_ap_cfg::{CfgExpr, CfgOptions};
use ra_ap_hir_expand::InFile;
use ra_ap_ide_db::RootDatabase;
use ra_ap_span::TextRange;
use ra_ap_syntax::T;
use ra_ap_syntax::ast::{self, AstNode, HasAttrs, HasDocComments};

use super::spans::{self, FileNumbers};
use crate::files::is_bracket;

/// Reads attributes of items of one crate.
pub(crate) struct Reader<'a> {
    pub(crate) db: &'a RootDatabase,
    pub(crate) files: &'a FileNumbers,
    pub(crate) cfg: &'a CfgOptions,
}

impl Reader<'_> {
    /// The attributes of an item, those that an attribute macro consumed included, in the order they are written.
    pub(crate) fn of<N: HasAttrs>(&self, item: InFile<&N>) -> Vec<Attribute> {
        let mut found = self.directly(item);
        let mut node = item.map(|item| item.syntax().clone());
        while let Some(before) = spans::before_attribute(self.db, node.as_ref()) {
            let written = self.directly(before.as_ref());
            found.retain(|attribute| !written.iter().any(|known| known.span == attribute.span));
            found.extend(written);
            node = before.map(|item| item.syntax().clone());
        }
        found.sort_by_key(|attribute| attribute.span);
        found
    }

    fn directly<N: HasAttrs>(&self, item: InFile<&N>) -> Vec<Attribute> {
        let mut found = Vec::new();
        for attr in item.value.attrs() {
            let Some(meta) = attr.meta() else { continue };
            let range = attr.syntax().text_range();
            self.read(item.file_id, &meta, range, &mut found);
        }
        found
    }

    fn read(&self, file: ra_ap_hir_expand::HirFileId, meta: &ast::Meta, range: TextRange, found: &mut Vec<Attribute>) {
        if let ast::Meta::CfgAttrMeta(conditional) = meta {
            let on = conditional.cfg_predicate().map(CfgExpr::parse_from_ast);
            if on.is_none_or(|on| self.cfg.check(&on) != Some(false)) {
                for inner in conditional.metas() {
                    self.read(file, &inner, inner.syntax().text_range(), found);
                }
            }
            return;
        }
        if let ast::Meta::UnsafeMeta(inner) = meta {
            if let Some(inner) = inner.meta() {
                self.read(file, &inner, range, found);
            }
            return;
        }
        let path = match meta {
            ast::Meta::KeyValueMeta(pair) => pair.path(),
            ast::Meta::PathMeta(path) => path.path(),
            ast::Meta::TokenTreeMeta(call) => call.path(),
            _ => None,
        };
        let Some(path) = path else { return };
        let Some(span) = self.files.span(self.db, InFile::new(file, range)) else { return };
        let items = match meta {
            ast::Meta::TokenTreeMeta(call) => call.token_tree().map(|tree| self.items(file, &tree)).unwrap_or_default(),
            ast::Meta::KeyValueMeta(pair) => {
                let value = pair.expr().map(|value| unquoted(&value.syntax().text().to_string()));
                vec![AttributeItem { name: String::new(), value, span }]
            }
            _ => Vec::new(),
        };
        found.push(Attribute { path: path.syntax().text().to_string().replace(' ', ""), items, span });
    }

    /// What is between the parentheses, split at top-level commas.
    fn items(&self, file: ra_ap_hir_expand::HirFileId, tree: &ast::TokenTree) -> Vec<AttributeItem> {
        let whole = tree.syntax().text().to_string();
        let base = tree.syntax().text_range().start();
        let tokens = tree.syntax().children_with_tokens();
        let inside: Vec<_> = tokens.filter(|one| !one.kind().is_trivia() && !is_bracket(one.kind())).collect();
        let mut found = Vec::new();
        for item in inside.split(|one| one.kind() == T![,]) {
            let (Some(first), Some(last)) = (item.first(), item.last()) else { continue };
            let range = first.text_range().cover(last.text_range());
            let Some(span) = self.files.span(self.db, InFile::new(file, range)) else { continue };
            let item = &whole[range - base];
            let (name, value) = match item.find(['=', '(']) {
                Some(cut) if item[cut..].starts_with('=') => (&item[..cut], Some(unquoted(item[cut + 1..].trim()))),
                Some(cut) => (&item[..cut], Some(item[cut..].to_owned())),
                None => (item, None),
            };
            found.push(AttributeItem { name: name.trim().to_owned(), value, span });
        }
        found
    }
}

/// Text of the documentation comments, without their markers.
pub(crate) fn docs<N: HasDocComments>(item: &N) -> String {
    let lines = item.doc_comments().filter_map(|comment| {
        let (text, _) = comment.doc_comment()?;
        Some(text.strip_prefix(' ').unwrap_or(text).to_owned())
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn unquoted(text: &str) -> String {
    let inner = text.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
    inner.unwrap_or(text).to_owned()
}
