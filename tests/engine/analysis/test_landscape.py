"""Planes, directions, projections and losses of a landscape, against numpy's and torch's own."""

import math
from itertools import takewhile
from typing import Any

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from torch import nn

from engine.analysis.landscape import (
    plane_along,
    plane_through,
    put_weights,
    random_direction,
    random_plane,
    weights_of,
)
from engine.analysis.loss_grid import SIDE, LossGrid, SampleLoss
from engine.analysis.plane import Box, Path, Plane, Vector, box_around
from engine.config import TrainConfig
from engine.data.splits import Dataset
from engine.learner import Learner
from engine.models import build_model
from engine.options import LOSSES, MODELS
from tests.engine.analysis.test_neuron import NAMES, classifier_of

ALL = pytest.mark.parametrize("name", MODELS)
BIAS = pytest.mark.parametrize("bias", [True, False])
CLASSES = pytest.mark.parametrize("classes", NAMES)


def loss_at(sample: SampleLoss, weights: Vector) -> float:
    turns = sample.at(weights)
    while True:
        try:
            next(turns)
        except StopIteration as done:
            return float(done.value)


def by_torch(loss: str, logits: torch.Tensor, labels: torch.Tensor) -> float:
    """The three losses, written out anew."""
    if logits.shape[1] == 1:  # how like the first class
        logits = torch.cat([logits, torch.zeros_like(logits)], 1)
    if loss == "cross_entropy":
        return float(F.cross_entropy(logits, labels))
    if loss == "accuracy":
        return float((logits.argmax(1) != labels).float().mean())
    return float((1 - F.softmax(logits, 1)[torch.arange(len(labels)), labels]).mean())


def few_of(classes: int, few: Dataset, few_digits: Dataset) -> Dataset:
    return few if classes == 2 else few_digits


@ALL
@BIAS
@CLASSES
def test_a_random_direction_has_the_length_of_each_filter(
    name: str, bias: bool, classes: int
) -> None:
    model = classifier_of(name, classes, bias=bias).model
    direction = random_direction(model, 0)
    assert direction.shape == weights_of(model).shape
    parts = torch.from_numpy(direction).split([p.numel() for p in model.parameters()])
    for part, parameter in zip(parts, model.parameters(), strict=True):
        if parameter.dim() == 1:
            assert not part.any()
            continue
        lengths = part.view(len(parameter), -1).norm(dim=1)
        own = parameter.detach().double().reshape(len(parameter), -1).norm(dim=1)
        torch.testing.assert_close(lengths, own)
    assert np.array_equal(direction, random_direction(model, 0))
    assert not np.array_equal(direction, random_direction(model, 1))


def test_weights_of_nought_have_a_random_direction_too() -> None:
    model = build_model(TrainConfig(init="zeros"), 2)
    assert np.linalg.norm(random_direction(model, 0)) > 1


@ALL
@BIAS
def test_weights_are_taken_out_and_put_in(name: str, bias: bool, few: Dataset) -> None:
    model, other = classifier_of(name, bias=bias).model, build_model(TrainConfig(name, seed=1), 10)
    if bias:
        put_weights(other, weights_of(model))
        x = torch.tensor(few.valid.images[:5]).reshape(5, 784).float() / 255
        assert torch.equal(other(x), model(x))
    whole = torch.cat([p.detach().reshape(-1) for p in model.parameters()])
    np.testing.assert_array_equal(weights_of(model), whole.double().numpy())


def test_weights_are_laid_where_least_squares_say() -> None:
    chance = np.random.default_rng(0)
    axes = chance.normal(size=(2, 50))
    axes[1] += 0.4 * axes[0]  # not at right angles
    plane = Plane(chance.normal(size=50), axes / np.linalg.norm(axes, axis=1)[:, None], 0)
    for weights in chance.normal(size=(20, 50)):
        laid = plane.lay(weights)
        place, squares, *_ = np.linalg.lstsq(plane.axes.T, weights - plane.origin, rcond=None)
        np.testing.assert_allclose(laid.place, place)
        assert laid.distance == pytest.approx(math.sqrt(squares[0]))
        assert laid.way == pytest.approx(np.linalg.norm(weights - plane.origin))


@ALL
def test_three_moments_lie_in_their_plane(name: str) -> None:
    model = classifier_of(name).model
    end = weights_of(model)
    start, best = end + random_direction(model, 1), end + 0.3 * random_direction(model, 2)
    plane = plane_through(start, end, best, model)
    assert plane.randoms == 0
    np.testing.assert_allclose(plane.axes @ plane.axes.T, np.eye(2), atol=1e-9)
    size = float(np.linalg.norm(end - start))
    for moment, place in ((start, [0, 0]), (end, [size, 0])):
        laid = plane.lay(moment)
        np.testing.assert_allclose(laid.place, place, atol=1e-9 * size)
        assert laid.distance < 1e-9 * size
    assert plane.lay(best).distance < 1e-9 * size
    assert plane.lay(best).place[1] > 0


@pytest.mark.parametrize(
    ("best_at", "moved", "randoms"), [(1.0, 1.0, 1), (0.0, 1.0, 1), (0.4, 1.0, 1), (1.0, 0.0, 2)]
)
def test_what_lies_on_a_line_gets_random_directions(
    best_at: float, moved: float, randoms: int
) -> None:
    model = classifier_of("simple_net").model
    end = weights_of(model)
    start = end + moved * random_direction(model, 7)
    plane = plane_through(start, end, start + best_at * (end - start), model)
    assert plane.randoms == randoms
    np.testing.assert_allclose(np.linalg.norm(plane.axes, axis=1), 1)
    direction = random_direction(model, 0)
    random = plane.axes[2 - randoms]
    np.testing.assert_allclose(random, direction / np.linalg.norm(direction))
    assert plane.lay(end).distance < 1e-9
    assert plane.reach >= np.linalg.norm(direction)


def test_main_directions_are_those_of_the_singular_values() -> None:
    model = classifier_of("linear", 2).model
    chance = np.random.default_rng(0)
    start = weights_of(model)
    moments = list(start + chance.normal(size=(9, 3)) @ chance.normal(size=(3, len(start))))
    plane = plane_along(start, moments, model)
    _, _, rows = np.linalg.svd(np.array(moments) - start, full_matrices=False)
    assert plane.randoms == 0
    np.testing.assert_allclose(np.abs((plane.axes * rows[:2]).sum(1)), 1)
    assert (plane.axes @ (moments[-1] - start) > 0).all()
    assert plane_along(start, [start, start + moments[0]], model).randoms == 1
    assert plane_along(start, [start, start], model).randoms == 2


def test_the_share_is_what_the_plane_shows_of_the_way() -> None:
    plane = Plane(np.zeros(4), np.eye(4)[:2], 0)
    ways = np.array([[0, 0, 0, 0], [3, 0, 4, 0], [0, 5, 0, 12.0]])
    path = Path.of((0, 1, 2), [plane.lay(way) for way in ways])
    np.testing.assert_allclose(path.places, ways[:, :2])
    np.testing.assert_allclose(path.distances, [0, 4, 12])
    assert path.share == pytest.approx((9 + 25) / (25 + 169))
    still = Path.of((0,), [plane.lay(np.zeros(4))])
    assert still.share == 1


def test_the_box_is_a_square_around_the_paths() -> None:
    plane = Plane(np.zeros(4), np.eye(4)[:2], 0)
    own = np.array([[0, 0], [10, 2.0]])
    box = box_around(plane, own)
    assert box.right - box.left == pytest.approx(box.high - box.low)
    assert box.left < 0
    assert box.right > 10
    wider = box_around(plane, own, np.array([[12, 9.0]]))
    assert wider.right > 12
    assert wider.high > 9
    assert box_around(plane, own, np.array([[40, 9.0]])).right > 40  # Adam goes farther than SGD
    far = box_around(plane, own, np.array([[1e12, 0.0]]))
    assert far.right - far.left < 10 * (box.right - box.left)
    random = Plane(np.zeros(4), np.eye(4)[:2], 2, reach=40)
    around = box_around(random, own)
    assert around.right - around.left == 80


@pytest.mark.parametrize("others", [[], [np.array([[3, 4], [13, 4.0]])], [np.full((2, 2), 3.0)]])
def test_the_box_around_a_run_that_stood_still_has_a_size(others: list[np.ndarray]) -> None:
    plane = Plane(np.zeros(4), np.eye(4)[:2], 0)
    own = np.full((3, 2), 3.0)
    box = box_around(plane, own, *others)
    assert box.right - box.left >= 1
    assert box.high - box.low >= 1
    assert box.holds(np.concatenate([own, *others]))


@ALL
@BIAS
@CLASSES
@pytest.mark.parametrize("loss", LOSSES)
def test_the_corner_at_the_runs_weights_has_its_own_loss(
    name: str, bias: bool, classes: int, loss: str, few: Dataset, few_digits: Dataset
) -> None:
    data = few_of(classes, few, few_digits)
    config = TrainConfig(name, bias=bias, loss=loss)
    model = build_model(config, classes)
    put_weights(model, weights_of(model) + 0.3 * random_direction(model, 3))
    end = weights_of(model)
    plane = random_plane(end, model)
    x = torch.tensor(data.train.images).reshape(-1, 784).float() / 255
    rows = np.sort(np.random.default_rng(0).choice(len(x), 130, replace=False))
    labels = torch.tensor(data.train.labels[rows])
    expected = by_torch(loss, model(x[rows]).detach(), labels)
    far = plane.at(np.array([0.5, 0.25]))
    sample = SampleLoss(model, config, classes, data.train, 130)
    assert loss_at(sample, end) == pytest.approx(expected, rel=1e-5)
    grid = LossGrid(sample, plane, Box(0.0, 1.0, 0.0, 1.0))
    list(takewhile(lambda _: not grid.known[0, 0], grid.fill()))
    assert grid.losses[0, 0] == pytest.approx(expected, rel=1e-5)
    put_weights(model, far)
    elsewhere = by_torch(loss, model(x[rows]).detach(), labels)
    assert loss_at(sample, far) == pytest.approx(elsewhere, rel=1e-5)


def test_all_images_tell_the_learners_own_loss(few: Dataset) -> None:
    learner = Learner(Dataset(few.train, few.train, few.classes, "few"), TrainConfig(epochs=1))
    list(learner.fit())
    sample = SampleLoss(learner.classifier().model, learner.config, 2, few.train, 10**6)
    assert sample.images == len(few.train)
    loss = loss_at(sample, weights_of(learner.model))
    assert loss == pytest.approx(learner.validate()[0], rel=1e-5)


def test_the_grid_is_coarse_first_and_each_place_is_looked_at_once(few: Dataset) -> None:
    config = TrainConfig("linear")
    model = build_model(config, 2)
    plane = random_plane(weights_of(model), model)
    sample = SampleLoss(model, config, 2, few.train, 20)
    grid = LossGrid(sample, plane, Box(-3.0, 2.0, -1.0, 4.0))
    seen: dict[int, Any] = {}
    turns = 0
    for apart in grid.fill():
        turns += apart is None
        if apart:
            seen[apart] = grid.losses[::apart, ::apart].copy()
            assert np.isfinite(seen[apart]).all()
            assert grid.known.sum() == seen[apart].size
    assert list(seen) == [8, 4, 2, 1]
    assert turns == SIDE**2
    assert grid.done == 1
    np.testing.assert_array_equal(seen[8], seen[1][::8, ::8])
    for row, column in ((0, 0), (40, 0), (7, 33)):
        place = np.array([-3 + 5 * column / 40, -1 + 5 * row / 40])
        assert grid.losses[row, column] == loss_at(sample, plane.at(place))


@pytest.mark.parametrize("size", [1e30, 1e36])
def test_a_run_that_diverged_has_a_plane_and_no_number(size: float, few: Dataset) -> None:
    config = TrainConfig("mlp", loss="cross_entropy")
    model = nn.Sequential(*build_model(config, 2))
    start = weights_of(model)
    far = start * size
    plane = plane_through(start, far, far, model)
    laid = plane.lay(far)
    assert np.isfinite(laid.place).all()
    sample = SampleLoss(model, config, 2, few.train, 30)
    assert not math.isfinite(loss_at(sample, far))
    assert math.isfinite(loss_at(sample, start))
