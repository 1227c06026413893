//! What a recorded run changes, and what it must not.

use boundcheck_model::Finding;

use crate::testing::report;

/// Findings of family D.
fn found(text: &str) -> Vec<Finding> {
    let mut found = report(text);
    found.retain(|finding| finding.rule.starts_with('D'));
    found
}

/// Rule, line, severity and confidence of each finding of family D.
fn levels(found: &[Finding]) -> Vec<(&str, u32, &str, &str)> {
    let level = |one: &Finding| (one.location.line, one.severity.as_str(), one.confidence.as_str());
    found.iter().map(|one| (one.rule.as_str(), level(one).0, level(one).1, level(one).2)).collect()
}

fn note(finding: &Finding) -> &str {
    finding.note.as_deref().unwrap_or_default()
}

/// `wait`, `nap` and `never` in the module `sample`, each with a wait; and a run.
fn naps(run: &str) -> String {
    let source = r"
use pyo3::prelude::*;
use std::{thread::sleep, time::Duration};
#[pyfunction]
fn wait() {
    sleep(Duration::from_millis(20));
}
#[pyfunction]
fn nap() {
    sleep(Duration::from_micros(20));
}
#[pyfunction]
fn never() {
    sleep(Duration::from_secs(1));
}
#[pymodule]
mod sample {
    #[pymodule_export]
    use super::{nap, never, wait};
}
";
    format!("{source}//- /run.trace\n{run}")
}

#[test]
fn a_long_hold_raises_its_only_cause_and_a_short_one_lowers_nothing() {
    let found = found(&naps(
        "sample.wait  function  calls=2 own=20ms blocked=35ms\nsample.nap  function  calls=9 own=0.08ms\n",
    ));
    assert_eq!(
        levels(&found),
        [("D002", 5, "error", "high"), ("D002", 9, "warning", "medium"), ("D002", 13, "warning", "medium")]
    );
    assert!(note(&found[0]).ends_with(
        "; measured: in 2 calls `sample.wait` held the interpreter for at most 20 ms without letting go, and other \
         threads waited 35 ms for it"
    ));
    assert!(
        note(&found[1])
            .ends_with("; measured: in 9 calls `sample.nap` held the interpreter for at most 80 µs without letting go")
    );
    assert!(note(&found[2]).ends_with("; run.trace has no call of `never`, so it says nothing about this"));
}

#[test]
fn a_library_that_was_not_loaded_is_told_so() {
    let found = found(&naps("other.wait  function  calls=2 own=20ms\n"));
    assert_eq!(levels(&found).len(), 3);
    for finding in &found {
        let text = "; `sample` was not loaded in the run of run.trace, or before it was recorded, so that says nothing";
        assert!(note(finding).contains(text), "{finding:#?}");
    }
}

#[test]
fn a_run_without_a_lock_says_nothing() {
    for python in ["CPython 3.13.0t", "CPython 3.14.0t"] {
        let run = format!(
            "python {python}\nsample.wait  function  calls=2 own=20ms\nsample.never  function  calls=1 own=9ms\n"
        );
        assert_eq!(found(&naps(&run)), found(&naps("")[..naps("").find("//- ").unwrap()]), "{python}");
    }
    let with_lock = found(&naps("python CPython 3.13.0\nsample.wait  function  calls=2 own=20ms\n"));
    assert_eq!(with_lock[0].severity.as_str(), "error");
}

#[test]
fn what_else_may_have_taken_the_time_leaves_the_severity() {
    let found = found(
        r"
use pyo3::prelude::*;
use std::{thread::sleep, time::Duration};
#[pyfunction]
fn twice() {
    sleep(Duration::from_millis(1));
    sleep(Duration::from_millis(2));
}
#[pyfunction]
fn deletes(path: &str) {
    sleep(Duration::from_millis(3));
    std::fs::remove_file(path).ok();
}
#[pyfunction]
fn converts(values: Vec<f64>) -> usize {
    sleep(Duration::from_millis(4));
    values.len()
}
#[pymodule]
mod sample {
    #[pymodule_export]
    use super::{converts, deletes, twice};
}
//- /run.trace
sample.twice  function  calls=1 own=30ms
sample.deletes  function  calls=1 own=40ms
sample.converts  function  calls=1 own=50ms
",
    );
    let waits: Vec<_> = levels(&found).into_iter().filter(|(_, _, severity, _)| *severity != "info").collect();
    let warning = |line| ("D002", line, "warning", "medium");
    assert_eq!(waits, [warning(5), warning(6), warning(10), warning(15)], "and no D003, since these tell the time");
    let text = "measured: in one call `sample.twice` held the interpreter for at most 30 ms without letting go; this call, \
                or what else the export does, took the time";
    assert!(note(&found[0]).ends_with(text), "{}", note(&found[0]));
}

#[test]
fn the_way_through_the_call_itself_is_no_other_cause() {
    let found = found(
        r"
use pyo3::prelude::*;
use rayon::prelude::*;
#[pyclass]
struct Table {
    values: Vec<f64>,
}
#[pymethods]
impl Table {
    fn total(&self) -> f64 {
        self.sum()
    }
    fn mean(&self) -> f64 {
        self.values.iter().count();
        self.sum()
    }
}
impl Table {
    fn sum(&self) -> f64 {
        self.values.par_iter().map(|value| value.sqrt()).sum()
    }
}
#[pymodule]
mod sample {
    #[pymodule_export]
    use super::Table;
}
//- /run.trace
sample.Table.total  method  calls=1 own=30ms
sample.Table.mean  method  calls=1 own=40ms
",
    );
    assert_eq!(levels(&found), [("D003", 12, "warning", "medium"), ("D001", 19, "error", "high")]);
    assert!(note(&found[1]).contains("measured: in one call `sample.Table.total`"), "{}", note(&found[1]));
}

/// `wait` with something above its wait, and a run in which it took long.
fn with_allowance(comment: &str) -> Vec<(String, u32)> {
    let text = naps("sample.wait  function  calls=2 own=20ms\n")
        .replace("    sleep(Duration::from_millis", &format!("    {comment}\n    sleep(Duration::from_millis"));
    let mut found = found(&text);
    found.retain(|finding| finding.location.line < 8);
    found.into_iter().map(|finding| (finding.rule, finding.location.line)).collect()
}

#[test]
fn what_is_allowed_hides_no_measured_time() {
    assert_eq!(with_allowance("// no word about it"), [("D002".to_owned(), 6)]);
    assert_eq!(with_allowance("// boundcheck: allow(D002) short in practice"), [("D003".to_owned(), 4)]);
}

#[test]
fn classes_of_one_name_are_told_apart_by_their_modules() {
    let source = |run: &str| {
        format!(
            r#"
use pyo3::prelude::*;
mod left {{
    #[pyo3::pyclass(name = "Series", module = "sample.left")]
    pub struct A;
    #[pyo3::pymethods]
    impl A {{
        fn total(&self) {{}}
    }}
}}
mod right {{
    #[pyo3::pyclass(name = "Series", module = "sample.right")]
    pub struct B;
    #[pyo3::pymethods]
    impl B {{
        fn total(&self) {{}}
    }}
}}
#[pymodule]
mod sample {{
    #[pymodule_export]
    use super::left::A;
    #[pymodule_export]
    use super::right::B;
    #[pyo3::pyclass(name = "Series")]
    pub struct C;
    #[pyo3::pymethods]
    impl C {{
        fn total(&self) {{}}
    }}
}}
//- /run.trace
{run}
"#
        )
    };
    for (export, line) in [("sample.left.Series", 7), ("sample.right.Series", 15), ("sample.Series", 28)] {
        let found = found(&source(&format!("{export}.total  method  calls=1 own=9ms")));
        assert_eq!(levels(&found), [("D003", line, "warning", "medium")], "{export}");
    }
    for row in ["sample.middle.Series.total  method", "sample.Series.total+  method"] {
        assert_eq!(found(&source(&format!("{row}  calls=1 own=9ms"))), [], "{row}: nobody knows which");
    }
}

#[test]
fn functions_of_one_name_are_told_apart_by_their_modules_or_not_named() {
    let source = |row: &str| {
        format!(
            "
use pyo3::prelude::*;
mod left {{
    #[pyo3::pyfunction]
    pub fn work() {{}}
}}
mod right {{
    #[pyo3::pyfunction]
    pub fn work() {{}}
}}
#[pymodule]
mod sample {{
    #[pymodule_export]
    use super::left::work;
    #[pymodule]
    mod inner {{
        #[pymodule_export]
        use super::super::right::work;
    }}
}}
//- /run.trace
{row}  function  calls=1 own=9ms
"
        )
    };
    for (row, lines) in [("sample.work", &[4][..]), ("sample.inner.work", &[8]), ("sample.elsewhere.work", &[])] {
        let found = found(&source(row));
        assert_eq!(found.iter().map(|finding| finding.location.line).collect::<Vec<_>>(), lines, "{row}");
    }
}

#[test]
fn a_shared_row_is_nobodys_and_leaves_open_who_was_called() {
    let found = found(
        r"
use pyo3::prelude::*;
use std::{thread::sleep, time::Duration};
#[pyclass]
struct A;
#[pymethods]
impl A {
    fn __len__(&self) -> usize {
        sleep(Duration::from_millis(1));
        1
    }
}
#[pyclass]
struct B;
#[pymethods]
impl B {
    fn __len__(&self) -> usize {
        sleep(Duration::from_millis(1));
        1
    }
    fn __bool__(&self) -> bool {
        sleep(Duration::from_millis(1));
        true
    }
}
#[pymodule]
mod sample {
    #[pymodule_export]
    use super::{A, B};
}
//- /run.trace
sample.A.__len__+  slot  calls=1 own=9ms
",
    );
    assert_eq!(found.len(), 3, "{found:#?}");
    assert!(found.iter().all(|finding| finding.severity.as_str() == "warning"));
    let says_nothing = found.iter().map(|finding| note(finding).contains("says nothing")).collect::<Vec<_>>();
    assert_eq!(says_nothing, [false, false, true], "only `__bool__` has no row for certain");
}

#[test]
fn of_two_methods_behind_a_slot_and_of_what_goes_away_no_function_is_named() {
    let found = found(
        r"
use pyo3::prelude::*;
#[pyclass]
struct Series(Vec<u64>);
#[pymethods]
impl Series {
    fn __lt__(&self, other: &Self) -> bool {
        self.0 < other.0
    }
    fn __eq__(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl Drop for Series {
    fn drop(&mut self) {}
}
#[pymodule]
mod sample {
    #[pymodule_export]
    use super::Series;
}
//- /run.trace
sample.Series.__richcmp__  slot  calls=1 own=9ms
sample.Series.__dealloc__  dealloc  calls=1 own=10ms
",
    );
    let said: Vec<_> = found.iter().map(|one| (one.location.line, one.message.as_str(), one.label.as_str())).collect();
    assert_eq!(
        said,
        [
            (
                3,
                "an object that goes away holds the interpreter for 10 ms at a stretch",
                "takes up to 10 ms to go away, with all its fields, without letting go",
            ),
            (
                6,
                "`sample.Series.__richcmp__` holds the interpreter for 9.0 ms at a stretch",
                "`__lt__` or `__eq__` works up to 9.0 ms without letting go",
            ),
        ]
    );
    assert!(found.iter().all(|finding| finding.symbol.as_deref() == Some("sample::Series")));
    assert_eq!(found[0].related.iter().map(|place| place.label.as_str()).collect::<Vec<_>>(), ["may be `drop`"]);
}

#[test]
fn of_two_libraries_with_one_file_name_only_the_known_one_counts() {
    let source = |pyproject: &str, rows: &str| {
        format!(
            "
use pyo3::prelude::*;
#[pyfunction]
fn work() {{}}
#[pymodule]
mod _core {{
    #[pymodule_export]
    use super::work;
}}
{pyproject}//- /run.trace
mine._core  module-exec  library=_core calls=1
other._core  module-exec  library=_core calls=1
{rows}"
        )
    };
    let known = "//- /pyproject.toml\n[tool.maturin]\nmodule-name = \"mine._core\"\n";
    let (mine, other) = (
        "mine._core.work  function  library=_core calls=1 own=9ms\n",
        "other._core.work  function  library=_core calls=1 own=9ms\n",
    );
    assert_eq!(found(&source(known, mine)).len(), 1);
    assert_eq!(found(&source(known, other)), []);
    assert_eq!(found(&source("", mine)), [], "any of the two can be this project");
}
