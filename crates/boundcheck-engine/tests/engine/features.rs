//! Which code is seen.

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
fn the_mode_follows_from_what_a_package_builds_and_calls() {
    let extension = project("#[pyo3::pymodule]\nmod sample {}\n");
    assert_eq!(extension.model.packages[0].mode, IntegrationMode::Extension);
    let host = "use pyo3::prelude::*;\nfn main() { Python::initialize(); Python::attach(|_| {}); }";
    let manifest = "[package]\nname = \"host\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\n\
        [dependencies]\npyo3 = \"0.28\"\n";
    let embedding = project(&format!("//- Cargo.toml\n{manifest}//- src/main.rs\n{host}\n"));
    assert_eq!(embedding.model.packages[0].mode, IntegrationMode::Embedding);
}
