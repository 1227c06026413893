//! The journey from a path to the model.

use std::time::Instant;

use boundcheck_model::{Model, PackageId, Problem, ProblemKind, Summary};
use camino::Utf8Path;
use ra_ap_hir_def::nameres::crate_def_map;
use ra_ap_hir_def::nameres::diagnostics::DefDiagnosticKind;
use ra_ap_hir_def::{DefWithBodyId, FunctionId};
use ra_ap_hir_ty::attach_db;

use crate::assemble::{self, Parts};
use crate::database::{self, Database};
use crate::dependencies::{self, CrateGraph};
use crate::effects::EffectTable;
use crate::explore::{self, Dispatch, Explored};
use crate::files;
use crate::lower::items::{self, Items};
use crate::lower::names;
use crate::lower::spans::FileNumbers;
use crate::options::{Analysis, LoadError, Options, Progress};
use crate::project::{self, Project};

/// The main thread resolves names and lowers items, which recurses through syntax.
const STACK: usize = 256 * 1024 * 1024;

/// Loads the project at `path`: a folder with a `Cargo.toml` in it or below, or a `Cargo.toml`.
///
/// # Errors
/// When there is nothing to load; see [`LoadError`].
pub fn load(path: &Utf8Path, options: &Options) -> Result<Analysis, LoadError> {
    let internal = |message: String| LoadError::Internal { path: path.to_owned(), message };
    std::thread::scope(|scope| {
        let work = std::thread::Builder::new().name("boundcheck".to_owned()).stack_size(STACK);
        let thread = work.spawn_scoped(scope, || run(path, options)).map_err(|error| internal(error.to_string()))?;
        thread.join().unwrap_or_else(|panic| Err(internal(text_of(panic.as_ref()))))
    })
}

fn text_of(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    text.unwrap_or("a panic without a message").to_owned()
}

fn run(path: &Utf8Path, options: &Options) -> Result<Analysis, LoadError> {
    let start = Instant::now();
    options.cancel.check()?;
    let effects = EffectTable::new(&options.effects)?;
    report(options, &Progress::Discovering);
    let mut project = project::discover(path, options)?;
    let graph = dependencies::resolve(&mut project, options)?;
    options.cancel.check()?;
    let mut problems = std::mem::take(&mut project.problems);
    let mut database = database::build(&project, &graph, options, &mut problems)?;
    options.cancel.check()?;
    report(options, &Progress::Resolving);
    database::prime(&mut database.db, &options.cancel);
    options.cancel.check()?;
    let (model, counts, files) =
        attach_db(&database.db, || lower(&database, &mut project, &effects, options, &mut problems))?;
    let summary = summary(&model, &graph, &counts, files, &problems, start);
    problems.sort_by(|a, b| (&a.path, a.line, &a.message).cmp(&(&b.path, b.line, &b.message)));
    problems.dedup();
    Ok(Analysis { model, summary, problems })
}

fn report(options: &Options, step: &Progress) {
    if let Some(progress) = &options.progress {
        progress(step);
    }
}

fn lower(
    database: &Database,
    project: &mut Project,
    effects: &EffectTable,
    options: &Options,
    problems: &mut Vec<Problem>,
) -> Result<(Model, Counts, u32), LoadError> {
    let db = &database.db;
    let numbers = number_files(database, project);
    let read = syntax_problems(database, project, problems);
    missing_modules(database, &numbers, project, problems);
    let mut items = Items::default();
    for &(krate, package) in &database.locals {
        options.cancel.check()?;
        let with_structs = project.packages[package].package.pyo3.is_some();
        items::collect(db, &numbers, krate, PackageId(package as u32), with_structs, &mut items);
    }
    let uses_pyo3 = |package: &PackageId| {
        let local = &project.packages[package.0 as usize];
        local.selected && local.package.pyo3.is_some()
    };
    let binding: Vec<_> = (0..project.packages.len() as u32).map(PackageId).filter(uses_pyo3).collect();
    let boundary = assemble::boundary(&items, &project.files, &binding);
    let dispatch = Dispatch::new(db, database.locals.iter().map(|(krate, _)| *krate));
    let entries = boundary.entries.iter().map(|&id| DefWithBodyId::FunctionId(id)).collect();
    let explored = explore::explore(db, &numbers, &dispatch, entries, options);
    options.cancel.check()?;
    for &owner in &explored.failed {
        problems.push(failed(database, &items, project, owner));
    }
    let counts = Counts::of(&explored);
    let parts = Parts { db, files: &numbers, items: &items, boundary, explored: &explored, effects };
    Ok((assemble::assemble(&parts, project), counts, read))
}

/// Gives every source file of the project its number, in the order of paths.
fn number_files(database: &Database, project: &mut Project) -> FileNumbers {
    let mut all: Vec<_> = database.files.iter().collect();
    all.sort_by(|a, b| a.1.0.cmp(&b.1.0));
    let mut numbers = FileNumbers::default();
    for (&id, (path, text)) in all {
        numbers.0.insert(id, project.files.add(path, text));
    }
    numbers
}

/// Reports files with syntax errors; gives the number of files that belong to a crate.
fn syntax_problems(database: &Database, project: &Project, problems: &mut Vec<Problem>) -> u32 {
    let db = &database.db;
    let mut seen = rustc_hash::FxHashSet::default();
    for (krate, _) in &database.locals {
        for module in krate.modules(db) {
            let Some(file) = module.as_source_file_id(db) else { continue };
            let Some((path, text)) = database.files.get(&file.file_id(db)) else { continue };
            if !seen.insert(file.file_id(db)) {
                continue;
            }
            let errors = file.parse(db).errors();
            if let Some(first) = errors.first() {
                let line = text[..usize::from(first.range().start()).min(text.len())].matches('\n').count() as u32 + 1;
                let more = match errors.len() {
                    1 => String::new(),
                    count => format!(" and {} more", count - 1),
                };
                let message = format!("syntax error: {first}{more}; the rest of the file was checked");
                let path = Some(project.files.relative(path));
                problems.push(Problem { kind: ProblemKind::Syntax, path, line: Some(line), message });
            }
        }
    }
    seen.len() as u32
}

/// Reports `mod name;` without a file.
fn missing_modules(database: &Database, numbers: &FileNumbers, project: &Project, problems: &mut Vec<Problem>) {
    let db = &database.db;
    for (krate, _) in &database.locals {
        for diagnostic in crate_def_map(db, (*krate).into()).diagnostics() {
            let DefDiagnosticKind::UnresolvedModule { ast, candidates } = &diagnostic.kind else { continue };
            let Some(span) = numbers.span(db, ast.with_value(ast.to_range(db))) else { continue };
            let file = project.files.get(span.file);
            let message =
                format!("the file of this module is not there ({}): its code was not seen", candidates.join(" or "));
            let line = Some(file.line_column(span.start).0);
            problems.push(Problem { kind: ProblemKind::Unreadable, path: Some(file.path.clone()), line, message });
        }
    }
}

fn failed(database: &Database, items: &Items, project: &Project, owner: DefWithBodyId) -> Problem {
    let name = match owner {
        DefWithBodyId::FunctionId(id) => names::function(&database.db, id),
        DefWithBodyId::StaticId(id) => names::of_static(&database.db, id),
        _ => String::new(),
    };
    let item = match owner {
        DefWithBodyId::FunctionId(id) => items.functions.get::<FunctionId>(&id),
        _ => None,
    };
    let place = item.map(|item| (project.files.get(item.span.file), item.span.start));
    let message = format!("rust-analyzer failed on `{name}`, which was left out; please report it with the function");
    let mut problem = match place {
        Some((file, _)) => files::problem(ProblemKind::Internal, file.path.clone(), message),
        None => Problem { kind: ProblemKind::Internal, path: None, line: None, message },
    };
    problem.line = place.map(|(file, start)| file.line_column(start).0);
    problem
}

/// What was inferred.
struct Counts {
    functions: u32,
    calls: u32,
    resolved: u32,
}

impl Counts {
    fn of(explored: &Explored) -> Self {
        use crate::lower::raw::Target;
        let calls = explored.bodies.values().flat_map(|body| &body.calls);
        let (mut all, mut resolved) = (0, 0);
        for call in calls {
            all += 1;
            resolved += u32::from(call.target != Target::Unresolved);
        }
        Self { functions: explored.bodies.len() as u32, calls: all, resolved }
    }
}

fn summary(
    model: &Model,
    graph: &CrateGraph,
    counts: &Counts,
    files: u32,
    problems: &[Problem],
    start: Instant,
) -> Summary {
    // A module that exports nothing and does nothing may be what is left of sources that could not be read.
    let unread = |problem: &Problem| {
        matches!(problem.kind, ProblemKind::Syntax | ProblemKind::Skipped | ProblemKind::Unreadable)
    };
    let unread = problems.iter().any(unread);
    let acts = counts.calls > 0 || !unread;
    let has_entry = !model.entry_points.is_empty() || !model.modules.is_empty() || !model.given_python.is_empty();
    let entries = !model.exports.is_empty() || has_entry && acts;
    let lowest = model.packages.iter().filter_map(|package| package.pyo3.as_ref()).map(|pyo3| &pyo3.version).min();
    Summary {
        examined: entries,
        reason: (!entries).then(|| reason(model, unread)),
        files,
        exports: model.exports.len() as u32,
        functions: counts.functions,
        calls: counts.calls,
        calls_resolved: counts.resolved,
        pyo3: lowest.map(ToString::to_string),
        dependencies: graph.view.clone(),
        wheels: None,
        elapsed_ms: start.elapsed().as_millis() as u64,
    }
}

/// Why no entry point was found.
fn reason(model: &Model, unread: bool) -> String {
    let Some(package) = model.packages.iter().find(|package| package.pyo3.is_some()) else {
        let names: Vec<_> = model.packages.iter().map(|package| package.name.as_str()).take(3).collect();
        return format!("no package here depends on pyo3 (looked at {})", names.join(", "));
    };
    if unread {
        return format!("`{}` depends on pyo3, but its code could not be read, as told above", package.name);
    }
    if package.targets.is_empty() {
        return format!(
            "`{}` depends on pyo3, but has no code: there is no src/lib.rs and no src/main.rs",
            package.name
        );
    }
    let dependency = package.dependency("pyo3");
    let asks = package.feature_table.iter().find(|(_, implied)| {
        implied
            .iter()
            .any(|one| matches!(one.value.trim_start_matches("dep:"), "pyo3") || one.value.starts_with("pyo3/"))
    });
    match (dependency.is_some_and(|dependency| dependency.optional), asks) {
        (true, Some((feature, _))) if !package.features.contains(&feature.value) => format!(
            "pyo3 is optional in `{}` and feature `{}` is off; try --features {}",
            package.name, feature.value, feature.value
        ),
        _ => {
            let known = package.feature_table.iter().map(|(feature, _)| feature.value.as_str());
            let off: Vec<_> = known.filter(|&name| !package.features.iter().any(|on| on == name)).collect();
            let features =
                if off.is_empty() { String::new() } else { format!(" (features that are off: {})", off.join(", ")) };
            format!(
                "`{}` depends on pyo3, but nothing in it is exported to Python or starts an interpreter{features}",
                package.name
            )
        }
    }
}
