//! `boundcheck new`.

use snapbox::{file, str};

use crate::project::Project;

#[test]
fn the_help() {
    Project::empty().command("new --help").assert().success().stdout_eq(file!["help/new.txt"]);
}

#[test]
fn an_extension_is_written_where_nothing_else_is_asked_for() {
    let folder = Project::empty();
    folder.command("new demo").assert().success().stderr_eq("").stdout_eq(str![[r#"
created demo: an extension module, which Python imports (39 files)

next:
  cd demo
  python3 -m venv .venv && .venv/bin/pip install --editable '.[test]'
  cargo test && .venv/bin/pytest

"#]]);
    assert!(folder.path("demo/crates/demo-python/Cargo.toml").is_file());
}

#[test]
fn each_mode_tells_its_own_commands() {
    Project::empty().command("new demo --mode embedding").assert().success().stderr_eq("").stdout_eq(str![[r#"
created demo: a program that hosts Python (28 files)

next:
  cd demo
  cargo run -- plugins/measurements.txt --plugins plugins
  cargo test

"#]]);
    Project::empty().command("new demo --mode both --async").assert().success().stderr_eq("").stdout_eq(str![[r#"
created demo: an extension module and a program that hosts Python, around one core (53 files)

next:
  cd demo
  python3 -m venv .venv && .venv/bin/pip install --editable '.[test]'
  cargo test && .venv/bin/pytest

"#]]);
}

#[test]
fn a_fresh_repository_will_do_as_the_folder() {
    let folder = Project::empty();
    folder.command("new . --name demo").assert().success().stderr_eq("");
    assert!(folder.path("crates/demo-python/Cargo.toml").is_file() && folder.path(".git").is_dir());
}

#[test]
fn a_project_is_checked_without_a_finding() {
    for mode in ["extension", "embedding", "both"] {
        let folder = Project::empty();
        folder.command(&format!("new sea-level --async --mode {mode}")).assert().success();
        folder.command("check --persona auditor --deps never sea-level").assert().success();
    }
}

#[test]
fn what_is_wrong_is_told_and_nothing_is_written() {
    for (wrong, message) in [
        (
            "new class",
            str![[r#"
error: `class` cannot be the name of a project: it is a keyword of Python, which no `import` takes
help: `--name class-rs` would do

"#]],
        ),
        (
            "new demo --name json",
            str![[r#"
error: `json` cannot be the name of a project: Python's standard library has a module of that name, which would be hidden
help: `--name json-rs` would do

"#]],
        ),
        (
            "new demo --pyo3 0.27",
            str![[r#"
error: PyO3 0.27 is not known to boundcheck, which knows 0.30.1, 0.29.3, 0.28.3

"#]],
        ),
        (
            "new demo --python 3.8",
            str![[r#"
error: Python 3.8 is not known to boundcheck, which knows 3.9, 3.10, 3.11, 3.12, 3.13, 3.14, 3.15

"#]],
        ),
        (
            "new demo --mode module",
            str![[r#"
error: invalid value 'module' for '--mode <MODE>'
  [possible values: extension, embedding, both]

For more information, try '--help'.

"#]],
        ),
        (
            "new",
            str![[r#"
error: the following required arguments were not provided:
  <PATH>

Usage: boundcheck new <PATH>

For more information, try '--help'.

"#]],
        ),
    ] {
        let folder = Project::empty();
        folder.command(wrong).assert().code(2).stdout_eq("").stderr_eq(message);
        assert!(!folder.path("demo").exists());
    }
}

#[test]
fn a_name_does_not_steer_the_terminal() {
    let told = Project::empty().command("new \u{1b}[31mred").assert().code(2);
    assert!(!crate::project::stderr(&told).contains('\u{1b}'));
}

#[test]
fn a_folder_with_something_in_it_stays_as_it_is() {
    let folder = Project::empty().file("demo/notes.txt", "mine");
    folder.command("new demo").assert().code(2).stdout_eq("").stderr_eq(str![[r#"
error: demo exists and is not empty; nothing was written
help: choose another folder, or empty this one first

"#]]);
}

#[test]
fn tools_that_are_missing_are_told_but_the_project_is_there() {
    let folder = Project::empty();
    folder.command("new demo").env("PATH", "").assert().success().stderr_eq(str![[r#"
note: no `cargo` is on the path: install Rust 1.85 or newer, https://rustup.rs
note: no Python is on the path: install 3.11 or newer, https://www.python.org/downloads
note: no `rustfmt` is on the path: run `cargo fmt` once, lines may be broken differently

"#]]);
    folder.command("new quiet --quiet").env("PATH", "").assert().success().stderr_eq("");
}
