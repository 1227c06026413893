//! Shared objects as rustc links them.

use std::process::Command;

use boundcheck_model::{Cause, ObjectFormat, Relro, SharedObject};

use crate::read;
use crate::zip::{Entry, archive};

const SOURCE: &str = r#"
unsafe extern "C" { fn PyList_New(size: isize) -> *mut u8; }
#[cfg(pyo3)]
const NAME: &str = "pyo3_runtime.PanicException";
#[cfg(not(pyo3))]
const NAME: &str = "x";
#[unsafe(no_mangle)]
pub extern "C" fn PyInit__native() -> *mut u8 {
    let text = std::fs::read_to_string(NAME).unwrap_or_default();
    unsafe { PyList_New(text.len() as isize) }
}
"#;

/// A shared object, linked with those options, in a wheel.
fn linked(options: &[&str]) -> SharedObject {
    let folder = tempfile::tempdir().unwrap();
    let (source, library) = (folder.path().join("native.rs"), folder.path().join("native.so"));
    std::fs::write(&source, SOURCE).unwrap();
    let rustc = std::env::var_os("RUSTC").unwrap_or("rustc".into());
    let made = Command::new(rustc)
        .args(["--edition=2024", "--crate-type=cdylib", "-Copt-level=1", "-o"])
        .args([&library, &source])
        .args(options)
        .status()
        .unwrap();
    assert!(made.success());
    let bytes = std::fs::read(library).unwrap();
    let wheel =
        read("demo-1.0-cp39-abi3-linux_x86_64.whl", &archive(&[Entry::deflated("demo/_native.abi3.so", &bytes)]));
    wheel.unwrap().objects.remove(0)
}

#[test]
fn imports_exports_and_libraries_are_those_of_the_loader() {
    let object = linked(&["-Clink-arg=-Wl,-rpath,/somewhere:$ORIGIN", "-Cstrip=none", "-g"]);
    assert_eq!(object.format, ObjectFormat::Elf);
    assert_eq!(object.architectures, [std::env::consts::ARCH]);
    assert_eq!(object.exports, ["PyInit__native"]);
    let python: Vec<_> = object.imports.iter().filter(|import| import.name.starts_with("Py")).collect();
    assert_eq!(
        python.iter().map(|import| (import.name.as_str(), import.version.as_deref())).collect::<Vec<_>>(),
        [("PyList_New", None)]
    );
    let versioned = object.imports.iter().find(|import| import.name == "malloc").unwrap();
    assert!(versioned.version.as_deref().unwrap().starts_with("GLIBC_2."));
    assert!(object.libraries.iter().any(|library| library == "libc.so.6"));
    assert_eq!(object.search_paths, ["/somewhere", "$ORIGIN"]);
    let sizes = object.sizes;
    assert!(
        [sizes.code, sizes.data, sizes.debug, sizes.symbols, sizes.other()].iter().all(|size| *size > 0),
        "{sizes:?}"
    );
    assert!(sizes.code + sizes.data + sizes.debug + sizes.symbols < sizes.total, "{sizes:?}");
}

#[test]
fn protections_and_the_way_to_panic_show() {
    let usual = linked(&["-Cstrip=symbols"]);
    assert_eq!((usual.relro, usual.executable_stack), (Relro::Full, false));
    assert_eq!((usual.sizes.debug, usual.sizes.symbols), (0, 0));
    let bare = linked(&["-Crelro-level=off", "-Clink-arg=-Wl,-z,execstack"]);
    assert_eq!((bare.relro, bare.executable_stack), (Relro::None, true));
}

#[test]
fn an_object_of_pyo3_shows_that_a_panic_aborts() {
    assert!(!linked(&["--cfg=pyo3"]).panic_aborts);
    assert!(linked(&["--cfg=pyo3", "-Cpanic=abort"]).panic_aborts);
    // Nobody expects an exception of what is not made with PyO3.
    assert!(!linked(&["-Cpanic=abort"]).panic_aborts);
}

#[test]
fn two_builds_in_different_folders_differ_by_their_paths() {
    let wheel = |folder: &tempfile::TempDir, remap: bool| {
        let source = folder.path().join("native.rs");
        std::fs::write(&source, format!("{SOURCE}\n#[unsafe(no_mangle)] pub fn fails() {{ panic!(\"no\") }}\n"))
            .unwrap();
        let library = folder.path().join("native.so");
        let mut made = Command::new(std::env::var_os("RUSTC").unwrap_or("rustc".into()));
        made.args(["--edition=2024", "--crate-type=cdylib", "-Cstrip=symbols", "-o"]).args([&library, &source]);
        if remap {
            made.arg(format!("--remap-path-prefix={}=.", folder.path().display()));
        }
        assert!(made.status().unwrap().success());
        let entry = Entry::deflated("demo/_native.abi3.so", &std::fs::read(library).unwrap());
        let path = folder.path().join("demo.whl");
        std::fs::write(&path, archive(&[entry])).unwrap();
        camino::Utf8PathBuf::from_path_buf(path).unwrap()
    };
    let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let differences = boundcheck_wheel::compare(&wheel(&one, false), &wheel(&other, false)).unwrap();
    let [difference] = &differences[..] else { panic!("{differences:?}") };
    assert_eq!(difference.cause, Cause::Paths, "{difference:?}");
    assert!(difference.detail.contains(one.path().to_str().unwrap()), "{difference:?}");
    let same = boundcheck_wheel::compare(&wheel(&one, true), &wheel(&other, true)).unwrap();
    assert_eq!(same, []);
}
