//! Configuration files: where they are found, what wins, and what is said about wrong ones.

use snapbox::str;

use crate::project::{NAP, Project, stdout};

#[test]
fn boundcheck_toml_is_read() {
    let project = Project::with_source(NAP).file("boundcheck.toml", "ignore = ['D002']\n");
    project.check("").success();
    project.check("--no-config").code(1);
}

#[test]
fn the_table_in_pyproject_toml_is_read() {
    let project = Project::with_source(NAP).file("pyproject.toml", "[tool.boundcheck]\nignore = ['D002']\n");
    project.check("").success();
}

#[test]
fn a_pyproject_toml_without_the_table_is_passed_over() {
    let project = Project::empty()
        .file("boundcheck.toml", "ignore = ['D002']\n")
        .file("inner/pyproject.toml", "[tool.black]\nline-length = 100\n")
        .file("inner/Cargo.toml", crate::project::MANIFEST)
        .file("inner/src/lib.rs", NAP);
    project.check("inner").success();
}

#[test]
fn the_search_ends_at_the_root_of_the_repository() {
    let project = Project::empty()
        .file("boundcheck.toml", "ignore = ['D002']\n")
        .file("inner/.git", "gitdir: elsewhere\n")
        .file("inner/Cargo.toml", crate::project::MANIFEST)
        .file("inner/src/lib.rs", NAP);
    project.check("inner").code(1);
}

#[test]
fn each_project_has_its_own_configuration() {
    let project = Project::empty()
        .file("a/boundcheck.toml", "ignore = ['D002']\n")
        .file("a/Cargo.toml", crate::project::MANIFEST)
        .file("a/src/lib.rs", NAP)
        .file("b/Cargo.toml", crate::project::MANIFEST)
        .file("b/src/lib.rs", NAP);
    let both = project.check("a b --format concise").code(1);
    assert!(!stdout(&both).contains("a/src/lib.rs:"));
    assert!(stdout(&both).contains("b/src/lib.rs:"));
}

#[test]
fn the_command_line_wins() {
    let project = Project::with_source(NAP).file("boundcheck.toml", "select = ['E']\nmin-confidence = 'high'\n");
    project.check("").success();
    project.check("--select D002 --min-confidence low").code(1);
}

#[test]
fn a_file_can_be_named() {
    let project = Project::with_source(NAP).file("strict.toml", "ignore = ['D002']\n");
    project.check("--config strict.toml").success();
}

#[test]
fn a_named_file_that_is_not_there() {
    Project::with_source(NAP).check("--config nowhere.toml").code(2).stdout_eq("").stderr_eq(str![[r#"
error: nowhere.toml: cannot read the configuration: No such file or directory (os error 2)

"#]]);
}

#[test]
fn verbose_tells_which_file_is_used() {
    let project = Project::with_source(NAP).file("boundcheck.toml", "ignore = ['D002']\n");
    project.check("--verbose").success().stderr_eq(str![[r#"
note: .: configuration boundcheck.toml

"#]]);
}

#[test]
fn effects_of_the_projects_own_functions() {
    let source = NAP
        .replace("thread::sleep(Duration::from_secs(seconds));", "vendor::wait(seconds);")
        .replace("use std::{thread, time::Duration};", "mod vendor {\n    pub fn wait(_: u64) {}\n}");
    let project = Project::with_source(&source);
    project.check("").success();
    let row = "[[effects]]\npath = 'naps::vendor::wait'\nkinds = ['blocks']\nwhat = 'waits for the vendor'\n";
    let told = project.file("boundcheck.toml", row).check("").code(1);
    assert!(stdout(&told).contains("waits for the vendor"), "{}", stdout(&told));
}

#[test]
fn an_unknown_key_names_the_nearest_and_its_place() {
    let project = Project::with_source(NAP).file("boundcheck.toml", "# ours\nselct = ['D']\n");
    project.check("").code(2).stdout_eq("").stderr_eq(str![[r#"
error: boundcheck.toml:2:1: unknown key `selct`; did you mean `select`?

"#]]);
}

#[test]
fn an_unknown_key_like_no_other_lists_them_all() {
    let project = Project::with_source(NAP).file("boundcheck.toml", "colour = true\n");
    project.check("").code(2).stderr_eq(str![[r#"
error: boundcheck.toml:1:1: unknown key `colour`; the keys are select, ignore, persona, min-confidence, features, deps, effects

"#]]);
}

#[test]
fn an_unknown_key_in_pyproject_toml() {
    let project =
        Project::with_source(NAP).file("pyproject.toml", "[project]\nname = 'naps'\n\n[tool.boundcheck]\nperson = 1\n");
    project.check("").code(2).stderr_eq(str![[r#"
error: pyproject.toml:5:1: unknown key `person`; did you mean `persona`?

"#]]);
}

#[test]
fn an_unknown_key_in_a_row_of_effects() {
    let row = "[[effects]]\npath = 'a::b'\nkind = ['blocks']\n";
    Project::with_source(NAP).file("boundcheck.toml", row).check("").code(2).stderr_eq(str![[r#"
error: boundcheck.toml:3:1: unknown key `kind`; did you mean `kinds`?

"#]]);
}

#[test]
fn a_value_of_the_wrong_type() {
    Project::with_source(NAP).file("boundcheck.toml", "select = 'D002'\n").check("").code(2).stderr_eq(str![[r#"
error: boundcheck.toml:1:10: invalid type: string "D002", expected a list

"#]]);
}

#[test]
fn a_value_that_does_not_exist() {
    Project::with_source(NAP).file("boundcheck.toml", "persona = 'everyone'\n").check("").code(2).stderr_eq(str![[
        r#"
error: boundcheck.toml:1:11: unknown value `everyone`, expected one of `regular`, `pedantic`, `auditor`

"#
    ]]);
}

#[test]
fn broken_toml() {
    let project = Project::with_source(NAP).file("boundcheck.toml", "ignore = ['D002'\nselect = []\n");
    project.check("").code(2).stdout_eq("").stderr_eq(str![[r#"
error: boundcheck.toml:2:1: missing comma between array elements, expected `,`

"#]]);
}

#[test]
fn an_unknown_rule_in_the_configuration() {
    let project = Project::with_source(NAP).file("boundcheck.toml", "ignore = ['D0002']\n");
    project.check("").code(2).stdout_eq("").stderr_eq(str![[r#"
error: boundcheck.toml: no rule is called `D0002`
help: did you mean `D002`? `boundcheck rule --list` shows all

"#]]);
}
