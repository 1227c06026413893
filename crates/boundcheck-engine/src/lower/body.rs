//! The walk through one inferred body, in evaluation order.

use boundcheck_model::{Argument, OperationKind, ResultUse, Span, Type};
use either::Either;
use ra_ap_hir_def::expr_store::{Body, BodySourceMap};
use ra_ap_hir_def::hir::{
    ArithOp, Array, BinaryOp, BindingId, ClosureKind, Expr, ExprId, Literal, Pat, PatId, RecordSpread, Statement,
};
use ra_ap_hir_def::resolver::{HasResolver, Resolver, ValueNs};
use ra_ap_hir_def::signatures::FunctionSignature;
use ra_ap_hir_def::{CallableDefId, DefWithBodyId, FunctionId, GenericDefId, ItemContainerId, Lookup, StaticId};
use ra_ap_hir_expand::HirFileId;
use ra_ap_hir_ty::db::HirDatabase;
use ra_ap_hir_ty::next_solver::{GenericArg, GenericArgs, Ty, TyKind};
use ra_ap_hir_ty::{InferenceResult, ParamEnvAndCrate};
use ra_ap_ide_db::RootDatabase;
use ra_ap_syntax::{AstNode, AstPtr, ast};
use rustc_hash::FxHashMap;
use rustc_type_ir::inherent::IntoKind;

use super::raw::{BODY, Context, ContextId, Deferred, RawBody, RawCall, RawOperation, Sink, Target};
use super::spans::{self, FileNumbers};
use super::{guards, names, types};

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

/// Walks the body of a function, static or constant.
pub(crate) fn walk(db: &RootDatabase, files: &FileNumbers, owner: DefWithBodyId) -> RawBody {
    let (body, source_map) = Body::with_source_map(db, owner);
    let infer = InferenceResult::of(db, owner);
    let mut walker = Walker {
        db,
        files,
        owner,
        body,
        source_map,
        infer,
        resolver: owner.resolver(db),
        raw: RawBody::default(),
        order: Vec::new(),
        flow: FxHashMap::default(),
        awaiting: Vec::new(),
        scope: guards::Scopes::default(),
        loops: 0,
        params: FxHashMap::default(),
    };
    walker.raw.contexts.push(Context { parent: None, sinks: Vec::new(), is_async: false });
    walker.params();
    let place = Place { flow: Flow::To(Sink::Escapes), usage: ResultUse::Used };
    walker.root(body.root_expr(), place);
    walker.finish()
}

/// Where the value of an expression goes.
#[derive(Debug, Clone, Copy)]
struct Place {
    flow: Flow,
    usage: ResultUse,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Flow {
    To(Sink),
    Binding(BindingId),
}

impl Place {
    fn value(sink: Sink) -> Self {
        Place { flow: Flow::To(sink), usage: ResultUse::Used }
    }

    fn ignored(usage: ResultUse) -> Self {
        Place { flow: Flow::To(Sink::Escapes), usage }
    }
}

/// A value whose sinks are known once all uses of its binding were seen.
enum Awaiting {
    Context(ContextId),
    Call(u32),
}

struct Walker<'db> {
    db: &'db RootDatabase,
    files: &'db FileNumbers,
    owner: DefWithBodyId,
    body: &'db Body,
    source_map: &'db BodySourceMap,
    infer: &'db InferenceResult<'db>,
    resolver: Resolver<'db>,
    raw: RawBody,
    /// Slots of calls in evaluation order: a call comes after its arguments.
    order: Vec<u32>,
    /// Uses of each binding.
    flow: FxHashMap<BindingId, Vec<Flow>>,
    awaiting: Vec<(Awaiting, Flow)>,
    scope: guards::Scopes,
    loops: u32,
    /// Bindings of parameters that may hold a closure or future.
    params: FxHashMap<BindingId, u32>,
}

impl<'db> Walker<'db> {
    fn params(&mut self) {
        let has_self = self.body.self_param.is_some();
        for (at, param) in self.body.params.iter().enumerate() {
            for pat in [param.formal, param.user_written] {
                if let Pat::Bind { id, .. } = self.body[pat]
                    && may_defer(self.infer.binding_ty(id))
                {
                    self.params.insert(id, at as u32 + u32::from(has_self));
                }
            }
        }
    }

    /// The body of an `async fn` is one `async` block, which is the function as far as callers are concerned.
    fn root(&mut self, expr: ExprId, place: Place) {
        match &self.body[expr] {
            Expr::Closure { body, closure_kind: ClosureKind::Coroutine { .. }, .. } if self.is_async() => {
                self.visit(*body, place, BODY);
            }
            Expr::Block { statements, tail: Some(tail), .. } if self.is_async() => {
                self.statements(statements, BODY);
                self.root(*tail, place);
            }
            _ => self.visit(expr, place, BODY),
        }
    }

    fn is_async(&self) -> bool {
        matches!(self.owner, DefWithBodyId::FunctionId(id) if FunctionSignature::of(self.db, id).is_async())
    }

    fn visit(&mut self, expr: ExprId, place: Place, context: ContextId) {
        let body = self.body;
        match &body[expr] {
            Expr::Call { callee, args } => self.call(expr, *callee, args, place, context),
            Expr::MethodCall { receiver, args, .. } => self.method_call(expr, *receiver, args, place, context),
            Expr::Path(_) => self.path(expr, place, context),
            Expr::Closure { body: inner, closure_kind, .. } => {
                let id = ContextId(self.raw.contexts.len() as u32);
                let is_async = matches!(closure_kind, ClosureKind::Coroutine { .. });
                self.raw.contexts.push(Context { parent: Some(context), sinks: Vec::new(), is_async });
                self.awaiting.push((Awaiting::Context(id), place.flow));
                let loops = std::mem::take(&mut self.loops);
                let outer = self.scope.enter_closure();
                self.visit(*inner, Place::value(Sink::Escapes), id);
                self.scope.leave_closure(outer);
                self.loops = loops;
            }
            Expr::Block { statements, tail, .. } | Expr::Unsafe { statements, tail, .. } => {
                let mark = self.scope.enter();
                self.statements(statements, context);
                if let Some(tail) = tail {
                    self.visit(*tail, place, context);
                }
                self.scope.leave(mark);
            }
            Expr::If { condition, then_branch, else_branch } => {
                self.visit(*condition, Place::ignored(ResultUse::Used), context);
                self.visit(*then_branch, place, context);
                if let Some(other) = else_branch {
                    self.visit(*other, place, context);
                }
            }
            Expr::Let { expr: value, pat } => self.bound(*value, *pat, context),
            Expr::Match { expr: value, arms } => {
                let pats: Vec<_> = arms.iter().map(|arm| arm.pat).collect();
                match pats.as_slice() {
                    [pat] => self.bound(*value, *pat, context),
                    _ => self.visit(*value, Place::ignored(ResultUse::Used), context),
                }
                for arm in arms {
                    if let Some(guard) = arm.guard {
                        self.visit(guard, Place::ignored(ResultUse::Used), context);
                    }
                    self.visit(arm.expr, place, context);
                }
            }
            Expr::Loop { body: inner, .. } => {
                self.loops += 1;
                self.visit(*inner, Place::ignored(ResultUse::Used), context);
                self.loops -= 1;
            }
            Expr::Await { expr: value } => {
                let awaited = Place { flow: Flow::To(Sink::Here(context)), usage: place.usage };
                self.visit(*value, awaited, context);
            }
            Expr::Ref { expr: value, .. } | Expr::Cast { expr: value, .. } | Expr::Const(value) => {
                self.visit(*value, place, context);
            }
            Expr::UnaryOp { expr: value, .. } => {
                self.visit(*value, Place { usage: ResultUse::Used, ..place }, context);
                self.operator(expr, &[*value], context);
            }
            Expr::BinaryOp { lhs, rhs, op } => {
                self.visit(*lhs, Place::ignored(ResultUse::Used), context);
                self.visit(*rhs, Place::ignored(ResultUse::Used), context);
                self.divide(expr, *lhs, *rhs, *op, context);
                self.operator(expr, &[*lhs, *rhs], context);
            }
            Expr::Index { base, index } => {
                self.visit(*base, Place::ignored(ResultUse::Used), context);
                self.visit(*index, Place::ignored(ResultUse::Used), context);
                self.index(expr, *base, *index, context);
                self.operator(expr, &[*base, *index], context);
            }
            Expr::Assignment { target, value } => {
                let pat = *target;
                body.walk_exprs_in_pat(pat, |inner| self.visit(inner, Place::ignored(ResultUse::Used), context));
                let usage = if matches!(body[pat], Pat::Wild) { ResultUse::Discarded } else { ResultUse::Used };
                self.visit(*value, Place { flow: Flow::To(Sink::Escapes), usage }, context);
            }
            Expr::Tuple { exprs } => self.escape(exprs, context),
            Expr::Array(Array::ElementList { elements }) => self.escape(elements, context),
            Expr::Array(Array::Repeat { initializer, .. }) => self.escape(&[*initializer], context),
            Expr::RecordLit { fields, spread, .. } => {
                for field in fields {
                    self.visit(field.expr, Place::value(Sink::Escapes), context);
                }
                if let RecordSpread::Expr(rest) = spread {
                    self.visit(*rest, Place::ignored(ResultUse::Used), context);
                }
            }
            _ => {
                let mut children = Vec::new();
                body.walk_child_exprs(expr, |child| children.push(child));
                self.escape(&children, context);
            }
        }
    }

    fn escape(&mut self, exprs: &[ExprId], context: ContextId) {
        for &expr in exprs {
            self.visit(expr, Place::value(Sink::Escapes), context);
        }
    }

    fn statements(&mut self, statements: &[Statement], context: ContextId) {
        for statement in statements {
            let mark = self.scope.enter();
            match statement {
                Statement::Let { pat, initializer, else_branch, .. } => {
                    if let Some(value) = initializer {
                        self.bound(*value, *pat, context);
                    }
                    if let Some(other) = else_branch {
                        self.visit(*other, Place::ignored(ResultUse::Used), context);
                    }
                    let bound = self.binds_guard(*pat);
                    self.scope.leave_statement(mark, bound);
                }
                Statement::Expr { expr, has_semi } => {
                    let usage = if *has_semi { ResultUse::Discarded } else { ResultUse::Used };
                    self.visit(*expr, Place::ignored(usage), context);
                    self.scope.leave(mark);
                }
                Statement::Item(_) => self.scope.leave(mark),
            }
        }
    }

    /// `let pat = value`.
    fn bound(&mut self, value: ExprId, pat: PatId, context: ContextId) {
        let place = match self.body[pat] {
            Pat::Bind { id, .. } => Place { flow: Flow::Binding(id), usage: ResultUse::Used },
            Pat::Wild => Place::ignored(ResultUse::Discarded),
            _ => Place::ignored(ResultUse::Used),
        };
        self.visit(value, place, context);
    }

    /// Bindings of a pattern that hold a guard.
    fn binds_guard(&self, pat: PatId) -> Vec<BindingId> {
        let mut bound = Vec::new();
        self.body.walk_bindings_in_pat(pat, |id| {
            if guards::guard_path(self.db, self.infer.binding_ty(id)).is_some() {
                bound.push(id);
            }
        });
        bound
    }

    fn path(&mut self, expr: ExprId, place: Place, context: ContextId) {
        let ty = self.infer.expr_ty(expr);
        if let TyKind::FnDef(def, args) = ty.kind() {
            // A function that is only named runs where it is given to.
            if let CallableDefId::FunctionId(id) = def.0
                && matches!(place.flow, Flow::To(Sink::Argument(..)) | Flow::Binding(_))
            {
                let slot = self.slot(expr, context);
                self.resolve(slot, id, args);
                self.raw.calls[slot as usize].deferred = Some(Deferred::default());
                self.awaiting.push((Awaiting::Call(slot), place.flow));
                self.order.push(slot);
            }
            return;
        }
        let Expr::Path(path) = &self.body[expr] else { return };
        let guard = self.resolver.update_to_inner_scope(self.db, self.owner, expr);
        let found = self.resolver.resolve_path_in_value_ns_fully(self.db, path, self.body.expr_path_hygiene(expr));
        self.resolver.reset_to_guard(guard);
        match found {
            Some(ValueNs::LocalBinding(id)) => self.flow.entry(id).or_default().push(place.flow),
            Some(ValueNs::StaticId(id)) if self.is_lazy(ty) => self.force(expr, id, context),
            _ => {}
        }
    }

    fn is_lazy(&self, ty: Ty<'_>) -> bool {
        let TyKind::Adt(def, _) = ty.kind() else { return false };
        let path = names::adt(self.db, def.def_id());
        matches!(path.rsplit("::").next(), Some("LazyLock" | "Lazy" | "LazyCell"))
    }

    fn force(&mut self, expr: ExprId, id: StaticId, context: ContextId) {
        let slot = self.slot(expr, context);
        let call = &mut self.raw.calls[slot as usize];
        call.target = Target::LazyStatic(id);
        call.path = names::of_static(self.db, id);
        call.name = call.path.rsplit("::").next().unwrap_or_default().to_owned();
        self.order.push(slot);
    }

    /// A new call, its arguments still to be visited.
    fn slot(&mut self, expr: ExprId, context: ContextId) -> u32 {
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
            in_loop: self.loops > 0,
            result: ResultUse::Used,
        });
        slot
    }

    fn call(&mut self, expr: ExprId, callee: ExprId, args: &[ExprId], place: Place, context: ContextId) {
        let ty = self.infer.expr_ty(callee);
        let def = match ty.kind() {
            TyKind::FnDef(def, generics) => Some((def.0, generics)),
            _ => None,
        };
        if let (Some((CallableDefId::FunctionId(id), _)), &[arg]) = (def, args)
            && names::function(self.db, id) == BRANCH
        {
            self.visit(arg, Place { flow: place.flow, usage: ResultUse::Propagated }, context);
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
                self.visit(callee, Place::value(Sink::Here(context)), context);
            }
        }
        if self.raw.calls[slot as usize].name.is_empty() {
            self.raw.calls[slot as usize].name = self.written_name(callee);
        }
        self.arguments(slot, args, 0, place, context);
        self.finish_call(slot, expr, place);
    }

    fn method_call(&mut self, expr: ExprId, receiver: ExprId, args: &[ExprId], place: Place, context: ContextId) {
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
        let usage = ResultUse::Used;
        let flow = if is_future { place.flow } else { Flow::To(Sink::Argument(slot, 0)) };
        self.visit(receiver, Place { flow, usage }, context);
        self.arguments(slot, args, 1, place, context);
        self.finish_call(slot, expr, place);
    }

    fn arguments(&mut self, slot: u32, args: &[ExprId], first: u32, place: Place, context: ContextId) {
        let call = &self.raw.calls[slot as usize];
        let hands_on = HANDS_ON.contains(&call.path.as_str()) || call.target == Target::Constructor;
        for (at, &arg) in args.iter().enumerate() {
            let flow = if hands_on { place.flow } else { Flow::To(Sink::Argument(slot, first + at as u32)) };
            self.visit(arg, Place { flow, usage: ResultUse::Used }, context);
            if let Some(argument) = self.argument(arg) {
                self.raw.calls[slot as usize].args.push(argument);
            }
            self.drops(slot, arg);
        }
    }

    fn argument(&self, arg: ExprId) -> Option<Argument> {
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

    fn finish_call(&mut self, slot: u32, expr: ExprId, place: Place) {
        let ty = self.infer.expr_ty(expr);
        let alive = self.scope.alive();
        let guard = guards::guard_path(self.db, ty);
        let call = &mut self.raw.calls[slot as usize];
        call.output = types::lower(self.db, ty);
        call.result = place.usage;
        call.guards = alive;
        let transforms = call.receiver.as_ref().is_some_and(guards::is_guard) || call.target == Target::Constructor;
        if let Some(path) = guard.filter(|_| !transforms) {
            self.scope.take(path, slot);
        }
        if self.defers(slot, ty) {
            self.raw.calls[slot as usize].deferred = Some(Deferred { is_future: true, sinks: Vec::new() });
            self.awaiting.push((Awaiting::Call(slot), place.flow));
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

    fn resolve(&mut self, slot: u32, id: FunctionId, generics: GenericArgs<'db>) {
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

    /// An overloaded operator is a call too.
    fn operator(&mut self, expr: ExprId, operands: &[ExprId], context: ContextId) {
        let Some((id, generics)) = self.infer.method_resolution(expr) else { return };
        let slot = self.slot(expr, context);
        self.resolve(slot, id, generics);
        let receiver = operands.first().map(|&first| types::lower(self.db, self.infer.expr_ty(first)));
        let args = operands.iter().skip(1).filter_map(|&operand| self.argument(operand)).collect();
        let alive = self.scope.alive();
        let output = types::lower(self.db, self.infer.expr_ty(expr));
        let call = &mut self.raw.calls[slot as usize];
        (call.receiver, call.args, call.guards, call.output) = (receiver, args, alive, output);
        self.order.push(slot);
    }

    fn divide(&mut self, expr: ExprId, lhs: ExprId, rhs: ExprId, op: Option<BinaryOp>, context: ContextId) {
        let divides = match op {
            Some(BinaryOp::ArithOp(op)) => matches!(op, ArithOp::Div | ArithOp::Rem),
            Some(BinaryOp::Assignment { op }) => matches!(op, Some(ArithOp::Div | ArithOp::Rem)),
            _ => false,
        };
        let operand = self.infer.expr_ty(lhs).strip_references();
        if divides && matches!(operand.kind(), TyKind::Int(_) | TyKind::Uint(_)) {
            self.operation(OperationKind::Divide, expr, operand, is_literal(&self.body[rhs]), context);
        }
    }

    fn index(&mut self, expr: ExprId, base: ExprId, index: ExprId, context: ContextId) {
        let by = self.infer.expr_ty(index);
        let kind = match by.kind() {
            TyKind::Adt(def, _) if names::adt(self.db, def.def_id()).contains("::Range") => OperationKind::Slice,
            _ => OperationKind::Index,
        };
        let operand = self.infer.expr_ty(base).strip_references();
        self.operation(kind, expr, operand, is_literal(&self.body[index]), context);
    }

    fn operation(&mut self, kind: OperationKind, expr: ExprId, operand: Ty<'_>, literal: bool, context: ContextId) {
        if let Some(span) = self.place_of(expr).0 {
            let operand = types::lower(self.db, operand);
            self.raw.operations.push(RawOperation { kind, span, context, operand, by_literal: literal });
        }
    }

    /// Where an expression is written, where the name in it is, and the macro it comes from.
    fn place_of(&self, expr: ExprId) -> (Option<Span>, Option<Span>, Option<String>) {
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

    /// Follows values through bindings to where they end, and puts calls in evaluation order.
    fn finish(mut self) -> RawBody {
        let mut raw = std::mem::take(&mut self.raw);
        let mut number = vec![0_u32; raw.calls.len()];
        for (at, &slot) in self.order.iter().enumerate() {
            number[slot as usize] = at as u32;
        }
        for (awaiting, flow) in &self.awaiting {
            let sinks = self.sinks(*flow, &number);
            match awaiting {
                Awaiting::Context(id) => raw.contexts[id.0 as usize].sinks = sinks,
                Awaiting::Call(slot) => {
                    if let Some(deferred) = &mut raw.calls[*slot as usize].deferred {
                        deferred.sinks = sinks;
                    }
                }
            }
        }
        for (&binding, &index) in &self.params {
            let sinks = self.sinks(Flow::Binding(binding), &number);
            if !sinks.is_empty() {
                raw.params.push((index, sinks));
            }
        }
        raw.params.sort_by_key(|(index, _)| *index);
        let mut slots: Vec<Option<RawCall>> = raw.calls.drain(..).map(Some).collect();
        for &slot in &self.order {
            if let Some(mut call) = slots[slot as usize].take() {
                for (_, taken_by) in &mut call.guards {
                    *taken_by = number[*taken_by as usize];
                }
                raw.calls.push(call);
            }
        }
        raw
    }

    fn sinks(&self, flow: Flow, number: &[u32]) -> Vec<Sink> {
        let mut sinks = Vec::new();
        let mut queue = vec![flow];
        let mut seen = Vec::new();
        while let Some(flow) = queue.pop() {
            match flow {
                Flow::To(Sink::Argument(slot, index)) => sinks.push(Sink::Argument(number[slot as usize], index)),
                Flow::To(sink) => sinks.push(sink),
                Flow::Binding(id) if !seen.contains(&id) => {
                    seen.push(id);
                    queue.extend(self.flow.get(&id).into_iter().flatten());
                }
                Flow::Binding(_) => {}
            }
        }
        sinks
    }
}

fn is_literal(expr: &Expr) -> bool {
    matches!(expr, Expr::Literal(Literal::Int(value, _)) if *value != 0)
        || matches!(expr, Expr::Literal(Literal::Uint(value, _)) if *value != 0)
}

/// Whether a parameter of that type may be a closure or a future.
fn may_defer(ty: Ty<'_>) -> bool {
    match ty.strip_references().kind() {
        TyKind::Param(_) | TyKind::Alias(_) | TyKind::Dynamic(..) | TyKind::FnPtr(..) => true,
        TyKind::Adt(_, args) => {
            args.iter().filter_map(GenericArg::ty).any(|arg| matches!(arg.kind(), TyKind::Dynamic(..)))
        }
        _ => false,
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
