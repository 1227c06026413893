"""The crate {{ bound.package }} for Python."""

from {{ module }}._core import version
from {{ module }}._errors import {{ error }}

__all__ = ["{{ error }}", "version"]

__version__ = version()
