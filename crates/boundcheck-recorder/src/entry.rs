//! Where it begins: at the load of the library, and whenever an extension was loaded.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::{CStr, c_char, c_void};

use boundcheck_trace_format::{DIR_VARIABLE, header};

use crate::elf::{Object, Slot};
use crate::lock::Lock;
use crate::registry::Library;
use crate::{clock, elf, file, fork, gil, hooks, memory, options, python, registry, thread};

#[used]
#[unsafe(link_section = ".init_array")]
static BEGIN: extern "C" fn() = begin;

#[used]
#[unsafe(link_section = ".fini_array")]
static END: extern "C" fn() = fork::complete;

/// Objects that were looked at: where they are and what they are called.
static SEEN: Lock<BTreeSet<(usize, String)>> = Lock::new(BTreeSet::new());

extern "C" fn begin() {
    if std::env::var_os(DIR_VARIABLE).is_none_or(|folder| folder.is_empty()) {
        return;
    }
    let interpreter = python::symbol(c"PyEval_SaveThread");
    if interpreter == 0 {
        return;
    }
    python::resolve();
    // SAFETY: `Py_GetVersion` may be called before the interpreter is initialised.
    let version = unsafe { memory::text(python::version()) };
    if let Some(reason) = unsupported(&version) {
        say(&format!("{reason}; runs unrecorded"));
        return;
    }
    let number = number_of(&version);
    let is_free_threaded = version.contains("free-threading");
    if is_free_threaded || options::get().no_lock {
        python::set_free_threaded();
    } else if !python::has_known_layout() {
        say(&format!("Python {number} is built with other structures (--with-trace-refs?); runs unrecorded"));
        return;
    }
    clock::start();
    if let Err(error) = file::create() {
        say_unrecorded(&error);
        return;
    }
    // As the name of its program has it: `python3.14t`.
    let suffix = if is_free_threaded { "t" } else { "" };
    file::header().set_text(header::PYTHON, header::PYTHON_WORDS, format!("{number}{suffix}").as_bytes());
    thread::start();
    fork::start();
    let own = INTERPRETER.iter().map(|(name, address)| (*name, address.get())).collect();
    for object in elf::objects() {
        if object.range.contains(&interpreter) {
            replace(&object, &object.slots(), &own);
            SEEN.lock().insert(key(&object));
            break;
        }
    }
    scan();
}

/// The number in what `Py_GetVersion` says.
fn number_of(version: &str) -> &str {
    version.split(' ').next().unwrap_or_default()
}

/// Why this interpreter is not recorded, from what `Py_GetVersion` says.
fn unsupported(version: &str) -> Option<String> {
    let number = number_of(version);
    let mut parts = number.split('.').map(|part| part.parse::<u32>().unwrap_or(0));
    let (major, minor) = (parts.next().unwrap_or(0), parts.next().unwrap_or(0));
    if major != 3 || !(9..=14).contains(&minor) {
        return Some(format!("Python {number} is not supported, only CPython 3.9 to 3.14"));
    }
    None
}

/// Around a fork: nobody else is inside.
pub(crate) fn before_fork() {
    SEEN.acquire();
}

/// Around a fork: in both processes.
pub(crate) fn after_fork() {
    SEEN.release();
}

/// Says that this process has no file, unless the recording is over: then the folder is gone, and the process was left
/// behind by what was recorded.
pub(crate) fn say_unrecorded(error: &std::io::Error) {
    if error.kind() != std::io::ErrorKind::NotFound {
        let folder = std::env::var_os(DIR_VARIABLE).unwrap_or_default();
        say(&format!("{}: {error}; process {} runs unrecorded", folder.to_string_lossy(), std::process::id()));
    }
}

/// Says one line on the standard error of the traced program: only instead of recording.
fn say(text: &str) {
    let line = format!("boundcheck trace: {text}\n");
    // SAFETY: the bytes of `line` are readable.
    unsafe { libc::write(2, line.as_ptr().cast(), line.len()) };
}

/// What the interpreter calls through its own slots.
const INTERPRETER: &[(&CStr, hooks::Address)] = &[
    (c"dlsym", hooks::address!(dlsym)),
    (c"_exit", hooks::address!(fork::exit)),
    (c"pthread_cond_signal", hooks::address!(gil::signal)),
    (c"pthread_cond_timedwait", hooks::address!(gil::timedwait)),
    (c"pause", hooks::address!(gil::pause)),
];

/// Instead of the interpreter's `dlsym`: that is how it looks for the entry of an extension, which is loaded and has
/// not run yet.
unsafe extern "C" fn dlsym(handle: *mut c_void, name: *const c_char) -> *mut c_void {
    // SAFETY: the interpreter's own call, passed on; the name is a string.
    unsafe {
        if !name.is_null() && CStr::from_ptr(name).to_bytes().starts_with(b"PyInit") {
            scan();
        }
        libc::dlsym(handle, name)
    }
}

/// Looks for extensions that were loaded since the last time, and points their slots here.
fn scan() {
    // What takes the lock of the loader comes first: a thread that has it may fork, which takes `SEEN`.
    let replacements = hooks::extension();
    let objects = elf::objects();
    let now: BTreeSet<_> = objects.iter().map(key).collect();
    let old = SEEN.lock().clone();
    let fresh: Vec<_> = objects
        .into_iter()
        .filter(|object| !old.contains(&key(object)))
        .filter_map(|object| Some((object.pin()?, object)))
        .collect();
    let own = begin as *const () as usize;
    let mut seen = SEEN.lock();
    // What was unloaded may be loaded again, at the same place.
    seen.retain(|object| now.contains(object));
    for (_pin, object) in &fresh {
        if !seen.insert(key(object)) || object.range.contains(&own) || !is_chosen(object) {
            continue;
        }
        let slots = object.slots();
        if !slots.iter().any(|slot| slot.symbol.to_bytes().starts_with(b"Py")) {
            continue;
        }
        registry::add_library(Library {
            range: object.range.clone(),
            file: file_name(&object.path).to_owned(),
            module: String::new(),
            is_named: false,
            is_cython: slots.iter().any(|slot| slot.symbol == c"PyTraceBack_Here"),
        });
        replace(object, &slots, replacements);
    }
    // Before the pins are let go, which takes the lock of the loader.
    drop(seen);
}

/// What tells a loaded object from others.
fn key(object: &Object) -> (usize, String) {
    (object.base, object.path.clone())
}

fn is_chosen(object: &Object) -> bool {
    let only = &options::get().only;
    if only.is_empty() {
        return !object.path.contains("/lib-dynload/");
    }
    only.iter().any(|begin| file_name(&object.path).starts_with(begin.as_str()))
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn replace(object: &Object, slots: &[Slot], by: &BTreeMap<&CStr, usize>) {
    let replacements: Vec<_> = slots.iter().filter_map(|slot| Some((slot, *by.get(slot.symbol)?))).collect();
    object.patch(&replacements);
}

#[cfg(test)]
mod tests {
    use super::unsupported;

    #[test]
    fn versions() {
        assert_eq!(unsupported("3.9.18 (main, Aug 26 2024) [GCC 12.2.0]"), None);
        assert_eq!(unsupported("3.14.0rc2 (main) [Clang]"), None);
        assert_eq!(unsupported("3.13.0 experimental free-threading build (main)"), None);
        for version in ["3.8.20 (main)", "3.15.0a1 (main)", "2.7.18", ""] {
            assert!(unsupported(version).is_some(), "{version}");
        }
    }
}
