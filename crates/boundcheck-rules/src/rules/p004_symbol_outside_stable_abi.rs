//! P004

use std::collections::BTreeMap;

use boundcheck_model::{ObjectFormat, Wheel};

use crate::WheelFindings;
use crate::rule::rule;
use crate::stable_abi::{self, is_of_python};
use crate::wording::{shortened, symbols_are};

rule! {
    /// A wheel for the stable ABI uses symbols that are not in it.
    ///
    /// ## Why
    /// `abi3` promises that the extension runs on the Python version of its tag and on every later one. A symbol that is
    /// not in the stable ABI can change or go away with any release, and one that came later is missing in the versions
    /// before: the import fails there with *undefined symbol*, or worse, the process crashes. Installers trust the tag.
    /// See the [stable ABI](https://docs.python.org/3/c-api/stable.html).
    ///
    /// ## Bad
    /// ```wheel,bad
    /// demo-1.0-cp39-abi3-manylinux_2_17_x86_64.whl
    /// demo/_native.abi3.so: exports PyInit__native, imports PyList_New, PyBuffer_Release, _PyObject_GetDictPtr
    /// # ^ P004
    /// # ^ P004
    /// ```
    ///
    /// ## Good
    /// ```wheel,good
    /// demo-1.0-cp311-abi3-manylinux_2_17_x86_64.whl
    /// demo/_native.abi3.so: exports PyInit__native, imports PyList_New, PyBuffer_Release
    /// ```
    P004 "symbol-outside-stable-abi" {
        since: "0.1.0",
        severity: Error,
        confidence: High,
        persona: Regular,
        on: wheel,
    }
}

/// Names in one message; the rest is counted.
const SHOWN: usize = 6;

fn check<'w>(wheel: &'w Wheel, out: &mut WheelFindings<'w>) {
    let Some(floor) = wheel.stable_abi() else { return };
    for object in wheel.objects.iter().filter(|object| object.is_module()) {
        let mut outside = Vec::new();
        let mut later: BTreeMap<(u32, u32), Vec<String>> = BTreeMap::new();
        for import in object.imports.iter().filter(|import| is_of_python(&import.name)) {
            match stable_abi::added(&import.name) {
                None => outside.push(format!("`{}`", import.name)),
                Some(added) if added > floor => later.entry(added).or_default().push(format!("`{}`", import.name)),
                Some(_) => {}
            }
        }
        if !outside.is_empty() {
            out.member(&object.path)
                .message(format!(
                    "{} not in the stable ABI: {}",
                    symbols_are(outside.len()),
                    shortened(&outside, SHOWN)
                ))
                .label("a later Python may have changed or removed it")
                .note("`abi3` promises to run on every later version of Python")
                .help("use what the limited API has, or build one wheel for each version of Python");
        }
        for (version, names) in later {
            let (claimed, needed) = (shown(floor), shown(version));
            out.member(&object.path)
                .message(format!(
                    "{} in the stable ABI only from Python {needed} on: {}",
                    symbols_are(names.len()),
                    shortened(&names, SHOWN)
                ))
                .label(format!("Python {claimed} may not have it, or in another form"))
                .note(format!("the wheel is installed by Python {claimed} and later"))
                .help(format!("build with `abi3-py{}{}`, or without what needs these", version.0, version.1));
        }
        if object.format == ObjectFormat::Pe
            && let Some(library) = object.libraries.iter().find(|library| is_versioned_python(library))
        {
            out.member(&object.path)
                .message(format!("it is linked with `{library}`, which only one version of Python brings"))
                .label("cannot be imported by any other version")
                .note("what keeps to the stable ABI is linked with `python3.dll`")
                .help("build with the `abi3` feature of PyO3");
        }
    }
}

/// `python311.dll`, not `python3.dll`.
fn is_versioned_python(library: &str) -> bool {
    let name = library.to_ascii_lowercase();
    let digits = name.strip_prefix("python3").and_then(|rest| rest.strip_suffix(".dll"));
    digits.is_some_and(|digits| !digits.trim_end_matches('t').is_empty())
}

fn shown((major, minor): (u32, u32)) -> String {
    format!("{major}.{minor}")
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::check_wheel;

    #[test]
    fn a_wheel_for_one_version_promises_nothing() {
        check_wheel(
            &RULE,
            "
demo-1.0-cp312-cp312-manylinux_2_17_x86_64.whl
demo/_native.cpython-312-x86_64-linux-gnu.so: exports PyInit__native, imports _PyObject_GetDictPtr
",
        );
    }

    #[test]
    fn the_library_of_one_version_on_windows() {
        check_wheel(
            &RULE,
            "
demo-1.0-cp39-abi3-win_amd64.whl
demo/_native.pyd: exports PyInit__native, imports PyList_New, needs python311.dll
# ^ P004
demo/_right.pyd: exports PyInit__right, imports PyList_New, needs python3.dll
",
        );
    }

    #[test]
    fn a_library_that_python_does_not_import_is_left_alone() {
        check_wheel(
            &RULE,
            "
demo-1.0-cp39-abi3-manylinux_2_17_x86_64.whl
demo.libs/libhelp.so: exports help, imports PyOtherThing
",
        );
    }
}
