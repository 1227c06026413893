import subprocess
import sys

import sea_level
from sea_level import _core, _errors


def test_the_package_names_all_that_the_module_has() -> None:
    assert set(_core.__all__) <= set(sea_level.__all__)
    classes = {name for name, it in vars(_errors).items() if isinstance(it, type)}
    assert classes <= set(sea_level.__all__)


def test_the_stubs_say_what_the_module_has() -> None:
    command = [sys.executable, "-m", "mypy.stubtest", "sea_level"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
