//! Two wheels that should be the same.

use boundcheck_model::{Cause, Difference};
use camino::Utf8Path;

use crate::zip::{Entry, archive};

const SBOM: &str = "demo-1.0.dist-info/sboms/demo.cyclonedx.json";

/// What differs between two wheels that hold one member each.
fn differences(name: &str, a: &str, b: &str) -> Vec<Difference> {
    let folder = tempfile::tempdir().unwrap();
    let folder = Utf8Path::from_path(folder.path()).unwrap();
    let paths = [("a.whl", a), ("b.whl", b)].map(|(file, content)| {
        let path = folder.join(file);
        std::fs::write(&path, archive(&[Entry::deflated(name, content.as_bytes())])).unwrap();
        path
    });
    boundcheck_wheel::compare(&paths[0], &paths[1]).unwrap()
}

fn sbom(serial: &str, time: &str, path: &str, version: &str) -> String {
    format!(
        r#"{{"serialNumber": "urn:uuid:{serial}", "metadata": {{"timestamp": "{time}", "component":
        {{"bom-ref": "path+file://{path}#demo@{version}", "version": "{version}"}}}}}}"#
    )
}

#[test]
fn a_bill_of_materials_has_causes_of_its_own() {
    let one = sbom("b971", "2026-11-28T09:27:02Z", "/home/a", "1.0");
    let causes = |other: &str| differences(SBOM, &one, other).iter().map(|one| one.cause).collect::<Vec<_>>();
    assert_eq!(causes(&sbom("4411", "2026-11-28T09:28:14Z", "/home/a", "1.0")), [Cause::SbomIdentity]);
    assert_eq!(causes(&sbom("b971", "2026-11-28T09:27:02Z", "/home/b", "1.0")), [Cause::SbomPaths]);
    assert_eq!(
        causes(&sbom("4411", "2026-11-28T09:28:14Z", "/home/b", "1.1")),
        [Cause::SbomPaths, Cause::Content, Cause::SbomIdentity]
    );
    assert_eq!(causes("{}")[..1], [Cause::Content]);
    // With `SOURCE_DATE_EPOCH` maturin writes no serial number.
    let without = one.replace(r#""serialNumber": "urn:uuid:b971", "#, "");
    let found = differences(SBOM, &one, &without);
    assert_eq!(found[0].cause, Cause::SbomIdentity);
    assert_eq!(found[0].detail, r#"`/serialNumber`: "urn:uuid:b971" and nothing"#);
}

#[test]
fn what_cannot_be_read_as_one_is_a_text() {
    for (name, a, b) in [(SBOM, "no JSON", "none"), ("demo/data.json", r#"{"serialNumber": 1}"#, "{}")] {
        let found = differences(name, a, b);
        assert_eq!(found.iter().map(|one| one.cause).collect::<Vec<_>>(), [Cause::Content]);
        assert!(found[0].detail.starts_with("line 1: "), "{found:?}");
    }
}
