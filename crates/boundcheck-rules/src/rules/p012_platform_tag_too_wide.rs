//! P012

use std::collections::BTreeSet;

use boundcheck_model::{ObjectFormat, SharedObject, Wheel};

use crate::WheelFindings;
use crate::platform::{self, Linux};
use crate::rule::rule;
use crate::wording::{shortened, symbols_are};

rule! {
    /// A wheel is tagged for systems that cannot load it.
    ///
    /// ## Why
    /// `manylinux_2_17` promises glibc 2.17 and nothing else: a symbol of a later glibc, or a library that the policy does
    /// not list and the wheel does not bring, is missing on the systems that pip installs it on, and the import fails
    /// there with *version `GLIBC_2.34' not found* or *cannot open shared object file*. The same goes for macOS versions and
    /// for architectures.
    /// See [PEP 600](https://peps.python.org/pep-0600/).
    ///
    /// ## Bad
    /// ```wheel,bad
    /// demo-1.0-cp39-abi3-manylinux_2_17_x86_64.whl
    /// demo/_native.abi3.so: exports PyInit__native, imports PyList_New, memcpy@GLIBC_2.34, needs libc.so.6, libssl.so.3
    /// # ^ P012
    /// # ^ P012
    /// ```
    ///
    /// ## Good
    /// ```wheel,good
    /// demo-1.0-cp39-abi3-manylinux_2_17_x86_64.whl
    /// demo/_native.abi3.so: exports PyInit__native, imports PyList_New, memcpy@GLIBC_2.14, needs libc.so.6
    /// ```
    P012 "platform-tag-too-wide" {
        since: "0.1.0",
        severity: Error,
        confidence: High,
        persona: Regular,
        on: wheel,
    }
}

/// Names in one message; the rest is counted.
const SHOWN: usize = 5;

fn check<'w>(wheel: &'w Wheel, out: &mut WheelFindings<'w>) {
    let Some(name) = &wheel.name else { return };
    let bundled: BTreeSet<&str> = wheel.members.iter().filter_map(|member| member.path.rsplit('/').next()).collect();
    let fits = |object: &SharedObject| is_built_for(object, &name.platform);
    let some_fit = wheel.objects.iter().any(fits);
    for object in &wheel.objects {
        // A debugger brings libraries for the processes of other machines too, beside its own.
        if !fits(object) && (object.is_module() || !some_fit) {
            architecture(object, &name.platform, out);
        }
        if let Some(system) = other_system(object.format, &name.platform) {
            if object.is_module() || !some_fit {
                another_system(object, system, &name.platform, out);
            }
            continue;
        }
        match object.format {
            ObjectFormat::Elf => {
                let widest = name.platform.iter().filter_map(|tag| Linux::parse(tag)).min();
                match widest {
                    Some(promise) => linux(object, promise, &bundled, out),
                    None => plain_linux(object, &name.platform, out),
                }
            }
            ObjectFormat::MachO => macos(object, &name.platform, out),
            ObjectFormat::Pe => {}
        }
    }
}

/// The system of a format, when no tag is for that system.
fn other_system(format: ObjectFormat, tags: &[String]) -> Option<&'static str> {
    let (system, starts): (_, &[&str]) = match format {
        ObjectFormat::Elf => ("Linux", &["linux", "manylinux", "musllinux", "android", "freebsd", "openbsd", "netbsd"]),
        ObjectFormat::MachO => ("macOS", &["macosx", "ios"]),
        ObjectFormat::Pe => ("Windows", &["win", "cygwin", "mingw"]),
    };
    let fits = |tag: &String| tag == "any" || starts.iter().any(|start| tag.starts_with(start));
    // What boundcheck knows of neither is left alone: Solaris and AIX have ELF too.
    let is_known =
        |tag: &String| ["manylinux", "musllinux", "macosx", "win"].iter().any(|start| tag.starts_with(start));
    (!tags.iter().any(fits) && tags.iter().all(is_known)).then_some(system)
}

fn another_system<'w>(object: &'w SharedObject, system: &str, tags: &[String], out: &mut WheelFindings<'w>) {
    out.member(&object.path)
        .message(format!("built for {system}, tagged for {}", tags.join(" and ")))
        .label("cannot be loaded where the wheel is installed")
        .note("pip chooses a wheel by its tag and does not look into it")
        .help("build it for the system of the tag");
}

fn is_built_for(object: &SharedObject, tags: &[String]) -> bool {
    // Half of a universal wheel's users have the other processor.
    if tags.iter().all(|tag| tag.ends_with("_universal2")) && object.is_module() {
        return object.architectures.len() > 1;
    }
    let fits = |built: &String| tags.iter().any(|tag| platform::is_for(tag, built));
    tags.iter().all(|tag| tag == "any") || object.architectures.iter().any(fits)
}

fn architecture<'w>(object: &'w SharedObject, tags: &[String], out: &mut WheelFindings<'w>) {
    out.member(&object.path)
        .message(format!("built for {}, tagged for {}", object.architectures.join(" and "), tags.join(" and ")))
        .label("cannot be loaded where the wheel is installed")
        .note("pip chooses a wheel by its tag and does not look into it")
        .help("build it for the platform of the tag");
}

fn linux<'w>(object: &'w SharedObject, promise: Linux, bundled: &BTreeSet<&str>, out: &mut WheelFindings<'w>) {
    let mut late: Vec<String> = Vec::new();
    for import in &object.imports {
        // libgcc calls some of its versions after glibc, on musl too.
        let of_compiler = import.library.as_deref().is_some_and(|library| library.starts_with("libgcc_s"));
        if let Some(version) = import.version.as_deref().filter(|version| !of_compiler && promise.lacks(version)) {
            late.push(format!("`{}` of {version}", import.name));
        }
    }
    if !late.is_empty() {
        let tag = promise.to_string();
        out.member(&object.path)
            .message(format!("{} later than {tag} promises: {}", symbols_are(late.len()), shortened(&late, SHOWN)))
            .label(format!("cannot be loaded on systems that {tag} stands for"))
            .note(if object.is_program() {
                "pip installs the wheel there, and the program does not start"
            } else {
                "pip installs the wheel there, and the import fails"
            })
            .help("build in the manylinux image of that tag, or with `maturin build --zig`, or let the tag say what it needs");
    }
    let missing: Vec<String> = object
        .libraries
        .iter()
        .filter(|library| !promise.brings(library) && !bundled.contains(library.as_str()))
        .map(|library| format!("`{library}`"))
        .collect();
    if !missing.is_empty() {
        let python = missing.iter().any(|library| library.contains("libpython"));
        out.member(&object.path)
            .message(format!("it needs {}, which neither the system nor the wheel brings", shortened(&missing, SHOWN)))
            .label("cannot be loaded where these are not installed")
            .note(if python {
                "an extension gets Python's symbols from the process; one that needs libpython fails in a static Python"
            } else {
                "the tag promises a few libraries of the system, and none of these"
            })
            .help(if python {
                "do not link with libpython"
            } else {
                "bundle them with `auditwheel repair`, or link them statically"
            });
    }
}

/// `linux_x86_64`: for the machine it was built on.
fn plain_linux<'w>(object: &'w SharedObject, tags: &[String], out: &mut WheelFindings<'w>) {
    if let Some(tag) = tags.iter().find(|tag| tag.starts_with("linux_")) {
        out.member(&object.path)
            .message(format!("`{tag}` promises nothing about the system"))
            .label("for the machine it was built on")
            .note("PyPI refuses the tag")
            .help("build in a manylinux image, or with `maturin build --zig`");
    }
}

fn macos<'w>(object: &'w SharedObject, tags: &[String], out: &mut WheelFindings<'w>) {
    let promised = tags.iter().filter_map(|tag| platform::lowest_macos(tag)).min();
    if let (Some(promised), Some(needed)) = (promised, object.lowest_macos)
        && needed > promised
        // A slice for Apple's own processors never ran on anything before 11.0.
        && !(needed <= (11, 0) && object.architectures.iter().any(|built| built == "arm64"))
    {
        out.member(&object.path)
            .message(format!("built for macOS {}.{}, tagged for {}.{}", needed.0, needed.1, promised.0, promised.1))
            .label("cannot be loaded on the earlier ones")
            .note("pip installs the wheel there, and the import fails")
            .help("set `MACOSX_DEPLOYMENT_TARGET` for the build");
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::check_wheel;

    #[test]
    fn what_the_wheel_brings_and_what_the_tag_promises_is_there() {
        check_wheel(
            &RULE,
            "
demo-1.0-cp39-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64.whl
demo.libs/libssl-1a2b3c.so.3: exports SSL_new, needs libc.so.6
demo/_native.abi3.so: imports PyList_New, memcpy@GLIBC_2.14, _Unwind_Resume@GCC_3.0, needs libssl-1a2b3c.so.3, libgcc_s.so.1
",
        );
    }

    #[test]
    fn the_lowest_of_several_tags_counts() {
        check_wheel(
            &RULE,
            "
demo-1.0-cp39-abi3-manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl
demo/_native.abi3.so: imports PyList_New, fcntl64@GLIBC_2.28
# ^ P012
",
        );
    }

    #[test]
    fn musl_has_no_versions_of_glibc() {
        check_wheel(
            &RULE,
            "
demo-1.0-cp39-abi3-musllinux_1_2_x86_64.whl
demo/_native.abi3.so: imports PyList_New, memcpy@GLIBC_2.14, needs libc.so
# ^ P012
",
        );
    }

    #[test]
    fn a_later_macos_than_the_tag_but_never_before_the_first_for_arm() {
        check_wheel(
            &RULE,
            "
demo-1.0-cp39-abi3-macosx_11_0_arm64.whl
demo/_native.cpython-39-darwin.so: imports PyList_New, macos 13.0
# ^ P012
",
        );
        check_wheel(
            &RULE,
            "
demo-1.0-cp39-abi3-macosx_10_13_universal2.whl
demo/_native.cpython-39-darwin.so: imports PyList_New, macos 11.0
",
        );
    }

    #[test]
    fn a_library_for_another_machine_beside_one_for_this() {
        check_wheel(
            &RULE,
            "
demo-1.0-cp39-abi3-manylinux_2_17_x86_64.whl
demo/_native.abi3.so: exports PyInit__native, imports PyList_New
demo/_other.abi3.so: exports PyInit__other, imports PyList_New, architecture i686
# ^ P012
demo/attach.so: exports attach
demo/attach_x86.so: exports attach, architecture i686
",
        );
    }

    #[test]
    fn an_object_of_another_system() {
        check_wheel(
            &RULE,
            "
demo-1.0-cp39-abi3-macosx_11_0_x86_64.whl
demo/_native.abi3.so: exports PyInit__native, imports PyList_New
# ^ P012
",
        );
    }

    #[test]
    fn a_universal_wheel_with_half_of_its_code() {
        check_wheel(
            &RULE,
            "
demo-1.0-cp39-cp39-macosx_11_0_universal2.whl
demo/_native.cpython-39-darwin.so: exports PyInit__native, imports PyList_New
# ^ P012
",
        );
    }

    #[test]
    fn a_program_is_looked_at_too() {
        check_wheel(
            &RULE,
            "
demo-1.0-py3-none-manylinux_2_5_x86_64.whl
demo-1.0.data/scripts/demo: imports getauxval@GLIBC_2.16
# ^ P012
",
        );
    }

    #[test]
    fn another_architecture_and_a_tag_for_one_machine() {
        check_wheel(
            &RULE,
            "
demo-1.0-cp39-abi3-linux_x86_64.whl
demo/_native.abi3.so: imports PyList_New, architecture aarch64
# ^ P012
# ^ P012
",
        );
    }
}
