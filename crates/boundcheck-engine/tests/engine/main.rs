//! The engine through its door: a project on disk goes in, calls with their regions come out.
#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

mod eras;
mod features;
mod guards;
mod layout;
mod regions;
mod resolution;

use std::fmt::Write as _;

use boundcheck_engine::{Analysis, DependencyMode, Options, load};
use boundcheck_model::{Call, Function};
use camino::Utf8Path;

const MANIFEST: &str = "[package]\nname = \"sample\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\n\
    [lib]\ncrate-type = [\"cdylib\"]\n\n[dependencies]\npyo3 = \"0.28\"\nrayon = \"1\"\ntokio = \"1\"\n\
    parking_lot = \"0.12\"\n";

/// Loads a project of several files: `//- path` opens each; without one the text is `src/lib.rs`.
fn project(text: &str) -> Analysis {
    let folder = tempfile::tempdir().unwrap();
    let root = Utf8Path::from_path(folder.path()).unwrap();
    let mut files = vec![("Cargo.toml".to_owned(), MANIFEST.to_owned()), ("src/lib.rs".to_owned(), String::new())];
    let mut current = 1;
    for line in text.lines() {
        if let Some(path) = line.trim().strip_prefix("//- ") {
            current = files.iter().position(|(known, _)| known == path).unwrap_or(files.len());
            let fresh = (path.to_owned(), String::new());
            if current == files.len() { files.push(fresh) } else { files[current] = fresh }
        } else {
            files[current].1 += line;
            files[current].1 += "\n";
        }
    }
    for (path, text) in files {
        let path = root.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    load(root, &Options { dependencies: DependencyMode::Never, ..Options::default() }).unwrap()
}

/// The calls of a function, one line each, as `show` has them.
fn calls(analysis: &Analysis, function: &str, show: impl Fn(&Function, &Call) -> Option<String>) -> String {
    let function = analysis.model.functions.iter().find(|one| one.name() == function).unwrap();
    let mut lines = String::new();
    for line in function.calls.iter().filter_map(|call| show(function, call)) {
        writeln!(lines, "{line}").unwrap();
    }
    lines
}
