//! A shared object, as plain data: what every loader cares about, whatever the format.

use serde::{Deserialize, Serialize};

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
    /// What it weighs, by kind.
    pub sizes: Sizes,
    /// Lowest system it is built for: of macOS.
    pub lowest_macos: Option<(u32, u32)>,
    /// Whether it is made with `PyO3` and a panic in it aborts the process, as far as that shows; never of Windows.
    pub panic_aborts: bool,
}

impl SharedObject {
    /// Whether it is a program of the wheel, and no library.
    pub fn is_program(&self) -> bool {
        self.path.contains(".data/scripts/")
    }

    /// Whether Python can import it: it exports a function that initialises a module.
    pub fn is_module(&self) -> bool {
        self.exports.iter().any(|name| name.starts_with("PyInit_") || name.starts_with("PyModExport_"))
    }

    /// The module that it is named after. Libraries that ask nothing of Python, and those in `….libs/`, are none.
    pub fn module_file(&self) -> Option<ModuleFile<'_>> {
        let (folder, name) = self.path.rsplit_once('/').unwrap_or(("", &self.path));
        let in_libraries = folder
            .split('/')
            .any(|part| part == ".dylibs" || part.rsplit_once('.').is_some_and(|(_, ending)| ending == "libs"));
        let stem = name.strip_suffix(".so").or_else(|| name.strip_suffix(".pyd"))?;
        let asks = self.imports.iter().any(|import| import.name.starts_with("Py"));
        let (module, suffix) = stem.split_once('.').map_or((stem, None), |(module, suffix)| (module, Some(suffix)));
        (asks && !in_libraries && !module.starts_with("lib")).then_some(ModuleFile { folder, module, suffix })
    }
}

/// The parts of `demo/_native.cpython-311-x86_64-linux-gnu.so`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ModuleFile<'o> {
    /// `demo`; empty at the top of the wheel.
    pub folder: &'o str,
    /// `_native`.
    pub module: &'o str,
    /// `cpython-311-x86_64-linux-gnu`, which says which interpreters look at the file.
    pub suffix: Option<&'o str>,
}

impl ModuleFile<'_> {
    /// `demo/_native`: the path of a file beside it without its ending.
    pub fn stem(&self) -> String {
        if self.folder.is_empty() { self.module.to_owned() } else { format!("{}/{}", self.folder, self.module) }
    }
}

/// What an object weighs in bytes, by kind. A universal binary weighs what its slices do together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Sizes {
    /// The whole file.
    pub total: u64,
    /// Instructions.
    pub code: u64,
    /// Constants and variables.
    pub data: u64,
    /// Debugging information.
    pub debug: u64,
    /// The table of symbols that `strip` removes; ELF only.
    pub symbols: u64,
}

impl Sizes {
    /// Headers, relocations, what the loader needs, and gaps.
    pub fn other(&self) -> u64 {
        self.total.saturating_sub(self.code + self.data + self.debug + self.symbols)
    }
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
