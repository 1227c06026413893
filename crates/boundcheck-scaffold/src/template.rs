//! The templates, and which part of a project each of them belongs to. What they can write is in `plan` and `init`.

use minijinja::syntax::SyntaxConfig;
use minijinja::{Environment, UndefinedBehavior, Value};

use crate::{PlannedFile, ScaffoldError};

/// The parts that a project has.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Parts {
    pub(crate) extension: bool,
    pub(crate) embedding: bool,
    pub(crate) asynchronous: bool,
}

/// When a template is used.
#[derive(Debug, Clone, Copy)]
enum When {
    Always,
    Extension,
    AsyncExtension,
    Embedding,
}

struct Template {
    when: When,
    /// Where it goes: a template too.
    to: &'static str,
    from: &'static str,
    text: &'static str,
}

macro_rules! templates {
    ($($when:ident { $($from:literal => $to:literal,)* })*) => {
        &[$($(Template {
            when: When::$when,
            to: $to,
            from: $from,
            text: include_str!(concat!("../templates/", $from)),
        },)*)*]
    };
}

/// A whole project, for `boundcheck new`.
const PROJECT: &[Template] = templates! {
    Always {
        "workspace/Cargo.toml" => "Cargo.toml",
        "workspace/gitignore" => ".gitignore",
        "workspace/LICENSE" => "LICENSE",
        "workspace/rustfmt.toml" => "rustfmt.toml",
        "workspace/README.md" => "README.md",
        "ci/github.yml" => ".github/workflows/ci.yml",
        "ci/gitlab.yml" => ".gitlab-ci.yml",
        "core/Cargo.toml" => "crates/{{ name }}-core/Cargo.toml",
        "core/src/bootstrap.rs" => "crates/{{ name }}-core/src/bootstrap.rs",
        "core/src/error.rs" => "crates/{{ name }}-core/src/error.rs",
        "core/src/lib.rs" => "crates/{{ name }}-core/src/lib.rs",
        "core/src/parse.rs" => "crates/{{ name }}-core/src/parse.rs",
        "core/src/series.rs" => "crates/{{ name }}-core/src/series.rs",
        "core/src/summary.rs" => "crates/{{ name }}-core/src/summary.rs",
        "core/tests/measurements.rs" => "crates/{{ name }}-core/tests/measurements.rs",
        "core/benches/bootstrap.rs" => "crates/{{ name }}-core/benches/bootstrap.rs",
    }
    Extension {
        "workspace/pyproject.toml" => "pyproject.toml",
        "ci/github-release.yml" => ".github/workflows/release.yml",
        "binding/Cargo.toml" => "crates/{{ name }}-python/Cargo.toml",
        "binding/src/errors.rs" => "crates/{{ name }}-python/src/errors.rs",
        "binding/src/interval.rs" => "crates/{{ name }}-python/src/interval.rs",
        "binding/src/lib.rs" => "crates/{{ name }}-python/src/lib.rs",
        "binding/src/monitor.rs" => "crates/{{ name }}-python/src/monitor.rs",
        "binding/src/series.rs" => "crates/{{ name }}-python/src/series.rs",
        "binding/src/summary.rs" => "crates/{{ name }}-python/src/summary.rs",
        "binding/src/windows.rs" => "crates/{{ name }}-python/src/windows.rs",
        "package/__init__.py" => "python/{{ module }}/__init__.py",
        "package/_core.pyi" => "python/{{ module }}/_core.pyi",
        "package/_errors.py" => "python/{{ module }}/_errors.py",
        "package/py.typed" => "python/{{ module }}/py.typed",
        "tests/test_arrays.py" => "tests/test_arrays.py",
        "tests/test_errors.py" => "tests/test_errors.py",
        "tests/test_interval.py" => "tests/test_interval.py",
        "tests/test_monitor.py" => "tests/test_monitor.py",
        "tests/test_properties.py" => "tests/test_properties.py",
        "tests/test_series.py" => "tests/test_series.py",
        "tests/test_threads.py" => "tests/test_threads.py",
        "tests/test_types.py" => "tests/test_types.py",
        "benchmarks/test_speed.py" => "benchmarks/test_speed.py",
    }
    AsyncExtension {
        "binding/src/load.rs" => "crates/{{ name }}-python/src/load.rs",
        "tests/test_load.py" => "tests/test_load.py",
    }
    Embedding {
        "host/Cargo.toml" => "crates/{{ name }}-host/Cargo.toml",
        "host/build.rs" => "crates/{{ name }}-host/build.rs",
        "host/src/error.rs" => "crates/{{ name }}-host/src/error.rs",
        "host/src/interpreter.rs" => "crates/{{ name }}-host/src/interpreter.rs",
        "host/src/main.rs" => "crates/{{ name }}-host/src/main.rs",
        "host/src/module.rs" => "crates/{{ name }}-host/src/module.rs",
        "host/src/plugin.rs" => "crates/{{ name }}-host/src/plugin.rs",
        "host/src/venv.rs" => "crates/{{ name }}-host/src/venv.rs",
        "host/tests/plugins.rs" => "crates/{{ name }}-host/tests/plugins.rs",
        "plugins/celsius.py" => "plugins/celsius.py",
        "plugins/host.pyi" => "plugins/{{ module }}_host.pyi",
        "plugins/measurements.txt" => "plugins/measurements.txt",
    }
};

/// A binding crate alone, for `boundcheck init`.
const BINDING: &[Template] = templates! {
    Always {
        "init/Cargo.toml" => "Cargo.toml",
        "init/README.md" => "README.md",
        "init/gitignore" => ".gitignore",
        "init/pyproject.toml" => "pyproject.toml",
        "init/src/lib.rs" => "src/lib.rs",
        "init/package/__init__.py" => "python/{{ module }}/__init__.py",
        "init/package/_core.pyi" => "python/{{ module }}/_core.pyi",
        "init/package/_errors.py" => "python/{{ module }}/_errors.py",
        "package/py.typed" => "python/{{ module }}/py.typed",
        "init/tests/test_package.py" => "tests/test_package.py",
    }
};

impl When {
    fn applies(self, parts: Parts) -> bool {
        match self {
            Self::Always => true,
            Self::Extension => parts.extension,
            Self::AsyncExtension => parts.extension && parts.asynchronous,
            Self::Embedding => parts.embedding,
        }
    }
}

/// The files of a project with these parts, in the order of their paths.
pub(crate) fn project(parts: Parts, values: &Value) -> Result<Vec<PlannedFile>, ScaffoldError> {
    render(PROJECT.iter().filter(|template| template.when.applies(parts)), values)
}

/// The files of a binding crate, in the order of their paths.
pub(crate) fn binding(values: &Value) -> Result<Vec<PlannedFile>, ScaffoldError> {
    render(BINDING.iter(), values)
}

fn render(
    templates: impl Iterator<Item = &'static Template>,
    values: &Value,
) -> Result<Vec<PlannedFile>, ScaffoldError> {
    let environment = environment()?;
    let mut files = templates
        .map(|template| {
            let fill = |text: &str| {
                environment
                    .render_str(text, values)
                    .map_err(|error| ScaffoldError::template(template.from, format!("{error:#}")))
            };
            Ok(PlannedFile { path: fill(template.to)?.into(), text: fill(template.text)? })
        })
        .collect::<Result<Vec<_>, ScaffoldError>>()?;
    files.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(files)
}

fn environment() -> Result<Environment<'static>, ScaffoldError> {
    // A line with nothing but `{% if … %}` leaves no line behind.
    let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true).build();
    let syntax = syntax.map_err(|error| ScaffoldError::template("syntax", error.to_string()))?;
    let mut environment = Environment::new();
    environment.set_syntax(syntax);
    // A name that a template misspells is an error, not an empty text.
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    Ok(environment)
}
