"""The marker max_hold, in runs of pytest of their own."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from conftest import Suite

import boundcheck

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="recording needs Linux")

ON = "[pytest]\nboundcheck_trace = true\n"


MARKED = """
import threading
import pytest
import trace_target as target

def test_before():
    target.sleep_attached(300)

@pytest.mark.max_hold("250ms")
def test_within():
    target.sleep_attached(5)
    target.sleep_detached(300)

@pytest.mark.max_hold("250ms")
def test_beyond():
    target.tiny(1)
    target.sleep_attached(300)

@pytest.mark.max_hold("250ms")
def test_beyond_in_another_thread():
    thread = threading.Thread(target=target.spin_attached, args=(300,))
    thread.start()
    thread.join()

@pytest.fixture
def slow():
    target.sleep_attached(300)
    yield
    target.sleep_attached(300)

@pytest.mark.max_hold("250ms")
def test_fixtures_do_not_count(slow):
    target.tiny(1)

@pytest.mark.max_hold("250ms")
def test_own_failure():
    target.sleep_attached(300)
    assert "as it" == "was"

@pytest.mark.max_hold("250ms")
def test_nothing():
    pass

@pytest.mark.max_hold("250ms")
@pytest.mark.xfail(strict=True)
def test_expected():
    target.sleep_attached(300)

@pytest.mark.max_hold("1s")
class TestClosest:
    @pytest.mark.max_hold("250ms")
    def test_method(self):
        target.sleep_attached(300)

    def test_class(self):
        target.sleep_attached(300)
"""


@pytest.mark.parametrize("arguments", [(), ("-n", "2")])
def test_a_marker_fails_its_own_test(suite: Suite, arguments: tuple[str, ...]) -> None:
    done = suite.run(*arguments, tests=MARKED, ini=ON)
    done.assert_outcomes(passed=4, failed=5, xfailed=1)
    for name, line in [
        ("test_beyond", "trace_target.sleep_attached held the interpreter for * ms, and the limit is 250 ms"),
        ("test_beyond_in_another_thread", "trace_target.spin_attached held the interpreter for * ms, and *"),
        ("test_own_failure", "* assert 'as it' == 'was'"),
        ("test_nothing", "max_hold: no export of an extension module was called, so nothing was measured"),
        ("TestClosest.test_method", "trace_target.sleep_attached held the interpreter for * ms, and *"),
    ]:
        section = done.stdout.str().split(f" {name} _")[1]
        pytest.LineMatcher(section.splitlines()).fnmatch_lines([line])


def test_python_code_that_an_export_calls_is_told_apart(suite: Suite) -> None:
    tests = """
        import pytest, time
        import trace_target as target
        def busy():
            begin = time.perf_counter()
            while time.perf_counter() - begin < 0.1: pass
        @pytest.mark.max_hold("50ms")
        def test_callback():
            target.callback(busy, 1, 1)
    """
    done = suite.run("--boundcheck-trace", tests=tests)
    done.assert_outcomes(failed=1)
    done.stdout.fnmatch_lines(["*callback held the interpreter for * ms, *(its own code for at most *: the rest is *"])


def test_a_marker_without_a_recording_fails(suite: Suite) -> None:
    done = suite.run("-k", "within", tests=MARKED)
    done.assert_outcomes(failed=1, deselected=9)
    done.stdout.fnmatch_lines(["max_hold: nothing is recorded. Run with --boundcheck-trace, or set *"])


def test_the_command_records_for_the_marker(suite: Suite, tmp_path: Path) -> None:
    suite.pytester.makepyfile(test_it=MARKED)
    report = tmp_path / "report.json"
    trace = [sys.executable, "-m", "boundcheck", "--quiet", "trace", "--format", "json", "-o", str(report), "--"]
    done = suite.pytester.run(*trace, sys.executable, "-m", "pytest", "-k", "before or within or test_beyond")
    done.assert_outcomes(passed=2, failed=2, deselected=6)
    assert done.ret == pytest.ExitCode.TESTS_FAILED
    calls = {export.export: export.calls for export in boundcheck.load_trace(report)}
    assert calls["trace_target.sleep_attached"] == 3


@pytest.mark.parametrize("marker", ["", '"5"', "5", '"5ms", "6ms"', 'duration="5ms"'])
def test_a_marker_that_is_wrong(suite: Suite, marker: str) -> None:
    tests = f"""
        import pytest
        @pytest.mark.max_hold({marker})
        def test_it(): pass
    """
    done = suite.run(tests=tests, ini=ON)
    assert done.ret == pytest.ExitCode.USAGE_ERROR
    done.stderr.fnmatch_lines(["ERROR: test_it.py::test_it: max_hold*"])
    suite.run("-n", "1", tests=tests).assert_outcomes(failed=1)


def test_where_recording_is_not_possible(suite: Suite) -> None:
    suite.pytester.makepyfile(
        elsewhere="from boundcheck import _recording; _recording.why_not = lambda: 'recording needs another platform'"
    )
    for option in ("--boundcheck-trace", "--boundcheck-trace-json=run.json", "--boundcheck-max-hold=5ms"):
        done = suite.run("-p", "elsewhere", option)
        assert done.ret == pytest.ExitCode.USAGE_ERROR
        done.stderr.fnmatch_lines(["ERROR: boundcheck: recording needs another platform"])
    done = suite.run("-p", "elsewhere", "-rs", tests=MARKED, ini=ON)
    done.assert_outcomes(passed=1, skipped=9)
    done.stdout.fnmatch_lines(["SKIPPED * max_hold: recording needs another platform"])
