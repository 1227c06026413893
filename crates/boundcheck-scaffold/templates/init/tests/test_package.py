import subprocess
import sys
import sysconfig
from importlib.metadata import version

import pytest

import {{ module }}


def test_the_module_is_that_of_the_package() -> None:
    assert {{ module }}.__version__ == {{ module }}.version() == version("{{ name }}")


def test_the_stubs_say_what_the_module_has() -> None:
    command = [sys.executable, "-m", "mypy.stubtest", "{{ module }}"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.skipif(
    not sysconfig.get_config_var("Py_GIL_DISABLED"),
    reason="this Python always has a GIL",
)
def test_importing_the_module_does_not_bring_the_gil_back() -> None:
    assert not sys._is_gil_enabled()  # type: ignore[attr-defined, unused-ignore]
