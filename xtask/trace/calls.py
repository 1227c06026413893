"""Nanoseconds of one call of each shape, the loop included. The argument: what looks on.

`plain` is nothing (or the recorder, from outside), `monitoring` and `setprofile` are functions that do nothing.
"""

import sys
import time

from target import t

CALLS = 100_000
ROUNDS = 5


def ignore(*_):
    pass


def watch(how):
    if how == "setprofile":
        sys.setprofile(ignore)
    elif how == "monitoring":
        monitoring = sys.monitoring
        events = monitoring.events
        monitoring.use_tool_id(3, "nothing")
        for event in (events.CALL, events.C_RETURN):
            monitoring.register_callback(3, event, ignore)
        # The events of the return come with those of the call.
        monitoring.set_events(3, events.CALL)


def loop():
    for _ in range(CALLS):
        pass


def tiny(f=t.tiny):
    for _ in range(CALLS):
        f(5)


def nothing(f=t.nothing):
    for _ in range(CALLS):
        f()


def kw(f=t.kw):
    for _ in range(CALLS):
        f(5, more=2)


def method(x=t.Thing([1])):
    for _ in range(CALLS):
        x.method(5)


def item(x=t.Thing(list(range(10)))):
    for _ in range(CALLS):
        x[3]


def getter(x=t.Thing([1])):
    for _ in range(CALLS):
        x.size


def following(x):
    for _ in x:
        pass


def callback(f=t.call_often):
    f(int, CALLS)


def detach(f=t.detach_often):
    f(CALLS)


def clock(f=t.clock_often):
    f(CALLS)


SHAPES = {
    "loop": loop,
    "tiny(5)": tiny,
    "nothing()": nothing,
    "kw(5, more=2)": kw,
    "x.method(5)": method,
    "x[3]": item,
    "x.size": getter,
    "next": following,
    "callback": callback,
    "detach": detach,
    "clock": clock,
}


def best(shape):
    least = float("inf")
    for _ in range(ROUNDS):
        arguments = (t.Thing([1] * CALLS),) if shape is following else ()
        before = time.perf_counter_ns()
        shape(*arguments)
        least = min(least, time.perf_counter_ns() - before)
    return least / CALLS


watch(sys.argv[1])
times = {name: best(shape) for name, shape in SHAPES.items()}
sys.setprofile(None)
import json

print("told " + json.dumps(times))
