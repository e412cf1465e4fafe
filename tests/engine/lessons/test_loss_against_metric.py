"""The same answers more or less surely, against numpy on the model's probabilities."""

from collections.abc import Callable

import numpy as np
import pytest

from engine import Classifier, Dataset
from engine.lessons.figures import Figure, Outcome, Plot, Table
from engine.lessons.lab import Lab

Show = Callable[..., tuple[Figure, ...]]


def test_the_loss_moves_and_no_answer_does(
    show: Show, mnist_sample: Dataset, starter: Classifier
) -> None:
    loss, metric, table, outcome = show("loss_against_metric", certainty=0.5)
    assert isinstance(loss, Plot)
    assert isinstance(metric, Plot)
    assert isinstance(table, Table)
    assert isinstance(outcome, Outcome)
    rows = np.linspace(0, len(mnist_sample.valid) - 1, 500).round().astype(int)
    labels = mnist_sample.valid.labels[rows]
    p = starter.predict_batch(mnist_sample.valid.images[rows])[:, [3, 7]].astype(float)
    p = np.sqrt(p) / np.sqrt(p).sum(axis=1, keepdims=True)  # half the logits
    losses = -np.log(p[np.arange(500), labels])
    shown = [row[1] for row in table.rows]
    assert float(shown[0].rstrip(" %")) == pytest.approx(100 * (p.argmax(axis=1) == labels).mean())
    assert float(shown[1]) == pytest.approx((1 - p[np.arange(500), labels]).mean(), abs=1e-4)
    assert float(shown[2]) == pytest.approx(losses.mean(), abs=1e-4)
    assert loss.marks[0].y == pytest.approx(losses.mean(), abs=1e-4)
    (moves,), (stays,) = loss.curves, metric.curves
    assert len(np.unique(stays.y)) == 1
    right = 100 * (p.argmax(axis=1) == labels).mean()
    assert metric.marks[0].y == stays.y[0] == pytest.approx(right)
    assert loss.log_y  # or what it does from 1 on would lie on the ground
    late = moves.y[moves.x >= 1]
    assert np.ptp(late) < 0.01 * np.ptp(moves.y)
    assert np.ptp(np.log(late)) > 0.1 * np.ptp(np.log(moves.y))
    assert outcome.as_promised


def test_a_model_that_lacks_a_class_gives_way_to_the_means(
    show: Show, lab: Callable[..., Lab], few_digits: Dataset
) -> None:
    of_two = Classifier.starter("mnist_sample")
    for reader in (of_two, None):
        at = lab("loss_against_metric", dataset=few_digits, classifier=reader)
        _, metric, _, outcome = show("loss_against_metric", at)
        assert isinstance(metric, Plot)
        assert isinstance(outcome, Outcome)
        assert 50 < metric.curves[0].y[0] < 80  # what the nearest mean digit gets right
        assert outcome.as_promised


def test_so_does_one_that_has_diverged(show: Show, lab: Callable[..., Lab]) -> None:
    diverged = Classifier.starter("mnist_sample").copy()
    for parameter in diverged.model.parameters():
        parameter.data.fill_(float("nan"))
    *_, outcome = show("loss_against_metric", lab("loss_against_metric", classifier=diverged))
    assert isinstance(outcome, Outcome)
    assert "nan" not in outcome.text
    assert outcome.as_promised
