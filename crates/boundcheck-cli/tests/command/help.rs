//! Every help text, and what clap says about wrong usage.

use snapbox::{file, str};

use crate::project::Project;

#[test]
fn the_command() {
    Project::empty().command("--help").assert().success().stdout_eq(file!["help/boundcheck.txt"]);
}

#[test]
fn check() {
    Project::empty().command("check --help").assert().success().stdout_eq(file!["help/check.txt"]);
}

#[test]
fn check_in_short() {
    Project::empty().command("check -h").assert().success().stdout_eq(file!["help/check-short.txt"]);
}

#[test]
fn rule() {
    Project::empty().command("rule --help").assert().success().stdout_eq(file!["help/rule.txt"]);
}

#[test]
fn completions() {
    Project::empty().command("completions --help").assert().success().stdout_eq(file!["help/completions.txt"]);
}

#[test]
fn completion_scripts_know_the_options() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = Project::empty().command(&format!("completions {shell}")).assert().success();
        assert!(crate::project::stdout(&script).contains("min-confidence"), "{shell}");
    }
}

#[test]
fn the_version() {
    let version = Project::empty().command("--version").assert().success();
    assert_eq!(crate::project::stdout(&version), format!("boundcheck {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn no_command() {
    Project::empty().command("").assert().code(2).stderr_eq(file!["help/boundcheck-short.txt"]);
}

#[test]
fn a_misspelt_option() {
    Project::empty().command("check --formt json").assert().code(2).stdout_eq("").stderr_eq(str![[r#"
error: unexpected argument '--formt' found

  tip: a similar argument exists: '--format'

Usage: boundcheck check --format <FORMAT> [PATH]...

For more information, try '--help'.

"#]]);
}

#[test]
fn an_unknown_format() {
    Project::empty().command("check --format xml").assert().code(2).stderr_eq(str![[r#"
error: invalid value 'xml' for '--format <FORMAT>'
  [possible values: text, concise, json, sarif, github]

For more information, try '--help'.

"#]]);
}

#[test]
fn an_unknown_persona() {
    Project::empty().command("check --persona regulr").assert().code(2).stderr_eq(str![[r#"
error: invalid value 'regulr' for '--persona <PERSONA>'
  [possible values: regular, pedantic, auditor]

  tip: a similar value exists: 'regular'

For more information, try '--help'.

"#]]);
}
