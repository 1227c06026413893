"""Products, sorting, text, and random numbers of a few million elements: C, and Cython in numpy.random."""

import numpy
from beside import watched

matrix = numpy.ones((1200, 1200))
numbers = numpy.random.default_rng(1).random(3_000_000)
words = numpy.array([str(number) for number in range(300_000)])
watched(
    lambda: matrix.dot(matrix),
    lambda: numbers.sort(),
    lambda: numpy.random.default_rng(2).standard_normal(3_000_000),
    lambda: numbers.tolist(),
    lambda: words.astype(float),
)
