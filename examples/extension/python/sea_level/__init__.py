"""Measurements: series of numbers, their windows and how sure their mean is."""

from importlib.metadata import version as _version

from sea_level._core import (
    Monitor,
    Series,
    Summary,
    Windows,
    confidence_interval,
    describe,
    parse,
)
from sea_level._errors import (
    NotFiniteError,
    ParseError,
    SeaLevelError,
)

__all__ = [
    "Monitor",
    "NotFiniteError",
    "ParseError",
    "SeaLevelError",
    "Series",
    "Summary",
    "Windows",
    "confidence_interval",
    "describe",
    "parse",
]

__version__ = _version("sea-level")
