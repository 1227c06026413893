//! What a recorded run says about the functions of a project.

use std::collections::{BTreeMap, BTreeSet};

use crate::{FunctionId, Model, ModuleId, RowPlace, Trace, TracedExport, TracedKind};

/// A recorded run, as far as it is about one project.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Measurements {
    /// The file that holds the run, as a person knows it.
    pub file: String,
    /// What was measured of each function that was called, by the function that Python calls. Empty when the run is
    /// [free-threaded](Self::free_threaded).
    pub functions: BTreeMap<FunctionId, Measurement>,
    /// What was measured where the run does not tell which function took the time: a class whose objects went away, a
    /// slot behind which there are several methods.
    pub places: Vec<(RowPlace, Measurement)>,
    /// Functions that were called or were not: a row can be theirs, or that of another.
    pub perhaps_called: BTreeSet<FunctionId>,
    /// Rows of the run that are about this project.
    pub rows: usize,
    /// Modules of the project whose libraries were recorded, sorted.
    pub recorded: Vec<ModuleId>,
    /// All modules that were recorded, under the names that Python knows; of libraries whose bodies were not, their
    /// files. Sorted.
    pub modules: Vec<String>,
    /// Whether a process of the run had no lock: there, nobody waits for the interpreter, and holding it says nothing.
    pub free_threaded: bool,
}

/// What was measured of a function. Times are nanoseconds; what each means is said at [`TracedExport`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Measurement {
    /// As Python names it.
    pub export: String,
    /// What kind of a thing was called.
    pub kind: TracedKind,
    /// How often it was called.
    pub calls: u64,
    /// Its own work, attached.
    pub own_attached_ns: u64,
    /// The longest stretch in a call for which nobody else could have the interpreter.
    pub longest_hold_ns: u64,
    /// The longest stretch of its own code, attached.
    pub longest_own_ns: u64,
    /// Waiting of other threads while its own code held the interpreter, each thread counted.
    pub blocked_thread_ns: u64,
}

impl Measurements {
    /// The rows of a run that are about functions of a project. `file` is where the run was read.
    pub fn of(model: &Model, trace: &Trace, file: &str) -> Self {
        let mut measurements =
            Self { file: file.to_owned(), free_threaded: trace.is_free_threaded(), ..Self::default() };
        let bodies = bodies_by_library(trace);
        for (library, names) in &bodies {
            measurements.modules.extend(names.iter().map(|name| (*name).to_owned()));
            if names.is_empty() {
                measurements.modules.push((*library).to_owned());
            }
        }
        measurements.modules.sort();
        measurements.modules.dedup();
        let mut recorded = BTreeSet::new();
        for row in &trace.exports {
            let modules = model.modules_of(row);
            recorded.extend(modules.iter().copied());
            let place = if is_ours(model, &bodies, row, &modules) { model.place_of(row) } else { None };
            let Some(place) = place else {
                measurements.perhaps_called.extend(model.functions_perhaps_called(row));
                continue;
            };
            measurements.rows += 1;
            if measurements.free_threaded {
                continue;
            }
            let known = match place.function {
                Some(function) => measurements.functions.entry(function).or_default(),
                None => measurements.place(place),
            };
            known.add(row);
        }
        measurements.recorded = recorded.into_iter().collect();
        measurements
    }

    fn place(&mut self, place: RowPlace) -> &mut Measurement {
        self.perhaps_called.extend(place.perhaps.iter().copied());
        let at = self.places.iter().position(|(known, _)| *known == place).unwrap_or_else(|| {
            self.places.push((place, Measurement::default()));
            self.places.len() - 1
        });
        &mut self.places[at].1
    }
}

impl Measurement {
    fn add(&mut self, row: &TracedExport) {
        self.export.clone_from(&row.export);
        self.kind = row.kind;
        self.calls += row.calls;
        self.own_attached_ns += row.own_attached_ns;
        self.longest_hold_ns = self.longest_hold_ns.max(row.longest_hold_ns);
        self.longest_own_ns = self.longest_own_ns.max(row.longest_own_ns);
        self.blocked_thread_ns += row.blocked_thread_ns;
    }
}

impl Trace {
    /// Whether a process of the run had an interpreter without a lock: its version ends in `t`, as `3.13.0t`.
    pub fn is_free_threaded(&self) -> bool {
        self.processes.iter().any(|process| process.python.ends_with('t'))
    }
}

/// Names of the modules whose bodies each library ran: those that Python knows.
fn bodies_by_library(trace: &Trace) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut bodies: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for row in &trace.exports {
        let names = bodies.entry(&row.library).or_default();
        if row.kind == TracedKind::ModuleExec {
            names.insert(&row.export);
        }
    }
    bodies
}

/// Whether a row is of the project's library, and not of another whose file has the same name: two packages can each
/// have a `_core.abi3.so`. `modules` are those of the project that the library can be.
fn is_ours(model: &Model, bodies: &BTreeMap<&str, BTreeSet<&str>>, row: &TracedExport, modules: &[ModuleId]) -> bool {
    let names = bodies.get(row.library.as_str()).into_iter().flatten();
    let tops: Vec<&str> = names.copied().filter(|name| name.rsplit('.').next() == Some(row.stem())).collect();
    let is_told_apart = |module: &ModuleId| {
        let package = model.python_package_of(model.module(*module));
        let of_package = |name: &str| name.split('.').next() == package;
        package.is_some() && of_package(&row.export) && tops.iter().filter(|top| of_package(top)).count() == 1
    };
    tops.len() < 2 || modules.iter().all(is_told_apart)
}
