"""`boundcheck.check`: what goes in and what comes out."""

from __future__ import annotations

import inspect
import os
from pathlib import Path

import pytest
from conftest import DETACHED_NAP, ProjectMaker

import boundcheck


def test_a_finding_says_what_where_why_and_what_to_do(project: Path) -> None:
    report = boundcheck.check(project, deps="never")

    (finding,) = report
    assert finding.rule == "D002"
    assert finding.name == "blocking-call-while-attached"
    assert finding.severity == "warning"
    assert finding.persona == "regular"
    assert (finding.location.path, finding.location.line) == ("src/lib.rs", 7)
    assert finding.python_name is not None and finding.python_name.endswith("nap")
    assert [label.location.line for label in finding.related] == [6]
    assert finding.help is not None and "detach" in finding.help
    assert finding.url.endswith("/D002.md")


def test_a_clean_project_says_what_was_examined(clean_project: Path) -> None:
    report = boundcheck.check(clean_project, deps="never")

    assert not report
    assert report.summary.examined
    assert (report.summary.files, report.summary.exports) == (1, 1)
    assert report.summary.calls >= report.summary.calls_resolved > 0
    assert report.summary.pyo3 is not None and report.summary.pyo3.startswith("0.30")
    assert report.problems == ()


def test_a_path_is_text_or_like_a_path(project: Path) -> None:
    class Folder(os.PathLike[str]):
        def __fspath__(self) -> str:
            return str(project)

    reports = [boundcheck.check(path, deps="never") for path in (str(project), project, Folder())]
    assert reports[0] == reports[1] == reports[2]


def test_rules_are_chosen(project: Path) -> None:
    assert not boundcheck.check(project, deps="never", select=["E"])
    assert boundcheck.check(project, deps="never", select=("E", "D002"))
    assert not boundcheck.check(project, deps="never", ignore=["D"])


def test_the_persona_is_what_the_call_says(make_project: ProjectMaker) -> None:
    project = make_project(**{"boundcheck.toml": "persona = 'auditor'\n"})
    assert boundcheck.check(project, deps="never") == boundcheck.check(project, deps="never", persona="regular")


def test_configuration_holds_unless_the_call_says_otherwise(make_project: ProjectMaker) -> None:
    project = make_project(**{"boundcheck.toml": "ignore = ['D002']\n"})
    assert not boundcheck.check(project, deps="never")
    assert boundcheck.check(project, deps="never", ignore=[])


def test_features_are_switched_on(make_project: ProjectMaker) -> None:
    manifest = (
        '[package]\nname = "naps"\nversion = "0.1.0"\nedition = "2021"\n[lib]\ncrate-type = ["cdylib"]\n'
        '[dependencies]\npyo3 = { version = "0.30", optional = true }\n[features]\npython = ["dep:pyo3"]\n'
    )
    source = f'#![cfg(feature = "python")]\n{DETACHED_NAP}'
    project = make_project(source, **{"Cargo.toml": manifest})
    assert boundcheck.check(project, deps="never", features=["python"]).summary.exports == 1
    with pytest.raises(boundcheck.NothingExaminedError, match="--features python"):
        boundcheck.check(project, deps="never")


def test_problems_do_not_keep_the_rest_from_being_checked(make_project: ProjectMaker) -> None:
    project = make_project(**{"pyproject.toml": "[project\n"})
    report = boundcheck.check(project, deps="never")
    (problem,) = report.problems
    assert (problem.kind, problem.path, problem.line) == ("manifest", "pyproject.toml", 1)
    assert len(report) == 1


def test_two_runs_give_equal_reports(project: Path) -> None:
    first, second = (boundcheck.check(project, deps="never") for _ in range(2))
    assert first == second and hash(first) == hash(second)


def test_the_signature_is_the_documented_one() -> None:
    signature = "(path, *, select=None, ignore=None, features=None, deps='auto', persona='regular', trace=None)"
    assert str(inspect.signature(boundcheck.check)) == signature


@pytest.mark.parametrize("name", [name for name in boundcheck.__all__ if name != "__version__"])
def test_everything_exported_has_a_docstring_and_a_home(name: str) -> None:
    item = getattr(boundcheck, name)
    assert item.__doc__
    assert item.__module__ in ("boundcheck", "boundcheck._core")
