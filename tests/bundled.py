"""The MNIST that travels with the program, read once for all tests of a process."""

import functools

from engine.data import loading


def read_once() -> None:
    """Keep what is read from now on: it would take 0.2 s in each test that trains."""
    for name, read in loading.BUNDLED.items():
        loading.BUNDLED[name] = functools.cache(read)
