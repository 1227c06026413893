//! A binding crate beside an existing crate.

use std::fs;
use std::path::Path;

use boundcheck_scaffold::{Binding, BindingChoices};
use camino::Utf8PathBuf;
use snapbox::{assert_data_eq, str};
use tempfile::TempDir;

use crate::text;

const LIBRARY: &str = "[package]\nname = \"sea-level\"\nlicense = \"MIT\"\n";

/// Some files in a folder that goes away.
fn project(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn binding(folder: &Path) -> Result<Binding, String> {
    let folder = Utf8PathBuf::from_path_buf(folder.to_owned()).unwrap();
    let root = folder.canonicalize_utf8().unwrap_or_else(|_| folder.clone());
    Binding::new(&BindingChoices { folder, ..BindingChoices::default() }).map_err(|error| {
        let said = [Some(error.to_string()), error.help()].into_iter().flatten().collect::<Vec<_>>().join("\n");
        said.replace(root.as_str(), "[CRATE]")
    })
}

fn read(folder: &TempDir, path: &str) -> String {
    fs::read_to_string(folder.path().join(path)).unwrap()
}

#[test]
fn a_crate_that_stands_alone_becomes_a_workspace() {
    let folder = project(&[("Cargo.toml", LIBRARY), ("src/lib.rs", "")]);
    let binding = binding(folder.path()).unwrap();
    binding.write().unwrap();
    assert!(binding.change().unwrap().new_workspace);
    assert_data_eq!(
        read(&folder, "Cargo.toml"),
        str![[r#"
[package]
name = "sea-level"
license = "MIT"

[workspace]
members = ["sea-level-python"]

"#]]
    );
    assert!(read(&folder, "sea-level-python/Cargo.toml").contains("sea-level = { path = \"..\" }"));
    assert!(read(&folder, "sea-level-python/pyproject.toml").contains("license = \"MIT\""));
    assert!(read(&folder, "sea-level-python/src/lib.rs").contains("use sea_level as _;"));
}

#[test]
fn a_member_of_a_workspace_gets_a_neighbour() {
    let root = "# ours\n[workspace]\nmembers = [\n    \"crates/sea-level\", # the sea\n]\n";
    let folder =
        project(&[("Cargo.toml", root), ("crates/sea-level/Cargo.toml", LIBRARY), ("crates/sea-level/src/lib.rs", "")]);
    binding(&folder.path().join("crates/sea-level")).unwrap().write().unwrap();
    assert_data_eq!(
        read(&folder, "Cargo.toml"),
        str![[r##"
# ours
[workspace]
members = [
    "crates/sea-level", # the sea
    "crates/sea-level-python",
]

"##]]
    );
    assert_eq!(read(&folder, "crates/sea-level/Cargo.toml"), LIBRARY);
    let manifest = read(&folder, "crates/sea-level-python/Cargo.toml");
    assert!(manifest.contains("sea-level = { path = \"../sea-level\" }"), "{manifest}");
}

#[test]
fn a_list_on_one_line_stays_on_one_line() {
    let root = "[workspace]\nmembers = [\"sea\"]\nresolver = \"3\"\n";
    let folder = project(&[("Cargo.toml", root), ("sea/Cargo.toml", LIBRARY), ("sea/src/lib.rs", "")]);
    binding(&folder.path().join("sea")).unwrap().write().unwrap();
    assert_data_eq!(
        read(&folder, "Cargo.toml"),
        str![[r#"
[workspace]
members = ["sea", "sea-level-python"]
resolver = "3"

"#]]
    );
}

#[test]
fn a_pattern_that_takes_the_new_crate_in_stays_as_it_is() {
    let root = "[workspace]\nmembers = [\"crates/*\"]\n";
    let folder =
        project(&[("Cargo.toml", root), ("crates/sea-level/Cargo.toml", LIBRARY), ("crates/sea-level/src/lib.rs", "")]);
    let binding = binding(&folder.path().join("crates/sea-level")).unwrap();
    binding.write().unwrap();
    assert_eq!(binding.change(), None);
    assert_eq!(read(&folder, "Cargo.toml"), root);
}

#[test]
fn a_name_of_its_own_reaches_the_library() {
    let library = "[package]\nname = \"sea-level\"\n[lib]\nname = \"sea\"\npath = \"lib.rs\"\n";
    let folder = project(&[("Cargo.toml", library), ("lib.rs", "")]);
    binding(folder.path()).unwrap().write().unwrap();
    assert!(read(&folder, "sea-level-python/src/lib.rs").contains("use sea as _;"));
    assert!(!read(&folder, "sea-level-python/pyproject.toml").contains("license"));
}

#[test]
fn what_cannot_be_bound_is_told_with_the_remedy() {
    let said: Vec<String> = [
        project(&[("README.md", "")]),
        project(&[("Cargo.toml", "[workspace]\nmembers = []\n")]),
        project(&[("Cargo.toml", LIBRARY), ("src/main.rs", "")]),
        project(&[("Cargo.toml", &format!("{LIBRARY}[dependencies]\npyo3 = \"0.30\"\n")), ("src/lib.rs", "")]),
        project(&[
            ("Cargo.toml", &format!("{LIBRARY}[target.'cfg(unix)'.dependencies]\npy = {{ package = \"pyo3\" }}\n")),
            ("src/lib.rs", ""),
        ]),
        project(&[("Cargo.toml", &format!("{LIBRARY}[lib]\nproc-macro = true\n")), ("src/lib.rs", "")]),
        project(&[("Cargo.toml", &format!("{LIBRARY}[lib]\ncrate-type = [\"cdylib\"]\n")), ("src/lib.rs", "")]),
        project(&[("Cargo.toml", "[package\n"), ("src/lib.rs", "")]),
        project(&[("Cargo.toml", "[package]\nname = \"json\"\n"), ("src/lib.rs", "")]),
    ]
    .iter()
    .map(|folder| binding(folder.path()).unwrap_err())
    .collect();
    assert_data_eq!(
        said.join("\n\n"),
        str![[r#"
[CRATE] is no crate: there is no Cargo.toml
run this in the folder of a library crate, or give that folder

[CRATE] is no crate: its Cargo.toml has no [package], it only holds a workspace together
run this in the folder of a library crate, or give that folder

the crate in [CRATE] cannot be bound: it has no library
put what Python shall have into src/lib.rs, and let a program use that

the crate in [CRATE] cannot be bound: it depends on PyO3 itself
give the folder of a crate that knows no Python; `boundcheck check` audits this one

the crate in [CRATE] cannot be bound: it depends on PyO3 itself
give the folder of a crate that knows no Python; `boundcheck check` audits this one

the crate in [CRATE] cannot be bound: it is a macro, which only Rust code can call
give the folder of another crate

the crate in [CRATE] cannot be bound: no other crate can use it
add "rlib" to `crate-type` in its Cargo.toml

[CRATE]/Cargo.toml: TOML parse error at line 1, column 9
  |
1 | [package
  |         ^
unclosed table, expected `]`

`cargo metadata` must accept it first

`json` cannot be the name of a project: Python's standard library has a module of that name, which would be hidden
`--name json-rs` would do
"#]]
    );
}

#[test]
fn a_workspace_that_leaves_the_new_crate_out_names_it_instead() {
    let root = "[workspace]\nmembers = [\"crates/*\"]\nexclude = [\"crates/sea-level-python\", \"crates/sea\"]\n";
    let folder =
        project(&[("Cargo.toml", root), ("crates/sea-level/Cargo.toml", LIBRARY), ("crates/sea-level/src/lib.rs", "")]);
    let binding = binding(&folder.path().join("crates/sea-level")).unwrap();
    assert_eq!(binding.change().unwrap().member, "crates/sea-level-python");
}

#[test]
fn a_crate_that_a_workspace_leaves_out_stands_alone() {
    let root = "[workspace]\nmembers = [\"crates/*\"]\nexclude = [\"examples\"]\n";
    let folder =
        project(&[("Cargo.toml", root), ("examples/sea/Cargo.toml", LIBRARY), ("examples/sea/src/lib.rs", "")]);
    let binding = binding(&folder.path().join("examples/sea")).unwrap();
    binding.write().unwrap();
    assert!(binding.change().unwrap().new_workspace);
    assert_eq!(read(&folder, "Cargo.toml"), root);
}

#[test]
fn line_ends_a_mark_and_a_link_are_kept() {
    let root = "\u{feff}[workspace]\r\nmembers = [\r\n  \"sea\" # the sea\r\n]\r\n";
    let folder = project(&[("kept.toml", root), ("sea/Cargo.toml", LIBRARY), ("sea/src/lib.rs", "")]);
    #[cfg(unix)]
    std::os::unix::fs::symlink("kept.toml", folder.path().join("Cargo.toml")).unwrap();
    #[cfg(not(unix))]
    fs::rename(folder.path().join("kept.toml"), folder.path().join("Cargo.toml")).unwrap();
    binding(&folder.path().join("sea")).unwrap().write().unwrap();
    let changed = "\u{feff}[workspace]\r\nmembers = [\r\n  \"sea\", # the sea\r\n  \"sea-level-python\",\r\n]\r\n";
    assert_eq!(read(&folder, "Cargo.toml"), changed);
    #[cfg(unix)]
    assert_eq!(read(&folder, "kept.toml"), changed);
}

#[test]
fn a_licence_comes_from_the_workspace_and_in_the_way_of_today() {
    let root = "[workspace]\nmembers = [\"sea\"]\n[workspace.package]\nlicense = \"MIT/Apache-2.0\"\n";
    let library = "[package]\nname = \"sea-level\"\nlicense.workspace = true\n";
    let folder = project(&[("Cargo.toml", root), ("sea/Cargo.toml", library), ("sea/src/lib.rs", "")]);
    let binding = binding(&folder.path().join("sea")).unwrap();
    assert!(text(binding.plan(), "pyproject.toml").contains("license = \"MIT OR Apache-2.0\"\n"));
}

#[test]
fn a_workspace_that_would_not_resolve_is_left_alone() {
    for (package, reason) in [
        ("name = \"pyo3-ffi\"\nversion = \"0.22.6\"\nsource = \"registry\"", "the workspace uses PyO3 0.22.6"),
        ("name = \"sea-level-python\"\nversion = \"0.1.0\"", "the workspace has a package `sea-level-python` already"),
    ] {
        let lock = format!("version = 4\n\n[[package]]\n{package}\n");
        let folder = project(&[("Cargo.toml", LIBRARY), ("src/lib.rs", ""), ("Cargo.lock", &lock)]);
        let error = binding(folder.path()).unwrap_err();
        assert!(error.contains(reason), "{error}");
        assert!(!folder.path().join("sea-level-python").exists());
    }
}

#[test]
fn nothing_is_written_twice() {
    let folder = project(&[("Cargo.toml", LIBRARY), ("src/lib.rs", "")]);
    binding(folder.path()).unwrap().write().unwrap();
    let manifest = read(&folder, "Cargo.toml");
    let error = binding(folder.path()).unwrap().write().unwrap_err();
    assert!(error.to_string().ends_with("sea-level-python exists and is not empty; nothing was written"), "{error}");
    assert_eq!(read(&folder, "Cargo.toml"), manifest);
}
