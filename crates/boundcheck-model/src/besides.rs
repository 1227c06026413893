//! What an export does besides one call: whether the time of the whole can be laid to that call.

use std::collections::HashSet;

use crate::{Call, CallId, Callee, EffectKind, FunctionId, Model, Step, Thread, Type};

/// Crates whose functions take no time to speak of, unless the effects table says so or they go over many items.
const QUICK_CRATES: &[&str] = &["std", "core", "alloc", "pyo3"];

/// Kinds of effects that take time on the thread that calls.
const TAKES_TIME: &[EffectKind] = &[
    EffectKind::Blocks,
    EffectKind::Sleeps,
    EffectKind::Io,
    EffectKind::Network,
    EffectKind::Process,
    EffectKind::Parallel,
    EffectKind::Locks,
    EffectKind::InitializesOnce,
    EffectKind::Computes,
];

/// Types whose conversion from and to Python takes longer the more is in them.
const MANY: &[&str] = &["Vec", "VecDeque", "HashMap", "BTreeMap", "HashSet", "BTreeSet", "IndexMap", "SmallVec"];

impl Model {
    /// Whether something else than the call at `step`, and what that leads to, can keep the interpreter for long while
    /// Python calls `start`: another call that waits or computes, one that is not known, work over many items. Loops
    /// without a call are not seen.
    pub fn works_besides(&self, start: FunctionId, step: Step) -> bool {
        let function = self.function(start);
        if function.params.iter().map(|param| &param.ty).chain([&function.output]).any(is_many) {
            return true;
        }
        let mut seen = HashSet::from([(start, Thread::Attached)]);
        let mut queue = vec![(start, Thread::Attached)];
        while let Some((function, thread)) = queue.pop() {
            for (at, call) in self.function(function).calls.iter().enumerate() {
                if function == step.function && self.is_part_of(CallId(at as u32), step) {
                    continue;
                }
                let Some(here) = thread.enter(call.region) else { continue };
                if here == Thread::Attached && self.can_take_long(call) {
                    return true;
                }
                queue.extend(
                    self.targets(call).into_iter().map(|target| (target, here)).filter(|next| seen.insert(*next)),
                );
            }
        }
        false
    }

    /// Whether a call is that of the step, is made in a closure given to it, or builds its receiver with the same crate.
    fn is_part_of(&self, id: CallId, step: Step) -> bool {
        let (call, whole) = (self.function(step.function).call(id), self.step(step));
        let is_inside = || self.around(Step { call: id, ..step }).any(|around| around == step.call);
        id == step.call || is_inside() || (whole.span.contains(call.span) && crate_of(call) == crate_of(whole))
    }

    fn can_take_long(&self, call: &Call) -> bool {
        if let Some(effect) = call.effect.map(|id| self.effect(id)) {
            return TAKES_TIME.iter().any(|kind| effect.has(*kind));
        }
        match call.callee {
            Callee::Local(_) | Callee::LazyStatic(_) | Callee::Constructor => false,
            Callee::Value | Callee::Unresolved => true,
            Callee::External => {
                !QUICK_CRATES.contains(&crate_of(call))
                    || call.path.contains("::iter::")
                    || call.name.starts_with("sort")
            }
        }
    }
}

fn crate_of(call: &Call) -> &str {
    call.path.split("::").next().unwrap_or_default()
}

fn is_many(ty: &Type) -> bool {
    ty.any(|ty| matches!(ty, Type::Slice(_)) || ty.name().is_some_and(|name| MANY.contains(&name)))
}
