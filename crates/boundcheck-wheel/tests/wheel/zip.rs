//! A writer of zip archives that lets a test lie about everything.

use std::io::Write;

use flate2::Compression;
use flate2::write::DeflateEncoder;

/// One member; what is not changed is true.
#[derive(Clone)]
pub(crate) struct Entry {
    pub(crate) name: String,
    pub(crate) packed: Vec<u8>,
    pub(crate) method: u16,
    pub(crate) flags: u16,
    pub(crate) crc: u32,
    pub(crate) size: u32,
    /// Unix mode in the upper half.
    pub(crate) attributes: u32,
    /// Day, month and year as DOS packs them.
    pub(crate) date: u16,
    /// Unpacked and packed size as zip64 writes them, in the place of the 32-bit ones.
    pub(crate) wide: Option<(u64, u64)>,
}

impl Entry {
    pub(crate) fn stored(name: &str, content: &[u8]) -> Self {
        Self {
            name: name.to_owned(),
            packed: content.to_vec(),
            method: 0,
            flags: 0,
            crc: crc32fast::hash(content),
            size: content.len() as u32,
            attributes: 0o100_644 << 16,
            date: 0x21,
            wide: None,
        }
    }

    pub(crate) fn deflated(name: &str, content: &[u8]) -> Self {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(content).unwrap();
        Self { packed: encoder.finish().unwrap(), method: 8, ..Self::stored(name, content) }
    }

    /// Fields that the local header and the directory share.
    fn shared(&self) -> Vec<u8> {
        let mut out = Vec::new();
        for short in [20, self.flags, self.method, 0, self.date] {
            out.extend(short.to_le_bytes());
        }
        let sizes = if self.wide.is_some() { [u32::MAX; 2] } else { [self.packed.len() as u32, self.size] };
        for long in [self.crc, sizes[0], sizes[1]] {
            out.extend(long.to_le_bytes());
        }
        for short in [self.name.len(), self.extra().len()] {
            out.extend((short as u16).to_le_bytes());
        }
        out
    }

    /// The field of zip64.
    fn extra(&self) -> Vec<u8> {
        let Some((size, packed)) = self.wide else { return Vec::new() };
        let sizes = [size.to_le_bytes(), packed.to_le_bytes()].concat();
        [&[1, 0, 16, 0], &sizes[..]].concat()
    }
}

/// The bytes of an archive.
pub(crate) fn archive(entries: &[Entry]) -> Vec<u8> {
    let (mut out, start, count) = members(entries);
    let length = out.len() as u32 - start;
    end(&mut out, count as u16, length, start);
    out
}

/// Members and the directory, where that begins, and how many there are.
pub(crate) fn members(entries: &[Entry]) -> (Vec<u8>, u32, usize) {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for entry in entries {
        let offset = out.len() as u32;
        out.extend(b"PK\x03\x04");
        out.extend(entry.shared());
        out.extend(entry.name.as_bytes());
        out.extend(entry.extra());
        out.extend(&entry.packed);
        directory.extend(b"PK\x01\x02");
        directory.extend((0x0314_u16).to_le_bytes());
        directory.extend(entry.shared());
        directory.extend([0; 6]);
        directory.extend(entry.attributes.to_le_bytes());
        directory.extend(offset.to_le_bytes());
        directory.extend(entry.name.as_bytes());
        directory.extend(entry.extra());
    }
    let start = out.len() as u32;
    out.extend(directory);
    (out, start, entries.len())
}

/// The record at the end.
pub(crate) fn end(out: &mut Vec<u8>, count: u16, length: u32, start: u32) {
    out.extend(b"PK\x05\x06");
    out.extend([0; 4]);
    for number in [count, count] {
        out.extend(number.to_le_bytes());
    }
    for number in [length, start] {
        out.extend(number.to_le_bytes());
    }
    out.extend([0, 0]);
}
