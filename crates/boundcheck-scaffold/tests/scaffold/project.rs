//! What is in a project.

use std::collections::BTreeSet;

use boundcheck_scaffold::{Choices, Mode, Plan};
use snapbox::{assert_data_eq, str};

use crate::{choices, text};

const MODES: [Mode; 3] = [Mode::Extension, Mode::Embedding, Mode::Both];

fn paths(mode: Mode) -> BTreeSet<String> {
    let plan = Plan::new(&choices("sea-level", mode)).unwrap();
    plan.files().iter().map(|file| file.path.to_string()).collect()
}

/// Every project that can be asked for.
fn all() -> impl Iterator<Item = (Choices, Plan)> {
    MODES.into_iter().flat_map(|mode| [false, true].map(|asynchronous| (mode, asynchronous))).map(
        |(mode, asynchronous)| {
            let choices = Choices { asynchronous, ..choices("sea-level", mode) };
            let plan = Plan::new(&choices).unwrap();
            (choices, plan)
        },
    )
}

#[test]
fn an_extension_is_a_core_and_a_thin_binding_with_a_package_around_it() {
    let listed = paths(Mode::Extension).into_iter().collect::<Vec<_>>().join("\n");
    assert_data_eq!(
        listed,
        str![[r#"
.github/workflows/ci.yml
.github/workflows/release.yml
.gitignore
.gitlab-ci.yml
Cargo.toml
LICENSE
README.md
benchmarks/test_speed.py
crates/sea-level-core/Cargo.toml
crates/sea-level-core/benches/bootstrap.rs
crates/sea-level-core/src/bootstrap.rs
crates/sea-level-core/src/error.rs
crates/sea-level-core/src/lib.rs
crates/sea-level-core/src/parse.rs
crates/sea-level-core/src/series.rs
crates/sea-level-core/src/summary.rs
crates/sea-level-core/tests/measurements.rs
crates/sea-level-python/Cargo.toml
crates/sea-level-python/src/errors.rs
crates/sea-level-python/src/interval.rs
crates/sea-level-python/src/lib.rs
crates/sea-level-python/src/monitor.rs
crates/sea-level-python/src/series.rs
crates/sea-level-python/src/summary.rs
crates/sea-level-python/src/windows.rs
pyproject.toml
python/sea_level/__init__.py
python/sea_level/_core.pyi
python/sea_level/_errors.py
python/sea_level/py.typed
rustfmt.toml
tests/test_arrays.py
tests/test_errors.py
tests/test_interval.py
tests/test_monitor.py
tests/test_properties.py
tests/test_series.py
tests/test_threads.py
tests/test_types.py
"#]]
    );
}

#[test]
fn an_embedding_has_a_host_and_nothing_of_wheels() {
    let listed = paths(Mode::Embedding).into_iter().collect::<Vec<_>>().join("\n");
    assert_data_eq!(
        listed,
        str![[r#"
.github/workflows/ci.yml
.gitignore
.gitlab-ci.yml
Cargo.toml
LICENSE
README.md
crates/sea-level-core/Cargo.toml
crates/sea-level-core/benches/bootstrap.rs
crates/sea-level-core/src/bootstrap.rs
crates/sea-level-core/src/error.rs
crates/sea-level-core/src/lib.rs
crates/sea-level-core/src/parse.rs
crates/sea-level-core/src/series.rs
crates/sea-level-core/src/summary.rs
crates/sea-level-core/tests/measurements.rs
crates/sea-level-host/Cargo.toml
crates/sea-level-host/build.rs
crates/sea-level-host/src/error.rs
crates/sea-level-host/src/interpreter.rs
crates/sea-level-host/src/main.rs
crates/sea-level-host/src/module.rs
crates/sea-level-host/src/plugin.rs
crates/sea-level-host/src/venv.rs
crates/sea-level-host/tests/plugins.rs
plugins/celsius.py
plugins/measurements.txt
plugins/sea_level_host.pyi
rustfmt.toml
"#]]
    );
}

#[test]
fn both_is_one_core_with_everything_of_the_two() {
    let union: BTreeSet<_> = paths(Mode::Extension).union(&paths(Mode::Embedding)).cloned().collect();
    assert_eq!(paths(Mode::Both), union);
}

#[test]
fn the_build_stories_are_not_mixed() {
    let extension = Plan::new(&choices("demo", Mode::Extension)).unwrap();
    let embedding = Plan::new(&choices("demo", Mode::Embedding)).unwrap();
    let both = Plan::new(&choices("demo", Mode::Both)).unwrap();
    let manifests = |plan: &Plan| -> String {
        plan.files().iter().filter(|file| file.path.ends_with("Cargo.toml")).map(|file| file.text.as_str()).collect()
    };
    for absent in ["pyo3-build-config", "clap"] {
        assert!(!manifests(&extension).contains(absent), "{absent}");
    }
    for absent in ["cdylib", "features = [\"abi3", "numpy", "maturin"] {
        assert!(!manifests(&embedding).contains(absent), "{absent}");
    }
    for plan in [&extension, &embedding, &both] {
        for absent in ["extension-module\"", "features = [\"auto-initialize"] {
            assert!(!manifests(plan).contains(absent), "{absent}");
        }
    }
    assert!(!text(&both, "crates/demo-host/Cargo.toml").contains("features = ["));
    assert!(text(&both, "Cargo.toml").contains(r#"default-members = ["crates/demo-core", "crates/demo-host"]"#));
    assert!(text(&extension, "Cargo.toml").contains(r#"default-members = ["crates/demo-core"]"#));
}

#[test]
fn nothing_of_a_template_is_left_in_a_file() {
    for (choices, plan) in all() {
        for file in plan.files() {
            let text = file.text.replace("${{", "");
            for mark in ["{{ ", "{%", "{#"] {
                assert!(!text.contains(mark), "{choices:?}: {mark} in {}:\n{text}", file.path);
            }
            assert!(file.text.is_empty() || file.text.ends_with('\n'), "{}", file.path);
            // Python's own style puts two empty lines between functions.
            let twice = file.text.contains("\n\n\n") && file.path.extension() != Some("py");
            assert!(!twice, "two empty lines in {}:\n{}", file.path, file.text);
            assert!(
                !file.text.lines().any(|line| line.ends_with(' ')),
                "a space at the end of a line of {}",
                file.path
            );
        }
    }
}

#[test]
fn the_readme_leads_to_files_that_are_there() {
    for (choices, plan) in all() {
        let readme = text(&plan, "README.md");
        let targets: Vec<_> = readme
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split(')').next())
            .filter(|to| !to.contains(':'))
            .collect();
        assert!(!targets.is_empty());
        for target in targets {
            assert!(plan.files().iter().any(|file| file.path == target), "{choices:?}: {target}");
        }
    }
}

#[test]
fn the_readme_shows_the_commands_that_are_told_after_writing() {
    for (choices, plan) in all() {
        let readme = text(&plan, "README.md");
        let block = readme.split("```sh\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
        let commands: Vec<_> = block.lines().map(|line| line.split("   #").next().unwrap().trim_end()).collect();
        assert_eq!(commands, plan.commands(), "{choices:?}");
    }
}

#[test]
fn the_eight_rules_are_explained_in_every_mode() {
    for (_, plan) in all() {
        let readme = text(&plan, "README.md");
        for rule in 1..=8 {
            let (_, explanation) = readme.split_once(&format!("\n{rule}. **")).unwrap();
            let (title, explanation) = explanation.split_once("**\n").unwrap();
            assert!(explanation.starts_with("   "), "{title}");
        }
    }
}

#[test]
fn the_floor_of_python_is_one_and_the_same_everywhere() {
    let plan = Plan::new(&Choices { python: Some("3.9".to_owned()), ..choices("demo", Mode::Extension) }).unwrap();
    assert!(text(&plan, "pyproject.toml").contains("requires-python = \">=3.9\""));
    assert!(text(&plan, "crates/demo-python/Cargo.toml").contains("abi3-py39"));
    assert!(text(&plan, ".github/workflows/ci.yml").contains(r#"python: ["3.9", "#));
    assert!(text(&plan, ".gitlab-ci.yml").contains(r#"PYTHON: ["3.9", "#));
    assert_eq!(plan.needs().python, "3.9");
}

#[test]
fn the_asynchronous_part_is_there_when_it_is_asked_for() {
    for (choices, plan) in all() {
        let all: String = plan.files().iter().map(|file| file.text.as_str()).collect();
        assert_eq!(all.contains("pyo3-async-runtimes"), choices.asynchronous && choices.mode != Mode::Embedding);
        assert_eq!(all.contains("iscoroutine"), choices.asynchronous && choices.mode != Mode::Extension);
    }
}
