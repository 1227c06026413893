//! P005

use boundcheck_model::{Member, Wheel};

use crate::WheelFindings;
use crate::rule::rule;

rule! {
    /// An extension module does not export the function by which Python imports it.
    ///
    /// ## Why
    /// `import demo._native` looks for `_native.….so` and in it for `PyInit__native`. When file and function are named
    /// differently, the import fails with *dynamic module does not define module export function*. Tests that run from
    /// the build folder, where the file may have another name, do not see it.
    /// See [extension modules](https://docs.python.org/3/extending/extending.html#the-module-s-method-table-and-initialization-function).
    ///
    /// ## Bad
    /// ```wheel,bad
    /// demo-1.0-cp39-abi3-manylinux_2_17_x86_64.whl
    /// demo/_native.abi3.so: exports PyInit_demo, imports PyList_New
    /// # ^ P005
    /// ```
    ///
    /// ## Good
    /// ```wheel,good
    /// demo-1.0-cp39-abi3-manylinux_2_17_x86_64.whl
    /// demo/_native.abi3.so: exports PyInit__native, imports PyList_New
    /// ```
    P005 "module-init-missing" {
        since: "0.1.0",
        severity: Error,
        confidence: High,
        persona: Regular,
        on: wheel,
    }
}

fn check<'w>(wheel: &'w Wheel, out: &mut WheelFindings<'w>) {
    for member in wheel.members.iter().filter(|member| is_unreadable(wheel, member)) {
        out.member(&member.path)
            .message(format!("{} bytes that are no shared object", member.size))
            .label("cannot be loaded")
            .note("it is cut off, empty, a placeholder of a version control system, or something else under this name")
            .help("build the wheel again, from a complete checkout");
    }
    for object in &wheel.objects {
        let Some(module) = object.module_file().map(|file| file.module) else { continue };
        let known: Vec<&str> = object.exports.iter().filter_map(|name| initialised(name)).collect();
        if known.contains(&module) {
            continue;
        }
        let finding = out.member(&object.path).label(format!("Python looks for `PyInit_{module}`"));
        match known.first() {
            Some(other) => finding
                .message(format!("`{module}` cannot be imported: its file exports `PyInit_{other}`"))
                .note("the file and the function that initialises the module must have the same name")
                .help(format!("name the `#[pymodule]` `{module}`, or the module `{other}` in the build tool")),
            None => finding
                .message(format!("`{module}` cannot be imported: its file exports no `PyInit_{module}`"))
                .note("it is named like an extension module and asks Python for symbols")
                .help("declare a `#[pymodule]` of that name, or do not name a plain library like a module"),
        };
    }
}

/// Larger ones are not read at all.
const READ: u64 = 1 << 30;

/// Whether a member is named like a shared object that Python or the loader would take, and is none.
fn is_unreadable(wheel: &Wheel, member: &Member) -> bool {
    let name = member.path.rsplit('/').next().unwrap_or_default();
    let is_named = [".so", ".pyd", ".dll", ".dylib"].iter().any(|end| name.ends_with(end));
    is_named
        && member.size < READ
        && wheel.objects.iter().all(|object| object.path != member.path)
        && wheel.flaws.iter().all(|flaw| flaw.member.as_ref() != Some(&member.path))
}

fn initialised(export: &str) -> Option<&str> {
    export.strip_prefix("PyInit_").or_else(|| export.strip_prefix("PyModExport_"))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::check_wheel;

    #[test]
    fn what_only_has_the_name_of_a_shared_object() {
        check_wheel(
            &RULE,
            "
demo-1.0-cp39-abi3-manylinux_2_17_x86_64.whl
demo/_native.abi3.so: no object
# ^ P005
demo/notes.so.txt: no object
",
        );
    }
}
