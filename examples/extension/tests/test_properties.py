from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sea_level import Series, describe, parse

VALUES = st.lists(st.floats(-1e9, 1e9), min_size=1, max_size=50)


@given(VALUES)
def test_what_is_written_is_read_back(values: list[float]) -> None:
    text = "\n".join(repr(value) for value in values)
    assert parse(text) == Series(values)


@given(VALUES)
def test_equal_series_hash_equally(values: list[float]) -> None:
    negated = [-value for value in values]
    if Series(values) == Series(negated):
        assert hash(Series(values)) == hash(Series(negated))


@given(VALUES)
def test_figures_agree_with_numpy(values: list[float]) -> None:
    array = np.array(values)
    summary = describe(array)
    assert summary.mean == pytest.approx(array.mean(), abs=1e-3)
    if len(values) > 1:
        assert summary.std_dev == pytest.approx(array.std(ddof=1), rel=1e-6, abs=1e-3)
    assert (summary.min, summary.max) == (array.min(), array.max())


@given(VALUES, st.integers(1, 50))
def test_smoothing_is_iterating(values: list[float], size: int) -> None:
    series = Series(values)
    if size <= len(values):
        assert series.smooth(size).tolist() == list(series.windows(size))


@given(st.text())
def test_no_text_makes_it_panic(text: str) -> None:
    try:
        parse(text)
    except ValueError:
        pass
