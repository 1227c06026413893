//! Two wheels that should be the same, bit for bit.

use std::collections::{BTreeMap, HashSet};
use std::fs::File;
use std::io::Read;

use boundcheck_model::{Cause, Difference};
use camino::Utf8Path;
use object::{Object, ObjectSection};
use rc_zip_sync::rc_zip::Entry;
use rc_zip_sync::{ArchiveHandle, EntryHandle};
use sha2::{Digest, Sha256};

use crate::error::WheelError;
use crate::{archive, content, objects, sbom};

/// A member larger than this is only told to differ.
const LARGEST: u64 = 1 << 30;
/// Paths in one message.
const SHOWN: usize = 3;

/// What differs between two wheels, in the order of their members; empty when they are the same in all that an installer
/// or a hash sees.
///
/// # Errors
/// When one of them cannot be read.
pub fn compare(a: &Utf8Path, b: &Utf8Path) -> Result<Vec<Difference>, WheelError> {
    let (file_a, file_b) = (archive::open(a)?, archive::open(b)?);
    let paths = [a, b];
    let (a, b) = (archive::directory(a, &file_a)?, archive::directory(b, &file_b)?);
    let mut differences = Vec::new();
    let (names_a, names_b): (Vec<_>, Vec<_>) = (names(&a), names(&b));
    let others: BTreeMap<&str, EntryHandle<'_, File>> = names_b.iter().map(String::as_str).zip(b.entries()).collect();
    for (name, entry) in names_a.iter().zip(a.entries()) {
        match others.get(name.as_str()) {
            Some(other) => members((&file_a, &entry), (&file_b, other), &mut differences),
            None => differences.push(Difference::new(name, Cause::Missing, "only in the first wheel")),
        }
    }
    let known: HashSet<&str> = names_a.iter().map(String::as_str).collect();
    for name in names_b.iter().filter(|name| !known.contains(name.as_str())) {
        differences.push(Difference::new(name, Cause::Missing, "only in the second wheel"));
    }
    let kept_a = names_a.iter().filter(|name| others.contains_key(name.as_str()));
    if !kept_a.eq(names_b.iter().filter(|name| known.contains(name.as_str()))) {
        differences.push(Difference::new("", Cause::Order, "the members are packed in another order"));
    }
    if differences.is_empty() && !same_bytes(paths)? {
        differences.push(Difference::new(
            "",
            Cause::Packing,
            "names, times and contents are the same, the archives are not",
        ));
    }
    // The list of hashes differs because something else does.
    if differences.iter().any(|one| !is_record(&one.member)) {
        differences.retain(|one| !is_record(&one.member) || one.cause != Cause::Content);
    }
    Ok(differences)
}

/// Whether two files are the same, bit for bit.
fn same_bytes(paths: [&Utf8Path; 2]) -> Result<bool, WheelError> {
    let hash = |path: &Utf8Path| {
        let unreadable = |source| WheelError::Unreadable { path: path.to_owned(), source };
        let (mut file, mut hash, mut buffer) = (archive::open(path)?, Sha256::new(), vec![0; 64 << 10]);
        loop {
            match file.read(&mut buffer).map_err(unreadable)? {
                0 => return Ok(hash.finalize()),
                read => hash.update(&buffer[..read]),
            }
        }
    };
    Ok(hash(paths[0])? == hash(paths[1])?)
}

fn names(archive: &ArchiveHandle<'_, File>) -> Vec<String> {
    archive.entries().map(|entry| entry.name.clone()).collect()
}

fn is_record(member: &str) -> bool {
    member.ends_with(".dist-info/RECORD")
}

/// A member and the file that it is in.
type InFile<'a> = (&'a File, &'a Entry);

fn members((file_a, a): InFile<'_>, (file_b, b): InFile<'_>, out: &mut Vec<Difference>) {
    let name = &a.name;
    if a.modified != b.modified {
        let detail = format!("{} and {}", a.modified, b.modified);
        out.push(Difference::new(name, Cause::Time, detail));
    }
    if a.mode != b.mode {
        out.push(Difference::new(
            name,
            Cause::Permissions,
            format!("{:o} and {:o}", a.mode.0 & 0o777, b.mode.0 & 0o777),
        ));
    }
    if (a.crc32, a.uncompressed_size) == (b.crc32, b.uncompressed_size) {
        if a.compressed_size != b.compressed_size {
            let detail = format!("packed into {} and {} bytes", a.compressed_size, b.compressed_size);
            out.push(Difference::new(name, Cause::Packing, detail));
        }
        return;
    }
    match (bytes(file_a, a), bytes(file_b, b)) {
        (Some(a), Some(b)) => {
            let known = sbom::differences(name, &a, &b);
            if known.is_empty() { out.push(content(name, &a, &b)) } else { out.extend(known) }
        }
        _ => out.push(Difference::new(name, Cause::Content, "the content differs")),
    }
}

fn bytes(file: &File, entry: &Entry) -> Option<Vec<u8>> {
    let mut all = Vec::new();
    content::open(file, entry).ok()?.take(entry.uncompressed_size.min(LARGEST)).read_to_end(&mut all).ok()?;
    (all.len() as u64 == entry.uncompressed_size).then_some(all)
}

/// Where two contents part, and why where that shows.
fn content(name: &str, a: &[u8], b: &[u8]) -> Difference {
    if objects::is_named_like_one(name)
        && let (Ok(a), Ok(b)) = (object::File::parse(a), object::File::parse(b))
    {
        return sections(name, &a, &b);
    }
    let (Ok(a), Ok(b)) = (std::str::from_utf8(a), std::str::from_utf8(b)) else {
        return Difference::new(name, Cause::Content, "the bytes differ");
    };
    let mut lines = a.lines().zip(b.lines()).enumerate();
    let detail = match lines.find(|(_, (a, b))| a != b) {
        Some((at, (a, b))) => format!("line {}: `{}` and `{}`", at + 1, cut(a), cut(b)),
        None => format!("{} and {} lines", a.lines().count(), b.lines().count()),
    };
    Difference::new(name, Cause::Content, detail)
}

/// Which sections of two objects differ, and paths that only one of them holds.
fn sections(name: &str, a: &object::File<'_>, b: &object::File<'_>) -> Difference {
    let data = |file: &object::File<'_>| -> BTreeMap<String, Vec<u8>> {
        let read =
            |section: object::Section<'_, '_>| Some((section.name().ok()?.to_owned(), section.data().ok()?.to_vec()));
        file.sections().filter_map(read).collect()
    };
    let (a, b) = (data(a), data(b));
    let differing: Vec<&String> =
        a.iter().filter(|(name, data)| b.get(*name) != Some(data)).map(|(name, _)| name).collect();
    let paths = |one: &BTreeMap<String, Vec<u8>>| -> Vec<String> {
        differing.iter().filter_map(|name| one.get(*name)).flat_map(|data| paths_in(data)).collect()
    };
    let (in_a, in_b) = (paths(&a), paths(&b));
    let mut only: Vec<&String> = in_a.iter().filter(|path| !in_b.contains(path)).collect();
    only.sort();
    only.dedup();
    let sections = differing.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    if only.is_empty() {
        let sections = if sections.is_empty() { "headers or symbols".to_owned() } else { sections };
        return Difference::new(name, Cause::Code, format!("in {sections}"));
    }
    let shown: Vec<_> = only.iter().take(SHOWN).map(|path| format!("`{}`", cut(path))).collect();
    Difference::new(name, Cause::Paths, format!("in {sections}; only the first has {}", shown.join(", ")))
}

/// Absolute paths in the data of a section: runs of printable bytes that begin with `/` and hold another one.
fn paths_in(data: &[u8]) -> Vec<String> {
    let printable = |byte: &u8| byte.is_ascii_graphic();
    let runs = data.split(|byte| !printable(byte));
    let text = runs.filter_map(|run| std::str::from_utf8(run).ok());
    text.filter_map(|run| run.find('/').map(|at| &run[at..]))
        .filter(|path| path.len() > 6 && path[1..].contains('/'))
        .map(str::to_owned)
        .collect()
}

/// The beginning of a long text.
fn cut(text: &str) -> String {
    const LONGEST: usize = 80;
    if text.chars().count() <= LONGEST { text.to_owned() } else { text.chars().take(LONGEST).chain(['…']).collect() }
}
