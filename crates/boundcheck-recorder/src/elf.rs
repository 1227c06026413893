//! Loaded objects, and the slots through which they call others.
//!
//! Names and numbers are those of `elf.h`; the structures are the 64-bit ones.

use std::ffi::{CStr, CString, c_char, c_int, c_void};
use std::ops::Range;
use std::ptr;

use crate::memory;

const PT_LOAD: u32 = 1;
const PT_DYNAMIC: u32 = 2;
const PT_GNU_RELRO: u32 = 0x6474_e552;
const PF_W: u32 = 2;
const DT_PLTRELSZ: usize = 2;
const DT_STRTAB: usize = 5;
const DT_SYMTAB: usize = 6;
const DT_RELA: usize = 7;
const DT_RELASZ: usize = 8;
const DT_JMPREL: usize = 23;
/// Bytes of `Elf64_Rela` and `Elf64_Sym`.
const RELA: usize = 24;
const SYM: usize = 24;

/// Relocations that put a symbol's address into a word: a slot, a slot of the PLT, plain data.
#[cfg(target_arch = "x86_64")]
const ADDRESSES: [u32; 3] = [6, 7, 1];
#[cfg(target_arch = "aarch64")]
const ADDRESSES: [u32; 3] = [1025, 1026, 257];

/// A loaded object.
pub(crate) struct Object {
    pub(crate) path: String,
    pub(crate) base: usize,
    /// From its first byte to behind its last.
    pub(crate) range: Range<usize>,
    dynamic: usize,
    writable: Vec<Range<usize>>,
    relro: Range<usize>,
}

/// A word of an object that holds the address of a function.
pub(crate) struct Slot {
    pub(crate) symbol: &'static CStr,
    address: usize,
}

/// What is loaded now.
pub(crate) fn objects() -> Vec<Object> {
    let mut objects: Vec<Object> = Vec::new();
    // SAFETY: the callback has the type that is asked for and gets the list that it expects.
    unsafe { libc::dl_iterate_phdr(Some(add), (&raw mut objects).cast()) };
    objects
}

unsafe extern "C" fn add(info: *mut libc::dl_phdr_info, _size: usize, objects: *mut c_void) -> c_int {
    // SAFETY: the linker passes valid information about an object, and our list back.
    let (info, objects) = unsafe { (&*info, &mut *objects.cast::<Vec<Object>>()) };
    let base = info.dlpi_addr as usize;
    let mut object = Object {
        // SAFETY: a string, or null.
        path: unsafe { memory::text(info.dlpi_name as usize) },
        base,
        range: Range { start: usize::MAX, end: 0 },
        dynamic: 0,
        writable: Vec::new(),
        relro: 0..0,
    };
    for index in 0..usize::from(info.dlpi_phnum) {
        // SAFETY: `dlpi_phdr` has `dlpi_phnum` entries.
        let header = unsafe { &*info.dlpi_phdr.add(index) };
        let start = base.wrapping_add(header.p_vaddr as usize);
        let range = start..start.wrapping_add(header.p_memsz as usize);
        match header.p_type {
            PT_LOAD => {
                object.range = object.range.start.min(range.start)..object.range.end.max(range.end);
                if header.p_flags & PF_W != 0 {
                    object.writable.push(range);
                }
            }
            PT_DYNAMIC => object.dynamic = start,
            PT_GNU_RELRO => object.relro = range,
            _ => {}
        }
    }
    objects.push(object);
    0
}

/// Keeps an object loaded until dropped.
pub(crate) struct Pin(*mut c_void);

impl Drop for Pin {
    fn drop(&mut self) {
        // SAFETY: the handle is one of `dlopen`, and is closed once.
        unsafe { libc::dlclose(self.0) };
    }
}

impl Object {
    /// Waits until other threads have loaded it, and keeps it. `None` when it is gone, as after a load that failed.
    pub(crate) fn pin(&self) -> Option<Pin> {
        let path = CString::new(self.path.as_str()).ok()?;
        // The program itself has no path.
        let name = if self.path.is_empty() { ptr::null() } else { path.as_ptr() };
        // SAFETY: a string or null; what is loaded already runs no code by that.
        let handle = unsafe { libc::dlopen(name, libc::RTLD_LAZY | libc::RTLD_NOLOAD) };
        if handle.is_null() { None } else { Some(Pin(handle)) }
    }

    /// Its words that hold addresses of symbols.
    pub(crate) fn slots(&self) -> Vec<Slot> {
        let mut slots = Vec::new();
        if self.dynamic == 0 {
            return slots;
        }
        let [mut symbols, mut strings, mut rela, mut rela_size, mut jump, mut jump_size] = [0; 6];
        // SAFETY: the dynamic section is a table of pairs ended by `DT_NULL`.
        for [tag, value] in unsafe { memory::table::<2>(self.dynamic, |entry| entry[0] == 0) } {
            match tag {
                DT_SYMTAB => symbols = self.absolute(value),
                DT_STRTAB => strings = self.absolute(value),
                DT_RELA => rela = self.absolute(value),
                DT_RELASZ => rela_size = value,
                DT_JMPREL => jump = self.absolute(value),
                DT_PLTRELSZ => jump_size = value,
                _ => {}
            }
        }
        if symbols == 0 || strings == 0 {
            return slots;
        }
        for (table, size) in [(rela, rela_size), (jump, jump_size)] {
            if table == 0 {
                continue;
            }
            for entry in (table..table + size).step_by(RELA) {
                // SAFETY: the linker used this table to relocate the object, which is loaded (`pin`): its entries and
                // symbols are valid.
                unsafe {
                    let info: u64 = memory::read(entry, 8);
                    if !ADDRESSES.contains(&(info as u32)) || memory::read::<u64>(entry, 16) != 0 {
                        continue;
                    }
                    let symbol = symbols + (info >> 32) as usize * SYM;
                    let name = strings + memory::read::<u32>(symbol, 0) as usize;
                    slots.push(Slot {
                        symbol: CStr::from_ptr(name as *const c_char),
                        address: self.base.wrapping_add(memory::read(entry, 0)),
                    });
                }
            }
        }
        slots
    }

    /// Points slots elsewhere: each slot with what it shall hold.
    pub(crate) fn patch(&self, slots: &[(&Slot, usize)]) {
        let in_relro = |slot: &Slot| self.relro.contains(&slot.address);
        let protected = slots.iter().any(|(slot, _)| in_relro(slot));
        if protected && !self.protect(libc::PROT_READ | libc::PROT_WRITE) {
            return;
        }
        for (slot, value) in slots {
            if self.writable.iter().any(|range| range.contains(&slot.address)) {
                // SAFETY: the word lies in a writable segment, whose protection was lifted.
                unsafe { memory::write(slot.address, 0, *value) };
            }
        }
        if protected {
            self.protect(libc::PROT_READ);
        }
    }

    /// Protects what the linker protected after relocation: whole pages only, so the last may stay writable.
    fn protect(&self, protection: i32) -> bool {
        // SAFETY: the call has no conditions.
        let page = unsafe { libc::sysconf(libc::_SC_PAGESIZE) } as usize;
        let (start, end) = (self.relro.start & !(page - 1), self.relro.end & !(page - 1));
        if start >= end {
            return true;
        }
        // SAFETY: these pages belong to the object's data; they are made writable, or read-only as they were.
        unsafe { libc::mprotect(start as *mut c_void, end - start, protection) == 0 }
    }

    /// glibc turns addresses in the dynamic section into absolute ones; not for the vdso.
    fn absolute(&self, value: usize) -> usize {
        if value < self.base { value + self.base } else { value }
    }
}
