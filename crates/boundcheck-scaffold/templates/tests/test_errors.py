import pickle

import pytest

from {{ module }} import (
{% for class in [error, "NotFiniteError", "ParseError", "Series"]|sort %}
    {{ class }},
{% endfor %}
    confidence_interval,
    parse,
)


def test_a_line_that_is_no_number_is_told_with_its_cause() -> None:
    with pytest.raises(ParseError, match="line 2: `two` is not a number") as caught:
        parse("1\ntwo\n")
    assert (caught.value.line, caught.value.text) == (2, "two")
    assert isinstance(caught.value.__cause__, ValueError)
    assert str(caught.value.__cause__) == "invalid float literal"


@pytest.mark.parametrize("text", ["one", "inf"])
def test_one_class_catches_all_that_is_wrong_with_data(text: str) -> None:
    with pytest.raises({{ error }}):
        parse(text)
    with pytest.raises(ValueError):
        parse(text)


def test_an_exception_crosses_processes() -> None:
    with pytest.raises(NotFiniteError) as caught:
        Series([1.0, float("nan")])
    copy = pickle.loads(pickle.dumps(caught.value))
    assert isinstance(copy, NotFiniteError)
    assert copy.index == 1
    assert str(copy) == "value 1 is NaN, which is not a finite number"


@pytest.mark.parametrize("level", [0.0, 1.0, float("nan")])
def test_wrong_use_is_pythons_own_exception(level: float) -> None:
    with pytest.raises(ValueError) as caught:
        confidence_interval(Series([1.0]), level=level, rounds=1)
    assert type(caught.value) is ValueError
