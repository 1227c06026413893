//! A TOML file with the places of its values.

use std::sync::Arc;

use boundcheck_model::{FileId, Problem, ProblemKind, Span, Spanned};
use camino::Utf8Path;
use toml_edit::{Document, Item, TableLike};

use crate::files::{self, Files};

/// A parsed TOML file.
#[derive(Debug)]
pub(crate) struct Toml {
    pub(crate) file: FileId,
    document: Document<String>,
}

impl Toml {
    /// Reads and parses; a problem with path and line when it cannot.
    pub(crate) fn read(path: &Utf8Path, files: &mut Files) -> Result<Self, Problem> {
        let shown = files.relative(path);
        let text = match files::bytes(path) {
            Ok(bytes) => Arc::<str>::from(String::from_utf8_lossy(&bytes)),
            Err(error) => return Err(files::problem(ProblemKind::Unreadable, shown, error.to_string())),
        };
        let file = files.add(path, &text);
        match Document::parse(text.to_string()) {
            Ok(document) => Ok(Self { file, document }),
            Err(error) => {
                let line = error.span().map(|span| files.get(file).line_column(span.start as u32).0);
                let message = format!("not valid TOML: {}", error.message().lines().collect::<Vec<_>>().join(", "));
                Err(Problem { kind: ProblemKind::Manifest, path: Some(shown), line, message })
            }
        }
    }

    /// The item at that path of keys.
    pub(crate) fn get(&self, path: &[&str]) -> Option<&Item> {
        path.iter().try_fold(self.document.as_item(), |item, key| item.as_table_like()?.get(key))
    }

    /// The table at that path of keys.
    pub(crate) fn table(&self, path: &[&str]) -> Option<&dyn TableLike> {
        self.get(path)?.as_table_like()
    }

    /// The string at that path of keys.
    pub(crate) fn string(&self, path: &[&str]) -> Option<Spanned<String>> {
        self.text_of(self.get(path)?)
    }

    /// The strings of the array at that path of keys.
    pub(crate) fn strings(&self, path: &[&str]) -> Vec<Spanned<String>> {
        self.get(path).map(|item| self.texts_of(item)).unwrap_or_default()
    }

    /// A string item with its place, quotes included.
    pub(crate) fn text_of(&self, item: &Item) -> Option<Spanned<String>> {
        Some(Spanned::new(item.as_str()?.to_owned(), self.span(item.span())))
    }

    /// The strings of an array item.
    pub(crate) fn texts_of(&self, item: &Item) -> Vec<Spanned<String>> {
        let values = item.as_array().into_iter().flatten();
        values.filter_map(|value| Some(Spanned::new(value.as_str()?.to_owned(), self.span(value.span())))).collect()
    }

    /// A place in this file.
    pub(crate) fn span(&self, range: Option<std::ops::Range<usize>>) -> Span {
        files::span(self.file, range)
    }

    /// Entries of a table with the place of each key.
    pub(crate) fn entries<'a>(&self, table: &'a dyn TableLike) -> Vec<(Spanned<String>, &'a Item)> {
        let key_span = |name: &str| table.key(name).and_then(toml_edit::Key::span);
        table.iter().map(|(name, item)| (Spanned::new(name.to_owned(), self.span(key_span(name))), item)).collect()
    }
}
