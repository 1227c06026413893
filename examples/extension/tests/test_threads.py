from __future__ import annotations

import sys
import sysconfig
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from time import perf_counter

import pytest

from sea_level import Monitor, Series, confidence_interval

THREADS = 4


def together(work: Callable[[], object]) -> list[object]:
    """Run `work` in some threads that start at the same moment."""
    barrier = threading.Barrier(THREADS)

    def start() -> object:
        barrier.wait()
        return work()

    with ThreadPoolExecutor(THREADS) as pool:
        futures = [pool.submit(start) for _ in range(THREADS)]
        return [future.result() for future in futures]


def test_threads_share_an_iterator_and_each_mean_is_given_once() -> None:
    windows = Series([float(value) for value in range(20_000)]).windows(1)
    parts = together(lambda: list(windows))
    means = sorted(mean for part in parts for mean in part)  # type: ignore[attr-defined]
    assert means == [float(value) for value in range(20_000)]


def test_threads_share_a_monitor_and_no_alarm_is_lost() -> None:
    seen: list[float] = []
    monitor = Monitor(0.0, seen.append)
    together(lambda: [monitor.push(1.0) for _ in range(1_000)])
    assert (monitor.alarms, len(seen)) == (THREADS * 1_000, THREADS * 1_000)


def test_threads_that_wait_for_the_same_workers_all_come_to_an_end() -> None:
    series = Series([1.0, 2.0, 3.0])
    results = together(lambda: confidence_interval(series, rounds=5_000))
    assert len(set(results)) == 1


def test_this_thread_goes_on_while_another_is_in_rust() -> None:
    series = Series([float(value) for value in range(10_000)])
    with ThreadPoolExecutor(1) as pool:
        # From here: the other thread may take the interpreter before `submit` returns.
        start = last = perf_counter()
        longest = 0.0
        work = pool.submit(confidence_interval, series, rounds=50_000)
        done = False
        while not done:
            done = work.done()
            now = perf_counter()
            longest, last = max(longest, now - last), now
    # With the interpreter held, this thread would have stood still all the time.
    assert longest < (last - start) / 2


@pytest.mark.skipif(
    not sysconfig.get_config_var("Py_GIL_DISABLED"),
    reason="this Python always has a GIL",
)
def test_importing_the_module_does_not_bring_the_gil_back() -> None:
    assert not sys._is_gil_enabled()  # type: ignore[attr-defined, unused-ignore]
