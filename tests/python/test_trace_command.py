"""`boundcheck trace` from the installed package, on a real extension: places in its sources, and what check makes of it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import boundcheck

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="recording needs Linux")

PROJECT = Path(__file__).parents[2] / "fixtures" / "trace-target"
SCRIPT = """
import trace_target as t
t.spin_attached(20)
t.spin_detached(20)
thing = t.Thing([1, 2])
len(thing), thing.size, thing.extra, thing == thing
del thing
drop = t.SlowDrop(10)
del drop
"""


def record(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "boundcheck", "trace", *options, "--", sys.executable, "-c", SCRIPT]
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def line_of(text: str) -> int:
    """The number of the only line of the extension's source with this text."""
    lines = (PROJECT / "src" / "lib.rs").read_text("utf-8").splitlines()
    (found,) = [number for number, line in enumerate(lines, 1) if text in line]
    return found


def test_rows_have_the_lines_of_the_functions(trace_target: Path, tmp_path: Path) -> None:
    report = tmp_path / "run.json"
    done = record(trace_target, "--project", str(PROJECT), "--format", "json", "--output", str(report))
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    rows = {(row["export"], row["kind"]): row for row in json.loads(report.read_text("utf-8"))["exports"]}
    for export, kind, text in [
        ("trace_target.spin_attached", "function", "fn spin_attached("),
        ("trace_target.Thing.__new__", "constructor", "fn new(values"),
        ("trace_target.Thing.__len__", "slot", "fn __len__("),
        ("trace_target.Thing.__richcmp__", "slot", "fn __eq__("),
        ("trace_target.Thing.size", "getter", "fn size("),
        ("trace_target.Thing.extra", "getter", "extra: i64,"),
        ("trace_target.Thing.__dealloc__", "dealloc", "struct Thing {"),
        ("trace_target.SlowDrop.__dealloc__", "dealloc", "struct SlowDrop {"),
        ("trace_target", "module-exec", "mod trace_target {"),
    ]:
        row = rows[export, kind]
        place = (Path(row["path"]), row["line"])
        # Of a field the place is the whole of it, with its attributes.
        assert place[0] == PROJECT / "src" / "lib.rs" and line_of(text) - 1 <= place[1] <= line_of(text), row
    table = record(trace_target, "--project", str(PROJECT)).stdout
    assert f"src/lib.rs:{line_of('fn spin_attached(')}\n" in table


def test_check_reports_what_a_run_measured(trace_target: Path, tmp_path: Path) -> None:
    report = tmp_path / "run.json"
    record(trace_target, "--format", "json", "--output", str(report))
    plain = boundcheck.check(PROJECT, deps="never", select=["D003"])
    measured = boundcheck.check(PROJECT, deps="never", select=["D003"], trace=report)
    assert len(plain) == 0
    found = {finding.symbol: finding for finding in measured}
    assert "spin_attached" in str(sorted(filter(None, found))) and not any("detached" in str(name) for name in found)
    (spin,) = [finding for finding in measured if "spin_attached" in finding.message]
    assert spin.location.line == line_of("fn spin_attached(")
    with pytest.raises(boundcheck.ConfigurationError, match="not a report of `boundcheck trace --format json`"):
        boundcheck.check(PROJECT, deps="never", trace=PROJECT / "Cargo.toml")
    with pytest.raises(boundcheck.ConfigurationError, match="No such file"):
        boundcheck.check(PROJECT, deps="never", trace="nowhere.json")


def test_a_live_line_is_shown_on_a_terminal_and_goes_away(trace_target: Path, tmp_path: Path) -> None:
    """The program ends when the line was seen: it waits for its standard input to end."""
    import pty

    script = "import sys, trace_target as t; t.tiny(1); t.spin_attached(5); sys.stdin.read()"
    command = [sys.executable, "-m", "boundcheck", "trace", "--live", "-o", str(tmp_path / "report.txt"), "--"]
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*command, sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": str(trace_target), "TERM": "xterm"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=theirs,
    ) as process:
        os.close(theirs)
        seen = b""
        while b"longest hold" not in seen:
            seen += os.read(ours, 4096)
        assert b"tracing, " in seen and b"spin_attached" in seen, seen
        assert process.stdin is not None and process.stdout is not None
        process.stdin.close()
        assert process.stdout.read() == b""
        assert process.wait() == 0
    os.close(ours)
    assert "trace_target.spin_attached" in (tmp_path / "report.txt").read_text("utf-8")
