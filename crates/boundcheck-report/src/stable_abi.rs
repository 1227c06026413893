//! How far wheels are from the stable ABI, for people and programs.

use std::fmt::Write;

use boundcheck_model::{Distance, Problem, StableAbi, StableAbiVerdict};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;

use crate::json::{JsonProblem, SCHEMA_VERSION, names, schema_of};
use crate::pretty;

/// One line about each wheel, and one about each of its objects.
pub fn stable_abi_text(wheels: &[StableAbi]) -> String {
    let mut out = String::new();
    for wheel in wheels {
        let name = wheel.wheel.file_name().unwrap_or(wheel.wheel.as_str());
        let _ = writeln!(out, "{name}: {}", in_words(wheel));
        for Distance { object, outside, floor } in &wheel.objects {
            let needs = match floor {
                Some(((major, minor), symbol)) => format!("`{symbol}` came with Python {major}.{minor}"),
                None => "nothing of the stable ABI is used".to_owned(),
            };
            let _ = writeln!(out, "  {object}: {needs}");
            for symbol in outside {
                let _ = writeln!(out, "    not in the stable ABI: `{symbol}`");
            }
        }
    }
    out
}

fn in_words(wheel: &StableAbi) -> String {
    let floor = wheel.floor().map(version).unwrap_or_default();
    match (wheel.verdict(), wheel.outside().len()) {
        (StableAbiVerdict::Unneeded, _) => "asks nothing of Python".to_owned(),
        (StableAbiVerdict::Kept, _) => format!("is for the stable ABI, and needs that of Python {floor}"),
        (StableAbiVerdict::Possible, _) => format!("could be for the stable ABI of Python {floor} and later"),
        (StableAbiVerdict::Impossible, 1) => "could not: 1 symbol stands in the way".to_owned(),
        (StableAbiVerdict::Impossible, many) => format!("could not: {many} symbols stand in the way"),
    }
}

fn version((major, minor): (u32, u32)) -> String {
    format!("{major}.{minor}")
}

/// One JSON object, as [`stable_abi_schema`] describes it.
pub fn stable_abi_json(wheels: &[StableAbi], problems: &[Problem]) -> String {
    pretty(&JsonStableAbi {
        schema_version: SCHEMA_VERSION,
        wheels: wheels.iter().map(JsonWheel::new).collect(),
        problems: problems.iter().map(JsonProblem::new).collect(),
    })
}

/// The JSON Schema of [`stable_abi_json`].
pub fn stable_abi_schema() -> String {
    schema_of::<JsonStableAbi<'_>>()
}

/// What `boundcheck wheel --could-be-abi3 --format json` prints.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "boundcheck stable ABI report")]
struct JsonStableAbi<'a> {
    /// Version of this format. It rises when a field changes its meaning or goes away; fields may be added.
    #[schemars(extend("const" = SCHEMA_VERSION))]
    schema_version: u32,
    /// Wheels that were read, in the order of the command line.
    wheels: Vec<JsonWheel<'a>>,
    /// What could not be read.
    problems: Vec<JsonProblem<'a>>,
}

/// How far a wheel is from the stable ABI.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Wheel")]
struct JsonWheel<'a> {
    /// Path as given.
    path: &'a str,
    /// What it comes to: it asks nothing of Python, it is tagged for the stable ABI and keeps to it, it could be, or it
    /// could not.
    #[schemars(schema_with = "verdicts")]
    verdict: &'static str,
    /// The lowest version of Python whose stable ABI has all symbols that are in it: `3.11`.
    floor: Option<String>,
    /// Its objects that ask symbols of Python.
    objects: Vec<JsonObject<'a>>,
}

impl<'a> JsonWheel<'a> {
    fn new(wheel: &'a StableAbi) -> Self {
        Self {
            path: wheel.wheel.as_str(),
            verdict: wheel.verdict().as_str(),
            floor: wheel.floor().map(version),
            objects: wheel.objects.iter().map(JsonObject::new).collect(),
        }
    }
}

/// How far an object is from the stable ABI.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Object")]
struct JsonObject<'a> {
    /// Path in the wheel.
    path: &'a str,
    /// The lowest version of Python whose stable ABI has all symbols that are in it.
    floor: Option<String>,
    /// A symbol that came with that version.
    floor_symbol: Option<&'a str>,
    /// Symbols that are not in the stable ABI, sorted.
    outside: &'a [String],
}

impl<'a> JsonObject<'a> {
    fn new(Distance { object, outside, floor }: &'a Distance) -> Self {
        let floor = floor.as_ref();
        Self {
            path: object,
            floor: floor.map(|(lowest, _)| version(*lowest)),
            floor_symbol: floor.map(|(_, symbol)| symbol.as_str()),
            outside,
        }
    }
}

fn verdicts(_: &mut SchemaGenerator) -> Schema {
    names(StableAbiVerdict::ALL.iter().map(|verdict| verdict.as_str()))
}
