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
        let Some(header) = metadata.get(field) else { continue };
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
