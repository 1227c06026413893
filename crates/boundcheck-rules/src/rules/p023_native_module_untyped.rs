//! P023

use std::collections::{BTreeMap, HashMap, HashSet};

use boundcheck_model::{Confidence, ModuleFile, Persona, SharedObject, SourceFile, Wheel};

use crate::rule::rule;
use crate::{WheelFindings, member_path};

rule! {
    /// A wheel has an extension module that type checkers know nothing about.
    ///
    /// ## Why
    /// No type checker looks into a compiled module: without a stub its names are `Any`. Worse with `py.typed`, which
    /// promises that all types are there: when `__init__.py` takes its names by `from ._native import *`, mypy reports
    /// *Module has no attribute* in the code of every user, though the program runs. Stubs without `py.typed` are not read.
    /// Only the wheel is looked at: stubs that another package brings (`types-demo`) do not show, nor do names that a stub
    /// leaves out. See [PEP 561](https://peps.python.org/pep-0561/#packaging-type-information).
    ///
    /// ## Bad
    /// ```wheel,bad
    /// demo-1.0-cp39-abi3-manylinux_2_17_x86_64.whl
    /// demo/__init__.py: text from ._native import *
    /// # ^ P023
    /// demo/_native.abi3.so: exports PyInit__native, imports PyList_New
    /// demo/py.typed
    /// ```
    ///
    /// ## Good
    /// ```wheel,good
    /// demo-1.0-cp39-abi3-manylinux_2_17_x86_64.whl
    /// demo/__init__.py: text from ._native import *
    /// demo/_native.abi3.so: exports PyInit__native, imports PyList_New
    /// demo/_native.pyi
    /// demo/py.typed
    /// ```
    P023 "native-module-untyped" {
        since: "0.1.0",
        severity: Warning,
        confidence: High,
        persona: Pedantic,
        on: wheel,
    }
}

fn check<'w>(wheel: &'w Wheel, out: &mut WheelFindings<'w>) {
    let paths: HashSet<&str> = wheel.members.iter().map(|member| member.path.as_str()).collect();
    let has = |path: String| paths.contains(path.as_str());
    let mut stubs: HashMap<&str, &'w str> = HashMap::new();
    for member in &wheel.members {
        if let Some(stem) = member.path.strip_suffix(".pyi") {
            stubs.entry(stubbed_package(stem)).or_insert(&member.path);
        }
    }
    let mut packages: BTreeMap<&str, Vec<(&SharedObject, ModuleFile<'_>)>> = BTreeMap::new();
    for object in wheel.objects.iter().filter(|object| object.is_module()) {
        let Some(file) = object.module_file() else { continue };
        // Of what mypyc compiled the source is there to read.
        if has(format!("{}.py", file.stem())) || file.module.ends_with("__mypyc") {
            continue;
        }
        let package = if file.folder.is_empty() { file.module } else { member_path::first(file.folder) };
        packages.entry(package).or_default().push((object, file));
    }
    for (package, modules) in packages {
        let (object, file) = modules[0];
        let typed = member_path::and_above(file.folder).any(|folder| has(format!("{folder}/py.typed")));
        match (typed, stubs.get(package)) {
            (true, None) => marked(wheel, &modules, out),
            // A package of stubs alone needs no mark.
            (false, Some(stub)) if member_path::first(stub) == package => {
                out.member(stub)
                    .message(format!("no type checker reads the stubs of `{package}`"))
                    .label(format!("`{package}` has no file `py.typed`"))
                    .note("without the marker mypy reports missing stubs and treats everything in the package as `Any`")
                    .help(format!("add an empty file `{package}/py.typed`"));
            }
            (_, Some(_)) => {}
            (false, None) => {
                let shown = if file.folder.is_empty() { file.module } else { file.folder }.replace('/', ".");
                out.member(&object.path)
                    .message(format!("`{shown}` has neither stubs nor `py.typed`"))
                    .label("a compiled module, of which type checkers know nothing")
                    .note("whoever uses it works without types, and editors offer no names")
                    .help(format!("ship `{}.pyi` and an empty file `py.typed` in the package", file.stem()));
            }
        }
    }
}

/// A package that promises types and has no stub.
fn marked<'w>(wheel: &'w Wheel, modules: &[(&'w SharedObject, ModuleFile<'_>)], out: &mut WheelFindings<'w>) {
    if let Some((init, line, file)) = taken_whole(wheel, modules) {
        out.line(init.path.as_str(), line)
            .message(format!("`{}` is marked as typed, but type checkers see none of its names", file.folder))
            .label(format!("takes them from `{}`, which has no stub", file.module))
            .note("mypy reports that the module has no such attribute, in the code of every user")
            .help(format!("ship a stub `{}.pyi`, or leave out `py.typed`", file.stem()))
            .persona(Persona::Regular);
        return;
    }
    let (object, file) = modules[0];
    out.member(&object.path)
        .message(format!("`{}` has no stub in a package that is marked as typed", file.module))
        .label("all that it gives is `Any`")
        .note("`py.typed` promises types for the whole package, and type checkers no longer ask for stubs")
        .help(format!("ship a stub `{}.pyi`", file.stem()))
        // Python around it may say all that users see.
        .confidence(Confidence::Medium);
}

/// The first module that an `__init__.py` takes all names of: by `from ._native import *` in that line, from 1.
fn taken_whole<'w, 'o>(
    wheel: &'w Wheel,
    modules: &[(&'o SharedObject, ModuleFile<'o>)],
) -> Option<(&'w SourceFile, u32, ModuleFile<'o>)> {
    let mut folders: BTreeMap<&str, HashMap<String, ModuleFile<'_>>> = BTreeMap::new();
    for (_, file) in modules {
        let names = folders.entry(file.folder).or_default();
        names.insert(format!(".{}", file.module), *file);
        names.insert(file.stem().replace('/', "."), *file);
    }
    folders.into_iter().find_map(|(folder, names)| {
        let init = wheel.text(&format!("{folder}/__init__.py"))?;
        init.text.lines().zip(1..).find_map(|(line, at)| Some((init, at, *names.get(taken_by(line)?)?)))
    })
}

/// `._native` of `from ._native import *`, at the top level of a file.
fn taken_by(line: &str) -> Option<&str> {
    let words: Vec<&str> = line.split_whitespace().take(4).collect();
    match words[..] {
        ["from", module, "import", "*"] if line.starts_with("from") => Some(module),
        _ => None,
    }
}

/// The package that a stub is for, by its path without the ending: `demo` of `demo/…`, `demo` and `demo-stubs/…`.
fn stubbed_package(stem: &str) -> &str {
    let first = member_path::first(stem);
    first.strip_suffix("-stubs").unwrap_or(first)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::check_wheel;

    #[test]
    fn a_package_says_what_it_gives_in_its_own_stub_or_in_another_folder() {
        check_wheel(
            &RULE,
            "
demo-1.0-cp39-abi3-manylinux_2_17_x86_64.whl
demo/__init__.py: text from .inner._native import *
demo/__init__.pyi
demo/inner/_native.abi3.so: exports PyInit__native, imports PyList_New
demo/py.typed
other.abi3.so: exports PyInit_other, imports PyList_New
other-stubs/__init__.pyi
third/module.abi3.so: exports PyInit_module, imports PyList_New
third/module.py
third/py.typed
85cae5__mypyc.abi3.so: exports PyInit_85cae5__mypyc, imports PyList_New
",
        );
    }

    #[test]
    fn any_of_several_modules_can_be_taken_whole() {
        check_wheel(
            &RULE,
            "
demo-1.0-cp39-abi3-manylinux_2_17_x86_64.whl
demo/__init__.py: text from demo._native import *
# ^ P023
demo/_a.abi3.so: exports PyInit__a, imports PyList_New
demo/_native.abi3.so: exports PyInit__native, imports PyList_New
demo/py.typed
",
        );
    }

    #[test]
    fn names_one_by_one_are_any() {
        check_wheel(
            &RULE,
            "
demo-1.0-cp39-abi3-manylinux_2_17_x86_64.whl
demo/__init__.py: text from ._native import total
demo/_native.abi3.so: exports PyInit__native, imports PyList_New
# ^ P023
demo/_other.abi3.so: exports PyInit__other, imports PyList_New
demo/py.typed
",
        );
    }

    #[test]
    fn without_the_marker() {
        check_wheel(
            &RULE,
            "
demo-1.0-cp39-abi3-manylinux_2_17_x86_64.whl
demo/_native.abi3.so: exports PyInit__native, imports PyList_New
demo/_native.pyi
# ^ P023
other/_native.abi3.so: exports PyInit__native, imports PyList_New
# ^ P023
third.libs/libthird.so: exports third, imports PyList_New
",
        );
    }
}
