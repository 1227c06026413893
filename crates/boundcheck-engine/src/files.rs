//! The files of the project, read once, under the numbers that spans use.

use std::sync::Arc;

use boundcheck_model::{FileId, Problem, ProblemKind, SourceFile, Span};
use camino::{Utf8Path, Utf8PathBuf};
use ra_ap_parser::{Edition, LexedStr, SyntaxKind, T};
use rustc_hash::FxHashMap;

/// Sources larger than this are left out: no hand writes them, and they would only cost time.
const LARGEST_SOURCE: u64 = 8 * 1024 * 1024;
/// rust-analyzer's parser recurses; deeper nesting than this is no program.
const DEEPEST_NESTING: usize = 512;

/// Some editors begin a file with it; rustc takes it away.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Files of the project.
#[derive(Debug, Default)]
pub(crate) struct Files {
    root: Utf8PathBuf,
    list: Vec<SourceFile>,
    ids: FxHashMap<Utf8PathBuf, FileId>,
}

impl Files {
    pub(crate) fn new(root: &Utf8Path) -> Self {
        Self { root: root.to_owned(), ..Self::default() }
    }

    /// The scanned folder.
    pub(crate) fn root(&self) -> &Utf8Path {
        &self.root
    }

    /// Adds a file by its absolute path, or gives the number it has.
    pub(crate) fn add(&mut self, path: &Utf8Path, text: &Arc<str>) -> FileId {
        if let Some(&id) = self.ids.get(path) {
            return id;
        }
        let id = FileId(self.list.len() as u32);
        self.list.push(SourceFile::new(self.relative(path), Arc::clone(text)));
        self.ids.insert(path.to_owned(), id);
        id
    }

    pub(crate) fn get(&self, id: FileId) -> &SourceFile {
        &self.list[id.0 as usize]
    }

    /// The path as reports write it: relative to the scanned folder, with `/`.
    pub(crate) fn relative(&self, path: &Utf8Path) -> Utf8PathBuf {
        relative_to(&self.root, path)
    }

    pub(crate) fn into_files(self) -> Vec<SourceFile> {
        self.list
    }
}

/// `path` as seen from `root`, with `/`; a path with nothing in common stays absolute.
pub(crate) fn relative_to(root: &Utf8Path, path: &Utf8Path) -> Utf8PathBuf {
    let shared = root.components().zip(path.components()).take_while(|(a, b)| a == b).count();
    if shared <= 1 {
        return path.to_owned();
    }
    let up = root.components().skip(shared).map(|_| "..");
    let down = path.components().skip(shared).map(|part| part.as_str());
    up.chain(down).collect::<Vec<_>>().join("/").into()
}

/// What was wrong with the text of a file.
pub(crate) type Flaw = Option<(ProblemKind, String)>;

/// Bytes of a manifest or another small file. What is not a regular file is refused unopened, since a pipe or a device
/// behind a link may never end, and so is what is too large to be one.
pub(crate) fn bytes(path: &Utf8Path) -> std::io::Result<Vec<u8>> {
    let metadata = fs_err::metadata(path)?;
    if !metadata.is_file() {
        return Err(std::io::Error::other("not a regular file"));
    }
    if metadata.len() > LARGEST_SOURCE {
        return Err(std::io::Error::other(format!("{} MB are too many for this file", metadata.len() / 1_000_000)));
    }
    fs_err::read(path)
}

/// Text of a file, with what was wrong with it. Text that is not valid UTF-8 is read with replacement characters;
/// a file that is too large or nested too deeply is read as empty.
pub(crate) fn read(path: &Utf8Path) -> std::io::Result<(Arc<str>, Flaw)> {
    let size = fs_err::metadata(path)?.len();
    if size > LARGEST_SOURCE {
        let message = format!("{} MB of source in one file: left out, what uses it may go unseen", size / 1_000_000);
        return Ok(("".into(), Some((ProblemKind::Skipped, message))));
    }
    let bytes = fs_err::read(path)?;
    let bytes = match bytes.strip_prefix(BYTE_ORDER_MARK) {
        Some(rest) => rest.to_vec(),
        None => bytes,
    };
    let (text, problem) = match String::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let message = "not valid UTF-8: read with replacement characters".to_owned();
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            (text, Some((ProblemKind::Skipped, message)))
        }
    };
    if nesting(text.bytes()) > DEEPEST_NESTING && nesting(brackets(&text)) > DEEPEST_NESTING {
        let message = "brackets are nested too deeply: left out, what uses it may go unseen".to_owned();
        return Ok(("".into(), Some((ProblemKind::Skipped, message))));
    }
    Ok((text.into(), problem))
}

/// Deepest nesting of brackets among bytes. On plain text, strings and comments count too, which is quick and more than
/// real programs reach.
fn nesting(bytes: impl Iterator<Item = u8>) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for byte in bytes {
        match byte {
            b'(' | b'[' | b'{' => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

/// The brackets of a source that are code, as the lexer has them.
fn brackets(text: &str) -> impl Iterator<Item = u8> {
    let tokens = LexedStr::new(Edition::CURRENT, text);
    let code = (0..tokens.len()).filter(|&at| is_bracket(tokens.kind(at)));
    code.filter_map(|at| tokens.text(at).bytes().next()).collect::<Vec<_>>().into_iter()
}

/// Whether a token is a bracket of any form.
pub(crate) fn is_bracket(kind: SyntaxKind) -> bool {
    matches!(kind, T!['('] | T![')'] | T!['['] | T![']'] | T!['{'] | T!['}'])
}

/// A problem with a file.
pub(crate) fn problem(kind: ProblemKind, path: Utf8PathBuf, message: impl Into<String>) -> Problem {
    Problem { kind, path: Some(path), line: None, message: message.into() }
}

/// A span from the byte range that a parser gives.
pub(crate) fn span(file: FileId, range: Option<std::ops::Range<usize>>) -> Span {
    let range = range.unwrap_or(0..0);
    Span { file, start: range.start as u32, end: range.end as u32 }
}
