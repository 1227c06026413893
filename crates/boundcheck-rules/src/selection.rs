//! Which rules run, and which of their findings are shown.

use boundcheck_model::{Confidence, Finding, Persona};

use crate::{ALL, Rule};

/// What the user asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    /// Rules to run, by name or by a prefix of the code: `D`, `D001`. Empty: all.
    pub select: Vec<String>,
    /// Rules not to run, in the same form. Where both name a rule, the more exact one wins.
    pub ignore: Vec<String>,
    /// Findings for this persona and the ones before it are shown.
    pub persona: Persona,
    /// Findings of at least this confidence are shown.
    pub min_confidence: Confidence,
}

impl Default for Selection {
    /// All rules, for everyone.
    fn default() -> Self {
        Self { select: Vec::new(), ignore: Vec::new(), persona: Persona::Regular, min_confidence: Confidence::Low }
    }
}

impl Selection {
    /// Whether the rule runs.
    pub fn runs(&self, rule: &Rule) -> bool {
        let selected = if self.select.is_empty() { Some(0) } else { exactness(&self.select, rule) };
        selected.is_some_and(|selected| exactness(&self.ignore, rule).is_none_or(|ignored| selected > ignored))
    }

    /// Whether a finding of a rule that runs is shown.
    pub fn shows(&self, finding: &Finding) -> bool {
        finding.persona <= self.persona && finding.confidence >= self.min_confidence
    }

    /// Entries of `select` and `ignore` that match no rule, in order.
    pub fn unknown(&self) -> impl Iterator<Item = &str> {
        let entries = self.select.iter().chain(&self.ignore).map(String::as_str);
        entries.filter(|entry| !ALL.iter().any(|rule| matches(entry, rule)))
    }
}

/// Length of the longest entry that matches; a name is as exact as a whole code.
fn exactness(entries: &[String], rule: &Rule) -> Option<usize> {
    entries.iter().filter(|entry| matches(entry, rule)).map(|entry| entry.len().min(rule.code.len())).max()
}

fn matches(entry: &str, rule: &Rule) -> bool {
    let begins = rule.code.get(..entry.len()).is_some_and(|code| code.eq_ignore_ascii_case(entry));
    !entry.is_empty() && (begins || rule.name == entry)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::find;

    fn runs(select: &[&str], ignore: &[&str], code: &str) -> bool {
        let owned = |entries: &[&str]| entries.iter().map(|&entry| entry.to_owned()).collect();
        let selection = Selection { select: owned(select), ignore: owned(ignore), ..Selection::default() };
        selection.runs(find(code).unwrap())
    }

    #[test]
    fn nothing_selected_means_everything() {
        assert!(ALL.iter().all(|rule| Selection::default().runs(rule)));
    }

    #[test]
    fn the_more_exact_entry_wins() {
        assert!(runs(&["D"], &[], "D002") && !runs(&["D"], &[], "E002"));
        assert!(!runs(&["D"], &["D002"], "D002") && runs(&["D"], &["D002"], "D001"));
        assert!(runs(&["D002"], &["D"], "D002") && !runs(&["D002"], &["D"], "D001"));
        assert!(!runs(&["D002"], &["D002"], "D002"));
        assert!(runs(&["panic-abort-in-extension"], &["E"], "E002"));
        assert!(runs(&["d002"], &["d"], "D002") && !runs(&[], &["d"], "D002"));
    }

    #[test]
    fn entries_that_match_nothing_are_told() {
        let selection = Selection {
            select: vec!["D".into(), "X1".into()],
            ignore: vec!["panics".into(), String::new()],
            ..Selection::default()
        };
        assert_eq!(selection.unknown().collect::<Vec<_>>(), ["X1", "panics", ""]);
    }
}
