import copy
import pickle

import pytest

from sea_level import NotFiniteError, Series, parse


def test_a_series_is_read_from_text() -> None:
    assert parse("20.5\n\n21 # after lunch\n") == Series([20.5, 21.0])


def test_a_series_never_changes_and_can_be_a_key() -> None:
    series = Series([1.0, 2.0])
    assert {series: "first"}[Series([1.0, 2.0])] == "first"
    assert series != Series([2.0, 1.0])
    with pytest.raises(AttributeError):
        series.mean = 3.0  # type: ignore[assignment, method-assign]


def test_a_series_tells_what_it_holds() -> None:
    series = Series([1.0, 2.5])
    assert (len(series), series.mean(), repr(series)) == (2, 1.75, "Series([1.0, 2.5])")
    assert series.to_list() == [1.0, 2.5]
    assert repr(Series([0.0] * 11)) == "<Series of 11 values>"


def test_windows_are_an_iterator() -> None:
    windows = Series([1.0, 3.0, 5.0, 7.0]).windows(2)
    assert iter(windows) is windows
    assert next(windows) == 2.0
    assert windows.__length_hint__() == 2
    assert list(windows) == [4.0, 6.0]


def test_windows_keep_their_series_alive() -> None:
    assert list(Series([1.0, 2.0]).windows(1)) == [1.0, 2.0]


@pytest.mark.parametrize("size", [0, 3])
def test_a_window_that_does_not_fit_is_wrong_use(size: int) -> None:
    series = Series([1.0, 2.0])
    with pytest.raises(ValueError, match=f"a window of {size} does not fit"):
        series.windows(size)


def test_a_negative_size_is_told_as_python_tells_it() -> None:
    with pytest.raises(OverflowError):
        Series([1.0]).smooth(-1)


def test_no_values_are_wrong_use() -> None:
    with pytest.raises(ValueError, match="there are no values") as caught:
        Series([])
    assert not isinstance(caught.value, NotFiniteError)


def test_a_series_can_be_pickled_and_copied() -> None:
    series = Series([1.0, 2.0])
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(series, protocol)) == series
    assert copy.deepcopy(series) == series
