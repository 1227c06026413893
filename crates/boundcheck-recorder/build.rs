//! How the recorder is linked: it depends on the C library alone, and is never unloaded.

use std::path::Path;
use std::process::Command;
use std::{env, fs};

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    if env::var("CARGO_CFG_TARGET_OS").as_deref() != Ok("linux") {
        return;
    }
    // The interpreter keeps pointers to its functions.
    println!("cargo:rustc-link-arg-cdylib=-Wl,-z,nodelete");
    link_unwinder_statically();
}

/// The standard library asks for `libgcc_s`, for backtraces. A linker script of that name, found first, gives it the
/// static one of the compiler; where that is not known, the shared one stays.
fn link_unwinder_statically() {
    let Ok(out) = env::var("OUT_DIR") else { return };
    let Some(archive) = find("libgcc_eh.a") else { return };
    let script = Path::new(&out).join("libgcc_s.so");
    // Another compiler has it elsewhere.
    println!("cargo:rerun-if-changed={archive}");
    println!("cargo:rerun-if-env-changed=PATH");
    if fs::write(&script, format!("GROUP ( {archive} -lgcc )\n")).is_ok() {
        println!("cargo:rustc-link-search=native={out}");
    }
}

/// The path of a file of the C compiler: the one that links, which cargo says where it is not the usual one. Of another
/// target's, nothing else is known.
fn find(file: &str) -> Option<String> {
    let compiler = match env::var("RUSTC_LINKER") {
        Ok(linker) => linker,
        Err(_) if env::var("HOST").ok()? == env::var("TARGET").ok()? => "cc".to_owned(),
        Err(_) => return None,
    };
    let answer = Command::new(compiler).arg(format!("-print-file-name={file}")).output().ok()?;
    let path = String::from_utf8(answer.stdout).ok()?.trim().to_owned();
    // Where it has none, the compiler says the name.
    Path::new(&path).is_absolute().then_some(path)
}
