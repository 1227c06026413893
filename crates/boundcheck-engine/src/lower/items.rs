//! The items of the project's crates, before any body is looked at.

use boundcheck_model::{Attribute, Field, PackageId, Parameter, Span, Struct, Variant};
use ra_ap_hir::{Adt, AssocItem, Crate, HasSource, HasVisibility, Impl, Module, ModuleDef, Visibility};
use ra_ap_hir_def::{AdtId, FunctionId, StaticId};
use ra_ap_hir_expand::InFile;
use ra_ap_ide_db::RootDatabase;
use ra_ap_syntax::ast::{self, AstNode, HasModuleItem, HasName};
use rustc_hash::FxHashMap;

use super::attributes::{self, Reader};
use super::spans::FileNumbers;
use super::{names, signature, types};

/// Everything declared in the project.
#[derive(Debug, Default)]
pub(crate) struct Items {
    pub(crate) functions: FxHashMap<FunctionId, FunctionItem>,
    /// In the order of their places.
    pub(crate) order: Vec<FunctionId>,
    pub(crate) structs: Vec<StructItem>,
    pub(crate) statics: Vec<StaticItem>,
    pub(crate) modules: Vec<ModuleItem>,
    pub(crate) implementations: Vec<ImplItem>,
    /// The package of each crate.
    pub(crate) packages: FxHashMap<Crate, PackageId>,
}

/// A function or method.
#[derive(Debug)]
pub(crate) struct FunctionItem {
    pub(crate) package: PackageId,
    pub(crate) path: String,
    pub(crate) span: Span,
    pub(crate) name_span: Span,
    pub(crate) params: Vec<Parameter>,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) docs: String,
    pub(crate) is_main: bool,
    /// `pub`, whether or not a path to it is.
    pub(crate) is_public: bool,
}

/// A struct, enum or union.
#[derive(Debug)]
pub(crate) struct StructItem {
    pub(crate) id: AdtId,
    pub(crate) item: Struct,
    pub(crate) docs: String,
    /// The macro that made it, and what it was given: `create_exception`.
    pub(crate) from_macro: Option<(String, String, Span)>,
}

/// A static.
#[derive(Debug)]
pub(crate) struct StaticItem {
    pub(crate) id: StaticId,
    pub(crate) package: PackageId,
    pub(crate) span: Span,
    pub(crate) name_span: Span,
}

/// An inline module with attributes.
#[derive(Debug)]
pub(crate) struct ModuleItem {
    pub(crate) module: Module,
    pub(crate) path: String,
    pub(crate) package: PackageId,
    pub(crate) span: Span,
    pub(crate) name_span: Span,
    pub(crate) attributes: Vec<Attribute>,
    /// `#[pymodule_export] use …`: the names it brings in, and where.
    pub(crate) exported: Vec<(String, Span)>,
}

/// An impl with the functions in it.
#[derive(Debug)]
pub(crate) struct ImplItem {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) self_type: Option<AdtId>,
    pub(crate) of_trait: Option<String>,
    /// `impl From<…> for PyErr`: what `?` calls in an export.
    pub(crate) makes_python_errors: bool,
    pub(crate) functions: Vec<FunctionId>,
}

/// Collects the items of one crate.
pub(crate) fn collect(
    db: &RootDatabase,
    files: &FileNumbers,
    krate: Crate,
    package: PackageId,
    with_structs: bool,
    items: &mut Items,
) {
    items.packages.insert(krate, package);
    let reader = Reader { db, files, cfg: krate.cfg(db) };
    let mut collector = Collector { db, files, reader, package, with_structs, items };
    for module in krate.modules(db) {
        collector.module(module);
    }
}

struct Collector<'a> {
    db: &'a RootDatabase,
    files: &'a FileNumbers,
    reader: Reader<'a>,
    package: PackageId,
    with_structs: bool,
    items: &'a mut Items,
}

impl Collector<'_> {
    fn module(&mut self, module: Module) {
        self.inline_module(module);
        for declaration in module.declarations(self.db) {
            match declaration {
                ModuleDef::Function(function) => {
                    self.function(function);
                }
                ModuleDef::Adt(adt) if self.with_structs => self.adt(adt),
                ModuleDef::Static(item) => self.statik(item),
                _ => {}
            }
        }
        for implementation in module.impl_defs(self.db) {
            self.implementation(implementation);
        }
    }

    fn inline_module(&mut self, module: Module) {
        let Some(source) = module.declaration_source(self.db) else { return };
        let attributes = self.reader.of(source.as_ref());
        if attributes.is_empty() {
            return;
        }
        let Some((span, name_span)) = self.places(source.as_ref()) else { return };
        let uses = source.value.item_list().into_iter().flat_map(|list| list.items());
        let mut exported = Vec::new();
        for item in uses {
            let ast::Item::Use(item) = item else { continue };
            let marked = self.reader.of(source.with_value(&item)).iter().any(|one| one.is("pymodule_export"));
            if let Some(tree) = item.use_tree().filter(|_| marked) {
                self.used_names(source.with_value(&tree), &mut exported);
            }
        }
        self.items.modules.push(ModuleItem {
            module,
            path: names::module(self.db, module),
            package: self.package,
            span,
            name_span,
            attributes,
            exported,
        });
    }

    /// The names that a `use` brings in.
    fn used_names(&self, tree: InFile<&ast::UseTree>, found: &mut Vec<(String, Span)>) {
        if let Some(list) = tree.value.use_tree_list() {
            for inner in list.use_trees() {
                self.used_names(tree.with_value(&inner), found);
            }
            return;
        }
        let renamed = tree.value.rename().and_then(|rename| rename.name()).map(|name| name.text().to_string());
        let last = tree.value.path().and_then(|path| path.segment()).and_then(|segment| segment.name_ref());
        let name = renamed.or_else(|| last.map(|name| name.text().to_string()));
        if let (Some(name), Some(span)) = (name, self.files.node(self.db, tree.map(AstNode::syntax))) {
            found.push((name, span));
        }
    }

    fn function(&mut self, function: ra_ap_hir::Function) -> Option<FunctionId> {
        let id = FunctionId::try_from(function).ok()?;
        let source = function.source(self.db)?;
        let (span, name_span) = self.places(source.as_ref())?;
        let item = FunctionItem {
            package: self.package,
            path: names::function(self.db, id),
            span,
            name_span,
            params: signature::params(self.db, self.files, id, source.as_ref()),
            attributes: self.reader.of(source.as_ref()),
            docs: attributes::docs(&source.value),
            is_main: function.is_main(self.db),
            is_public: function.visibility(self.db) == Visibility::Public,
        };
        if self.items.functions.insert(id, item).is_none() {
            self.items.order.push(id);
        }
        Some(id)
    }

    fn implementation(&mut self, implementation: Impl) {
        let functions: Vec<_> = implementation
            .items(self.db)
            .into_iter()
            .filter_map(|item| match item {
                AssocItem::Function(function) => self.function(function),
                _ => None,
            })
            .collect();
        if functions.is_empty() {
            return;
        }
        let attributes =
            implementation.source(self.db).map(|source| self.reader.of(source.as_ref())).unwrap_or_default();
        let self_type = implementation.self_ty(self.db).as_adt().map(AdtId::from);
        let of_trait = implementation.trait_(self.db).map(|of| names::of_trait(self.db, of.into()));
        let converts = of_trait.as_deref() == Some("std::convert::From");
        self.items.implementations.push(ImplItem {
            attributes,
            self_type,
            makes_python_errors: converts && self_type.is_some_and(|id| names::adt(self.db, id) == "pyo3::PyErr"),
            of_trait,
            functions,
        });
    }

    fn statik(&mut self, item: ra_ap_hir::Static) {
        let Some(source) = item.source(self.db) else { return };
        if let Some((span, name_span)) = self.places(source.as_ref()) {
            self.items.statics.push(StaticItem { id: item.into(), package: self.package, span, name_span });
        }
    }

    fn adt(&mut self, adt: Adt) {
        let Some(source) = adt.source(self.db) else { return };
        let Some((span, name_span)) = self.places(source.as_ref()) else { return };
        let lifetimes = ra_ap_hir::GenericDef::from(adt).lifetime_params(self.db);
        let lifetimes = lifetimes.into_iter().map(|one| one.name(self.db).as_str().to_owned()).collect();
        let (fields, variants) = match adt {
            Adt::Struct(item) => (self.fields(item.fields(self.db)), Vec::new()),
            Adt::Union(item) => (self.fields(item.fields(self.db)), Vec::new()),
            Adt::Enum(item) => {
                let variants = item.variants(self.db).into_iter();
                (Vec::new(), variants.filter_map(|variant| self.variant(variant)).collect())
            }
        };
        let id = AdtId::from(adt);
        self.items.structs.push(StructItem {
            id,
            item: Struct {
                path: names::adt(self.db, id),
                package: self.package,
                span,
                name_span,
                lifetimes,
                fields,
                variants,
                attributes: self.reader.of(source.as_ref()),
                class: None,
            },
            docs: attributes::docs(&source.value),
            from_macro: self.macro_call(source.as_ref().map(AstNode::syntax)),
        });
    }

    fn variant(&self, variant: ra_ap_hir::EnumVariant) -> Option<Variant> {
        let source = variant.source(self.db)?;
        Some(Variant {
            name: names::text(&variant.name(self.db)),
            span: self.files.node(self.db, source.as_ref().map(AstNode::syntax))?,
            fields: self.fields(variant.fields(self.db)),
            attributes: self.reader.of(source.as_ref()),
        })
    }

    fn fields(&self, fields: Vec<ra_ap_hir::Field>) -> Vec<Field> {
        fields.into_iter().filter_map(|field| self.field(field)).collect()
    }

    fn field(&self, field: ra_ap_hir::Field) -> Option<Field> {
        let source = field.source(self.db)?;
        let (node, ty) = match &source.value {
            ra_ap_hir::FieldSource::Named(field) => (field.syntax().clone(), field.ty()?),
            ra_ap_hir::FieldSource::Pos(field) => (field.syntax().clone(), field.ty()?),
        };
        let options = match &source.value {
            ra_ap_hir::FieldSource::Named(field) => self.reader.of(source.with_value(field)),
            ra_ap_hir::FieldSource::Pos(field) => self.reader.of(source.with_value(field)),
        };
        Some(Field {
            name: names::text(&field.name(self.db)),
            ty: signature::field_type(self.db, field),
            text: ty.syntax().text().to_string(),
            span: self.files.node(self.db, source.with_value(&node))?,
            ty_span: self.files.node(self.db, source.with_value(ty.syntax()))?,
            options: options.into_iter().filter(|one| one.is("pyo3")).flat_map(|one| one.items).collect(),
        })
    }

    fn places<N: HasName>(&self, node: InFile<&N>) -> Option<(Span, Span)> {
        let span = self.files.node(self.db, node.map(AstNode::syntax))?;
        let name = node.value.name().and_then(|name| self.files.node(self.db, node.with_value(name.syntax())));
        Some((span, name.unwrap_or(span)))
    }

    /// The call of the macro that made a node: its name, its arguments as written, its place.
    fn macro_call(&self, node: InFile<&ra_ap_syntax::SyntaxNode>) -> Option<(String, String, Span)> {
        let ra_ap_hir_expand::HirFileId::MacroFile(call) = node.file_id else { return None };
        let location = call.loc(self.db);
        let ra_ap_hir_expand::MacroCallKind::FnLike { ast_id, .. } = &location.kind else { return None };
        let written = ast_id.to_node(self.db);
        let name = written.path()?.segment()?.name_ref()?.text().to_string();
        let tree = written.token_tree()?;
        let arguments = tree.syntax().text().to_string();
        // Without the semicolon after it.
        let range = written.syntax().text_range().start();
        let range = ra_ap_span::TextRange::new(range, tree.syntax().text_range().end());
        let span = self.files.span(self.db, InFile::new(ast_id.file_id, range))?;
        Some((name, arguments, span))
    }
}

/// A function nested in a body, which belongs to the package of the crate around it.
pub(crate) fn nested(db: &RootDatabase, files: &FileNumbers, id: FunctionId, items: &Items) -> Option<FunctionItem> {
    let krate = ra_ap_hir::Function::from(id).module(db).krate(db);
    let package = *items.packages.get(&krate)?;
    let mut found = Items::default();
    let reader = Reader { db, files, cfg: krate.cfg(db) };
    let mut collector = Collector { db, files, reader, package, with_structs: false, items: &mut found };
    collector.function(id.into());
    found.functions.remove(&id)
}

/// The type of a static, for those that need it before their body is walked.
pub(crate) fn static_type(db: &RootDatabase, id: StaticId) -> boundcheck_model::Type {
    use ra_ap_hir_ty::db::HirDatabase;
    let ty = db.value_ty(ra_ap_hir_ty::ValueTyDefId::StaticId(id));
    ty.map_or(boundcheck_model::Type::Unknown(String::new()), |ty| {
        types::lower(db, ty.instantiate_identity().skip_norm_wip())
    })
}
