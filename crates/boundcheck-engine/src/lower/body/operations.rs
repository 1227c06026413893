//! Operators that are calls, and operations that can panic.

use boundcheck_model::OperationKind;
use ra_ap_hir_def::hir::{ArithOp, BinaryOp, Expr, ExprId, Literal};
use ra_ap_hir_ty::next_solver::{Ty, TyKind};
use rustc_type_ir::inherent::IntoKind;

use super::Walker;
use crate::lower::raw::{ContextId, RawOperation};
use crate::lower::{names, types};

impl Walker<'_> {
    /// An overloaded operator is a call too.
    pub(super) fn operator(&mut self, expr: ExprId, operands: &[ExprId], context: ContextId) {
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

    pub(super) fn divide(&mut self, expr: ExprId, lhs: ExprId, rhs: ExprId, op: Option<BinaryOp>, context: ContextId) {
        let divides = match op {
            Some(BinaryOp::ArithOp(op)) => matches!(op, ArithOp::Div | ArithOp::Rem),
            Some(BinaryOp::Assignment { op }) => matches!(op, Some(ArithOp::Div | ArithOp::Rem)),
            _ => false,
        };
        let operand = self.infer.expr_ty(lhs).strip_references();
        if divides && matches!(operand.kind(), TyKind::Int(_) | TyKind::Uint(_)) {
            let by_literal = literal(&self.body[rhs]).is_some_and(|value| value != 0);
            self.operation(OperationKind::Divide, expr, operand, by_literal, context);
        }
    }

    pub(super) fn index(&mut self, expr: ExprId, base: ExprId, index: ExprId, context: ContextId) {
        let by = self.infer.expr_ty(index);
        let kind = match by.kind() {
            TyKind::Adt(def, _) if names::adt(self.db, def.def_id()).contains("::Range") => OperationKind::Slice,
            _ => OperationKind::Index,
        };
        let operand = self.infer.expr_ty(base).strip_references();
        self.operation(kind, expr, operand, literal(&self.body[index]).is_some(), context);
    }

    fn operation(&mut self, kind: OperationKind, expr: ExprId, operand: Ty<'_>, literal: bool, context: ContextId) {
        if let Some(span) = self.place_of(expr).0 {
            let operand = types::lower(self.db, operand);
            self.raw.operations.push(RawOperation { kind, span, context, operand, by_literal: literal });
        }
    }
}

/// The value of a literal integer.
fn literal(expr: &Expr) -> Option<u128> {
    match expr {
        Expr::Literal(Literal::Int(value, _)) => Some(value.unsigned_abs()),
        Expr::Literal(Literal::Uint(value, _)) => Some(*value),
        _ => None,
    }
}
