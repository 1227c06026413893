"""A known number of calls of every kind."""

import os
import sys

from target import t


def fails(function, *arguments):
    try:
        function(*arguments)
    except BaseException:
        return
    raise SystemExit("no exception")


# Panics say where they were.
os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
for i in range(500_000):
    t.tiny(i)
for i in range(700):
    t.kw(i, more=2)
for i in range(11):
    fails(t.raises)
for i in range(3):
    fails(t.panics)
t.detach_often(20_000)
x = t.Thing(list(range(10)))
fails(t.Thing, "no list")
for i in range(20):
    x[3]
for i in range(4):
    fails(x.__getitem__, 99)
for i in range(30):
    len(x)
for i in range(6):
    5 in x
for i in range(40):
    x(1)
for i in range(50):
    hash(x)
for i in range(60):
    x == x
for i in range(70):
    x + 1
for i in range(8):
    repr(x)
for i in range(9):
    bool(x)
empty = t.Thing([])
fails(bool, empty)
for i in range(80):
    x.method(1)
for i in range(90):
    t.Thing.fixed(1)
for i in range(100):
    t.Thing.of_class(1)
for i in range(110):
    x.extra
for i in range(120):
    x.extra = i
for i in range(130):
    x.size
for i in range(7):
    x.size = 10
fails(setattr, x, "size", 1000)
for _ in x:
    pass
for _ in x:
    pass
del x, empty
print("told {}")
