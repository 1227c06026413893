//! The content of a member, as it is when unpacked.
//!
//! `rc-zip` reads the directory; its way to unpack takes half as long again as this.

use std::fs::File;
use std::io::{self, BufReader, Read};

use flate2::bufread::DeflateDecoder;
use rc_zip_sync::HasCursor;
use rc_zip_sync::rc_zip::Entry;
use rc_zip_sync::rc_zip::parse::Method;

/// Bytes that are read and unpacked at once: they stay in the cache of a core until they are hashed.
pub(crate) const CHUNK: usize = 256 << 10;

/// The header before the content, without name and extra field.
const LOCAL_HEADER: u64 = 30;

/// Reads what a member holds. The caller compares size and checksum with those of the directory.
pub(crate) fn open<'f>(file: &'f File, entry: &Entry) -> io::Result<Box<dyn Read + 'f>> {
    let mut header = [0; LOCAL_HEADER as usize];
    file.cursor_at(entry.header_offset).read_exact(&mut header)?;
    if !header.starts_with(b"PK\x03\x04") {
        return Err(io::Error::other("no member begins where the directory says"));
    }
    let short = |at: usize| u64::from(u16::from_le_bytes([header[at], header[at + 1]]));
    let (name, extra) = (short(26), short(28));
    let packed = file.cursor_at(entry.header_offset + LOCAL_HEADER + name + extra).take(entry.compressed_size);
    match entry.method {
        Method::Store => Ok(Box::new(packed)),
        Method::Deflate => Ok(Box::new(DeflateDecoder::new(BufReader::with_capacity(CHUNK, packed)))),
        other => Err(io::Error::other(format!("it is packed with {other:?}"))),
    }
}
