"""Recording this process: the recorder is loaded into it, and marks tell what comes later from what was before."""

from __future__ import annotations

import atexit
import ctypes
import os
import sys
import threading
from contextlib import contextmanager
from importlib.machinery import ExtensionFileLoader
from typing import TYPE_CHECKING, Callable, Iterator, Optional, Union

from boundcheck import _core
from boundcheck._errors import TraceError

if TYPE_CHECKING:
    from types import TracebackType

#: As in `boundcheck_trace_format`.
_DIR = "BOUNDCHECK_TRACE_DIR"
_MARK = "boundcheck_recorder_mark"

_OWN = "boundcheck._core"
#: How many modules are named that came too early.
_NAMES = 10


class Recorder:
    """The recorder in this process, from its load to the end of the process: there is no way to unload it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._open: dict[Tracing, _core.Window] = {}
        self._owned: Optional[_core.Recording] = None
        self.problems: list[str] = []
        reason = why_not()
        if reason is not None:
            raise TraceError(reason)
        # There already in what `boundcheck trace` started, and in children that inherit it.
        mark = _mark_of(None)
        folder = os.environ.get(_DIR)
        if mark is None or not folder:
            mark, folder = self._load()
        elif mark() != 1:
            raise TraceError("this process is not recorded: the reason is on its standard error")
        self._mark: Callable[[], int] = mark
        self.folder = folder
        os.register_at_fork(after_in_child=self._reset)

    def _load(self) -> tuple[Callable[[], int], str]:
        """Loads the recorder now. What was imported before registered its exports already."""
        early = _extension_modules()
        owned = _core.Recording()
        # The recorder reads these once. Children do not load it: for that, see `inherited`.
        with _environment({name: value for name, value in owned.environment.items() if name != "LD_PRELOAD"}):
            mark = _mark_of(owned.recorder)
            if mark is None or mark() != 1:
                raise TraceError("the recorder could not start: the reason is on standard error")
        if early:
            self.problems.append(_missing(early))
        self._owned = owned
        atexit.register(self._forget)
        return mark, owned.folder

    def _forget(self) -> None:
        # The folder goes away with this, unless this is a fork.
        self._owned = None

    def _reset(self) -> None:
        self._lock = threading.Lock()

    @contextmanager
    def inherited(self) -> Iterator[None]:
        """Lets processes that are started meanwhile be recorded too, from their begin."""
        with _environment(self._owned.environment if self._owned else {}):
            yield

    def begin(self, tracing: Tracing) -> None:
        """Begins a window."""
        with self._lock:
            self._set_mark()
            self._open[tracing] = _core.Window.begin(self.folder)

    def window(self, tracing: Tracing, *, end: bool) -> _core.Trace:
        """What happened in a window up to now, which may be its end."""
        with self._lock:
            self._set_mark()
            window = self._open.pop(tracing) if end else self._open[tracing]
        return window.trace(self.problems)

    def _set_mark(self) -> None:
        # The longest holds begin anew, for all: each window takes note of those up to here.
        self._mark()
        for tracing, window in self._open.items():
            self._open[tracing] = window.extended(self.folder)

    def everything(self) -> _core.Trace:
        """What was recorded in all processes, up to now."""
        with self._lock:
            # Ends the hold of this thread, so that it counts.
            self._set_mark()
        return _core.read_recording(self.folder, self.problems)


_recorder: Optional[Recorder] = None
_starting = threading.Lock()


def recorder() -> Recorder:
    """The recorder in this process, which is loaded unless it is there. `TraceError` where that cannot be."""
    global _recorder
    with _starting:
        if _recorder is None:
            _recorder = Recorder()
        return _recorder


def is_recorded() -> bool:
    """Whether the recorder is in this process."""
    return _recorder is not None or _mark_of(None) is not None


def why_not() -> Optional[str]:
    """Why this process cannot load the recorder; `None` where nothing speaks against it."""
    if sys.implementation.name != "cpython" or not (3, 9) <= sys.version_info[:2] <= (3, 14):
        return f"recording needs CPython 3.9 to 3.14, and this is {sys.implementation.name} {sys.version.split()[0]}"
    if not sys.platform.startswith("linux"):
        return "recording is not possible on this platform: it needs Linux with glibc on x86-64 or aarch64"
    return None


class Tracing:
    """A block of code that is recorded: what `trace` returns."""

    def __init__(self) -> None:
        self._recorder: Optional[Recorder] = None
        self._result: Optional[_core.Trace] = None

    def __enter__(self) -> Tracing:
        if self._recorder is not None:
            raise RuntimeError("this block was entered already: `boundcheck.trace()` makes a new one")
        self._recorder = recorder()
        self._recorder.begin(self)
        return self

    def __exit__(
        self,
        kind: Optional[type[BaseException]],
        value: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        assert self._recorder is not None
        self._result = self._recorder.window(self, end=True)

    def peek(self) -> _core.Trace:
        """What happened up to now, within the block; behind it, what happened in all of it."""
        if self._result is not None:
            return self._result
        if self._recorder is None:
            raise RuntimeError("nothing is recorded yet: the block begins with `with`")
        return self._recorder.window(self, end=False)

    @property
    def result(self) -> _core.Trace:
        """What happened in the block, once it has ended."""
        if self._result is None:
            raise RuntimeError("the block has not ended: `peek()` tells what happened up to now")
        return self._result

    def __repr__(self) -> str:
        if self._result is not None:
            return f"<Tracing {self._result!r}>"
        return "<Tracing, not begun>" if self._recorder is None else "<Tracing, going on>"


def trace() -> Tracing:
    """Record what a block of code does: `with boundcheck.trace() as t: ...`, then `t.result` is a `Trace`.

    All threads of this process are seen, other processes are not. Only exports that are registered after the first
    such block began are seen: import the extension modules within it. Those that were imported before are named in the
    `problems` of the result. The recorder stays in the process, at some tens of nanoseconds for each call of an export;
    later blocks use it, and each tells what happened in it alone. Blocks can be nested and can run in several threads.

    In a process that `boundcheck trace` started, everything is seen.

    Raises `TraceError`, a `BoundcheckError`, where recording is not possible: it needs Linux with glibc on x86-64 or
    aarch64, and CPython 3.9 to 3.14.
    """
    return Tracing()


def load_trace(path: Union[str, os.PathLike[str]]) -> _core.Trace:
    """Read what `boundcheck trace --format json`, `pytest --boundcheck-trace-json` or `Trace.to_json` wrote.

    Raises `OSError` when the file cannot be read, and `TraceError` when it is no such report.
    """
    with open(path, encoding="utf-8") as file:
        try:
            text = file.read()
        except UnicodeDecodeError as error:
            raise TraceError(f"{os.fspath(path)}: not a report: {error}", path=os.fspath(path)) from error
    return _core.read_trace(text, os.fspath(path))


for _public in (Tracing, trace, load_trace):
    _public.__module__ = "boundcheck"


def _mark_of(library: Optional[str]) -> Optional[Callable[[], int]]:
    """The function of the recorder that sets a mark, in a library or in what is loaded for all."""
    try:
        # Called with the interpreter held, as it must be.
        function = getattr(ctypes.PyDLL(library), _MARK)
    except (AttributeError, OSError):
        return None
    function.argtypes = ()
    function.restype = ctypes.c_int

    def mark() -> int:
        result = function()
        assert isinstance(result, int)
        return result

    return mark


def _extension_modules() -> list[str]:
    """Extension modules that are imported, without those of Python itself."""
    names = []
    for name, module in list(sys.modules.items()):
        spec = getattr(module, "__spec__", None)
        if not isinstance(getattr(spec, "loader", None), ExtensionFileLoader) or name == _OWN:
            continue
        if "/lib-dynload/" not in (getattr(spec, "origin", None) or ""):
            names.append(name)
    return sorted(names)


def _missing(names: list[str]) -> str:
    if len(names) == 1:
        return f"1 extension module was imported before the recording began: its exports are not seen: {names[0]}"
    shown = ", ".join(names[:_NAMES])
    more = f" and {len(names) - _NAMES} more" if len(names) > _NAMES else ""
    return (
        f"{len(names)} extension modules were imported before the recording began: their exports are not seen: "
        f"{shown}{more}"
    )


@contextmanager
def _environment(variables: dict[str, str]) -> Iterator[None]:
    """Sets variables for a while."""
    before = {name: os.environ.get(name) for name in variables}
    os.environ.update(variables)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
