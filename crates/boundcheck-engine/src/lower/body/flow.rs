//! Where values go: what tells in the end where a closure or a future runs.

use ra_ap_hir_def::hir::BindingId;
use ra_ap_hir_ty::next_solver::{GenericArg, Ty, TyKind};
use rustc_type_ir::inherent::IntoKind;

use super::Walker;
use crate::lower::raw::{ContextId, RawBody, RawCall, Sink};

/// Where the value of an expression goes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Flow {
    To(Sink),
    Binding(BindingId),
}

impl Flow {
    /// To where nobody looks.
    pub(super) const ESCAPES: Self = Flow::To(Sink::Escapes);
}

/// A value whose sinks are known once all uses of its binding were seen.
pub(super) enum Awaiting {
    Context(ContextId),
    Call(u32),
}

impl Walker<'_> {
    /// Follows values through bindings to where they end, and puts calls in evaluation order.
    pub(super) fn finish(mut self) -> RawBody {
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

/// Whether a parameter of that type may be a closure or a future.
pub(super) fn may_defer(ty: Ty<'_>) -> bool {
    match ty.strip_references().kind() {
        TyKind::Param(_) | TyKind::Alias(_) | TyKind::Dynamic(..) | TyKind::FnPtr(..) => true,
        TyKind::Adt(_, args) => {
            args.iter().filter_map(GenericArg::ty).any(|arg| matches!(arg.kind(), TyKind::Dynamic(..)))
        }
        _ => false,
    }
}
