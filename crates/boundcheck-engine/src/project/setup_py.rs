//! The `RustExtension(…)` calls of a `setup.py`: read as text, never run.

use std::sync::Arc;

use boundcheck_model::{Span, Spanned};
use camino::Utf8Path;

use crate::files::{self, Files};

/// What an extension is made with.
const CALL: &str = "RustExtension(";

/// What one `RustExtension("package.module", features=[…])` says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct RustExtension {
    /// The dotted name of the module.
    pub(crate) target: Option<Spanned<String>>,
    /// Its `path`, seen from the `setup.py`: a `Cargo.toml`.
    pub(crate) manifest: Option<String>,
    /// Cargo features.
    pub(crate) features: Vec<Spanned<String>>,
}

/// The extensions of the `setup.py` in `dir`.
pub(crate) fn rust_extensions(dir: &Utf8Path, files: &mut Files) -> Vec<RustExtension> {
    let path = dir.join("setup.py");
    let text = files::bytes(&path).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let Some(text) = text.filter(|text| text.contains(CALL)).map(Arc::<str>::from) else { return Vec::new() };
    let file = files.add(&path, &text);
    let literals = |from: usize, to: usize| string_literals(&text, from, to, file);
    let calls = text.match_indices(CALL).map(|(at, _)| at + CALL.len());
    calls
        .filter_map(|call| {
            let end = call + closing(&text[call..])?;
            let features = text[call..end].find("features").and_then(|at| {
                let open = call + at + text[call + at..end].find('[')?;
                let close = open + text[open..end].find(']')?;
                Some(literals(open, close))
            });
            let written = literals(call, end);
            let manifest =
                written.iter().find(|text| text.value.ends_with("Cargo.toml")).map(|text| text.value.clone());
            Some(RustExtension { target: written.into_iter().next(), manifest, features: features.unwrap_or_default() })
        })
        .collect()
}

/// Offset of the parenthesis that closes the one before `text`.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 1_usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

fn string_literals(text: &str, from: usize, to: usize, file: boundcheck_model::FileId) -> Vec<Spanned<String>> {
    let mut found = Vec::new();
    let mut at = from;
    while let Some(open) = text[at..to].find(['"', '\'']).map(|offset| at + offset) {
        let quote = &text[open..=open];
        let Some(length) = text[open + 1..to].find(quote) else { break };
        let close = open + 1 + length;
        let span = Span { file, start: open as u32, end: close as u32 + 1 };
        found.push(Spanned::new(text[open + 1..close].to_owned(), span));
        at = close + 1;
    }
    found
}
