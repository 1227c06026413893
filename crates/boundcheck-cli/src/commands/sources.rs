//! What a build can need: the files of a project and of the repository around it.

use std::collections::BTreeSet;
use std::io;
use std::process::{Command, Stdio};

use camino::{Utf8Path, Utf8PathBuf};

/// Folders that builds make, which must not come along. What is under version control comes along in any case.
const MADE: [&str; 8] = [".git", "target", "dist", "build", ".venv", "venv", "node_modules", "__pycache__"];

/// Files to copy, and the folder they are relative to.
pub(super) struct Sources {
    /// The root of the repository, or the project.
    root: Utf8PathBuf,
    /// The project in it; empty when it is the root.
    project: Utf8PathBuf,
    files: BTreeSet<Utf8PathBuf>,
}

impl Sources {
    /// The repository around the project, as far as it is tracked or not ignored, since dependencies may lie beside
    /// the project; the project alone when there is no repository or no git.
    pub(super) fn of(project: &Utf8Path) -> io::Result<Self> {
        let project = project.canonicalize_utf8()?;
        if let Some((root, files)) = repository(&project) {
            let inside = project.strip_prefix(&root).map(Utf8Path::to_owned).unwrap_or_default();
            return Ok(Self { files, project: inside, root });
        }
        let mut files = BTreeSet::new();
        walk(&project, Utf8Path::new(""), &mut files)?;
        Ok(Self { files, project: Utf8PathBuf::new(), root: project })
    }

    /// Copies all to a folder, and gives the project in it.
    pub(super) fn copy_to(&self, folder: &Utf8Path) -> io::Result<Utf8PathBuf> {
        for file in &self.files {
            let (from, to) = (self.root.join(file), folder.join(file));
            // What is deleted and not committed yet, and links to nowhere.
            if !from.is_file() {
                continue;
            }
            if let Some(parent) = to.parent() {
                fs_err::create_dir_all(parent)?;
            }
            fs_err::copy(from, to)?;
        }
        Ok(if self.project.as_str().is_empty() { folder.to_owned() } else { folder.join(&self.project) })
    }
}

/// The repository that tracks the project, and its files.
fn repository(project: &Utf8Path) -> Option<(Utf8PathBuf, BTreeSet<Utf8PathBuf>)> {
    let root = Utf8PathBuf::from(git(project, &["rev-parse", "--show-toplevel"])?.trim_end());
    let listed = |arguments: &[&str]| -> Option<Vec<Utf8PathBuf>> {
        let said = git(&root, &[&["ls-files", "-z"], arguments].concat())?;
        Some(said.split('\0').filter(|path| !path.is_empty()).map(Utf8PathBuf::from).collect())
    };
    let (tracked, beside) = (listed(&["--cached"])?, listed(&["--others", "--exclude-standard"])?);
    // A project that git ignores is not what the repository is about.
    let manifest = project.strip_prefix(&root).ok()?.join("pyproject.toml");
    if !tracked.contains(&manifest) && !beside.contains(&manifest) {
        return None;
    }
    let beside = beside.into_iter().filter(|path| !path.iter().any(|part| MADE.contains(&part)));
    let mut files = BTreeSet::new();
    for path in tracked.into_iter().chain(beside) {
        // Libraries often ignore their lock file; with it both builds use the same versions.
        if path.file_name() == Some("Cargo.toml") {
            files.insert(path.with_file_name("Cargo.lock"));
        }
        // A submodule is listed as a folder.
        if root.join(&path).is_dir() {
            walk(&root, &path, &mut files).ok()?;
        } else {
            files.insert(path);
        }
    }
    Some((root, files))
}

/// What git says; `None` without git and outside of a repository.
fn git(folder: &Utf8Path, arguments: &[&str]) -> Option<String> {
    let mut command = Command::new("git");
    // A hook sets these for its own repository.
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] {
        command.env_remove(name);
    }
    let done = command.arg("-C").arg(folder).args(arguments).stdin(Stdio::null()).output().ok()?;
    done.status.success().then(|| String::from_utf8(done.stdout).ok())?
}

/// Adds the files below `inside`, but for what builds make.
fn walk(root: &Utf8Path, inside: &Utf8Path, files: &mut BTreeSet<Utf8PathBuf>) -> io::Result<()> {
    let walk = ignore::WalkBuilder::new(root.join(inside))
        .standard_filters(false)
        .filter_entry(|entry| !entry.file_name().to_str().is_some_and(|name| MADE.contains(&name)))
        .build();
    for entry in walk {
        let entry = entry.map_err(io::Error::other)?;
        let path = Utf8Path::from_path(entry.path()).and_then(|path| path.strip_prefix(root).ok());
        files.extend(path.filter(|_| entry.path().is_file()).map(Utf8Path::to_owned));
    }
    Ok(())
}
