"""Which edges of a drawn network are shown, and in which order its neurons lie. No Qt."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.analysis.passage import Column, Passage

_OF_PIXELS = 2  # of a neuron's edges, so that they don't hide the sketch
_OF_EACH, _IN_ALL = 3, 120  # edges of a neuron and between two columns; more can't be told apart
_LEAST = 0.03  # of the strongest; fainter ones can't be seen
Numbers = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Edges:
    """Edges into a column, the faintest first; `shares` are of the strongest, -1 to 1."""

    sources: Numbers  # (n,)
    targets: Numbers
    shares: NDArray[np.float32]


def strongest(column: Column) -> Edges:
    """Return what each neuron hears most from, as much of it as can be seen at once."""
    reads_pixels = column.place == 0  # filters come after the image was given its shape
    most = _OF_PIXELS if reads_pixels else _OF_EACH
    few = column.strengths[:, :most]
    targets = np.repeat(np.arange(len(few)), few.shape[1])
    return _edges(column, targets, column.sources[:, :most].ravel(), few.ravel())


def into(column: Column, neuron: int) -> Edges:
    """Return all that is known of what a neuron hears."""
    heard = column.sources[neuron]
    return _edges(column, np.full(len(heard), neuron), heard, column.strengths[neuron])


def out_of(column: Column, source: int) -> Edges:
    """Return the edges from an input to those that hear much from it."""
    targets, places = np.nonzero(column.sources == source)
    strengths = column.strengths[targets, places]
    return _edges(column, targets, column.sources[targets, places], strengths)


def _edges(
    column: Column, targets: Numbers, sources: NDArray[np.int32], strengths: NDArray[np.float32]
) -> Edges:
    finite = column.strengths[np.isfinite(column.strengths)]
    shares = np.clip(strengths / (np.abs(finite).max(initial=0) or 1.0), -1, 1)
    shares = np.nan_to_num(shares, nan=0.0)  # a diverged network's edges aren't numbers
    order = np.argsort(np.abs(shares))[-_IN_ALL:]
    order = order[np.abs(shares[order]) >= _LEAST]
    return Edges(sources[order].astype(np.int64), targets[order], shares[order])


def orders(passage: Passage, *, by_what_they_add: bool) -> list[Numbers]:
    """Return for each column which neuron lies in which slot; the answer's stay as they are."""
    found = [np.arange(len(column.adds)) for column in passage.columns]
    if by_what_they_add:
        for place, column in enumerate(passage.columns[:-1]):
            found[place] = np.argsort(-column.adds, kind="stable")
    return found


def shapes(passage: Passage) -> list[tuple[int, int, int]]:
    """Return how many cells a column has and of what shape; the sketch is the first."""
    found = [(1, 28, 28)]
    for column in passage.columns:
        rows, columns = column.values.shape[1:] or (1, 1)
        found.append((len(column.values), rows, columns))
    return found
