"""The command that comes with the package, and its agreement with the module."""

from __future__ import annotations

import os
import re
import select
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

import boundcheck


def run(*arguments: object, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "boundcheck", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False)


def without_time(text: str) -> str:
    return re.sub(r'"elapsed_ms": \d+', '"elapsed_ms": 0', text)


def test_the_json_of_the_command_and_of_a_report_are_the_same_bytes(project: Path) -> None:
    done = run("check", project, "--format", "json", "--deps", "never")
    report = boundcheck.check(project, deps="never")
    assert done.returncode == 1 and done.stderr == ""
    assert without_time(done.stdout) == without_time(report.to_json())


def test_exit_codes(clean_project: Path, tmp_path: Path) -> None:
    assert run("check", clean_project, "--deps", "never").returncode == 0
    assert run("check", tmp_path / "nowhere").returncode == 2
    (tmp_path / "empty").mkdir()
    assert run("check", tmp_path / "empty").returncode == 3
    assert run("--version").stdout == f"boundcheck {boundcheck.__version__}\n"


def test_the_script_is_installed() -> None:
    script = shutil.which("boundcheck", path=sysconfig.get_path("scripts"))
    assert script is not None
    done = subprocess.run([script, "rule", "D002"], capture_output=True, text=True, encoding="utf-8", check=True)
    assert "blocking-call-while-attached" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_progress_is_shown_on_a_terminal_only(slow_project: Path) -> None:
    import pty

    def on_a_terminal(path: Path, *options: str) -> str:
        ours, theirs = pty.openpty()
        command = [sys.executable, "-m", "boundcheck", "check", str(path), "--deps", "never", *options]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=theirs) as process:
            os.close(theirs)
            shown = b""
            # Systems differ in how the end of a terminal reads: the end of the process counts instead.
            while process.poll() is None or select.select([ours], [], [], 0)[0]:
                if select.select([ours], [], [], 0.05)[0]:
                    try:
                        shown += os.read(ours, 4096)
                    except OSError:
                        break
        os.close(ours)
        assert process.returncode == 0
        return shown.decode()

    assert on_a_terminal(slow_project, "--quiet") == ""
    in_a_pipe = run("check", slow_project, "--deps", "never")
    assert in_a_pipe.stderr == ""
    # A run below a second shows nothing, and one just above it little.
    if boundcheck.check(slow_project, deps="never").summary.elapsed_ms > 2000:
        assert "inferring types" in on_a_terminal(slow_project)
