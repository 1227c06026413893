"""A frame with a million rows, made, sorted, and taken out as Python objects."""

import polars
from beside import watched

frame = polars.DataFrame({"number": range(1_000_000), "half": [number / 2 for number in range(1_000_000)]})
watched(
    lambda: frame.to_dicts(),
    lambda: frame.rows(),
    lambda: frame.sort("half", descending=True),
    lambda: frame.group_by(polars.col("number") % 1000).agg(polars.col("half").sum()),
)
