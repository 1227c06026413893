"""Persistent maps and lists with 200 000 entries: made, compared, hashed, listed."""

import rpds
from beside import watched

entries = {number: str(number) for number in range(200_000)}
index = rpds.HashTrieMap.convert(entries)
same = rpds.HashTrieMap.convert(entries)
watched(
    lambda: rpds.HashTrieMap.convert(entries),
    lambda: index == same,
    lambda: hash(index),
    lambda: repr(index),
    lambda: rpds.List(range(200_000)),
)
