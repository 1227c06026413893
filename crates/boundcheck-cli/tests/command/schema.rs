//! The JSON Schema of the configuration, which editors use.

use std::path::Path;

use boundcheck_cli::config_schema;

const COMMITTED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../schemas/config.schema.json");

#[test]
fn the_committed_schema_is_up_to_date() {
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(COMMITTED, config_schema()).unwrap();
    }
    let committed = std::fs::read_to_string(Path::new(COMMITTED)).unwrap_or_default();
    assert!(committed == config_schema(), "run `UPDATE=1 cargo test -p boundcheck-cli` and commit the schema");
}

#[test]
fn the_schema_accepts_a_configuration_and_rejects_a_misspelt_one() {
    let schema: serde_json::Value = serde_json::from_str(&config_schema()).unwrap();
    let accepts = |config: &str| {
        let config: toml::Value = toml::from_str(config).unwrap();
        jsonschema::is_valid(&schema, &serde_json::to_value(config).unwrap())
    };
    let good = r#"
        select = ["D", "E001"]
        persona = "pedantic"
        min-confidence = "medium"
        deps = "never"
        [[effects]]
        path = "naps::engine::Engine::step"
        kinds = ["blocks"]
        closure = "other-thread"
    "#;
    assert!(accepts(good));
    assert!(!accepts("selct = ['D']"));
    assert!(!accepts("persona = 'everyone'"));
    assert!(!accepts("[[effects]]\npath = 'a::b'\nkinds = ['waits']"));
}
