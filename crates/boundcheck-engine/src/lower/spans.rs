//! From syntax, through macro expansions, to places in the project's files.

use boundcheck_model::{FileId, Span};
use ra_ap_hir_expand::{HirFileId, InFile, MacroCallKind};
use ra_ap_ide_db::RootDatabase;
use ra_ap_span::TextRange;
use ra_ap_syntax::{AstNode, SyntaxNode, ast};
use rustc_hash::FxHashMap;

/// The numbers that the model gives to rust-analyzer's files.
#[derive(Debug, Default, Clone)]
pub(crate) struct FileNumbers(pub(crate) FxHashMap<ra_ap_vfs::FileId, FileId>);

impl FileNumbers {
    /// The place where a range was written; `None` outside the project. What a macro made is where it was invoked.
    pub(crate) fn span(&self, db: &RootDatabase, range: InFile<TextRange>) -> Option<Span> {
        let range = range.original_node_file_range_rooted(db);
        let file = *self.0.get(&range.file_id.file_id(db))?;
        Some(Span { file, start: range.range.start().into(), end: range.range.end().into() })
    }

    /// The place of a node.
    pub(crate) fn node(&self, db: &RootDatabase, node: InFile<&SyntaxNode>) -> Option<Span> {
        self.span(db, node.map(SyntaxNode::text_range))
    }
}

/// Name of the outermost macro, as written, whose expansion is in that file; attribute macros do not count.
pub(crate) fn macro_name(db: &RootDatabase, file: HirFileId) -> Option<String> {
    let mut name = None;
    let mut file = file;
    while let HirFileId::MacroFile(call) = file {
        let location = call.loc(db);
        if let MacroCallKind::FnLike { ast_id, .. } = &location.kind {
            let path = ast_id.to_node(db).path().and_then(|path| path.segment()).and_then(|segment| segment.name_ref());
            name = path.map(|path| path.text().to_string()).or(name);
        }
        file = location.kind.file_id();
    }
    name
}

/// The item as written when `node` is what an attribute macro made of it, one step up.
pub(crate) fn before_attribute(db: &RootDatabase, node: InFile<&SyntaxNode>) -> Option<InFile<ast::Item>> {
    let HirFileId::MacroFile(call) = node.file_id else { return None };
    let is_item = node.value.parent().is_some_and(|parent| ast::MacroItems::can_cast(parent.kind()));
    let location = call.loc(db);
    match &location.kind {
        MacroCallKind::Attr { ast_id, .. } if is_item => Some(InFile::new(ast_id.file_id, ast_id.to_node(db))),
        _ => None,
    }
}
