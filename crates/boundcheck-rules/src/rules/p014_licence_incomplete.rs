//! P014

use std::collections::HashSet;

use boundcheck_model::{Header, Headers, Persona, Severity, Wheel};

use crate::WheelFindings;
use crate::rule::rule;

rule! {
    /// A wheel declares a licence file that it does not hold, or says nothing about its licence.
    ///
    /// ## Why
    /// Most licences allow to pass code on only together with their text, and tools that collect licences read it from
    /// `.dist-info/licenses`. A `License-File` that is not there stops them, and without any word about a licence nobody
    /// may use the code at all. For the auditor, compiled code without a list of what is in it (SBOM) is worth a look too.
    /// See [PEP 639](https://peps.python.org/pep-0639/) and [PEP 770](https://peps.python.org/pep-0770/).
    ///
    /// ## Bad
    /// ```wheel,bad
    /// demo-1.0-py3-none-any.whl
    /// demo/__init__.py
    /// METADATA: License-Expression: MIT
    /// METADATA: License-File: LICENSE
    /// # ^ P014
    /// ```
    ///
    /// ## Good
    /// ```wheel,good
    /// demo-1.0-py3-none-any.whl
    /// demo/__init__.py
    /// demo-1.0.dist-info/licenses/LICENSE
    /// METADATA: License-Expression: MIT
    /// METADATA: License-File: LICENSE
    /// ```
    P014 "licence-incomplete" {
        since: "0.1.0",
        severity: Warning,
        confidence: High,
        persona: Regular,
        on: wheel,
    }
}

fn check<'w>(wheel: &'w Wheel, out: &mut WheelFindings<'w>) {
    let Some(metadata) = &wheel.metadata else { return };
    let Some((info, _)) = metadata.path.rsplit_once('/') else { return };
    let paths: HashSet<&str> = wheel.members.iter().map(|member| member.path.as_str()).collect();
    for field in metadata.all("License-File") {
        // Before PEP 639 the file lay in `.dist-info` itself.
        let places = [format!("{info}/licenses/{}", field.value), format!("{info}/{}", field.value)];
        if !places.iter().any(|place| paths.contains(place.as_str())) {
            out.line(&metadata.path, field.line)
                .message(format!("the licence file `{}` is not in the wheel", field.value))
                .label(format!("no `{}`", places[0]))
                .note("tools that collect licences stop here, and most licences demand that their text comes along")
                .help("build it again with the file in the project; do not remove it from the wheel");
        }
    }
    texts(wheel, metadata, info, out);
    let boms = format!("{info}/sboms/");
    if !wheel.objects.is_empty() && !wheel.members.iter().any(|member| member.path.starts_with(&boms)) {
        out.whole()
            .message("compiled code, and no list of what is in it")
            .label(format!("no SBOM in `{info}/sboms`"))
            .note("which libraries are compiled in, and whether one has a known hole, does not show from outside")
            .help("maturin 1.12 and later write one; with other build tools, add one to that folder")
            .severity(Severity::Info)
            .persona(Persona::Auditor);
    }
}

/// Whether there is a licence, and its text.
fn texts<'w>(wheel: &'w Wheel, metadata: &'w Headers, info: &str, out: &mut WheelFindings<'w>) {
    let said = |field: &&Header| !field.value.is_empty() && !field.value.eq_ignore_ascii_case("unknown");
    let classifier = |field: &&Header| field.value.starts_with("License ::");
    let declared = metadata
        .get("License-Expression")
        .filter(said)
        .or_else(|| metadata.get("License").filter(said))
        .or_else(|| metadata.all("Classifier").find(classifier));
    let text = wheel.members.iter().any(|member| {
        let file = member.path.strip_prefix(info).and_then(|rest| rest.strip_prefix('/'));
        file.is_some_and(|file| file.starts_with("licenses/") || is_licence(file))
    });
    // Said above.
    if text || metadata.get("License-File").is_some() {
        return;
    }
    match declared {
        Some(field) => out
            .line(&metadata.path, field.line)
            .message("the text of the licence is not in the wheel")
            .label("names a licence")
            .note("MIT, BSD, Apache and others demand that their text is passed on with the code")
            .help("put a file `LICENSE` beside `pyproject.toml`, or list it in `project.license-files`"),
        None => out
            .line(&metadata.path, 1)
            .message("nothing is said about the licence")
            .label("neither an expression, a classifier, nor a file")
            .note("without a licence nobody may use the code, and companies will not")
            .help("set `project.license` in `pyproject.toml`, such as `license = \"MIT\"`, and add the file"),
    }
    .persona(Persona::Pedantic);
}

fn is_licence(file: &str) -> bool {
    let upper = file.to_ascii_uppercase();
    ["LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE"].iter().any(|word| upper.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::check_wheel;

    #[test]
    fn a_file_where_it_lay_before() {
        check_wheel(
            &RULE,
            "
demo-1.0-py3-none-any.whl
demo-1.0.dist-info/LICENSE
METADATA: License-File: LICENSE
",
        );
    }

    #[test]
    fn a_licence_without_its_text() {
        check_wheel(
            &RULE,
            "
demo-1.0-py3-none-any.whl
METADATA: Classifier: Topic :: Utilities
METADATA: Classifier: License :: OSI Approved :: MIT License
# ^ P014
",
        );
    }

    #[test]
    fn no_word_about_a_licence() {
        check_wheel(
            &RULE,
            "
demo-1.0-py3-none-any.whl
METADATA: License: UNKNOWN
# ^ P014
",
        );
    }

    #[test]
    fn compiled_code_without_a_list_of_its_parts() {
        check_wheel(
            &RULE,
            "
demo-1.0-cp39-abi3-manylinux_2_17_x86_64.whl
# ^ P014
demo/_native.abi3.so: exports PyInit__native, imports PyList_New
demo-1.0.dist-info/licenses/LICENSE
",
        );
    }
}
