//! What a run examined and what stood in its way.

use camino::Utf8PathBuf;
use serde::{Deserialize, Serialize};

use crate::Sizes;

/// What a run examined. Every report ends with it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// At least one entry point was found and analysed.
    pub examined: bool,
    /// Why not, when `examined` is false: one line for a person.
    pub reason: Option<String>,
    /// Rust files of the project that were read.
    pub files: u32,
    /// Functions, methods, getters, slots and constructors that Python can reach.
    pub exports: u32,
    /// Functions whose bodies were inferred.
    pub functions: u32,
    /// Calls in those bodies.
    pub calls: u32,
    /// Calls whose callee has a definition.
    pub calls_resolved: u32,
    /// Version of `PyO3`; of the lowest when binding crates differ.
    pub pyo3: Option<String>,
    /// How dependencies were seen.
    pub dependencies: DependencyView,
    /// What was examined of wheels; `None` when a project was.
    pub wheels: Option<WheelCounts>,
    /// Wall-clock milliseconds of the whole run.
    pub elapsed_ms: u64,
}

impl Summary {
    /// Share of calls resolved, in percent; `None` without calls.
    pub fn resolved_percent(&self) -> Option<f64> {
        (self.calls > 0).then(|| f64::from(self.calls_resolved) * 100.0 / f64::from(self.calls))
    }
}

/// What was examined of wheels.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct WheelCounts {
    /// Wheels that were read.
    pub wheels: u32,
    /// Shared objects in them that could be read, sorted by path.
    pub objects: Vec<ObjectSizes>,
}

/// What a shared object weighs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ObjectSizes {
    /// Path of the wheel, and in it.
    pub path: Utf8PathBuf,
    /// Its bytes, by kind.
    pub sizes: Sizes,
}

/// How many dependencies were seen with their sources, those of dependencies included.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DependencyView {
    /// Crates loaded from the local registry or from folders.
    pub sources: u32,
    /// Crates for which the built-in signatures stood in.
    pub stubs: u32,
    /// Names of crates that were neither there nor have built-in signatures, sorted.
    pub missing: Vec<String>,
}

/// Something that could not be read or understood. The rest was still checked.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Problem {
    /// What kind.
    pub kind: ProblemKind,
    /// The file or folder, relative to the scanned folder where it lies in it.
    pub path: Option<Utf8PathBuf>,
    /// Line, from 1, where one is known.
    pub line: Option<u32>,
    /// What is wrong and what to do, in one or two sentences.
    pub message: String,
}

/// Kinds of [`Problem`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProblemKind {
    /// A file could not be read.
    Unreadable,
    /// A file is not valid UTF-8, or too large, or too deeply nested.
    Skipped,
    /// Rust source with syntax errors; what could be parsed was analysed.
    Syntax,
    /// A manifest that does not parse or contradicts itself.
    Manifest,
    /// Sources of dependencies are not on disk.
    Dependencies,
    /// The analysis of one function failed inside.
    Internal,
}

impl ProblemKind {
    /// All kinds.
    pub const ALL: &'static [Self] =
        &[Self::Unreadable, Self::Skipped, Self::Syntax, Self::Manifest, Self::Dependencies, Self::Internal];

    /// The name in reports.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::Skipped => "skipped",
            Self::Syntax => "syntax",
            Self::Manifest => "manifest",
            Self::Dependencies => "dependencies",
            Self::Internal => "internal",
        }
    }
}
