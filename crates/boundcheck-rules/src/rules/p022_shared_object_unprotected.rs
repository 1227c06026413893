//! P022

use boundcheck_model::{ObjectFormat, Persona, Relro, Severity, Wheel};

use crate::WheelFindings;
use crate::rule::rule;

rule! {
    /// A shared object lacks a protection of the loader, or looks for libraries in a folder of the machine it was built on.
    ///
    /// ## Why
    /// With an executable stack, glibc 2.41 and later refuse to load the library at all, and before that it made every stack
    /// of the process executable. A search path outside of the wheel (`/home/me/lib`) finds nothing on other machines, or
    /// what somebody else has put there. Without RELRO, the table of function addresses stays writable.
    /// See [the loader's manual](https://man7.org/linux/man-pages/man8/ld.so.8.html).
    ///
    /// ## Bad
    /// ```wheel,bad
    /// demo-1.0-cp39-abi3-manylinux_2_17_x86_64.whl
    /// demo/_native.abi3.so: exports PyInit__native, imports PyList_New, needs libz.so.1, execstack, rpath /home/me/lib
    /// # ^ P022
    /// # ^ P022
    /// ```
    ///
    /// ## Good
    /// ```wheel,good
    /// demo-1.0-cp39-abi3-manylinux_2_17_x86_64.whl
    /// demo/_native.abi3.so: exports PyInit__native, imports PyList_New, rpath $ORIGIN/../demo.libs
    /// ```
    P022 "shared-object-unprotected" {
        since: "0.1.0",
        severity: Warning,
        confidence: High,
        persona: Regular,
        on: wheel,
    }
}

fn check<'w>(wheel: &'w Wheel, out: &mut WheelFindings<'w>) {
    for object in &wheel.objects {
        if object.executable_stack {
            out.member(&object.path)
                .message("it asks for an executable stack")
                .label("glibc 2.41 and later refuse to load it")
                .note("one object of assembly without a note about its stack is enough to ask for it")
                .help("link with `-C link-arg=-Wl,-z,noexecstack`, or mend the assembly")
                .severity(Severity::Error);
        }
        for path in object.search_paths.iter().filter(|path| leads_out(path)) {
            let finding =
                out.member(&object.path).label("a folder of the machine it was built on").help(match object.format {
                    ObjectFormat::MachO => "take it away: `install_name_tool -delete_rpath`, or the linker's argument",
                    _ => "take it away: `patchelf --remove-rpath`, or the linker's argument `-rpath`",
                });
            if object.libraries.iter().any(|library| is_searched(object.format, library)) {
                finding
                    .message(format!("it looks for libraries in `{path}`"))
                    .note("on other machines it is not there, or holds something else");
            } else {
                finding
                    .message(format!("it names `{path}` as a place of libraries"))
                    .note("none of the libraries that it needs is searched there")
                    .persona(Persona::Auditor);
            }
        }
        if object.format == ObjectFormat::Elf && object.relro != Relro::Full {
            out.member(&object.path)
                .message("its table of function addresses stays writable")
                .label("no full RELRO")
                .note("an attacker who can write one word of memory can redirect a call")
                .help("link with `-C relro-level=full`, which is the default of rustc")
                .persona(Persona::Auditor);
        }
    }
}

/// Whether the loader goes through search paths for a library.
fn is_searched(format: ObjectFormat, library: &str) -> bool {
    match format {
        ObjectFormat::MachO => library.starts_with("@rpath/"),
        // These are loaded already, by the interpreter.
        _ => !["libc.so", "libm.so", "libpthread.so", "libdl.so", "ld-linux", "libc.musl"]
            .iter()
            .any(|loaded| library.starts_with(loaded)),
    }
}

/// Whether a search path is anything but relative to the file itself.
fn leads_out(path: &str) -> bool {
    let relative = ["$ORIGIN", "${ORIGIN}", "@loader_path", "@executable_path", "@rpath"];
    !path.is_empty() && !relative.iter().any(|start| path.starts_with(start))
}
