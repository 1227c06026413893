//! Software bills of materials (PEP 770) that two builds should write alike.

use std::collections::BTreeSet;

use boundcheck_model::{Cause, Difference};
use serde_json::Value;

/// Fields that `CycloneDX` wants to be new in each build, as JSON pointers.
const IDENTITY: [&str; 2] = ["/serialNumber", "/metadata/timestamp"];

/// What a field is that only the other one has.
static ABSENT: Value = Value::Null;

/// Why two bills of materials differ; nothing when a member is none.
pub(crate) fn differences(member: &str, a: &[u8], b: &[u8]) -> Vec<Difference> {
    let is_sbom = member.contains(".dist-info/sboms/");
    let (true, Ok(a), Ok(b)) = (is_sbom, serde_json::from_slice::<Value>(a), serde_json::from_slice::<Value>(b)) else {
        return Vec::new();
    };
    let mut apart = Vec::new();
    leaves(String::new(), &a, &b, &mut apart);
    let mut found: Vec<Difference> = Vec::new();
    for Leaf { at, a, b } in apart {
        let cause = if IDENTITY.contains(&at.as_str()) {
            Cause::SbomIdentity
        } else if is_path(&a) && is_path(&b) {
            Cause::SbomPaths
        } else {
            Cause::Content
        };
        // One of each is enough to find the others.
        if !found.iter().any(|known| known.cause == cause) {
            found.push(Difference::new(member, cause, format!("`{at}`: {a} and {b}")));
        }
    }
    found
}

/// A place where two values part.
struct Leaf {
    /// As a JSON pointer.
    at: String,
    a: String,
    b: String,
}

fn leaves(at: String, a: &Value, b: &Value, out: &mut Vec<Leaf>) {
    match (a, b) {
        (Value::Object(a), Value::Object(b)) => {
            let keys: BTreeSet<&String> = a.keys().chain(b.keys()).collect();
            for key in keys {
                let (a, b) = (a.get(key).unwrap_or(&ABSENT), b.get(key).unwrap_or(&ABSENT));
                leaves(format!("{at}/{key}"), a, b, out);
            }
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (index, (a, b)) in a.iter().zip(b).enumerate() {
                leaves(format!("{at}/{index}"), a, b, out);
            }
        }
        _ if a != b => out.push(Leaf { at, a: shown(a), b: shown(b) }),
        _ => {}
    }
}

fn shown(value: &Value) -> String {
    match value {
        Value::Null => "nothing".to_owned(),
        Value::Array(items) => format!("{} entries", items.len()),
        Value::Object(_) => "an object".to_owned(),
        plain => plain.to_string(),
    }
}

fn is_path(text: &str) -> bool {
    text.contains("file://") || text.starts_with("\"/")
}
