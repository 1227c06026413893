"""Comes first in the scripts that use fixtures/trace-target: the extension as `t`, and `tell()`."""

import json
import os
import sys

sys.path.insert(0, os.environ["TRACE_TARGET"])

import trace_target as t


def tell(**more):
    """Prints what the extension measured with its own clock, in nanoseconds, and more in milliseconds."""
    print("told " + json.dumps({"measured": t.measured(), **more}))
