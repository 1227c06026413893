//! P018

use std::collections::BTreeMap;
use std::fmt;

use boundcheck_model::{ModuleFile, ObjectFormat, SharedObject, Wheel, WheelName, cpython};

use crate::WheelFindings;
use crate::rule::rule;

rule! {
    /// An extension module is named or linked for another Python than the wheel is tagged for.
    ///
    /// ## Why
    /// Which interpreter looks at a file is in its suffix: `.cpython-313-….so` is for Python 3.13 only,
    /// `.cpython-313t-….so` for its free-threaded build only, `.abi3.so` for every build with a GIL, `.abi3t.so` for both
    /// from 3.15 on. pip goes by the tag of the wheel and installs it, and the import says *No module named*. An `abi3`
    /// object that a free-threaded interpreter before 3.15 does load crashes it, since objects are laid out differently.
    /// Whether a module declares itself safe without the GIL (`gil_used = false`) is data inside of it and does not show here.
    /// See [PEP 703](https://peps.python.org/pep-0703/#build-configuration-changes) and [PEP 803](https://peps.python.org/pep-0803/).
    ///
    /// ## Bad
    /// ```wheel,bad
    /// demo-1.0-cp313-cp313t-manylinux_2_17_x86_64.whl
    /// demo/_native.cpython-313-x86_64-linux-gnu.so: exports PyInit__native, imports PyList_New
    /// # ^ P018
    /// ```
    ///
    /// ## Good
    /// ```wheel,good
    /// demo-1.0-cp313-cp313t-manylinux_2_17_x86_64.whl
    /// demo/_native.cpython-313t-x86_64-linux-gnu.so: exports PyInit__native, imports PyList_New
    /// ```
    P018 "module-suffix-disagrees" {
        since: "0.1.0",
        severity: Error,
        confidence: High,
        persona: Regular,
        on: wheel,
    }
}

/// Interpreters that a tag is for, and files that they look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Interpreter {
    version: (u32, u32),
    free_threaded: bool,
    /// This version, or this one and all later.
    only: bool,
}

/// What a file is for, by its suffix.
enum Suffix {
    Any,
    One { version: (u32, u32), free_threaded: bool },
    Abi3,
    Abi3t,
}

/// The first version with `abi3t`.
const ABI3T: (u32, u32) = (3, 15);

fn check<'w>(wheel: &'w Wheel, out: &mut WheelFindings<'w>) {
    let interpreters = wheel.name.as_ref().map(interpreters).unwrap_or_default();
    let mut modules: BTreeMap<String, Vec<(&SharedObject, Suffix)>> = BTreeMap::new();
    for object in wheel.objects.iter().filter(|object| object.is_module()) {
        let Some(file) = object.module_file() else { continue };
        // What cannot be understood is taken for fitting.
        let suffix = Suffix::of(file).unwrap_or(Suffix::Any);
        modules.entry(file.stem()).or_default().push((object, suffix));
    }
    for (module, files) in &modules {
        // One wheel may hold a file for each of several interpreters.
        let unserved = interpreters.iter().find(|one| !files.iter().any(|(_, suffix)| suffix.is_for(**one)));
        if let Some(interpreter) = unserved {
            let (object, suffix) = &files[0];
            out.member(&object.path)
                .message(format!("`{}` is not for {interpreter}, which the wheel is tagged for", object.path))
                .label(suffix.meaning())
                .note(format!(
                    "pip installs the wheel there, and `import {}` fails or crashes",
                    module.replace('/', ".")
                ))
                .help("build it with that interpreter and let the build tool name file and wheel");
        } else if let Some((object, library)) =
            files.iter().find_map(|(object, _)| wrong_library(object, &interpreters))
        {
            out.member(&object.path)
                .message(format!("it is linked with `{library}`, which is not of {}", interpreters[0]))
                .label("brings a second Python into the process, or is not found")
                .note("objects are laid out differently there, so that it crashes where it can be loaded")
                .help("build it with the interpreter that the wheel is tagged for");
        }
    }
}

impl Suffix {
    /// `None` for other implementations of Python, and what is no suffix of them.
    fn of(file: ModuleFile<'_>) -> Option<Self> {
        let Some(suffix) = file.suffix else { return Some(Self::Any) };
        let first = suffix.split('-').next()?;
        match first {
            "abi3" => return Some(Self::Abi3),
            "abi3t" => return Some(Self::Abi3t),
            _ => {}
        }
        let tag = if first == "cpython" { suffix.split('-').nth(1)? } else { first.strip_prefix("cp")? };
        let (version, free_threaded) = version(tag)?;
        Some(Self::One { version, free_threaded })
    }

    fn is_for(&self, interpreter: Interpreter) -> bool {
        match *self {
            Self::Any => true,
            Self::One { version, free_threaded } => interpreter == Interpreter { version, free_threaded, only: true },
            Self::Abi3 => !interpreter.free_threaded,
            Self::Abi3t => interpreter.version >= ABI3T,
        }
    }

    fn meaning(&self) -> String {
        match self {
            Self::Any => "for any Python".to_owned(),
            Self::One { version, free_threaded } => {
                let one = Interpreter { version: *version, free_threaded: *free_threaded, only: true };
                format!("named for {one} and no other")
            }
            Self::Abi3 => "the stable ABI of Python with a GIL".to_owned(),
            Self::Abi3t => "named for Python 3.15 and later".to_owned(),
        }
    }
}

impl fmt::Display for Interpreter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (major, minor) = self.version;
        let kind = if self.free_threaded { "free-threaded Python" } else { "Python" };
        write!(f, "{kind} {major}.{minor}{}", if self.only { "" } else { " and later" })
    }
}

/// The interpreters that the tags of a wheel name; those that are not CPython are left out.
fn interpreters(name: &WheelName) -> Vec<Interpreter> {
    let floor = name.python.iter().filter_map(|tag| cpython(tag)).min();
    let mut found: Vec<_> = name
        .abi
        .iter()
        .filter_map(|abi| match (abi.as_str(), floor) {
            ("abi3", Some(version)) => Some(Interpreter { version, free_threaded: false, only: false }),
            ("abi3t", Some(version)) => {
                Some(Interpreter { version: version.max(ABI3T), free_threaded: true, only: false })
            }
            _ => {
                let (version, free_threaded) = version(abi.strip_prefix("cp")?)?;
                Some(Interpreter { version, free_threaded, only: true })
            }
        })
        .collect();
    found.sort();
    found
}

/// `313t` is 3.13, free-threaded; `37m` is 3.7.
fn version(tag: &str) -> Option<((u32, u32), bool)> {
    let digits = tag.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let flags = &tag[digits.len()..];
    // A build for debugging looks at other files as well.
    if flags.contains('d') {
        return None;
    }
    let (major, minor) = digits.split_at_checked(1)?;
    Some(((major.parse().ok()?, minor.parse().ok()?), flags.contains('t')))
}

/// `python313.dll` in a wheel for one interpreter that is another.
fn wrong_library<'o>(object: &'o SharedObject, interpreters: &[Interpreter]) -> Option<(&'o SharedObject, &'o str)> {
    let [interpreter] = interpreters else { return None };
    if object.format != ObjectFormat::Pe || !interpreter.only {
        return None;
    }
    let other = object.libraries.iter().find(|library| {
        let name = library.to_ascii_lowercase();
        let tag = name.strip_prefix("python").and_then(|rest| rest.strip_suffix(".dll"));
        // `python3.dll` has no minor version.
        tag.and_then(version).is_some_and(|known| known != (interpreter.version, interpreter.free_threaded))
    });
    other.map(|library| (object, library.as_str()))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::check_wheel;

    #[test]
    fn the_stable_abi_with_a_gil_is_none_without() {
        check_wheel(
            &RULE,
            "
demo-1.0-cp314-cp314t-manylinux_2_17_x86_64.whl
demo/_native.abi3.so: exports PyInit__native, imports PyList_New
# ^ P018
demo/_plain.so: exports PyInit__plain, imports PyList_New
",
        );
    }

    #[test]
    fn one_object_for_both_stable_abis() {
        check_wheel(
            &RULE,
            "
demo-1.0-cp315-abi3.abi3t-manylinux_2_17_x86_64.whl
demo/_native.abi3t.so: exports PyInit__native, imports PyList_New
demo/_old.abi3.so: exports PyInit__old, imports PyList_New
# ^ P018
",
        );
        check_wheel(
            &RULE,
            "
demo-1.0-cp310-abi3-manylinux_2_17_x86_64.whl
demo/_native.abi3t.so: exports PyInit__native, imports PyList_New
# ^ P018
demo/_long.abi3-x86_64-linux-gnu.so: exports PyInit__long, imports PyList_New
",
        );
    }

    #[test]
    fn a_file_for_one_version_under_the_tag_of_all() {
        check_wheel(
            &RULE,
            "
demo-1.0-cp312-abi3-manylinux_2_17_x86_64.whl
demo/_native.cpython-312-x86_64-linux-gnu.so: exports PyInit__native, imports PyList_New
# ^ P018
",
        );
    }

    #[test]
    fn a_library_of_another_python_on_windows() {
        check_wheel(
            &RULE,
            "
demo-1.0-cp313-cp313t-win_amd64.whl
demo/_native.cp313t-win_amd64.pyd: exports PyInit__native, imports PyList_New, needs python313.dll
# ^ P018
demo/_right.cp313t-win_amd64.pyd: exports PyInit__right, imports PyList_New, needs python313t.dll
demo/_stable.cp313t-win_amd64.pyd: exports PyInit__stable, imports PyList_New, needs python3.dll
",
        );
        check_wheel(
            &RULE,
            "
demo-1.0-cp39-abi3-win_amd64.whl
demo/_native.pyd: exports PyInit__native, imports PyList_New, needs python3.dll
",
        );
    }

    #[test]
    fn a_file_for_each_version_and_other_implementations() {
        check_wheel(
            &RULE,
            "
demo-1.0-cp312.cp313-cp312.cp313-manylinux_2_17_x86_64.whl
demo/_native.cpython-312-x86_64-linux-gnu.so: exports PyInit__native, imports PyList_New
demo/_native.cpython-313-x86_64-linux-gnu.so: exports PyInit__native, imports PyList_New
",
        );
        check_wheel(
            &RULE,
            "
demo-1.0-pp310-pypy310_pp73-manylinux_2_17_x86_64.whl
demo/_native.pypy310-pp73-x86_64-linux-gnu.so: exports PyInit__native, imports PyList_New
",
        );
        check_wheel(
            &RULE,
            "
demo-1.0-cp37-cp37m-manylinux_2_17_x86_64.whl
demo/_native.cpython-37m-x86_64-linux-gnu.so: exports PyInit__native, imports PyList_New
",
        );
    }
}
