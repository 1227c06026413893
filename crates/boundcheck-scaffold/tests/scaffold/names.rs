//! Which names do.

use boundcheck_scaffold::{Mode, Plan};
use proptest::prelude::*;

use crate::{choices, text};

/// What is said about a name, with what would do instead.
fn refusal(name: &str) -> String {
    let mut choices = choices("folder", Mode::Extension);
    choices.name = Some(name.to_owned());
    match Plan::new(&choices) {
        Ok(_) => "accepted".to_owned(),
        Err(error) => [Some(error.to_string()), error.help()].into_iter().flatten().collect::<Vec<_>>().join("; "),
    }
}

#[test]
fn a_name_becomes_crates_a_module_and_a_class() {
    let plan = Plan::new(&choices("sea-level2", Mode::Both)).unwrap();
    assert!(text(&plan, "crates/sea-level2-core/Cargo.toml").contains("name = \"sea-level2-core\""));
    assert!(text(&plan, "pyproject.toml").contains("module-name = \"sea_level2._core\""));
    assert!(text(&plan, "python/sea_level2/_errors.py").contains("class SeaLevel2Error(Exception)"));
    assert!(text(&plan, "crates/sea-level2-host/src/module.rs").contains("mod sea_level2_host {"));
}

#[test]
fn a_name_that_would_not_work_is_refused_with_one_near() {
    let near = |name: &str, reason: &str, remedy: &str| {
        format!("`{name}` cannot be the name of a project: {reason}; `--name {remedy}` would do")
    };
    for (name, reason, remedy) in [
        ("class", "it is a keyword of Python, which no `import` takes", "class-rs"),
        ("crate", "it is a keyword of Rust", "crate-rs"),
        ("json", "Python's standard library has a module of that name, which would be hidden", "json-rs"),
        ("idle-lib", "accepted", ""),
        ("numpy", "the project itself uses a package of that name", "numpy-rs"),
        ("tests", "a folder of the project or of Cargo has that name", "tests-rs"),
        ("com1", "Windows takes no file or folder of that name", "com1-rs"),
        ("aux", "Windows takes no file or folder of that name", "aux-rs"),
        ("Sea", "modules and crates are written in lower case", "sea"),
        ("sea level", "only letters from a to z, digits, `-` and `_` do for a crate and a module", "sea-level"),
        ("sea.level", "only letters from a to z, digits, `-` and `_` do for a crate and a module", "sea-level"),
        ("sea-", "a package ends with a letter or a digit", "sea"),
        ("sea--level", "two of `-` and `_` in a row are no snake case", "sea-level"),
        ("3d", "a module starts with a letter from a to z", "d"),
        ("_sea", "a module starts with a letter from a to z", "sea"),
    ] {
        let expected = if reason == "accepted" { reason.to_owned() } else { near(name, reason, remedy) };
        assert_eq!(refusal(name), expected);
    }
    assert_eq!(refusal(""), "`` cannot be the name of a project: it is empty");
    assert_eq!(refusal("é"), "`é` cannot be the name of a project: a module starts with a letter from a to z");
    assert!(refusal(&"a".repeat(58)).contains("longer than 64 characters"));
    assert_eq!(refusal(&"a".repeat(57)), "accepted");
}

#[test]
fn no_class_hides_an_exception_of_python_or_of_the_project() {
    for (name, class) in [
        ("sea", "SeaError"),
        ("value", "ValuePackageError"),
        ("parse", "ParsePackageError"),
        ("io-fast", "IoFastError"),
    ] {
        let plan = Plan::new(&choices(name, Mode::Extension)).unwrap();
        let module = name.replace('-', "_");
        let errors = text(&plan, &format!("python/{module}/_errors.py"));
        assert!(errors.contains(&format!("class {class}(Exception)")), "{errors}");
    }
}

proptest! {
    #[test]
    fn no_name_makes_it_panic_and_a_remedy_would_do(name in any::<String>()) {
        let said = refusal(&name);
        if let Some(remedy) = said.rsplit_once("; `--name ").and_then(|(_, rest)| rest.strip_suffix("` would do")) {
            prop_assert_eq!(refusal(remedy), "accepted");
        }
    }

    #[test]
    fn an_accepted_name_is_an_identifier_of_python(name in "[a-z_0-9-]{1,12}") {
        if refusal(&name) == "accepted" {
            let module = name.replace('-', "_");
            prop_assert!(module.starts_with(|letter: char| letter.is_ascii_lowercase()));
        }
    }
}
