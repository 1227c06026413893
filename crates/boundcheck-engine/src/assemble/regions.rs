//! In what region each closure, future and call runs.
//!
//! A closure runs where it is called; one that is given to a function runs where that function calls it. What a
//! function of the project does with its parameter follows from its body, so that wrappers of `detach` and `block_on`
//! are seen through; what other functions do is in the effects table.

use boundcheck_model::{ClosureRegion, Region};
use ra_ap_hir_def::{DefWithBodyId, FunctionId};
use rustc_hash::FxHashMap;

use crate::lower::raw::{BODY, ContextId, Deferred, RawBody, RawCall, Sink, Target};

/// A wrapper of a wrapper of a wrapper: no project nests deeper, and a cycle must end.
const ROUNDS: usize = 8;

/// What is given to a call.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Handed {
    Closure,
    Future,
    /// A parameter, of which only its caller knows.
    Either,
}

impl Handed {
    fn new(is_future: bool) -> Self {
        if is_future { Handed::Future } else { Handed::Closure }
    }
}

/// What functions of the project do with their parameters.
pub(crate) struct Regions<'a> {
    bodies: &'a FxHashMap<DefWithBodyId, RawBody>,
    /// What the effects table says of each call.
    effects: &'a dyn Fn(&RawCall) -> Option<ClosureRegion>,
    /// Whether a function that nobody looked at says in its signature that it may keep an argument.
    may_keep: &'a dyn Fn(FunctionId, u32) -> bool,
    params: FxHashMap<(FunctionId, u32), ClosureRegion>,
}

impl<'a> Regions<'a> {
    /// Infers the wrappers.
    pub(crate) fn infer(
        bodies: &'a FxHashMap<DefWithBodyId, RawBody>,
        effects: &'a dyn Fn(&RawCall) -> Option<ClosureRegion>,
        may_keep: &'a dyn Fn(FunctionId, u32) -> bool,
    ) -> Self {
        let mut regions = Self { bodies, effects, may_keep, params: FxHashMap::default() };
        for _ in 0..ROUNDS {
            let mut params = FxHashMap::default();
            for (&owner, body) in bodies {
                let DefWithBodyId::FunctionId(id) = owner else { continue };
                for (index, sinks) in &body.params {
                    let region = regions.of_sinks(owner, body, sinks, Handed::Either, &mut Vec::new());
                    params.insert((id, *index), as_param(region));
                }
            }
            if params == regions.params {
                break;
            }
            regions.params = params;
        }
        regions
    }

    /// Region of each context of a body.
    pub(crate) fn of_contexts(&self, owner: DefWithBodyId, body: &RawBody) -> Vec<Region> {
        (0..body.contexts.len()).map(|at| self.of_context(owner, body, ContextId(at as u32), &mut Vec::new())).collect()
    }

    /// Region of a call whose function runs elsewhere than where the call is written.
    pub(crate) fn of_deferred(&self, owner: DefWithBodyId, body: &RawBody, deferred: &Deferred) -> Region {
        self.of_sinks(owner, body, &deferred.sinks, Handed::new(deferred.is_future), &mut Vec::new())
    }

    fn of_context(&self, owner: DefWithBodyId, body: &RawBody, id: ContextId, path: &mut Vec<ContextId>) -> Region {
        // The initialiser of a static runs where the static is first used.
        if id == BODY || matches!(owner, DefWithBodyId::StaticId(_)) {
            return Region::Inherited;
        }
        if path.contains(&id) {
            return Region::Unknown;
        }
        path.push(id);
        let context = &body.contexts[id.0 as usize];
        let region = self.of_sinks(owner, body, &context.sinks, Handed::new(context.is_async), path);
        path.pop();
        region
    }

    /// The most attached of the places a value goes to.
    fn of_sinks(
        &self,
        owner: DefWithBodyId,
        body: &RawBody,
        sinks: &[Sink],
        handed: Handed,
        path: &mut Vec<ContextId>,
    ) -> Region {
        let region = |sink: &Sink, path: &mut Vec<ContextId>| match *sink {
            Sink::Escapes => Region::Unknown,
            Sink::Here(context) => self.of_context(owner, body, context, path),
            Sink::Argument(call, index) => {
                let call = &body.calls[call as usize];
                let here = self.of_context(owner, body, call.context, path);
                within(here, self.of_argument(call, index, handed))
            }
        };
        let regions: Vec<_> = sinks.iter().map(|sink| (sink, region(sink, path))).collect();
        // Detached for much data and called as it is for little: whoever wrote that has weighed it.
        let detached = regions.iter().any(|(_, region)| *region == Region::Detached);
        let weighed =
            |sink: &Sink, region: Region| detached && region != Region::Detached && matches!(sink, Sink::Here(_));
        let counting = regions.iter().filter(|(sink, region)| !weighed(sink, *region));
        counting.map(|(_, region)| *region).min_by_key(|region| rank(*region)).unwrap_or(Region::Unknown)
    }

    /// What a call does with an argument.
    fn of_argument(&self, call: &RawCall, index: u32, handed: Handed) -> ClosureRegion {
        if let Some(region) = (self.effects)(call) {
            return region;
        }
        // A future that is handed to code nobody looked at may run at any time; a closure is called there and then.
        let unknown = if handed == Handed::Future { ClosureRegion::Stored } else { ClosureRegion::Caller };
        match &call.target {
            Target::Functions(targets) => {
                let known = targets.iter().filter(|&&id| self.bodies.contains_key(&DefWithBodyId::FunctionId(id)));
                let inferred = known.map(|&id| self.params.get(&(id, index)).copied().unwrap_or(ClosureRegion::Stored));
                match inferred.min_by_key(|region| rank(within(Region::Inherited, *region))) {
                    Some(region) => region,
                    None if targets.iter().any(|&id| (self.may_keep)(id, index)) => ClosureRegion::Stored,
                    None => unknown,
                }
            }
            Target::Constructor | Target::LazyStatic(_) => ClosureRegion::Stored,
            Target::Unresolved if handed == Handed::Either => ClosureRegion::Stored,
            Target::Value | Target::Unresolved => unknown,
        }
    }
}

/// Where a closure runs that code in `here` gives to a function which runs it in `closure`.
fn within(here: Region, closure: ClosureRegion) -> Region {
    let elsewhere = matches!(here, Region::OtherThread | Region::OtherThreadAttached);
    match closure {
        ClosureRegion::Caller => here,
        ClosureRegion::Stored => Region::Unknown,
        _ if here == Region::Unknown => Region::Unknown,
        ClosureRegion::Attached if elsewhere => Region::OtherThreadAttached,
        ClosureRegion::Attached => Region::Attached,
        ClosureRegion::Detached if elsewhere => Region::OtherThread,
        ClosureRegion::Detached => Region::Detached,
        ClosureRegion::OtherThread => Region::OtherThread,
    }
}

fn as_param(region: Region) -> ClosureRegion {
    match region {
        Region::Inherited => ClosureRegion::Caller,
        Region::Attached | Region::OtherThreadAttached => ClosureRegion::Attached,
        Region::Detached => ClosureRegion::Detached,
        Region::OtherThread => ClosureRegion::OtherThread,
        Region::Unknown => ClosureRegion::Stored,
    }
}

/// A closure that is used in several places counts as running in the first of these.
fn rank(region: Region) -> u8 {
    match region {
        Region::Attached => 0,
        Region::Inherited => 1,
        Region::OtherThreadAttached => 2,
        Region::Detached => 3,
        Region::OtherThread => 4,
        Region::Unknown => 5,
    }
}
