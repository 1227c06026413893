//! The command line, as clap parses it. Help texts teach by example.

use boundcheck_engine::DependencyMode;
use boundcheck_model::{Confidence, Persona};
use camino::Utf8PathBuf;
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::pipeline::{CheckRequest, ConfigSource};

mod scaffold;
mod trace;

pub(crate) use scaffold::{InitArgs, NewArgs, ProjectMode};
pub(crate) use trace::{TraceArgs, TraceFormat};

/// Audits the boundary between Python and Rust in `PyO3` projects.
#[derive(Debug, Parser)]
#[command(name = "boundcheck", about = "Audits the boundary between Python and Rust in PyO3 projects", version, max_term_width = 100, after_help = AFTER_HELP, subcommand_required = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,

    #[command(flatten)]
    pub(crate) global: GlobalArgs,
}

const AFTER_HELP: &str = "\
Examples:
  boundcheck check                  audit the project in this folder
  boundcheck wheel dist             audit the wheels in a folder
  boundcheck trace -- python x.py   who holds the interpreter while this runs
  boundcheck new demo               write a new project
  boundcheck rule D002              explain a rule
  boundcheck rule --list            all rules

Exit codes: 0 nothing found, 1 findings, 2 wrong usage or configuration, 3 nothing was examined,
70 an error inside boundcheck, 130 interrupted.";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Audit a project: parse it, resolve names and types, run the rules. Nothing of it is built or run
    Check(Box<CheckArgs>),
    /// Audit wheels: tags, metadata, symbols and libraries against what is promised. Nothing is unpacked or run
    Wheel(Box<WheelArgs>),
    /// Run a program and tell which exports of extension modules held the interpreter, for how long, and whom that
    /// blocked
    Trace(TraceArgs),
    /// Write a new project that keeps the rules of the boundary from the start
    New(NewArgs),
    /// Write a Python package beside an existing crate, whose own files stay as they are
    Init(InitArgs),
    /// Explain a rule, or list all of them
    Rule(RuleArgs),
    /// Print a completion script for a shell
    #[command(after_help = COMPLETIONS_HELP)]
    Completions {
        /// The shell
        shell: Shell,
    },
}

const COMPLETIONS_HELP: &str = "\
Examples:
  boundcheck completions bash > ~/.local/share/bash-completion/completions/boundcheck
  boundcheck completions zsh > ~/.zfunc/_boundcheck
  boundcheck completions fish > ~/.config/fish/completions/boundcheck.fish";

#[derive(Debug, Args)]
pub(crate) struct GlobalArgs {
    /// Colour the output
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", help_heading = "Output")]
    pub(crate) color: ColorWhen,

    /// Write nothing to standard error but errors
    #[arg(short, long, global = true, conflicts_with = "verbose", help_heading = "Output")]
    pub(crate) quiet: bool,

    /// Tell on standard error which configuration is used and what is done
    #[arg(short, long, global = true, help_heading = "Output")]
    pub(crate) verbose: bool,
}

/// When to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ColorWhen {
    /// On a terminal, unless `NO_COLOR` is set
    Auto,
    /// Also into a pipe
    Always,
    /// Not at all
    Never,
}

impl ColorWhen {
    /// The choice in the terms of anstream.
    pub(crate) fn choice(self) -> anstream::ColorChoice {
        match self {
            Self::Auto => anstream::ColorChoice::Auto,
            Self::Always => anstream::ColorChoice::Always,
            Self::Never => anstream::ColorChoice::Never,
        }
    }
}

#[derive(Debug, Args)]
#[command(after_help = CHECK_HELP)]
pub(crate) struct CheckArgs {
    /// Folder of a project, a workspace or a crate
    #[arg(value_name = "PATH", default_value = ".")]
    pub(crate) paths: Vec<Utf8PathBuf>,

    #[command(flatten)]
    pub(crate) rules: RuleChoice,

    /// Cargo features to switch on, beyond the defaults and those that pyproject.toml asks for
    #[arg(long, value_name = "FEATURE", value_delimiter = ',', action = ArgAction::Append, help_heading = "Project")]
    pub(crate) features: Vec<String>,

    /// Where the sources of dependencies come from; the network is never used [default: auto]
    #[arg(long, value_name = "WHEN", help_heading = "Project")]
    pub(crate) deps: Option<Deps>,

    /// Weigh findings by a recorded run: what `boundcheck trace --format json` wrote
    #[arg(long, value_name = "FILE", help_heading = "Rules")]
    pub(crate) trace: Option<Utf8PathBuf>,

    #[command(flatten)]
    pub(crate) report: ReportArgs,
}

/// Which rules run, for whom, and where that is configured.
#[derive(Debug, Args)]
pub(crate) struct RuleChoice {
    /// Rules to run: codes or their beginnings (`D002`, `D`); without it, all
    #[arg(long, value_name = "RULE", value_delimiter = ',', action = ArgAction::Append, help_heading = "Rules")]
    pub(crate) select: Vec<String>,

    /// Rules to leave out; where --select names one too, the longer code wins
    #[arg(long, value_name = "RULE", value_delimiter = ',', action = ArgAction::Append, help_heading = "Rules")]
    pub(crate) ignore: Vec<String>,

    /// For whom to report [default: regular]
    #[arg(long, value_parser = persona_parser(), help_heading = "Rules")]
    pub(crate) persona: Option<Persona>,

    /// Leave out findings that are less sure than this [default: low]
    #[arg(long, value_name = "LEVEL", value_parser = confidence_parser(), help_heading = "Rules")]
    pub(crate) min_confidence: Option<Confidence>,

    /// Configuration file to use instead of searching one
    #[arg(long, value_name = "FILE", conflicts_with = "no_config", help_heading = "Project")]
    pub(crate) config: Option<Utf8PathBuf>,

    /// Use no configuration file
    #[arg(long, help_heading = "Project")]
    pub(crate) no_config: bool,
}

/// How the report is written.
#[derive(Debug, Args)]
pub(crate) struct ReportArgs {
    /// How to write the report
    #[arg(long, default_value = "text", help_heading = "Output")]
    pub(crate) format: Format,

    /// Write the report into a file instead of standard output
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    pub(crate) output: Option<Utf8PathBuf>,

    /// Exit with 0 also when there are findings
    #[arg(long, help_heading = "Output")]
    pub(crate) exit_zero: bool,
}

#[derive(Debug, Args)]
#[command(after_help = WHEEL_HELP)]
pub(crate) struct WheelArgs {
    /// Wheels, folders with wheels, or projects that built some
    #[arg(value_name = "PATH", default_value = ".")]
    pub(crate) paths: Vec<Utf8PathBuf>,

    /// Instead of the audit, say for each wheel whether it could be for the stable ABI, and which symbols of
    /// Python stand in the way
    #[arg(long)]
    pub(crate) could_be_abi3: bool,

    /// Instead of the audit, compare two wheels bit for bit, and say what differs and why
    #[arg(long, conflicts_with = "could_be_abi3")]
    pub(crate) compare: bool,

    /// Instead of the audit, build the project twice, in different folders and with different parallelism, and
    /// compare the wheels. This runs the project's build, with pip, on copies of the repository around it
    #[arg(long, conflicts_with_all = ["could_be_abi3", "compare"])]
    pub(crate) reproducible: bool,

    /// Python that builds, for --reproducible
    #[arg(long, value_name = "PROGRAM", default_value = "python3", requires = "reproducible")]
    pub(crate) python: String,

    #[command(flatten)]
    pub(crate) rules: RuleChoice,

    #[command(flatten)]
    pub(crate) report: ReportArgs,
}

const WHEEL_HELP: &str = "\
Examples:
  boundcheck wheel                                  wheels in this folder, in dist and in target/wheels
  boundcheck wheel dist/demo-1.0-cp39-abi3-*.whl    these wheels
  boundcheck wheel --persona auditor dist           everything worth a look
  boundcheck wheel --could-be-abi3 dist             would one wheel do for many versions of Python?
  boundcheck wheel --compare a/demo.whl b/demo.whl  did two builds give the same wheel?
  boundcheck wheel --reproducible .                 build twice: is it the same wheel?
  boundcheck wheel --reproducible . --format json   for programs; --compare and --could-be-abi3 too
  boundcheck wheel --format sarif -o wheels.sarif   for code scanning; findings do not fail the run

Nothing is unpacked to disk, imported or run, but for the build that --reproducible asks for.

Exit codes: 0 nothing found, 1 findings, 2 wrong usage or configuration, 3 a wheel could not be read
or there is none, 70 an error inside boundcheck.";

const CHECK_HELP: &str = "\
Examples:
  boundcheck check                                  this folder
  boundcheck check crates/a-py crates/b-py          several projects, one report
  boundcheck check --select D,E001 --ignore D006    some rules
  boundcheck check --persona auditor                everything worth a look
  boundcheck check --format json | jq .summary      for programs
  boundcheck check --format sarif -o out.sarif      for code scanning; findings do not fail the run
  boundcheck check --trace run.json                 with what a recorded run measured
  boundcheck check --deps require                   fail unless all dependencies are on disk

Configuration is read from the nearest boundcheck.toml, or pyproject.toml with [tool.boundcheck],
in PATH or above it up to the root of the repository. The command line wins.

Exit codes: 0 nothing found, 1 findings, 2 wrong usage or configuration, 3 nothing was examined,
70 an error inside boundcheck, 130 interrupted. With --exit-zero and with --format sarif, findings
give 0: a code scanner decides for itself what fails.";

/// How to write the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people: each finding with its source
    Text,
    /// For people: each finding on one line
    Concise,
    /// For programs: one object, with a published schema
    Json,
    /// For code scanning: SARIF 2.1.0
    Sarif,
    /// For GitHub Actions: annotations on the lines of a pull request
    Github,
}

/// Where the sources of dependencies come from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Deps {
    /// From the local Cargo registry where they are there, else built-in signatures
    #[default]
    Auto,
    /// Built-in signatures only: fastest, sees least
    Never,
    /// From the local Cargo registry, or fail
    Require,
}

impl From<Deps> for DependencyMode {
    fn from(deps: Deps) -> Self {
        match deps {
            Deps::Auto => Self::Auto,
            Deps::Never => Self::Never,
            Deps::Require => Self::Require,
        }
    }
}

#[derive(Debug, Args)]
#[command(after_help = RULE_HELP)]
pub(crate) struct RuleArgs {
    /// Code or name of the rule
    #[arg(value_name = "RULE", required_unless_present = "list")]
    pub(crate) rule: Option<String>,

    /// List all rules
    #[arg(long, conflicts_with = "rule")]
    pub(crate) list: bool,
}

const RULE_HELP: &str = "\
Examples:
  boundcheck rule D002
  boundcheck rule blocking-call-while-attached
  boundcheck rule --list";

impl RuleChoice {
    /// A request with what the command line chooses; the rest is left to the configuration.
    pub(crate) fn request(&self) -> CheckRequest {
        CheckRequest {
            select: given(&self.select),
            ignore: given(&self.ignore),
            persona: self.persona,
            min_confidence: self.min_confidence,
            config: match &self.config {
                Some(file) => ConfigSource::File(file.clone()),
                None if self.no_config => ConfigSource::None,
                None => ConfigSource::Search,
            },
            ..CheckRequest::default()
        }
    }
}

/// The values of an option; `None` when it was not given.
pub(crate) fn given(values: &[String]) -> Option<Vec<String>> {
    (!values.is_empty()).then(|| values.to_vec())
}

fn persona_parser() -> impl clap::builder::TypedValueParser<Value = Persona> {
    use clap::builder::TypedValueParser;
    clap::builder::PossibleValuesParser::new(Persona::ALL.iter().map(|level| level.as_str()))
        .try_map(|text| text.parse::<Persona>())
}

fn confidence_parser() -> impl clap::builder::TypedValueParser<Value = Confidence> {
    use clap::builder::TypedValueParser;
    clap::builder::PossibleValuesParser::new(Confidence::ALL.iter().map(|level| level.as_str()))
        .try_map(|text| text.parse::<Confidence>())
}
