"""What keeps a project from being checked: one hierarchy, with attributes and causes."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest
from conftest import MANIFEST, ProjectMaker

import boundcheck

ERRORS = [
    boundcheck.ProjectNotFoundError,
    boundcheck.ConfigurationError,
    boundcheck.DependenciesError,
    boundcheck.NothingExaminedError,
    boundcheck.InternalError,
]


@pytest.mark.parametrize("error", ERRORS)
def test_one_base_and_no_runtime_error(error: type[boundcheck.BoundcheckError]) -> None:
    assert issubclass(error, boundcheck.BoundcheckError)
    assert not issubclass(error, RuntimeError)
    assert error.__module__ == "boundcheck"


def test_a_missing_folder(tmp_path: Path) -> None:
    missing = tmp_path / "nowhere"
    with pytest.raises(boundcheck.ProjectNotFoundError, match="no such folder") as caught:
        boundcheck.check(missing)
    assert caught.value.path == str(missing)
    assert isinstance(caught.value, FileNotFoundError)


def test_a_file_instead_of_a_folder(project: Path) -> None:
    with pytest.raises(boundcheck.ProjectNotFoundError, match="this is a file; give the folder"):
        boundcheck.check(project / "src/lib.rs")


def test_a_folder_without_a_manifest(tmp_path: Path) -> None:
    with pytest.raises(boundcheck.ProjectNotFoundError, match="no Cargo.toml here or below"):
        boundcheck.check(tmp_path)


def test_a_misspelt_key_in_the_configuration(make_project: ProjectMaker) -> None:
    project = make_project(**{"boundcheck.toml": "\nselct = ['D']\n"})
    with pytest.raises(boundcheck.ConfigurationError, match="unknown key `selct`; did you mean `select`") as caught:
        boundcheck.check(project)
    assert caught.value.path == str(project / "boundcheck.toml")
    assert caught.value.line == 2
    assert isinstance(caught.value, ValueError)


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 0)() == 0, reason="root reads everything")
def test_the_cause_of_unreadable_configuration_is_kept(make_project: ProjectMaker) -> None:
    project = make_project(**{"boundcheck.toml": ""})
    (project / "boundcheck.toml").chmod(0)
    with pytest.raises(boundcheck.ConfigurationError) as caught:
        boundcheck.check(project)
    assert isinstance(caught.value.__cause__, PermissionError)


def test_configuration_that_is_not_text_keeps_its_cause(make_project: ProjectMaker) -> None:
    project = make_project()
    (project / "boundcheck.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(boundcheck.ConfigurationError, match="cannot read the configuration") as caught:
        boundcheck.check(project)
    assert isinstance(caught.value.__cause__, OSError)


def test_an_unknown_rule(project: Path) -> None:
    with pytest.raises(boundcheck.ConfigurationError, match="no rule is called `D0002`; did you mean `D002`") as caught:
        boundcheck.check(project, select=["D0002"])
    assert caught.value.path is None and caught.value.line is None


def test_an_unknown_feature(project: Path) -> None:
    with pytest.raises(boundcheck.ConfigurationError, match="no feature `pyton`"):
        boundcheck.check(project, features=["pyton"], deps="never")


def test_dependencies_that_are_required_but_not_on_disk(make_project: ProjectMaker) -> None:
    project = make_project(**{"Cargo.toml": MANIFEST + 'no-such-crate-anywhere = "9"\n'})
    with pytest.raises(boundcheck.DependenciesError) as caught:
        boundcheck.check(project, deps="require")
    assert caught.value.path is not None and caught.value.path.endswith("Cargo.toml")


def test_a_project_in_which_there_is_nothing_to_examine(make_project: ProjectMaker) -> None:
    project = make_project("pub fn nap() {}\n")
    with pytest.raises(boundcheck.NothingExaminedError, match="nothing in it is exported") as caught:
        boundcheck.check(project, deps="never")
    assert caught.value.reason == str(caught.value)
    assert caught.value.report is not None
    assert not caught.value.report.summary.examined


def test_a_broken_manifest(make_project: ProjectMaker) -> None:
    project = make_project(**{"Cargo.toml": "[package\n"})
    with pytest.raises(boundcheck.NothingExaminedError, match="Cargo.toml") as caught:
        boundcheck.check(project, deps="never")
    assert caught.value.report is not None
    assert caught.value.report.problems[0].kind == "manifest"


@pytest.mark.parametrize("argument", ["deps", "persona"])
def test_a_name_that_does_not_exist_is_a_value_error(project: Path, argument: str) -> None:
    with pytest.raises(ValueError, match=f"{argument}: `sometimes` is none of") as caught:
        boundcheck.check(project, **{argument: "sometimes"})  # type: ignore[arg-type]
    assert not isinstance(caught.value, boundcheck.BoundcheckError)


def test_arguments_of_the_wrong_type(project: Path) -> None:
    with pytest.raises(TypeError):
        boundcheck.check(3)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        boundcheck.check(project, select="D002")
    with pytest.raises(TypeError):
        boundcheck.check(project, ["D"])  # type: ignore


def test_errors_survive_pickle(make_project: ProjectMaker) -> None:
    project = make_project("pub fn nap() {}\n")
    with pytest.raises(boundcheck.NothingExaminedError) as caught:
        boundcheck.check(project, deps="never")
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        again = pickle.loads(pickle.dumps(caught.value, protocol))
        assert type(again) is boundcheck.NothingExaminedError
        assert (str(again), again.reason, again.report) == (str(caught.value), caught.value.reason, caught.value.report)


def test_errors_can_be_made_by_hand() -> None:
    error = boundcheck.ConfigurationError("wrong", path="boundcheck.toml", line=3)
    assert (str(error), error.path, error.line) == ("wrong", "boundcheck.toml", 3)
    assert boundcheck.NothingExaminedError("no pyo3").reason == "no pyo3"
