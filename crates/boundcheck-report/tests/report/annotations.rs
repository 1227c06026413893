//! Workflow commands of GitHub Actions.

use boundcheck_report::github;
use proptest::prelude::*;

use crate::sample::{self, finding};

#[test]
fn one_command_for_each_finding_and_problem() {
    insta::assert_snapshot!(github(&sample::report()));
}

#[test]
fn a_run_that_examined_nothing_is_an_error() {
    insta::assert_snapshot!(github(&sample::nothing_examined()));
}

/// Reads a command the way the runner does.
fn read(command: &str) -> (String, String) {
    let (head, data) = command[2..].split_once("::").expect("a command has data");
    let file = head.split_once("file=").expect("a finding has a file").1.split(',').next().expect("split gives one");
    let unescape = |text: &str| {
        text.replace("%2C", ",").replace("%3A", ":").replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
    };
    let data = data.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%");
    (unescape(file), data)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_path_and_message_arrive_as_they_were(path in "[a-c%:,\r\n/ é]{1,12}", message in "[a-c%:,\r\n\u{0}é0-9]{0,20}") {
        let model = sample::model();
        let mut finding = finding(sample::place(&model, "src/lib.rs", "", "pyo3"));
        finding.location.path = path.clone().into();
        finding.message = message.clone();
        let mut report = sample::report();
        report.findings = vec![finding];
        report.problems.clear();

        let out = github(&report);
        let commands: Vec<_> = out.lines().filter(|line| line.starts_with("::")).collect();
        prop_assert_eq!(commands.len(), 1);
        prop_assert_eq!(read(commands[0]), (path, message));
    }
}
