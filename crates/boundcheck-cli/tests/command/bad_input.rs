//! What is no healthy project: each case gets a clear message with the path, and the rest is still checked.

use snapbox::str;

use crate::project::{DETACHED_NAP, MANIFEST, NAP, Project, stdout};

#[test]
fn a_missing_path() {
    Project::empty().check("nowhere").code(2).stdout_eq("").stderr_eq(str![[r#"
error: nowhere: no such folder

"#]]);
}

#[test]
fn a_file_instead_of_a_folder() {
    Project::with_source(NAP).check("src/lib.rs").code(2).stdout_eq("").stderr_eq(str![[r#"
error: src/lib.rs: this is a file; give the folder that holds Cargo.toml

"#]]);
}

#[test]
fn no_manifest() {
    Project::empty().file("README.md", "# naps\n").check("").code(3).stderr_eq("").stdout_eq(str![[r#"
error: NOTHING WAS EXAMINED. This is not a clean result.
  = why: .: no Cargo.toml here or below; give the folder of a Rust project that uses PyO3

examined nothing: read 0 files · 0 exports · PyO3 not found · no dependencies · [SECONDS] s

"#]]);
}

#[test]
fn a_broken_manifest() {
    let project = Project::with_source(NAP).file("Cargo.toml", "[package\nname = 'naps'\n");
    project.check("").code(3).stderr_eq("").stdout_eq(str![[r#"
warning[manifest]: line 1: not valid TOML: unclosed table, expected `]`
--> Cargo.toml

error: NOTHING WAS EXAMINED. This is not a clean result.
  = why: Cargo.toml: line 1: not valid TOML: unclosed table, expected `]`

examined nothing: read 0 files · 0 exports · PyO3 not found · no dependencies · [SECONDS] s

"#]]);
}

#[test]
fn a_broken_manifest_beside_a_good_one() {
    let project = Project::empty()
        .file("bad/Cargo.toml", "[package\n")
        .file("good/Cargo.toml", MANIFEST)
        .file("good/src/lib.rs", NAP);
    project.check("").code(1).stdout_eq(str![[r#"
warning[D002]: blocking call while attached to the interpreter
 --> good/src/lib.rs:7:5
  |
6 | fn nap(seconds: u64) {
  |    --- Python calls `nap`
7 |     thread::sleep(Duration::from_secs(seconds));
  |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `sleep` sleeps; every other Python thread waits too
  |
  = note: no other Python thread runs in the meantime, and Ctrl-C does nothing
  = help: take `py: Python<'_>` and call `sleep` in `py.detach(|| …)`
  = note: confidence medium · boundcheck rule D002

warning[manifest]: not valid TOML: unclosed table, expected `]`
--> bad/Cargo.toml:1

1 finding: 1 warning · 1 problem
examined 1 file · 1 export · 100% of 2 calls resolved · PyO3 0.30.0 · dependencies: 2 stubbed · [SECONDS] s

"#]]);
}

#[test]
fn a_broken_pyproject() {
    let project = Project::with_source(NAP).file("pyproject.toml", "[project\nname = 'naps'\n");
    project.check("").code(1).stdout_eq(str![[r#"
warning[D002]: blocking call while attached to the interpreter
 --> src/lib.rs:7:5
  |
6 | fn nap(seconds: u64) {
  |    --- Python calls `nap`
7 |     thread::sleep(Duration::from_secs(seconds));
  |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `sleep` sleeps; every other Python thread waits too
  |
  = note: no other Python thread runs in the meantime, and Ctrl-C does nothing
  = help: take `py: Python<'_>` and call `sleep` in `py.detach(|| …)`
  = note: confidence medium · boundcheck rule D002

warning[manifest]: not valid TOML: unclosed table, expected `]`
--> pyproject.toml:1

1 finding: 1 warning · 1 problem
examined 1 file · 1 export · 100% of 2 calls resolved · PyO3 0.30.0 · dependencies: 2 stubbed · [SECONDS] s

"#]]);
}

#[test]
fn a_crate_without_pyo3() {
    let project =
        Project::with_source("pub fn nap() {}\n").file("Cargo.toml", MANIFEST.replace("pyo3 = \"0.30\"\n", ""));
    project.check("").code(3).stdout_eq(str![[r#"
error: NOTHING WAS EXAMINED. This is not a clean result.
  = why: no package here depends on pyo3 (looked at naps)

examined nothing: read 1 file · 0 exports · PyO3 not found · no dependencies · [SECONDS] s

"#]]);
}

#[test]
fn a_crate_that_exports_nothing() {
    Project::with_source("pub fn nap() {}\n").check("").code(3).stdout_eq(str![[r#"
error: NOTHING WAS EXAMINED. This is not a clean result.
  = why: `naps` depends on pyo3, but nothing in it is exported to Python or starts an interpreter

examined nothing: read 1 file · 0 exports · PyO3 0.30.0 · dependencies: 2 stubbed · [SECONDS] s

"#]]);
}

#[test]
fn exports_behind_a_feature_that_is_off() {
    let manifest = MANIFEST.replace("pyo3 = \"0.30\"", "pyo3 = { version = \"0.30\", optional = true }")
        + "\n[features]\npython = [\"dep:pyo3\"]\n";
    let source = format!("#![cfg(feature = \"python\")]\n{NAP}");
    let project = Project::with_source(&source).file("Cargo.toml", manifest);
    project.check("").code(3).stdout_eq(str![[r#"
error: NOTHING WAS EXAMINED. This is not a clean result.
  = why: pyo3 is optional in `naps` and feature `python` is off; try --features python

examined nothing: read 1 file · 0 exports · PyO3 0.30.0 · no dependencies · [SECONDS] s

"#]]);
    project.check("--features python").code(1);
}

#[test]
fn an_unknown_feature() {
    Project::with_source(NAP).check("--features pyton").code(2).stdout_eq("").stderr_eq(str![[r#"
error: [TEMP]/Cargo.toml: no feature `pyton`; it has: none

"#]]);
}

#[test]
fn syntax_errors() {
    let project =
        Project::with_source(&format!("mod broken;\n{NAP}")).file("src/broken.rs", "fn f( {\n    let x = ;\n");
    project.check("").code(1).stdout_eq(str![[r#"
warning[D002]: blocking call while attached to the interpreter
 --> src/lib.rs:8:5
  |
7 | fn nap(seconds: u64) {
  |    --- Python calls `nap`
8 |     thread::sleep(Duration::from_secs(seconds));
  |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `sleep` sleeps; every other Python thread waits too
  |
  = note: no other Python thread runs in the meantime, and Ctrl-C does nothing
  = help: take `py: Python<'_>` and call `sleep` in `py.detach(|| …)`
  = note: confidence medium · boundcheck rule D002

warning[syntax]: syntax error: expected value parameter and 4 more; the rest of the file was checked
--> src/broken.rs:1

1 finding: 1 warning · 1 problem
examined 2 files · 1 export · 100% of 2 calls resolved · PyO3 0.30.0 · dependencies: 2 stubbed · [SECONDS] s

"#]]);
}

#[test]
fn invalid_utf8() {
    let project =
        Project::with_source(&format!("mod latin;\n{NAP}")).file("src/latin.rs", b"// caf\xe9\npub fn f() {}\n");
    project.check("").code(1).stdout_eq(str![[r#"
warning[D002]: blocking call while attached to the interpreter
 --> src/lib.rs:8:5
  |
7 | fn nap(seconds: u64) {
  |    --- Python calls `nap`
8 |     thread::sleep(Duration::from_secs(seconds));
  |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `sleep` sleeps; every other Python thread waits too
  |
  = note: no other Python thread runs in the meantime, and Ctrl-C does nothing
  = help: take `py: Python<'_>` and call `sleep` in `py.detach(|| …)`
  = note: confidence medium · boundcheck rule D002

warning[skipped]: not valid UTF-8: read with replacement characters
--> src/latin.rs

1 finding: 1 warning · 1 problem
examined 2 files · 1 export · 100% of 2 calls resolved · PyO3 0.30.0 · dependencies: 2 stubbed · [SECONDS] s

"#]]);
}

#[cfg(unix)]
#[test]
fn a_symlink_loop() {
    let project = Project::with_source(NAP);
    std::os::unix::fs::symlink("..", project.path("src/up")).unwrap();
    std::os::unix::fs::symlink("self", project.path("self")).unwrap();
    project.check("").code(1).stdout_eq(str![[r#"
warning[D002]: blocking call while attached to the interpreter
 --> src/lib.rs:7:5
  |
6 | fn nap(seconds: u64) {
  |    --- Python calls `nap`
7 |     thread::sleep(Duration::from_secs(seconds));
  |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `sleep` sleeps; every other Python thread waits too
  |
  = note: no other Python thread runs in the meantime, and Ctrl-C does nothing
  = help: take `py: Python<'_>` and call `sleep` in `py.detach(|| …)`
  = note: confidence medium · boundcheck rule D002

1 finding: 1 warning
examined 1 file · 1 export · 100% of 2 calls resolved · PyO3 0.30.0 · dependencies: 2 stubbed · [SECONDS] s

"#]]);
}

/// Nothing ever writes into these pipes: who opens one waits for ever.
#[cfg(unix)]
#[test]
fn pipes_and_devices_in_the_place_of_files() {
    let project = Project::with_source(NAP);
    for name in ["pyproject.toml", "setup.py", "Cargo.lock", "src/pipe.rs"] {
        let made = std::process::Command::new("mkfifo").arg(project.path(name)).status().unwrap();
        assert!(made.success(), "{name}");
    }
    std::os::unix::fs::symlink("/dev/zero", project.path("boundcheck.toml")).unwrap();
    let run = project.command("check").assert().code(1);
    let text = stdout(&run);
    assert!(text.contains("Cargo.lock is not a regular file"), "{text}");
    assert!(text.contains("[D002]"), "{text}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_behind_standard_output() {
    let project = Project::with_source(NAP);
    let full = || std::fs::File::options().write(true).open("/dev/full").unwrap();
    for arguments in ["check --deps never", "rule D002", "completions bash"] {
        let mut command = std::process::Command::new(snapbox::cmd::cargo_bin!("boundcheck"));
        command.current_dir(project.path(".")).args(arguments.split_whitespace()).stdout(full());
        let run = command.output().unwrap();
        assert_eq!(run.status.code(), Some(2), "{arguments}");
        let said = String::from_utf8(run.stderr).unwrap();
        assert!(said.contains("cannot write to standard output: No space left on device"), "{arguments}: {said}");
    }
}

#[test]
fn a_huge_source_file() {
    let huge = "pub const NUMBERS: &[u8] = &[".to_owned() + &"1, ".repeat(7_000_000) + "];\n";
    let project = Project::with_source(&format!("mod huge;\n{NAP}")).file("src/huge.rs", huge);
    project.check("").code(1).stdout_eq(str![[r#"
warning[D002]: blocking call while attached to the interpreter
 --> src/lib.rs:8:5
  |
7 | fn nap(seconds: u64) {
  |    --- Python calls `nap`
8 |     thread::sleep(Duration::from_secs(seconds));
  |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `sleep` sleeps; every other Python thread waits too
  |
  = note: no other Python thread runs in the meantime, and Ctrl-C does nothing
  = help: take `py: Python<'_>` and call `sleep` in `py.detach(|| …)`
  = note: confidence medium · boundcheck rule D002

warning[skipped]: 21 MB of source in one file: left out, what uses it may go unseen
--> src/huge.rs

1 finding: 1 warning · 1 problem
examined 2 files · 1 export · 100% of 2 calls resolved · PyO3 0.30.0 · dependencies: 2 stubbed · [SECONDS] s

"#]]);
}

#[test]
fn deeply_nested_brackets() {
    let deep = format!("pub fn deep() {{ let _ = {}1{}; }}\n", "(".repeat(10_000), ")".repeat(10_000));
    let project = Project::with_source(&format!("mod deep;\n{NAP}")).file("src/deep.rs", deep);
    project.check("").code(1).stdout_eq(str![[r#"
warning[D002]: blocking call while attached to the interpreter
 --> src/lib.rs:8:5
  |
7 | fn nap(seconds: u64) {
  |    --- Python calls `nap`
8 |     thread::sleep(Duration::from_secs(seconds));
  |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `sleep` sleeps; every other Python thread waits too
  |
  = note: no other Python thread runs in the meantime, and Ctrl-C does nothing
  = help: take `py: Python<'_>` and call `sleep` in `py.detach(|| …)`
  = note: confidence medium · boundcheck rule D002

warning[skipped]: brackets are nested too deeply: left out, what uses it may go unseen
--> src/deep.rs

1 finding: 1 warning · 1 problem
examined 2 files · 1 export · 100% of 2 calls resolved · PyO3 0.30.0 · dependencies: 2 stubbed · [SECONDS] s

"#]]);
}

#[test]
fn a_workspace_member_that_does_not_exist() {
    let project = Project::empty()
        .file("Cargo.toml", "[workspace]\nmembers = ['naps', 'gone']\n")
        .file("naps/Cargo.toml", MANIFEST)
        .file("naps/src/lib.rs", NAP);
    project.check("").code(1).stdout_eq(str![[r#"
warning[D002]: blocking call while attached to the interpreter
 --> naps/src/lib.rs:7:5
  |
6 | fn nap(seconds: u64) {
  |    --- Python calls `nap`
7 |     thread::sleep(Duration::from_secs(seconds));
  |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `sleep` sleeps; every other Python thread waits too
  |
  = note: no other Python thread runs in the meantime, and Ctrl-C does nothing
  = help: take `py: Python<'_>` and call `sleep` in `py.detach(|| …)`
  = note: confidence medium · boundcheck rule D002

warning[manifest]: workspace member `gone` has no Cargo.toml; the other members were checked
--> Cargo.toml

1 finding: 1 warning · 1 problem
examined 1 file · 1 export · 100% of 2 calls resolved · PyO3 0.30.0 · dependencies: 2 stubbed · [SECONDS] s

"#]]);
}

#[test]
fn a_lock_file_that_lies() {
    let project = Project::with_source(NAP)
        .file("Cargo.lock", "version = 4\n\n[[package]]\nname = 'pyo3'\nversion = '99.0.0'\n\n[[package]]\nname = 3\n");
    project.check("").code(1).stdout_eq(str![[r#"
warning[D002]: blocking call while attached to the interpreter
 --> src/lib.rs:7:5
  |
6 | fn nap(seconds: u64) {
  |    --- Python calls `nap`
7 |     thread::sleep(Duration::from_secs(seconds));
  |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `sleep` sleeps; every other Python thread waits too
  |
  = note: no other Python thread runs in the meantime, and Ctrl-C does nothing
  = help: take `py: Python<'_>` and call `sleep` in `py.detach(|| …)`
  = note: confidence medium · boundcheck rule D002

1 finding: 1 warning
examined 1 file · 1 export · 100% of 2 calls resolved · PyO3 0.30.0 · dependencies: 2 stubbed · [SECONDS] s

"#]]);
}

#[test]
fn dependencies_that_are_required_but_not_on_disk() {
    let manifest = format!("{MANIFEST}no-such-crate-anywhere = \"9\"\n");
    let project = Project::with_source(DETACHED_NAP).file("Cargo.toml", manifest);
    let refused = project.command("check --deps require").assert().code(2).stdout_eq("");
    let said = crate::project::stderr(&refused);
    assert!(said.contains("Cargo.toml: the sources of the dependencies are not on disk"), "{said}");
    project.command("check").assert().success();
}

#[test]
fn a_path_dependency_that_is_missing() {
    let manifest = format!("{MANIFEST}shelf = {{ path = \"../shelf\" }}\n");
    let found = Project::with_source(NAP).file("Cargo.toml", manifest).check("").code(1);
    assert!(stdout(&found).contains("shelf"), "{}", stdout(&found));
}

#[test]
fn the_place_of_a_broken_manifest_is_given_once() {
    let project = Project::empty().file("py/Cargo.toml", "[package\n");
    let said = stdout(&project.check("py").code(3));
    assert!(said.contains("--> py/Cargo.toml\n"), "{said}");
    let report: serde_json::Value = serde_json::from_str(&stdout(&project.check("py --format json").code(3))).unwrap();
    assert_eq!(report["problems"][0]["path"], "Cargo.toml");
}
