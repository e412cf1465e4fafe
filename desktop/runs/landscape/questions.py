"""What the window asks the worker: a plane, the paths on it, and the loss, ever finer."""

import contextlib
import time
from collections.abc import Generator, Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from desktop.runs.landscape.messages import (
    Ended,
    Found,
    Kind,
    Left,
    Marked,
    Measured,
    Reading,
    Spot,
    Wish,
)
from desktop.runs.landscape.moments import Gone, Kept, kept_of, network_of, path_of
from desktop.worker.messages import RunStart
from desktop.worker.questions import Question, Session, Waiting, in_turns
from engine.analysis.plane import Path, Plane, Vector, box_around
from engine.errors import RunStoreError

if TYPE_CHECKING:
    from engine.analysis.loss_grid import LossGrid, SampleLoss
    from engine.data.splits import Dataset
    from engine.inference.classifier import Classifier

_TOLD_EVERY_S = 0.1
_SOME = 20  # moments of each path by which its main directions are found


class Point(NamedTuple):
    """A moment by which a plane is laid."""

    spot: Spot
    step: int
    weights: Vector


def survey(wish: Wish) -> Question:
    """Give `Found`, then `Reading` now and then, and `Measured` whenever it has become finer.

    Raises RunStoreError, DataError.
    """
    return partial(_survey, wish)


def _survey(wish: Wish, session: Session) -> Iterator[object]:
    from engine.analysis.loss_grid import LossGrid, SampleLoss

    kept = yield from kept_of(wish.own, has_ended=wish.ended[0])
    dataset = yield from _data(wish.own, kept, session)
    kept, points = yield from _points(wish, kept)
    last = network_of(kept, points[-1].step)
    others, left = yield from _others(wish, points[0].weights)
    runs = {wish.own.number: kept, **others}
    plane = yield from _plane(wish.kind, points, runs, last)
    paths = {wish.own.number: (yield from path_of(plane, kept))}
    for number, run in others.items():
        try:
            paths[number] = yield from path_of(plane, run)
        except Gone:
            left[number] = Left.NOT_KEPT
    box = box_around(plane, *(path.places for path in paths.values()))
    config, classes = last.card.config, len(last.classes)
    sample = SampleLoss(last.model, config, classes, dataset.train, wish.images)
    marks = yield from _marks(plane, points, sample)
    ends = yield from _ends(paths, runs, points, sample)
    of = len(dataset.train)
    yield Found(wish, plane.randoms, paths, ends, left, marks, box, sample.images, of)
    yield from _measured(LossGrid(sample, plane, box))


def _points(
    wish: Wish, kept: Kept
) -> Generator[object, None, tuple[Kept, tuple[Point, Point, Point]]]:
    """Return start, best epoch and end, as far as kept, and where all moments of the run are.

    A run under way may let go of a moment before it is read: then it is looked at once more.
    """
    from engine.analysis.landscape import weights_of

    while True:
        record, steps = kept.folder.record(), kept.steps
        best = record.best_epoch * record.batches or steps[-1]
        nearest = min(steps, key=lambda step: abs(step - best))
        try:
            start, middle, end = (
                Point(spot, step, weights_of(network_of(kept, step).model))
                for spot, step in zip(Spot, (steps[0], nearest, steps[-1]), strict=True)
            )
            return kept, (start, middle, end)
        except Gone:
            kept = yield from kept_of(wish.own, has_ended=wish.ended[0])


def _marks(
    plane: Plane, points: tuple[Point, Point, Point], sample: "SampleLoss"
) -> Generator[object, None, tuple[Marked, ...]]:
    marks = []
    for step in dict.fromkeys(point.step for point in points):
        same = [point for point in points if point.step == step]
        laid, loss = plane.lay(same[0].weights), (yield from in_turns(sample.at(same[0].weights)))
        x, y = laid.place.tolist()
        spots = tuple(point.spot for point in same)
        marks.append(Marked(spots, step, (x, y), laid.distance, loss))
    return tuple(marks)


def _ends(
    paths: dict[int, Path],
    runs: dict[int, Kept],
    points: tuple[Point, Point, Point],
    sample: "SampleLoss",
) -> Generator[object, None, dict[int, Ended]]:
    """Return where each path ends, unless that isn't kept any more."""
    from engine.analysis.landscape import weights_of

    start, _, own = (point.weights for point in points)
    ends = {}
    for number, path in paths.items():
        with contextlib.suppress(Gone):
            weights = weights_of(network_of(runs[number], path.steps[-1]).model)
            loss = yield from in_turns(sample.at(weights))
            from_start, from_own = (float(np.linalg.norm(weights - w)) for w in (start, own))
            ends[number] = Ended(path.steps[-1], loss, from_start, from_own)
    return ends


def _plane(
    kind: Kind,
    points: tuple[Point, Point, Point],
    runs: dict[int, Kept],
    last: "Classifier",
) -> Generator[object, None, Plane]:
    """Lay the plane that is wished for."""
    from engine.analysis.landscape import plane_along, plane_through, random_plane, weights_of

    start, best, end = (point.weights for point in points)
    if kind is Kind.RANDOM:
        return random_plane(end, last.model)
    if kind is Kind.MOMENTS:
        return plane_through(start, end, best, last.model)
    moments = [end]
    for kept in runs.values():
        for step in kept.steps[:: max(1, len(kept.steps) // _SOME)]:
            with contextlib.suppress(Gone):
                moments.append(weights_of(network_of(kept, step).model))
            yield Waiting.FOR_TURN
    return plane_along(start, moments, last.model)


def _measured(grid: "LossGrid") -> Iterator[object]:
    told = time.monotonic()
    for apart in grid.fill():
        if apart:
            yield Measured(grid.losses[::apart, ::apart].copy(), is_finest=apart == 1)
        elif time.monotonic() - told > _TOLD_EVERY_S:
            told = time.monotonic()
            yield Reading(grid.done)
        else:
            yield Waiting.FOR_TURN


def _data(run: RunStart, kept: Kept, session: Session) -> "Generator[object, None, Dataset]":
    """Return the images that the run learned from."""
    dataset = yield from session.load(run.source)
    if dataset.fingerprint != kept.folder.record().fingerprint:
        raise RunStoreError("data_have_changed", name=run.id)
    return dataset


def _others(
    wish: Wish, start: Vector
) -> Generator[object, None, tuple[dict[int, Kept], dict[int, Left]]]:
    """Return the other runs that began at the same weights, and why some aren't shown."""
    from engine.analysis.landscape import weights_of

    kept: dict[int, Kept] = {}
    left: dict[int, Left] = {}
    for run, ended in zip(wish.others, wish.ended[1:], strict=True):
        try:
            found = yield from kept_of(run, has_ended=ended)
            if np.array_equal(weights_of(network_of(found, found.steps[0]).model), start):
                kept[run.number] = found
            else:
                left[run.number] = Left.BEGAN_ELSEWHERE
        except (RunStoreError, OSError):  # the others are shown all the same
            left[run.number] = Left.NOT_KEPT
    return kept, left
