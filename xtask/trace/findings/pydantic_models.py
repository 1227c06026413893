"""20 000 models from JSON, from dicts, and back to JSON."""

import json

import pydantic
from beside import watched


class Item(pydantic.BaseModel):
    number: int
    name: str
    price: float
    tags: list[str]


items = [{"number": n, "name": f"item {n}", "price": n / 7, "tags": ["a", "b", str(n)]} for n in range(20_000)]
payload = json.dumps(items).encode()
adapter = pydantic.TypeAdapter(list[Item])
models = adapter.validate_python(items)
watched(
    lambda: adapter.validate_json(payload),
    lambda: adapter.validate_python(items),
    lambda: adapter.dump_json(models),
    lambda: adapter.dump_python(models),
)
