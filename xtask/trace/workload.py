"""A program as people write it: reads, checks, tabulates, tokenizes, hashes and encrypts some thousand records."""

import json
import os
import time

import blake3
import orjson
import polars
import pydantic
import rpds
import tiktoken
from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from tokenizers import Tokenizer, models, pre_tokenizers, trainers

RECORDS = 12_000
ROUNDS = 3
WORDS = "the quick brown fox jumps over a lazy dog and every other animal that sleeps in our garden".split()


class Line(pydantic.BaseModel):
    product: str
    amount: int
    price: float


class Order(pydantic.BaseModel):
    number: int
    customer: str
    note: str | None = None
    lines: list[Line]


def text(number):
    return " ".join(WORDS[(number * 7 + at * at) % len(WORDS)] for at in range(24))


def orders():
    return [
        {
            "number": number,
            "customer": f"customer {number % 97}",
            "note": f"{number} {text(number)}",
            "lines": [{"product": WORDS[(number + at) % 16], "amount": at + 1, "price": at * 1.5} for at in range(3)],
        }
        for number in range(RECORDS)
    ]


def encoding():
    ranks = {bytes([byte]): byte for byte in range(256)}
    for word in WORDS:
        piece = b" " + word.encode()
        for end in range(2, len(piece) + 1):
            ranks.setdefault(piece[:end], len(ranks))
    return tiktoken.Encoding("words", pat_str=r" ?\w+| +|[^\w ]+", mergeable_ranks=ranks, special_tokens={})


def tokenizer(texts):
    trained = Tokenizer(models.BPE(unk_token="?"))
    trained.pre_tokenizer = pre_tokenizers.Whitespace()
    trained.train_from_iterator(texts, trainers.BpeTrainer(vocab_size=400, special_tokens=["?"], show_progress=False))
    return trained


def once():
    payload = orjson.dumps(orders())
    checked = pydantic.TypeAdapter(list[Order]).validate_json(payload)
    texts = [order.note for order in checked]
    rows = [(order.number, order.customer, line.product, line.amount * line.price) for order in checked for line in order.lines]
    frame = polars.DataFrame(rows, schema=["number", "customer", "product", "total"], orient="row")
    summary = frame.group_by("customer", "product").agg(polars.col("total").sum()).sort("customer", "product").to_dicts()
    words = encoding()
    tokens = sum(len(words.encode_ordinary(text)) for text in texts)
    trained = tokenizer(texts[:2000])
    tokens += sum(len(encoded.ids) for encoded in trained.encode_batch(texts[:4000]))
    index = rpds.HashTrieMap()
    for order in checked:
        index = index.insert(order.number, order.customer)
    fernet, cipher = Fernet(Fernet.generate_key()), AESGCM(bytes(32))
    for order in checked[:2000]:
        fernet.decrypt(fernet.encrypt(order.note.encode()))
    for order in checked:
        cipher.encrypt(order.number.to_bytes(12, "big"), order.note.encode(), None)
    hashes = {blake3.blake3(order.note.encode()).hexdigest() for order in checked}
    blake3.blake3(payload).digest()
    back = [orjson.loads(order.model_dump_json()) for order in checked]
    return len(summary), tokens, len(index), len(hashes), len(back)


os.environ["TOKENIZERS_PARALLELISM"] = "false"
before = time.perf_counter()
results = {once() for _ in range(ROUNDS)}
seconds = time.perf_counter() - before
print("told " + json.dumps({"seconds": seconds, "results": sorted(results)}))
