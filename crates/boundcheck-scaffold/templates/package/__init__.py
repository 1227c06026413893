"""Measurements: series of numbers, their windows and how sure their mean is."""

from importlib.metadata import version as _version

from {{ module }}._core import (
    Monitor,
    Series,
    Summary,
    Windows,
    confidence_interval,
    describe,
{% if async %}
    load,
{% endif %}
    parse,
)
from {{ module }}._errors import (
{% for class in [error, "NotFiniteError", "ParseError"]|sort %}
    {{ class }},
{% endfor %}
)

__all__ = [
{% for class in [error, "Monitor", "NotFiniteError", "ParseError", "Series", "Summary", "Windows"]|sort %}
    "{{ class }}",
{% endfor %}
    "confidence_interval",
    "describe",
{% if async %}
    "load",
{% endif %}
    "parse",
]

__version__ = _version("{{ name }}")
