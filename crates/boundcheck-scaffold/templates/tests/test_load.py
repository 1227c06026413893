import asyncio
from pathlib import Path

import pytest

from {{ module }} import ParseError, Series, load


async def read(path: Path) -> Series:
    return await load(path)


def test_files_are_read_side_by_side(tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.txt" for number in range(20)]
    for number, file in enumerate(files):
        file.write_text(f"{number}\n")

    async def read_all() -> list[Series]:
        return await asyncio.gather(*map(read, files))

    assert asyncio.run(read_all()) == [Series([float(n)]) for n in range(20)]


def test_what_is_wrong_is_raised_where_it_is_awaited(tmp_path: Path) -> None:
    missing = tmp_path / "missing.txt"
    with pytest.raises(FileNotFoundError) as caught:
        asyncio.run(read(missing))
    assert caught.value.filename == str(missing)

    words = tmp_path / "words.txt"
    words.write_text("one\n")
    with pytest.raises(ParseError):
        asyncio.run(read(words))

    words.write_bytes(b"\xff\n")
    with pytest.raises(UnicodeDecodeError):
        asyncio.run(read(words))


def test_an_event_loop_must_run(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="no running event loop"):
        load(tmp_path)
