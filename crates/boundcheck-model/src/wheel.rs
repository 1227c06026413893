//! A wheel, as plain data.

use camino::Utf8PathBuf;

use crate::{Location, SharedObject, SourceFile};

/// A wheel as it lies in its file, and what stood in the way of reading it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wheel {
    /// Path as given.
    pub path: Utf8PathBuf,
    /// What the file name says; `None` when it is not one of a wheel.
    pub name: Option<WheelName>,
    /// Files in the order of the archive.
    pub members: Vec<Member>,
    /// What is wrong with the archive itself.
    pub flaws: Vec<Flaw>,
    /// `METADATA`.
    pub metadata: Option<Headers>,
    /// `WHEEL`.
    pub info: Option<Headers>,
    /// `RECORD`.
    pub record: Option<Record>,
    /// Shared objects that could be read.
    pub objects: Vec<SharedObject>,
    /// Texts that findings can point into, under their paths in the wheel, sorted by these.
    pub texts: Vec<SourceFile>,
}

impl Wheel {
    /// The member of that path.
    pub fn member(&self, path: &str) -> Option<&Member> {
        self.members.iter().find(|member| member.path == path)
    }

    /// The text of a member, where it was kept: those of `.dist-info`, stubs, and `__init__.py`.
    pub fn text(&self, path: &str) -> Option<&SourceFile> {
        let at = self.texts.binary_search_by(|file| file.path.as_str().cmp(path)).ok()?;
        Some(&self.texts[at])
    }

    /// A line of a member, from 1, as reports write it; the whole wheel when `member` is empty.
    pub fn location(&self, member: &str, line: u32) -> Location {
        let path = if member.is_empty() { self.path.clone() } else { self.path.join(member) };
        let length = self.text(member).and_then(|file| {
            let (start, end) = file.line_range(line)?;
            Some(file.text[start as usize..end as usize].trim_end().chars().count() as u32)
        });
        Location { path, line, column: 1, end_line: line, end_column: 1 + length.unwrap_or_default() }
    }

    /// Whether any tag of the file name promises the stable ABI; the version of it: (3, 9).
    pub fn stable_abi(&self) -> Option<(u32, u32)> {
        let name = self.name.as_ref()?;
        let stable = name.abi.iter().any(|abi| abi == "abi3" || abi == "abi3t");
        let floor = name.python.iter().filter_map(|tag| cpython(tag)).min();
        floor.filter(|_| stable)
    }
}

/// `cp39` is (3, 9).
pub fn cpython(tag: &str) -> Option<(u32, u32)> {
    let digits = tag.strip_prefix("cp")?;
    let (major, minor) = digits.split_at_checked(1)?;
    Some((major.parse().ok()?, minor.parse().ok()?))
}

/// The parts of a file name ([binary distribution format]).
///
/// [binary distribution format]: https://packaging.python.org/en/latest/specifications/binary-distribution-format/
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WheelName {
    /// Distribution, as written.
    pub distribution: String,
    /// Version, as written.
    pub version: String,
    /// Build tag.
    pub build: Option<String>,
    /// Python tags: `cp39`, `py3`.
    pub python: Vec<String>,
    /// ABI tags: `abi3`, `cp313t`, `none`.
    pub abi: Vec<String>,
    /// Platform tags: `manylinux_2_17_x86_64`, `any`.
    pub platform: Vec<String>,
}

impl WheelName {
    /// Every tag that the compressed sets stand for: `cp39-abi3-manylinux_2_17_x86_64`.
    pub fn tags(&self) -> Vec<String> {
        let mut tags = Vec::new();
        for python in &self.python {
            for abi in &self.abi {
                tags.extend(self.platform.iter().map(|platform| format!("{python}-{abi}-{platform}")));
            }
        }
        tags.sort();
        tags.dedup();
        tags
    }
}

/// One file of the archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Path in the archive, as written.
    pub path: String,
    /// Bytes when unpacked.
    pub size: u64,
    /// Bytes in the archive.
    pub packed: u64,
    /// SHA-256 of its content in URL-safe base64 without padding, as `RECORD` writes it; `None` when it was not read.
    pub sha256: Option<String>,
}

/// What is wrong with the archive, or with one member of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flaw {
    /// What.
    pub kind: FlawKind,
    /// The member, where it is about one.
    pub member: Option<String>,
    /// For a person: the numbers and names of it.
    pub detail: String,
}

/// Kinds of [`Flaw`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FlawKind {
    /// The path is absolute, leads out of the folder, or is none on some system.
    Path,
    /// The path is there twice, on a file system that tells no case apart at the latest.
    Duplicate,
    /// Encrypted, so that no installer can read it.
    Encrypted,
    /// The size or checksum in the directory is not that of the content.
    Content,
    /// It unpacks to far more than it is worth.
    Bomb,
    /// A way to compress that installers do not know.
    Method,
    /// A link or a device.
    Special,
}

/// `METADATA` or `WHEEL`: fields as in an e-mail, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Headers {
    /// Path in the wheel.
    pub path: String,
    /// Name and value.
    pub fields: Vec<Header>,
}

/// One field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// As written.
    pub name: String,
    /// Value, folded lines joined.
    pub value: String,
    /// Line, from 1.
    pub line: u32,
}

impl Headers {
    /// The first field of that name, in any case.
    pub fn get(&self, name: &str) -> Option<&Header> {
        self.all(name).next()
    }

    /// All fields of that name, in any case.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &Header> {
        self.fields.iter().filter(move |field| field.name.eq_ignore_ascii_case(name))
    }
}

/// `RECORD`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Record {
    /// Path in the wheel.
    pub path: String,
    /// Its rows.
    pub rows: Vec<RecordRow>,
}

/// One row of `RECORD`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordRow {
    /// The file.
    pub path: String,
    /// `sha256=…`; empty for `RECORD` itself.
    pub hash: String,
    /// Bytes, when it says so.
    pub size: Option<u64>,
    /// Line, from 1.
    pub line: u32,
}
