"""Exports within exports, and work of Python within an export."""

import time

from target import t, tell


def busy():
    end = time.perf_counter() + 0.003
    while time.perf_counter() < end:
        pass


def inner():
    t.spin_attached(4)
    t.sleep_detached(3)


t.callback(inner, 5, 2)
t.callback(busy, 5, 2)
tell()
