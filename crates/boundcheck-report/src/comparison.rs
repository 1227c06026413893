//! Two wheels that should be the same, for people and programs.

use std::fmt::Write;

use boundcheck_model::{Cause, Comparison, Difference};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;

use crate::json::{SCHEMA_VERSION, names, schema_of};
use crate::pretty;

/// Where two wheels differ, and what would make them the same.
pub fn comparison_text(comparison: &Comparison) -> String {
    let Comparison { first, second, differences } = comparison;
    let places = match differences.len() {
        0 => return format!("{first} and {second} hold the same, in the same way\n"),
        1 => "1 place".to_owned(),
        many => format!("{many} places"),
    };
    let mut out = format!("{first} and {second} differ in {places}\n");
    for Difference { member, cause, detail } in differences {
        let member = if member.is_empty() { "the archive" } else { member };
        let _ = writeln!(out, "  {member}: {}: {detail}", cause.in_words());
    }
    for cause in comparison.causes() {
        let _ = writeln!(out, "help ({}): {}", cause.in_words(), cause.remedy());
    }
    out
}

/// One JSON object, as [`comparison_schema`] describes it.
pub fn comparison_json(comparison: &Comparison) -> String {
    pretty(&JsonComparison {
        schema_version: SCHEMA_VERSION,
        first: &comparison.first,
        second: &comparison.second,
        same: comparison.differences.is_empty(),
        differences: comparison.differences.iter().map(JsonDifference::new).collect(),
    })
}

/// The JSON Schema of [`comparison_json`].
pub fn comparison_schema() -> String {
    schema_of::<JsonComparison<'_>>()
}

/// What `boundcheck wheel --format json` prints with `--compare` and with `--reproducible`.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "boundcheck comparison of two wheels")]
struct JsonComparison<'a> {
    /// Version of this format. It rises when a field changes its meaning or goes away; fields may be added.
    #[schemars(extend("const" = SCHEMA_VERSION))]
    schema_version: u32,
    /// The first wheel: its path, or the name of the build that made it.
    first: &'a str,
    /// The second wheel.
    second: &'a str,
    /// Whether they are the same, bit for bit.
    same: bool,
    /// Where they differ, in the order of the members of the first.
    differences: Vec<JsonDifference<'a>>,
}

/// Something in which they differ.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Difference")]
struct JsonDifference<'a> {
    /// Path in the wheel; null when it is about the archive itself.
    member: Option<&'a str>,
    /// Why, as far as it shows.
    #[schemars(schema_with = "causes")]
    cause: &'static str,
    /// For a person: where, and what stands on both sides.
    detail: &'a str,
    /// What makes it the same in the next build.
    remedy: &'static str,
}

impl<'a> JsonDifference<'a> {
    fn new(Difference { member, cause, detail }: &'a Difference) -> Self {
        let member = (!member.is_empty()).then_some(member.as_str());
        Self { member, cause: cause.as_str(), detail, remedy: cause.remedy() }
    }
}

fn causes(_: &mut SchemaGenerator) -> Schema {
    names(Cause::ALL.iter().map(|cause| cause.as_str()))
}
