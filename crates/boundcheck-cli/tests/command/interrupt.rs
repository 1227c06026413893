//! Ctrl-C, and what no user should ever see.

use crate::project::{Project, stdout};

/// A project that takes a while: many exported functions with many calls each.
fn slow() -> Project {
    let calls = "    total += 7u64.to_string().trim().len();\n".repeat(40);
    let functions = (0..200)
        .map(|at| format!("#[pyfunction]\nfn work_{at}() -> usize {{\n    let mut total = 0;\n{calls}    total\n}}\n"))
        .collect::<Vec<_>>()
        .concat();
    let exports =
        (0..200).map(|at| format!("    #[pymodule_export]\n    use super::work_{at};\n")).collect::<Vec<_>>().concat();
    Project::with_source(&format!("use pyo3::prelude::*;\n{functions}\n#[pymodule]\nmod naps {{\n{exports}}}\n"))
}

#[cfg(unix)]
#[test]
fn an_interrupted_check_ends_with_130() {
    use std::process::{Command, Stdio};
    use std::time::Duration;

    let project = slow();
    let child = Command::new(snapbox::cmd::cargo_bin!("boundcheck"))
        .args(["check", "--deps", "never"])
        .current_dir(project.path(""))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Long enough for the handler to be there, short enough for the check to be under way.
    std::thread::sleep(Duration::from_millis(300));
    assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(130));
    assert_eq!(String::from_utf8_lossy(&output.stdout), "");
}

#[test]
fn a_bug_in_boundcheck_says_how_to_report_it() {
    let crashed = Project::empty().command("rule D002").env("BOUNDCHECK_CRASH_TEST", "1").assert().code(70);
    assert_eq!(stdout(&crashed), "");
    crashed.stderr_eq(snapbox::str![[r#"
error: boundcheck failed inside: asked to by BOUNDCHECK_CRASH_TEST (crates/boundcheck-cli/src/main.rs:[..])
help: this is a bug in boundcheck, not in your project. Please report it at https://github.com/boundcheck/boundcheck/issues with this message, the command, and `boundcheck [..]` on [..]; RUST_BACKTRACE=1 adds a trace

"#]]);
}
