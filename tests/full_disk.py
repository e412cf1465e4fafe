"""A disk that takes no more: files beyond a size are refused in the middle of a write."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

needs_limit = pytest.mark.skipif(sys.platform == "win32", reason="limits no file's size")


@contextmanager
def full_disk(most_bytes: int) -> Iterator[None]:
    """Let no file of this process grow beyond a size meanwhile."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
