"""Audits the boundary between Python and Rust in PyO3 projects.

>>> import boundcheck
>>> report = boundcheck.check("path/to/project")  # doctest: +SKIP
>>> for finding in report:  # doctest: +SKIP
...     print(finding)
src/lib.rs:12:5: error[D002]: blocking call while attached to the interpreter

`check` returns a `Report`, which is a collection of `Finding`s. What keeps a
project from being checked is raised as a `BoundcheckError`; a project in which
there is nothing to check is never reported as clean but raises
`NothingExaminedError`.

`trace` records what a block of code does: which exports of extension modules
held the interpreter, for how long, and whom that blocked. `load_trace` reads
what the command `boundcheck trace --format json` wrote.

>>> with boundcheck.trace() as t:  # doctest: +SKIP
...     import demo
...     demo.work()
>>> t.result.exports[0].longest_hold_ms  # doctest: +SKIP
31.204

The command `boundcheck` does the same from a shell: `boundcheck --help`.
"""

from typing import TYPE_CHECKING

from boundcheck._errors import (
    BoundcheckError,
    ConfigurationError,
    DependenciesError,
    InternalError,
    NothingExaminedError,
    ProjectNotFoundError,
    TraceError,
)

if TYPE_CHECKING:
    from boundcheck._core import (
        VERSION as __version__,
        Finding,
        Label,
        Location,
        Problem,
        Report,
        Summary,
        Trace,
        TracedExport,
        TracedProcess,
        TracedThread,
        check,
    )
    from boundcheck._recording import Tracing, load_trace, trace

__all__ = [
    "BoundcheckError",
    "ConfigurationError",
    "DependenciesError",
    "Finding",
    "InternalError",
    "Label",
    "Location",
    "NothingExaminedError",
    "Problem",
    "ProjectNotFoundError",
    "Report",
    "Summary",
    "Trace",
    "TraceError",
    "TracedExport",
    "TracedProcess",
    "TracedThread",
    "Tracing",
    "__version__",
    "check",
    "load_trace",
    "trace",
]


def __getattr__(name: str) -> object:
    # The Rust part is loaded when it is needed: pytest imports this package in every run, for its plugin.
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from boundcheck import _core, _recording

    if name == "__version__":
        value: object = _core.VERSION
    else:
        value = getattr(_recording if hasattr(_recording, name) else _core, name)
    globals()[name] = value
    return value


def __dir__() -> "list[str]":
    return sorted({*globals(), *__all__})
