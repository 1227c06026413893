"""`boundcheck new` at a terminal. What it writes is tested by `cargo xtask test`, from the installed wheel."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")


class Terminal:
    """The command with a person at a terminal."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        import pty

        self.ours, theirs = pty.openpty()
        command = [sys.executable, "-m", "boundcheck", *arguments]
        self.process = subprocess.Popen(
            command, cwd=folder, stdin=theirs, stdout=subprocess.PIPE, stderr=theirs, start_new_session=True
        )
        os.close(theirs)
        self.shown = b""

    def wait_for(self, text: bytes) -> None:
        while text not in self.shown:
            self.shown += os.read(self.ours, 1024)

    def press(self, keys: bytes) -> None:
        os.write(self.ours, keys)

    def finish(self) -> tuple[int, str]:
        stdout, _ = self.process.communicate(timeout=60)
        os.close(self.ours)
        return self.process.returncode, stdout.decode()


def test_a_terminal_is_asked_who_starts_whom(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "new", "demo")
    terminal.wait_for(b"both, around one core")
    terminal.press(b"\x1b[B\r")  # down, enter
    code, told = terminal.finish()
    assert code == 0
    assert "created demo: a program that hosts Python" in told
    assert (tmp_path / "demo" / "crates" / "demo-host").is_dir()
    assert not (tmp_path / "demo" / "pyproject.toml").exists()


def test_who_leaves_the_question_gets_nothing(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "new", "demo")
    terminal.wait_for(b"both, around one core")
    terminal.press(b"q")
    code, told = terminal.finish()
    assert (code, told) == (130, "")
    assert list(tmp_path.iterdir()) == []


def test_what_is_wrong_is_told_before_anything_is_asked(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "new", "class")
    terminal.wait_for(b"is a keyword of Python")
    code, _ = terminal.finish()
    assert code == 2
    assert b"Who starts whom?" not in terminal.shown
