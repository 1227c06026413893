//! Hand-made labels of findings: `docs/ecosystem-labels.toml`.

use std::fmt::Write as _;

use anyhow::{Context, Result};
use fs_err as fs;
use serde::Deserialize;

use crate::report::Finding;
use crate::root;

/// What a person who read the code says about a finding.
#[derive(Deserialize, Clone, Debug)]
#[serde(deny_unknown_fields)]
pub(crate) struct Label {
    package: String,
    rule: String,
    path: String,
    #[serde(default)]
    symbol: Option<String>,
    /// Only where one symbol has several findings of the rule that differ in their verdict.
    #[serde(default)]
    line: Option<u32>,
    pub verdict: Verdict,
    pub why: String,
}

/// Whether the finding is right.
#[derive(Deserialize, Clone, Copy, PartialEq, Eq, Debug)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Verdict {
    True,
    False,
}

impl Verdict {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Verdict::True => "true",
            Verdict::False => "false",
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    label: Vec<Label>,
}

/// All labels, and which of them were used.
pub(crate) struct Labels {
    labels: Vec<(Label, bool)>,
}

impl Labels {
    /// Reads the committed file.
    pub(crate) fn read() -> Result<Self> {
        let path = root().join("docs").join("ecosystem-labels.toml");
        Self::parse(&fs::read_to_string(&path)?).with_context(|| path.display().to_string())
    }

    fn parse(text: &str) -> Result<Self> {
        let file: File = toml::from_str(text)?;
        Ok(Self { labels: file.label.into_iter().map(|label| (label, false)).collect() })
    }

    /// The label of a finding; one with the finding's line goes before one without a line.
    pub(crate) fn find(&mut self, package: &str, finding: &Finding) -> Option<&Label> {
        let fits = |label: &Label, line: Option<u32>| {
            label.package == package
                && label.rule == finding.rule
                && label.path == finding.path
                && label.symbol == finding.symbol
                && label.line == line
        };
        let at = [Some(finding.line), None]
            .into_iter()
            .find_map(|line| self.labels.iter().position(|(label, _)| fits(label, line)))?;
        self.labels[at].1 = true;
        Some(&self.labels[at].0)
    }

    /// Labels that no finding used, one line each.
    pub(crate) fn stale(&self) -> Vec<String> {
        let unused = self.labels.iter().filter(|(_, used)| !used);
        unused
            .map(|(label, _)| {
                let line = label.line.map_or(String::new(), |line| format!(":{line}"));
                let symbol = label.symbol.as_deref().unwrap_or("no symbol");
                format!("{} {} {}{line} ({symbol})", label.package, label.rule, label.path)
            })
            .collect()
    }
}

/// The beginning of a label for a finding, for a person to complete.
pub(crate) fn stub(package: &str, finding: &Finding) -> String {
    let mut text = format!(
        "# {}\n[[label]]\npackage = {package:?}\nrule = {:?}\npath = {:?}\n",
        finding.message, finding.rule, finding.path
    );
    if let Some(symbol) = &finding.symbol {
        let _ = writeln!(text, "symbol = {symbol:?}");
    }
    let _ = write!(text, "line = {}\nverdict = \"\"\nwhy = \"\"\n", finding.line);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const LABELS: &str = r#"
        [[label]]
        package = "shelf"
        rule = "D002"
        path = "src/lib.rs"
        symbol = "shelf::wait"
        verdict = "true"
        why = "sleeps for a second"

        [[label]]
        package = "shelf"
        rule = "D002"
        path = "src/lib.rs"
        symbol = "shelf::wait"
        line = 9
        verdict = "false"
        why = "sleeps for zero seconds"

        [[label]]
        package = "shelf"
        rule = "P002"
        path = "Cargo.toml"
        verdict = "true"
        why = "was fixed"
    "#;

    fn finding(rule: &str, path: &str, symbol: Option<&str>, line: u32) -> Finding {
        Finding {
            rule: rule.to_owned(),
            name: String::new(),
            confidence: "high".to_owned(),
            persona: "regular".to_owned(),
            message: "waits".to_owned(),
            path: path.to_owned(),
            line,
            symbol: symbol.map(str::to_owned),
        }
    }

    #[test]
    fn a_label_with_a_line_goes_first_and_unused_labels_are_stale() {
        let mut labels = Labels::parse(LABELS).unwrap();
        let mut verdict = |line| {
            let finding = finding("D002", "src/lib.rs", Some("shelf::wait"), line);
            labels.find("shelf", &finding).map(|label| label.verdict)
        };
        assert_eq!(verdict(4), Some(Verdict::True));
        assert_eq!(verdict(9), Some(Verdict::False));
        let other = finding("D002", "src/lib.rs", Some("shelf::search"), 4);
        assert!(labels.find("shelf", &other).is_none());
        assert!(labels.find("attic", &finding("D002", "src/lib.rs", Some("shelf::wait"), 4)).is_none());
        assert_eq!(labels.stale(), ["shelf P002 Cargo.toml (no symbol)"]);
    }

    #[test]
    fn a_completed_stub_labels_its_finding() {
        let finding = finding("D002", "src/\"lib\".rs", Some("shelf::wait"), 4);
        let text = stub("shelf", &finding).replace("verdict = \"\"", "verdict = \"true\"");
        assert!(Labels::parse(&text).unwrap().find("shelf", &finding).is_some());
    }

    #[test]
    fn a_verdict_must_be_given() {
        let finding = finding("D002", "src/lib.rs", None, 4);
        assert!(Labels::parse(&stub("shelf", &finding)).is_err());
    }
}
