//! What calls do: the built-in table in `effects/*.toml`, and the rows that the user adds to it.

use std::sync::{Arc, LazyLock};

use boundcheck_model::{ClosureRegion, Effect, EffectId, EffectKind, Type};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use crate::LoadError;
use pattern::Pattern;

#[cfg(test)]
mod generated;
mod pattern;
#[cfg(test)]
mod tests;

macro_rules! areas {
    ($($name:literal)+) => {
        &[$(($name, include_str!(concat!("../effects/", $name, ".toml")))),+]
    };
}

/// The built-in files, in the order of the documentation: name and text.
const AREAS: &[(&str, &str)] = areas! {
    "pyo3-interpreter"
    "pyo3-objects"
    "pyo3-ecosystem"
    "std-thread"
    "std-sync"
    "std-io"
    "std-panics"
    "rayon"
    "tokio"
    "async-runtimes"
    "channels"
    "locks"
    "network"
    "databases"
    "embedded-databases"
    "services"
    "files"
    "system"
    "logging"
    "compression"
    "compute"
    "data"
    "closures"
};

/// The effects table, ready to be asked.
#[derive(Debug)]
pub(crate) struct EffectTable {
    /// In the order in which they win: rows of the user, then the more specific ones.
    rows: Arc<[Effect]>,
    /// How many of them are the user's.
    users: u32,
    /// Path and `on` of each row.
    patterns: Vec<(Pattern, Vec<Pattern>)>,
    /// Rows by the last segment of their path, each list in winning order.
    by_name: FxHashMap<Box<str>, Vec<u32>>,
    /// Rows whose last segment is a wildcard, in winning order.
    open_ended: Vec<u32>,
}

impl EffectTable {
    /// The built-in rows and those of the user, which win over them.
    pub(crate) fn new(user_rows: &[Effect]) -> Result<Self, LoadError> {
        let mut seen = FxHashSet::default();
        if let Some(twice) = user_rows.iter().find(|row| !seen.insert((&row.path, &row.on))) {
            return Err(broken(&twice.path, "there are two rows with this path; merge them"));
        }
        Self::merge(user_rows, built_in()?)
    }

    fn merge(user_rows: &[Effect], built_in: &[Effect]) -> Result<Self, LoadError> {
        let users = user_rows.iter().map(|row| (false, row));
        let mut rows = users
            .chain(built_in.iter().map(|row| (true, row)))
            .map(|(is_built_in, row)| {
                let (path, on) = compile(row)?;
                let order = (is_built_in, row.on.is_empty(), path.vagueness(), &row.path, &row.on);
                Ok((order, row, path, on))
            })
            .collect::<Result<Vec<_>, LoadError>>()?;
        rows.sort_by_key(|(order, ..)| *order);

        let mut by_name: FxHashMap<Box<str>, Vec<u32>> = FxHashMap::default();
        let mut open_ended = Vec::new();
        for (at, (_, _, path, _)) in rows.iter().enumerate() {
            let list = match path.last_name() {
                Some(name) => by_name.entry(name.into()).or_default(),
                None => &mut open_ended,
            };
            list.push(at as u32);
        }
        let (rows, patterns): (Vec<_>, Vec<_>) =
            rows.into_iter().map(|(_, row, path, on)| (row.clone(), (path, on))).unzip();
        Ok(Self { rows: rows.into(), users: user_rows.len() as u32, patterns, by_name, open_ended })
    }

    /// All rows; an [`EffectId`] is an index of these.
    pub(crate) fn rows(&self) -> Arc<[Effect]> {
        Arc::clone(&self.rows)
    }

    /// A row.
    pub(crate) fn row(&self, id: EffectId) -> &Effect {
        &self.rows[id.0 as usize]
    }

    /// Whether the row comes with boundcheck, not from the user.
    pub(crate) fn is_built_in(&self, id: EffectId) -> bool {
        id.0 >= self.users
    }

    /// The row for a callee, for a method on a receiver of that type.
    pub(crate) fn lookup_on(&self, path: &str, receiver: Option<&Type>) -> Option<EffectId> {
        let fits = |row: &&u32| {
            let (pattern, on) = &self.patterns[**row as usize];
            pattern.matches(path) && (on.is_empty() || receiver.is_some_and(|ty| is_on(ty, on)))
        };
        let name = path.rsplit("::").next().unwrap_or(path);
        let named = self.by_name.get(name).and_then(|rows| rows.iter().find(fits));
        let open = self.open_ended.iter().find(fits);
        named.into_iter().chain(open).min().map(|row| EffectId(*row))
    }
}

fn is_on(receiver: &Type, on: &[Pattern]) -> bool {
    receiver.any(|ty| match ty {
        Type::Adt { path, .. } | Type::Dyn(path) => on.iter().any(|pattern| pattern.matches(path)),
        _ => false,
    })
}

fn compile(row: &Effect) -> Result<(Pattern, Vec<Pattern>), LoadError> {
    let parse = |text: &String| Pattern::parse(text).map_err(|message| broken(&row.path, &message));
    Ok((parse(&row.path)?, row.on.iter().map(parse).collect::<Result<_, _>>()?))
}

fn broken(path: &str, message: &str) -> LoadError {
    LoadError::Effects { path: format!("`{path}`"), message: message.to_owned() }
}

/// One file of the built-in table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Area {
    #[cfg_attr(not(test), expect(dead_code, reason = "for docs/effects.md, which a test writes"))]
    title: String,
    #[cfg_attr(not(test), expect(dead_code, reason = "for docs/effects.md, which a test writes"))]
    about: String,
    rows: Vec<RowGroup>,
}

/// Rows that differ only in a name. `{}` in `paths` and `source` stands for each of `names`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct RowGroup {
    paths: Vec<String>,
    #[serde(default)]
    names: Vec<String>,
    #[serde(default)]
    on: Vec<String>,
    #[serde(default)]
    kinds: Vec<EffectKind>,
    closure: Option<ClosureRegion>,
    #[serde(default)]
    what: String,
    source: String,
}

impl RowGroup {
    fn rows(&self) -> Vec<Effect> {
        // A group without names has no `{}` either: one pass writes its row as it is.
        let names: Vec<&str> =
            if self.names.is_empty() { vec![""] } else { self.names.iter().map(String::as_str).collect() };
        names.iter().flat_map(|name| self.paths.iter().map(|path| self.row(path, name))).collect()
    }

    fn row(&self, path: &str, name: &str) -> Effect {
        Effect {
            path: path.replace("{}", name),
            on: self.on.clone(),
            kinds: self.kinds.clone(),
            closure: self.closure,
            what: self.what.clone(),
            source: self.source.replace("{}", name),
        }
    }
}

/// The rows of all files.
fn built_in() -> Result<&'static [Effect], LoadError> {
    static BUILT_IN: LazyLock<Result<Vec<Effect>, (&str, String)>> =
        LazyLock::new(|| Ok(areas()?.iter().flat_map(|area| &area.rows).flat_map(RowGroup::rows).collect()));
    BUILT_IN.as_deref().map_err(|(name, message)| LoadError::Effects {
        path: format!("of the built-in file {name}.toml"),
        message: message.clone(),
    })
}

/// All files; the error has the name of the broken one.
fn areas() -> Result<Vec<Area>, (&'static str, String)> {
    AREAS.iter().map(|(name, text)| toml::from_str(text).map_err(|error| (*name, error.to_string()))).collect()
}
