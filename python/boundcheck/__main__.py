"""The command: `boundcheck` or `python -m boundcheck`."""

from __future__ import annotations

import sys

from boundcheck import _core


def main() -> int:
    """Run the command with the arguments of the process; return its exit code."""
    try:
        return _core.main(["boundcheck", *sys.argv[1:]])
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
