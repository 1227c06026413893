//! From choices to files.

use camino::{Utf8Path, Utf8PathBuf};
use minijinja::value::Serde;
use minijinja::{Value, context};
use serde::Serialize;

use crate::ScaffoldError;
use crate::name::Name;
use crate::template::{self, Parts};
use crate::versions::{Choice, Versions};

/// Who starts whom: the first decision at the boundary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// Python imports Rust.
    #[default]
    Extension,
    /// A Rust program hosts Python.
    Embedding,
    /// Both, around one core.
    Both,
}

/// What a caller chooses about a project.
#[derive(Debug, Clone, Default)]
pub struct Choices {
    /// The folder to write to; its last part names the project, unless `name` does.
    pub folder: Utf8PathBuf,
    /// The project's name.
    pub name: Option<String>,
    /// Who starts whom.
    pub mode: Mode,
    /// Whether there is an asynchronous part.
    pub asynchronous: bool,
    /// The version of `PyO3`; without it, the newest.
    pub pyo3: Option<String>,
    /// The oldest Python to serve, as `3.11`; without it, the oldest that is maintained.
    pub python: Option<String>,
}

/// The files of a project, before anything is written.
#[derive(Debug, Clone)]
pub struct Plan {
    pub(crate) folder: Utf8PathBuf,
    pub(crate) files: Vec<PlannedFile>,
    pub(crate) commands: Vec<String>,
    pub(crate) needs: Needs,
}

/// The oldest tools that a project builds with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needs {
    /// As `1.85`.
    pub rust: String,
    /// As `3.11`.
    pub python: String,
}

/// One file of a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedFile {
    /// Where it goes, seen from the folder of the project.
    pub path: Utf8PathBuf,
    /// What is in it.
    pub text: String,
}

impl Plan {
    /// Checks the choices and renders the templates. Touches nothing.
    ///
    /// # Errors
    /// [`ScaffoldError::Name`], [`ScaffoldError::NoName`], [`ScaffoldError::UnknownVersion`] and
    /// [`ScaffoldError::PythonTooNew`] for choices; [`ScaffoldError::Template`] for a bug in boundcheck.
    pub fn new(choices: &Choices) -> Result<Self, ScaffoldError> {
        let name = match &choices.name {
            Some(name) => Name::new(name)?,
            None => Name::new(&last_part(&choices.folder)?)?,
        };
        let versions = Versions::load()?;
        let choice = versions.choose(choices.pyo3.as_deref(), choices.python.as_deref())?;
        let parts = Parts {
            extension: choices.mode != Mode::Embedding,
            embedding: choices.mode != Mode::Extension,
            asynchronous: choices.asynchronous,
        };
        let commands = commands(parts);
        let values = values(&name, parts, &versions, &choice);
        Ok(Self {
            folder: choices.folder.clone(),
            files: template::project(parts, &values)?,
            commands,
            needs: choice.needs(),
        })
    }

    /// The folder to write to.
    pub fn folder(&self) -> &Utf8Path {
        &self.folder
    }

    /// The files, in the order of their paths.
    pub fn files(&self) -> &[PlannedFile] {
        &self.files
    }

    /// What to run in the folder first: the commands of the project's README.
    pub fn commands(&self) -> &[String] {
        &self.commands
    }

    /// The oldest tools that these commands work with.
    pub fn needs(&self) -> &Needs {
        &self.needs
    }
}

/// The last part of a path; of `.`, that of the current folder.
fn last_part(folder: &Utf8Path) -> Result<String, ScaffoldError> {
    let absolute = std::path::absolute(folder).ok();
    let last = absolute.as_deref().and_then(|absolute| absolute.file_name()?.to_str());
    last.map(str::to_owned).ok_or_else(|| ScaffoldError::NoName { path: folder.to_owned() })
}

fn commands(parts: Parts) -> Vec<String> {
    if !parts.extension {
        let commands = ["cargo run -- plugins/measurements.txt --plugins plugins", "cargo test"];
        return commands.map(str::to_owned).to_vec();
    }
    let Shell { install, environment, and } = Shell::HERE;
    vec![install.to_owned(), format!("cargo test{and}{environment}pytest")]
}

/// How commands are written for the shell that people have.
#[derive(Debug, Clone, Copy, Serialize)]
pub(crate) struct Shell {
    /// Builds the package and installs it, in an environment of its own.
    pub(crate) install: &'static str,
    /// Where the programs of that environment are.
    pub(crate) environment: &'static str,
    /// Between two commands.
    and: &'static str,
}

impl Shell {
    const POSIX: Self = Self {
        install: "python3 -m venv .venv && .venv/bin/pip install --editable '.[test]'",
        environment: ".venv/bin/",
        and: " && ",
    };
    /// `PowerShell` before 7 has no `&&`.
    const WINDOWS: Self = Self {
        install: r#"py -m venv .venv; .venv\Scripts\pip install --editable ".[test]""#,
        environment: r".venv\Scripts\",
        and: "; ",
    };
    pub(crate) const HERE: Self = if cfg!(windows) { Self::WINDOWS } else { Self::POSIX };
}

/// What templates of whole projects can write.
fn values(name: &Name, parts: Parts, versions: &Versions, choice: &Choice<'_>) -> Value {
    let Parts { extension, embedding, asynchronous } = parts;
    let newest = versions.newest_python(choice.python);
    context! {
        core => format!("{}_core", name.module()),
        extension,
        embedding,
        both => extension && embedding,
        async => asynchronous,
        crates => Serde(&versions.crates),
        actions => Serde(&versions.actions),
        newest_python => newest,
        free_threaded => format!("{newest}t"),
        posix => Serde(Shell::POSIX),
        windows => Serde(Shell::WINDOWS),
        ..common(name, versions, choice),
    }
}

/// What all templates can write.
pub(crate) fn common(name: &Name, versions: &Versions, choice: &Choice<'_>) -> Value {
    context! {
        name => name.project(),
        module => name.module(),
        error => name.exception(),
        pyo3 => Serde(choice.pyo3),
        rust_version => choice.pyo3.rust.as_str(),
        python => context! {
            floor => choice.python,
            tag => format!("py{}", choice.python.replace('.', "")),
            has_self => versions.is_from(choice.python, "3.11"),
        },
        packages => Serde(&versions.packages),
    }
}
