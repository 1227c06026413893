//! The archive: its members, what is wrong with them, and the bytes of those that matter, within bounds.

use std::collections::HashSet;
use std::fs::File;
use std::io::Read;

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use boundcheck_model::{Flaw, FlawKind, Member, SharedObject};
use camino::Utf8Path;
use rayon::prelude::*;
use rc_zip_sync::rc_zip::EntryKind;
use rc_zip_sync::rc_zip::parse::Method;
use rc_zip_sync::{ArchiveHandle, EntryHandle, ReadZip};
use sha2::{Digest, Sha256};

use crate::content::{self, CHUNK};
use crate::error::WheelError;
use crate::{metadata, objects};

/// A shared object larger than this is hashed but not looked into.
const LARGEST_OBJECT: u64 = 1 << 30;
/// A text larger than this is hashed but not looked into.
const LARGEST_TEXT: u64 = 16 << 20;
/// What a whole wheel may unpack to. The largest on PyPI are below 4 GiB.
const LARGEST_WHEEL: u64 = 16 << 30;
/// Above this size a member counts as a bomb when it is packed beyond [`HIGHEST_RATIO`].
const SUSPICIOUS_SIZE: u64 = 64 << 20;
/// Text packs ten to one, zeros a thousand to one; code never comes near.
const HIGHEST_RATIO: u64 = 200;
/// Bit of the flags of a member: its content is encrypted.
const ENCRYPTED: u16 = 1;

/// What was read.
pub(crate) struct Archive {
    pub(crate) members: Vec<Member>,
    pub(crate) flaws: Vec<Flaw>,
    /// Content of members that matter, by path.
    pub(crate) kept: Vec<(String, Kept)>,
}

/// Content that matters.
pub(crate) enum Kept {
    Text(String),
    Object(Box<SharedObject>),
}

/// Opens a file that may be an archive.
pub(crate) fn open(path: &Utf8Path) -> Result<File, WheelError> {
    let unreadable = |source: std::io::Error| match source.kind() {
        std::io::ErrorKind::NotFound => WheelError::NotFound { path: path.to_owned() },
        _ => WheelError::Unreadable { path: path.to_owned(), source },
    };
    // A pipe never ends, and a device may not either.
    if !std::fs::metadata(path).map_err(unreadable)?.is_file() {
        return Err(unreadable(std::io::Error::other("not a regular file")));
    }
    File::open(path).map_err(unreadable)
}

/// Reads the directory of an archive.
pub(crate) fn directory<'f>(path: &Utf8Path, file: &'f File) -> Result<ArchiveHandle<'f, File>, WheelError> {
    file.read_zip().map_err(|error| WheelError::NotAnArchive { path: path.to_owned(), reason: reason(&error) })
}

/// Reads the members of an archive.
pub(crate) fn read(path: &Utf8Path) -> Result<Archive, WheelError> {
    let file = open(path)?;
    let archive = directory(path, &file)?;

    let entries: Vec<EntryHandle<'_, File>> = archive.entries().filter(|entry| !entry.name.ends_with('/')).collect();
    let length = file.metadata().map_or(0, |metadata| metadata.len());
    let mut flaws = flaws(&entries, length);
    let unread: HashSet<String> = flaws.iter().filter_map(|flaw| flaw.member.clone()).collect();
    let read = entries.iter().filter(|entry| !unread.contains(&entry.name));
    let whole: u64 = read.map(|entry| entry.uncompressed_size).fold(0, u64::saturating_add);
    // Members that share what they unpack are small each.
    let is_bomb = whole > LARGEST_WHEEL || whole > SUSPICIOUS_SIZE && whole / length.max(1) > HIGHEST_RATIO;
    if is_bomb {
        flaws.push(Flaw { kind: FlawKind::Bomb, member: None, detail: format!("it unpacks to {whole} bytes") });
    }
    let read: Vec<Unpacked> = entries
        .par_iter()
        .map(|entry| {
            let skipped = is_bomb || unread.contains(&entry.name);
            if skipped { Unpacked::default() } else { unpack(&file, entry) }
        })
        .collect();

    let mut members = Vec::new();
    let mut kept = Vec::new();
    for (entry, unpacked) in entries.iter().zip(read) {
        members.push(Member {
            path: entry.name.clone(),
            size: entry.uncompressed_size,
            packed: entry.compressed_size,
            sha256: unpacked.sha256,
        });
        kept.extend(unpacked.kept.map(|content| (entry.name.clone(), content)));
        flaws.extend(unpacked.flaw);
    }
    Ok(Archive { members, flaws, kept })
}

fn reason(error: &rc_zip_sync::rc_zip::Error) -> String {
    use rc_zip_sync::rc_zip::Error;
    use rc_zip_sync::rc_zip::error::FormatError;
    match error {
        Error::Format(FormatError::DirectoryEndSignatureNotFound) => "it has no directory at its end".to_owned(),
        Error::Format(_) => format!("its directory cannot be read ({error})"),
        Error::IO(_) => "it ends too early".to_owned(),
        other => other.to_string(),
    }
}

/// What is wrong with the directory of the archive, before anything is unpacked.
fn flaws(entries: &[EntryHandle<'_, File>], length: u64) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    let mut seen = HashSet::new();
    for entry in entries {
        let mut add = |kind, detail: String| flaws.push(Flaw { kind, member: Some(entry.name.clone()), detail });
        if let Some(why) = wrong_path(&entry.name) {
            add(FlawKind::Path, why.to_owned());
        }
        if !seen.insert(entry.name.to_lowercase()) {
            add(FlawKind::Duplicate, "the path is there twice".to_owned());
        }
        if entry.flags & ENCRYPTED != 0 {
            add(FlawKind::Encrypted, "it is encrypted".to_owned());
        }
        if !matches!(entry.method, Method::Store | Method::Deflate) {
            add(FlawKind::Method, format!("it is packed with {:?}", entry.method));
        }
        if entry.kind() != EntryKind::File {
            add(FlawKind::Special, format!("it is a {:?}", entry.kind()).to_lowercase());
        }
        let ratio = entry.uncompressed_size / entry.compressed_size.max(1);
        if entry.compressed_size > length {
            add(FlawKind::Content, format!("it has {} bytes, which is more than the archive", entry.compressed_size));
        } else if entry.uncompressed_size > SUSPICIOUS_SIZE && ratio > HIGHEST_RATIO {
            add(FlawKind::Bomb, format!("{} bytes unpack to {}", entry.compressed_size, entry.uncompressed_size));
        }
    }
    flaws
}

/// Why no installer should unpack to that path.
fn wrong_path(path: &str) -> Option<&'static str> {
    let drive = path.as_bytes().get(1) == Some(&b':');
    if path.starts_with('/') || path.starts_with('\\') || drive {
        Some("the path is absolute")
    } else if path.split(['/', '\\']).any(|part| part == "..") {
        Some("the path leads out of the folder")
    } else if path.contains('\\') || path.contains('\0') || path.split('/').any(|part| part.is_empty() || part == ".") {
        Some("the path is not in its simplest form with `/`")
    } else {
        None
    }
}

#[derive(Default)]
struct Unpacked {
    sha256: Option<String>,
    kept: Option<Kept>,
    flaw: Option<Flaw>,
}

/// Unpacks a member: all of it through the hash, and into memory when it matters.
fn unpack(file: &File, entry: &EntryHandle<'_, File>) -> Unpacked {
    let flaw = |detail: String| Unpacked {
        flaw: Some(Flaw { kind: FlawKind::Content, member: Some(entry.name.clone()), detail }),
        ..Unpacked::default()
    };
    let is_object = objects::is_named_like_one(&entry.name);
    let limit = if is_object { LARGEST_OBJECT } else { LARGEST_TEXT };
    let wanted = (is_object || metadata::is_text(&entry.name)) && entry.uncompressed_size <= limit;

    let mut hash = Sha256::new();
    // The ratio was looked at before: the directory can ask for 200 times the size of the archive at most.
    let mut content = Vec::with_capacity(if wanted { entry.uncompressed_size as usize } else { 0 });
    let mut size = 0_u64;
    let mut checksum = crc32fast::Hasher::new();
    let mut reader = match content::open(file, entry) {
        Ok(reader) => reader,
        Err(error) => return flaw(format!("it cannot be unpacked: {error}")),
    };
    let mut buffer =
        vec![0; CHUNK.min(usize::try_from(entry.uncompressed_size).map_or(CHUNK, |size| size.saturating_add(1)))];
    loop {
        let read = match reader.read(&mut buffer) {
            Ok(0) => break,
            Ok(read) => read,
            Err(error) => return flaw(format!("it cannot be unpacked: {error}")),
        };
        size += read as u64;
        // A directory that lies about sizes must not fill the memory.
        if size > entry.uncompressed_size {
            return flaw(format!("it is longer than the {} bytes of the directory", entry.uncompressed_size));
        }
        hash.update(&buffer[..read]);
        checksum.update(&buffer[..read]);
        if wanted {
            content.extend_from_slice(&buffer[..read]);
        }
    }
    if size != entry.uncompressed_size {
        return flaw(format!("it has {size} bytes, the directory says {}", entry.uncompressed_size));
    }
    if checksum.finalize() != entry.crc32 {
        return flaw("its checksum is not that of the directory".to_owned());
    }
    let kept = match (wanted, is_object) {
        (false, _) => None,
        (true, true) => objects::read(&entry.name, &content).map(|object| Kept::Object(Box::new(object))),
        (true, false) => Some(Kept::Text(String::from_utf8_lossy(&content).into_owned())),
    };
    Unpacked { sha256: Some(BASE64_URL_SAFE_NO_PAD.encode(hash.finalize())), kept, flaw: None }
}
