//! Parameters, return types, fields: types of declarations.

use boundcheck_model::{Parameter, Type};
use ra_ap_hir_def::hir::generics::WherePredicate;
use ra_ap_hir_def::signatures::FunctionSignature;
use ra_ap_hir_def::type_ref::{LifetimeRef, TypeBound, TypeRef};
use ra_ap_hir_def::{CallableDefId, FunctionId, VariantId};
use ra_ap_hir_expand::InFile;
use ra_ap_hir_ty::db::HirDatabase;
use ra_ap_ide_db::RootDatabase;
use ra_ap_syntax::ast::{self, AstNode};

use super::spans::FileNumbers;
use super::types;

/// Parameters of a function, `self` first.
pub(crate) fn params(
    db: &RootDatabase,
    files: &FileNumbers,
    id: FunctionId,
    source: InFile<&ast::Fn>,
) -> Vec<Parameter> {
    let signature = db.callable_item_signature(CallableDefId::FunctionId(id));
    let signature = signature.instantiate_identity().skip_norm_wip().skip_binder();
    let mut inputs = signature.inputs().iter().map(|&ty| types::lower(db, ty));
    let Some(list) = source.value.param_list() else { return Vec::new() };
    let mut found = Vec::new();
    if let Some(receiver) = list.self_param() {
        let ty = inputs.next().unwrap_or_else(|| Type::Unknown(String::new()));
        if let Some(span) = files.node(db, source.with_value(receiver.syntax())) {
            found.push(Parameter { name: "self".to_owned(), ty, text: receiver.syntax().text().to_string(), span });
        }
    }
    for param in list.params() {
        let ty = inputs.next().unwrap_or_else(|| Type::Unknown(String::new()));
        let name = match param.pat() {
            Some(ast::Pat::IdentPat(pat)) => ast::HasName::name(&pat).map(|name| name.text().to_string()),
            Some(ast::Pat::WildcardPat(_)) => Some("_".to_owned()),
            _ => None,
        };
        if let Some(span) = files.node(db, source.with_value(param.syntax())) {
            let text = param.ty().map(|ty| ty.syntax().text().to_string()).unwrap_or_default();
            found.push(Parameter { name: name.unwrap_or_default(), ty, text, span });
        }
    }
    found
}

/// Whether the signature says that an argument (`self` counted) outlives the call and may change threads: a parameter
/// whose bounds are `Send + 'static`. Code that only calls a closure there and then asks for no `'static`.
pub(crate) fn may_keep(db: &RootDatabase, id: FunctionId, index: u32) -> bool {
    let signature = FunctionSignature::of(db, id);
    let store = &signature.store;
    let Some(&param) = signature.params.get(index as usize) else { return false };
    let same = |target: &TypeRef| match (target, &store[param]) {
        (TypeRef::TypeParam(target), TypeRef::TypeParam(param)) => target == param,
        (TypeRef::TypeParam(target), TypeRef::Path(path)) => {
            let data = &signature.generic_params[target.local_id()];
            data.name().is_some() && path.mod_path().and_then(|path| path.as_ident()) == data.name()
        }
        (TypeRef::Path(target), TypeRef::Path(path)) => target == path,
        _ => false,
    };
    let bounds = signature.generic_params.where_predicates().iter().filter_map(|predicate| match predicate {
        WherePredicate::TypeBound { target, bound, .. } if same(&store[*target]) => Some(bound),
        _ => None,
    });
    let (mut is_send, mut is_static) = (false, false);
    for bound in bounds {
        match bound {
            TypeBound::Lifetime(lifetime) => is_static |= store[*lifetime] == LifetimeRef::Static,
            TypeBound::Path(path, _) => {
                let last = store[*path].segments().last();
                is_send |= last.is_some_and(|segment| segment.name.as_str() == "Send");
            }
            _ => {}
        }
    }
    is_send && is_static
}

/// What a function returns; of an `async fn` what it resolves to.
pub(crate) fn output(db: &RootDatabase, id: FunctionId) -> Type {
    let function = ra_ap_hir::Function::from(id);
    if function.is_async(db) {
        // The resolved type of a future is only known through its bound.
        return match function.async_ret_type(db) {
            Some(ty) => from_hir(db, &ty),
            None => Type::Future,
        };
    }
    let signature = db.callable_item_signature(CallableDefId::FunctionId(id));
    types::lower(db, signature.instantiate_identity().skip_norm_wip().skip_binder().output())
}

/// The parts of a type that its public face shows.
fn from_hir(db: &RootDatabase, ty: &ra_ap_hir::Type<'_>) -> Type {
    if let Some((adt, args)) = ty.as_adt_with_args() {
        let args = args.iter().flatten().map(|arg| from_hir(db, arg)).collect();
        return Type::adt(super::names::adt(db, adt.into()), args);
    }
    if ty.is_unit() {
        return Type::UNIT;
    }
    match ty.as_builtin() {
        Some(builtin) => Type::Primitive(builtin.name().as_str().to_owned()),
        None => Type::Unknown(String::new()),
    }
}

/// The type of a field.
pub(crate) fn field_type(db: &RootDatabase, field: ra_ap_hir::Field) -> Type {
    let parent = VariantId::from(field.parent_def(db));
    let all = db.field_types(parent);
    match all.iter().nth(field.index()) {
        Some((_, ty)) => types::lower(db, ty.ty().instantiate_identity().skip_norm_wip()),
        None => Type::Unknown(String::new()),
    }
}
