//! What an export reaches, attached or not, and through which calls.

use std::collections::{HashMap, VecDeque};

use crate::{Call, CallId, Callee, ExportId, FunctionId, Model, Region};

/// Where code runs once the region of every caller is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Thread {
    /// On the thread of the export, attached.
    Attached,
    /// On the thread of the export, detached.
    Detached,
    /// On a worker thread, not attached.
    Worker,
    /// On a worker thread, attached.
    WorkerAttached,
}

impl Thread {
    /// Whether the interpreter is held.
    pub fn is_attached(self) -> bool {
        matches!(self, Thread::Attached | Thread::WorkerAttached)
    }

    /// Enters a region of a function that runs here; `None` when the region is not known.
    pub fn enter(self, region: Region) -> Option<Thread> {
        let worker = matches!(self, Thread::Worker | Thread::WorkerAttached);
        Some(match region {
            Region::Inherited => self,
            Region::Attached if worker => Thread::WorkerAttached,
            Region::Attached => Thread::Attached,
            Region::Detached if worker => Thread::Worker,
            Region::Detached => Thread::Detached,
            Region::OtherThread => Thread::Worker,
            Region::OtherThreadAttached => Thread::WorkerAttached,
            Region::Unknown => return None,
        })
    }
}

/// One call of a chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Step {
    /// The function that makes the call.
    pub function: FunctionId,
    /// The call in it.
    pub call: CallId,
}

/// How a call is reached: the calls from the first function down to it, which is the last step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chain {
    /// The export it begins at; `None` when it begins at another entry point or function.
    pub export: Option<ExportId>,
    /// Never empty; the last one is the call that was looked for.
    pub steps: Vec<Step>,
    /// Where the last call runs.
    pub thread: Thread,
    /// Number of exports, or functions that are given Python, that reach the last call in the same way, the one of this chain included.
    pub exports: u32,
    /// The exports among them.
    pub reached_by: Vec<ExportId>,
}

impl Chain {
    /// The call that was looked for.
    pub fn last(&self) -> Step {
        self.steps[self.steps.len() - 1]
    }
}

/// A function, and the thread it runs on.
type Place = (FunctionId, Thread);

impl Model {
    /// The call of a step.
    pub fn step(&self, step: Step) -> &Call {
        self.function(step.function).call(step.call)
    }

    /// For each call that `wanted` accepts and that an export, or a function that is [given Python](Model::given_python),
    /// reaches: the shortest chain. `wanted` also gets the thread the call runs on. Sorted by the last step. Chains pass through trait methods to all impls, through lazy
    /// statics to their initialisers, and not through closures whose region is not known.
    pub fn reached_from_exports(&self, wanted: impl Fn(&Call, Thread) -> bool) -> Vec<Chain> {
        let mut chains: HashMap<(Step, Thread), Chain> = HashMap::new();
        let exports = self.exports_with_id().map(|(id, export)| (Some(id), export.function));
        for (export, function) in exports.chain(self.given_python.iter().map(|&function| (None, function))) {
            for chain in self.reached_from(function, Thread::Attached, &wanted) {
                let known = chains.entry((chain.last(), chain.thread)).or_insert_with(|| Chain {
                    export,
                    exports: 0,
                    reached_by: Vec::new(),
                    ..chain.clone()
                });
                known.exports += 1;
                known.reached_by.extend(export);
                if chain.steps.len() < known.steps.len() {
                    known.export = export;
                    known.steps = chain.steps;
                }
            }
        }
        let mut chains: Vec<_> = chains.into_values().collect();
        chains.sort_by_key(|chain| (chain.last(), chain.thread));
        chains
    }

    /// For each call that `wanted` accepts and that `start` reaches when it runs on `thread`: the shortest chain.
    pub fn reached_from(
        &self,
        start: FunctionId,
        thread: Thread,
        wanted: impl Fn(&Call, Thread) -> bool,
    ) -> Vec<Chain> {
        let mut parents: HashMap<Place, Option<(FunctionId, Thread, CallId)>> = HashMap::new();
        let mut queue = VecDeque::from([(start, thread)]);
        parents.insert((start, thread), None);
        let mut found = Vec::new();
        while let Some((function, thread)) = queue.pop_front() {
            for (at, call) in self.function(function).calls.iter().enumerate() {
                let id = CallId(at as u32);
                let Some(here) = thread.enter(call.region) else { continue };
                if wanted(call, here) {
                    let mut steps = vec![Step { function, call: id }];
                    let mut cursor = parents[&(function, thread)];
                    while let Some((caller, at, by)) = cursor {
                        steps.push(Step { function: caller, call: by });
                        cursor = parents[&(caller, at)];
                    }
                    steps.reverse();
                    found.push(Chain { export: None, steps, thread: here, exports: 0, reached_by: Vec::new() });
                }
                for target in self.targets(call) {
                    parents.entry((target, here)).or_insert_with(|| {
                        queue.push_back((target, here));
                        Some((function, thread, id))
                    });
                }
            }
        }
        found
    }

    /// Functions of the project that a call runs.
    pub fn targets(&self, call: &Call) -> Vec<FunctionId> {
        match &call.callee {
            Callee::Local(targets) => targets.clone(),
            Callee::LazyStatic(id) => self.statik(*id).initializer.into_iter().collect(),
            _ => Vec::new(),
        }
    }
}
