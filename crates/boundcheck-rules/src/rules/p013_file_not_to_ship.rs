//! P013

use boundcheck_model::{Confidence, Persona, Severity, Wheel};

use crate::WheelFindings;
use crate::rule::rule;

rule! {
    /// A wheel holds files that are not meant for users.
    ///
    /// ## Why
    /// What lies in the package folder is packed: keys and `.env` files with secrets in them, build folders, caches, and
    /// debugging information that is often larger than the code. A secret on PyPI is public at once and for ever; the rest
    /// costs every user download and disk.
    /// See [what a wheel should hold](https://packaging.python.org/en/latest/discussions/package-formats/#what-is-a-wheel).
    ///
    /// ## Bad
    /// ```wheel,bad
    /// demo-1.0-py3-none-any.whl
    /// demo/__init__.py
    /// demo/.env
    /// # ^ P013
    /// demo/__pycache__/__init__.cpython-311.pyc
    /// # ^ P013
    /// ```
    ///
    /// ## Good
    /// ```wheel,good
    /// demo-1.0-py3-none-any.whl
    /// demo/__init__.py
    /// ```
    P013 "file-not-to-ship" {
        since: "0.1.0",
        severity: Warning,
        confidence: High,
        persona: Regular,
        on: wheel,
    }
}

/// Debugging information of more than this is worth a word.
const MUCH: u64 = 1 << 20;

fn check<'w>(wheel: &'w Wheel, out: &mut WheelFindings<'w>) {
    for member in &wheel.members {
        let parts: Vec<&str> = member.path.split('/').collect();
        let Some((name, folders)) = parts.split_last() else { continue };
        // Tests bring keys that everybody may know.
        let of_tests = folders.iter().any(|folder| matches!(*folder, "test" | "tests" | "testing" | "fixtures"));
        if let Some(why) = secret(name).filter(|_| !of_tests) {
            out.member(&member.path)
                .message(format!("`{}` {why}", member.path))
                .label("public for ever once it is uploaded")
                .note("what is on PyPI is copied within minutes; deleting it does not help")
                .help("exclude it from the build, and replace the secret if the wheel was ever published")
                .severity(Severity::Error)
                .confidence(Confidence::Medium);
        } else if let Some(why) = junk(name, folders) {
            out.member(&member.path)
                .message(format!("`{}` {why}", member.path))
                .label("of no use to users")
                .note("it was in the folder when the wheel was built")
                .help("exclude it from the build: `exclude` in `[tool.maturin]`, or the file lists of the build tool");
        } else if folders.first() == Some(&"tests") || folders.first() == Some(&"test") {
            out.member(&member.path)
                .message(format!("`{}` is installed as a package `{}` of its own", member.path, folders[0]))
                .label("clashes with the tests of every other package that does the same")
                .note("whoever is installed last overwrites the others")
                .help("exclude the folder from the build");
        }
    }
    for object in wheel.objects.iter().filter(|object| object.sizes.debug > MUCH) {
        out.member(&object.path)
            .message(format!("{} MB of debugging information", object.sizes.debug / 1_000_000))
            .label("not stripped")
            .note("nothing at run time reads it, and every user downloads it")
            .help("set `strip = true` in `[profile.release]`, or build with `maturin build --strip`")
            .persona(Persona::Pedantic);
    }
}

fn secret(name: &str) -> Option<&'static str> {
    let lower = name.to_ascii_lowercase();
    match lower.as_str() {
        ".env" | ".env.local" | ".pypirc" | ".netrc" | "credentials.json" => Some("often holds passwords or tokens"),
        "id_rsa" | "id_dsa" | "id_ecdsa" | "id_ed25519" => Some("is a private key of SSH"),
        _ if matches!(ending(&lower), "p12" | "pfx" | "key") => Some("looks like a private key"),
        _ => None,
    }
}

fn ending(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, ending)| ending)
}

fn junk(name: &str, folders: &[&str]) -> Option<&'static str> {
    let inside = |names: &[&str]| folders.iter().any(|folder| names.contains(folder));
    if inside(&[".git", ".hg", ".svn"]) {
        Some("belongs to version control")
    } else if inside(&["__pycache__", ".pytest_cache", ".mypy_cache", ".ruff_cache"]) || ending(name) == "pyc" {
        Some("is a cache")
    } else if inside(&["target", "node_modules", ".venv"])
        && folders.first().is_none_or(|first| ending(first) != "data")
    {
        Some("lies in a build folder")
    } else if matches!(name, ".DS_Store" | "Thumbs.db" | "Cargo.lock" | "Cargo.toml" | "CACHEDIR.TAG") {
        Some("is left over from building")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::check_wheel;

    #[test]
    fn keys_of_tests_are_no_secrets_but_tests_at_the_top_are_a_package() {
        check_wheel(
            &RULE,
            "
demo-1.0-py3-none-any.whl
demo/test/test.key
demo/server.key
# ^ P013
tests/test_demo.py
# ^ P013
",
        );
    }
}
