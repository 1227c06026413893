"""What plugins see of the program."""

from typing import final

@final
class Series:
    """Measurements in the order they were made: at least one, all of them finite."""

    def mean(self) -> float: ...
    def to_list(self) -> list[float]: ...
    def __len__(self) -> int: ...
