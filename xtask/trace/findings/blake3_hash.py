"""50 MB hashed at once, in pieces, and on all cores."""

from beside import watched
from blake3 import blake3

data = bytes(50_000_000)


def pieces():
    hasher = blake3()
    for start in range(0, len(data), 1000):
        hasher.update(data[start : start + 1000])
    hasher.digest()


watched(
    lambda: blake3(data).digest(),
    pieces,
    lambda: blake3(data, max_threads=blake3.AUTO).digest(),
)
