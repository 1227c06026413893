"""Records which exports of extension modules hold the interpreter while tests run. Does nothing until it is asked to."""

from __future__ import annotations

import os
import re
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, Generator, Iterable, Optional

import pytest

from boundcheck._errors import TraceError

if TYPE_CHECKING:
    from boundcheck._core import Trace, TracedExport
    from boundcheck._recording import Recorder

_NAME = "boundcheck-run"
_MARKER = "max_hold"
_UNITS = {"us": 1e-3, "µs": 1e-3, "ms": 1.0, "s": 1e3}
_DURATION = re.compile(r"(\d+(?:\.\d+)?)\s*(us|µs|ms|s)")
_NOTHING = "no export of an extension module was called, so nothing was measured"


def milliseconds(text: object) -> float:
    """The milliseconds of `5ms`, `1.5s` or `200us`; `ValueError` for anything else."""
    match = _DURATION.fullmatch(text.strip()) if isinstance(text, str) else None
    if match is None:
        raise ValueError(f"{text!r} is no duration: write it as 5ms, 1.5s or 200us")
    return float(match[1]) * _UNITS[match[2]]


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("boundcheck", "who holds the Python interpreter")
    group.addoption(
        "--boundcheck-trace",
        action="store_true",
        help="record the exports of extension modules, and show at the end who held the interpreter",
    )
    group.addoption("--boundcheck-trace-json", metavar="FILE", help="record, and write what was recorded to a file")
    group.addoption(
        "--boundcheck-max-hold",
        metavar="DURATION",
        help="record, and fail the run when an export held the interpreter for longer, as 50ms; imports do not count",
    )
    parser.addini("boundcheck_trace", "record, so that tests can have the marker max_hold", type="bool", default=False)


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    # Before a conftest imports extension modules.
    _start(early_config, early_config.known_args_namespace)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers",
        f"{_MARKER}(duration): the test fails when an export of an extension module holds the interpreter for longer "
        'in it, as max_hold("5ms")',
    )
    # The hook above is not called where a conftest brings the plugin.
    _start(config, config.option)


def _start(config: pytest.Config, options: Any) -> None:
    asked = (options.boundcheck_trace, options.boundcheck_trace_json, options.boundcheck_max_hold)
    is_asked = any(value not in (None, False) for value in asked)
    if (is_asked or config.getini("boundcheck_trace")) and _run_of(config) is None:
        run = Run(config, *asked)
        config.pluginmanager.register(run, _NAME)
        config.add_cleanup(run.close)


def _run_of(config: pytest.Config) -> Optional[Run]:
    run = config.pluginmanager.get_plugin(_NAME)
    return run if isinstance(run, Run) else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    # In a worker of xdist nobody would see this: there the test fails.
    if hasattr(config, "workerinput"):
        return
    for item in items:
        try:
            _limit_of(item)
        except ValueError as error:
            raise pytest.UsageError(f"{item.nodeid}: {error}") from None


@pytest.hookimpl(hookwrapper=True, tryfirst=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, Any, None]:
    if item.get_closest_marker(_MARKER) is None:
        yield
        return
    try:
        limit = _limit_of(item)
    except ValueError as error:
        pytest.fail(str(error), pytrace=False)
    assert limit is not None
    _need_recording(item.config)

    from boundcheck._recording import trace

    with trace() as tracing:
        outcome = yield
    message = _failure(tracing.result, limit)
    if message is not None and outcome.excinfo is None:
        outcome.force_exception(pytest.fail.Exception(message, pytrace=False))


def _limit_of(item: pytest.Item) -> Optional[float]:
    """The limit of a test in milliseconds; `ValueError` where the marker is wrong."""
    marker = item.get_closest_marker(_MARKER)
    if marker is None:
        return None
    if len(marker.args) != 1 or marker.kwargs:
        raise ValueError(f'{_MARKER} takes one duration, as {_MARKER}("5ms")')
    try:
        return milliseconds(marker.args[0])
    except ValueError as error:
        raise ValueError(f"{_MARKER}: {error}") from None


def _need_recording(config: pytest.Config) -> None:
    """Fails a test whose limit cannot be exceeded, because nobody measures; skips it where nobody can."""
    from boundcheck._recording import is_recorded, why_not

    run = _run_of(config)
    reason = why_not() if run is None else run.unable
    if reason is not None:
        pytest.skip(f"{_MARKER}: {reason}")
    if run is None and not is_recorded():
        pytest.fail(
            f"{_MARKER}: nothing is recorded. Run with --boundcheck-trace, or set `boundcheck_trace = true` in the "
            "configuration of pytest: the recording begins before extension modules are imported",
            pytrace=False,
        )


def _failure(trace: Trace, limit: float) -> Optional[str]:
    """What is wrong with a test, if anything is."""
    called = _called(trace)
    if not called:
        return "\n".join([f"{_MARKER}: {_NOTHING}", *trace.problems])
    return "\n".join(_over(called, limit)) or None


def _called(trace: Trace) -> list[TracedExport]:
    """Exports that limits are for: the import of a module happens once, and is nobody's call."""
    return [export for export in trace if export.kind != "module-exec"]


def _over(exports: Iterable[TracedExport], limit: float) -> list[str]:
    """A line for each export that held the interpreter for too long, the longest first."""
    lines = []
    for export in sorted(exports, key=lambda export: -export.longest_hold_ms):
        hold, own = export.longest_hold_ms, export.longest_own_ms
        if hold > limit:
            line = f"{export.export} held the interpreter for {hold:.4g} ms, and the limit is {limit:g} ms"
            if own <= limit:
                line += f" (its own code for at most {own:.4g} ms: the rest is Python code and others that it called)"
            lines.append(line)
    return lines


class Run:
    """A run of pytest that is recorded."""

    def __init__(self, config: pytest.Config, shows: bool, json: Optional[str], max_hold: Optional[str]) -> None:
        self._config = config
        self._shows = shows
        self._json = None if json is None else config.invocation_params.dir / json
        self._max_hold = max_hold
        self._limit: Optional[float] = None
        self._trace: Optional[Trace] = None
        self._wrong: list[str] = []
        self._recorder: Optional[Recorder] = None
        self._inherited = ExitStack()
        #: Why nothing is recorded.
        self.unable: Optional[str] = None
        try:
            self._limit = None if max_hold is None else milliseconds(max_hold)
        except ValueError as error:
            raise pytest.UsageError(f"--boundcheck-max-hold: {error}") from None
        if self._json is not None and not self._json.parent.is_dir() and "PYTEST_XDIST_WORKER" not in os.environ:
            raise pytest.UsageError(f"--boundcheck-trace-json: there is no folder {self._json.parent}")

        from boundcheck._recording import recorder

        try:
            self._recorder = recorder()
        except TraceError as error:
            if self._is_asked():
                raise pytest.UsageError(f"boundcheck: {error}") from None
            self.unable = str(error)
        else:
            self._inherited.enter_context(self._recorder.inherited())

    def _is_asked(self) -> bool:
        return self._shows or self._json is not None or self._max_hold is not None

    def close(self) -> None:
        """Programs that are started later are not recorded."""
        self._inherited.close()

    @pytest.hookimpl(hookwrapper=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> Generator[None, Any, None]:
        yield
        # Workers of xdist have ended by now, and their recordings are in the same folder.
        if self._recorder is None or not self._is_asked() or hasattr(self._config, "workerinput"):
            return
        self._trace = self._recorder.everything()
        if self._json is not None:
            try:
                self._json.write_text(self._trace.to_json(), encoding="utf-8")
            except OSError as error:
                self._wrong.append(f"{self._json}: cannot be written: {error.strerror}")
        if self._limit is not None:
            called = _called(self._trace)
            self._wrong.extend(_over(called, self._limit) if called else [_NOTHING, *self._trace.problems])
        if self._wrong and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if self._trace is None:
            return
        if self._shows:
            terminalreporter.section("boundcheck trace")
            terminalreporter.write(self._trace.table())
        if self._wrong:
            title = "boundcheck" if self._max_hold is None else f"boundcheck: the limit is {self._max_hold}"
            terminalreporter.section(title, red=True)
            for line in self._wrong:
                terminalreporter.write_line(line, red=True)
