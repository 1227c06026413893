//! Shared objects of all formats.

mod elf;
mod macho;

use boundcheck_model::{Import, ObjectFormat, Relro, SharedObject, Sizes};
use object::read::macho::{FatArch, MachOFatFile32, MachOFatFile64};
use object::{Architecture, File, FileKind, ImportFlags, NameOrOrdinal, Object, ObjectSection, SectionKind};

/// Whether a member can be a shared object, or a program, by its name.
///
/// Programs are installed from `.data/scripts`, most of them without a suffix:
/// <https://packaging.python.org/en/latest/specifications/binary-distribution-format/#the-data-directory>
pub(crate) fn is_named_like_one(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let lower = name.to_ascii_lowercase();
    [".so", ".pyd", ".dll", ".dylib"].iter().any(|end| lower.ends_with(end))
        || lower.contains(".so.")
        || path.contains(".data/scripts/")
}

/// Reads a shared object; `None` when it is none.
pub(crate) fn read(path: &str, bytes: &[u8]) -> Option<SharedObject> {
    let slices: Vec<&[u8]> = match FileKind::parse(bytes).ok()? {
        FileKind::MachOFat32 => slices(MachOFatFile32::parse(bytes).ok()?.arches(), bytes),
        FileKind::MachOFat64 => slices(MachOFatFile64::parse(bytes).ok()?.arches(), bytes),
        _ => vec![bytes],
    };
    let parts = slices.into_iter().filter_map(|slice| one(path, slice));
    parts.reduce(merged)
}

fn slices<'data, Fat: FatArch>(architectures: &[Fat], bytes: &'data [u8]) -> Vec<&'data [u8]> {
    architectures.iter().filter_map(|slice| slice.data(bytes).ok()).collect()
}

/// A universal binary is as demanding as all of its slices together.
fn merged(mut a: SharedObject, b: SharedObject) -> SharedObject {
    a.architectures.extend(b.architectures);
    a.imports.extend(b.imports);
    a.exports.extend(b.exports);
    a.libraries.extend(b.libraries);
    a.search_paths.extend(b.search_paths);
    for list in [&mut a.architectures, &mut a.exports, &mut a.libraries, &mut a.search_paths] {
        list.sort();
        list.dedup();
    }
    a.imports.sort();
    a.imports.dedup();
    a.sizes.total += b.sizes.total;
    a.sizes.code += b.sizes.code;
    a.sizes.data += b.sizes.data;
    a.sizes.debug += b.sizes.debug;
    a.sizes.symbols += b.sizes.symbols;
    a.panic_aborts |= b.panic_aborts;
    a.lowest_macos = a.lowest_macos.max(b.lowest_macos);
    a
}

fn one(path: &str, bytes: &[u8]) -> Option<SharedObject> {
    let file = &File::parse(bytes).ok()?;
    let format = match file {
        File::Elf32(_) | File::Elf64(_) => ObjectFormat::Elf,
        File::MachO32(_) | File::MachO64(_) => ObjectFormat::MachO,
        File::Pe32(_) | File::Pe64(_) => ObjectFormat::Pe,
        _ => return None,
    };
    let imports = imports(file, format);
    let mut libraries: Vec<String> =
        file.import_libraries().into_iter().flatten().flatten().map(|library| text(library.name())).collect();
    libraries.dedup();
    let exports = file.exports().into_iter().flatten().flatten();
    let mut object = SharedObject {
        path: path.to_owned(),
        format,
        architectures: vec![architecture(file, format)],
        panic_aborts: panic_aborts(&imports, bytes),
        imports,
        exports: exports.filter_map(|export| Some(bare(&text(named(export.name())?), format))).collect(),
        libraries,
        search_paths: Vec::new(),
        executable_stack: false,
        relro: Relro::None,
        sizes: sizes(file, bytes),
        lowest_macos: None,
    };
    match file {
        File::Elf32(file) => elf::protect(file, &mut object),
        File::Elf64(file) => elf::protect(file, &mut object),
        File::MachO32(file) => macho::commands(file, &mut object),
        File::MachO64(file) => macho::commands(file, &mut object),
        _ => {}
    }
    Some(object)
}

fn imports(file: &File<'_>, format: ObjectFormat) -> Vec<Import> {
    let found = file.imports().into_iter().flatten().flatten().filter_map(|import| {
        let library = text(import.library());
        Some(Import {
            name: bare(&text(named(import.name())?), format),
            library: (!library.is_empty()).then_some(library),
            version: match import.flags() {
                ImportFlags::Elf { version, .. } => version.map(text),
                _ => None,
            },
            weak: import.is_weak(),
        })
    });
    let mut found: Vec<_> = found.collect();
    found.sort();
    found.dedup();
    found
}

fn named(name: NameOrOrdinal<&[u8]>) -> Option<&[u8]> {
    match name {
        NameOrOrdinal::Name(name) => Some(name),
        NameOrOrdinal::Ordinal(_) => None,
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Mach-O puts a `_` before every name of C.
fn bare(name: &str, format: ObjectFormat) -> String {
    match format {
        ObjectFormat::MachO => name.strip_prefix('_').unwrap_or(name).to_owned(),
        _ => name.to_owned(),
    }
}

fn is_debug(section: &str) -> bool {
    [".debug_", ".zdebug_", "__debug_", "__zdebug_", ".gdb_index"].iter().any(|start| section.starts_with(start))
}

/// The architecture in the words of platform tags.
fn architecture(file: &File<'_>, format: ObjectFormat) -> String {
    let name = match (file.architecture(), format) {
        (Architecture::X86_64, ObjectFormat::Pe) => "win_amd64",
        (Architecture::I386, ObjectFormat::Pe) => "win32",
        (Architecture::Aarch64, ObjectFormat::Pe) => "win_arm64",
        (Architecture::Aarch64, ObjectFormat::MachO) => "arm64",
        (Architecture::X86_64 | Architecture::X86_64_X32, _) => "x86_64",
        (Architecture::I386, _) => "i686",
        (Architecture::Aarch64, _) => "aarch64",
        (Architecture::Arm, _) => "armv7l",
        (Architecture::PowerPc64, _) => {
            if file.is_little_endian() {
                "ppc64le"
            } else {
                "ppc64"
            }
        }
        (Architecture::S390x, _) => "s390x",
        (Architecture::Riscv64, _) => "riscv64",
        (Architecture::LoongArch64, _) => "loongarch64",
        _ => "unknown",
    };
    name.to_owned()
}

/// The exception that `PyO3` makes of a panic; in every object that is linked with it.
const PANIC_EXCEPTION: &[u8] = b"pyo3_runtime.PanicException";

/// Rust's `std` asks the unwinder for backtraces always, and to raise exceptions only with `panic = "unwind"`. An object
/// that brings an unwinder of its own asks for neither, and nothing is known.
fn panic_aborts(imports: &[Import], bytes: &[u8]) -> bool {
    let asks = |name: &str| imports.iter().any(|import| import.name == name);
    asks("_Unwind_Backtrace")
        && !asks("_Unwind_RaiseException")
        && memchr::memmem::find(bytes, PANIC_EXCEPTION).is_some()
}

fn sizes(file: &File<'_>, bytes: &[u8]) -> Sizes {
    let mut sizes = Sizes { total: bytes.len() as u64, ..Sizes::default() };
    for section in file.sections() {
        // A header can claim any size.
        let size = section.file_range().map_or(0, |(_, size)| size.min(sizes.total));
        let name = section.name().unwrap_or_default();
        let kind = match section.kind() {
            _ if is_debug(name) => &mut sizes.debug,
            _ if matches!(name, ".symtab" | ".strtab") => &mut sizes.symbols,
            SectionKind::Text => &mut sizes.code,
            SectionKind::Data
            | SectionKind::ReadOnlyData
            | SectionKind::ReadOnlyDataWithRel
            | SectionKind::ReadOnlyString
            | SectionKind::Tls => &mut sizes.data,
            _ => continue,
        };
        *kind = kind.saturating_add(size);
    }
    sizes
}
