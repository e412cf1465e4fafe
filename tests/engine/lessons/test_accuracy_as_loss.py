"""Accuracy as the loss: flat floors in the plot, and a training that moves nothing."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from engine import Dataset, Learner
from engine.lessons import accuracy_as_loss
from engine.lessons.figures import Figure, Outcome, Plot
from engine.lessons.lab import Lab, RunRecord

Show = Callable[..., tuple[Figure, ...]]
Fit = Callable[..., tuple[RunRecord, Learner]]


def test_near_by_the_accuracy_is_flat_and_the_loss_is_not(show: Show) -> None:
    far, near = (show("accuracy_as_loss", zoom=zoom)[0] for zoom in ("1", "1000"))
    assert isinstance(far, Plot)
    assert isinstance(near, Plot)
    smooth, wrong = near.curves
    assert len(np.unique(wrong.y)) == 1
    assert np.all(np.diff(smooth.y) < 0) or np.all(np.diff(smooth.y) > 0)
    assert len(np.unique(far.curves[1].y)) > 10
    hundredths = 100 * far.curves[1].y
    np.testing.assert_allclose(hundredths, hundredths.round(), atol=1e-4)  # of 100 images


def test_the_gradient_is_exactly_zero(
    show: Show, lab: Callable[..., Lab], few_digits: Dataset
) -> None:
    for dataset in ({}, {"dataset": few_digits}):
        _, outcome = show("accuracy_as_loss", lab("accuracy_as_loss", **dataset))
        assert isinstance(outcome, Outcome)
        assert outcome.as_promised


def test_the_same_loss_is_first_in_the_plot_and_among_the_runs(
    show: Show, lab: Callable[..., Lab]
) -> None:
    plot = show("accuracy_as_loss")[0]
    assert isinstance(plot, Plot)
    first = accuracy_as_loss.runs({})[0]
    assert plot.curves[0].name == lab("accuracy_as_loss").word(f"run_{first.name}")


@pytest.mark.parametrize("seed", [0, pytest.param(1, marks=pytest.mark.long)])
def test_no_weight_moves(
    fit: Fit, mnist_sample: Dataset, lab: Callable[..., Lab], seed: int
) -> None:
    runs = accuracy_as_loss.runs({})
    records = {r.name: fit(mnist_sample, replace(r.config, seed=seed))[0] for r in runs}
    assert not records["accuracy"].weights_moved
    assert records["smooth"].weights_moved
    *_, outcome = accuracy_as_loss.judge(lab("accuracy_as_loss"), records)
    assert isinstance(outcome, Outcome)
    assert outcome.as_promised
    moved = records | {"accuracy": records["smooth"]}
    *_, outcome = accuracy_as_loss.judge(lab("accuracy_as_loss"), moved)
    assert isinstance(outcome, Outcome)
    assert not outcome.as_promised
