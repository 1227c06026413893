//! The program as its users run it: each test is a process of its own, because Python starts once in each.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

/// A folder with measurements and plugins, for one test.
struct Case {
    folder: PathBuf,
}

impl Case {
    fn new(test: &str, plugins: &[(&str, &str)]) -> Self {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("plugins")).expect("a folder for the test");
        fs::write(folder.join("measurements.txt"), "1\n2\n3\n").expect("measurements");
        for (name, code) in plugins {
            fs::write(folder.join("plugins").join(name), code).expect("a plugin");
        }
        Self { folder }
    }

    fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_{{ name }}"));
        command
            .current_dir(&self.folder)
            .env_remove("VIRTUAL_ENV")
            .args(["measurements.txt", "--rounds", "100", "--plugins", "plugins"]);
        command
    }

    fn run(&self) -> Output {
        self.command().output().expect("the program starts")
    }
}

fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).replace("\r\n", "\n")
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).replace("\r\n", "\n")
}

#[test]
fn plugins_change_the_measurements_in_the_order_of_their_names() {
    let case = Case::new(
        "order",
        &[
            (
                "b_square.py",
                "def transform(series):\n    return [value ** 2 for value in series.to_list()]\n",
            ),
            (
                "a_shift.py",
                "def transform(series):\n    return [value + 1 for value in series.to_list()]\n",
            ),
        ],
    );
    let output = case.run();
    // (2² + 3² + 4²) / 3
    assert!(stdout(&output).starts_with("3 values, mean 9.667"), "{output:?}");
}

#[test]
fn plugins_know_the_module_of_the_host() {
    let code = "from {{ module }}_host import Series\n\
                def transform(series):\n    \
                    assert isinstance(series, Series) and len(series) == 3\n    \
                    return [series.mean()]\n";
    let output = Case::new("module", &[("check.py", code)]).run();
    assert!(stdout(&output).starts_with("1 values, mean 2.000"), "{output:?}");
}

#[test]
fn an_exception_becomes_an_error_with_its_stack() {
    let code = "def transform(series):\n    \
                    try:\n        \
                        return [1 / 0]\n    \
                    except ZeroDivisionError as cause:\n        \
                        raise RuntimeError('cannot') from cause\n";
    let output = Case::new("raises", &[("broken.py", code)]).run();
    assert!(!output.status.success());
    let message = stderr(&output);
    assert!(message.starts_with("error: plugin broken raised RuntimeError: cannot\n"), "{message}");
    assert!(message.contains("line 3, in transform"), "{message}");
    assert!(message.contains("ZeroDivisionError: division by zero"), "{message}");
}

#[test]
fn what_is_no_plugin_is_told() {
    for (name, code, message) in [
        ("empty.py", "", "error: plugin empty has no function `transform(series)`\n"),
        ("word.py", "def transform(series):\n    return 'word'\n", "error: plugin word returned no measurements: "),
        ("late.py", "class Late:\n    def __float__(self):\n        raise LookupError('deep')\ndef transform(series):\n    return [Late()]\n", "error: plugin late raised LookupError: deep\n"),
        ("none.py", "def transform(series):\n    return []\n", "error: plugin none returned no measurements: there are no values\n"),
        ("syntax.py", "def transform(\n", "error: plugin syntax raised SyntaxError: "),
    ] {
        let output = Case::new(name, &[(name, code)]).run();
        assert!(!output.status.success());
        assert!(stderr(&output).starts_with(message), "{name}: {output:?}");
    }
}

#[test]
fn what_begins_with_an_underscore_is_no_plugin_and_a_series_may_come_back() {
    let plugins = [("_shared.py", "raise SystemExit"), ("same.py", "def transform(series):\n    return series\n")];
    let output = Case::new("underscore", &plugins).run();
    assert!(stdout(&output).starts_with("3 values, mean 2.000"), "{output:?}");
}

#[test]
fn python_shuts_down_cleanly() {
    let code = "import atexit, sys, threading\n\
                def transform(series):\n    \
                    atexit.register(print, 'bye')\n    \
                    threading.Thread(target=print, args=('from a thread',)).start()\n    \
                    sys.stdout.write('no newline, ')\n    \
                    return series.to_list()\n";
    let output = Case::new("shutdown", &[("last.py", code)]).run();
    assert!(output.status.success(), "{output:?}");
    let written = stdout(&output);
    for part in ["no newline, ", "from a thread", "bye"] {
        assert!(written.contains(part), "{written}");
    }
}

#[test]
fn packages_of_a_virtual_environment_take_the_place_of_others() {
    let code = "import sys, only_in_the_environment\n\
                def transform(series):\n    \
                    assert sys.prefix == 'venv' and 'venv' in sys.executable\n    \
                    packages = [path for path in sys.path if path.endswith('-packages')]\n    \
                    assert len(packages) == 1 and 'venv' in packages[0], packages\n    \
                    return [only_in_the_environment.VALUE]\n";
    let case = Case::new("venv", &[("imports.py", code)]);
    let in_environment = || case.command().args(["--venv", "venv"]).output().expect("the program starts");
    let output = case.run();
    assert!(stderr(&output).contains("ModuleNotFoundError"), "{output:?}");
    let output = in_environment();
    assert!(stderr(&output).starts_with("error: cannot read venv"), "{output:?}");

    fs::create_dir(case.folder.join("venv")).expect("a folder");
    fs::write(case.folder.join("venv/pyvenv.cfg"), "include-system-site-packages = false\n").expect("settings");
    let message = stderr(&in_environment());
    let Some((_, python)) = message.split_once("has no packages for ") else {
        panic!("{message}");
    };
    let python = python.split(',').next().unwrap_or_default();

    let packages = if cfg!(windows) {
        case.folder.join("venv/Lib/site-packages")
    } else {
        case.folder.join(format!("venv/lib/{python}/site-packages"))
    };
    fs::create_dir_all(&packages).expect("a folder for packages");
    fs::write(packages.join("only_in_the_environment.py"), "VALUE = 4\n").expect("a package");
    let output = in_environment();
    assert!(stdout(&output).starts_with("1 values, mean 4.000"), "{output:?}");
}
{% if async %}

#[test]
fn a_plugin_may_be_asynchronous() {
    let code = "import asyncio\n\
                async def transform(series):\n    \
                    await asyncio.sleep(0)\n    \
                    return [5]\n";
    let output = Case::new("async", &[("later.py", code)]).run();
    assert!(stdout(&output).starts_with("1 values, mean 5.000"), "{output:?}");
}
{% endif %}
