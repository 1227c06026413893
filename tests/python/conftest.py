"""Small projects to check, and an extension to record."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Callable

import pytest

# A shell that starts tests in the background has them ignore Ctrl-C, and so would every program that they start.
signal.signal(signal.SIGINT, signal.default_int_handler)

MANIFEST = """\
[package]
name = "naps"
version = "0.1.0"
edition = "2021"

[lib]
crate-type = ["cdylib"]

[dependencies]
pyo3 = "0.30"
"""

NAP = """\
use pyo3::prelude::*;
use std::{thread, time::Duration};

/// Sleeps.
#[pyfunction]
fn nap(seconds: u64) {
    thread::sleep(Duration::from_secs(seconds));
}

#[pymodule]
mod naps {
    #[pymodule_export]
    use super::nap;
}
"""

DETACHED_NAP = NAP.replace("nap(seconds", "nap(py: Python<'_>, seconds").replace(
    "thread::sleep(Duration::from_secs(seconds));", "py.detach(|| thread::sleep(Duration::from_secs(seconds)));"
)

ProjectMaker = Callable[..., Path]

pytest_plugins = ["pytester"]


@pytest.fixture
def make_project(tmp_path: Path) -> ProjectMaker:
    """Makes a project: `make_project("src/lib.rs text", **{"boundcheck.toml": "text"})`."""
    # Nothing above the project configures boundcheck: it is the root of a repository.
    (tmp_path / ".git").mkdir()

    def make(lib: str = NAP, name: str = "naps", **files: str) -> Path:
        folder = tmp_path / name
        for path, text in {"Cargo.toml": MANIFEST, "src/lib.rs": lib, **files}.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return folder

    return make


@pytest.fixture
def project(make_project: ProjectMaker) -> Path:
    """A project with one finding, D002."""
    return make_project()


@pytest.fixture
def clean_project(make_project: ProjectMaker) -> Path:
    """A project without findings."""
    return make_project(DETACHED_NAP)


@pytest.fixture
def slow_project(make_project: ProjectMaker) -> Path:
    """A project that takes a second or more to check: eighty exported functions with many calls each."""
    body = "".join(f"    total += {{ let text = {i}.to_string(); text.len() + text.trim().len() }};\n" for i in range(40))
    functions = "".join(
        f"#[pyfunction]\nfn work_{i}() -> usize {{\n    let mut total = 0;\n{body}    total\n}}\n" for i in range(80)
    )
    exports = "".join(f"    #[pymodule_export]\n    use super::work_{i};\n" for i in range(80))
    return make_project(f"use pyo3::prelude::*;\n{functions}\n#[pymodule]\nmod naps {{\n{exports}}}\n", name="slow")


@pytest.fixture(scope="session")
def trace_target() -> Path:
    """The folder with the extension `trace_target`, whose attached and detached times are known."""
    cargo = shutil.which("cargo")
    if cargo is None or not sys.platform.startswith("linux"):
        pytest.skip("recording needs Linux, and the extension cargo")
    root = Path(__file__).parents[2]
    # As the tests in Rust build it.
    target = root / "target" / "tmp" / "trace-target"
    manifest = root / "fixtures" / "trace-target" / "Cargo.toml"
    command = [cargo, "build", "--quiet", "--release", "--locked", "--manifest-path"]
    command += [str(manifest), "--target-dir", str(target)]
    environment = {**os.environ, "PYO3_PYTHON": sys.executable, "PYO3_BUILD_EXTENSION_MODULE": "1"}
    subprocess.run(command, env=environment, check=True)
    folder = target / "lib-python"
    folder.mkdir(exist_ok=True)
    shutil.copy2(target / "release" / "libtrace_target.so", folder / "trace_target.abi3.so")
    return folder


TESTS = """
import pytest
import trace_target as target

def test_long():
    target.sleep_attached(120)

def test_short():
    target.sleep_attached(2)
    for i in range(10):
        target.tiny(i)
"""


class Suite:
    """Tests that pytest runs in a process of its own, with the plugin."""

    def __init__(self, pytester: pytest.Pytester) -> None:
        self.pytester = pytester
        self.path = pytester.path

    def run(self, *arguments: str, tests: str = TESTS, ini: str | None = None) -> pytest.RunResult:
        """Runs tests strictly, in a process of their own."""
        self.pytester.makepyfile(test_it=tests)
        if ini is not None:
            self.pytester.makeini(ini)
        return self.pytester.runpytest_subprocess("-W", "error", "--strict-markers", "--strict-config", *arguments)


@pytest.fixture
def suite(pytester: pytest.Pytester, trace_target: Path, monkeypatch: pytest.MonkeyPatch) -> Suite:
    """A folder for tests that use the extension `trace_target`."""
    monkeypatch.setenv("PYTHONPATH", str(trace_target))
    for name in ("PYTEST_ADDOPTS", "PYTEST_XDIST_WORKER"):
        monkeypatch.delenv(name, raising=False)
    return Suite(pytester)
