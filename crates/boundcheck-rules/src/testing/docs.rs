//! Examples in the documentation of rules.

use crate::Rule;
use crate::testing::fixture::Fixture;

/// The projects in the documentation of a rule.
#[derive(Debug, Default)]
pub(super) struct Examples {
    /// Must give exactly the marked findings.
    pub(super) bad: Vec<Fixture>,
    /// Must give none.
    pub(super) good: Vec<Fixture>,
}

/// A piece of documentation.
#[derive(Debug)]
pub(super) enum Piece<'d> {
    /// Lines that are no executed code, as written.
    Prose(&'d str),
    /// Executed code.
    Block(Block<'d>),
}

/// A fenced block of code that is executed.
#[derive(Debug)]
pub(super) struct Block<'d> {
    /// What is highlighted: `rust`, `toml`.
    pub(super) language: &'d str,
    /// `bad`, else `good`.
    pub(super) bad: bool,
    /// The file it is, relative to the project.
    pub(super) file: &'d str,
    /// Version of `PyO3` for the default manifest.
    pub(super) pyo3: Option<&'d str>,
    /// The code, marks included.
    pub(super) code: &'d str,
}

impl Examples {
    /// Reads the documentation. Blocks with nothing but blank lines between them are files of one project.
    pub(super) fn of(rule: &Rule) -> Examples {
        let mut examples = Examples::default();
        let mut open = None;
        for piece in pieces(rule.docs) {
            match piece {
                Piece::Prose(text) if text.trim().is_empty() => {}
                Piece::Prose(_) => open = None,
                Piece::Block(block) => {
                    let list = if block.bad { &mut examples.bad } else { &mut examples.good };
                    if open != Some(block.bad) {
                        list.push(Fixture::default());
                    }
                    open = Some(block.bad);
                    if let Some(fixture) = list.last_mut() {
                        fixture.add(block.file, block.code);
                        fixture.pyo3 = fixture.pyo3.take().or(block.pyo3.map(str::to_owned));
                    }
                }
            }
        }
        examples
    }
}

/// Splits documentation at its executed blocks.
pub(super) fn pieces(docs: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = docs;
    let mut from = 0;
    while let Some(fence) = rest[from..].find("```").map(|at| from + at) {
        let (Some(info_end), Some(end)) = (rest[fence..].find('\n'), rest[fence + 3..].find("```")) else { break };
        let (info_end, end) = (fence + info_end, fence + 3 + end);
        let after = end + "```".len();
        if let Some(block) = read_block(&rest[fence + 3..info_end], &rest[info_end + 1..end]) {
            pieces.push(Piece::Prose(&rest[..fence]));
            pieces.push(Piece::Block(block));
            rest = rest[after..].strip_prefix('\n').unwrap_or(&rest[after..]);
            from = 0;
        } else {
            from = after;
        }
    }
    pieces.push(Piece::Prose(rest));
    pieces
}

fn read_block<'d>(info: &'d str, code: &'d str) -> Option<Block<'d>> {
    let mut words = info.split(',').map(str::trim);
    let language = words.next()?;
    let mut block = Block { language, bad: false, file: "src/lib.rs", pyo3: None, code };
    let mut executed = false;
    for word in words {
        match word.split_once('=') {
            Some(("file", file)) => block.file = file,
            Some(("pyo3", version)) => block.pyo3 = Some(version),
            None if word == "bad" || word == "good" => (executed, block.bad) = (true, word == "bad"),
            _ => panic!("unknown word `{word}` in the fence of a block: {info}"),
        }
    }
    executed.then_some(block)
}
