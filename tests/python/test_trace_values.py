"""Traces as values: frozen, comparable, hashable, picklable, readable; and as files and frames."""

from __future__ import annotations

import copy
import json
import pickle
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import boundcheck
from boundcheck import Trace, TracedExport, TracedProcess, TracedThread, load_trace

texts = st.text(st.characters(codec="utf-8"))
counts = st.integers(0, 2**64 - 1)
numbers = st.integers(0, 2**32 - 1)
# JSON is exact up to a hundred days.
times = st.integers(0, 2**43).map(lambda microseconds: microseconds / 1e3)
kinds = st.sampled_from(
    ["function", "method", "getter", "setter", "slot", "constructor", "dealloc", "module-exec"],
)
exports = st.builds(
    TracedExport, texts, texts, kinds, counts, *[times] * 9, counts, counts, st.none() | texts, st.none() | numbers
)
processes = st.builds(TracedProcess, st.just(7), numbers, texts, st.booleans())
threads = st.builds(TracedThread, st.just(7), numbers, texts, counts, *[times] * 4)
traces = st.builds(
    Trace,
    st.sampled_from(["gil-timeline", "api"]),
    times,
    st.lists(processes, min_size=1, max_size=1),
    st.lists(threads, max_size=3),
    st.lists(exports, max_size=3),
    st.lists(texts, max_size=2),
)
values = exports | processes | threads | traces


def an_export(export: str = "demo.work", **changes: Any) -> TracedExport:
    fields: dict[str, Any] = {
        "library": "demo.abi3.so",
        "kind": "function",
        "calls": 3,
        "total_ms": 100.0,
        "attached_ms": 90.5,
        "own_attached_ms": 80.25,
        "detached_ms": 5.0,
        "reattach_wait_ms": 4.5,
        "longest_hold_ms": 60.125,
        "longest_own_ms": 50.0,
        "blocked_thread_ms": 0.0,
        "blocked_wall_ms": 0.0,
        "drops": 2,
        "exceptions": 1,
    }
    return TracedExport(export, **{**fields, **changes})


def a_trace(*some: TracedExport, problems: tuple[str, ...] = ()) -> Trace:
    process = TracedProcess(7, 1, "CPython 3.13.0", complete=True)
    thread = TracedThread(7, 8, "MainThread", 5, 95.0, 60.125, 4.5, 4.5)
    return Trace("gil-timeline", 120.0, [process], [thread], some, problems)


@given(values)
def test_every_value_survives_every_protocol_of_pickle(value: object) -> None:
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        again = pickle.loads(pickle.dumps(value, protocol))
        assert type(again) is type(value)
        assert again == value
        assert hash(again) == hash(value)


@given(values)
def test_every_value_can_be_copied_and_read(value: object) -> None:
    assert copy.copy(value) == copy.deepcopy(value) == value
    assert type(value).__name__ in repr(value)


@given(trace=traces)
def test_what_is_written_is_read_as_the_same(trace: Trace, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("traces") / "trace.json"
    file.write_text(trace.to_json(), encoding="utf-8")
    assert load_trace(file) == load_trace(str(file)) == trace


@given(trace=traces)
def test_exports_are_in_the_order_of_the_json(trace: Trace) -> None:
    written = [export["export"] for export in json.loads(trace.to_json())["exports"]]
    assert [export.export for export in trace] == written


@given(exports)
def test_the_json_has_the_attributes_of_an_export(export: TracedExport) -> None:
    (written,) = json.loads(a_trace(export).to_json())["exports"]
    assert written == {name: getattr(export, name) for name in written}
    assert len(written) == 17


def test_a_trace_is_a_collection_of_its_exports_worst_first() -> None:
    quick = an_export("demo.quick", longest_hold_ms=0.1)
    blocking = an_export("demo.blocking", longest_hold_ms=1.0, blocked_thread_ms=9.0)
    trace = a_trace(quick, an_export(), blocking)

    assert list(trace) == [blocking, an_export(), quick]
    assert trace.exports == tuple(trace) and len(trace) == 3 and trace
    assert quick in trace and an_export("demo.other") not in trace and "demo.quick" not in trace
    assert not a_trace()
    assert trace.mode == "gil-timeline" and trace.wall_ms == 120.0 and trace.problems == ()
    assert trace.threads[0].longest_wait_ms == 4.5 and trace.processes[0].python == "CPython 3.13.0"


@pytest.mark.parametrize("changes", [{"calls": 4}, {"longest_hold_ms": 60.126}, {"path": "a.rs"}, {"kind": "method"}])
def test_exports_differ_when_a_field_does(changes: dict[str, Any]) -> None:
    assert an_export(**changes) != an_export()
    assert len({an_export(), an_export(), an_export(**changes)}) == 2
    assert a_trace(an_export(**changes)) != a_trace(an_export())


@pytest.mark.parametrize("field", ["calls", "longest_hold_ms", "new"])
def test_an_export_is_frozen(field: str) -> None:
    with pytest.raises(AttributeError):
        setattr(an_export(), field, 1)


def test_what_people_read() -> None:
    assert repr(an_export()) == "<TracedExport demo.work: 3 calls, longest hold 60.125 ms>"
    trace = a_trace(an_export(path="src/lib.rs", line=12), problems=("the disk is full",))
    assert repr(trace) == "<Trace 1 export, 1 thread, 1 process, 120 ms>"
    assert repr(trace.threads[0]) == "<TracedThread MainThread (8 of 7): attached 95 ms, waited 4.5 ms>"
    assert eval(repr(trace.processes[0])) == trace.processes[0]
    table = trace.table()
    assert "demo.work" in table and "60.1 ms" in table and "src/lib.rs:12" in table and "the disk is full" in table
    assert "\x1b" not in table


def test_a_table_has_so_many_rows() -> None:
    trace = a_trace(*(an_export(f"demo.work_{i}") for i in range(30)))
    assert "and 10 more" in trace.table() and "and 28 more" in trace.table(2)
    assert "more" not in trace.table(None) and "demo.work_29" in trace.table(rows=None)


@pytest.mark.parametrize("time", [-1.0, float("nan"), float("inf"), 1e300])
def test_what_is_no_time(time: float) -> None:
    with pytest.raises(ValueError, match=r"total_ms: .* is no time in milliseconds"):
        an_export(total_ms=time)


def test_words_that_do_not_exist() -> None:
    with pytest.raises(ValueError, match="kind: `class` is none of function, method"):
        an_export(kind="class")
    with pytest.raises(ValueError, match="mode: `fast` is none of gil-timeline, api"):
        Trace("fast", 1.0)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="threads: no process has the number 7"):
        Trace("api", 1.0, threads=a_trace().threads)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        load_trace(tmp_path / "none.json")
    assert caught.value.filename == str(tmp_path / "none.json")
    with pytest.raises(IsADirectoryError):
        load_trace(tmp_path)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "not a report of `boundcheck trace --format json`: EOF"),
        (b"[1, 2]", "not a report of `boundcheck trace --format json`"),
        (b"\xff\xfe", "not a report: 'utf-8' codec"),
        (b'{"schema_version": 99}', "its format has version 99, and this boundcheck reads 1"),
    ],
)
def test_a_file_that_is_no_trace(tmp_path: Path, content: bytes, message: str) -> None:
    file = tmp_path / "odd.json"
    file.write_bytes(content)
    with pytest.raises(boundcheck.TraceError) as caught:
        load_trace(file)
    assert str(caught.value).startswith(f"{file}: {message}")
    assert caught.value.path == str(file)
    assert isinstance(caught.value, boundcheck.BoundcheckError)


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_frame_needs_its_library(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ImportError, match=f"{library} cannot be imported; `pip install {library}` installs it"):
        getattr(a_trace(an_export()), f"to_{library}")()


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_frame_has_a_column_for_each_attribute(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, library, SimpleNamespace(DataFrame=dict))
    columns = getattr(a_trace(an_export(), an_export("demo.quick", longest_hold_ms=0.5)), f"to_{library}")()
    assert columns["export"] == ["demo.work", "demo.quick"]
    assert columns["longest_hold_ms"] == [60.125, 0.5]
    assert list(columns) == list(json.loads(a_trace(an_export()).to_json())["exports"][0])


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_frame_of_the_library_that_is_installed(library: str) -> None:
    pytest.importorskip(library)
    frame = getattr(a_trace(an_export(), an_export("demo.quick")), f"to_{library}")()
    assert frame.shape == (2, 17)
    assert frame["attached_ms"].sum() == 181.0
