//! `boundcheck new` and `boundcheck init` on the command line.

use boundcheck_scaffold::Mode;
use camino::Utf8PathBuf;
use clap::{Args, ValueEnum};

#[derive(Debug, Args)]
#[command(after_help = NEW_HELP)]
pub(crate) struct NewArgs {
    /// Folder to write to, which is new or empty. Its last part names the project
    #[arg(value_name = "PATH")]
    pub(crate) path: Utf8PathBuf,

    /// Name of the project, its crates and its package, where PATH ends otherwise
    #[arg(long)]
    pub(crate) name: Option<String>,

    /// Who starts whom; a terminal is asked [default: extension]
    #[arg(long)]
    pub(crate) mode: Option<ProjectMode>,

    /// Add an asynchronous part: an awaitable function, or plugins with `async def`
    #[arg(long = "async")]
    pub(crate) asynchronous: bool,

    #[command(flatten)]
    pub(crate) versions: VersionArgs,
}

/// Which versions a new project is written for.
#[derive(Debug, Args)]
pub(crate) struct VersionArgs {
    #[arg(
        long,
        value_name = "VERSION",
        help = "PyO3 to use, as 0.30 or 0.30.1 [default: the newest that boundcheck knows]"
    )]
    pub(crate) pyo3: Option<String>,

    /// Oldest Python to serve, as 3.11 [default: the oldest that is maintained]
    #[arg(long, value_name = "VERSION")]
    pub(crate) python: Option<String>,
}

/// Who starts whom: the first decision at the boundary.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum ProjectMode {
    /// Python imports Rust: a package with an extension module
    #[default]
    Extension,
    /// Rust hosts Python: a program with plugins
    Embedding,
    /// One core with both around it
    Both,
}

impl ProjectMode {
    /// For a person who is asked.
    pub(crate) fn explanation(self) -> &'static str {
        match self {
            Self::Extension => "Python imports Rust: a package with an extension module",
            Self::Embedding => "Rust hosts Python: a program with plugins",
            Self::Both => "both, around one core",
        }
    }
}

impl From<ProjectMode> for Mode {
    fn from(mode: ProjectMode) -> Self {
        match mode {
            ProjectMode::Extension => Self::Extension,
            ProjectMode::Embedding => Self::Embedding,
            ProjectMode::Both => Self::Both,
        }
    }
}

const NEW_HELP: &str = "\
Examples:
  boundcheck new demo                      Python imports Rust
  boundcheck new demo --mode embedding     Rust hosts Python
  boundcheck new demo --mode both --async  both, with an asynchronous part
  boundcheck new demo --python 3.9         one wheel for Python 3.9 and every later one

A project has a core in plain Rust, a thin layer for Python, tests on both sides, benchmarks, and CI
for GitHub and GitLab that builds, audits and publishes. Its README says where each rule of the
boundary is kept. The network is not used; all is written, or nothing.

Exit codes: 0 written, 2 wrong usage, or something is there already.";

#[derive(Debug, Args)]
#[command(after_help = INIT_HELP)]
pub(crate) struct InitArgs {
    /// Folder of the library crate that Python shall have
    #[arg(value_name = "PATH", default_value = ".")]
    pub(crate) path: Utf8PathBuf,

    /// Name of the Python package [default: the crate's]
    #[arg(long)]
    pub(crate) name: Option<String>,

    #[command(flatten)]
    pub(crate) versions: VersionArgs,
}

const INIT_HELP: &str = "\
Examples:
  boundcheck init                   in the folder of a crate
  boundcheck init crates/geometry   of a crate in a workspace

The new crate stands beside the old one and depends on it. Of the files that exist, only the
manifest of the workspace changes, by one member.

Exit codes: 0 written, 2 wrong usage, or there is no library to bind.";
