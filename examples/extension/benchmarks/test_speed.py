"""`pytest benchmarks`: what a call from Python costs."""

from typing import Any

import numpy as np
import pytest

from sea_level import Series, confidence_interval, describe


@pytest.fixture
def series() -> Series:
    return Series([float(value) for value in range(10_000)])


def test_describe(benchmark: Any) -> None:
    benchmark(describe, np.arange(10_000.0))


def test_smooth(benchmark: Any, series: Series) -> None:
    benchmark(series.smooth, 10)


def test_iterate(benchmark: Any, series: Series) -> None:
    benchmark(lambda: sum(series.windows(10)))


def test_confidence_interval(benchmark: Any, series: Series) -> None:
    benchmark(confidence_interval, series, rounds=100)
