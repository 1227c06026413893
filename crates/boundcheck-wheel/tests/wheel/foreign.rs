//! Shared objects of macOS and Windows, written byte by byte: no linker for them is at hand.

use boundcheck_model::{ObjectFormat, SharedObject};

use crate::read;
use crate::zip::{Entry, archive};

/// Machines as Mach-O numbers them.
const X86_64: u32 = 0x0100_0007;
const ARM64: u32 = 0x0100_000c;

const CODE: &[u8; 16] = &[0xc3; 16];

fn words(numbers: &[u32]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

fn padded(text: &str, length: usize) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    bytes.resize(length, 0);
    bytes
}

/// A bundle that exports `PyInit__native`, and imports `malloc` from the system and `PyList_New` from whoever has it.
fn macho(machine: u32, lowest: (u32, u32)) -> Vec<u8> {
    let names = b"\0_PyInit__native\0_PyList_New\0_malloc\0";
    let (segment, symtab) = (0x19_u32, 0x2_u32);
    let library = padded("/usr/lib/libSystem.B.dylib", 32);
    let folder = padded("@loader_path/../demo.dylibs", 28);
    let commands = |code: u32, symbols: u32, strings: u32| -> Vec<u8> {
        [
            words(&[segment, 72 + 80]),
            padded("__TEXT", 16),
            words(&[0, 0, 0x1000, 0, 0, 0, 0x1000, 0, 5, 5, 1, 0]),
            padded("__text", 16),
            padded("__TEXT", 16),
            words(&[code, 0, CODE.len() as u32, 0, code, 0, 0, 0, 0x8000_0400, 0, 0, 0]),
            // LC_LOAD_DYLIB: name, time, versions.
            words(&[0xc, 24 + 32, 24, 0, 0x10000, 0x10000]),
            library.clone(),
            // LC_RPATH
            words(&[0x8000_001c, 12 + 28, 12]),
            folder.clone(),
            // LC_BUILD_VERSION: macOS.
            words(&[0x32, 24, 1, lowest.0 << 16 | lowest.1 << 8, 0, 0]),
            words(&[symtab, 24, symbols, 3, strings, names.len() as u32]),
        ]
        .concat()
    };
    let start = 32 + commands(0, 0, 0).len() as u32;
    let (code, symbols) = (start, start + CODE.len() as u32);
    let strings = symbols + 3 * 16;
    let commands = commands(code, symbols, strings);
    // A bundle for dyld, with two-level names.
    let header = words(&[0xfeed_facf, machine, 0, 8, 5, commands.len() as u32, 0x84, 0]);
    // Name, kind, section, library, value: a definition, one looked up everywhere, one of the first library.
    let symbol = |name: u32, kind: u8, section: u8, library: u16, value: u64| -> Vec<u8> {
        let short = (library << 8).to_le_bytes();
        [&name.to_le_bytes()[..], &[kind, section], &short, &value.to_le_bytes()].concat()
    };
    let table = [symbol(1, 0xf, 1, 0, code.into()), symbol(17, 1, 0, 0xfe, 0), symbol(29, 1, 0, 1, 0)].concat();
    [header, commands, CODE.to_vec(), table, names.to_vec()].concat()
}

/// A universal binary.
fn universal(slices: &[(u32, &[u8])]) -> Vec<u8> {
    let big = |numbers: &[u32]| numbers.iter().flat_map(|number| number.to_be_bytes()).collect::<Vec<u8>>();
    let mut out = big(&[0xcafe_babe, slices.len() as u32]);
    let mut offset = 0x1000_u32;
    for (machine, bytes) in slices {
        out.extend(big(&[*machine, 0, offset, bytes.len() as u32, 12]));
        offset += 0x1000;
    }
    for (at, (_, bytes)) in slices.iter().enumerate() {
        out.resize(0x1000 * (at + 1), 0);
        out.extend_from_slice(bytes);
    }
    out
}

/// A DLL that exports `PyInit__native` and imports `PyList_New` from that library.
fn pe(library: &str) -> Vec<u8> {
    // One section for all, at the same place in the file and in memory.
    const AT: u32 = 0x1000;
    let (exports, imports, thunks, texts) = (AT + 16, AT + 80, AT + 128, AT + 160);
    let (dll, init, asked, list) = (texts, texts + 16, texts + 32, texts + 64);
    let section = [
        CODE.to_vec(),
        // Exports: name of the DLL, base, functions, names; then the three tables behind it.
        words(&[0, 0, 0, dll, 1, 1, 1, exports + 40, exports + 44, exports + 48]),
        words(&[AT, init, 0]),
        padded("", 12),
        // Imports: one library, and an empty one as the end.
        words(&[thunks, 0, 0, asked, thunks]),
        padded("", 28),
        words(&[list, 0, 0, 0]),
        padded("", 16),
        padded("_native.pyd", 16),
        padded("PyInit__native", 16),
        padded(library, 32),
        padded("\0\0PyList_New", 32),
    ]
    .concat();
    let size = section.len() as u32;
    // The names of exports lie within what the directory covers.
    let mut directories = vec![exports, AT + size - exports, imports, 40];
    directories.resize(32, 0);
    let headers = [
        [b"MZ".to_vec(), padded("", 58), words(&[64])].concat(),
        b"PE\0\0\x64\x86\x01\0".to_vec(),
        words(&[0, 0, 0]),
        [240_u16.to_le_bytes(), 0x2022_u16.to_le_bytes()].concat(),
        // Optional header: 64 bits; sizes and alignments.
        [0x20b_u16.to_le_bytes(), [14, 0]].concat(),
        words(&[0x200, 0, 0, 0, AT, 0x8000_0000, 1, AT, 0x200, 6, 0, 6, 0, 2 * AT, 0x200, 0]),
        [2_u16.to_le_bytes(), 0x160_u16.to_le_bytes()].concat(),
        words(&[0x0010_0000, 0, 0x1000, 0, 0x0010_0000, 0, 0x1000, 0, 0, 16]),
        words(&directories),
        padded(".text", 8),
        words(&[size, AT, size, AT, 0, 0, 0, 0x6000_0020]),
    ]
    .concat();
    let mut out = headers;
    out.resize(AT as usize, 0);
    out.extend(section);
    out
}

fn only_object(member: &str, bytes: &[u8]) -> SharedObject {
    let wheel = read("demo-1.0-cp39-abi3-any.whl", &archive(&[Entry::deflated(member, bytes)])).unwrap();
    wheel.objects.into_iter().next().unwrap_or_else(|| panic!("{member} cannot be read"))
}

fn imported(object: &SharedObject) -> Vec<(&str, Option<&str>)> {
    object.imports.iter().map(|import| (import.name.as_str(), import.library.as_deref())).collect()
}

#[test]
fn a_bundle_of_macos() {
    let object = only_object("demo/_native.abi3.so", &macho(ARM64, (11, 0)));
    assert_eq!((object.format, &object.architectures[..]), (ObjectFormat::MachO, &["arm64".to_owned()][..]));
    // Without the `_` that C has there.
    assert_eq!(object.exports, ["PyInit__native"]);
    assert_eq!(imported(&object), [("PyList_New", None), ("malloc", Some("/usr/lib/libSystem.B.dylib"))]);
    assert_eq!(object.libraries, ["/usr/lib/libSystem.B.dylib"]);
    assert_eq!(object.search_paths, ["@loader_path/../demo.dylibs"]);
    assert_eq!(object.lowest_macos, Some((11, 0)));
    assert_eq!(object.sizes.code, CODE.len() as u64);
    assert!(object.is_module());
}

#[test]
fn a_universal_binary_is_all_of_its_slices() {
    let (intel, arm) = (macho(X86_64, (10, 13)), macho(ARM64, (11, 0)));
    let object = only_object("demo/_native.abi3.so", &universal(&[(X86_64, &intel), (ARM64, &arm)]));
    assert_eq!(object.architectures, ["arm64", "x86_64"]);
    assert_eq!(object.lowest_macos, Some((11, 0)));
    assert_eq!(object.exports, ["PyInit__native"]);
    assert_eq!(object.sizes.code, 2 * CODE.len() as u64);
}

#[test]
fn a_library_of_windows() {
    let object = only_object("demo/_native.pyd", &pe("python311.dll"));
    assert_eq!((object.format, &object.architectures[..]), (ObjectFormat::Pe, &["win_amd64".to_owned()][..]));
    assert_eq!(object.exports, ["PyInit__native"]);
    assert_eq!(imported(&object), [("PyList_New", Some("python311.dll"))]);
    assert_eq!(object.libraries, ["python311.dll"]);
    assert!(object.is_module());
}

#[test]
fn what_is_cut_off_or_flipped_is_no_object_and_no_panic() {
    for (member, whole) in [("a.so", macho(ARM64, (11, 0))), ("a.pyd", pe("python3.dll"))] {
        for at in (0..whole.len()).step_by(7) {
            let mut flipped = whole.clone();
            flipped[at] ^= 0xff;
            let _ = read("demo-1.0-cp39-abi3-any.whl", &archive(&[Entry::stored(member, &flipped)]));
            let _ = read("demo-1.0-cp39-abi3-any.whl", &archive(&[Entry::stored(member, &whole[..at])]));
        }
    }
}
