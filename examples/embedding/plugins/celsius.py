"""Turns degrees Fahrenheit into degrees Celsius."""

from sea_level_host import Series


def transform(series: Series) -> list[float]:
    return [(value - 32) * 5 / 9 for value in series.to_list()]
