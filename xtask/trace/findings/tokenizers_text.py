"""A tokenizer trained on 20 000 sentences, which then encodes them one by one, in a batch, and decodes."""

from beside import watched
from tokenizers import Tokenizer, models, pre_tokenizers, trainers

WORDS = "the quick brown fox jumps over a lazy dog and every other animal that sleeps in our garden".split()
texts = [" ".join(WORDS[(n * 7 + at * at) % 18] for at in range(24)) for n in range(20_000)]
tokenizer = Tokenizer(models.BPE(unk_token="?"))
tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
trainer = trainers.BpeTrainer(vocab_size=400, special_tokens=["?"], show_progress=False)
tokenizer.train_from_iterator(texts, trainer)
long = " ".join(texts)
encoded = tokenizer.encode(long)
watched(
    lambda: tokenizer.train_from_iterator(texts, trainer),
    lambda: tokenizer.encode(long),
    lambda: tokenizer.encode_batch(texts),
    lambda: encoded.ids,
    lambda: tokenizer.decode(encoded.ids),
)
