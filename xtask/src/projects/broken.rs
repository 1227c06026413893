//! New projects that are broken on purpose: whatever keeps a rule has a test that fails without it.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail, ensure};
use fs_err as fs;

use super::{Project, target};
use crate::process::measure;

/// Something that keeps a rule, and what is left when it is taken away.
struct Break {
    what: &'static str,
    file: &'static str,
    from: &'static str,
    to: &'static str,
    /// The test that must fail then.
    test: &'static str,
}

const BREAKS: &[Break] = &[
    Break {
        what: "long work without `detach`",
        file: "interval.rs",
        from: "py.detach(|| bootstrap.run(step));",
        to: "bootstrap.run(step);",
        test: "test_threads.py::test_this_thread_goes_on_while_another_is_in_rust",
    },
    Break {
        what: "long work without `check_signals`",
        file: "interval.rs",
        from: "        py.check_signals()?;\n",
        to: "",
        test: "test_interval.py::test_ctrl_c_stops_long_work",
    },
    Break {
        what: "a class that keeps a callback, without `__traverse__`",
        file: "monitor.rs",
        from: "Ok(function) => visit.call(&*function),",
        to: "Ok(_) => { let _ = visit; Ok(()) }",
        test: "test_monitor.py::test_a_cycle_through_a_monitor_is_collected",
    },
    Break {
        what: "an exception without its cause",
        file: "errors.rs",
        from: "exception.set_cause(",
        to: "let _ = (",
        test: "test_errors.py::test_a_line_that_is_no_number_is_told_with_its_cause",
    },
    Break {
        what: "an array read without a look at its alignment",
        file: "summary.rs",
        from: "if !values.is_aligned() {",
        to: "if false {",
        test: "test_arrays.py::test_a_field_of_packed_records_is_refused",
    },
    Break {
        what: "a result copied into an array",
        file: "series.rs",
        from: "Ok(means.into_pyarray(py))",
        to: "Ok(PyArray1::from_slice(py, &means))",
        test: "test_arrays.py::test_numpy_takes_over_the_memory_of_a_result",
    },
    Break {
        what: "an iterator that threads do not share",
        file: "windows.rs",
        from: "self.lock(py).next()",
        to: "{ let mut windows = self.lock(py).clone(); windows.next() }",
        test: "test_series.py::test_windows_are_an_iterator",
    },
];

/// Breaks a project in each of these ways, and describes what its tests said.
pub(super) fn section(boundcheck: &Path) -> Result<String> {
    let project = Project::new(boundcheck, "broken", &["--mode", "extension"], Some(target("broken")))?;
    project.test()?;
    let sources = project.folder.join("crates").join("demo-python").join("src");
    let mut text = String::from(
        "\n## Tests that fail without what they test\n\nThe extension module, broken on purpose, built, and the named test \
         run:\n\n| broken | test that fails |\n|---|---|\n",
    );
    for Break { what, file, from, to, test } in BREAKS {
        println!("=== {what}");
        let path = sources.join(file);
        let whole = fs::read_to_string(&path)?;
        ensure!(whole.contains(from), "{file} has no `{from}` any more");
        fs::write(&path, whole.replacen(from, to, 1))?;
        let pip = project.program("pip");
        super::succeed(project.apply(Command::new(pip).args(["install", "--quiet", "--editable", "."])))?;
        let mut pytest = Command::new(project.program("pytest"));
        let ran = measure(project.apply(pytest.arg(format!("tests/{test}"))))?;
        fs::write(&path, whole)?;
        match ran.code {
            Some(1) => {}
            Some(0) => bail!("{test} passes with {what}"),
            _ => bail!("{test} did not run: {}", ran.complaint()),
        }
        let _ = writeln!(text, "| {what} | `{test}` |");
    }
    Ok(text)
}
