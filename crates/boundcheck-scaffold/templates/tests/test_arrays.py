import numpy as np
import pytest

from {{ module }} import NotFiniteError, Series, describe


def test_an_array_is_described() -> None:
    summary = describe(np.array([1.0, 2.0, 3.0]))
    assert (summary.count, summary.mean, summary.std_dev) == (3, 2.0, 1.0)
    assert (summary.min, summary.max) == (1.0, 3.0)
    assert repr(summary) == "Summary(count=3, mean=2.0, std_dev=1.0, min=1.0, max=3.0)"


def test_a_view_is_read_where_it_lies() -> None:
    values = np.arange(10.0)
    assert describe(values[::-3]).count == 4
    assert describe(values[::-3]).mean == 4.5


def test_an_array_of_another_type_is_not_converted_silently() -> None:
    integers = np.array([1, 2, 3], dtype=np.int64)
    with pytest.raises(TypeError):
        describe(integers)  # type: ignore[arg-type]


def test_a_field_of_packed_records_is_refused() -> None:
    records = np.zeros(5, dtype=[("flag", "i1"), ("value", "f8")])
    with pytest.raises(TypeError, match="not aligned"):
        describe(records["value"])
    assert describe(records["value"].copy()).count == 5


def test_a_value_that_is_not_finite_is_named() -> None:
    with pytest.raises(NotFiniteError) as caught:
        describe(np.array([1.0, np.inf]))
    assert (caught.value.index, caught.value.value) == (1, np.inf)


def test_numpy_takes_over_the_memory_of_a_result() -> None:
    smooth = Series([1.0, 3.0, 5.0]).smooth(2)
    assert smooth.tolist() == [2.0, 4.0]
    assert smooth.base is not None, "the array does not own a copy"
    smooth[0] = 7.0
