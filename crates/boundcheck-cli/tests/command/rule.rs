//! `boundcheck rule`

use snapbox::{file, str};

use crate::project::{Project, stdout};

#[test]
fn a_rule_is_explained_with_its_examples() {
    Project::empty().command("rule D002").assert().success().stdout_eq(file!["rule/D002.txt"]);
}

#[test]
fn a_rule_is_found_by_its_name_and_in_small_letters() {
    let by_code = stdout(&Project::empty().command("rule D002").assert().success());
    for name in ["blocking-call-while-attached", "d002"] {
        assert_eq!(stdout(&Project::empty().command(&format!("rule {name}")).assert().success()), by_code);
    }
}

#[test]
fn the_explanation_is_coloured_on_request() {
    let coloured = Project::empty().command("rule D002 --color always").assert().success();
    assert!(stdout(&coloured).contains("\u{1b}["));
}

#[test]
fn an_unknown_rule_names_the_nearest() {
    Project::empty().command("rule D0002").assert().code(2).stdout_eq("").stderr_eq(str![[r#"
error: no rule is called `D0002`
help: did you mean `D002`? `boundcheck rule --list` shows all

"#]]);
}

#[test]
fn the_list_has_a_line_for_each_rule() {
    let list = stdout(&Project::empty().command("rule --list").assert().success());
    assert_eq!(list.lines().count(), boundcheck_rules::ALL.len());
    for (line, rule) in list.lines().zip(boundcheck_rules::ALL) {
        assert!(line.starts_with(rule.code) && line.contains(rule.name) && line.ends_with(rule.summary()), "{line}");
    }
}
