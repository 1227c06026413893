"""100 MB of arrays written to memory and to a file, and read again."""

import os
import tempfile

import numpy
from beside import watched
from safetensors import safe_open
from safetensors.numpy import load, save, save_file

arrays = {f"layer {number}": numpy.full((1250, 1000), number, dtype="float32") for number in range(20)}
payload = save(arrays)


def read(path):
    with safe_open(path, framework="numpy") as file:
        return {key: file.get_tensor(key) for key in file.keys()}


with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "arrays.safetensors")
    save_file(arrays, path)
    watched(
        lambda: save(arrays),
        lambda: load(payload),
        lambda: save_file(arrays, path),
        lambda: read(path),
    )
