"""What keeps a project from being checked, or a program from being recorded. Raised by the Rust part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

if TYPE_CHECKING:
    from boundcheck._core import Report as _Report


class BoundcheckError(Exception):
    """Something could not be done. The message says why and what to do."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        #: Why, and what to do.
        self.message = message

    def __str__(self) -> str:
        return self.message


class ProjectNotFoundError(BoundcheckError, FileNotFoundError):
    """There is no project at the path: no such folder, or no ``Cargo.toml`` in it."""

    def __init__(self, message: str, *, path: Optional[str] = None) -> None:
        super().__init__(message)
        #: The path as it was given.
        self.path = path


class ConfigurationError(BoundcheckError, ValueError):
    """What was asked for does not exist or contradicts itself: a rule, a feature, a key of the configuration."""

    def __init__(self, message: str, *, path: Optional[str] = None, line: Optional[int] = None) -> None:
        super().__init__(message)
        #: The file to mend; ``None`` when the arguments of the call are to blame.
        self.path = path
        #: The line in it, from 1, where one is known.
        self.line = line


class DependenciesError(BoundcheckError):
    """``deps="require"``, and the sources of the dependencies are not on disk."""

    def __init__(self, message: str, *, path: Optional[str] = None) -> None:
        super().__init__(message)
        #: The manifest.
        self.path = path


class NothingExaminedError(BoundcheckError):
    """There is a project, but nothing in it that Python could reach was analysed: this is no clean result."""

    def __init__(self, message: str, *, reason: Optional[str] = None, report: Optional[_Report] = None) -> None:
        super().__init__(message)
        #: Why nothing was examined.
        self.reason = message if reason is None else reason
        #: What the run has to say all the same: its problems, and findings in manifests.
        self.report = report


class TraceError(BoundcheckError):
    """A recording could not be made, or something is none that can be read."""

    def __init__(self, message: str, *, path: Optional[str] = None) -> None:
        super().__init__(message)
        #: The file or folder to blame, where there is one.
        self.path = path


class InternalError(BoundcheckError):
    """A bug in boundcheck. The message says how to report it."""


for _error in (
    BoundcheckError,
    ProjectNotFoundError,
    ConfigurationError,
    DependenciesError,
    NothingExaminedError,
    TraceError,
    InternalError,
):
    _error.__module__ = "boundcheck"
