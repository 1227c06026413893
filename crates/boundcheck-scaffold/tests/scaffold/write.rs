//! What is done to the disk.

use std::fs;

use boundcheck_scaffold::{Choices, Mode, Plan};
use camino::{Utf8Path, Utf8PathBuf};
use tempfile::TempDir;

use crate::choices;

/// A plan for `demo` in a folder that goes away.
fn plan(parent: &TempDir) -> Plan {
    let folder = Utf8PathBuf::from_path_buf(parent.path().join("demo")).unwrap();
    Plan::new(&Choices { folder, ..choices("demo", Mode::Extension) }).unwrap()
}

/// The names in a folder.
fn names(folder: &std::path::Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn all_files_are_written_and_nothing_else_is_left() {
    let parent = TempDir::new().unwrap();
    let plan = plan(&parent);
    assert!(plan.write().unwrap().formatted, "rustfmt is there");
    for file in plan.files() {
        assert!(plan.folder().join(&file.path).is_file(), "{}", file.path);
    }
    assert_eq!(names(parent.path()), ["demo"]);
}

#[test]
fn a_folder_with_nothing_but_a_fresh_repository_will_do() {
    let parent = TempDir::new().unwrap();
    fs::create_dir_all(parent.path().join("demo/.git")).unwrap();
    let plan = plan(&parent);
    plan.write().unwrap();
    for file in plan.files() {
        assert!(plan.folder().join(&file.path).is_file(), "{}", file.path);
    }
    let hidden: Vec<_> = names(&parent.path().join("demo")).into_iter().filter(|name| name.starts_with('.')).collect();
    assert_eq!(hidden, [".git", ".github", ".gitignore", ".gitlab-ci.yml"]);
}

#[test]
fn folders_above_are_made() {
    let parent = TempDir::new().unwrap();
    let folder = Utf8Path::from_path(parent.path()).unwrap().join("a/b/demo");
    Plan::new(&Choices { folder: folder.clone(), ..Choices::default() }).unwrap().write().unwrap();
    assert!(folder.join("Cargo.toml").is_file());
}

#[test]
fn nothing_that_exists_is_touched() {
    let parent = TempDir::new().unwrap();
    fs::create_dir(parent.path().join("demo")).unwrap();
    fs::write(parent.path().join("demo/mine.txt"), "mine").unwrap();
    let error = plan(&parent).write().unwrap_err();
    assert!(error.to_string().ends_with("demo exists and is not empty; nothing was written"), "{error}");
    assert_eq!(names(&parent.path().join("demo")), ["mine.txt"]);

    fs::remove_dir_all(parent.path().join("demo")).unwrap();
    fs::write(parent.path().join("demo"), "a file").unwrap();
    let error = plan(&parent).write().unwrap_err();
    assert!(error.to_string().ends_with("demo exists and is a file; nothing was written"), "{error}");
    assert_eq!(fs::read_to_string(parent.path().join("demo")).unwrap(), "a file");
}

#[test]
fn a_place_that_cannot_be_written_to_is_told() {
    let parent = TempDir::new().unwrap();
    fs::write(parent.path().join("file"), "").unwrap();
    let folder = Utf8PathBuf::from_path_buf(parent.path().join("file/demo")).unwrap();
    let error = Plan::new(&Choices { folder, ..Choices::default() }).unwrap().write().unwrap_err();
    assert!(error.to_string().ends_with("file exists and is a file; nothing was written"), "{error}");
}
