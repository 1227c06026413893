"""Threads of the extension that attach: four pieces of work for rayon's threads, each holds for 10 ms."""

from target import t, tell

t.rayon_attaching(10)
tell()
