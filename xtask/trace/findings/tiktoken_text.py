"""2 MB of text encoded at once, in a batch, and decoded. The encoding is made here: that of a model is a download."""

import tiktoken
from beside import watched

WORDS = "the quick brown fox jumps over a lazy dog and every other animal that sleeps in our garden".split()
ranks = {bytes([byte]): byte for byte in range(256)}
for word in WORDS:
    piece = b" " + word.encode()
    for end in range(2, len(piece) + 1):
        ranks.setdefault(piece[:end], len(ranks))
encoding = tiktoken.Encoding("words", pat_str=r" ?\w+| +|[^\w ]+", mergeable_ranks=ranks, special_tokens={})
text = " ".join(WORDS[(at * at) % len(WORDS)] for at in range(400_000))
tokens = encoding.encode_ordinary(text)
watched(
    lambda: encoding.encode_ordinary(text),
    lambda: encoding.encode_ordinary_batch([text[:100_000]] * 10, num_threads=2),
    lambda: encoding.encode(text),
    lambda: encoding.decode(tokens),
)
