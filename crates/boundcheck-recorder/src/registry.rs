//! Which function each stub stands for, and which libraries are recorded.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering::Acquire, Ordering::Relaxed, Ordering::Release};

use boundcheck_trace_format::{export, header, kind, page};

use crate::file;
use crate::file::Page;
use crate::lock::Lock;
use crate::names::{Name, Scope};
use crate::thunk::{self, STUBS};

/// How a function says that it failed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Returns {
    /// Null.
    Pointer = 0,
    /// Null, which also is the end of an iteration: then no exception is set.
    PointerOrEnd = 1,
    /// -1 as `int`.
    Int = 2,
    /// -1 as `Py_ssize_t`.
    Long = 3,
    /// It cannot.
    Nothing = 4,
}

impl Returns {
    /// Whether `result` says so for certain.
    #[inline]
    pub(crate) fn failed(self, result: u64) -> bool {
        match self {
            Self::Pointer => result == 0,
            Self::Int => result as u32 == u32::MAX,
            Self::Long => result == u64::MAX,
            Self::PointerOrEnd | Self::Nothing => false,
        }
    }
}

/// What is known of a stub without its name: a [`kind`], and bits.
#[derive(Clone, Copy)]
pub(crate) struct Info(u32);

impl Info {
    const CALL_IN: u32 = 1 << 16;
    const NESTED: u32 = 1 << 17;
    const LEAF: u32 = 1 << 18;
    const KIND: u32 = 0xff;

    pub(crate) const fn export(kind: u32, returns: Returns) -> Self {
        Self(kind | (returns as u32) << 8)
    }

    pub(crate) const fn call_in() -> Self {
        Self(Self::CALL_IN | (Returns::Nothing as u32) << 8)
    }

    #[inline]
    pub(crate) fn is_export(self) -> bool {
        self.0 & Self::CALL_IN == 0
    }

    /// Of a call within another one of the same export.
    pub(crate) fn nested(self) -> Self {
        Self(self.0 | Self::NESTED)
    }

    #[inline]
    pub(crate) fn is_nested(self) -> bool {
        self.0 & Self::NESTED != 0
    }

    /// Of a call that has made no other yet, and was attached all the time.
    pub(crate) fn leaf(self) -> Self {
        Self(self.0 | Self::LEAF)
    }

    /// Of any other call.
    pub(crate) fn branch(self) -> Self {
        Self(self.0 & !Self::LEAF)
    }

    #[inline]
    pub(crate) fn is_leaf(self) -> bool {
        self.0 & Self::LEAF != 0
    }

    #[inline]
    pub(crate) fn runs_module(self) -> bool {
        self.0 & (Self::CALL_IN | Self::KIND) == kind::MODULE_EXEC
    }

    #[inline]
    pub(crate) fn returns(self) -> Returns {
        match self.0 >> 8 & 0xff {
            0 => Returns::Pointer,
            1 => Returns::PointerOrEnd,
            2 => Returns::Int,
            3 => Returns::Long,
            _ => Returns::Nothing,
        }
    }
}

/// A shared object whose exports are wrapped.
pub(crate) struct Library {
    pub(crate) range: Range<usize>,
    pub(crate) file: String,
    /// The full name of its module, once that is known.
    pub(crate) module: String,
    /// Whether it is.
    pub(crate) is_named: bool,
    /// Whether it builds tracebacks, as what Cython writes does: then it may look for its own `tp_dealloc`.
    pub(crate) is_cython: bool,
}

/// A function and what tells exports with the same function apart.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key {
    pub(crate) function: usize,
    /// Number of the slot. One stub for each function and slot: CPython compares pointers in slots.
    pub(crate) slot: u32,
    /// Of a method or attribute; empty for slots.
    pub(crate) name: String,
    /// What a getter gets, which tells apart those that share a function.
    pub(crate) closure: usize,
}

struct Stub {
    target: AtomicUsize,
    info: AtomicU32,
    is_written: AtomicU32,
}

struct Registry {
    names: Vec<Name>,
    stubs: BTreeMap<Key, usize>,
    libraries: Vec<Library>,
    page: Page,
}

static TABLE: [Stub; STUBS] =
    [const { Stub { target: AtomicUsize::new(0), info: AtomicU32::new(0), is_written: AtomicU32::new(0) } }; STUBS];
static REGISTRY: Lock<Registry> =
    Lock::new(Registry { names: Vec::new(), stubs: BTreeMap::new(), libraries: Vec::new(), page: Page::NONE });

/// The function that a stub stands for, and what is known of it.
#[inline]
pub(crate) fn stub(stub: usize) -> (usize, Info) {
    match TABLE.get(stub) {
        Some(entry) => (entry.target.load(Acquire), Info(entry.info.load(Relaxed))),
        None => (0, Info::call_in()),
    }
}

/// Adds a library, unless it is there.
pub(crate) fn add_library(library: Library) {
    let mut registry = REGISTRY.lock();
    // Another library at this place was unloaded.
    for old in &mut registry.libraries {
        if old.range.start < library.range.end && library.range.start < old.range.end {
            old.range = 0..0;
        }
    }
    registry.libraries.push(library);
}

/// Says what the module of the library with this function is called, and that the stub is its body. Of several modules
/// in a library the first is the one that was imported: the others are made by it.
pub(crate) fn name_module(function: usize, module: String, body: Option<usize>) {
    let mut registry = REGISTRY.lock();
    if let Some(name) = body.and_then(|stub| registry.names.get_mut(stub)) {
        name.scope = Scope::Named(module.clone());
    }
    let library = registry.libraries.iter_mut().find(|library| library.range.contains(&function));
    if let Some(library) = library.filter(|library| !library.is_named) {
        library.module = module;
        library.is_named = true;
    }
}

/// Says that what has this stub is a method of a class, which was not known before.
pub(crate) fn name_class(stub: usize, class: &str) {
    let mut registry = REGISTRY.lock();
    let Some(entry) = TABLE.get(stub).filter(|entry| entry.is_written.load(Relaxed) == 0) else {
        return;
    };
    if let Some(name) = registry.names.get_mut(stub).filter(|name| !name.rest.contains('.')) {
        name.rest = format!("{class}.{}", name.rest);
        let info = entry.info.load(Relaxed);
        entry.info.store(info & !Info::KIND | kind::METHOD, Relaxed);
    }
}

/// Says the last part of the name of the library's module, which is all that is known before it runs.
pub(crate) fn guess_module(function: usize, module: String) {
    let mut registry = REGISTRY.lock();
    let library = registry.libraries.iter_mut().find(|library| library.range.contains(&function));
    if let Some(library) = library.filter(|library| library.module.is_empty()) {
        library.module = module;
    }
}

/// The file and module of the library with this function, and whether Cython wrote it.
pub(crate) fn library(function: usize) -> Option<(String, String, bool)> {
    let registry = REGISTRY.lock();
    let library = registry.libraries.iter().find(|library| library.range.contains(&function))?;
    Some((library.file.clone(), library.module.clone(), library.is_cython))
}

/// A stub for calls into the interpreter.
pub(crate) fn reserve(target: usize) -> usize {
    let name = Name { library: usize::MAX, scope: Scope::Module, rest: String::new(), is_shared: false };
    new(&mut REGISTRY.lock(), target, Info::export(kind::FUNCTION, Returns::Nothing), name).unwrap_or(0)
}

/// The address of a stub for calls into the interpreter, or the function itself.
pub(crate) fn call_in(target: usize) -> usize {
    let name = Name { library: usize::MAX, scope: Scope::Module, rest: String::new(), is_shared: false };
    new(&mut REGISTRY.lock(), target, Info::call_in(), name).map_or(target, thunk::address)
}

/// The address of the stub for an export, or the function itself where it must be left alone: null, a stub, or no
/// function of a recorded library (CPython compares its own functions by address).
pub(crate) fn wrap(key: Key, scope: &Scope, rest: &str, info: Info) -> usize {
    let function = key.function;
    if function == 0 || thunk::is_stub(function) {
        return function;
    }
    let mut registry = REGISTRY.lock();
    let Some(library) = registry.libraries.iter().position(|library| library.range.contains(&function)) else {
        return function;
    };
    if let Some(stub) = registry.stubs.get(&key).copied() {
        if let Some(name) = registry.names.get_mut(stub)
            && (name.rest != rest || name.scope != *scope)
        {
            name.is_shared = true;
        }
        return thunk::address(stub);
    }
    let name = Name { library, scope: scope.clone(), rest: rest.to_owned(), is_shared: false };
    match new(&mut registry, function, info, name) {
        Some(stub) => {
            registry.stubs.insert(key, stub);
            thunk::address(stub)
        }
        None => function,
    }
}

fn new(registry: &mut Registry, target: usize, info: Info, name: Name) -> Option<usize> {
    let stub = registry.names.len();
    let Some(entry) = TABLE.get(stub) else {
        file::count(header::EXPORTS_DROPPED);
        return None;
    };
    entry.info.store(info.0, Relaxed);
    entry.target.store(target, Release);
    registry.names.push(name);
    Some(stub)
}

/// Writes the name of an export into the file, unless it is there.
pub(crate) fn write_export(stub: usize) {
    let Some(entry) = TABLE.get(stub).filter(|entry| entry.is_written.swap(1, Relaxed) == 0) else {
        return;
    };
    let mut registry = REGISTRY.lock();
    let Some(name) = registry.names.get(stub) else {
        return;
    };
    let (library, module) = match registry.libraries.get(name.library) {
        // Where the body of the module was not seen, the file is called as the module.
        Some(library) if library.module.is_empty() => {
            (library.file.clone(), library.file.split('.').next().unwrap_or_default().to_owned())
        }
        Some(library) => (library.file.clone(), library.module.clone()),
        None => (String::new(), String::new()),
    };
    let mut text = cut(name.compose(&module), export::NAME_BYTES).into_bytes();
    let library = cut(library, export::LIBRARY_BYTES);
    let lengths = text.len() as u64 | (library.len() as u64) << 32;
    text.extend_from_slice(library.as_bytes());
    let Some(record) = registry.page.next(page::Kind::Exports, 0) else {
        return;
    };
    record.set_text(export::NAMES, export::WORDS - export::NAMES, &text);
    record.set(export::LENGTHS, lengths);
    let kind = entry.info.load(Relaxed) & Info::KIND;
    record.set(export::ID, stub as u64 | u64::from(kind) << 32);
}

fn cut(mut text: String, bytes: usize) -> String {
    while text.len() > bytes {
        text.pop();
    }
    text
}

/// In the child of a fork: the file is another.
pub(crate) fn reset() {
    let mut registry = REGISTRY.lock();
    registry.page = Page::NONE;
    for entry in TABLE.iter().take(registry.names.len()) {
        entry.is_written.store(0, Relaxed);
    }
}

/// Around a fork: nobody else is inside.
pub(crate) fn before_fork() {
    REGISTRY.acquire();
}

/// Around a fork: in both processes.
pub(crate) fn after_fork() {
    REGISTRY.release();
}

/// The function behind an address, which may be a stub's.
pub(crate) fn target(function: usize) -> usize {
    thunk::number(function).map_or(function, |number| stub(number).0)
}
