//! What holds for every rule.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use boundcheck_model::Finding;
use camino::Utf8PathBuf;

use crate::pyo3_range::Pyo3Range;
use crate::testing::generated::{expect_file, repository, rule_modules};
use crate::testing::{everything, load};
use crate::{ALL, find, run};

/// Codes of rules that were removed: they are never given to another rule.
const RETIRED: &[&str] = &[];

/// Families: integration mode, API, lifetimes, conversions, detaching, errors, packaging, and boundcheck's own.
const FAMILIES: &str = "MALCDEPS";

#[test]
fn codes_and_names_are_unique_sorted_and_not_retired() {
    assert!(ALL.is_sorted_by_key(|rule| rule.code));
    let (codes, names): (BTreeSet<_>, BTreeSet<_>) = ALL.iter().map(|rule| (rule.code, rule.name)).unzip();
    assert_eq!((codes.len(), names.len()), (ALL.len(), ALL.len()));
    assert!(RETIRED.iter().all(|code| !codes.contains(code)));
    for rule in ALL {
        assert_eq!(find(rule.code).map(|found| found.code), Some(rule.code));
        assert_eq!(find(rule.name).map(|found| found.code), Some(rule.code));
    }
}

#[test]
fn codes_are_a_family_and_three_digits_and_name_the_file() {
    for (rule, module) in ALL.iter().zip(rule_modules()) {
        let (family, number) = rule.code.split_at(1);
        assert!(FAMILIES.contains(family), "{}", rule.code);
        assert!(number.len() == 3 && number.bytes().all(|byte| byte.is_ascii_digit()), "{}", rule.code);
        assert_eq!(module, format!("{}_{}", rule.code.to_lowercase(), rule.name.replace('-', "_")));
    }
}

#[test]
fn names_are_kebab_case_and_read_well_after_allow() {
    for rule in ALL {
        let kebab = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        assert!(rule.name.split('-').all(kebab), "{}", rule.name);
        let first = rule.name.split('-').next().unwrap_or_default();
        let order = ["no", "not", "use", "avoid", "check", "prefer", "require", "forbid", "missing"];
        assert!(!order.contains(&first), "`allow {}` does not say what is allowed", rule.name);
    }
}

#[test]
fn documentation_has_a_summary_and_the_fixed_headings() {
    for rule in ALL {
        let summary = rule.summary();
        assert!(summary.ends_with('.') && !summary.contains('\n') && summary.len() <= 120, "{}: {summary}", rule.code);
        let headings: Vec<_> = rule.docs.lines().filter(|line| line.starts_with("## ")).collect();
        assert_eq!(headings, ["## Why", "## Bad", "## Good"], "{}", rule.code);
    }
}

#[test]
fn versions_can_be_read() {
    for rule in ALL {
        assert!(Pyo3Range::parse(rule.pyo3).is_some(), "{}: {}", rule.code, rule.pyo3);
        assert!(semver::Version::parse(rule.since).is_ok(), "{}: {}", rule.code, rule.since);
    }
}

#[test]
fn every_rule_on_every_fixture() {
    let mut table = String::from("# Findings of every rule on every fixture: code and number of findings\n");
    for (name, findings) in fixtures() {
        let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
        for finding in &findings {
            *counts.entry(&finding.rule).or_default() += 1;
        }
        let counts: Vec<_> = counts.into_iter().map(|(code, count)| format!("{code} {count}")).collect();
        writeln!(table, "{name}: {}", if counts.is_empty() { "none".to_owned() } else { counts.join(", ") }).unwrap();
    }
    expect_file(&repository().join("fixtures/findings.txt"), &table);
}

#[test]
fn good_fixtures_give_no_finding() {
    for (name, findings) in fixtures().into_iter().filter(|(name, _)| name.starts_with("good/")) {
        assert!(findings.is_empty(), "{name}: {findings:#?}");
    }
}

/// The projects in `fixtures/good` and `fixtures/bad`, sorted, each with what is found in it.
fn fixtures() -> Vec<(String, Vec<Finding>)> {
    let mut projects: Vec<Utf8PathBuf> = Vec::new();
    for kind in ["good", "bad"] {
        let folder = repository().join("fixtures").join(kind);
        projects.extend(folder.read_dir_utf8().unwrap().map(|entry| entry.unwrap().into_path()));
    }
    projects.sort();
    let named = projects.into_iter().map(|project| {
        let names: Vec<_> = project.components().rev().take(2).map(|part| part.as_str().to_owned()).collect();
        (format!("{}/{}", names[1], names[0]), run(&load(&project).model, &everything(), || false))
    });
    named.collect()
}
