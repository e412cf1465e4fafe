"""What may not be read: tests often run as root, who may read anything."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_NOBODY = 65534
needs_permissions = pytest.mark.skipif(os.name == "nt", reason="has other permissions")


@contextmanager
def as_ordinary_user() -> Iterator[None]:
    """Do without root's rights meanwhile."""
    if os.geteuid():
        yield
        return
    os.seteuid(_NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@contextmanager
def unreadable(path: Path) -> Iterator[None]:
    """Let nobody read a file or folder meanwhile, though it can be renamed, from wherever it is."""
    above = [] if os.geteuid() else [path.parent, *path.parent.parents][:-2]
    before = {place: place.stat().st_mode for place in (path, *above)}
    for folder in above:  # pytest's folders are for its user alone
        folder.chmod(0o777)
    path.chmod(0)
    try:
        with as_ordinary_user():
            yield
    finally:
        for place, mode in before.items():
            if place.exists():
                place.chmod(mode)
