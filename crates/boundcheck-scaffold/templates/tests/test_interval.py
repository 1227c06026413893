import _thread
import threading

import pytest

from {{ module }} import Series, confidence_interval


def test_an_interval_holds_the_mean() -> None:
    series = Series([float(value) for value in range(100)])
    low, high = confidence_interval(series, level=0.9, rounds=2_000, seed=1)
    assert low < series.mean() < high
    assert (low, high) == confidence_interval(series, level=0.9, rounds=2_000, seed=1)


def test_an_interval_needs_a_round() -> None:
    with pytest.raises(ValueError, match="at least one round"):
        confidence_interval(Series([1.0]), rounds=0)


def test_ctrl_c_stops_long_work() -> None:
    # Only a thread that runs meanwhile can press Ctrl-C, so this shows both.
    series = Series([float(value) for value in range(1_000)])
    threading.Timer(0.1, _thread.interrupt_main).start()
    with pytest.raises(KeyboardInterrupt):
        confidence_interval(series, rounds=10**12)
