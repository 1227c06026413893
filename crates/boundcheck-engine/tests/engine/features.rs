//! Which code is seen.

use std::fmt::Write as _;

use boundcheck_model::IntegrationMode;

use crate::project;

const OPTIONAL: &str = "[package]\nname = \"sample\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\n\
    [lib]\ncrate-type = [\"cdylib\"]\n\n[features]\npython = [\"dep:pyo3\"]\n\n\
    [dependencies]\npyo3 = { version = \"0.28\", optional = true }\n";
const SOURCE: &str = "#[cfg(feature = \"python\")]\n#[pyo3::pyfunction]\nfn export() {}\n";

#[test]
fn a_binding_behind_a_feature_that_is_off_is_not_examined() {
    let analysis = project(&format!("{SOURCE}//- Cargo.toml\n{OPTIONAL}"));
    assert!(!analysis.summary.examined);
    assert!(analysis.summary.reason.unwrap().contains("--features python"));
}

#[test]
fn maturin_says_which_features_are_on() {
    let pyproject = "[build-system]\nrequires = [\"maturin\"]\nbuild-backend = \"maturin\"\n\n\
        [tool.maturin]\nfeatures = [\"python\"]\n";
    let analysis = project(&format!("{SOURCE}//- Cargo.toml\n{OPTIONAL}//- pyproject.toml\n{pyproject}"));
    assert_eq!(analysis.summary.exports, 1);
}

#[test]
fn setup_py_says_which_features_are_on() {
    let setup = "from setuptools_rust import RustExtension\n\
        setup(rust_extensions=[RustExtension(\"sample._sample\", features=[\"python\"])])\n";
    let pyproject = "[build-system]\nrequires = [\"setuptools\", \"setuptools-rust\"]\n";
    let text = format!("{SOURCE}//- Cargo.toml\n{OPTIONAL}//- setup.py\n{setup}//- pyproject.toml\n{pyproject}");
    let analysis = project(&text);
    assert_eq!(analysis.summary.exports, 1);
    let pyproject = analysis.model.packages[0].pyproject.as_ref().unwrap();
    assert_eq!(pyproject.module_name.as_ref().unwrap().value, "sample._sample");
}

#[test]
fn setup_py_may_build_a_crate_in_a_folder_and_only_that_one() {
    let setup = "setup(rust_extensions=[\n    RustExtension('sample.a', path='a/Cargo.toml', features=['python']),\n    \
        RustExtension('sample.b', 'b/Cargo.toml'),\n])\n";
    let pyproject = "[build-system]\nrequires = [\"setuptools\", \"setuptools-rust\"]\n";
    let workspace = "[workspace]\nmembers = [\"a\", \"b\", \"c\"]\n";
    let mut text =
        format!("//- Cargo.toml\n{workspace}//- src/lib.rs\n//- setup.py\n{setup}//- pyproject.toml\n{pyproject}");
    for name in ["a", "b", "c"] {
        writeln!(text, "//- {name}/Cargo.toml\n{OPTIONAL}//- {name}/src/lib.rs\n{SOURCE}").unwrap();
    }
    let analysis = project(&text);
    let built = analysis.model.packages.iter().map(|package| {
        let module = package.pyproject.as_ref().and_then(|file| file.module_name.as_ref());
        (package.root.as_str(), module.map(|name| name.value.as_str()), package.features.join(","))
    });
    let built: Vec<_> = built.collect();
    assert_eq!(
        built,
        [
            ("a", Some("sample.a"), "python".to_owned()),
            ("b", Some("sample.b"), String::new()),
            ("c", None, String::new()),
        ]
    );
}

#[test]
fn a_feature_of_an_optional_dependency_switches_the_feature_of_its_name_on() {
    let manifest = "[package]\nname = \"sample\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\n\
        [lib]\ncrate-type = [\"cdylib\"]\n\n[features]\nmodule = [\"pyo3/extension-module\"]\ndefault = [\"module\"]\n\n\
        [dependencies]\npyo3 = { version = \"0.28\", optional = true }\n";
    let source = SOURCE.replace("feature = \"python\"", "feature = \"pyo3\"");
    assert_eq!(project(&format!("{source}//- Cargo.toml\n{manifest}")).summary.exports, 1);
    // A feature that names it with `dep:` takes the place of that feature.
    let named = manifest.replace("[features]\n", "[features]\npython = [\"dep:pyo3\"]\n");
    assert_eq!(project(&format!("{source}//- Cargo.toml\n{named}")).summary.exports, 0);
}

#[test]
fn the_public_functions_of_a_library_that_are_given_python_are_examined() {
    let library = "use pyo3::prelude::*;\n\
        pub fn nap(_: Python<'_>) { std::thread::sleep(std::time::Duration::from_secs(1)); }\n\
        fn private(_: Python<'_>) {}\n\
        pub fn pure() {}\n";
    let analysis = project(library);
    assert!(analysis.summary.examined);
    let given: Vec<_> = analysis.model.given_python.iter().map(|&id| analysis.model.function(id).name()).collect();
    assert_eq!(given, ["nap"]);
    // Of a module, only what it exports can be called.
    let module = format!("{library}#[pyfunction]\nfn export() {{}}\n");
    assert_eq!(project(&module).model.given_python, []);
}

#[test]
fn the_mode_follows_from_what_a_package_builds_and_calls() {
    let extension = project("#[pyo3::pymodule]\nmod sample {}\n");
    assert_eq!(extension.model.packages[0].mode, IntegrationMode::Extension);
    let host = "use pyo3::prelude::*;\nfn main() { Python::initialize(); Python::attach(|_| {}); }";
    let manifest = "[package]\nname = \"host\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\n\
        [dependencies]\npyo3 = \"0.28\"\n";
    let embedding = project(&format!("//- Cargo.toml\n{manifest}//- src/main.rs\n{host}\n"));
    assert_eq!(embedding.model.packages[0].mode, IntegrationMode::Embedding);
}
