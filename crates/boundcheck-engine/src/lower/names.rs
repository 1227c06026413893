//! Canonical paths: crate, modules of the definition, type or trait, name.

use ra_ap_hir::{Crate, Module};
use ra_ap_hir_def::signatures::{
    EnumSignature, FunctionSignature, StaticSignature, StructSignature, TraitSignature, UnionSignature,
};
use ra_ap_hir_def::{AdtId, EnumVariantId, FunctionId, HasModule, ItemContainerId, Lookup, StaticId, TraitId};
use ra_ap_hir_expand::name::Name;
use ra_ap_hir_ty::db::HirDatabase;
use ra_ap_hir_ty::next_solver::TyKind;
use ra_ap_ide_db::RootDatabase;
use rustc_type_ir::inherent::IntoKind;

/// A name as text, raw identifiers without `r#`.
pub(crate) fn text(name: &Name) -> String {
    name.as_str().trim_start_matches("r#").to_owned()
}

/// Path of a crate's root.
pub(crate) fn krate(db: &RootDatabase, krate: Crate) -> String {
    krate.display_name(db).map(|name| name.crate_name().to_string()).unwrap_or_default()
}

/// Path of a module; blocks inside functions are left out.
pub(crate) fn module(db: &RootDatabase, module: Module) -> String {
    let named = module.path_to_root(db).into_iter().rev().filter_map(|module| module.name(db));
    let parts: Vec<_> = std::iter::once(krate(db, module.krate(db))).chain(named.map(|name| text(&name))).collect();
    parts.join("::")
}

/// Path of a struct, enum or union.
pub(crate) fn adt(db: &RootDatabase, id: AdtId) -> String {
    let name = match id {
        AdtId::StructId(id) => &StructSignature::of(db, id).name,
        AdtId::EnumId(id) => &EnumSignature::of(db, id).name,
        AdtId::UnionId(id) => &UnionSignature::of(db, id).name,
    };
    format!("{}::{}", module(db, id.module(db).into()), text(name))
}

/// Path of a trait.
pub(crate) fn of_trait(db: &RootDatabase, id: TraitId) -> String {
    format!("{}::{}", module(db, id.module(db).into()), text(&TraitSignature::of(db, id).name))
}

/// Path of a static.
pub(crate) fn of_static(db: &RootDatabase, id: StaticId) -> String {
    format!("{}::{}", module(db, id.module(db).into()), text(&StaticSignature::of(db, id).name))
}

/// Path of an enum variant.
pub(crate) fn variant(db: &RootDatabase, id: EnumVariantId) -> String {
    let variant = ra_ap_hir::EnumVariant::from(id);
    format!("{}::{}", adt(db, AdtId::EnumId(variant.parent_enum(db).into())), text(&variant.name(db)))
}

/// The impl or trait that a function stands in.
#[derive(Debug, Clone, Default)]
pub(crate) struct Container {
    /// Path of the type whose impl it is.
    pub(crate) self_type: Option<String>,
    /// Path of the trait.
    pub(crate) of_trait: Option<String>,
}

/// Where a function stands.
pub(crate) fn container(db: &RootDatabase, id: FunctionId) -> Container {
    match id.lookup(db).container {
        ItemContainerId::ImplId(id) => {
            let implementation = ra_ap_hir::Impl::from(id);
            let module = module(db, id.module(db).into());
            let self_type = match db.impl_self_ty(id).skip_binder().kind() {
                TyKind::Adt(def, _) => Some(adt(db, def.def_id())),
                kind => builtin(&kind).map(|name| {
                    let root = module.split("::").next().unwrap_or_default();
                    format!("{root}::{name}")
                }),
            };
            Container { self_type, of_trait: implementation.trait_(db).map(|of| of_trait(db, of.into())) }
        }
        ItemContainerId::TraitId(id) => Container { self_type: None, of_trait: Some(of_trait(db, id)) },
        _ => Container::default(),
    }
}

/// Path of a function: through its type, through its trait when it has no type of its own, else through its module.
pub(crate) fn function(db: &RootDatabase, id: FunctionId) -> String {
    let name = text(&FunctionSignature::of(db, id).name);
    let container = container(db, id);
    let parent = match id.lookup(db).container {
        ItemContainerId::TraitId(_) => container.of_trait,
        ItemContainerId::ImplId(_) => container.self_type.or(container.of_trait),
        _ => None,
    };
    format!("{}::{name}", parent.unwrap_or_else(|| module(db, id.module(db).into())))
}

/// Name of a type that is no struct, enum or union, as the standard library's documentation has it.
fn builtin(kind: &TyKind<'_>) -> Option<String> {
    Some(match kind {
        TyKind::Slice(_) => "slice".to_owned(),
        TyKind::Array(..) => "array".to_owned(),
        TyKind::Ref(_, inner, _) => match inner.kind() {
            TyKind::Adt(..) => return None,
            inner => builtin(&inner).unwrap_or_else(|| "reference".to_owned()),
        },
        TyKind::RawPtr(..) => "pointer".to_owned(),
        TyKind::Tuple(_) => "tuple".to_owned(),
        TyKind::Never => "never".to_owned(),
        other => primitive(other)?.to_owned(),
    })
}

/// Name of a primitive type.
pub(crate) fn primitive(kind: &TyKind<'_>) -> Option<&'static str> {
    use rustc_type_ir::{FloatTy, IntTy, UintTy};
    Some(match kind {
        TyKind::Bool => "bool",
        TyKind::Char => "char",
        TyKind::Str => "str",
        TyKind::Int(int) => match int {
            IntTy::Isize => "isize",
            IntTy::I8 => "i8",
            IntTy::I16 => "i16",
            IntTy::I32 => "i32",
            IntTy::I64 => "i64",
            IntTy::I128 => "i128",
        },
        TyKind::Uint(int) => match int {
            UintTy::Usize => "usize",
            UintTy::U8 => "u8",
            UintTy::U16 => "u16",
            UintTy::U32 => "u32",
            UintTy::U64 => "u64",
            UintTy::U128 => "u128",
        },
        TyKind::Float(float) => match float {
            FloatTy::F16 => "f16",
            FloatTy::F32 => "f32",
            FloatTy::F64 => "f64",
            FloatTy::F128 => "f128",
        },
        _ => return None,
    })
}
