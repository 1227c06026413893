//! A shared object, as plain data: what every loader cares about, whatever the format.

/// An extension module, or a library that is shipped with one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedObject {
    /// Path in the wheel.
    pub path: String,
    /// File format.
    pub format: ObjectFormat,
    /// Architecture in the words of platform tags: `x86_64`, `aarch64`, `arm64`, `amd64`, `win32`. A universal binary has several.
    pub architectures: Vec<String>,
    /// Symbols that others must define.
    pub imports: Vec<Import>,
    /// Symbols that it defines for others.
    pub exports: Vec<String>,
    /// Libraries that the loader looks for.
    pub libraries: Vec<String>,
    /// Folders it is told to look in: `DT_RUNPATH`, `DT_RPATH`, `LC_RPATH`.
    pub search_paths: Vec<String>,
    /// Whether the stack may be executed; ELF only.
    pub executable_stack: bool,
    /// How far relocations are protected once they are done; ELF only.
    pub relro: Relro,
    /// Name and bytes in the file, largest first.
    pub sections: Vec<(String, u64)>,
    /// Bytes of debugging information.
    pub debug_bytes: u64,
    /// Lowest system it is built for: of macOS.
    pub lowest_macos: Option<(u32, u32)>,
    /// Whether Rust unwinds out of it on a panic, where that can be told.
    pub unwinds: Option<bool>,
}

/// A symbol that others must define.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Import {
    /// Its name, without the `_` of Mach-O.
    pub name: String,
    /// The library it is said to come from, on Windows and macOS; of a versioned symbol of ELF the one of the version.
    pub library: Option<String>,
    /// `GLIBC_2.34`; ELF only.
    pub version: Option<String>,
    /// Whether it may be missing.
    pub weak: bool,
}

/// Formats of shared objects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ObjectFormat {
    /// Linux.
    Elf,
    /// macOS.
    MachO,
    /// Windows.
    Pe,
}

/// How far relocations are protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relro {
    /// Not at all, or no such thing in the format.
    None,
    /// All but the procedure linkage table.
    Partial,
    /// All.
    Full,
}
