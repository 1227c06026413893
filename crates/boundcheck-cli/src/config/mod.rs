//! Configuration: `boundcheck.toml`, or `[tool.boundcheck]` in `pyproject.toml`.

mod locate;
mod read;
mod schema;

use boundcheck_model::{ClosureRegion, Confidence, Effect, EffectKind, Persona};
use schemars::JsonSchema;
use serde::Deserialize;

pub(crate) use locate::find;
pub use read::ConfigError;
pub(crate) use read::{nearest, read};
pub use schema::config_schema;

use crate::args::Deps;

/// Configuration of boundcheck.
///
/// The whole of `boundcheck.toml`, or the table `[tool.boundcheck]` of `pyproject.toml`. Options on the command line
/// win over it.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default, rename_all = "kebab-case", deny_unknown_fields)]
pub struct Config {
    /// Rules to run: codes or their beginnings, such as `D002` or `D`. Without it, all.
    pub select: Option<Vec<String>>,
    /// Rules to leave out: codes or their beginnings. Where `select` names one too, the longer code wins.
    pub ignore: Option<Vec<String>>,
    /// For whom to report: `regular` (few false alarms), `pedantic` (people who polish) or `auditor` (everything
    /// worth a look).
    #[schemars(schema_with = "schema::persona")]
    pub persona: Option<Persona>,
    /// Leave out findings that are less sure than this.
    #[schemars(schema_with = "schema::confidence")]
    pub min_confidence: Option<Confidence>,
    /// Cargo features to switch on, beyond the defaults and those that the build backend asks for.
    pub features: Option<Vec<String>>,
    /// Where the sources of dependencies come from.
    pub deps: Option<Deps>,
    /// What functions do that boundcheck does not know. These rows win over the built-in ones.
    pub effects: Vec<EffectRow>,
}

/// What calling a function does, as far as the boundary between Python and Rust cares.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct EffectRow {
    /// Canonical path of the function: `crate::module::Type::method`. `*` stands for one segment, `**` for any number.
    pub path: String,
    /// Only when the type of the receiver is, or has among its arguments, one of these: canonical paths, with the same
    /// wildcards. Without it, whatever the receiver.
    #[serde(default)]
    pub on: Vec<String>,
    /// What it does. Empty: nothing that matters.
    #[schemars(schema_with = "schema::effect_kinds")]
    pub kinds: Vec<EffectKind>,
    /// In what region it runs the closure or future that it is given; without it, in the region of the call.
    #[serde(default)]
    #[schemars(schema_with = "schema::closure_region")]
    pub closure: Option<ClosureRegion>,
    /// What happens, in words that complete "this call …": `waits until the thread ends`.
    #[serde(default)]
    pub what: String,
    /// Where this is documented: a URL.
    #[serde(default)]
    pub source: String,
}

impl From<EffectRow> for Effect {
    fn from(row: EffectRow) -> Self {
        let EffectRow { path, on, kinds, closure, what, source } = row;
        Self { path, on, kinds, closure, what, source }
    }
}
