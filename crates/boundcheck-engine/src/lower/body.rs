//! The walk through one inferred body, in evaluation order.

mod calls;
mod flow;
mod operations;

use ra_ap_hir_def::expr_store::{Body, BodySourceMap};
use ra_ap_hir_def::hir::{Array, BindingId, ClosureKind, Expr, ExprId, Pat, PatId, RecordSpread, Statement};
use ra_ap_hir_def::resolver::{HasResolver, Resolver, ValueNs};
use ra_ap_hir_def::signatures::FunctionSignature;
use ra_ap_hir_def::{CallableDefId, DefWithBodyId, StaticId};
use ra_ap_hir_ty::InferenceResult;
use ra_ap_hir_ty::next_solver::{Ty, TyKind};
use ra_ap_ide_db::RootDatabase;
use rustc_hash::FxHashMap;
use rustc_type_ir::inherent::IntoKind;

use self::flow::{Awaiting, Flow, may_defer};
use super::raw::{BODY, Context, ContextId, Deferred, RawBody, Sink, Target};
use super::spans::FileNumbers;
use super::{guards, names};

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
        params: FxHashMap::default(),
    };
    walker.raw.contexts.push(Context { parent: None, sinks: Vec::new(), is_async: false });
    walker.params();
    walker.root(body.root_expr(), Flow::ESCAPES);
    walker.finish()
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
    /// Bindings of parameters that may hold a closure or future.
    params: FxHashMap<BindingId, u32>,
}

impl Walker<'_> {
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
    fn root(&mut self, expr: ExprId, flow: Flow) {
        match &self.body[expr] {
            Expr::Closure { body, closure_kind: ClosureKind::Coroutine { .. }, .. } if self.is_async() => {
                self.visit(*body, flow, BODY);
            }
            Expr::Block { statements, tail: Some(tail), .. } if self.is_async() => {
                self.statements(statements, BODY);
                self.root(*tail, flow);
            }
            _ => self.visit(expr, flow, BODY),
        }
    }

    fn is_async(&self) -> bool {
        matches!(self.owner, DefWithBodyId::FunctionId(id) if FunctionSignature::of(self.db, id).is_async())
    }

    fn visit(&mut self, expr: ExprId, flow: Flow, context: ContextId) {
        let body = self.body;
        match &body[expr] {
            Expr::Call { callee, args } => self.call(expr, *callee, args, flow, context),
            Expr::MethodCall { receiver, args, .. } => self.method_call(expr, *receiver, args, flow, context),
            Expr::Path(_) => self.path(expr, flow, context),
            Expr::Closure { body: inner, closure_kind, .. } => {
                let id = ContextId(self.raw.contexts.len() as u32);
                let is_async = matches!(closure_kind, ClosureKind::Coroutine { .. });
                self.raw.contexts.push(Context { parent: Some(context), sinks: Vec::new(), is_async });
                self.awaiting.push((Awaiting::Context(id), flow));
                let outer = self.scope.enter_closure();
                self.visit(*inner, Flow::ESCAPES, id);
                self.scope.leave_closure(outer);
            }
            Expr::Block { statements, tail, .. } | Expr::Unsafe { statements, tail, .. } => {
                let mark = self.scope.enter();
                self.statements(statements, context);
                if let Some(tail) = tail {
                    self.visit(*tail, flow, context);
                }
                self.scope.leave(mark);
            }
            Expr::If { condition, then_branch, else_branch } => {
                self.visit(*condition, Flow::ESCAPES, context);
                self.visit(*then_branch, flow, context);
                if let Some(other) = else_branch {
                    self.visit(*other, flow, context);
                }
            }
            Expr::Let { expr: value, pat } => self.bound(*value, *pat, context),
            Expr::Match { expr: value, arms } => {
                let pats: Vec<_> = arms.iter().map(|arm| arm.pat).collect();
                match pats.as_slice() {
                    [pat] => self.bound(*value, *pat, context),
                    _ => self.visit(*value, Flow::ESCAPES, context),
                }
                for arm in arms {
                    if let Some(guard) = arm.guard {
                        self.visit(guard, Flow::ESCAPES, context);
                    }
                    self.visit(arm.expr, flow, context);
                }
            }
            Expr::Loop { body: inner, .. } => self.visit(*inner, Flow::ESCAPES, context),
            Expr::Await { expr: value } => {
                self.visit(*value, Flow::To(Sink::Here(context)), context);
            }
            Expr::Ref { expr: value, .. } | Expr::Cast { expr: value, .. } | Expr::Const(value) => {
                self.visit(*value, flow, context);
            }
            Expr::UnaryOp { expr: value, .. } => {
                self.visit(*value, flow, context);
                self.operator(expr, &[*value], context);
            }
            Expr::BinaryOp { lhs, rhs, op } => {
                self.visit(*lhs, Flow::ESCAPES, context);
                self.visit(*rhs, Flow::ESCAPES, context);
                self.divide(expr, *lhs, *rhs, *op, context);
                self.operator(expr, &[*lhs, *rhs], context);
            }
            Expr::Index { base, index } => {
                self.visit(*base, Flow::ESCAPES, context);
                self.visit(*index, Flow::ESCAPES, context);
                self.index(expr, *base, *index, context);
                self.operator(expr, &[*base, *index], context);
            }
            Expr::Assignment { target, value } => {
                let pat = *target;
                body.walk_exprs_in_pat(pat, |inner| self.visit(inner, Flow::ESCAPES, context));
                self.visit(*value, Flow::ESCAPES, context);
            }
            Expr::Tuple { exprs } => self.escape(exprs, context),
            Expr::Array(Array::ElementList { elements }) => self.escape(elements, context),
            Expr::Array(Array::Repeat { initializer, .. }) => self.escape(&[*initializer], context),
            Expr::RecordLit { fields, spread, .. } => {
                for field in fields {
                    self.visit(field.expr, Flow::ESCAPES, context);
                }
                if let RecordSpread::Expr(rest) = spread {
                    self.visit(*rest, Flow::ESCAPES, context);
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
            self.visit(expr, Flow::ESCAPES, context);
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
                        self.visit(*other, Flow::ESCAPES, context);
                    }
                    let bound = self.binds_guard(*pat);
                    self.scope.leave_statement(mark, bound);
                }
                Statement::Expr { expr, .. } => {
                    self.visit(*expr, Flow::ESCAPES, context);
                    self.scope.leave(mark);
                }
                Statement::Item(_) => self.scope.leave(mark),
            }
        }
    }

    /// `let pat = value`.
    fn bound(&mut self, value: ExprId, pat: PatId, context: ContextId) {
        let flow = match self.body[pat] {
            Pat::Bind { id, .. } => Flow::Binding(id),
            _ => Flow::ESCAPES,
        };
        self.visit(value, flow, context);
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

    fn path(&mut self, expr: ExprId, flow: Flow, context: ContextId) {
        let ty = self.infer.expr_ty(expr);
        if let TyKind::FnDef(def, args) = ty.kind() {
            // A function that is only named runs where it is given to.
            if let CallableDefId::FunctionId(id) = def.0
                && matches!(flow, Flow::To(Sink::Argument(..)) | Flow::Binding(_))
            {
                let slot = self.slot(expr, context);
                self.resolve(slot, id, args);
                self.raw.calls[slot as usize].deferred = Some(Deferred::default());
                self.awaiting.push((Awaiting::Call(slot), flow));
                self.order.push(slot);
            }
            return;
        }
        let Expr::Path(path) = &self.body[expr] else { return };
        let guard = self.resolver.update_to_inner_scope(self.db, self.owner, expr);
        let found = self.resolver.resolve_path_in_value_ns_fully(self.db, path, self.body.expr_path_hygiene(expr));
        self.resolver.reset_to_guard(guard);
        match found {
            Some(ValueNs::LocalBinding(id)) => self.flow.entry(id).or_default().push(flow),
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
}
