"""Threads of Python beside each other: as many as the argument says hold, and as many let go."""

import sys
import threading

from target import t, tell


def hold():
    for _ in range(5):
        t.spin_attached(6)


def let_go():
    for _ in range(5):
        t.let_go(6)


workers = [threading.Thread(target=work) for work in (hold, let_go) for _ in range(int(sys.argv[1]))]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
tell()
