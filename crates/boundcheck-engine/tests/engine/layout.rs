//! Where the crates and files of a project lie.

use boundcheck_model::ProblemKind;

use crate::project;

const EXPORT: &str = "#[pyo3::pyfunction]\nfn export() {}\n";

fn manifest(name: &str, rest: &str) -> String {
    format!("[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\n{rest}\n")
}

fn binding(rest: &str) -> String {
    manifest("sample", &format!("[lib]\ncrate-type = [\"cdylib\"]\n{rest}\n[dependencies]\npyo3 = \"0.28\""))
}

#[test]
fn members_of_a_workspace_may_be_patterns() {
    let workspace = "[workspace]\nmembers = [\"*/bind?ngs-*\", \"none/*\"]\n";
    let binding = binding("");
    let analysis = project(&format!(
        "//- Cargo.toml\n{workspace}//- src/lib.rs\n//- a/bindings-py/Cargo.toml\n{binding}\
         //- a/bindings-py/src/lib.rs\n{EXPORT}//- b/bindings-c/Cargo.toml\n{binding}//- b/bindings-c/src/lib.rs\n{EXPORT}"
    ));
    assert_eq!(analysis.summary.exports, 2);
    let [problem] = &analysis.problems[..] else { panic!("{:?}", analysis.problems) };
    assert_eq!(problem.kind, ProblemKind::Manifest);
    assert!(problem.message.contains("`none/*`"), "{}", problem.message);
}

#[test]
fn a_module_may_be_called_as_what_cargo_builds_into_or_leaves_out() {
    let analysis = project(&format!(
        "mod target;\nmod tests;\n//- src/target/mod.rs\nmod deeper;\n//- src/target/deeper.rs\n{EXPORT}\
         //- src/tests/mod.rs\n{EXPORT}//- target/debug/build/out/lib.rs\nsyntax error\n"
    ));
    assert_eq!(analysis.summary.exports, 2);
    assert_eq!(analysis.problems, []);
}

#[test]
fn the_sources_may_lie_outside_the_package() {
    let manifest = binding("path = \"../source/lib.rs\"\n");
    let workspace = "[workspace]\nmembers = [\"package\"]\n";
    let analysis = project(&format!(
        "//- Cargo.toml\n{workspace}//- src/lib.rs\n//- package/Cargo.toml\n{manifest}\
         //- source/lib.rs\nmod inner;\n//- source/inner.rs\n{EXPORT}"
    ));
    assert_eq!(analysis.summary.exports, 1);
    assert_eq!(analysis.problems, []);
}

#[test]
fn a_root_file_that_is_not_there_is_named() {
    let analysis = project(&format!("//- Cargo.toml\n{}", binding("path = \"lib/sample.rs\"\n")));
    assert!(!analysis.summary.examined);
    let [problem] = &analysis.problems[..] else { panic!("{:?}", analysis.problems) };
    assert_eq!(problem.path.as_ref().map(|path| path.as_str()), Some("lib/sample.rs"));
}

#[test]
fn a_path_dependency_in_a_workspace_of_its_own_has_signatures_too() {
    let binding = manifest(
        "binding",
        "[workspace]\n\n[lib]\ncrate-type = [\"cdylib\"]\n\n[dependencies]\npyo3 = \"0.28\"\nengine = { path = \"../engine\" }",
    );
    let engine = manifest("engine", "[workspace]\n\n[dependencies]\nparking_lot = \"0.12\"");
    let analysis = project(&format!(
        "//- Cargo.toml\n[workspace]\nexclude = [\"binding\", \"engine\"]\n//- src/lib.rs\n\
         //- binding/Cargo.toml\n{binding}//- binding/src/lib.rs\n#[pyo3::pyfunction]\nfn export() {{ engine::work() }}\n\
         //- engine/Cargo.toml\n{engine}//- engine/src/lib.rs\npub fn work() {{ let _ = parking_lot::Mutex::new(1).lock(); }}\n"
    ));
    let work = analysis.model.functions.iter().find(|function| function.name() == "work").unwrap();
    let paths: Vec<_> = work.calls.iter().map(|call| call.path.as_str()).collect();
    assert_eq!(paths, ["lock_api::mutex::Mutex::new", "lock_api::mutex::Mutex::lock"]);
}

#[test]
fn brackets_in_strings_are_no_nesting() {
    let text = "(".repeat(10_000);
    let analysis = project(&format!("{EXPORT}const TEXT: &str = \"{text}\";\n"));
    assert_eq!(analysis.problems, []);
    let analysis = project(&format!("{EXPORT}fn deep() {{ {text}1{} }}\n", ")".repeat(10_000)));
    assert_eq!(analysis.problems.len(), 1);
}
