"""Finds the image that a cell of a table names: with or without its folders and its ending."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

import numpy as np

from engine.data.layout import DEPTH
from engine.data.watch import Watch

_MOST_PARTS = DEPTH + 1  # of a name's end that are looked up; the rest is compared
_MOST_ALIKE = 100  # images: which of them is meant is not clear anyhow


class ImageIndex:
    """Images by all names that a table may have for them.

    It has numbers for these, not texts: a name of many folders ends in as many ways.
    """

    def __init__(self, images: Sequence[str], watch: Watch) -> None:
        self._images = images
        hashes, numbers = array("q"), array("i")
        for number, name in enumerate(watch.each(images)):
            for end in _ends(_stem(name)):
                hashes.append(hash(end))
                numbers.append(number)
        order = np.argsort(np.array(hashes, np.int64))
        self._numbers = np.array(numbers, np.int32)[order]
        self._hashes = array("q", np.array(hashes, np.int64)[order].tobytes())

    def matches(self, cell: str) -> list[str]:
        """Return the images that a cell may mean; of very many, some."""
        key = _key(cell)
        alike = dict.fromkeys([*self._alike(key), *self._alike(_stem(key))])
        return [name for name in alike if _ends_in(name, key) or _ends_in(_stem(name), key)]

    def count(self, cells: Iterable[str]) -> int:
        """Return how many different cells mean an image."""
        return sum(bool(self.matches(key)) for key in set(map(_key, cells)))

    def _alike(self, key: str) -> Iterator[str]:
        """Give images whose names may end so, without their ending."""
        wanted = hash("/".join(key.split("/")[-_MOST_PARTS:]))
        first = bisect_left(self._hashes, wanted)
        places = range(first, min(first + _MOST_ALIKE, len(self._hashes)))
        for place in takewhile(lambda place: self._hashes[place] == wanted, places):
            yield self._images[self._numbers[place]]


def _key(cell: str) -> str:
    return cell.strip().strip("\"'").replace("\\", "/").removeprefix("./").lstrip("/")


def _stem(name: str) -> str:
    return name.rpartition(".")[0]


def _ends(name: str) -> Iterator[str]:
    """Give a name without its folders, with the last one, and so on."""
    parts = name.split("/")
    return ("/".join(parts[-count:]) for count in range(1, min(len(parts), _MOST_PARTS) + 1))


def _ends_in(name: str, key: str) -> bool:
    return f"/{name}".endswith(f"/{key}")
