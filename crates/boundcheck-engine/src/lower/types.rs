//! rust-analyzer's types to the model's.

use boundcheck_model::Type;
use ra_ap_hir_ty::next_solver::{GenericArg, GenericArgs, Region, Ty, TyKind};
use ra_ap_ide_db::RootDatabase;
use rustc_type_ir::RegionKind;
use rustc_type_ir::inherent::IntoKind;

use super::names;

/// Types nested deeper than this are cut: iterator chains and futures grow without bound, and no rule looks so deep.
const DEEPEST: usize = 6;

/// Converts a type.
pub(crate) fn lower(db: &RootDatabase, ty: Ty<'_>) -> Type {
    lower_at(db, ty, 0)
}

fn lower_at(db: &RootDatabase, ty: Ty<'_>, depth: usize) -> Type {
    if depth > DEEPEST {
        return Type::Unknown(String::new());
    }
    let inner = |ty: Ty<'_>| lower_at(db, ty, depth + 1);
    let kind = ty.kind();
    if let Some(name) = names::primitive(&kind) {
        return Type::Primitive(name.to_owned());
    }
    match kind {
        TyKind::Adt(def, args) => Type::Adt {
            path: names::adt(db, def.def_id()),
            lifetimes: lifetimes(db, args),
            args: args.iter().filter_map(GenericArg::ty).map(inner).collect(),
        },
        TyKind::Array(item, _) => Type::Array(Box::new(inner(item))),
        TyKind::Slice(item) => Type::Slice(Box::new(inner(item))),
        TyKind::RawPtr(target, _) => Type::Pointer(Box::new(inner(target))),
        TyKind::Ref(region, target, mutability) => {
            Type::Ref { mutable: mutability.is_mut(), lifetime: lifetime(db, region), inner: Box::new(inner(target)) }
        }
        TyKind::FnDef(..) | TyKind::FnPtr(..) => Type::Function,
        TyKind::Closure(..) | TyKind::CoroutineClosure(..) => Type::Closure,
        TyKind::Coroutine(..) | TyKind::CoroutineWitness(..) => Type::Future,
        TyKind::Never => Type::Never,
        TyKind::Tuple(items) => Type::Tuple(items.iter().map(inner).collect()),
        TyKind::Dynamic(..) => Type::Dyn(ty.dyn_trait().map(|of| names::of_trait(db, of)).unwrap_or_default()),
        TyKind::Param(param) => Type::Param(parameter(db, param)),
        TyKind::Alias(_) => match bounds(db, ty) {
            Some(paths) if paths.iter().any(|path| path.ends_with("::Future")) => Type::Future,
            Some(paths) => Type::Impl(paths),
            None => Type::Unknown(String::new()),
        },
        _ => Type::Unknown(String::new()),
    }
}

/// Paths of the traits that an opaque type promises.
fn bounds(db: &RootDatabase, ty: Ty<'_>) -> Option<Vec<String>> {
    let clauses = ty.impl_trait_bounds(db)?;
    let mut paths: Vec<String> = clauses
        .into_iter()
        .filter_map(|clause| match clause.kind().skip_binder() {
            rustc_type_ir::ClauseKind::Trait(predicate) => Some(names::of_trait(db, predicate.def_id().0)),
            _ => None,
        })
        .filter(|path| !path.ends_with("::Sized"))
        .collect();
    paths.dedup();
    Some(paths)
}

fn parameter(db: &RootDatabase, param: ra_ap_hir_ty::next_solver::ParamTy) -> String {
    let id: ra_ap_hir_def::TypeOrConstParamId = param.id.into();
    names::text(&ra_ap_hir::TypeOrConstParam::from(id).name(db))
}

fn lifetimes(db: &RootDatabase, args: GenericArgs<'_>) -> Vec<String> {
    args.iter().filter_map(|arg| lifetime(db, arg.region()?)).collect()
}

fn lifetime(db: &RootDatabase, region: Region<'_>) -> Option<String> {
    match region.kind() {
        RegionKind::ReStatic => Some("'static".to_owned()),
        RegionKind::ReEarlyParam(param) => Some(ra_ap_hir::LifetimeParam::from(param.id).name(db).as_str().to_owned()),
        _ => None,
    }
}
