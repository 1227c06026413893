//! Projects written as text, with marks under the code.

use std::collections::BTreeMap;
use std::fmt::Write;

use boundcheck_model::Persona;
use camino::{Utf8Path, Utf8PathBuf};

/// Crates for which a default manifest declares a dependency when a source names them.
const KNOWN_CRATES: &[&str] = &[
    "anyhow",
    "crossbeam",
    "crossbeam-channel",
    "lazy_static",
    "log",
    "numpy",
    "once_cell",
    "parking_lot",
    "pyo3-async-runtimes",
    "pyo3-log",
    "rayon",
    "reqwest",
    "serde",
    "thiserror",
    "tokio",
    "tracing",
];

/// A small project and what is marked in it.
#[derive(Debug, Default)]
pub(super) struct Fixture {
    /// Paths and texts, without the marks.
    pub(super) files: BTreeMap<Utf8PathBuf, String>,
    /// Places that are marked, as `src/lib.rs:3:5..9 D002`.
    pub(super) marks: Vec<String>,
    /// Version of `PyO3` for the default manifest.
    pub(super) pyo3: Option<String>,
}

impl Fixture {
    /// Reads `//- /path` and `//- pyo3 0.22` markers and the text between.
    pub(super) fn parse(text: &str) -> Self {
        let mut fixture = Fixture::default();
        let (mut path, mut file) = ("src/lib.rs", String::new());
        for line in text.trim_start_matches('\n').lines() {
            let Some(marker) = line.strip_prefix("//- ") else {
                writeln!(file, "{line}").unwrap();
                continue;
            };
            if let Some(version) = marker.strip_prefix("pyo3 ") {
                fixture.pyo3 = Some(version.to_owned());
                continue;
            }
            fixture.add(path, &std::mem::take(&mut file));
            path = marker.strip_prefix('/').expect("a marker is `//- /path` or `//- pyo3 VERSION`");
        }
        fixture.add(path, &file);
        fixture
    }

    /// Adds a file, and takes the marks out of it.
    pub(super) fn add(&mut self, path: &str, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        let mut kept = String::new();
        let mut line_number = 0;
        for line in text.lines() {
            if let Some(mark) = Mark::read(line) {
                let Mark { start, end, code } = mark;
                self.marks.push(format!("{path}:{line_number}:{start}..{end} {code}"));
            } else {
                line_number += 1;
                writeln!(kept, "{line}").unwrap();
            }
        }
        let before = self.files.insert(path.into(), kept);
        assert!(before.is_none(), "two texts for {path} in one example; put a sentence between two examples");
    }

    /// Column after the last character of a line.
    pub(super) fn end_of_line(&self, path: &Utf8Path, line: u32) -> u32 {
        let text = self.files.get(path).and_then(|text| text.lines().nth(line as usize - 1));
        text.map_or(0, |text| text.chars().count() as u32) + 1
    }

    /// Writes the project. Without a `Cargo.toml`, or with one that has no `[package]`, the tables that are missing in
    /// it and in `pyproject.toml` are added at the end, where they move no line.
    pub(super) fn write(&self, root: &Utf8Path) {
        let mut files = self.files.clone();
        if !files.keys().any(|path| path.extension() == Some("rs")) {
            files.insert("src/lib.rs".into(), DEFAULT_LIB.to_owned());
        }
        let cargo_toml = files.entry("Cargo.toml".into()).or_default();
        if !cargo_toml.contains("[package]") && !cargo_toml.contains("[workspace]") {
            complete(cargo_toml, &self.default_cargo_toml());
            complete(files.entry("pyproject.toml".into()).or_default(), DEFAULT_PYPROJECT);
        }
        for (path, text) in &files {
            let path = root.join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
    }

    fn default_cargo_toml(&self) -> String {
        let mut manifest = String::from("[package]\nname = \"sample\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\n");
        if !self.files.contains_key(Utf8Path::new("src/main.rs")) {
            manifest.push_str("[lib]\ncrate-type = [\"cdylib\"]\n\n");
        }
        writeln!(manifest, "[dependencies]\npyo3 = \"{}\"", self.pyo3.as_deref().unwrap_or("0.28")).unwrap();
        let used = |name: &str| {
            let name = format!("{}::", name.replace('-', "_"));
            self.files.values().any(|text| text.contains(&name))
        };
        for name in KNOWN_CRATES.iter().filter(|name| used(name)) {
            writeln!(manifest, "{name} = \"*\"").unwrap();
        }
        manifest
    }
}

/// Adds the tables of `default` that a manifest does not have.
fn complete(manifest: &mut String, default: &str) {
    for table in default.split_inclusive("\n\n") {
        let header = table.lines().next().unwrap_or_default().trim_end_matches(']');
        if !manifest.lines().any(|line| line.starts_with(header)) {
            write!(manifest, "\n{table}").unwrap();
        }
    }
}

const DEFAULT_PYPROJECT: &str = r#"[build-system]
requires = ["maturin>=1.9.4,<2"]
build-backend = "maturin"

[project]
name = "sample"
version = "0.1.0"
requires-python = ">=3.9"
"#;

const DEFAULT_LIB: &str = "use pyo3::prelude::*;\n\n#[pymodule]\nmod sample {}\n";

/// `//  ^^^^ D002`: columns from 1, the end excluded.
struct Mark {
    start: u32,
    end: u32,
    code: String,
}

impl Mark {
    fn read(line: &str) -> Option<Mark> {
        let comment = line.trim_start().trim_start_matches(['/', '#']);
        let indented = line.chars().count() - comment.chars().count();
        if indented == 0 || comment.len() == line.trim_start().len() {
            return None;
        }
        let (comment, before) = match comment.strip_prefix('<') {
            Some(comment) => (comment, 0),
            None => (comment.trim_start(), line.chars().count() - comment.trim_start().chars().count()),
        };
        let code = comment.trim_start_matches('^');
        let carets = comment.len() - code.len();
        let code = code.strip_prefix(' ')?.trim();
        let (rule, persona) = code.split_once(' ').unwrap_or((code, "regular"));
        (carets > 0 && rule.len() == 4 && persona.parse::<Persona>().is_ok()).then(|| Mark {
            start: before as u32 + 1,
            end: (before + carets) as u32 + 1,
            code: code.to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_out_and_point_at_the_line_above() {
        let fixture = Fixture::parse("fn f() { g() }\n//       ^^^ D002\nfn g() {}\n//<^^ E001\n//   ^ L001\n");
        assert_eq!(fixture.files[Utf8Path::new("src/lib.rs")], "fn f() { g() }\nfn g() {}\n");
        assert_eq!(fixture.marks, ["src/lib.rs:1:10..13 D002", "src/lib.rs:2:1..3 E001", "src/lib.rs:2:6..7 L001"]);
    }

    #[test]
    fn a_fixture_may_have_several_files_and_a_version() {
        let fixture = Fixture::parse("//- pyo3 0.22\n//- /Cargo.toml\na = 1\n# ^ P002\n//- /src/a.rs\n// no ^ mark\n");
        assert_eq!(fixture.pyo3.as_deref(), Some("0.22"));
        assert_eq!(fixture.files.len(), 2);
        assert_eq!(fixture.marks, ["Cargo.toml:1:3..4 P002"]);
    }
}
