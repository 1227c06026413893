//! The `RustExtension(…)` calls of a `setup.py`: read as text, never run.

use std::sync::Arc;

use boundcheck_model::{Span, Spanned};
use camino::Utf8Path;

use crate::files::Files;

/// What one `RustExtension("package.module", features=[…])` says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct RustExtension {
    /// The dotted name of the module.
    pub(crate) target: Option<Spanned<String>>,
    /// Cargo features.
    pub(crate) features: Vec<Spanned<String>>,
}

/// The first extension of the `setup.py` in `dir`.
pub(crate) fn rust_extension(dir: &Utf8Path, files: &mut Files) -> Option<RustExtension> {
    let path = dir.join("setup.py");
    let text: Arc<str> = fs_err::read_to_string(&path).ok()?.into();
    let call = text.find("RustExtension(")? + "RustExtension(".len();
    let end = call + closing(&text[call..])?;
    let file = files.add(&path, &text);
    let literals = |from: usize, to: usize| string_literals(&text, from, to, file);
    let features = text[call..end].find("features").and_then(|at| {
        let open = call + at + text[call + at..end].find('[')?;
        let close = open + text[open..end].find(']')?;
        Some(literals(open, close))
    });
    Some(RustExtension { target: literals(call, end).into_iter().next(), features: features.unwrap_or_default() })
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
