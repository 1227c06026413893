//! Names of findings that survive edits elsewhere in the file.

use std::collections::HashMap;

use boundcheck_model::Finding;

/// One fingerprint for each finding, in their order: sixteen hexadecimal digits made of rule, path, item and message,
/// but not of the line. Numbers in the message do not count. Findings that agree in all of these are told apart by
/// their order.
pub fn fingerprints(findings: &[Finding]) -> Vec<String> {
    let mut seen: HashMap<String, u32> = HashMap::new();
    findings
        .iter()
        .map(|finding| {
            let symbol = finding.symbol.as_deref().unwrap_or_default();
            let message = without_numbers(&finding.message);
            let key = [finding.rule.as_str(), finding.location.path.as_str(), symbol, &message].join("\0");
            let ordinal = seen.entry(key.clone()).and_modify(|count| *count += 1).or_insert(0);
            format!("{:016x}", fnv1a(&format!("{key}\0{ordinal}")))
        })
        .collect()
}

/// Every run of digits as one `0`, every run of white space as one space.
fn without_numbers(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for next in text.split_whitespace().flat_map(|word| word.chars().chain([' '])) {
        let next = if next.is_ascii_digit() { '0' } else { next };
        if !(next == '0' && out.ends_with('0')) {
            out.push(next);
        }
    }
    out
}

/// FNV-1a with 64 bits: the same on every machine and in every version, which the hashers of `std` do not promise.
fn fnv1a(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
