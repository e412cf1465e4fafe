"""What the window asks the worker: a plane, the paths on it, and the loss, ever finer."""

import contextlib
import time
from collections.abc import Generator, Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from desktop.playback.questions import kept_steps
from desktop.runs.landscape.messages import Found, Kind, Left, Marked, Measured, Reading, Spot, Wish
from desktop.worker.messages import RunStart
from desktop.worker.questions import Question, Session, Waiting
from engine.analysis.plane import Laid, Path, Plane, Vector, box_around
from engine.errors import ModelFileError, RunStoreError

if TYPE_CHECKING:
    from engine.analysis.loss_grid import LossGrid, SampleLoss
    from engine.data.splits import Dataset
    from engine.inference.classifier import Classifier
    from engine.runs.run_folder import RunFolder

_TOLD_EVERY_S = 0.1
_SOME = 20  # moments of each path by which its main directions are found


class Kept(NamedTuple):
    """A kept run, and after how many batches its weights are kept."""

    folder: "RunFolder"
    steps: tuple[int, ...]


class Point(NamedTuple):
    """A moment by which a plane is laid."""

    spot: Spot
    step: int
    weights: Vector


class Gone(RunStoreError):
    """A moment isn't kept any more."""


def survey(wish: Wish) -> Question:
    """Give `Found`, then `Reading` now and then, and `Measured` whenever it has become finer.

    Raises RunStoreError, DataError.
    """
    return partial(_survey, wish)


def _survey(wish: Wish, session: Session) -> Iterator[object]:
    from engine.analysis.loss_grid import LossGrid, SampleLoss

    kept = yield from _kept(wish.own, has_ended=wish.ended[0])
    dataset = yield from _data(wish.own, kept, session)
    kept, points = yield from _points(wish, kept)
    last = _network(kept, points[-1].step)
    others, left = yield from _others(wish, points[0].weights)
    runs = {wish.own.number: kept, **others}
    plane = yield from _plane(wish.kind, points, runs, last)
    paths = {wish.own.number: (yield from _path(plane, kept))}
    for number, run in others.items():
        try:
            paths[number] = yield from _path(plane, run)
        except Gone:
            left[number] = Left.NOT_KEPT
    box = box_around(plane, *(path.places for path in paths.values()))
    config, classes = last.card.config, len(last.classes)
    sample = SampleLoss(last.model, config, classes, dataset.train, wish.images)
    marks = yield from _marks(plane, points, sample)
    of = len(dataset.train)
    yield Found(wish, plane.randoms, paths, left, marks, box, sample.images, of)
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
                Point(spot, step, weights_of(_network(kept, step).model))
                for spot, step in zip(Spot, (steps[0], nearest, steps[-1]), strict=True)
            )
            return kept, (start, middle, end)
        except Gone:
            kept = yield from _kept(wish.own, has_ended=wish.ended[0])


def _marks(
    plane: Plane, points: tuple[Point, Point, Point], sample: "SampleLoss"
) -> Generator[object, None, tuple[Marked, ...]]:
    marks = []
    for step in dict.fromkeys(point.step for point in points):
        same = [point for point in points if point.step == step]
        laid, loss = plane.lay(same[0].weights), (yield from _loss(sample, same[0].weights))
        x, y = laid.place.tolist()
        spots = tuple(point.spot for point in same)
        marks.append(Marked(spots, step, (x, y), laid.distance, loss))
    return tuple(marks)


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
                moments.append(weights_of(_network(kept, step).model))
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


def _loss(sample: "SampleLoss", weights: Vector) -> Generator[object, None, float]:
    turns = sample.at(weights)
    while True:
        try:
            next(turns)
        except StopIteration as done:
            return float(done.value)
        yield Waiting.FOR_TURN


def _kept(run: RunStart, *, has_ended: bool) -> "Generator[object, None, Kept]":
    """Return where a run's weights are kept, and after how many batches."""
    from engine.runs.store import RunStore

    if not run.id:
        raise RunStoreError("no_weights_kept", name=run.name or run.number)
    folder = RunStore().open(run.id)
    steps = yield from kept_steps(folder, has_ended=has_ended)
    if not steps:
        raise RunStoreError("no_weights_kept", name=run.id)
    return Kept(folder, steps)


def _data(run: RunStart, kept: Kept, session: Session) -> "Generator[object, None, Dataset]":
    """Return the images that the run learned from."""
    dataset = yield from session.load(run.source)
    if dataset.fingerprint != kept.folder.record().fingerprint:
        raise RunStoreError("data_have_changed", name=run.id)
    return dataset


def _network(kept: Kept, step: int) -> "Classifier":
    """Return the network of a moment. Raises Gone where the run under way has let go of it."""
    from engine.inference.classifier import Classifier

    file = kept.folder.weights(step)
    try:
        return Classifier.load(file)
    except ModelFileError as error:
        if not file.exists():
            raise Gone("no_weights_kept", name=kept.folder.id) from error
        raise RunStoreError("moment_is_damaged", step=step, file=file) from error


def _path(plane: Plane, kept: Kept) -> Generator[object, None, Path]:
    """Lay all moments of a run on the plane. Raises Gone where none of them is kept any more."""
    from engine.analysis.landscape import weights_of

    laid: dict[int, Laid] = {}
    for step in kept.steps:
        with contextlib.suppress(Gone):
            laid[step] = plane.lay(weights_of(_network(kept, step).model))
        yield Waiting.FOR_TURN
    if not laid:
        raise Gone("no_weights_kept", name=kept.folder.id)
    return Path.of(tuple(laid), tuple(laid.values()))


def _others(
    wish: Wish, start: Vector
) -> Generator[object, None, tuple[dict[int, Kept], dict[int, Left]]]:
    """Return the other runs that began at the same weights, and why some aren't shown."""
    from engine.analysis.landscape import weights_of

    kept: dict[int, Kept] = {}
    left: dict[int, Left] = {}
    for run, ended in zip(wish.others, wish.ended[1:], strict=True):
        try:
            found = yield from _kept(run, has_ended=ended)
            if np.array_equal(weights_of(_network(found, found.steps[0]).model), start):
                kept[run.number] = found
            else:
                left[run.number] = Left.BEGAN_ELSEWHERE
        except (RunStoreError, OSError):  # the others are shown all the same
            left[run.number] = Left.NOT_KEPT
    return kept, left
