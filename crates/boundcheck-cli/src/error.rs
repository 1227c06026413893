//! What can keep a check from running, and what the process says with its exit code.

use boundcheck_engine::LoadError;
use boundcheck_model::{Problem, ProblemKind, Report, Summary};
use boundcheck_report::ReadTraceError;
use camino::{Utf8Path, Utf8PathBuf};

use crate::config::ConfigError;
use crate::crash::Crash;

/// Why a check could not run.
#[derive(Debug, thiserror::Error)]
pub enum CheckError {
    /// The project could not be loaded.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// The configuration is wrong.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// Rules were chosen by a code that none of them has.
    #[error("{}no rule is called `{given}`", origin.as_ref().map(|path| format!("{path}: ")).unwrap_or_default())]
    UnknownRule {
        /// What was given.
        given: String,
        /// The configuration file it stands in; `None` for the command line and the call.
        origin: Option<Utf8PathBuf>,
        /// A rule that reads much like it.
        nearest: Option<&'static str>,
    },
    /// The recorded run cannot be read.
    #[error("{path}: {source}")]
    TraceUnreadable {
        /// The file.
        path: Utf8PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The recorded run is none.
    #[error("{path}: {source}")]
    Trace {
        /// The file.
        path: Utf8PathBuf,
        /// Why.
        source: ReadTraceError,
    },
    /// A bug in boundcheck.
    #[error(transparent)]
    Crash(#[from] Crash),
}

impl CheckError {
    /// What to do about it, where the message does not say it already.
    pub fn help(&self) -> Option<String> {
        match self {
            Self::UnknownRule { nearest: Some(nearest), .. } => {
                Some(format!("did you mean `{nearest}`? `boundcheck rule --list` shows all"))
            }
            Self::UnknownRule { .. } => Some("`boundcheck rule --list` shows all".to_owned()),
            Self::Crash(crash) => Some(crash.help()),
            Self::Load(LoadError::Internal { path, message }) => {
                Some(Crash { message: format!("{path}: {message}"), location: None }.help())
            }
            Self::TraceUnreadable { .. } | Self::Trace { .. } => {
                Some("write one with `boundcheck trace --format json -o run.json -- python …`".to_owned())
            }
            Self::Load(_) | Self::Config(_) => None,
        }
    }

    /// The exit code of the command.
    pub fn exit(&self) -> Exit {
        match self {
            Self::Load(LoadError::Cancelled) => Exit::Interrupted,
            Self::Load(LoadError::NoManifest { .. } | LoadError::Manifest { .. } | LoadError::Unreadable { .. }) => {
                Exit::NothingExamined
            }
            Self::Load(LoadError::Internal { .. }) | Self::Crash(_) => Exit::Internal,
            Self::Load(_)
            | Self::Config(_)
            | Self::UnknownRule { .. }
            | Self::TraceUnreadable { .. }
            | Self::Trace { .. } => Exit::Usage,
        }
    }

    /// The report that says so, where there was a folder but nothing in it to examine. Its paths are relative to
    /// `folder`, the project.
    pub fn report(&self, folder: &Utf8Path) -> Option<Report> {
        let (kind, path, message) = match self {
            Self::Load(LoadError::NoManifest { .. }) => (None, folder, String::new()),
            Self::Load(LoadError::Manifest { path, message }) => {
                (Some(ProblemKind::Manifest), path.as_path(), message.clone())
            }
            Self::Load(LoadError::Unreadable { path, source }) => {
                (Some(ProblemKind::Unreadable), path.as_path(), source.to_string())
            }
            _ => return None,
        };
        let path = Some(path.strip_prefix(folder).unwrap_or(path).to_owned());
        Some(Report {
            summary: Summary { examined: false, reason: Some(self.to_string()), ..Summary::default() },
            findings: Vec::new(),
            problems: kind.map(|kind| Problem { kind, path, line: None, message }).into_iter().collect(),
        })
    }
}

/// What the process says when it ends; the most serious of several counts, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// Examined, and nothing found.
    Clean,
    /// Findings.
    Findings,
    /// Nothing was examined: no project, no entry point.
    NothingExamined,
    /// Wrong usage or configuration.
    Usage,
    /// A bug in boundcheck.
    Internal,
    /// Stopped by the user.
    Interrupted,
    /// What a traced program returned.
    Program(u8),
}

impl Exit {
    /// The code that the process returns.
    pub fn code(self) -> u8 {
        match self {
            Self::Clean => 0,
            Self::Findings => 1,
            Self::Usage => 2,
            Self::NothingExamined => 3,
            Self::Internal => 70,
            Self::Interrupted => 130,
            Self::Program(code) => code,
        }
    }
}
