"""Ctrl-C stops a check at once."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows sends Ctrl-C to a whole console")

CHECK = """
import sys, time, boundcheck
print("ready", flush=True)
try:
    while True:
        boundcheck.check(sys.argv[1], deps="never")
except KeyboardInterrupt:
    print("interrupted", flush=True)
"""

HANDLER = """
import signal, sys, boundcheck

class Enough(Exception):
    pass

def stop(number, frame):
    raise Enough

signal.signal(signal.SIGUSR1, stop)
print("ready", flush=True)
try:
    while True:
        boundcheck.check(sys.argv[1], deps="never")
except Enough:
    print("interrupted", flush=True)
"""


def interrupt(arguments: list[str], number: signal.Signals, after: float = 0.4) -> tuple[subprocess.Popen[str], str, float]:
    """Starts a process that prints a line, sends it a signal in the middle of a check; what it said then, and when."""
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(after)
        process.send_signal(number)
        sent = time.monotonic()
        said = process.stdout.readline()
        heard = time.monotonic() - sent
        process.wait(timeout=30)
    return process, said, heard


@pytest.mark.parametrize(("program", "number"), [(CHECK, signal.SIGINT), (HANDLER, signal.SIGUSR1)])
def test_a_signal_reaches_python_in_the_middle_of_a_check(
    slow_project: Path, program: str, number: signal.Signals
) -> None:
    process, said, heard = interrupt([sys.executable, "-c", program, str(slow_project)], number)
    assert said == "interrupted\n"
    assert process.returncode == 0
    # Measured below 0.1 s; a loaded machine gets time, a check that runs to its end does not.
    assert heard < 1.0


def test_the_command_ends_with_130(slow_project: Path) -> None:
    program = f"""
import sys
from boundcheck.__main__ import main
print("ready", flush=True)
sys.argv = ["boundcheck", "check", {str(slow_project)!r}, "--deps", "never"]
sys.exit(main())
"""
    process, said, _ = interrupt([sys.executable, "-c", program], signal.SIGINT)
    assert said == ""
    assert process.returncode == 130


def test_a_check_can_follow_an_interrupted_one(project: Path, slow_project: Path) -> None:
    program = """
import sys, boundcheck
print("ready", flush=True)
try:
    while True:
        boundcheck.check(sys.argv[1], deps="never")
except KeyboardInterrupt:
    print(len(boundcheck.check(sys.argv[2], deps="never")), flush=True)
"""
    process, said, _ = interrupt([sys.executable, "-c", program, str(slow_project), str(project)], signal.SIGINT)
    assert said == "1\n"
    assert process.returncode == 0
