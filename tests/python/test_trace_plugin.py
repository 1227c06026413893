"""The plugin for pytest, in runs of their own."""

from __future__ import annotations

import os
import sys

import pytest
from conftest import TESTS, Suite

import boundcheck
from boundcheck.pytest_plugin import milliseconds

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="recording needs Linux")


def test_without_an_option_nothing_happens(suite: Suite) -> None:
    tests = """
        import os, sys
        def test_inert():
            assert "boundcheck.pytest_plugin" in sys.modules
            assert "boundcheck._core" not in sys.modules
            assert "boundcheck._recording" not in sys.modules
            assert not [name for name in os.environ if name.startswith("BOUNDCHECK") or name == "LD_PRELOAD"]
    """
    done = suite.run(tests=tests)
    done.assert_outcomes(passed=1)
    assert "boundcheck" not in done.stdout.str().split("test session starts")[1].split("plugins:")[1].split("\n", 1)[1]


def test_the_options_and_the_marker_are_described(suite: Suite) -> None:
    shown = suite.run("--help").stdout.str()
    assert "--boundcheck-max-hold=DURATION" in shown and "boundcheck_trace (bool)" in shown
    assert "@pytest.mark.max_hold(duration): the test fails" in suite.run("--markers").stdout.str()


def test_the_table_at_the_end(suite: Suite) -> None:
    suite.pytester.makeconftest("import trace_target")
    done = suite.run("--boundcheck-trace")
    done.assert_outcomes(passed=2)
    done.stdout.fnmatch_lines(
        ["*= boundcheck trace =*", "export * calls *longest hold*", "trace_target.sleep_attached  *2 *", "*1 process*"]
    )
    assert "imported before" not in done.stdout.str()
    assert "boundcheck._core" not in done.stdout.str()


def test_modules_that_other_plugins_imported_are_named(suite: Suite) -> None:
    suite.pytester.makepyfile(early="import trace_target")
    done = suite.run("-p", "early", "--boundcheck-trace")
    done.assert_outcomes(passed=2)
    done.stdout.fnmatch_lines(["note: 1 extension module was imported before the recording began: *: trace_target"])


def test_programs_that_tests_start_are_recorded(suite: Suite) -> None:
    tests = """
        import os, subprocess, sys
        def test_child():
            subprocess.run([sys.executable, "-c", "import trace_target as t; [t.tiny(i) for i in range(30)]"], check=True)
            if os.fork() == 0:
                import trace_target
                trace_target.tiny(1)
                os._exit(0)
            assert os.wait()[1] == 0
    """
    suite.run("--boundcheck-trace-json", "run.json", tests=tests).assert_outcomes(passed=1)
    trace = boundcheck.load_trace(suite.path / "run.json")
    assert {export.export: export.calls for export in trace}["trace_target.tiny"] == 31
    assert len(trace.processes) == 3


def test_the_json(suite: Suite) -> None:
    done = suite.run("--boundcheck-trace-json", "run.json")
    done.assert_outcomes(passed=2)
    assert "boundcheck trace" not in done.stdout.str()
    exports = {export.export: export for export in boundcheck.load_trace(suite.path / "run.json")}
    assert exports["trace_target.tiny"].calls == 10
    assert exports["trace_target.sleep_attached"].longest_hold_ms >= 120


def test_a_json_that_cannot_be_written(suite: Suite) -> None:
    done = suite.run("--boundcheck-trace-json", "nowhere/run.json")
    assert done.ret == pytest.ExitCode.USAGE_ERROR
    done.stderr.fnmatch_lines([f"ERROR: --boundcheck-trace-json: there is no folder {suite.path}/nowhere"])
    done = suite.run("--boundcheck-trace-json", ".")
    assert done.ret == pytest.ExitCode.TESTS_FAILED
    done.stdout.fnmatch_lines([f"{suite.path}: cannot be written: Is a directory"])


def test_a_run_with_a_longer_hold_fails(suite: Suite) -> None:
    done = suite.run("--boundcheck-max-hold", "50ms")
    assert done.ret == pytest.ExitCode.TESTS_FAILED
    done.assert_outcomes(passed=2)
    done.stdout.fnmatch_lines(
        [
            "*= boundcheck: the limit is 50ms =*",
            "trace_target.sleep_attached held the interpreter for * ms, and the limit is 50 ms",
        ]
    )
    assert "tiny held" not in done.stdout.str() and "boundcheck trace" not in done.stdout.str()


def test_a_run_without_one_passes(suite: Suite) -> None:
    done = suite.run("--boundcheck-max-hold", "30s", "--boundcheck-trace")
    assert done.ret == pytest.ExitCode.OK
    assert "no hold above" not in done.stdout.str()


def test_a_limit_needs_something_to_measure(suite: Suite) -> None:
    done = suite.run("--boundcheck-max-hold", "50ms", tests="def test_pure(): pass")
    assert done.ret == pytest.ExitCode.TESTS_FAILED
    done.stdout.fnmatch_lines(["no export of an extension module was called, so nothing was measured"])
    failing = suite.run("--boundcheck-max-hold", "50ms", "-k", "none", tests="def test_pure(): pass")
    assert failing.ret == pytest.ExitCode.NO_TESTS_COLLECTED


@pytest.mark.parametrize("duration", ["5", "ms", "-5ms", "5 minutes", "1e3ms", ""])
def test_a_duration_that_is_none(suite: Suite, duration: str) -> None:
    with pytest.raises(ValueError, match="is no duration: write it as 5ms, 1.5s or 200us"):
        milliseconds(duration)
    done = suite.run(f"--boundcheck-max-hold={duration}")
    assert done.ret == pytest.ExitCode.USAGE_ERROR
    done.stderr.fnmatch_lines([f"ERROR: --boundcheck-max-hold: '{duration}' is no duration: *"])


@pytest.mark.parametrize(
    ("text", "ms"),
    [("5ms", 5.0), ("1.5s", 1500.0), ("200us", 0.2), ("200µs", 0.2), (" 0 ms ", 0.0), ("10.25 ms", 10.25)],
)
def test_durations(text: str, ms: float) -> None:
    assert milliseconds(text) == pytest.approx(ms)


def test_workers_of_xdist_are_recorded(suite: Suite) -> None:
    tests = """
        import pytest
        import trace_target as target
        @pytest.mark.parametrize("time", range(10))
        def test_tiny(time):
            for i in range(100): target.tiny(i)
            target.sleep_attached(60 if time == 7 else 1)
    """
    done = suite.run(
        "-n", "2", "--boundcheck-trace", "--boundcheck-trace-json=run.json", "--boundcheck-max-hold=50ms", tests=tests
    )
    assert done.ret == pytest.ExitCode.TESTS_FAILED
    done.assert_outcomes(passed=10)
    output = done.stdout.str()
    assert output.count("= boundcheck trace =") == 1
    assert output.count("trace_target.sleep_attached held the interpreter for ") == 1
    trace = boundcheck.load_trace(suite.path / "run.json")
    assert {export.export: export.calls for export in trace}["trace_target.tiny"] == 1000
    assert len(trace.processes) == 3 and trace.problems == ()


def test_the_environment_is_as_before_when_a_run_ends(suite: Suite) -> None:
    suite.pytester.makepyfile(test_it=TESTS)
    program = """
import os, pytest
before = dict(os.environ)
for i in range(2):
    assert pytest.main(["-q", "--boundcheck-max-hold=10s"]) == 0
changed = set(os.environ.items()) ^ set(before.items())
# What pytest itself changes.
assert {name for name, value in changed} <= {"PYTEST_VERSION", "PYTEST_CURRENT_TEST"}, changed
"""
    done = suite.pytester.run(sys.executable, "-c", program)
    assert done.ret == 0, done.stdout.str() + done.stderr.str()
    assert os.environ.get("LD_PRELOAD") is None


def test_a_conftest_can_bring_the_plugin(suite: Suite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    suite.pytester.makeconftest('pytest_plugins = ["boundcheck.pytest_plugin"]')
    suite.run("--boundcheck-max-hold=50ms").assert_outcomes(passed=2)
    assert suite.run("--boundcheck-max-hold=50ms").ret == pytest.ExitCode.TESTS_FAILED
