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
    /// demo/_native.abi3.so: exports PyInit__native, imports PyList_New, execstack, rpath /home/me/lib
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
            out.member(&object.path)
                .message(format!("it looks for libraries in `{path}`"))
                .label("a folder of the machine it was built on")
                .note("on other machines it is not there, or holds something else")
                .help(
                    "bundle libraries with `auditwheel repair` or `delocate`, which write a path relative to the file",
                );
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

/// Whether a search path is anything but relative to the file itself.
fn leads_out(path: &str) -> bool {
    let relative = ["$ORIGIN", "${ORIGIN}", "@loader_path", "@executable_path", "@rpath"];
    !path.is_empty() && !relative.iter().any(|start| path.starts_with(start))
}
