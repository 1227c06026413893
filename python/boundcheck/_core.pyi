from collections.abc import Iterator, Sequence
from os import PathLike
from typing import Any, Final, Literal, final

__all__ = [
    "VERSION",
    "Finding",
    "Label",
    "Location",
    "Problem",
    "Recording",
    "Report",
    "Summary",
    "Trace",
    "TracedExport",
    "TracedProcess",
    "TracedThread",
    "Window",
    "check",
    "main",
    "read_recording",
    "read_trace",
]

VERSION: Final[str]

def check(
    path: str | PathLike[str],
    *,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] | None = None,
    features: Sequence[str] | None = None,
    deps: Literal["auto", "never", "require"] = "auto",
    persona: Literal["regular", "pedantic", "auditor"] = "regular",
    trace: str | PathLike[str] | None = None,
) -> Report:
    """Audit the boundary between Python and Rust in a PyO3 project."""

def main(argv: Sequence[str]) -> int:
    """Run the `boundcheck` command and return its exit code."""

@final
class Location:
    """A place in a file of the project. Lines and columns count from 1, columns in Unicode code points."""

    def __new__(cls, path: str, line: int, column: int, end_line: int, end_column: int) -> Location: ...
    @property
    def path(self) -> str:
        """Path relative to the checked folder, with `/`; it starts with `..` for a sibling crate."""
    @property
    def line(self) -> int:
        """First line."""
    @property
    def column(self) -> int:
        """First column."""
    @property
    def end_line(self) -> int:
        """Last line."""
    @property
    def end_column(self) -> int:
        """Column after the last character."""
    def __eq__(self, other: object, /) -> bool: ...
    def __lt__(self, other: Location, /) -> bool: ...
    def __le__(self, other: Location, /) -> bool: ...
    def __gt__(self, other: Location, /) -> bool: ...
    def __ge__(self, other: Location, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[type[Location], tuple[object, ...]]: ...

@final
class Label:
    """A place with a word about it."""

    def __new__(cls, location: Location, label: str) -> Label: ...
    @property
    def location(self) -> Location:
        """Where."""
    @property
    def label(self) -> str:
        """What is there."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[type[Label], tuple[object, ...]]: ...

@final
class Finding:
    """One thing that a rule found."""

    def __new__(
        cls,
        rule: str,
        name: str,
        severity: Literal["info", "warning", "error"],
        confidence: Literal["low", "medium", "high"],
        persona: Literal["regular", "pedantic", "auditor"],
        message: str,
        location: Location,
        label: str,
        related: Sequence[Label] = (),
        note: str | None = None,
        help: str | None = None,
        symbol: str | None = None,
        python_name: str | None = None,
    ) -> Finding: ...
    @property
    def rule(self) -> str:
        """Code of the rule: `D002`."""
    @property
    def name(self) -> str:
        """Name of the rule: `blocking-call-while-attached`."""
    @property
    def severity(self) -> Literal["info", "warning", "error"]:
        """How bad it is if it is true."""
    @property
    def confidence(self) -> Literal["low", "medium", "high"]:
        """How sure the rule is."""
    @property
    def persona(self) -> Literal["regular", "pedantic", "auditor"]:
        """Who is told."""
    @property
    def message(self) -> str:
        """What is wrong, in one line."""
    @property
    def location(self) -> Location:
        """The place to edit."""
    @property
    def label(self) -> str:
        """What the place is, in a few words."""
    @property
    def related(self) -> tuple[Label, ...]:
        """Other places that explain it; for a call chain, from the export to the call in order."""
    @property
    def note(self) -> str | None:
        """Why it matters here."""
    @property
    def help(self) -> str | None:
        """What to do, in the names of the project's version of PyO3."""
    @property
    def symbol(self) -> str | None:
        """Canonical Rust path of the item it is about."""
    @property
    def python_name(self) -> str | None:
        """Python name of the export it is about."""
    @property
    def url(self) -> str:
        """The page of the rule."""
    def __eq__(self, other: object, /) -> bool: ...
    def __lt__(self, other: Finding, /) -> bool: ...
    def __le__(self, other: Finding, /) -> bool: ...
    def __gt__(self, other: Finding, /) -> bool: ...
    def __ge__(self, other: Finding, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[type[Finding], tuple[object, ...]]: ...

@final
class Summary:
    """What a run examined. Equality ignores the time that the run took."""

    def __new__(
        cls,
        examined: bool,
        reason: str | None,
        files: int,
        exports: int,
        functions: int,
        calls: int,
        calls_resolved: int,
        pyo3: str | None,
        dependency_sources: int,
        dependency_stubs: int,
        dependencies_missing: Sequence[str],
        elapsed_ms: int,
    ) -> Summary: ...
    @property
    def examined(self) -> bool:
        """At least one entry point was found and analysed."""
    @property
    def reason(self) -> str | None:
        """Why not, when `examined` is false."""
    @property
    def files(self) -> int:
        """Rust files of the project that were read."""
    @property
    def exports(self) -> int:
        """Functions, methods, getters, slots and constructors that Python can reach."""
    @property
    def functions(self) -> int:
        """Functions whose bodies were analysed."""
    @property
    def calls(self) -> int:
        """Calls in those bodies."""
    @property
    def calls_resolved(self) -> int:
        """Calls whose callee is known."""
    @property
    def pyo3(self) -> str | None:
        """Version of PyO3; the lowest one when binding crates differ."""
    @property
    def dependency_sources(self) -> int:
        """Dependencies that were seen with their sources, those of dependencies included."""
    @property
    def dependency_stubs(self) -> int:
        """Dependencies for which built-in signatures stood in."""
    @property
    def dependencies_missing(self) -> tuple[str, ...]:
        """Names of dependencies of which nothing was seen."""
    @property
    def elapsed_ms(self) -> int:
        """Wall-clock milliseconds of the whole run."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[type[Summary], tuple[object, ...]]: ...

_ProblemKind = Literal["unreadable", "skipped", "syntax", "manifest", "dependencies", "internal"]

@final
class Problem:
    """Something that could not be read or understood. The rest was still checked."""

    def __new__(cls, kind: _ProblemKind, path: str | None, line: int | None, message: str) -> Problem: ...
    @property
    def kind(self) -> _ProblemKind:
        """What kind."""
    @property
    def path(self) -> str | None:
        """The file or folder, relative to the checked folder where it lies in it."""
    @property
    def line(self) -> int | None:
        """Line, from 1, where one is known."""
    @property
    def message(self) -> str:
        """What is wrong and what to do."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[type[Problem], tuple[object, ...]]: ...

@final
class Report:
    """Everything a run has to say: a collection of its findings, true when there are any."""

    def __new__(
        cls, summary: Summary, findings: Sequence[Finding] = (), problems: Sequence[Problem] = ()
    ) -> Report: ...
    @property
    def summary(self) -> Summary:
        """What was examined."""
    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found, sorted by path, line, column and rule."""
    @property
    def problems(self) -> tuple[Problem, ...]:
        """What could not be read or understood. The rest was still checked."""
    def to_json(self) -> str:
        """The report as `boundcheck check --format json` prints it."""
    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[Finding]: ...
    def __contains__(self, finding: object, /) -> bool: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[type[Report], tuple[object, ...]]: ...

_Mode = Literal["gil-timeline", "api"]
_TracedKind = Literal["function", "method", "getter", "setter", "slot", "constructor", "dealloc", "module-exec"]

@final
class TracedExport:
    """An export of an extension module in a recorded run. Times are milliseconds, to a microsecond."""

    def __new__(
        cls,
        export: str,
        library: str,
        kind: _TracedKind,
        calls: int,
        total_ms: float,
        attached_ms: float,
        own_attached_ms: float,
        detached_ms: float,
        reattach_wait_ms: float,
        longest_hold_ms: float,
        longest_own_ms: float,
        blocked_thread_ms: float,
        blocked_wall_ms: float,
        drops: int,
        exceptions: int,
        path: str | None = None,
        line: int | None = None,
    ) -> TracedExport: ...
    @property
    def export(self) -> str:
        """As Python names it: `demo.Series.smooth`."""
    @property
    def library(self) -> str:
        """The file of the library: `_core.abi3.so`."""
    @property
    def kind(self) -> _TracedKind:
        """What was called."""
    @property
    def calls(self) -> int:
        """How often."""
    @property
    def total_ms(self) -> float:
        """Milliseconds from call to return, in all."""
    @property
    def attached_ms(self) -> float:
        """Of that, with the interpreter held: own code, other exports, and Python code that it called."""
    @property
    def own_attached_ms(self) -> float:
        """Milliseconds attached, without nested exports and without calls back into Python."""
    @property
    def detached_ms(self) -> float:
        """Milliseconds without the interpreter."""
    @property
    def reattach_wait_ms(self) -> float:
        """Milliseconds of waiting to get the interpreter back."""
    @property
    def longest_hold_ms(self) -> float:
        """Milliseconds of the longest stretch in a call in which the interpreter was not let go."""
    @property
    def longest_own_ms(self) -> float:
        """Milliseconds of the longest stretch of its own code, attached."""
    @property
    def blocked_thread_ms(self) -> float:
        """Milliseconds that other threads waited while its own code held the interpreter, each thread counted."""
    @property
    def blocked_wall_ms(self) -> float:
        """The same, each moment counted once."""
    @property
    def drops(self) -> int:
        """How often the interpreter was let go during its calls."""
    @property
    def exceptions(self) -> int:
        """Calls that raised."""
    @property
    def path(self) -> str | None:
        """The file of the Rust function, where the sources are known."""
    @property
    def line(self) -> int | None:
        """The line there, from 1."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[type[TracedExport], tuple[object, ...]]: ...

@final
class TracedProcess:
    """A process of a recorded run."""

    def __new__(cls, pid: int, parent: int, python: str, complete: bool) -> TracedProcess: ...
    @property
    def pid(self) -> int:
        """Its number."""
    @property
    def parent(self) -> int:
        """The number of the process that started it."""
    @property
    def python(self) -> str:
        """The interpreter: `CPython 3.13.0`."""
    @property
    def complete(self) -> bool:
        """Whether it told of its end; a process that was killed, or goes on, did not."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[type[TracedProcess], tuple[object, ...]]: ...

@final
class TracedThread:
    """A thread that held the interpreter or waited for it. Times are milliseconds, to a microsecond."""

    def __new__(
        cls,
        pid: int,
        tid: int,
        name: str,
        holds: int,
        attached_ms: float,
        longest_hold_ms: float,
        waited_ms: float,
        longest_wait_ms: float,
    ) -> TracedThread: ...
    @property
    def pid(self) -> int:
        """The number of its process."""
    @property
    def tid(self) -> int:
        """Its number in the operating system."""
    @property
    def name(self) -> str:
        """Its name there: `MainThread` or `tokio-worker`."""
    @property
    def holds(self) -> int:
        """How often it took the interpreter."""
    @property
    def attached_ms(self) -> float:
        """Milliseconds for which it had the interpreter, in all."""
    @property
    def longest_hold_ms(self) -> float:
        """Milliseconds of the longest of its holds."""
    @property
    def waited_ms(self) -> float:
        """Milliseconds for which it waited for the interpreter, in all."""
    @property
    def longest_wait_ms(self) -> float:
        """Milliseconds of the longest of its waits."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[type[TracedThread], tuple[object, ...]]: ...

@final
class Trace:
    """A recorded run: a collection of its exports, worst first, true when there are any."""

    def __new__(
        cls,
        mode: _Mode,
        wall_ms: float,
        processes: Sequence[TracedProcess] = (),
        threads: Sequence[TracedThread] = (),
        exports: Sequence[TracedExport] = (),
        problems: Sequence[str] = (),
    ) -> Trace: ...
    @property
    def mode(self) -> _Mode:
        """How attached time was measured."""
    @property
    def wall_ms(self) -> float:
        """Milliseconds from the begin to the end of what was recorded."""
    @property
    def processes(self) -> tuple[TracedProcess, ...]:
        """Processes that were recorded, in the order they began."""
    @property
    def threads(self) -> tuple[TracedThread, ...]:
        """Threads that held the interpreter or waited for it."""
    @property
    def exports(self) -> tuple[TracedExport, ...]:
        """Exports that were called, worst first."""
    @property
    def problems(self) -> tuple[str, ...]:
        """What could not be recorded, in words."""
    def to_json(self) -> str:
        """The trace as `boundcheck trace --format json` prints it; `load_trace` reads it."""
    def table(self, rows: int | None = 20) -> str:
        """The trace as `boundcheck trace` prints it. At most `rows` exports are shown, with `None` all."""
    def to_pandas(self) -> Any:
        """The exports as a `pandas.DataFrame`. `ImportError` when pandas is not installed."""
    def to_polars(self) -> Any:
        """The exports as a `polars.DataFrame`. `ImportError` when polars is not installed."""
    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[TracedExport]: ...
    def __contains__(self, export: object, /) -> bool: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[type[Trace], tuple[object, ...]]: ...

@final
class Recording:
    """A folder that processes record to, and the recorder on disk. Both go away with the object."""

    def __new__(cls) -> Recording: ...
    @property
    def folder(self) -> str:
        """The folder."""
    @property
    def recorder(self) -> str:
        """The recorder's file."""
    @property
    def environment(self) -> dict[str, str]:
        """What processes need in their environment to be recorded from their start."""

@final
class Window:
    """What this process did from a mark on."""

    @staticmethod
    def begin(folder: str) -> Window:
        """Begins at the mark that was just set."""
    def extended(self, folder: str) -> Window:
        """The same window, up to the mark that was just set. Needed at every mark."""
    def trace(self, problems: Sequence[str]) -> Trace:
        """What happened up to the last mark."""

def read_recording(folder: str, problems: Sequence[str]) -> Trace:
    """What all processes recorded to a folder, up to now."""

def read_trace(json: str, path: str) -> Trace:
    """A trace of a report that `boundcheck trace --format json` or `Trace.to_json` wrote."""
