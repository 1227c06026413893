//! Where a chain can detach, and what needs the interpreter on threads that do not hold it.

use crate::{
    Call, CallId, Chain, DependencyKind, EffectKind, Function, FunctionId, Model, Package, Region, Step, Thread,
};

/// Crates that turn log records into calls of Python's `logging`: every record attaches.
const LOG_BRIDGES: &[&str] = &["pyo3-log", "pyo3-pylogger", "pyo3-tracing-subscriber"];

impl Model {
    /// The step of a chain around whose call `detach` belongs: in the deepest function that can be expected to know
    /// about Python. In a binding crate that is the deepest function; in a crate with optional `PyO3` the deepest one
    /// that Python can call or that has Python in its signature, and so for methods of traits, whose signature is
    /// given; never one of a crate without `PyO3`, nor the initialiser of a static.
    pub fn detach_point(&self, chain: &Chain) -> Step {
        let knows_python = |step: &&Step| {
            let function = self.function(step.function);
            let package = self.package(function.package);
            let must_cross = package.has_optional("pyo3") || function.of_trait.is_some();
            package.pyo3.is_some()
                && (!must_cross || function.crosses_boundary())
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
            let given = self.around(chain.steps[0]).any(|id| id == step.call);
            on_worker && (given || parallel.span.contains(first.span))
        });
        chains.into_iter().min_by_key(|chain| chain.steps.len())
    }

    /// The calls to which the closures and `async` blocks around a call were given, in the same function, innermost
    /// first.
    pub fn around(&self, step: Step) -> impl Iterator<Item = CallId> {
        let function = self.function(step.function);
        std::iter::successors(function.call(step.call).inside, |&id| function.call(id).inside)
    }

    /// The first call, by the shortest way, that `wanted` accepts and that runs in the closure given to the call of
    /// `step` when that call is made on `thread`.
    pub fn reached_inside(&self, step: Step, thread: Thread, wanted: impl Fn(&Call, Thread) -> bool) -> Option<Chain> {
        let mut chains = self.reached_from(step.function, thread, wanted);
        chains.retain(|chain| self.around(chain.steps[0]).any(|id| id == step.call));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Callee, Dependency, Effect, EffectId, Export, ExportId, ExportKind, FileId, IntegrationMode, PackageId, Pyo3,
        Span, Spanned, Type,
    };

    const SPAN: Span = Span { file: FileId(0), start: 0, end: 0 };
    const BINDING: PackageId = PackageId(0);
    const CORE: PackageId = PackageId(1);

    fn dependency(name: &str, optional: bool) -> Dependency {
        Dependency {
            name: name.to_owned(),
            alias: name.replace('-', "_"),
            kind: DependencyKind::Normal,
            requirement: String::new(),
            span: SPAN,
            features: Vec::new(),
            optional,
            default_features: true,
            target: None,
        }
    }

    fn package(name: &str, dependencies: Vec<Dependency>) -> Package {
        let pyo3 = dependencies.iter().any(|dependency| dependency.name == "pyo3").then(|| Pyo3 {
            version: semver::Version::new(0, 28, 0),
            locked: false,
            requirement: Spanned::new("0.28".to_owned(), SPAN),
            features: Vec::new(),
            abi3_floor: None,
            abi3: false,
        });
        Package {
            name: name.to_owned(),
            root: name.into(),
            manifest: FileId(0),
            workspace_manifest: None,
            pyo3,
            dependencies,
            features: Vec::new(),
            default_features: Vec::new(),
            feature_table: Vec::new(),
            targets: Vec::new(),
            release_panic: None,
            pyproject: None,
            mode: IntegrationMode::Library,
        }
    }

    fn function(path: &str, package: PackageId, calls: Vec<Call>) -> Function {
        Function {
            path: path.to_owned(),
            package,
            span: SPAN,
            name_span: SPAN,
            export: None,
            is_async: false,
            params: Vec::new(),
            output: Type::UNIT,
            attributes: Vec::new(),
            of_trait: None,
            self_type: None,
            calls,
            operations: Vec::new(),
        }
    }

    /// A call that is written at `start..end`.
    fn call(callee: Callee, (start, end): (u32, u32), region: Region) -> Call {
        Call {
            callee,
            path: String::new(),
            name: String::new(),
            span: Span { start, end, ..SPAN },
            name_span: SPAN,
            region,
            receiver: None,
            args: Vec::new(),
            type_args: Vec::new(),
            output: Type::UNIT,
            guards: Vec::new(),
            effect: None,
            from_macro: None,
            inside: None,
        }
    }

    /// `export` → `helper` → `core`, which waits. The core crate knows nothing of Python unless `core` says so.
    fn three_crates_deep(core: Package) -> (Model, Chain) {
        let wait = Call { effect: Some(EffectId(0)), ..call(Callee::External, (0, 9), Region::Inherited) };
        let to = |id| call(Callee::Local(vec![FunctionId(id)]), (0, 9), Region::Inherited);
        let mut export = function("demo::export", BINDING, vec![to(1)]);
        export.export = Some(ExportId(0));
        let model = Model {
            packages: vec![package("demo", vec![dependency("pyo3", false)]), core],
            functions: vec![
                export,
                function("demo::helper", BINDING, vec![to(2)]),
                function("core::wait", CORE, vec![wait]),
            ],
            exports: vec![Export {
                kind: ExportKind::Function,
                python_name: "export".to_owned(),
                function: FunctionId(0),
                class: None,
                attribute_span: SPAN,
                options: Vec::new(),
                signature: None,
                docs: String::new(),
            }],
            effects: effects(),
            ..Model::default()
        };
        let chain = model.reached_from_exports(|call, _| model.does(call, EffectKind::Blocks)).remove(0);
        (model, chain)
    }

    fn effects() -> std::sync::Arc<[Effect]> {
        let row = |kind| Effect {
            path: String::new(),
            on: Vec::new(),
            kinds: vec![kind],
            closure: None,
            what: String::new(),
            source: String::new(),
        };
        [EffectKind::Blocks, EffectKind::Parallel, EffectKind::Logs].map(row).into()
    }

    #[test]
    fn detach_belongs_into_the_deepest_function_of_a_crate_with_pyo3() {
        let (model, chain) = three_crates_deep(package("core", Vec::new()));
        assert_eq!(model.function(model.detach_point(&chain).function).path, "demo::helper");
    }

    #[test]
    fn in_a_crate_with_optional_pyo3_only_what_crosses_the_boundary_can_detach() {
        let (mut model, chain) = three_crates_deep(package("core", vec![dependency("pyo3", true)]));
        assert_eq!(model.function(model.detach_point(&chain).function).path, "demo::helper");
        model.functions[2].output = Type::adt("pyo3::PyErr", Vec::new());
        assert_eq!(model.function(model.detach_point(&chain).function).path, "core::wait");
    }

    #[test]
    fn an_optional_bridge_counts_when_a_feature_that_is_on_asks_for_it() {
        let mut core = package("core", vec![dependency("pyo3-log", true)]);
        core.feature_table =
            vec![(Spanned::new("python".to_owned(), SPAN), vec![Spanned::new("dep:pyo3-log".to_owned(), SPAN)])];
        let (mut model, _) = three_crates_deep(core);
        assert!(!model.logs_reach_python());
        model.packages[1].features.push("python".to_owned());
        assert!(model.logs_reach_python());
    }

    #[test]
    fn a_worker_that_logs_needs_the_interpreter_when_logs_reach_python() {
        // `values.par_iter().map(|v| warn(v)).collect()` and, after it, a thread of its own that logs.
        let log = Call { effect: Some(EffectId(2)), ..call(Callee::External, (10, 17), Region::OtherThread) };
        let collect = Call { effect: Some(EffectId(1)), ..call(Callee::External, (0, 30), Region::Inherited) };
        let apart = Call { span: Span { start: 40, end: 47, ..SPAN }, ..log.clone() };
        let step = Step { function: FunctionId(0), call: CallId(1) };
        let mut model = Model {
            packages: vec![package("demo", vec![dependency("pyo3", false), dependency("pyo3-log", false)])],
            functions: vec![function("demo::export", BINDING, vec![log, collect, apart])],
            effects: effects(),
            ..Model::default()
        };
        let worker = model.interpreter_on_workers(step).map(|chain| chain.last().call);
        assert_eq!(worker, Some(CallId(0)));
        model.packages[0].dependencies.pop();
        assert_eq!(model.interpreter_on_workers(step), None, "without a bridge a log record stays in Rust");
        model.packages[0].dependencies.push(dependency("pyo3-log", false));
        model.functions[0].calls.remove(0);
        let step = Step { call: CallId(0), ..step };
        assert_eq!(model.interpreter_on_workers(step), None, "the other thread is no worker of this call");
    }
}
