//! Where a chain can detach, and what needs the interpreter on threads that do not hold it.

use crate::{
    Call, CallId, Chain, DependencyKind, EffectKind, Function, FunctionId, Model, Package, Region, Step, Thread,
};

/// Crates that turn log records into calls of Python's `logging`: every record attaches.
const LOG_BRIDGES: &[&str] = &["pyo3-log", "pyo3-pylogger", "pyo3-tracing-subscriber"];

impl Model {
    /// The step of a chain around whose call `detach` belongs: in the deepest function that can be expected to know
    /// about Python. In a binding crate that is the deepest function; in a crate with optional `PyO3` the deepest one
    /// that Python can call or that has Python in its signature; never one of a crate without `PyO3`, nor the
    /// initialiser of a static.
    pub fn detach_point(&self, chain: &Chain) -> Step {
        let knows_python = |step: &&Step| {
            let function = self.function(step.function);
            let package = self.package(function.package);
            package.pyo3.is_some()
                && (!package.has_optional("pyo3") || function.crosses_boundary())
                && !self.statics.iter().any(|statik| statik.initializer == Some(step.function))
        };
        chain.steps.iter().rev().find(knows_python).or(chain.steps.first()).copied().unwrap_or_else(|| chain.last())
    }

    /// Whether log records become Python calls: a package of the project is built with a bridge such as `pyo3-log`.
    pub fn logs_reach_python(&self) -> bool {
        self.packages.iter().any(|package| LOG_BRIDGES.iter().any(|name| package.is_built_with(name)))
    }

    /// Whether a call needs the interpreter where it is not held: it attaches, or emits a log record that becomes a
    /// Python call.
    pub fn needs_interpreter(&self, call: &Call) -> bool {
        self.does(call, EffectKind::Attaches) || (self.does(call, EffectKind::Logs) && self.logs_reach_python())
    }

    /// The shortest way from a call that runs work on other threads to a call there that
    /// [needs the interpreter](Self::needs_interpreter). The work is the closures given to the call and to the calls
    /// its receiver is built of.
    pub fn interpreter_on_workers(&self, step: Step) -> Option<Chain> {
        let parallel = self.step(step);
        let function = self.function(step.function);
        let mut chains = self.reached_from(step.function, Thread::Detached, |call, thread| {
            matches!(thread, Thread::Worker | Thread::WorkerAttached) && self.needs_interpreter(call)
        });
        chains.retain(|chain| {
            let first = function.call(chain.steps[0].call);
            let on_worker = matches!(first.region, Region::OtherThread | Region::OtherThreadAttached);
            on_worker && (parallel.span.contains(first.span) || self.is_inside(function, first, step.call))
        });
        chains.into_iter().min_by_key(|chain| chain.steps.len())
    }

    /// Whether the closure or `async` block around `call` was given to the call `outer` of the same function, at any
    /// depth.
    pub fn is_inside(&self, function: &Function, call: &Call, outer: CallId) -> bool {
        std::iter::successors(call.inside, |&id| function.call(id).inside).any(|id| id == outer)
    }

    /// The first call, by the shortest way, that `wanted` accepts and that runs in the closure given to the call of
    /// `step` when that call is made on `thread`.
    pub fn reached_inside(&self, step: Step, thread: Thread, wanted: impl Fn(&Call, Thread) -> bool) -> Option<Chain> {
        let function = self.function(step.function);
        let mut chains = self.reached_from(step.function, thread, wanted);
        chains.retain(|chain| self.is_inside(function, function.call(chain.steps[0].call), step.call));
        chains.into_iter().min_by_key(|chain| chain.steps.len())
    }

    /// The package a function belongs to.
    pub fn package_of(&self, function: FunctionId) -> &Package {
        self.package(self.function(function).package)
    }
}

impl Function {
    /// Whether Python can call it, or a type of `PyO3` stands in its signature.
    pub fn crosses_boundary(&self) -> bool {
        let python = |ty: &crate::Type| ty.path().is_some_and(|path| path.starts_with("pyo3::"));
        self.export.is_some() || self.output.any(python) || self.params.iter().any(|param| param.ty.any(python))
    }
}

impl Package {
    /// Whether it depends on `name`, but only when a feature asks for it.
    pub fn has_optional(&self, name: &str) -> bool {
        self.dependency(name).is_some_and(|dependency| dependency.optional)
    }

    /// Whether it is built with the dependency `name`, the features that are on considered.
    pub fn is_built_with(&self, name: &str) -> bool {
        let is_on = |dependency: &crate::Dependency| {
            let asks = |feature: &str| {
                let alias = feature.strip_prefix("dep:").unwrap_or(feature);
                let alias = alias.split_once('/').map_or(alias, |(alias, _)| alias);
                !alias.ends_with('?') && alias.replace('-', "_") == dependency.alias
            };
            !dependency.optional
                || self.features.iter().any(|feature| asks(feature))
                || self.feature_table.iter().any(|(feature, implied)| {
                    self.features.contains(&feature.value) && implied.iter().any(|implied| asks(&implied.value))
                })
        };
        self.dependencies
            .iter()
            .any(|dependency| dependency.name == name && dependency.kind == DependencyKind::Normal && is_on(dependency))
    }
}
