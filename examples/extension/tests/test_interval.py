import _thread
import signal
import threading

import pytest

from sea_level import Series, confidence_interval


def test_an_interval_holds_the_mean() -> None:
    series = Series([float(value) for value in range(100)])
    low, high = confidence_interval(series, level=0.9, rounds=2_000, seed=1)
    assert low < series.mean() < high
    assert (low, high) == confidence_interval(series, level=0.9, rounds=2_000, seed=1)
    assert (low, high) != confidence_interval(series, level=0.9, rounds=2_000, seed=2)


@pytest.mark.parametrize("rounds", [0, 10_000_001])
def test_an_interval_takes_some_rounds(rounds: int) -> None:
    with pytest.raises(ValueError, match=f"from 1 to 10000000 rounds, not {rounds}"):
        confidence_interval(Series([1.0]), rounds=rounds)


@pytest.mark.skipif(
    signal.getsignal(signal.SIGINT) is not signal.default_int_handler,
    reason="Ctrl-C is ignored, as in the background of a shell",
)
def test_ctrl_c_stops_long_work() -> None:
    series = Series([float(value) for value in range(10_000)])
    with pytest.raises(KeyboardInterrupt):
        threading.Timer(0.1, _thread.interrupt_main).start()
        # Minutes, on most machines.
        confidence_interval(series, rounds=10_000_000)
