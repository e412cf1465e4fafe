"""A ball that follows slopes: its path against gradient descent written out in numpy."""

from collections.abc import Callable

import numpy as np
import pytest

from engine import Dataset
from engine.lessons.figures import Code, Figure, Outcome, Plot, Table

Show = Callable[..., tuple[Figure, ...]]


@pytest.fixture(scope="module")
def scored(mnist_sample: Dataset) -> tuple[np.ndarray, np.ndarray]:
    """Return the scores of the experiment's thousand images, in float64, and which are 3s."""
    split = mnist_sample.train
    rows = np.linspace(0, len(split) - 1, 1000).round().astype(int)
    images, labels = split.images[rows] / 255, split.labels[rows]
    means = [images[labels == label].mean(axis=0) for label in (0, 1)]
    to_3, to_7 = (np.abs(images - mean).mean(axis=(1, 2)) for mean in means)
    nearer = to_7 - to_3
    return 2 * nearer / nearer.std(), labels == 0


def test_with_all_images_the_path_is_that_of_plain_descent(
    show: Show, scored: tuple[np.ndarray, np.ndarray]
) -> None:
    scores, is_3 = scored
    weight, path = -6.0, [-6.0]
    for _ in range(15):
        p = 1 / (1 + np.exp(-(scores + weight)))
        weight -= 3 * (p - is_3).mean()
        path.append(weight)
    plot, _, outcome, *_ = show("sgd", step=15, batch="all")
    assert isinstance(plot, Plot)
    assert isinstance(outcome, Outcome)
    np.testing.assert_allclose(plot.curves[1].x, path, atol=1e-3)
    loss = np.log1p(np.exp(-np.where(is_3, 1, -1) * (scores + weight))).mean()
    assert plot.marks[0].y == pytest.approx(loss, abs=1e-4)
    assert outcome.as_promised


@pytest.mark.parametrize("batch", ["1", "16"])
def test_small_batches_lead_down_too(show: Show, batch: str) -> None:
    plot, lines, outcome, *_ = show("sgd", step=15, batch=batch)
    assert isinstance(plot, Plot)
    assert isinstance(lines, Code)
    assert isinstance(outcome, Outcome)
    assert outcome.as_promised
    assert plot.marks[0].y < 0.5 * plot.curves[1].y[0]
    before, _, rest = lines.lines[2].value.partition(" - ")
    taken, _, after = rest.partition(" = ")
    rate, _, slope = taken.partition(" * ")
    assert float(before) - float(rate) * float(slope) == pytest.approx(float(after), abs=0.01)


def test_before_the_first_step_the_next_batch_is_shown(show: Show) -> None:
    plot, lines, *_ = show("sgd")
    assert isinstance(plot, Plot)
    assert isinstance(lines, Code)
    assert [curve.dashed for curve in plot.curves] == [False, False, True]
    assert plot.marks[0].x == -6


@pytest.mark.parametrize("lr", [0.5, 3, 8])
def test_many_rough_steps_lead_further_than_an_exact_one(
    show: Show, scored: tuple[np.ndarray, np.ndarray], lr: float
) -> None:
    *_, table, outcome = show("sgd", lr=lr)
    assert isinstance(table, Table)
    assert isinstance(outcome, Outcome)
    assert [row[:2] for row in table.rows] == [("1", "1,000"), ("16", "63"), ("1,000", "1")]
    scores, is_3 = scored
    p = 1 / (1 + np.exp(-(scores - 6)))
    weight = -6 - lr * (p - is_3).mean()
    loss = np.log1p(np.exp(-np.where(is_3, 1, -1) * (scores + weight))).mean()
    assert float(table.rows[2][2]) == pytest.approx(loss, abs=1e-3)
    assert float(table.rows[1][2]) < float(table.rows[2][2])
    assert outcome.as_promised


def test_at_too_high_a_rate_the_rough_steps_overshoot_and_it_says_so(show: Show) -> None:
    *_, outcome = show("sgd", lr=12)
    assert isinstance(outcome, Outcome)
    assert "overshoot" in outcome.text
    assert not outcome.as_promised
