//! `boundcheck wheel`.

use snapbox::{file, str};

use crate::project::{Project, stdout};
use crate::zip::{Entry, archive};

const NAME: &str = "dist/demo-1.0-py3-none-any.whl";

/// A wheel that is what its name says.
fn good() -> Vec<Entry> {
    vec![
        Entry::deflated("demo/__init__.py", b"print(1)\n"),
        Entry::deflated("demo-1.0.dist-info/METADATA", b"Metadata-Version: 2.4\nName: demo\nVersion: 1.0\n"),
        Entry::deflated("demo-1.0.dist-info/WHEEL", b"Wheel-Version: 1.0\nTag: py3-none-any\n"),
        Entry::deflated(
            "demo-1.0.dist-info/RECORD",
            b"demo/__init__.py,sha256=zEIVUIj8pXMHWNtysqW8ozESqUHfqi1DCY7EIs5OohM,9\n\
            demo-1.0.dist-info/METADATA,,\ndemo-1.0.dist-info/WHEEL,,\ndemo-1.0.dist-info/RECORD,,\n",
        ),
    ]
}

#[test]
fn the_help() {
    Project::empty().command("wheel --help").assert().success().stdout_eq(file!["help/wheel.txt"]);
}

#[test]
fn a_good_wheel_is_found_in_dist() {
    let project = Project::empty().file(NAME, archive(&good()));
    project.command("wheel").assert().success().stderr_eq("").stdout_eq(str![[r#"
no findings
examined 1 wheel · 4 files · 0 shared objects · [SECONDS] s

"#]]);
}

#[test]
fn what_is_wrong_is_shown_where_it_stands() {
    let mut entries = good();
    entries[0] = Entry::deflated("demo/__init__.py", b"print(2)\n");
    entries[1] = Entry::deflated("demo-1.0.dist-info/METADATA", b"Metadata-Version: 2.4\nName: demo\nVersion: 1.1\n");
    entries.push(Entry::stored("../evil.py", b""));
    let project = Project::empty().file(NAME, archive(&entries));
    project.command("wheel").assert().code(1).stderr_eq("").stdout_eq(str![[r#"
error[P020]: `../evil.py` is not listed in `RECORD`
--> dist/demo-1.0-py3-none-any.whl/../evil.py:1:1
 = note: stays behind when the package is removed
 = note: nobody can tell whether it was meant to be there
 = help: let `wheel pack` write the list anew
 = note: confidence high · boundcheck rule P020

error[P021]: `../evil.py`: the path leads out of the folder
--> dist/demo-1.0-py3-none-any.whl/../evil.py:1:1
 = note: no installer should unpack this
 = note: an installer that trusts it writes outside of the environment
 = help: build the wheel again with a build tool; if it came from elsewhere, do not install it
 = note: confidence high · boundcheck rule P021

error[P019]: the file name says 1.0, `METADATA` says 1.1
 --> dist/demo-1.0-py3-none-any.whl/demo-1.0.dist-info/METADATA:3:1
  |
3 | Version: 1.1
  | ^^^^^^^^^^^^ another version
  |
  = note: pip refuses to install a wheel whose two names differ
  = help: build it again; do not rename wheels
  = note: confidence high · boundcheck rule P019

error[P020]: `demo/__init__.py` is not the file that was recorded
 --> dist/demo-1.0-py3-none-any.whl/demo-1.0.dist-info/RECORD:1:1
  |
1 | demo/__init__.py,sha256=zEIVUIj8pXMHWNtysqW8ozESqUHfqi1DCY7EIs5OohM,9
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ its hash or size differs
  |
  = note: the file was changed after the wheel was built; installers refuse it
  = help: sign, strip and repair before packing, or let `wheel pack` write the list anew
  = note: confidence high · boundcheck rule P020

4 findings: 4 errors
examined 1 wheel · 5 files · 0 shared objects · [SECONDS] s

"#]]);
}

#[test]
fn rules_are_chosen_as_for_projects() {
    let mut entries = good();
    entries.push(Entry::stored("demo/.env", b""));
    let project = Project::empty().file(NAME, archive(&entries)).file("boundcheck.toml", "ignore = [\"P020\"]\n");
    let run = project.command("wheel --format concise").assert().code(1);
    assert!(stdout(&run).contains("P013[error]") && !stdout(&run).contains("P020"), "{}", stdout(&run));
    project.command("wheel --select P020 --ignore P013").assert().code(1);
    project.command("wheel --ignore p").assert().success();
    project.command("wheel --select P099").assert().code(2).stderr_eq(str![[r#"
error: no rule is called `P099`
help: did you mean `P019`? `boundcheck rule --list` shows all

"#]]);
}

#[test]
fn a_wheel_that_cannot_be_read_is_never_clean() {
    let project = Project::empty().file(NAME, archive(&good())).file("dist/cut-1.0-py3-none-any.whl", b"PK\x03\x04");
    project.command("wheel dist").assert().code(3).stderr_eq("").stdout_eq(str![[r#"
warning[unreadable]: not a complete zip archive: it has no directory at its end
--> dist/cut-1.0-py3-none-any.whl

error: NOT EVERYTHING WAS EXAMINED. This is not a clean result.
  = why: dist/cut-1.0-py3-none-any.whl: not a complete zip archive: it has no directory at its end

read 1 wheel · 4 files · 0 shared objects · [SECONDS] s

"#]]);
}

#[test]
fn a_folder_without_wheels() {
    Project::empty().command("wheel").assert().code(3).stderr_eq("").stdout_eq(str![[r#"
warning[unreadable]: no wheel here, in dist or in target/wheels; build one with `maturin build`
--> .

error: NOTHING WAS EXAMINED. This is not a clean result.
  = why: .: no wheel here, in dist or in target/wheels; build one with `maturin build`

read 0 wheels · 0 files · 0 shared objects · [SECONDS] s

"#]]);
}

/// A project that has built a wheel for one version of Python.
#[cfg(target_os = "linux")]
fn with_native_wheel() -> Project {
    let project = Project::empty().file("native.rs", NATIVE);
    let rustc = std::env::var_os("RUSTC").unwrap_or("rustc".into());
    let made = std::process::Command::new(rustc)
        .args(["--edition=2024", "--crate-type=cdylib", "-Cpanic=abort", "native.rs", "-o", "native.so"])
        .current_dir(project.path("."))
        .status();
    assert!(made.unwrap().success());
    let object = std::fs::read(project.path("native.so")).unwrap();
    let wheel = archive(&[Entry::deflated("demo/_native.cpython-312-x86_64-linux-gnu.so", &object)]);
    project.file("dist/demo-1.0-cp312-cp312-linux_x86_64.whl", wheel)
}

#[cfg(target_os = "linux")]
#[test]
fn what_an_object_weighs_is_told_to_those_who_ask() {
    let project = with_native_wheel();
    let run = project.command("wheel --select P018 --verbose").assert().success();
    let said = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
    let line = said.lines().find(|line| line.contains("_native.cpython-312")).unwrap();
    for word in [" kB: code ", ", data ", ", symbols ", ", other "] {
        assert!(line.contains(word), "{line}");
    }
    let run = project.command("wheel --select P018 --format json").assert().success();
    let report: serde_json::Value = serde_json::from_str(&stdout(&run)).unwrap();
    let weight = &report["summary"]["wheels"]["object_sizes"][0];
    let path = "dist/demo-1.0-cp312-cp312-linux_x86_64.whl/demo/_native.cpython-312-x86_64-linux-gnu.so";
    assert_eq!(weight["path"], path);
    let parts = ["code", "data", "debug", "symbols", "other"].map(|part| weight[part].as_u64().unwrap());
    assert_eq!(parts.iter().sum::<u64>(), weight["total"].as_u64().unwrap());
}

#[cfg(target_os = "linux")]
#[test]
fn a_wheel_for_one_version_is_told_what_stands_in_the_way() {
    let project = with_native_wheel();
    project.command("wheel --could-be-abi3").assert().success().stderr_eq("").stdout_eq(str![[r#"
demo-1.0-cp312-cp312-linux_x86_64.whl: could not: 1 symbol stands in the way
  demo/_native.cpython-312-x86_64-linux-gnu.so: `PyObject_Vectorcall` came with Python 3.12
    not in the stable ABI: `_PyObject_GetDictPtr`

"#]]);
}

/// Asks Python for three symbols.
const NATIVE: &str = r#"
unsafe extern "C" {
    fn PyList_New(size: isize) -> *mut u8;
    fn PyObject_Vectorcall(callable: *mut u8) -> *mut u8;
    fn _PyObject_GetDictPtr(object: *mut u8) -> *mut u8;
}
#[unsafe(no_mangle)]
pub extern "C" fn PyInit__native() -> *mut u8 {
    unsafe { _PyObject_GetDictPtr(PyObject_Vectorcall(PyList_New(0))) }
}
"#;

#[test]
fn two_builds_that_should_be_the_same_are_compared() {
    let mut entries = good();
    let project = Project::empty().file("a/demo.whl", archive(&entries)).file("same/demo.whl", archive(&entries));
    project.command("wheel --compare a/demo.whl same/demo.whl").assert().success().stderr_eq("").stdout_eq(str![[r#"
a/demo.whl and same/demo.whl hold the same, in the same way

"#]]);
    entries[0] = Entry { date: 0x22, ..Entry::deflated("demo/__init__.py", b"print(2)\n") };
    entries[1].attributes = 0o100_600 << 16;
    entries.swap(1, 2);
    entries.push(Entry::stored("demo/new.py", b""));
    let project = project.file("b/demo.whl", archive(&entries));
    project.command("wheel --compare a/demo.whl b/demo.whl").assert().code(1).stderr_eq("").stdout_eq(str![[r#"
a/demo.whl and b/demo.whl differ in 5 places
  demo/__init__.py: another time: 1980-01-01 00:00:00 UTC and 1980-01-02 00:00:00 UTC
  demo/__init__.py: other content: line 1: `print(1)` and `print(2)`
  demo-1.0.dist-info/METADATA: other permissions: 644 and 600
  demo/new.py: not in both: only in the second wheel
  the archive: another order: the members are packed in another order
help (not in both): find out what writes the file: a build step that depends on what was there before
help (another order): build both with the same version of the build tool
help (another time): set `SOURCE_DATE_EPOCH` for the build, which maturin honours
help (other permissions): build with the same umask, and commit files with their permissions
help (other content): find out what writes the file: times, random names and the order of folders are usual

"#]]);
    project.command("wheel --compare a/demo.whl").assert().code(2).stdout_eq("").stderr_eq(str![[r#"
error: --compare wants two wheels
help: boundcheck wheel --compare first/demo.whl second/demo.whl

"#]]);
    project.command("wheel --compare a/demo.whl none.whl").assert().code(3).stdout_eq("").stderr_eq(str![[r#"
error: none.whl: no such file

"#]]);
}

/// Output for programs, which has to fit the schema of that name.
fn fitting(schema: &str, text: &str) -> serde_json::Value {
    let path = format!("{}/../../schemas/{schema}.schema.json", env!("CARGO_MANIFEST_DIR"));
    let schema: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let value = serde_json::from_str(text).unwrap();
    jsonschema::validator_for(&schema).unwrap().validate(&value).expect("it fits its schema");
    value
}

#[test]
fn a_comparison_for_programs() {
    let mut entries = good();
    let project = Project::empty().file("a.whl", archive(&entries));
    entries[0] = Entry::deflated("demo/__init__.py", b"print(2)\n");
    entries.swap(1, 2);
    let project = project.file("b.whl", archive(&entries));
    let run = project.command("wheel --compare a.whl b.whl --format json").assert().code(1).stderr_eq("");
    let said = fitting("comparison", &stdout(&run));
    assert_eq!((&said["same"], &said["first"], &said["second"]), (&false.into(), &"a.whl".into(), &"b.whl".into()));
    let causes: Vec<_> = said["differences"].as_array().unwrap().iter().map(|one| &one["cause"]).collect();
    assert_eq!(causes, ["content", "order"]);
    assert_eq!(said["differences"][1]["member"], serde_json::Value::Null);

    project.command("wheel --compare a.whl b.whl --format json --exit-zero").assert().success();
    let run = project.command("wheel --compare a.whl a.whl --format json").assert().success();
    assert_eq!(fitting("comparison", &stdout(&run))["same"], true);
    project.command("wheel --compare a.whl a.whl --output same.txt").assert().success().stdout_eq("").stderr_eq(str![
        [r#"
note: the report is in same.txt
a.whl and a.whl hold the same, in the same way

"#]
    ]);
    assert!(std::fs::read_to_string(project.path("same.txt")).unwrap().contains("hold the same"));
}

#[cfg(target_os = "linux")]
#[test]
fn the_way_to_the_stable_abi_for_programs() {
    let project = with_native_wheel().file(NAME, archive(&good())).file("dist/cut-1.0-py3-none-any.whl", b"PK");
    let run = project.command("wheel --could-be-abi3 --format json").assert().code(3);
    let said = fitting("stable-abi", &stdout(&run));
    let of = |at: usize| (said["wheels"][at]["verdict"].as_str().unwrap(), said["wheels"][at]["floor"].as_str());
    assert_eq!((of(0), of(1)), (("impossible", Some("3.12")), ("unneeded", None)));
    let object = &said["wheels"][0]["objects"][0];
    assert_eq!(object["outside"], serde_json::json!(["_PyObject_GetDictPtr"]));
    assert_eq!(object["floor_symbol"], "PyObject_Vectorcall");
    assert_eq!(said["problems"][0]["path"], "dist/cut-1.0-py3-none-any.whl");
}

#[test]
fn formats_for_findings_are_not_for_comparisons() {
    let project = Project::empty().file(NAME, archive(&good()));
    for arguments in ["--could-be-abi3 --format sarif", "--compare a.whl b.whl --format github"] {
        project.command(&format!("wheel {arguments}")).assert().code(2).stdout_eq("").stderr_eq(str![[r#"
error: --could-be-abi3, --compare and --reproducible have no findings for that format
help: use --format text or --format json; the others are for the audit

"#]]);
    }
}

#[test]
fn programs_get_what_was_examined() {
    let project = Project::empty().file(NAME, archive(&good()));
    let run = project.command("wheel --format json").assert().success();
    let report: serde_json::Value = serde_json::from_str(&stdout(&run)).unwrap();
    assert_eq!(report["summary"]["wheels"], serde_json::json!({"wheels": 1, "objects": 0, "object_sizes": []}));
    assert_eq!(report["findings"], serde_json::json!([]));
}
