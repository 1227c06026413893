//! `boundcheck wheel --reproducible`, with a stand-in for Python, since a real build needs the network.
#![cfg(unix)]

use snapbox::str;

use crate::project::{Project, stdout};
use crate::zip::{Entry, archive};

/// Takes the place of `python -m pip wheel … --wheel-dir OUT FOLDER`: "builds" by copying what lies beside the project.
const PYTHON: &str = r#"#!/bin/sh
while [ "$1" != --wheel-dir ]; do shift; done
mkdir -p "$2" && cd "$3" && cp ../dependency/demo-1.0-py3-none-any.whl "$2" && find ../.. -type f | sort > "$LISTED"
"#;

fn git(project: &Project, arguments: &[&str]) {
    let done = std::process::Command::new("git").args(arguments).current_dir(project.path(".")).status();
    assert!(done.unwrap().success());
}

/// A project whose dependency lies beside it.
fn project() -> Project {
    use std::os::unix::fs::PermissionsExt;
    let wheel = archive(&[Entry::stored("demo/__init__.py", b"")]);
    let project = Project::empty()
        .file("python.sh", PYTHON)
        .file("repository/packages/demo/pyproject.toml", "")
        .file("repository/packages/demo/Cargo.toml", "")
        .file("repository/packages/demo/Cargo.lock", "")
        .file("repository/packages/dependency/demo-1.0-py3-none-any.whl", wheel)
        .file("repository/packages/dependency/target/debug/demo.o", "")
        .file("repository/.gitignore", "*.log\nCargo.lock\n")
        .file("repository/build.log", "");
    std::fs::set_permissions(project.path("python.sh"), std::fs::Permissions::from_mode(0o755)).unwrap();
    project
}

#[test]
fn the_repository_around_the_project_comes_along() {
    let project = project();
    git(&project, &["init", "-q", "repository"]);
    let run = project
        .command("wheel --reproducible repository/packages/demo --python ./python.sh --format json --quiet")
        .env("LISTED", project.path("listed.txt"))
        .assert()
        .success()
        .stderr_eq("");
    let said: serde_json::Value = serde_json::from_str(&stdout(&run)).unwrap();
    assert_eq!((&said["same"], &said["first"]), (&true.into(), &"first/demo-1.0-py3-none-any.whl".into()));
    // Neither what git ignores nor what a build made, but the lock file.
    let listed = std::fs::read_to_string(project.path("listed.txt")).unwrap();
    assert_eq!(
        listed.lines().collect::<Vec<_>>(),
        [
            "../../.gitignore",
            "../../packages/demo/Cargo.lock",
            "../../packages/demo/Cargo.toml",
            "../../packages/demo/pyproject.toml",
            "../../packages/dependency/demo-1.0-py3-none-any.whl",
        ]
    );
}

#[test]
fn without_a_repository_the_project_is_alone_and_a_failed_build_says_why() {
    let project = project();
    project
        .command("wheel --reproducible repository/packages/demo --python ./python.sh --quiet")
        .env("LISTED", project.path("listed.txt"))
        .assert()
        .code(3)
        .stdout_eq("")
        .stderr_eq(str![[r#"
error: the build failed:
cp: cannot stat '../dependency/demo-1.0-py3-none-any.whl': No such file or directory

"#]]);
    project
        .command("wheel --reproducible repository/packages/demo --python ./nowhere --quiet")
        .assert()
        .code(3)
        .stderr_eq(str![[r#"
error: `./nowhere` did not start (No such file or directory (os error 2)); name another with --python

"#]]);
    project.command("wheel --reproducible repository").assert().code(2).stderr_eq(str![[r#"
error: repository: no pyproject.toml, so pip cannot build it

"#]]);
}
