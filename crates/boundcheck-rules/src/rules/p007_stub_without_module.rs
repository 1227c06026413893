//! P007

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use boundcheck_model::Wheel;

use crate::rule::rule;
use crate::{WheelFindings, member_path};

rule! {
    /// A stub lies where no type checker takes it for the extension module it describes.
    ///
    /// ## Why
    /// A stub is found by its path: `demo/_native.pyi` is for `demo._native` and for nothing else. One at another path
    /// describes a module that does not exist, and one beside a package folder of the same name is never read; the
    /// extension module has no types, and nobody is told. Names inside of stubs are not compared: what a module exports to Python
    /// comes to be when it is imported, and does not show in the file.
    /// See [where type checkers look](https://typing.python.org/en/latest/spec/distributing.html).
    ///
    /// ## Bad
    /// ```wheel,bad
    /// demo-1.0-cp39-abi3-manylinux_2_17_x86_64.whl
    /// demo/__init__.py
    /// demo/_native.abi3.so: exports PyInit__native, imports PyList_New
    /// _native.pyi
    /// # ^ P007
    /// demo.pyi
    /// # ^ P007
    /// ```
    ///
    /// ## Good
    /// ```wheel,good
    /// demo-1.0-cp39-abi3-manylinux_2_17_x86_64.whl
    /// demo/__init__.py
    /// demo/__init__.pyi
    /// demo/_native.abi3.so: exports PyInit__native, imports PyList_New
    /// demo/_native.pyi
    /// ```
    P007 "stub-without-module" {
        since: "0.1.0",
        severity: Warning,
        confidence: High,
        persona: Regular,
        on: wheel,
    }
}

fn check<'w>(wheel: &'w Wheel, out: &mut WheelFindings<'w>) {
    let paths: HashSet<&str> = wheel.members.iter().map(|member| member.path.as_str()).collect();
    let has = |path: String| paths.contains(path.as_str());
    let native: BTreeSet<String> =
        wheel.objects.iter().filter_map(|object| Some(object.module_file()?.stem())).collect();
    // Stubs that belong to nothing, by folder and name.
    let mut orphans: HashMap<(&str, String), Vec<&'w str>> = HashMap::new();
    for member in &wheel.members {
        let Some(stem) = member.path.strip_suffix(".pyi").filter(|stem| !is_of_stubs(stem)) else { continue };
        let (folder, name) = member_path::split(stem);
        if has(format!("{stem}/__init__.py")) || has(format!("{stem}/__init__.pyi")) {
            out.member(&member.path)
                .message(format!("no type checker reads `{}`", member.path))
                .label(format!("the folder `{stem}` is the package of that name"))
                .note("a package goes before a file of the same name, as for Python itself")
                .help(format!("move it to `{stem}/__init__.pyi` when it is for the package `{name}`"));
            continue;
        }
        // An extension module can make submodules, whose stubs lie in a folder that is named like it.
        let inside_native = member_path::and_above(folder).any(|parent| native.contains(parent));
        if !native.contains(stem) && !inside_native && !has(format!("{stem}.py")) {
            orphans.entry((folder, bare(name))).or_default().push(&member.path);
        }
    }
    // What Python source was compiled lies beside it, as with mypyc, and is its stub.
    let described = |stem: &str| ["pyi", "py"].iter().any(|ending| has(format!("{stem}.{ending}")));
    let mut meant: BTreeMap<&'w str, Vec<&String>> = BTreeMap::new();
    for stem in native.iter().filter(|stem| !described(stem) && !has(format!("{stem}/__init__.pyi"))) {
        let (folder, module) = member_path::split(stem);
        for above in member_path::and_above(folder).chain([""]) {
            for stub in orphans.get(&(above, bare(module))).into_iter().flatten() {
                meant.entry(stub).or_default().push(stem);
            }
        }
    }
    for (stub, modules) in meant {
        // Of several, nobody can tell which one is meant.
        if let [module] = modules[..] {
            let described = stub.trim_end_matches(".pyi").replace('/', ".");
            out.member(stub)
                .message(format!("`{stub}` is not the stub of `{module}`"))
                .label(format!("describes a module `{described}`, which is not in the wheel"))
                .note("a stub is found by its path, so the extension module has no types")
                .help(format!("move it to `{module}.pyi`"));
        }
    }
}

/// `native` of `_native`: those who write stubs by hand err in underscores.
fn bare(name: &str) -> String {
    name.trim_start_matches('_').to_ascii_lowercase()
}

/// Whether a stub lies in a package of stubs, or is that of a package.
fn is_of_stubs(stem: &str) -> bool {
    stem.ends_with("/__init__") || member_path::first(stem).ends_with("-stubs")
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::check_wheel;

    #[test]
    fn submodules_made_at_run_time_and_modules_of_types_are_left_alone() {
        check_wheel(
            &RULE,
            "
demo-1.0-cp39-abi3-manylinux_2_17_x86_64.whl
demo/__init__.py
demo/_native.abi3.so: exports PyInit__native, imports PyList_New
demo/_native/__init__.pyi
demo/_native/io.pyi
demo/_types.pyi
demo-stubs/native.pyi
",
        );
    }

    #[test]
    fn a_name_without_the_underscore() {
        check_wheel(
            &RULE,
            "
demo-1.0-cp39-abi3-manylinux_2_17_x86_64.whl
demo/__init__.py
demo/_native.abi3.so: exports PyInit__native, imports PyList_New
demo/native.pyi
# ^ P007
",
        );
    }

    #[test]
    fn stubs_of_others_and_names_of_several_are_left_alone() {
        check_wheel(
            &RULE,
            "
demo-1.0-cp39-abi3-manylinux_2_17_x86_64.whl
demo/types.abi3.so: exports PyInit_types, imports PyList_New
demo/typeshed/types.pyi
demo/compiled.abi3.so: exports PyInit_compiled, imports PyList_New
demo/compiled.py
compiled.pyi
demo/a/io.abi3.so: exports PyInit_io, imports PyList_New
demo/b/io.abi3.so: exports PyInit_io, imports PyList_New
io.pyi
",
        );
    }

    #[test]
    fn a_module_of_python_of_that_name_has_the_stub() {
        check_wheel(
            &RULE,
            "
demo-1.0-cp39-abi3-manylinux_2_17_x86_64.whl
demo/_native.abi3.so: exports PyInit__native, imports PyList_New
demo/native.py
demo/native.pyi
",
        );
    }
}
