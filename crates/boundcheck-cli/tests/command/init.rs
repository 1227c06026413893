//! `boundcheck init`.

use snapbox::{file, str};

use crate::project::{Project, stdout};

#[test]
fn the_help() {
    Project::empty().command("init --help").assert().success().stdout_eq(file!["help/init.txt"]);
}

fn library() -> Project {
    Project::empty().file("sea-level/Cargo.toml", "[package]\nname = \"sea-level\"\n").file("sea-level/src/lib.rs", "")
}

#[test]
fn a_crate_gets_a_package_and_is_told_what_changed() {
    let folder = library();
    folder.command("init sea-level").assert().success().stderr_eq("").stdout_eq(str![[r#"
created sea-level/sea-level-python: a Python package for the crate sea-level (10 files)
changed sea-level/Cargo.toml: it is now a workspace with the member "sea-level-python"

next:
  cd sea-level/sea-level-python
  python3 -m venv .venv && .venv/bin/pip install --editable '.[test]'
  .venv/bin/pytest

"#]]);
}

#[test]
fn a_workspace_that_takes_it_in_is_not_changed() {
    let folder = library().file("Cargo.toml", "[workspace]\nmembers = [\"sea-*\"]\n");
    let told = folder.command("init sea-level").assert().success();
    assert!(stdout(&told).contains("changed nothing else: the workspace takes the new folder in as it is\n"));
}

#[test]
fn a_folder_without_a_library_is_refused() {
    let folder = Project::empty().file("prog/Cargo.toml", "[package]\nname = \"prog\"\n").file("prog/src/main.rs", "");
    folder.command("init prog").assert().code(2).stdout_eq("").stderr_eq(str![[r#"
error: the crate in [TEMP]/prog cannot be bound: it has no library
help: put what Python shall have into src/lib.rs, and let a program use that

"#]]);
    folder.command("init nowhere").assert().code(2).stdout_eq("").stderr_eq(str![[r#"
error: nowhere is no crate: there is no such folder
help: run this in the folder of a library crate, or give that folder

"#]]);
}

#[test]
fn the_new_crate_is_checked_without_a_finding() {
    let folder = library();
    folder.command("init sea-level").assert().success();
    folder.command("check --persona auditor --deps never sea-level/sea-level-python").assert().success();
}
