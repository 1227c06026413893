"""20 000 records to JSON and back."""

import orjson
from beside import watched

items = [{"number": n, "name": f"item {n}", "price": n / 7, "tags": ["a", "b", str(n)]} for n in range(20_000)]
payload = orjson.dumps(items)
watched(lambda: orjson.loads(payload), lambda: orjson.dumps(items))
