"""Reports and findings as values: frozen, comparable, hashable, picklable, readable."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boundcheck import Finding, Label, Location, Problem, Report, Summary

texts = st.text(st.characters(codec="utf-8"))
maybe = st.none() | texts
counts = st.integers(0, 2**32 - 1)
locations = st.builds(Location, texts, counts, counts, counts, counts)
labels = st.builds(Label, locations, texts)
findings = st.builds(
    Finding,
    texts,
    texts,
    st.sampled_from(["info", "warning", "error"]),
    st.sampled_from(["low", "medium", "high"]),
    st.sampled_from(["regular", "pedantic", "auditor"]),
    texts,
    locations,
    texts,
    st.lists(labels, max_size=3),
    maybe,
    maybe,
    maybe,
    maybe,
)
summaries = st.builds(
    Summary,
    st.booleans(),
    maybe,
    *[counts] * 5,
    maybe,
    counts,
    counts,
    st.lists(texts, max_size=3),
    st.integers(0, 2**64 - 1),
)
kinds = st.sampled_from(["unreadable", "skipped", "syntax", "manifest", "dependencies", "internal"])
problems = st.builds(Problem, kinds, maybe, st.none() | counts, texts)
reports = st.builds(Report, summaries, st.lists(findings, max_size=3), st.lists(problems, max_size=3))
values = locations | labels | findings | summaries | problems | reports


def a_finding(**changes: Any) -> Finding:
    fields: dict[str, Any] = {
        "rule": "D002",
        "name": "blocking-call-while-attached",
        "severity": "error",
        "confidence": "high",
        "persona": "regular",
        "message": "blocking call while attached",
        "location": Location("src/lib.rs", 12, 5, 12, 30),
        "label": "waits here",
        "related": [Label(Location("src/lib.rs", 10, 1, 10, 14), "called from Python")],
        "note": "every other thread waits too",
        "help": "detach",
        "symbol": "naps::nap",
        "python_name": "naps.nap",
    }
    return Finding(**{**fields, **changes})


def a_summary(**changes: Any) -> Summary:
    fields: dict[str, Any] = {
        "examined": True,
        "reason": None,
        "files": 12,
        "exports": 40,
        "functions": 90,
        "calls": 900,
        "calls_resolved": 880,
        "pyo3": "0.30.1",
        "dependency_sources": 3,
        "dependency_stubs": 1,
        "dependencies_missing": ["left-pad"],
        "elapsed_ms": 800,
    }
    return Summary(**{**fields, **changes})


@given(values)
def test_every_value_survives_every_protocol_of_pickle(value: object) -> None:
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        again = pickle.loads(pickle.dumps(value, protocol))
        assert type(again) is type(value)
        assert again == value
        assert hash(again) == hash(value)


@given(reports)
def test_a_pickled_report_is_the_same_to_the_byte(report: Report) -> None:
    assert pickle.loads(pickle.dumps(report)).to_json() == report.to_json()


@given(values)
def test_every_value_can_be_copied_and_read(value: object) -> None:
    assert copy.copy(value) == copy.deepcopy(value) == value
    assert type(value).__name__ in repr(value)


@given(st.lists(findings, max_size=5))
def test_findings_are_ordered_by_place_and_rule(some: list[Finding]) -> None:
    keys = [(f.location, f.rule, f.message) for f in sorted(some)]
    assert keys == sorted(keys)


@given(findings, findings)
def test_the_order_agrees_with_equality(a: Finding, b: Finding) -> None:
    assert (a == b) == (not a < b and not b < a)


@pytest.mark.parametrize("field", ["rule", "message", "location", "related", "severity", "new"])
def test_a_finding_is_frozen(field: str) -> None:
    with pytest.raises(AttributeError):
        setattr(a_finding(), field, "other")


@pytest.mark.parametrize(
    "changes",
    [{"rule": "D001"}, {"severity": "info"}, {"location": Location("a.rs", 1, 1, 1, 1)}, {"related": []}, {"note": None}],
)
def test_findings_differ_when_a_field_does(changes: dict[str, Any]) -> None:
    assert a_finding(**changes) != a_finding()
    assert len({a_finding(), a_finding(), a_finding(**changes)}) == 2


def test_values_are_never_equal_to_others() -> None:
    assert a_finding() != "D002"
    with pytest.raises(TypeError):
        a_finding() < 3  # type: ignore[operator]


def test_a_report_is_a_collection_of_its_findings() -> None:
    first, second = a_finding(), a_finding(rule="E001")
    report = Report(a_summary(), [first, second])

    assert len(report) == 2
    assert list(report) == [first, second]
    assert report.findings == (first, second)
    assert first in report and a_finding(rule="X") not in report and "D002" not in report
    assert report
    assert not Report(a_summary())


def test_the_time_that_a_run_took_does_not_count() -> None:
    assert a_summary(elapsed_ms=1) == a_summary(elapsed_ms=2)
    assert hash(a_summary(elapsed_ms=1)) == hash(a_summary(elapsed_ms=2))
    assert a_summary(calls_resolved=1) != a_summary(calls_resolved=2)


def test_the_json_follows_the_report() -> None:
    report = Report(a_summary(), [a_finding()], [Problem("syntax", "src/a.rs", 3, "expected `;`")])
    data = json.loads(report.to_json())
    assert data["schema_version"] == 1
    assert data["findings"][0]["line"] == 12
    assert data["summary"]["dependencies"]["missing"] == ["left-pad"]
    assert data["problems"][0]["kind"] == "syntax"


def test_what_people_read() -> None:
    finding = a_finding()
    assert str(finding) == "src/lib.rs:12:5: error[D002]: blocking call while attached"
    assert repr(finding) == "<Finding D002 at src/lib.rs:12:5: blocking call while attached>"
    assert str(finding.location) == "src/lib.rs:12:5"
    assert eval(repr(finding.location)) == finding.location
    assert eval(repr(finding.related[0])) == finding.related[0]
    words = "12 files, 40 exports, 900 calls (97.8 % resolved), PyO3 0.30.1"
    assert repr(Report(a_summary(), [finding])) == f"<Report 1 finding, 0 problems; {words}>"
    assert repr(a_summary()) == f"<Summary {words}>"
    assert repr(a_summary(examined=False, reason="no pyo3")) == "<Summary nothing examined: no pyo3>"
    assert repr(Problem("syntax", "a.rs", 3, "oops")) == "<Problem syntax at a.rs:3: oops>"


@pytest.mark.parametrize("field", ["severity", "confidence", "persona"])
def test_levels_that_do_not_exist(field: str) -> None:
    with pytest.raises(ValueError, match=f"{field}: `huge` is none of"):
        a_finding(**{field: "huge"})


def test_a_kind_of_problem_that_does_not_exist() -> None:
    with pytest.raises(ValueError, match="kind: `odd` is none of unreadable"):
        Problem("odd", None, None, "")  # type: ignore[arg-type]


@pytest.mark.parametrize("line", [-1, 2**32])
def test_numbers_out_of_range(line: int) -> None:
    with pytest.raises(OverflowError):
        Location("a.rs", line, 1, 1, 1)
