//! Manifests of Cargo, and the one change that is made to them.

use std::io;

use camino::{Utf8Path, Utf8PathBuf};
use fs_err as fs;
use toml_edit::{Array, DocumentMut, Item, Table, Value};

use crate::ScaffoldError;

/// A `Cargo.toml`.
#[derive(Debug)]
pub(crate) struct Manifest {
    /// Where it is.
    pub(crate) folder: Utf8PathBuf,
    pub(crate) document: DocumentMut,
    /// Whether lines end as on Windows, and whether there is a byte order mark: both are kept.
    has_crlf: bool,
    has_mark: bool,
}

/// What is done to the manifest of a workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ManifestChange {
    /// The manifest.
    pub path: Utf8PathBuf,
    /// The member that is added.
    pub member: String,
    /// Whether there was no workspace before.
    pub new_workspace: bool,
    text: String,
}

const MARK: char = '\u{feff}';

impl Manifest {
    /// Reads the manifest in a folder, if there is one.
    pub(crate) fn read(folder: &Utf8Path) -> Result<Option<Self>, ScaffoldError> {
        let path = folder.join("Cargo.toml");
        let wrong = |reason: String| ScaffoldError::Manifest { path: path.clone(), reason };
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                return Ok(None);
            }
            Err(error) => return Err(wrong(error.to_string())),
        };
        let (has_crlf, has_mark) = (text.contains("\r\n"), text.starts_with(MARK));
        let document = text.trim_start_matches(MARK).replace("\r\n", "\n").parse();
        let document = document.map_err(|error: toml_edit::TomlError| wrong(error.to_string()))?;
        Ok(Some(Self { folder: folder.to_owned(), document, has_crlf, has_mark }))
    }

    pub(crate) fn is_workspace(&self) -> bool {
        self.document.contains_key("workspace")
    }

    /// How the workspace names a folder below it.
    pub(crate) fn member(&self, folder: &Utf8Path) -> Option<String> {
        let below = folder.strip_prefix(&self.folder).ok()?;
        Some(below.components().map(|part| part.as_str()).collect::<Vec<_>>().join("/"))
    }

    /// Whether `workspace.exclude` leaves a folder out. A member that is named wins over it.
    pub(crate) fn leaves_out(&self, member: &str) -> bool {
        let is_below = |excluded: &String| Utf8Path::new(member).starts_with(excluded.trim_start_matches("./"));
        self.names("exclude").iter().any(is_below) && !self.names("members").iter().any(|named| named == member)
    }

    /// Whether plain Cargo commands build whatever is a member.
    pub(crate) fn builds_all_members(&self) -> bool {
        !self.document.contains_key("package") && self.names("default-members").is_empty()
    }

    /// The change that makes a folder a member of this workspace; `None` when it is one already, by a pattern.
    pub(crate) fn join(mut self, target: &Utf8Path) -> Result<Option<ManifestChange>, ScaffoldError> {
        let path = self.folder.join("Cargo.toml");
        let wrong = |reason: String| ScaffoldError::Manifest { path: path.clone(), reason };
        let member = self.member(target).ok_or_else(|| {
            wrong(format!("the workspace is not above {target}: put the crate below it, or take it out of it"))
        })?;
        if self.names("members").iter().any(|pattern| takes_in(pattern, &member)) && !self.leaves_out(&member) {
            return Ok(None);
        }
        let workspace = self.document.get_mut("workspace").and_then(Item::as_table_like_mut);
        let workspace = workspace.ok_or_else(|| wrong("`workspace` is not a table".to_owned()))?;
        let members = workspace.entry("members").or_insert_with(|| Item::Value(Value::Array(Array::new())));
        let members = members.as_array_mut().ok_or_else(|| wrong("`workspace.members` is not a list".to_owned()))?;
        push(members, &member);
        Ok(Some(ManifestChange { text: self.text(), path, member, new_workspace: false }))
    }

    /// The change that makes a workspace of a crate that stood alone.
    pub(crate) fn found(mut self, member: &str) -> ManifestChange {
        let mut workspace = Table::new();
        workspace.insert("members", Item::Value(Value::Array(Array::from_iter([member]))));
        self.document.insert("workspace", Item::Table(workspace));
        ManifestChange {
            text: self.text(),
            path: self.folder.join("Cargo.toml"),
            member: member.to_owned(),
            new_workspace: true,
        }
    }

    /// A list of `workspace`.
    fn names(&self, list: &str) -> Vec<String> {
        let list = self.document.get("workspace").and_then(|workspace| workspace.get(list)?.as_array());
        list.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    fn text(&self) -> String {
        let text = self.document.to_string();
        let text = if self.has_crlf { text.replace('\n', "\r\n") } else { text };
        if self.has_mark { format!("{MARK}{text}") } else { text }
    }
}

impl ManifestChange {
    /// Replaces the manifest as a whole: a reader, or a full disk, never meets half of it.
    pub(crate) fn apply(&self) -> io::Result<()> {
        // Where the manifest is a link, what it leads to is replaced.
        let path = dunce::canonicalize(&self.path)?;
        let mut file = tempfile::NamedTempFile::new_in(path.parent().unwrap_or(&path))?;
        io::Write::write_all(&mut file, self.text.as_bytes())?;
        file.as_file().set_permissions(fs::metadata(&path)?.permissions())?;
        file.persist(&path)?;
        Ok(())
    }
}

/// Adds a member in the style of the list: on a line of its own where the others have one.
fn push(members: &mut Array, member: &str) {
    let had_comma = members.trailing_comma();
    let trailing = members.trailing().as_str().unwrap_or_default().to_owned();
    let Some(last) = members.get_mut(members.len().wrapping_sub(1)) else {
        members.push(member);
        return;
    };
    let prefix = last.decor().prefix().and_then(|prefix| prefix.as_str()).unwrap_or_default();
    let Some((_, indent)) = prefix.rsplit_once('\n').map(|(above, indent)| (above, indent.to_owned())) else {
        members.push(member);
        return;
    };
    // A comment on the last member stands behind its comma; without a comma, behind itself, where one is needed now.
    let comment = if had_comma {
        trailing
    } else {
        let suffix = last.decor().suffix().and_then(|suffix| suffix.as_str()).unwrap_or_default().to_owned();
        last.decor_mut().set_suffix("");
        suffix
    };
    let mut value = Value::from(member);
    value.decor_mut().set_prefix(format!("{}\n{indent}", comment.trim_end()));
    members.push_formatted(value);
    members.set_trailing_comma(true);
    members.set_trailing("\n");
}

/// Whether a pattern of `workspace.members` takes a folder in: parts of a path, of which `*` is any.
fn takes_in(pattern: &str, member: &str) -> bool {
    glob::Pattern::new(pattern.trim_start_matches("./").trim_end_matches('/')).is_ok_and(|pattern| {
        pattern.matches_with(member, glob::MatchOptions { require_literal_separator: true, ..Default::default() })
    })
}
