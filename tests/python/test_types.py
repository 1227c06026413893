"""The stubs say what the module is, and the documentation what it does."""

from __future__ import annotations

import doctest
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import boundcheck

USAGE = '''
import boundcheck
from pathlib import Path

report = boundcheck.check(Path("."), select=["D"], deps="never", persona="auditor")
rules: list[str] = [finding.rule for finding in report]
lines: set[int] = {label.location.line for finding in report.findings for label in finding.related}
text: str = report.to_json()
try:
    boundcheck.check(".")
except boundcheck.NothingExaminedError as error:
    reason: str = error.reason
    same: "boundcheck.Report | None" = error.report
except boundcheck.ConfigurationError as error:
    line: "int | None" = error.line

with boundcheck.trace() as t:
    so_far: boundcheck.Trace = t.peek()
holds: list[float] = [export.longest_hold_ms for export in t.result if export.kind != "module-exec"]
threads: "tuple[boundcheck.TracedThread, ...]" = boundcheck.load_trace(Path("run.json")).threads
'''

# What a type checker says about it; the codes in brackets differ between versions of mypy.
MISUSE = {
    'boundcheck.check(".", deps="sometimes")': 'Argument "deps"',
    'boundcheck.check(".", ["D"])': "Too many positional arguments",
    'boundcheck.check(".").findings[0].rule = "X"': "read-only",
    "class Mine(boundcheck.Report): ...": "final class",
    "boundcheck.trace().exports": "no attribute",
}


def tool(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", *arguments], capture_output=True, text=True, check=False)


def test_the_stubs_match_the_module() -> None:
    done = tool("mypy.stubtest", "boundcheck._core")
    assert done.returncode == 0, done.stdout + done.stderr


def test_names_are_listed_before_they_are_loaded() -> None:
    program = "import boundcheck, sys; assert set(boundcheck.__all__) <= set(dir(boundcheck)); boundcheck.Reports"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert "AttributeError: module 'boundcheck' has no attribute 'Reports'" in done.stderr


def test_the_package_says_that_it_is_typed() -> None:
    assert files("boundcheck").joinpath("py.typed").is_file()
    assert files("boundcheck").joinpath("_core.pyi").is_file()


def test_ordinary_use_is_well_typed(tmp_path: Path) -> None:
    usage = tmp_path / "usage.py"
    usage.write_text(USAGE, encoding="utf-8")
    done = tool("mypy", "--strict", "--config-file=", f"--cache-dir={tmp_path}/cache", str(usage))
    assert done.returncode == 0, done.stdout + done.stderr


def test_misuse_is_found_by_a_type_checker(tmp_path: Path) -> None:
    for at, (line, words) in enumerate(MISUSE.items()):
        misuse = tmp_path / f"misuse_{at}.py"
        misuse.write_text(f"import boundcheck\n{line}\n", encoding="utf-8")
        done = tool("mypy", "--config-file=", f"--cache-dir={tmp_path}/cache", str(misuse))
        assert words in done.stdout, (line, done.stdout)


def test_the_examples_in_the_documentation() -> None:
    assert boundcheck.__doc__ is not None
    results = doctest.testmod(boundcheck)
    assert results.attempted and not results.failed
