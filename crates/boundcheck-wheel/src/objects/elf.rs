//! What only ELF has: program headers and the dynamic table.

use boundcheck_model::{Relro, SharedObject};
use object::elf;
use object::read::elf::{ElfFile, FileHeader, ProgramHeader};

/// Fills in how the loader protects the object, and where it looks for others.
pub(super) fn protect<Elf: FileHeader>(file: &ElfFile<'_, Elf>, object: &mut SharedObject) {
    let endian = file.endian();
    let mut relro = false;
    for segment in file.elf_program_headers() {
        match segment.p_type(endian) {
            elf::PT_GNU_STACK => object.executable_stack = segment.p_flags(endian).contains(elf::PF_X),
            elf::PT_GNU_RELRO => relro = true,
            _ => {}
        }
    }
    let mut binds_now = false;
    if let Ok(table) = file.elf_dynamic_table() {
        for entry in &table {
            match entry.tag {
                elf::DT_BIND_NOW => binds_now = true,
                elf::DT_FLAGS => binds_now |= entry.val & elf::DF_BIND_NOW.0 != 0,
                elf::DT_FLAGS_1 => binds_now |= entry.val & elf::DF_1_NOW.0 != 0,
                elf::DT_RPATH | elf::DT_RUNPATH => {
                    let paths = table.string(entry).map(String::from_utf8_lossy);
                    object.search_paths.extend(paths.iter().flat_map(|paths| paths.split(':')).map(str::to_owned));
                }
                _ => {}
            }
        }
    }
    object.relro = match (relro, binds_now) {
        (true, true) => Relro::Full,
        (true, false) => Relro::Partial,
        (false, _) => Relro::None,
    };
}
