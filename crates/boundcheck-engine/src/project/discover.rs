//! From a path to the packages that are to be analysed.

use boundcheck_model::{Dependency, DependencyKind, Problem, ProblemKind, Pyo3};
use camino::{Utf8Path, Utf8PathBuf};
use rustc_hash::FxHashMap;
use semver::Version;

use super::manifest::{self, LocalPackage, normalized};
use super::table::Toml;
use super::{features, python};
use crate::files::{self, Files};
use crate::options::{LoadError, Options};

/// Folders that hold no package of the project.
const SKIPPED: [&str; 6] = ["target", "node_modules", "vendor", "site-packages", "fixtures", "third_party"];
/// How deep below the path packages are looked for when it has no `Cargo.toml` itself.
const DEEPEST: usize = 6;

/// The packages of a project.
#[derive(Debug)]
pub(crate) struct Project {
    /// Packages that use `PyO3`, then those they reach through path dependencies.
    pub(crate) packages: Vec<LocalPackage>,
    pub(crate) files: Files,
    pub(crate) problems: Vec<Problem>,
}

/// Finds and reads the manifests.
pub(crate) fn discover(path: &Utf8Path, options: &Options) -> Result<Project, LoadError> {
    let root = folder(path)?;
    let mut finder = Finder { files: Files::new(&root), problems: Vec::new(), workspaces: FxHashMap::default() };
    let mut packages = finder.packages_at(&root);
    if !packages.iter().any(uses_pyo3) {
        let known: Vec<_> = packages.iter().map(|package| package.dir.clone()).collect();
        for dir in manifests_below(&root) {
            if !known.contains(&dir) {
                packages.extend(finder.packages_at(&dir));
            }
        }
    }
    packages.sort_by(|a, b| a.dir.cmp(&b.dir));
    packages.dedup_by(|a, b| a.dir == b.dir);
    if packages.is_empty() {
        return Err(match finder.problems.into_iter().find(|problem| problem.kind == ProblemKind::Manifest) {
            Some(problem) => LoadError::Manifest {
                path: problem.path.unwrap_or(root),
                message: match problem.line {
                    Some(line) => format!("line {line}: {}", problem.message),
                    None => problem.message,
                },
            },
            None if root.join("Cargo.toml").is_file() => LoadError::Manifest {
                path: finder.files.relative(&root.join("Cargo.toml")),
                message: "it has neither [package] nor a [workspace] with members".to_owned(),
            },
            None => LoadError::NoManifest { path: path.to_owned() },
        });
    }
    let others: Vec<_> = packages.extract_if(.., |package| !uses_pyo3(package)).collect();
    // A project without PyO3 is still read, so that the report can say what it is.
    let mut selected = if packages.is_empty() { others } else { packages };
    for package in &mut selected {
        package.selected = true;
    }
    finder.add_path_dependencies(&mut selected);
    let siblings = finder.siblings(&selected);
    finder.switch_features_on(&mut selected, &siblings, &root, options)?;
    Ok(Project { packages: selected, files: finder.files, problems: finder.problems })
}

fn folder(path: &Utf8Path) -> Result<Utf8PathBuf, LoadError> {
    let unreadable = |source| LoadError::Unreadable { path: path.to_owned(), source };
    let metadata = match std::fs::metadata(path) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(LoadError::NotFound { path: path.to_owned() });
        }
        Err(error) => return Err(unreadable(error)),
    };
    let folder = match path.file_name() {
        _ if metadata.is_dir() => path,
        Some("Cargo.toml") => path.parent().unwrap_or(Utf8Path::new(".")),
        _ => return Err(LoadError::NotAFolder { path: path.to_owned() }),
    };
    let folder = if folder.as_str().is_empty() { Utf8Path::new(".") } else { folder };
    folder.canonicalize_utf8().map_err(unreadable)
}

fn uses_pyo3(package: &LocalPackage) -> bool {
    pyo3_of(package).is_some()
}

fn pyo3_of(package: &LocalPackage) -> Option<&Dependency> {
    let mut known = package.package.dependencies.iter();
    known.find(|dependency| dependency.name == "pyo3" && dependency.kind == DependencyKind::Normal)
}

/// Folders with a `Cargo.toml` below `root`, sorted; symlinks are not followed.
fn manifests_below(root: &Utf8Path) -> Vec<Utf8PathBuf> {
    let walk = ignore::WalkBuilder::new(root)
        .max_depth(Some(DEEPEST))
        .require_git(false)
        .filter_entry(|entry| !entry.file_name().to_str().is_some_and(|name| SKIPPED.contains(&name)))
        .build();
    let mut found: Vec<_> = walk
        .flatten()
        .filter(|entry| entry.file_name() == "Cargo.toml")
        .filter_map(|entry| Some(Utf8Path::from_path(entry.path())?.parent()?.to_owned()))
        .collect();
    found.sort();
    found
}

struct Finder {
    files: Files,
    problems: Vec<Problem>,
    /// Manifests that hold a `[workspace]`, by folder.
    workspaces: FxHashMap<Utf8PathBuf, Option<Toml>>,
}

impl Finder {
    /// The package in a folder, or all members when the folder is a workspace.
    fn packages_at(&mut self, dir: &Utf8Path) -> Vec<LocalPackage> {
        if !dir.join("Cargo.toml").is_file() {
            return Vec::new();
        }
        let mut dirs = vec![dir.to_owned()];
        if let Some(toml) = self.workspace(dir) {
            let members: Vec<_> = toml.strings(&["workspace", "members"]).into_iter().map(|m| m.value).collect();
            let excluded: Vec<_> =
                toml.strings(&["workspace", "exclude"]).into_iter().map(|m| normalized(&dir.join(m.value))).collect();
            for member in members {
                let matched = self.members(dir, &member);
                dirs.extend(matched.into_iter().filter(|found| !excluded.iter().any(|out| found.starts_with(out))));
            }
        }
        dirs.dedup();
        dirs.iter().filter_map(|dir| self.package(dir)).collect()
    }

    fn members(&mut self, root: &Utf8Path, pattern: &str) -> Vec<Utf8PathBuf> {
        let mut found = Vec::new();
        if pattern.contains(['*', '?', '[']) {
            let absolute = format!("{}/{pattern}", glob::Pattern::escape(root.as_str()));
            let paths = glob::glob(&absolute).into_iter().flatten().flatten();
            found.extend(paths.filter_map(|path| Utf8PathBuf::from_path_buf(path).ok()));
        } else {
            found.push(root.join(pattern));
        }
        let mut found: Vec<_> = found.iter().map(|dir| normalized(dir)).collect();
        found.retain(|dir| dir.join("Cargo.toml").is_file());
        if found.is_empty() {
            let message = format!("workspace member `{pattern}` has no Cargo.toml; the other members were checked");
            let shown = self.files.relative(&root.join("Cargo.toml"));
            self.problems.push(files::problem(ProblemKind::Manifest, shown, message));
        }
        found
    }

    fn package(&mut self, dir: &Utf8Path) -> Option<LocalPackage> {
        let above = dir.ancestors().find(|folder| self.holds(folder, dir)).map(Utf8Path::to_owned);
        let workspace = above.as_ref().and_then(|folder| Some((folder.as_path(), self.workspaces[folder].as_ref()?)));
        match manifest::read(dir, workspace, &mut self.files) {
            Ok(package) => package,
            Err(problem) => {
                if !self.problems.contains(&problem) {
                    self.problems.push(problem);
                }
                None
            }
        }
    }

    /// Whether the workspace in `folder`, if there is one, takes the package in `dir` in.
    fn holds(&mut self, folder: &Utf8Path, dir: &Utf8Path) -> bool {
        self.workspace(folder).is_some_and(|toml| {
            let excluded = toml.strings(&["workspace", "exclude"]);
            !excluded.iter().any(|out| dir.starts_with(normalized(&folder.join(&out.value))))
        })
    }

    /// The manifest in a folder if it has a `[workspace]`.
    fn workspace(&mut self, dir: &Utf8Path) -> Option<&Toml> {
        if !self.workspaces.contains_key(dir) {
            let path = dir.join("Cargo.toml");
            let toml = if path.is_file() { Toml::read(&path, &mut self.files).ok() } else { None };
            let toml = toml.filter(|toml| toml.table(&["workspace"]).is_some());
            self.workspaces.insert(dir.to_owned(), toml);
        }
        self.workspaces[dir].as_ref()
    }

    fn add_path_dependencies(&mut self, packages: &mut Vec<LocalPackage>) {
        let mut next = 0;
        while next < packages.len() {
            let wanted: Vec<_> = packages[next].path_dependencies.iter().map(|path| path.dir.clone()).collect();
            next += 1;
            for dir in wanted {
                if !packages.iter().any(|known| known.dir == dir) && dir.join("Cargo.toml").is_file() {
                    packages.extend(self.package(&dir));
                }
            }
        }
    }

    /// Other members of the workspaces of packages whose `PyO3` is optional: what they ask for may switch it on.
    fn siblings(&mut self, packages: &[LocalPackage]) -> Vec<LocalPackage> {
        let optional = packages.iter().filter(|package| pyo3_of(package).is_some_and(|dependency| dependency.optional));
        let mut workspaces: Vec<_> = optional.map(|package| package.workspace.clone()).collect();
        workspaces.sort();
        workspaces.dedup();
        let known = self.problems.len();
        let members = workspaces.iter().flat_map(|workspace| self.packages_at(workspace)).collect();
        // What is wrong with members that nobody asked for is not for this report.
        self.problems.truncate(known);
        members
    }

    /// Resolves features, top down, and what follows from them: the `PyO3` of each package.
    fn switch_features_on(
        &mut self,
        packages: &mut [LocalPackage],
        siblings: &[LocalPackage],
        root: &Utf8Path,
        options: &Options,
    ) -> Result<(), LoadError> {
        for feature in &options.features {
            let mut selected = packages.iter().filter(|package| package.selected);
            if !selected.clone().any(|package| features::knows(&package.package, feature))
                && let Some(first) = selected.next()
            {
                let mut known: Vec<_> =
                    first.package.feature_table.iter().map(|(name, _)| name.value.as_str()).collect();
                known.sort_unstable();
                return Err(LoadError::UnknownFeature {
                    path: first.dir.join("Cargo.toml"),
                    feature: feature.clone(),
                    known: if known.is_empty() { "none".to_owned() } else { known.join(", ") },
                });
            }
        }
        for at in 0..packages.len() {
            let dir = packages[at].dir.clone();
            let library = packages[at].package.library().map(|library| library.name.clone());
            let pyproject = python::pyproject(&dir, library.as_deref(), root, &mut self.files, &mut self.problems);
            let mut wanted = vec!["default".to_owned()];
            if packages[at].selected {
                wanted.extend(options.features.iter().cloned());
                wanted.extend(pyproject.iter().flat_map(|file| file.features.iter().map(|name| name.value.clone())));
                wanted.extend(asked_by_others(siblings, &dir));
            } else {
                wanted.extend(asked_by_others(packages, &dir));
            }
            wanted.retain(|feature| feature == "default" || features::knows(&packages[at].package, feature));
            let resolved = features::resolve(&packages[at].package, wanted);
            let local = &mut packages[at];
            local.package.features = resolved.own;
            local.package.pyproject = pyproject;
            local.dependency_features = resolved.of_dependencies;
            local.optional_on = resolved.optional;
            packages[at].package.pyo3 = pyo3_in_use(&packages[at]);
        }
        Ok(())
    }
}

/// The `PyO3` of a package, as its manifest and lock file have it.
fn pyo3_in_use(package: &LocalPackage) -> Option<Pyo3> {
    let dependency = pyo3_of(package)?;
    let lowest = lowest_of(&dependency.requirement);
    let locked = locked_versions(&package.workspace)
        .into_iter()
        .filter(|version| lowest.as_ref().is_none_or(|low| (version.major, version.minor) >= (low.major, low.minor)))
        .min();
    let asked = package.dependency_features.iter().filter(|(alias, _)| *alias == dependency.alias);
    let mut on: Vec<String> = dependency.features.iter().map(|feature| feature.value.clone()).collect();
    on.extend(asked.map(|(_, feature)| feature.clone()));
    on.sort();
    on.dedup();
    let abi3_floor = on.iter().filter_map(|feature| abi3_floor(feature)).max();
    Some(Pyo3 {
        locked: locked.is_some(),
        version: locked.or(lowest).unwrap_or(Version::new(0, 30, 0)),
        requirement: boundcheck_model::Spanned::new(dependency.requirement.clone(), dependency.span),
        abi3: abi3_floor.is_some() || on.iter().any(|feature| feature == "abi3"),
        abi3_floor,
        features: on,
    })
}

/// Features that packages further up switch on in the package at `dir`.
fn asked_by_others(packages: &[LocalPackage], dir: &Utf8Path) -> Vec<String> {
    let mut asked = Vec::new();
    for package in packages {
        let aliases: Vec<_> = package.path_dependencies.iter().filter(|path| path.dir == dir).collect();
        for path in aliases {
            let declared = package.package.dependencies.iter().filter(|known| known.alias == path.alias);
            asked.extend(declared.flat_map(|known| known.features.iter().map(|feature| feature.value.clone())));
            let through = package.dependency_features.iter().filter(|(alias, _)| *alias == path.alias);
            asked.extend(through.map(|(_, feature)| feature.clone()));
        }
    }
    asked
}

/// `abi3-py39` is (3, 9).
fn abi3_floor(feature: &str) -> Option<(u32, u32)> {
    let digits = feature.strip_prefix("abi3-py3")?;
    Some((3, digits.parse().ok()?))
}

/// The lowest version that a requirement allows: `>=0.20, <0.23` and `^0.20` are 0.20.0.
fn lowest_of(requirement: &str) -> Option<Version> {
    let requirement = semver::VersionReq::parse(requirement).ok()?;
    let lowest =
        requirement.comparators.iter().filter(|one| one.op != semver::Op::Less && one.op != semver::Op::LessEq);
    let numbers = lowest.map(|one| Version::new(one.major, one.minor.unwrap_or(0), one.patch.unwrap_or(0)));
    numbers.max()
}

/// Versions of `PyO3` in the lock file of a workspace.
fn locked_versions(workspace: &Utf8Path) -> Vec<Version> {
    #[derive(serde::Deserialize)]
    struct Lock {
        #[serde(default)]
        package: Vec<Locked>,
    }
    #[derive(serde::Deserialize)]
    struct Locked {
        name: String,
        version: String,
    }
    let Ok(text) = files::bytes(&workspace.join("Cargo.lock")) else { return Vec::new() };
    let Ok(lock) = toml::from_slice::<Lock>(&text) else { return Vec::new() };
    let pyo3 = lock.package.into_iter().filter(|package| package.name == "pyo3");
    pyo3.filter_map(|package| Version::parse(&package.version).ok()).collect()
}
