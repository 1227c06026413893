from __future__ import annotations

import gc
import weakref

import pytest

from sea_level import Monitor


def test_values_above_the_limit_call_back() -> None:
    seen: list[float] = []
    monitor = Monitor(10.0, seen.append)
    above = [monitor.push(value) for value in (9.0, 11.0, 10.0, 12.0)]
    assert above == [False, True, False, True]
    assert (seen, monitor.alarms, monitor.limit) == ([11.0, 12.0], 2, 10.0)


def test_the_function_may_push_again() -> None:
    def halve(value: float) -> None:
        monitor.push(value / 2)

    monitor = Monitor(1.0, halve)
    assert monitor.push(8.0)
    assert monitor.alarms == 3


def test_an_exception_in_the_function_is_passed_on() -> None:
    def fail(value: float) -> None:
        raise LookupError(value)

    with pytest.raises(LookupError):
        Monitor(1.0, fail).push(2.0)


def test_something_that_cannot_be_called_is_refused() -> None:
    with pytest.raises(TypeError, match="on_alarm must be callable"):
        Monitor(1.0, "print")  # type: ignore[arg-type]


def test_what_is_not_a_number_is_neither_limit_nor_alarm() -> None:
    nan = float("nan")
    assert not Monitor(1.0, print).push(nan)
    with pytest.raises(ValueError, match="limit must be a number"):
        Monitor(nan, print)


class Owner:
    """Holds a monitor that holds a method of it: a cycle through Rust."""

    def __init__(self) -> None:
        self.monitor = Monitor(1.0, self.alarm)

    def alarm(self, value: float) -> None:
        pass


def test_a_cycle_through_a_monitor_is_collected() -> None:
    owner = Owner()
    owner.monitor.push(2.0)
    alive = weakref.ref(owner)
    del owner
    gc.collect()
    assert alive() is None
