//! Bodies reachable from the entry points, inferred on all cores.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use ra_ap_hir::Crate;
use ra_ap_hir_def::signatures::FunctionSignature;
use ra_ap_hir_def::{DefWithBodyId, FunctionId, HasModule, ItemContainerId, Lookup, TraitId};
use ra_ap_hir_ty::attach_db;
use ra_ap_ide_db::RootDatabase;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::lower::body;
use crate::lower::raw::{RawBody, Target};
use crate::lower::spans::FileNumbers;
use crate::options::{Cancel, Options, Progress};

/// Inference recurses through types and expressions; this is what rust-analyzer itself gives its threads, and more.
pub(crate) const STACK: usize = 256 * 1024 * 1024;

/// How many threads work.
pub(crate) fn threads() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// What was found.
#[derive(Default)]
pub(crate) struct Explored {
    pub(crate) bodies: FxHashMap<DefWithBodyId, RawBody>,
    /// Bodies on which rust-analyzer panicked.
    pub(crate) failed: Vec<DefWithBodyId>,
}

/// Where a method of a trait of the project may lead.
pub(crate) struct Dispatch {
    locals: FxHashSet<Crate>,
    implementations: FxHashMap<TraitId, Vec<ra_ap_hir::Impl>>,
}

impl Dispatch {
    /// Collects the impls of all traits in the crates of the project.
    pub(crate) fn new(db: &RootDatabase, locals: impl IntoIterator<Item = Crate>) -> Self {
        let locals: FxHashSet<Crate> = locals.into_iter().collect();
        let mut implementations: FxHashMap<TraitId, Vec<ra_ap_hir::Impl>> = FxHashMap::default();
        for krate in &locals {
            for implementation in ra_ap_hir::Impl::all_in_crate(db, *krate) {
                if let Some(of) = implementation.trait_(db).filter(|of| locals.contains(&of.module(db).krate(db))) {
                    implementations.entry(of.into()).or_default().push(implementation);
                }
            }
        }
        Self { locals, implementations }
    }

    /// Whether the function belongs to the project.
    pub(crate) fn is_local(&self, db: &RootDatabase, id: FunctionId) -> bool {
        self.locals.contains(&id.krate(db).into())
    }

    /// The function itself, or for a method of a trait of the project each impl of it.
    pub(crate) fn targets(&self, db: &RootDatabase, id: FunctionId) -> Vec<FunctionId> {
        let ItemContainerId::TraitId(of) = id.lookup(db).container else { return vec![id] };
        let Some(implementations) = self.implementations.get(&of) else { return vec![id] };
        let name = &FunctionSignature::of(db, id).name;
        let mut found = Vec::new();
        for implementation in implementations {
            let items = implementation.items(db).into_iter();
            found.extend(items.filter_map(|item| match item {
                ra_ap_hir::AssocItem::Function(function) if function.name(db) == *name => {
                    FunctionId::try_from(function).ok()
                }
                _ => None,
            }));
        }
        if has_body(db, id) {
            found.push(id);
        }
        found.sort();
        if found.is_empty() { vec![id] } else { found }
    }
}

fn has_body(db: &RootDatabase, id: FunctionId) -> bool {
    ra_ap_hir::Function::from(id).has_body(db)
}

struct Work {
    stack: Vec<DefWithBodyId>,
    seen: FxHashSet<DefWithBodyId>,
    active: usize,
    found: Explored,
}

struct Shared<'a> {
    work: Mutex<Work>,
    changed: Condvar,
    cancel: &'a Cancel,
}

impl Shared<'_> {
    fn lock(&self) -> MutexGuard<'_, Work> {
        self.work.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The next body, once there is one; `None` when all is done or the caller asked to stop.
    fn next(&self) -> Option<DefWithBodyId> {
        let mut work = self.lock();
        loop {
            if self.cancel.is_cancelled() {
                return None;
            }
            if let Some(next) = work.stack.pop() {
                work.active += 1;
                return Some(next);
            }
            if work.active == 0 {
                return None;
            }
            work = self.changed.wait(work).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn done(&self, owner: DefWithBodyId, body: Option<(RawBody, Vec<DefWithBodyId>)>) {
        let mut work = self.lock();
        work.active -= 1;
        match body {
            Some((body, reached)) => {
                for next in reached {
                    if work.seen.insert(next) {
                        work.stack.push(next);
                    }
                }
                work.found.bodies.insert(owner, body);
            }
            None => work.found.failed.push(owner),
        }
        self.changed.notify_all();
    }
}

/// Walks everything that `entries` reach.
pub(crate) fn explore(
    db: &RootDatabase,
    files: &FileNumbers,
    dispatch: &Dispatch,
    entries: Vec<DefWithBodyId>,
    options: &Options,
) -> Explored {
    let seen = entries.iter().copied().collect();
    let work = Work { stack: entries, seen, active: 0, found: Explored::default() };
    let shared = Shared { work: Mutex::new(work), changed: Condvar::new(), cancel: &options.cancel };
    let work_on = |db: &RootDatabase| {
        attach_db(db, || {
            while let Some(owner) = shared.next() {
                let walked = catch_unwind(AssertUnwindSafe(|| walk(db, files, dispatch, owner)));
                shared.done(owner, walked.ok());
            }
        });
    };
    std::thread::scope(|scope| {
        for _ in 1..threads() {
            let db = db.clone();
            let work_on = &work_on;
            // Where no more threads are to be had, those there are do the work.
            let _ = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, move || work_on(&db));
        }
        work_on(db);
    });
    let mut work = shared.work.into_inner().unwrap_or_else(PoisonError::into_inner);
    if let Some(progress) = &options.progress {
        progress(&Progress::Inferring(work.found.bodies.len(), work.seen.len()));
    }
    work.found.failed.sort();
    work.found
}

fn walk(
    db: &RootDatabase,
    files: &FileNumbers,
    dispatch: &Dispatch,
    owner: DefWithBodyId,
) -> (RawBody, Vec<DefWithBodyId>) {
    let mut body = body::walk(db, files, owner);
    let mut reached = Vec::new();
    for call in &mut body.calls {
        match &mut call.target {
            Target::Functions(targets) => {
                let all: Vec<_> = targets.iter().flat_map(|&id| dispatch.targets(db, id)).collect();
                let local = all.iter().filter(|&&id| dispatch.is_local(db, id) && has_body(db, id));
                reached.extend(local.map(|&id| DefWithBodyId::FunctionId(id)));
                *targets = all;
            }
            Target::LazyStatic(id) => reached.push(DefWithBodyId::StaticId(*id)),
            _ => {}
        }
    }
    (body, reached)
}
