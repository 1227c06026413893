//! Lock and borrow guards, and how long they live.

use boundcheck_model::Type;
use ra_ap_hir_def::hir::BindingId;
use ra_ap_hir_ty::next_solver::{GenericArg, Ty, TyKind};
use ra_ap_ide_db::RootDatabase;
use rustc_type_ir::inherent::IntoKind;

use super::names;

/// Types that hold a lock or a borrow until they are dropped, by name.
const GUARDS: [&str; 14] = [
    "MutexGuard",
    "MappedMutexGuard",
    "ReentrantMutexGuard",
    "RwLockReadGuard",
    "RwLockWriteGuard",
    "OwnedMutexGuard",
    "OwnedRwLockReadGuard",
    "OwnedRwLockWriteGuard",
    "ArcMutexGuard",
    "PyMutexGuard",
    "PyRef",
    "PyRefMut",
    "Ref",
    "RefMut",
];
/// Types that may wrap a guard.
const WRAPPERS: [&str; 3] = ["Result", "Option", "PoisonError"];

fn is_guard_path(path: &str) -> bool {
    path.rsplit("::").next().is_some_and(|name| GUARDS.contains(&name))
}

/// Path of the guard that a value of that type holds.
pub(crate) fn guard_path(db: &RootDatabase, ty: Ty<'_>) -> Option<String> {
    let TyKind::Adt(def, args) = ty.kind() else { return None };
    let path = names::adt(db, def.def_id());
    if is_guard_path(&path) {
        return Some(path);
    }
    let wraps = path.rsplit("::").next().is_some_and(|name| WRAPPERS.contains(&name));
    if wraps { args.iter().filter_map(GenericArg::ty).find_map(|arg| guard_path(db, arg)) } else { None }
}

/// Whether a value of that type holds a guard.
pub(crate) fn is_guard(ty: &Type) -> bool {
    match ty {
        Type::Adt { path, args, .. } => {
            let wraps = path.rsplit("::").next().is_some_and(|name| WRAPPERS.contains(&name));
            is_guard_path(path) || wraps && args.iter().any(is_guard)
        }
        _ => false,
    }
}

/// Guards that are alive, innermost last.
#[derive(Debug, Default)]
pub(crate) struct Scopes {
    alive: Vec<Alive>,
}

#[derive(Debug, Clone)]
struct Alive {
    path: String,
    taken_by: u32,
    bindings: Vec<BindingId>,
    /// Given to `drop`. It keeps its place, since open blocks count from it.
    dropped: bool,
}

impl Scopes {
    /// Opens a block or statement.
    pub(crate) fn enter(&self) -> usize {
        self.alive.len()
    }

    /// Closes it: what was taken in it is dropped.
    pub(crate) fn leave(&mut self, mark: usize) {
        self.alive.truncate(mark);
    }

    /// Closes a `let`: a guard that it binds lives on in the block around it; temporaries are dropped.
    pub(crate) fn leave_statement(&mut self, mark: usize, bindings: Vec<BindingId>) {
        let taken = self.alive.get(mark..).unwrap_or_default().iter().rfind(|guard| !guard.dropped);
        let kept = taken.filter(|_| !bindings.is_empty()).cloned();
        self.alive.truncate(mark);
        self.alive.extend(kept.map(|guard| Alive { bindings, ..guard }));
    }

    /// A closure runs elsewhere: it sees none of the guards around it.
    pub(crate) fn enter_closure(&mut self) -> Self {
        std::mem::take(self)
    }

    /// Back outside.
    pub(crate) fn leave_closure(&mut self, outer: Self) {
        *self = outer;
    }

    /// A guard is taken.
    pub(crate) fn take(&mut self, path: String, by: u32) {
        self.alive.push(Alive { path, taken_by: by, bindings: Vec::new(), dropped: false });
    }

    /// `drop(binding)`.
    pub(crate) fn drop_binding(&mut self, binding: BindingId) {
        for guard in self.alive.iter_mut().filter(|guard| guard.bindings.contains(&binding)) {
            guard.dropped = true;
        }
    }

    /// Path of the type, call that made it.
    pub(crate) fn alive(&self) -> Vec<(String, u32)> {
        let held = self.alive.iter().filter(|guard| !guard.dropped);
        held.map(|guard| (guard.path.clone(), guard.taken_by)).collect()
    }
}
