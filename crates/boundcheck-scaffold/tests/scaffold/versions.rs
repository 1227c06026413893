//! Which versions do.

use boundcheck_scaffold::{Choices, Mode, Plan};

use crate::{choices, text};

fn plan(pyo3: Option<&str>, python: Option<&str>) -> Result<Plan, String> {
    let choices = Choices {
        pyo3: pyo3.map(str::to_owned),
        python: python.map(str::to_owned),
        ..choices("demo", Mode::Extension)
    };
    Plan::new(&choices)
        .map_err(|error| [Some(error.to_string()), error.help()].into_iter().flatten().collect::<Vec<_>>().join("; "))
}

#[test]
fn pyo3_is_chosen_by_its_version_or_the_beginning_of_it() {
    for (asked, version, numpy) in
        [(None, "0.30.1", "0.30.0"), (Some("0.29"), "0.29.3", "0.29.0"), (Some("0.28.3"), "0.28.3", "0.28.0")]
    {
        let plan = plan(asked, None).unwrap();
        let manifest = text(&plan, "Cargo.toml");
        assert!(manifest.contains(&format!("pyo3 = \"{version}\"")), "{manifest}");
        assert!(manifest.contains(&format!("numpy = \"{numpy}\"")), "{manifest}");
    }
}

#[test]
fn unknown_versions_are_refused_with_the_known_ones() {
    assert_eq!(
        plan(Some("0.27"), None).unwrap_err(),
        "PyO3 0.27 is not known to boundcheck, which knows 0.30.1, 0.29.3, 0.28.3"
    );
    assert_eq!(
        plan(None, Some("3.8")).unwrap_err(),
        "Python 3.8 is not known to boundcheck, which knows 3.9, 3.10, 3.11, 3.12, 3.13, 3.14, 3.15"
    );
    assert_eq!(
        plan(Some("0.29"), Some("3.15")).unwrap_err(),
        "PyO3 0.29.3 knows no Python 3.15: its newest is 3.14; choose a newer PyO3 or an older Python"
    );
}

#[test]
fn pipelines_test_the_floor_the_newest_and_its_free_threaded_build_once_each() {
    for (floor, tested) in
        [("3.9", r#"["3.9", "3.14", "3.14t"]"#), ("3.14", r#"["3.14", "3.14t"]"#), ("3.15", r#"["3.15", "3.15t"]"#)]
    {
        let plan = plan(None, Some(floor)).unwrap();
        for workflow in [".github/workflows/ci.yml", ".github/workflows/release.yml"] {
            assert!(text(&plan, workflow).contains(&format!("python: {tested}\n")), "{workflow} for {floor}");
        }
    }
}
