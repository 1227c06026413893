import asyncio
from pathlib import Path

import pytest

from {{ module }} import ParseError, Series, load


async def read(path: Path) -> Series:
    return await load(path)


def test_a_file_is_read_without_blocking_the_event_loop(tmp_path: Path) -> None:
    file = tmp_path / "measurements.txt"
    file.write_text("1\n2\n")
    assert asyncio.run(read(file)) == Series([1.0, 2.0])


def test_what_is_wrong_is_raised_where_it_is_awaited(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        asyncio.run(read(tmp_path / "missing.txt"))
    file = tmp_path / "words.txt"
    file.write_text("one\n")
    with pytest.raises(ParseError):
        asyncio.run(read(file))
