//! Whether a program can load the recorder, from its first bytes.
//!
//! The dynamic linker of musl ends a program whose preloaded library needs symbols of glibc; so it must be asked before.

use std::fmt;
use std::io::Read;

use camino::Utf8Path;
use fs_err::File;

/// Why a program cannot load the recorder. It has to be run without.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unrecordable {
    /// It is linked with musl.
    Musl,
    /// It is of another architecture, or of 32 bits.
    Architecture,
    /// It has no dynamic linker, so nothing can be loaded into it.
    Static,
}

impl fmt::Display for Unrecordable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Musl => "it uses musl, and the recorder needs glibc",
            Self::Architecture => "it is built for another architecture",
            Self::Static => "it is linked statically, so that nothing can be loaded into it",
        })
    }
}

/// Looks whether the program at `path` can load the recorder: `None` where nothing speaks against it, as for scripts and
/// for files that cannot be read. Only the program itself is looked at, not what it starts.
pub fn check_program(path: &Utf8Path) -> Option<Unrecordable> {
    // Program headers and the name of the dynamic linker are at the begin of a file.
    let mut bytes = Vec::new();
    File::open(path).ok()?.take(64 * 1024).read_to_end(&mut bytes).ok()?;
    check(&bytes)
}

/// The same for the begin of a file. Offsets and numbers are those of `elf.h`.
fn check(bytes: &[u8]) -> Option<Unrecordable> {
    const PT_INTERP: u32 = 3;
    const MACHINE: u16 = if cfg!(target_arch = "aarch64") { 183 } else { 62 };
    if !bytes.starts_with(b"\x7fELF") {
        return None;
    }
    let is_64_bits_little_endian = bytes.get(4..6)? == [2, 1];
    if !is_64_bits_little_endian || u16::from_le_bytes(*array(bytes, 18)?) != MACHINE {
        return Some(Unrecordable::Architecture);
    }
    let headers = usize::try_from(u64::from_le_bytes(*array(bytes, 32)?)).ok()?;
    let (size, count) = (u16::from_le_bytes(*array(bytes, 54)?), u16::from_le_bytes(*array(bytes, 56)?));
    for index in 0..usize::from(count) {
        let header = headers.checked_add(index * usize::from(size))?;
        if u32::from_le_bytes(*array(bytes, header)?) != PT_INTERP {
            continue;
        }
        let start = usize::try_from(u64::from_le_bytes(*array(bytes, header.checked_add(8)?)?)).ok()?;
        let length = usize::try_from(u64::from_le_bytes(*array(bytes, header.checked_add(32)?)?)).ok()?;
        let linker = bytes.get(start..start.checked_add(length)?)?;
        return linker.windows(7).any(|part| part == b"ld-musl").then_some(Unrecordable::Musl);
    }
    Some(Unrecordable::Static)
}

fn array<const N: usize>(bytes: &[u8], start: usize) -> Option<&[u8; N]> {
    bytes.get(start..)?.first_chunk()
}

#[cfg(all(test, target_arch = "x86_64"))]
mod tests {
    use camino::Utf8Path;
    use proptest::collection::vec;
    use proptest::prelude::any;
    use proptest::proptest;

    use super::{Unrecordable, check, check_program};

    /// An ELF file with one program header, which names a dynamic linker.
    fn elf(linker: &str) -> Vec<u8> {
        let mut bytes = vec![0; 120];
        bytes[..6].copy_from_slice(b"\x7fELF\x02\x01");
        bytes[18] = 62;
        bytes[32] = 64;
        bytes[54] = 56;
        bytes[56] = 1;
        bytes[64] = 3;
        bytes[72] = 120;
        bytes[96] = linker.len() as u8;
        bytes.extend_from_slice(linker.as_bytes());
        bytes
    }

    #[test]
    fn only_what_glibc_loads_can_load_the_recorder() {
        assert_eq!(check(&elf("/lib64/ld-linux-x86-64.so.2\0")), None);
        assert_eq!(check(&elf("/lib/ld-musl-x86_64.so.1\0")), Some(Unrecordable::Musl));
        let mut other = elf("/lib/ld-linux-aarch64.so.1\0");
        other[18] = 183;
        assert_eq!(check(&other), Some(Unrecordable::Architecture));
        let mut none = elf("");
        none[64] = 1;
        assert_eq!(check(&none), Some(Unrecordable::Static));
        assert_eq!(check(b"#!/bin/sh\nexec python"), None);
        assert_eq!(check_program(Utf8Path::new("/bin/sh")), None);
        assert_eq!(check_program(Utf8Path::new("/nonexistent")), None);
    }

    proptest! {
        #[test]
        fn any_bytes_can_be_looked_at(tail in vec(any::<u8>(), 0..200)) {
            let mut bytes = elf("/lib");
            let start = bytes.len().saturating_sub(tail.len());
            bytes.truncate(start.max(6));
            bytes.extend(tail);
            check(&bytes);
        }
    }
}
