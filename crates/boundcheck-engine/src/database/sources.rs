//! Reading the text of all crates, in parallel, each file once.

use std::sync::Arc;

use boundcheck_model::{Problem, ProblemKind};
use camino::{Utf8Path, Utf8PathBuf};
use ra_ap_base_db::SourceRoot;
use ra_ap_vfs::file_set::FileSet;
use ra_ap_vfs::{FileId, VfsPath};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::signatures;
use crate::dependencies::{CrateGraph, CrateSource};
use crate::files;
use crate::options::{LoadError, Options, Progress};
use crate::project::Project;
use crate::stubs;

/// Folders of a package that are no part of its library or binaries.
const NOT_BUILT: [&str; 5] = ["target", "node_modules", "tests", "benches", "examples"];

/// The set of the files of the project.
const LOCAL: usize = 0;

/// Everything that was read.
#[derive(Default)]
pub(super) struct Sources {
    texts: Vec<Arc<str>>,
    sets: Vec<(FileSet, bool)>,
    disk: FxHashMap<Utf8PathBuf, FileId>,
    stubs: FxHashMap<&'static str, FileId>,
    std: Option<FileId>,
    local: Vec<(FileId, Utf8PathBuf)>,
    pub(super) problems: Vec<Problem>,
}

impl Sources {
    fn add(&mut self, text: Arc<str>) -> FileId {
        self.texts.push(text);
        FileId::from_raw(self.texts.len() as u32 - 1)
    }

    pub(super) fn roots(&self) -> Vec<SourceRoot> {
        let root = |(set, local): &(FileSet, bool)| {
            if *local { SourceRoot::new_local(set.clone()) } else { SourceRoot::new_library(set.clone()) }
        };
        self.sets.iter().map(root).collect()
    }

    pub(super) fn texts(&self) -> impl Iterator<Item = (FileId, &Arc<str>)> {
        self.texts.iter().enumerate().map(|(at, text)| (FileId::from_raw(at as u32), text))
    }

    pub(super) fn root_of(&self, source: &CrateSource) -> Option<FileId> {
        match source {
            CrateSource::Disk { root, .. } => self.disk.get(root).copied(),
            CrateSource::Stub(name) => self.stubs.get(name).copied(),
        }
    }

    pub(super) fn std_root(&self) -> Option<FileId> {
        self.std
    }

    pub(super) fn into_local_files(self) -> FxHashMap<FileId, (Utf8PathBuf, Arc<str>)> {
        let texts = self.texts;
        self.local.into_iter().map(|(id, path)| (id, (path, Arc::clone(&texts[id.index() as usize])))).collect()
    }
}

/// A file to read: where, and whether it belongs to the project.
struct Wanted {
    path: Utf8PathBuf,
    set: usize,
}

/// Reads the sources of all crates.
pub(super) fn read(project: &Project, graph: &CrateGraph, options: &Options) -> Result<Sources, LoadError> {
    let mut folders: Vec<(Folder, bool)> = Vec::new();
    for spec in &graph.crates {
        if let CrateSource::Disk { root, dir } = &spec.source {
            let local = spec.local.is_some();
            folders.extend(folders_to_read(root, dir, local).into_iter().map(|folder| (folder, local)));
        }
    }
    folders.sort();
    folders.dedup();
    let listed: Vec<(Vec<Utf8PathBuf>, bool)> =
        folders.par_iter().map(|(folder, local)| (rust_files(folder), *local)).collect();
    options.cancel.check()?;

    let mut sources = Sources::default();
    let mut wanted = Vec::new();
    let mut seen = FxHashSet::default();
    // All files of the project share one root, so that `#[path]` may lead from one package to another.
    sources.sets.push((FileSet::default(), true));
    for (paths, local) in listed {
        let set = if local {
            LOCAL
        } else {
            sources.sets.push((FileSet::default(), false));
            sources.sets.len() - 1
        };
        wanted.extend(paths.into_iter().filter(|path| seen.insert(path.clone())).map(|path| Wanted { path, set }));
    }
    if let Some(progress) = &options.progress {
        progress(&Progress::Reading(wanted.len()));
    }
    let texts: Vec<std::io::Result<_>> = wanted
        .par_iter()
        .map(|file| {
            if options.cancel.is_cancelled() {
                return Ok(("".into(), None));
            }
            let (text, flaw) = files::read(&file.path)?;
            Ok((if file.set == LOCAL { text } else { signatures::only(&text).into() }, flaw))
        })
        .collect();
    options.cancel.check()?;
    for (file, read) in wanted.into_iter().zip(texts) {
        let local = file.set == LOCAL;
        let text = match read {
            Ok((text, problem)) => {
                if let Some((kind, message)) = problem.filter(|_| local) {
                    sources.problems.push(files::problem(kind, project.files.relative(&file.path), message));
                }
                text
            }
            Err(error) => {
                if local {
                    let shown = project.files.relative(&file.path);
                    sources.problems.push(files::problem(ProblemKind::Unreadable, shown, error.to_string()));
                }
                "".into()
            }
        };
        let id = sources.add(text);
        if local {
            sources.local.push((id, file.path.clone()));
        }
        sources.sets[file.set].0.insert(id, VfsPath::new_real_path(file.path.to_string()));
        sources.disk.insert(file.path, id);
    }
    add_stubs(&mut sources, graph);
    Ok(sources)
}

fn add_stubs(sources: &mut Sources, graph: &CrateGraph) {
    let mut set = FileSet::default();
    for (at, (path, text)) in stubs::std_files().iter().enumerate() {
        let id = sources.add(text.as_str().into());
        set.insert(id, VfsPath::new_virtual_path((*path).to_owned()));
        if at == 0 {
            sources.std = Some(id);
        }
    }
    sources.sets.push((set, false));
    for spec in &graph.crates {
        let CrateSource::Stub(name) = spec.source else { continue };
        let Some(stub) = stubs::stub(name) else { continue };
        let mut set = FileSet::default();
        for (at, (path, text)) in stub.files.iter().enumerate() {
            let id = sources.add((*text).into());
            set.insert(id, VfsPath::new_virtual_path(format!("/stubs/{name}/{path}")));
            if at == 0 {
                sources.stubs.insert(name, id);
            }
        }
        sources.sets.push((set, false));
    }
}

/// A folder with sources.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Folder {
    path: Utf8PathBuf,
    /// Whether it holds a manifest, and with it tests and examples.
    is_package: bool,
}

/// The folders with the sources of a crate: for a dependency the one of its root file, else the whole package, and the
/// one of a root file that lies outside.
fn folders_to_read(root: &Utf8Path, dir: &Utf8Path, local: bool) -> Vec<Folder> {
    let package = Folder { path: dir.to_owned(), is_package: true };
    let Some(parent) = root.parent().filter(|parent| *parent != dir) else { return vec![package] };
    let sources = Folder { path: parent.to_owned(), is_package: false };
    match (parent.starts_with(dir), local) {
        (true, false) => vec![sources],
        (true, true) => vec![package],
        (false, _) => vec![package, sources],
    }
}

/// All `.rs` files of a folder, sorted; symlinks are not followed.
fn rust_files(folder: &Folder) -> Vec<Utf8PathBuf> {
    let is_package = folder.is_package;
    let walk = ignore::WalkBuilder::new(&folder.path)
        .standard_filters(false)
        .hidden(true)
        .filter_entry(move |entry| {
            let is = |names: &[&str]| entry.file_name().to_str().is_some_and(|name| names.contains(&name));
            let beside_manifest = is_package && entry.depth() == 1 && is(&NOT_BUILT);
            // A module may be called `target` too; the folder that cargo builds in has its mark.
            let built = is(&["target"]) && entry.path().join("CACHEDIR.TAG").is_file();
            !beside_manifest && !built
        })
        .build();
    let mut found: Vec<_> = walk
        .flatten()
        .filter(|entry| entry.file_type().is_some_and(|kind| kind.is_file()))
        .filter_map(|entry| Utf8PathBuf::from_path_buf(entry.into_path()).ok())
        .filter(|path| path.extension() == Some("rs"))
        .collect();
    found.sort();
    found
}
