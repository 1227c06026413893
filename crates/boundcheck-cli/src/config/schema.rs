//! The JSON Schema of the configuration, for editors.

use boundcheck_model::{Confidence, Persona};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema, schema_for};

use super::Config;

/// The values of [`EffectKind`](boundcheck_model::EffectKind) as they are written.
const EFFECT_KINDS: &[&str] = &[
    "blocks",
    "sleeps",
    "io",
    "network",
    "process",
    "parallel",
    "parallel-source",
    "spawns",
    "locks",
    "locks-attached",
    "initializes-once",
    "attaches",
    "detaches",
    "runs-python",
    "imports-python",
    "initializes-python",
    "logs",
    "panics",
    "computes",
];

/// The values of [`ClosureRegion`](boundcheck_model::ClosureRegion) as they are written.
const CLOSURE_REGIONS: &[&str] = &["attached", "detached", "other-thread", "caller", "stored"];

/// The JSON Schema of the configuration, pretty-printed.
pub fn config_schema() -> String {
    let schema = schema_for!(Config);
    let mut text = serde_json::to_string_pretty(schema.as_value()).unwrap_or_default();
    text.push('\n');
    text
}

/// The keys that a table of type `T` may have.
pub(super) fn keys<T: JsonSchema>() -> Vec<String> {
    let schema = schema_for!(T);
    let properties = schema.get("properties").and_then(serde_json::Value::as_object);
    properties.map(|map| map.keys().cloned().collect()).unwrap_or_default()
}

pub(super) fn persona(_: &mut SchemaGenerator) -> Schema {
    let names: Vec<_> = Persona::ALL.iter().map(|level| level.as_str()).collect();
    json_schema!({ "enum": names, "default": "regular" })
}

pub(super) fn confidence(_: &mut SchemaGenerator) -> Schema {
    let names: Vec<_> = Confidence::ALL.iter().map(|level| level.as_str()).collect();
    json_schema!({ "enum": names, "default": "low" })
}

pub(super) fn effect_kinds(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "array", "items": { "enum": EFFECT_KINDS } })
}

pub(super) fn closure_region(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "enum": CLOSURE_REGIONS })
}

#[cfg(test)]
mod tests {
    use boundcheck_model::{ClosureRegion, EffectKind};
    use serde::de::DeserializeOwned;

    /// Serde names every value when it is given one that it does not know.
    fn values_of<T: DeserializeOwned + std::fmt::Debug>() -> Vec<String> {
        let message = serde_json::from_str::<T>("\"?\"").unwrap_err().to_string();
        message.split('`').skip(3).step_by(2).map(str::to_owned).collect()
    }

    #[test]
    fn the_schema_lists_every_effect() {
        assert_eq!(values_of::<EffectKind>(), super::EFFECT_KINDS);
        assert_eq!(values_of::<ClosureRegion>(), super::CLOSURE_REGIONS);
    }
}
