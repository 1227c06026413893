import _thread
import signal
import threading
from time import perf_counter

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

    def seconds(rounds: int) -> float:
        start = perf_counter()
        confidence_interval(series, rounds=rounds)
        return perf_counter() - start

    # As many rounds as take four seconds on this machine. The first ones also start the threads.
    seconds(1_000)
    each = seconds(20_000) / 20_000
    rounds = min(10_000_000, int(4 / each))
    start = perf_counter()
    with pytest.raises(KeyboardInterrupt):
        threading.Timer(0.1, _thread.interrupt_main).start()
        confidence_interval(series, rounds=rounds)
    assert perf_counter() - start < rounds * each / 2
