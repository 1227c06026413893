"""The command on wheels, where a Python with pip is at hand."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

BACKEND = """\
import os, zipfile

def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    name = "demo-1.0-py3-none-any.whl"
    members = {
        "demo.py": "FOLDER = %r\\n" % FOLDER,
        "demo-1.0.dist-info/METADATA": "Metadata-Version: 2.1\\nName: demo\\nVersion: 1.0\\n",
        "demo-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\\nGenerator: t\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n",
        "demo-1.0.dist-info/RECORD": "",
    }
    with zipfile.ZipFile(os.path.join(wheel_directory, name), "w") as wheel:
        for path, text in members.items():
            wheel.writestr(zipfile.ZipInfo(path, (2020, 1, 1, 0, 0, 0)), text)
    return name
"""
PYPROJECT = """\
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]

[project]
name = "demo"
version = "1.0"
"""


def run(project: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "boundcheck", "wheel", "--reproducible", "--python", sys.executable, str(project)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "pyproject.toml").write_text(PYPROJECT)
    return tmp_path


def test_a_build_that_does_not_look_around_is_reproducible(project: Path) -> None:
    (project / "backend.py").write_text('FOLDER = "nowhere"\n' + BACKEND)
    done = run(project)
    assert done.returncode == 0, done.stderr
    assert "hold the same" in done.stdout


def test_a_build_that_writes_its_folder_down_is_told_where(project: Path) -> None:
    (project / "backend.py").write_text("import os\nFOLDER = os.getcwd()\n" + BACKEND)
    done = run(project)
    assert done.returncode == 1, done.stderr
    assert "demo.py: other content: line 1: `FOLDER = " in done.stdout


def test_a_build_that_fails_says_what_pip_said(project: Path) -> None:
    (project / "backend.py").write_text("raise SystemExit('no compiler')\n")
    done = run(project)
    assert done.returncode == 3
    assert "the build failed" in done.stderr
