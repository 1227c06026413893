//! `cargo metadata --offline`: which sources are on disk, with which features.
//!
//! Cargo runs outside the project, so that neither its `rust-toolchain.toml` nor its `.cargo/config.toml` is obeyed,
//! and on a copy of the manifests when the lock file is missing or stale, so that nothing is written into it.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use camino::{Utf8Path, Utf8PathBuf};
use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Node, Package, TargetKind};
use rustc_hash::FxHashMap;

use crate::options::Cancel;
use crate::project::Project;

/// The one platform that projects are read as, whatever the machine: the answer must not depend on where it is asked.
const PLATFORM: &str = "x86_64-unknown-linux-gnu";

/// How often a running cargo is looked after, to see whether the caller wants it stopped.
const ATTENTION: Duration = Duration::from_millis(50);

/// What cargo knows about one workspace.
pub(super) struct Known {
    packages: FxHashMap<String, Package>,
    nodes: FxHashMap<String, Node>,
    by_dir: FxHashMap<Utf8PathBuf, String>,
}

/// A package with a library on disk.
pub(super) struct OnDisk {
    pub(super) name: String,
    pub(super) root: Utf8PathBuf,
    pub(super) dir: Utf8PathBuf,
    pub(super) edition: String,
    pub(super) version: String,
    pub(super) is_proc_macro: bool,
}

/// Asks cargo; the error is what it said, in one line.
pub(super) fn read(project: &Project, workspace: &Utf8Path, cancel: &Cancel) -> Result<Known, String> {
    let lock = workspace.join("Cargo.lock");
    if lock.exists() && !lock.is_file() {
        return Err(format!("{lock} is not a regular file"));
    }
    let features = features(project, workspace);
    let (metadata, moved) = match run(&workspace.join("Cargo.toml"), &features, true, cancel) {
        Ok(metadata) => (metadata, None),
        Err(first) if cancel.is_cancelled() => return Err(first),
        Err(first) => {
            let copy = copy_manifests(workspace).map_err(|error| error.to_string())?;
            let manifest = copy.folder.join("Cargo.toml");
            // What cargo says of the copy is the better answer, unless it complains about the copy itself.
            let metadata = run(&manifest, &features, false, cancel)
                .map_err(|second| if second.contains(copy.folder.as_str()) { first } else { second })?;
            (metadata, Some(copy))
        }
    };
    let back = |path: &Utf8Path| match &moved {
        Some(copy) => path.strip_prefix(&copy.folder).map_or_else(|_| path.to_owned(), |rest| workspace.join(rest)),
        None => path.to_owned(),
    };
    let mut known = Known { packages: FxHashMap::default(), nodes: FxHashMap::default(), by_dir: FxHashMap::default() };
    for mut package in metadata.packages {
        package.manifest_path = back(&package.manifest_path);
        for target in &mut package.targets {
            target.src_path = back(&target.src_path);
        }
        let id = package.id.repr.clone();
        if let Some(dir) = package.manifest_path.parent() {
            known.by_dir.insert(dir.to_owned(), id.clone());
        }
        known.packages.insert(id, package);
    }
    let resolve = metadata.resolve.ok_or("cargo resolved nothing")?;
    known.nodes.extend(resolve.nodes.into_iter().map(|node| (node.id.repr.clone(), node)));
    Ok(known)
}

/// `package/feature` for what the packages of the workspace want beyond their defaults.
fn features(project: &Project, workspace: &Utf8Path) -> String {
    let packages = project.packages.iter().filter(|package| package.selected && package.workspace == workspace);
    let named = packages.flat_map(|local| {
        let own = local.package.features.iter().filter(|feature| *feature != "default");
        own.map(move |feature| format!("{}/{feature}", local.package.name))
    });
    named.collect::<Vec<_>>().join(",")
}

fn run(manifest: &Utf8Path, features: &str, locked: bool, cancel: &Cancel) -> Result<Metadata, String> {
    let mut command = Command::new("cargo");
    command
        .args(["metadata", "--format-version=1", "--offline", "--filter-platform", PLATFORM])
        .args(["--manifest-path", manifest.as_str()])
        .args(locked.then_some("--locked"))
        .current_dir(quiet_folder())
        // The project's toolchain file names a toolchain that may not be installed.
        .env_remove("RUSTUP_TOOLCHAIN")
        .env("RUSTUP_AUTO_INSTALL", "0")
        .env("CARGO_NET_OFFLINE", "true")
        .env("CARGO_TERM_COLOR", "never")
        .stdin(Stdio::null());
    if !features.is_empty() {
        command.args(["--features", features]);
    }
    let said = listen(command, cancel).map_err(|error| format!("cargo did not start ({error})"))?;
    if !said.success {
        return Err(first_reason(&String::from_utf8_lossy(&said.stderr)));
    }
    MetadataCommand::parse(String::from_utf8_lossy(&said.stdout)).map_err(|error| error.to_string())
}

/// A folder above which nobody but the user can have put configuration for cargo or rustup; a temporary folder is none.
fn quiet_folder() -> PathBuf {
    let cargo_home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let known = [cargo_home, std::env::home_dir()];
    let found = known.into_iter().flatten().find(|folder| folder.is_absolute() && folder.is_dir());
    found.unwrap_or_else(|| std::env::temp_dir().ancestors().last().map(Path::to_owned).unwrap_or_default())
}

/// What a command said.
struct Said {
    success: bool,
    stdout: Vec<u8>,
    stderr: Vec<u8>,
}

/// Runs a command to its end, or until the caller asks to stop.
fn listen(mut command: Command, cancel: &Cancel) -> std::io::Result<Said> {
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let stdout = drain(child.stdout.take());
    let stderr = drain(child.stderr.take());
    let mut wait = |pipe: mpsc::Receiver<Vec<u8>>| loop {
        match pipe.recv_timeout(ATTENTION) {
            Ok(bytes) => return std::io::Result::Ok(bytes),
            Err(mpsc::RecvTimeoutError::Disconnected) => return Ok(Vec::new()),
            Err(mpsc::RecvTimeoutError::Timeout) if cancel.is_cancelled() => {
                child.kill()?;
                return Err(std::io::ErrorKind::Interrupted.into());
            }
            Err(mpsc::RecvTimeoutError::Timeout) => {}
        }
    };
    let said = wait(stdout).and_then(|stdout| Ok((stdout, wait(stderr)?)));
    let status = child.wait()?;
    let (stdout, stderr) = said?;
    Ok(Said { success: status.success(), stdout, stderr })
}

/// Reads a pipe on a thread of its own, since both have to be read at once.
fn drain(pipe: Option<impl Read + Send + 'static>) -> mpsc::Receiver<Vec<u8>> {
    let (sender, receiver) = mpsc::channel();
    if let Some(mut pipe) = pipe {
        std::thread::spawn(move || {
            let mut bytes = Vec::new();
            // What was read before an error is all there is to say; the exit status tells whether it is enough.
            let _ = pipe.read_to_end(&mut bytes);
            sender.send(bytes)
        });
    }
    receiver
}

/// The error line of cargo and its innermost cause, in one line.
fn first_reason(stderr: &str) -> String {
    let lines: Vec<_> = stderr.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let error = lines.iter().find_map(|line| line.strip_prefix("error: ")).unwrap_or("cargo metadata failed");
    let causes = lines.iter().skip_while(|line| **line != "Caused by:");
    let whole = match causes.filter(|line| **line != "Caused by:").last() {
        Some(cause) => format!("{error}: {cause}"),
        None => error.to_owned(),
    };
    // Not every error is about something that is not on disk.
    let absent = ["offline", "no matching package", "failed to select a version", "attempting to make an HTTP request"];
    let remedy = " (run `cargo fetch` in the project to have them)";
    if absent.iter().any(|sign| whole.contains(sign)) { whole + remedy } else { whole }
}

struct ManifestCopy {
    folder: Utf8PathBuf,
    _guard: tempfile::TempDir,
}

/// Copies the manifests of a workspace, with empty files where cargo looks for targets.
fn copy_manifests(workspace: &Utf8Path) -> std::io::Result<ManifestCopy> {
    let guard = tempfile::tempdir()?;
    let folder = Utf8PathBuf::from_path_buf(guard.path().canonicalize()?)
        .map_err(|path| std::io::Error::other(format!("{} is not UTF-8", path.display())))?;
    let walk = ignore::WalkBuilder::new(workspace)
        .standard_filters(false)
        .filter_entry(|entry| !matches!(entry.file_name().to_str(), Some("target" | ".git" | "node_modules")))
        .build();
    for entry in walk.flatten() {
        let Some(path) = Utf8Path::from_path(entry.path()) else { continue };
        let Ok(inside) = path.strip_prefix(workspace) else { continue };
        let Some(name) = path.file_name().filter(|_| path.is_file()) else { continue };
        let copy = folder.join(inside);
        let keeps_text = matches!(name, "Cargo.toml" | "Cargo.lock");
        if !keeps_text && path.extension() != Some("rs") {
            continue;
        }
        if let Some(parent) = copy.parent() {
            fs_err::create_dir_all(parent)?;
        }
        if keeps_text {
            fs_err::copy(path, &copy)?;
        } else {
            fs_err::write(&copy, "")?;
        }
    }
    Ok(ManifestCopy { folder, _guard: guard })
}

impl Known {
    /// The package in a folder.
    pub(super) fn id_of(&self, dir: &Utf8Path) -> Option<&str> {
        self.by_dir.get(dir).map(String::as_str)
    }

    /// Features that are on.
    pub(super) fn features(&self, id: &str) -> Vec<String> {
        let node = self.nodes.get(id);
        node.map(|node| node.features.iter().map(|feature| feature.as_str().to_owned()).collect()).unwrap_or_default()
    }

    /// Normal dependencies: name in the source, and package.
    pub(super) fn dependencies(&self, id: &str) -> Vec<(String, String)> {
        let Some(node) = self.nodes.get(id) else { return Vec::new() };
        let normal =
            node.deps.iter().filter(|dep| dep.dep_kinds.iter().any(|kind| kind.kind == DependencyKind::Normal));
        normal.map(|dep| (dep.name.clone(), dep.pkg.repr.clone())).collect()
    }

    /// The library of a package, if it has one and it is there.
    pub(super) fn package(&self, id: &str) -> Option<OnDisk> {
        let package = self.packages.get(id)?;
        let is_library = |kind: &TargetKind| {
            matches!(
                kind,
                TargetKind::Lib | TargetKind::RLib | TargetKind::DyLib | TargetKind::CDyLib | TargetKind::ProcMacro
            )
        };
        let target = package.targets.iter().find(|target| target.kind.iter().any(is_library))?;
        Some(OnDisk {
            name: target.name.replace('-', "_"),
            root: target.src_path.clone(),
            dir: package.manifest_path.parent()?.to_owned(),
            edition: target.edition.to_string(),
            version: package.version.to_string(),
            is_proc_macro: target.kind.contains(&TargetKind::ProcMacro),
        })
    }
}
