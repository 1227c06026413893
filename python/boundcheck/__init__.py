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

The command `boundcheck` does the same from a shell: `boundcheck check --help`.
"""

from boundcheck._core import (
    VERSION as __version__,
    Finding,
    Label,
    Location,
    Problem,
    Report,
    Summary,
    check,
)
from boundcheck._errors import (
    BoundcheckError,
    ConfigurationError,
    DependenciesError,
    InternalError,
    NothingExaminedError,
    ProjectNotFoundError,
)

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
    "__version__",
    "check",
]
