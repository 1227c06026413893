"""Ctrl-C while the command records a program: it is for the program."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import boundcheck

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="recording needs Linux")

PROGRAM = """
import signal, sys
import trace_target as target
target.tiny(1)
{body}
"""
DIES = """
try:
    print("ready", flush=True)
    while True: target.tiny(1)
except KeyboardInterrupt:
    target.kw(1)
    {end}
"""
GOES_ON = """
def heard(number, frame): print("heard", flush=True)
signal.signal(signal.SIGINT, heard)
print("ready", flush=True)
sys.stdin.readline()
target.spin_detached(300)  # the command would have ended by now
target.kw(1)
sys.exit(3)
"""


def start(body: str, trace_target: Path, report: Path) -> subprocess.Popen[str]:
    """The command with a program, as a shell starts them: in a process group of their own."""
    trace = [sys.executable, "-m", "boundcheck", "--quiet", "trace", "--format", "json", "-o", str(report)]
    return subprocess.Popen(
        [*trace, "--", sys.executable, "-c", PROGRAM.format(body=body)],
        env={**os.environ, "PYTHONPATH": str(trace_target)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


@pytest.mark.parametrize(("end", "code"), [("sys.exit(7)", 7), ("raise", 130)])
def test_ctrl_c_ends_the_program_and_the_report_follows(
    trace_target: Path, tmp_path: Path, end: str, code: int
) -> None:
    report = tmp_path / "run.json"
    with start(DIES.format(end=end), trace_target, report) as process:
        assert process.stdout is not None and process.stderr is not None
        assert process.stdout.readline() == "ready\n"
        os.killpg(process.pid, signal.SIGINT)
        said = process.stderr.read()
        assert process.wait(timeout=60) == code, said
    calls = {export.export: export.calls for export in boundcheck.load_trace(report)}
    assert calls["trace_target.kw"] == 1 and calls["trace_target.tiny"] >= 1
    assert "boundcheck" not in said, said


def test_a_program_that_goes_on_after_ctrl_c_is_recorded_to_its_end(trace_target: Path, tmp_path: Path) -> None:
    report = tmp_path / "run.json"
    with start(GOES_ON, trace_target, report) as process:
        assert process.stdin is not None and process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        os.killpg(process.pid, signal.SIGINT)
        assert process.stdout.readline() == "heard\n"
        process.stdin.write("\n")
        process.stdin.flush()
        assert process.wait(timeout=60) == 3
    calls = {export.export: export.calls for export in boundcheck.load_trace(report)}
    assert calls["trace_target.kw"] == 1 and calls["trace_target.spin_detached"] == 1
