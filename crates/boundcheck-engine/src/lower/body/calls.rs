//! Calls: what they call, what they are given, what becomes of them.

use boundcheck_model::{Argument, Span, Type};
use either::Either;
use ra_ap_hir_def::hir::{Expr, ExprId, Literal};
use ra_ap_hir_def::resolver::ValueNs;
use ra_ap_hir_def::signatures::FunctionSignature;
use ra_ap_hir_def::{CallableDefId, DefWithBodyId, FunctionId, GenericDefId, ItemContainerId, Lookup};
use ra_ap_hir_expand::HirFileId;
use ra_ap_hir_ty::ParamEnvAndCrate;
use ra_ap_hir_ty::db::HirDatabase;
use ra_ap_hir_ty::next_solver::{GenericArg, GenericArgs, Ty, TyKind};
use ra_ap_ide_db::RootDatabase;
use ra_ap_syntax::{AstNode, AstPtr, ast};
use rustc_type_ir::inherent::IntoKind;

use super::Walker;
use super::flow::{Awaiting, Flow};
use crate::lower::raw::{ContextId, Deferred, RawCall, Sink, Target};
use crate::lower::{guards, names, spans, types};

/// Calls that hand on what they are given: the closure or future in them goes where their result goes.
const HANDS_ON: [&str; 8] = [
    "std::boxed::Box::new",
    "std::boxed::Box::pin",
    "std::pin::Pin::new",
    "std::sync::Arc::new",
    "std::rc::Rc::new",
    "std::convert::Into::into",
    "std::convert::From::from",
    "std::future::IntoFuture::into_future",
];
/// What the compiler makes of `?`: no call that a person wrote.
const BRANCH: &str = "std::ops::Try::branch";

impl<'db> Walker<'db> {
    /// A new call, its arguments still to be visited.
    pub(super) fn slot(&mut self, expr: ExprId, context: ContextId) -> u32 {
        let (span, name_span, from_macro) = self.place_of(expr);
        let slot = self.raw.calls.len() as u32;
        self.raw.calls.push(RawCall {
            target: Target::Unresolved,
            path: String::new(),
            name: String::new(),
            span,
            name_span,
            context,
            deferred: None,
            receiver: None,
            args: Vec::new(),
            type_args: Vec::new(),
            output: Type::UNIT,
            guards: Vec::new(),
            from_macro,
        });
        slot
    }

    pub(super) fn call(&mut self, expr: ExprId, callee: ExprId, args: &[ExprId], flow: Flow, context: ContextId) {
        let ty = self.infer.expr_ty(callee);
        let def = match ty.kind() {
            TyKind::FnDef(def, generics) => Some((def.0, generics)),
            _ => None,
        };
        if let (Some((CallableDefId::FunctionId(id), _)), &[arg]) = (def, args)
            && names::function(self.db, id) == BRANCH
        {
            self.visit(arg, flow, context);
            return;
        }
        let slot = self.slot(expr, context);
        match def {
            Some((CallableDefId::FunctionId(id), generics)) => self.resolve(slot, id, generics),
            Some((CallableDefId::StructId(id), _)) => self.constructor(slot, names::adt(self.db, id.into())),
            Some((CallableDefId::EnumVariantId(id), _)) => self.constructor(slot, names::variant(self.db, id)),
            None => {
                let closure = matches!(ty.kind(), TyKind::Closure(..) | TyKind::FnPtr(..) | TyKind::Param(_))
                    || self.infer.method_resolution(expr).is_some()
                    || matches!(ty.strip_references().kind(), TyKind::Dynamic(..) | TyKind::Alias(_));
                if closure {
                    self.raw.calls[slot as usize].target = Target::Value;
                }
                self.visit(callee, Flow::To(Sink::Here(context)), context);
            }
        }
        if self.raw.calls[slot as usize].name.is_empty() {
            self.raw.calls[slot as usize].name = self.written_name(callee);
        }
        self.arguments(slot, args, 0, flow, context);
        self.finish_call(slot, expr, flow);
    }

    pub(super) fn method_call(
        &mut self,
        expr: ExprId,
        receiver: ExprId,
        args: &[ExprId],
        flow: Flow,
        context: ContextId,
    ) {
        let slot = self.slot(expr, context);
        let Expr::MethodCall { method_name, .. } = &self.body[expr] else { return };
        let receiver_ty = self.infer.expr_ty(receiver);
        {
            let call = &mut self.raw.calls[slot as usize];
            call.name = names::text(method_name);
            call.receiver = Some(types::lower(self.db, receiver_ty));
        }
        if let Some((id, generics)) = self.infer.method_resolution(expr) {
            self.resolve(slot, id, generics);
        } else if self.infer.field_resolution(expr).is_some() {
            self.raw.calls[slot as usize].target = Target::Value;
        }
        // A combinator on a future (`.boxed()`, `.instrument(…)`) hands it on.
        let is_future = matches!(self.raw.calls[slot as usize].receiver, Some(Type::Future));
        let handed = if is_future { flow } else { Flow::To(Sink::Argument(slot, 0)) };
        self.visit(receiver, handed, context);
        self.arguments(slot, args, 1, flow, context);
        self.finish_call(slot, expr, flow);
    }

    fn arguments(&mut self, slot: u32, args: &[ExprId], first: u32, flow: Flow, context: ContextId) {
        let call = &self.raw.calls[slot as usize];
        let hands_on = HANDS_ON.contains(&call.path.as_str()) || call.target == Target::Constructor;
        for (at, &arg) in args.iter().enumerate() {
            let handed = if hands_on { flow } else { Flow::To(Sink::Argument(slot, first + at as u32)) };
            self.visit(arg, handed, context);
            if let Some(argument) = self.argument(arg) {
                self.raw.calls[slot as usize].args.push(argument);
            }
            self.drops(slot, arg);
        }
    }

    pub(super) fn argument(&self, arg: ExprId) -> Option<Argument> {
        let literal = match &self.body[arg] {
            Expr::Literal(Literal::String(text)) => Some(text.as_str().to_owned()),
            Expr::Literal(Literal::Int(value, _)) => Some(value.to_string()),
            Expr::Literal(Literal::Uint(value, _)) => Some(value.to_string()),
            Expr::Literal(Literal::Bool(value)) => Some(value.to_string()),
            _ => None,
        };
        let ty = types::lower(self.db, self.infer.expr_ty(arg));
        Some(Argument { span: self.place_of(arg).0?, ty, literal })
    }

    /// `drop(guard)` ends the life of a guard.
    fn drops(&mut self, slot: u32, arg: ExprId) {
        if self.raw.calls[slot as usize].name != "drop" {
            return;
        }
        let Expr::Path(path) = &self.body[arg] else { return };
        let guard = self.resolver.update_to_inner_scope(self.db, self.owner, arg);
        let found = self.resolver.resolve_path_in_value_ns_fully(self.db, path, self.body.expr_path_hygiene(arg));
        self.resolver.reset_to_guard(guard);
        if let Some(ValueNs::LocalBinding(id)) = found {
            self.scope.drop_binding(id);
        }
    }

    fn finish_call(&mut self, slot: u32, expr: ExprId, flow: Flow) {
        let ty = self.infer.expr_ty(expr);
        let alive = self.scope.alive();
        let guard = guards::guard_path(self.db, ty);
        let call = &mut self.raw.calls[slot as usize];
        call.output = types::lower(self.db, ty);
        call.guards = alive;
        let transforms = call.receiver.as_ref().is_some_and(guards::is_guard) || call.target == Target::Constructor;
        if let Some(path) = guard.filter(|_| !transforms) {
            self.scope.take(path, slot);
        }
        if self.defers(slot, ty) {
            self.raw.calls[slot as usize].deferred = Some(Deferred { is_future: true, sinks: Vec::new() });
            self.awaiting.push((Awaiting::Call(slot), flow));
        }
        self.order.push(slot);
    }

    /// Whether the call makes a future of a function of the project, whose body runs when the future does.
    fn defers(&self, slot: u32, output: Ty<'_>) -> bool {
        let Target::Functions(targets) = &self.raw.calls[slot as usize].target else { return false };
        let is_async = |id: &FunctionId| FunctionSignature::of(self.db, *id).is_async();
        targets.iter().any(is_async) || matches!(types::lower(self.db, output), Type::Future)
    }

    fn constructor(&mut self, slot: u32, path: String) {
        let call = &mut self.raw.calls[slot as usize];
        call.target = Target::Constructor;
        path.rsplit("::").next().unwrap_or_default().clone_into(&mut call.name);
        call.path = path;
    }

    pub(super) fn resolve(&mut self, slot: u32, id: FunctionId, generics: GenericArgs<'db>) {
        let in_trait = matches!(id.lookup(self.db).container, ItemContainerId::TraitId(_));
        let target = if in_trait { self.implementation(id, generics) } else { id };
        let own = own_type_args(self.db, id, generics);
        let call = &mut self.raw.calls[slot as usize];
        call.target = Target::Functions(vec![target]);
        // A method of a trait keeps the trait in its path: that is what the effects table names.
        call.path = names::function(self.db, id);
        call.name = call.path.rsplit("::").next().unwrap_or_default().to_owned();
        call.type_args = own;
    }

    /// The impl of a trait's method when the type is known, else the method of the trait.
    fn implementation(&self, id: FunctionId, generics: GenericArgs<'db>) -> FunctionId {
        let Some(owner) = self.generic_owner() else { return id };
        let env = ParamEnvAndCrate { param_env: self.db.trait_environment(owner), krate: self.resolver.krate() };
        match self.db.lookup_impl_method(env, id, generics).0 {
            Either::Left(found) => found,
            Either::Right(_) => id,
        }
    }

    fn generic_owner(&self) -> Option<GenericDefId> {
        match self.owner {
            DefWithBodyId::FunctionId(id) => Some(id.into()),
            DefWithBodyId::StaticId(id) => Some(id.into()),
            DefWithBodyId::ConstId(id) => Some(id.into()),
            DefWithBodyId::VariantId(_) => None,
        }
    }

    /// Where an expression is written, where the name in it is, and the macro it comes from.
    pub(super) fn place_of(&self, expr: ExprId) -> (Option<Span>, Option<Span>, Option<String>) {
        let Ok(source) = self.source_map.expr_syntax(expr) else { return (None, None, None) };
        let range = source.map(AstPtr::text_range);
        let span = self.files.span(self.db, range);
        let from_macro = spans::macro_name(self.db, source.file_id);
        let name = match (source.file_id, &from_macro) {
            (HirFileId::FileId(_), _) | (_, None) => {
                let root = source.file_id.parse_or_expand(self.db);
                let node = source.value.to_node(&root).syntax().clone();
                name_range(&node).and_then(|range| self.files.span(self.db, source.with_value(range)))
            }
            _ => None,
        };
        (span, name.or(span), from_macro)
    }

    /// What stands where the callee is, for a call that has no definition.
    fn written_name(&self, callee: ExprId) -> String {
        let Expr::Path(path) = &self.body[callee] else { return String::new() };
        path.segments().last().map(|segment| names::text(segment.name)).unwrap_or_default()
    }
}

/// Type arguments of the function itself, those of its impl or trait left out.
fn own_type_args(db: &RootDatabase, id: FunctionId, generics: GenericArgs<'_>) -> Vec<Type> {
    let params = ra_ap_hir_def::hir::generics::GenericParams::of(db, id.into());
    let own = params.len();
    let skip = generics.len().saturating_sub(own);
    generics.iter().skip(skip).filter_map(GenericArg::ty).map(|ty| types::lower(db, ty)).collect()
}

/// The name in a call: the method, or the last segment of the path that is called.
fn name_range(node: &ra_ap_syntax::SyntaxNode) -> Option<ra_ap_span::TextRange> {
    if let Some(call) = ast::MethodCallExpr::cast(node.clone()) {
        return Some(call.name_ref()?.syntax().text_range());
    }
    let path = match ast::CallExpr::cast(node.clone()) {
        Some(call) => match call.expr()? {
            ast::Expr::PathExpr(path) => path.path()?,
            _ => return None,
        },
        None => ast::PathExpr::cast(node.clone())?.path()?,
    };
    Some(path.segment()?.name_ref()?.syntax().text_range())
}
