//! Reading a configuration file, with errors that name the place and the remedy.

use std::ops::Range;

use camino::{Utf8Path, Utf8PathBuf};
use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::schema::keys;
use super::{Config, EffectRow};

/// What is wrong with a configuration file.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// It cannot be read.
    #[error("{path}: cannot read the configuration: {source}")]
    Unreadable {
        /// The file.
        path: Utf8PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// It is not TOML, or a value has the wrong type.
    #[error("{path}:{line}:{column}: {message}")]
    Invalid {
        /// The file.
        path: Utf8PathBuf,
        /// Line, from 1.
        line: u32,
        /// Column, from 1.
        column: u32,
        /// What is wrong.
        message: String,
    },
    /// A key that means nothing.
    #[error("{path}:{line}:{column}: unknown key `{key}`; {}", remedy(nearest.as_deref(), known))]
    UnknownKey {
        /// The file.
        path: Utf8PathBuf,
        /// Line, from 1.
        line: u32,
        /// Column, from 1.
        column: u32,
        /// The key.
        key: String,
        /// The known key that reads much like it.
        nearest: Option<String>,
        /// All keys that may stand there.
        known: Vec<String>,
    },
}

impl ConfigError {
    /// The file.
    pub fn path(&self) -> &Utf8Path {
        match self {
            Self::Unreadable { path, .. } | Self::Invalid { path, .. } | Self::UnknownKey { path, .. } => path,
        }
    }

    /// The line, from 1, where one is to blame.
    pub fn line(&self) -> Option<u32> {
        match self {
            Self::Unreadable { .. } => None,
            Self::Invalid { line, .. } | Self::UnknownKey { line, .. } => Some(*line),
        }
    }
}

fn remedy(nearest: Option<&str>, known: &[String]) -> String {
    match nearest {
        Some(nearest) => format!("did you mean `{nearest}`?"),
        None => format!("the keys are {}", known.join(", ")),
    }
}

/// Reads a configuration file: the whole of it, or `[tool.boundcheck]` of a `pyproject.toml`.
///
/// # Errors
/// When it cannot be read, is not TOML, has a key that means nothing or a value of the wrong type.
pub(crate) fn read(path: &Utf8Path) -> Result<Config, ConfigError> {
    let text =
        std::fs::read_to_string(path).map_err(|source| ConfigError::Unreadable { path: path.to_owned(), source })?;
    let file = File { path, text: &text };
    let root = DeTable::parse(&text).map_err(|error| file.invalid(&error))?;
    let span = root.span();
    let root = Spanned::new(span, DeValue::Table(root.into_inner()));
    let table = if path.file_name() == Some("pyproject.toml") { tool_table(root) } else { Some(root) };
    let Some(table) = table else { return Ok(Config::default()) };
    file.check_keys(table.get_ref())?;
    Config::deserialize(ValueDeserializer::from(table)).map_err(|error| file.invalid(&error))
}

/// Whether a `pyproject.toml` configures boundcheck, even if it is broken elsewhere.
pub(super) fn has_tool_table(text: &str) -> bool {
    let (root, _) = DeTable::parse_recoverable(text);
    let span = root.span();
    tool_table(Spanned::new(span, DeValue::Table(root.into_inner()))).is_some()
}

/// `[tool.boundcheck]`.
fn tool_table(root: Spanned<DeValue<'_>>) -> Option<Spanned<DeValue<'_>>> {
    let mut at = root;
    for key in ["tool", "boundcheck"] {
        let DeValue::Table(mut table) = at.into_inner() else { return None };
        at = table.remove(key)?;
    }
    Some(at)
}

struct File<'a> {
    path: &'a Utf8Path,
    text: &'a str,
}

impl File<'_> {
    fn check_keys(&self, value: &DeValue<'_>) -> Result<(), ConfigError> {
        let Some(table) = value.as_table() else { return Ok(()) };
        self.check_table(table, keys::<Config>())?;
        let rows = table.get("effects").and_then(|rows| rows.get_ref().as_array());
        for row in rows.into_iter().flatten().filter_map(|row| row.get_ref().as_table()) {
            self.check_table(row, keys::<EffectRow>())?;
        }
        Ok(())
    }

    fn check_table(&self, table: &DeTable<'_>, known: Vec<String>) -> Result<(), ConfigError> {
        let Some((key, _)) = table.iter().find(|(key, _)| !known.iter().any(|name| name == key.get_ref())) else {
            return Ok(());
        };
        let (line, column) = self.place(Some(key.span()));
        let key = key.get_ref().to_string();
        let nearest = nearest(&key, known.iter().map(String::as_str)).map(str::to_owned);
        Err(ConfigError::UnknownKey { path: self.path.to_owned(), line, column, key, nearest, known })
    }

    fn invalid(&self, error: &toml::de::Error) -> ConfigError {
        let (line, column) = self.place(error.span());
        // What serde calls things in Rust, in the words of TOML.
        let message = error.message().replace('\n', "; ").replace("a sequence", "a list");
        let message = message.replace("unknown variant", "unknown value").replace("a map", "a table");
        ConfigError::Invalid { path: self.path.to_owned(), line, column, message }
    }

    /// Line and column, from 1.
    fn place(&self, span: Option<Range<usize>>) -> (u32, u32) {
        let before = self.text.get(..span.map_or(0, |span| span.start)).unwrap_or(self.text);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        (line as u32, column as u32)
    }
}

/// The candidate that reads much like `given`.
pub(crate) fn nearest<'a>(given: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let scored = candidates.into_iter().map(|name| (strsim::jaro_winkler(given, name), name));
    let best = scored.max_by(|a, b| a.0.total_cmp(&b.0))?;
    (best.0 >= 0.75).then_some(best.1)
}
