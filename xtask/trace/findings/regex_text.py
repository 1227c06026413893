"""2 MB of text searched and replaced: C."""

import regex
from beside import watched

text = "the quick brown fox jumps over a lazy dog. " * 50_000
watched(
    lambda: regex.findall(r"\b\w+o\w*\b", text),
    lambda: regex.sub(r"(\w+) (\w+)", r"\2 \1", text),
    lambda: regex.search(r"(a|b|ab)*c(?=xyz)", text),
)
