//! Sources into rust-analyzer's database.

mod prime;
mod signatures;
mod sources;

use boundcheck_model::{Problem, ProblemKind};
use camino::Utf8PathBuf;
use ra_ap_base_db::target::{Arch, TargetData};
use ra_ap_base_db::{
    CrateBuilderId, CrateDisplayName, CrateGraphBuilder, CrateName, CrateOrigin, CrateWorkspaceData, DependencyBuilder,
    Env, LangCrateOrigin,
};
use ra_ap_cfg::CfgOptions;
use ra_ap_hir::Crate;
use ra_ap_hir_expand::change::ChangeWithProcMacros;
use ra_ap_hir_expand::proc_macro::ProcMacrosBuilder;
use ra_ap_ide_db::RootDatabase;
use ra_ap_intern::Symbol;
use ra_ap_paths::AbsPathBuf;
use ra_ap_span::Edition;
use ra_ap_vfs::FileId;
use rustc_hash::FxHashMap;
use triomphe::Arc;

pub(crate) use self::prime::prime;
use self::sources::Sources;
use crate::dependencies::{CrateGraph, CrateSource, CrateSpec};
use crate::expand;
use crate::files;
use crate::options::{LoadError, Options};
use crate::project::Project;

/// The database and the way back from it to the project.
pub(crate) struct Database {
    pub(crate) db: RootDatabase,
    /// Crates of the project: the crate, and its package in [`Project::packages`].
    pub(crate) locals: Vec<(Crate, usize)>,
    /// Absolute path and text of each file of the project.
    pub(crate) files: FxHashMap<FileId, (Utf8PathBuf, std::sync::Arc<str>)>,
}

/// Reads all sources and builds the database.
pub(crate) fn build(
    project: &Project,
    graph: &CrateGraph,
    options: &Options,
    problems: &mut Vec<Problem>,
) -> Result<Database, LoadError> {
    let sources = sources::read(project, graph, options)?;
    problems.extend(sources.problems.iter().cloned());
    for spec in &graph.crates {
        if let (Some(_), CrateSource::Disk { root, .. }, None) =
            (spec.local, &spec.source, sources.root_of(&spec.source))
        {
            let message =
                format!("the manifest names this file, which is not there: crate `{}` was left out", spec.name);
            problems.push(files::problem(ProblemKind::Unreadable, project.files.relative(root), message));
        }
    }
    let mut change = ChangeWithProcMacros::default();
    change.set_roots(sources.roots());
    for (id, text) in sources.texts() {
        change.change_file(id, Some(text.to_string()));
    }
    let (crates, proc_macros, locals) = crate_graph(graph, &sources);
    change.set_crate_graph(crates);
    change.set_proc_macros(proc_macros);
    let mut db = RootDatabase::new(None);
    change.apply(&mut db);
    db.enable_proc_attr_macros();
    let by_root: FxHashMap<FileId, usize> = locals.into_iter().collect();
    let local = |krate: Crate| Some((krate, *by_root.get(&krate.root_file(&db))?));
    let mut locals: Vec<_> = Crate::all(&db).into_iter().filter_map(local).collect();
    locals.sort_by_key(|(krate, package)| (*package, krate.root_file(&db)));
    Ok(Database { db, locals, files: sources.into_local_files() })
}

type Built = (CrateGraphBuilder, ProcMacrosBuilder, Vec<(FileId, usize)>);

fn crate_graph(graph: &CrateGraph, sources: &Sources) -> Built {
    let mut builder = CrateGraphBuilder::default();
    let mut proc_macros = ProcMacrosBuilder::default();
    let mut locals = Vec::new();
    let workspace = Arc::new(CrateWorkspaceData {
        target: Ok(TargetData {
            data_layout: "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128".into(),
            arch: Arch::Other,
        }),
        toolchain: None,
    });
    let std = add_std(&mut builder, sources, &workspace);
    let mut ids: Vec<Option<CrateBuilderId>> = Vec::new();
    for spec in &graph.crates {
        let Some(root) = sources.root_of(&spec.source) else {
            ids.push(None);
            continue;
        };
        let name = CrateDisplayName::from_canonical_name(&spec.name);
        let id = builder.add_crate_root(
            root,
            edition(&spec.edition),
            Some(name),
            Some(spec.version.clone()),
            cfg(spec),
            None,
            env(spec),
            origin(spec),
            Vec::new(),
            spec.is_proc_macro,
            Arc::new(working_dir()),
            Arc::clone(&workspace),
        );
        if let Some(package) = spec.local {
            locals.push((root, package));
        }
        if spec.is_proc_macro {
            proc_macros.insert(id, Ok(expand::expanders_for(&spec.name)));
        }
        ids.push(Some(id));
    }
    for (spec, id) in graph.crates.iter().zip(&ids) {
        let &Some(from) = id else { continue };
        for (alias, target) in &spec.dependencies {
            if let Some(to) = ids[target.0] {
                // A cycle can only come from a manifest that lies: the edge that closes it is left out.
                let _ = builder.add_dep(from, dependency(alias, to));
            }
        }
        if let Some(std) = std {
            for name in ["std", "core", "alloc"] {
                let _ = builder.add_dep(from, dependency(name, std));
            }
        }
    }
    (builder, proc_macros, locals)
}

fn add_std(
    builder: &mut CrateGraphBuilder,
    sources: &Sources,
    workspace: &Arc<CrateWorkspaceData>,
) -> Option<CrateBuilderId> {
    let root = sources.std_root()?;
    Some(builder.add_crate_root(
        root,
        Edition::Edition2024,
        Some(CrateDisplayName::from_canonical_name("std")),
        None,
        base_cfg(),
        None,
        Env::default(),
        CrateOrigin::Lang(LangCrateOrigin::Core),
        Vec::new(),
        false,
        Arc::new(working_dir()),
        Arc::clone(workspace),
    ))
}

/// `sysroot` stays false: crates that are `no_std` would drop the crate, and `core` with it.
fn dependency(alias: &str, to: CrateBuilderId) -> DependencyBuilder {
    DependencyBuilder::with_prelude(CrateName::normalize_dashes(alias), to, true, false)
}

/// Procedural macros never run, so any absolute path will do.
fn working_dir() -> AbsPathBuf {
    AbsPathBuf::assert(if cfg!(windows) { "C:\\".into() } else { "/".into() })
}

fn edition(text: &str) -> Edition {
    text.parse().unwrap_or(Edition::Edition2021)
}

fn origin(spec: &CrateSpec) -> CrateOrigin {
    let name = Symbol::intern(&spec.name);
    match (&spec.source, spec.local) {
        (CrateSource::Disk { .. }, Some(_)) => CrateOrigin::Local { repo: None, name: Some(name) },
        _ => CrateOrigin::Library { repo: None, name },
    }
}

fn base_cfg() -> CfgOptions {
    let mut cfg = CfgOptions::default();
    for atom in ["unix", "debug_assertions", "panic_unwind"] {
        cfg.insert_atom(Symbol::intern(atom));
    }
    let pairs = [
        ("target_os", "linux"),
        ("target_family", "unix"),
        ("target_arch", "x86_64"),
        ("target_pointer_width", "64"),
        ("target_endian", "little"),
        ("target_env", "gnu"),
        ("target_vendor", "unknown"),
        ("target_has_atomic", "8"),
        ("target_has_atomic", "16"),
        ("target_has_atomic", "32"),
        ("target_has_atomic", "64"),
        ("target_has_atomic", "ptr"),
        ("panic", "unwind"),
    ];
    for (key, value) in pairs {
        cfg.insert_key_value(Symbol::intern(key), Symbol::intern(value));
    }
    cfg
}

/// The configuration of a crate. `PyO3` crates get the `Py_3_*` of `CPython` 3.12, which their build script would print.
fn cfg(spec: &CrateSpec) -> CfgOptions {
    let mut cfg = base_cfg();
    for feature in &spec.features {
        cfg.insert_key_value(Symbol::intern("feature"), Symbol::intern(feature));
    }
    for atom in &spec.atoms {
        cfg.insert_atom(Symbol::intern(atom));
    }
    for minor in 7..=12 {
        cfg.insert_atom(Symbol::intern(&format!("Py_3_{minor}")));
    }
    cfg
}

fn env(spec: &CrateSpec) -> Env {
    let mut env = Env::default();
    env.set("CARGO_PKG_NAME", spec.name.as_str());
    env.set("CARGO_PKG_VERSION", spec.version.as_str());
    env.set("CARGO_CRATE_NAME", spec.name.as_str());
    if let CrateSource::Disk { dir, .. } = &spec.source {
        env.set("CARGO_MANIFEST_DIR", dir.as_str());
    }
    env
}
