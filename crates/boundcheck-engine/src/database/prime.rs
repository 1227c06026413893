//! Names of all crates resolved ahead, on all cores, and syntax trees let go as soon as they were read.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use ra_ap_base_db::{Crate, all_crates};
use ra_ap_hir::crate_def_map;
use ra_ap_hir_ty::attach_db;
use ra_ap_hir_ty::method_resolution::{InherentImpls, TraitImpls};
use ra_ap_ide_db::RootDatabase;
use rustc_hash::{FxHashMap, FxHashSet};
use salsa::Database as _;

use crate::explore::{STACK, threads};
use crate::options::Cancel;

/// Crates between two clearances: a syntax tree takes some twenty times the memory of its text.
const BATCH: usize = 24;

/// Resolves the names of all crates and indexes their impls, dependencies first.
pub(crate) fn prime(db: &mut RootDatabase, cancel: &Cancel) {
    let crates = in_order(db);
    for batch in crates.chunks(BATCH) {
        if cancel.is_cancelled() {
            return;
        }
        resolve(db, batch, cancel);
        // rust-analyzer bounds the number of syntax trees that it keeps, but only between two requests of an editor.
        db.trigger_lru_eviction();
    }
}

/// All crates, each after those it depends on.
fn in_order(db: &RootDatabase) -> Vec<Crate> {
    fn visit(db: &RootDatabase, krate: Crate, seen: &mut FxHashSet<Crate>, order: &mut Vec<Crate>) {
        if seen.insert(krate) {
            for dependency in &krate.data(db).dependencies {
                visit(db, dependency.crate_id, seen, order);
            }
            order.push(krate);
        }
    }
    let (mut seen, mut order) = (FxHashSet::default(), Vec::new());
    for &krate in all_crates(db).iter() {
        visit(db, krate, &mut seen, &mut order);
    }
    order
}

/// Crates of a batch that wait for others in it, and those that are ready.
struct Queue {
    ready: Vec<Crate>,
    /// Number of dependencies in the batch that are still to be done.
    waiting: FxHashMap<Crate, usize>,
}

struct Shared<'a> {
    queue: Mutex<Queue>,
    changed: Condvar,
    dependents: FxHashMap<Crate, Vec<Crate>>,
    cancel: &'a Cancel,
}

impl Shared<'_> {
    fn lock(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn next(&self) -> Option<Crate> {
        let mut queue = self.lock();
        loop {
            if self.cancel.is_cancelled() || queue.ready.is_empty() && queue.waiting.is_empty() {
                return None;
            }
            if let Some(next) = queue.ready.pop() {
                return Some(next);
            }
            queue = self.changed.wait(queue).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn done(&self, krate: Crate) {
        let mut queue = self.lock();
        for dependent in self.dependents.get(&krate).into_iter().flatten() {
            let Some(left) = queue.waiting.get_mut(dependent) else { continue };
            *left -= 1;
            if *left == 0 {
                queue.waiting.remove(dependent);
                queue.ready.push(*dependent);
            }
        }
        drop(queue);
        self.changed.notify_all();
    }
}

fn resolve(db: &RootDatabase, batch: &[Crate], cancel: &Cancel) {
    let mut queue = Queue { ready: Vec::new(), waiting: FxHashMap::default() };
    let mut dependents: FxHashMap<Crate, Vec<Crate>> = FxHashMap::default();
    // The last one is taken first.
    for &krate in batch.iter().rev() {
        let needed: FxHashSet<_> = krate.data(db).dependencies.iter().map(|dependency| dependency.crate_id).collect();
        let in_batch: Vec<_> = needed.into_iter().filter(|needed| batch.contains(needed)).collect();
        for &needed in &in_batch {
            dependents.entry(needed).or_default().push(krate);
        }
        if in_batch.is_empty() {
            queue.ready.push(krate);
        } else {
            queue.waiting.insert(krate, in_batch.len());
        }
    }
    let shared = Shared { queue: Mutex::new(queue), changed: Condvar::new(), dependents, cancel };
    std::thread::scope(|scope| {
        for _ in 0..threads() {
            let db = db.clone();
            let shared = &shared;
            let worker = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, move || {
                attach_db(&db, || {
                    while let Some(krate) = shared.next() {
                        // What needs a crate on which this panics asks again, and reports it.
                        let _ = catch_unwind(AssertUnwindSafe(|| {
                            crate_def_map(&db, krate);
                            TraitImpls::for_crate(&db, krate);
                            InherentImpls::for_crate(&db, krate);
                        }));
                        shared.done(krate);
                    }
                });
            });
            drop(worker);
        }
    });
}
