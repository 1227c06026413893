//! P019

use std::str::FromStr;

use boundcheck_model::{Headers, Wheel, WheelName};

use crate::WheelFindings;
use crate::rule::rule;

rule! {
    /// The file name of a wheel says something else than what is in it.
    ///
    /// ## Why
    /// Installers choose a wheel by its file name alone: distribution, version and tags. When `METADATA` names another
    /// version, pip refuses it; when `WHEEL` lists other tags, tools that repair or re-tag wheels undo the file name;
    /// and a compiled module behind `py3-none-any` is installed where it cannot be loaded.
    /// See the [specification](https://packaging.python.org/en/latest/specifications/binary-distribution-format/).
    ///
    /// ## Bad
    /// ```wheel,bad
    /// demo-1.0-py3-none-any.whl
    /// demo/_native.abi3.so: exports PyInit__native, imports PyList_New
    /// # ^ P019
    /// ```
    ///
    /// ## Good
    /// ```wheel,good
    /// demo-1.0-cp39-abi3-manylinux_2_17_x86_64.whl
    /// demo/_native.abi3.so: exports PyInit__native, imports PyList_New
    /// ```
    P019 "wheel-name-disagrees" {
        since: "0.1.0",
        severity: Error,
        confidence: High,
        persona: Regular,
        on: wheel,
    }
}

fn check<'w>(wheel: &'w Wheel, out: &mut WheelFindings<'w>) {
    let Some(name) = &wheel.name else {
        out.whole()
            .message("this is no file name of a wheel")
            .label("not of the form name-version-python-abi-platform.whl")
            .note("no installer can tell where it fits")
            .help("let the build tool name it");
        return;
    };
    match &wheel.metadata {
        Some(metadata) => compare(metadata, name, out),
        None => missing("METADATA", out),
    }
    match &wheel.info {
        Some(info) => tags(info, name, out),
        None => missing("WHEEL", out),
    }
    nothing_compiled(wheel, name, out);
    if name.platform.iter().any(|tag| tag == "any") {
        for object in &wheel.objects {
            out.member(&object.path)
                .message("compiled code in a wheel for every platform")
                .label(format!("only for {}", object.architectures.join(" and ")))
                .note("pip installs this wheel on systems that cannot load the file")
                .help("build with a platform tag");
        }
    }
}

/// A tag of one interpreter on a wheel that holds nothing for it.
fn nothing_compiled(wheel: &Wheel, name: &WheelName, out: &mut WheelFindings<'_>) {
    let is_for_cpython = name.abi.iter().all(|tag| tag.starts_with("cp") || tag.starts_with("abi3"));
    let is_named_like_one = |path: &str| matches!(suffix(path), "so" | "pyd") || path.contains(".data/");
    if !is_for_cpython || wheel.members.iter().any(|member| is_named_like_one(&member.path)) {
        return;
    }
    let is_path_file = |path: &str| suffix(path) == "pth" && !path.contains('/');
    let is_editable = wheel.members.iter().any(|member| is_path_file(&member.path));
    let finding = out.whole().label(format!("tagged {}", name.tags().join(", ")));
    if is_editable {
        finding
            .message("this is what is left of an editable installation, and no wheel to ship")
            .note("it holds a path to the sources on this machine, and no module")
            .help("build one with `maturin build --release --out dist`, or delete it");
    } else {
        finding
            .message("the tag promises an extension module, and there is none")
            .note("pip installs it for these interpreters only, though it has nothing that needs them")
            .help("look why the module is missing; pure Python is tagged `py3-none-any`");
    }
}

/// What stands behind the last dot.
fn suffix(path: &str) -> &str {
    path.rsplit('.').next().unwrap_or_default()
}

fn missing(file: &str, out: &mut WheelFindings<'_>) {
    out.whole()
        .message(format!("there is no `{file}` in `.dist-info`"))
        .label("not a wheel that an installer accepts")
        .note("name, version and tags are read from there")
        .help("build it again; do not pack wheels by hand");
}

fn compare<'w>(metadata: &'w Headers, name: &WheelName, out: &mut WheelFindings<'w>) {
    for (field, said, same) in [
        ("Name", &name.distribution, normalized as fn(&str) -> String),
        ("Version", &name.version, version as fn(&str) -> String),
    ] {
        let Some(header) = metadata.get(field).filter(|header| !header.value.trim().is_empty()) else {
            out.line(&metadata.path, 1)
                .message(format!("`METADATA` has no {field}"))
                .label("not a wheel that an installer accepts")
                .note("it is one of three fields that must be there")
                .help("build it again; do not pack wheels by hand");
            continue;
        };
        if same(&header.value) != same(said) {
            out.line(&metadata.path, header.line)
                .message(format!("the file name says {said}, `METADATA` says {}", header.value))
                .label(format!("another {}", field.to_lowercase()))
                .note("pip refuses to install a wheel whose two names differ")
                .help("build it again; do not rename wheels");
        }
    }
}

fn tags<'w>(info: &'w Headers, name: &WheelName, out: &mut WheelFindings<'w>) {
    let mut listed: Vec<_> = info.all("Tag").map(|header| header.value.clone()).collect();
    listed.sort();
    listed.dedup();
    let line = info.get("Tag").map_or(1, |header| header.line);
    if listed != name.tags() {
        out.line(&info.path, line)
            .message(format!(
                "the file name stands for {}, `WHEEL` lists {}",
                name.tags().join(", "),
                listed.join(", ")
            ))
            .label("other tags than in the file name")
            .note("tools that repair or re-tag wheels go by this list")
            .help("use `wheel tags` to change tags, not the file name");
    }
}

/// Names are compared without case, and `-`, `_` and `.` are one ([PEP 503]).
///
/// [PEP 503]: https://peps.python.org/pep-0503/#normalized-names
fn normalized(name: &str) -> String {
    let lower = name.to_ascii_lowercase();
    lower.split(['-', '_', '.']).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

/// In file names, `-` of a local version is `_`.
fn version(version: &str) -> String {
    let plain = version.replace('_', "-");
    pep440_rs::Version::from_str(&plain).map_or(plain, |version| version.to_string())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::check_wheel;

    #[test]
    fn a_tag_for_an_extension_module_that_is_not_there() {
        for what in ["demo/__init__.py", "demo.pth"] {
            check_wheel(&RULE, &format!("\ndemo-1.0-cp39-abi3-manylinux_2_17_x86_64.whl\n# ^ P019\n{what}\n"));
        }
    }

    #[test]
    fn programs_and_other_interpreters_need_no_module() {
        check_wheel(
            &RULE,
            "\ndemo-1.0-py3-none-manylinux_2_17_x86_64.whl\ndemo-1.0.data/scripts/demo: imports memcpy\n",
        );
        check_wheel(&RULE, "\ndemo-1.0-pp311-pypy311_pp73-manylinux_2_17_x86_64.whl\ndemo/__init__.py\n");
    }
}
