"""The images that are shown are those that a run begins with, pixel by pixel."""

import numpy as np
import pytest
import torch

from engine import Learner, TrainConfig
from engine.analysis.augmented import SHOWN, augmented
from engine.data.splits import Dataset


@pytest.mark.parametrize("augment", ["off", "gentle"])
@pytest.mark.parametrize("batch_size", [5, 64, 1000])
def test_they_are_the_first_of_a_runs_first_batch(
    handful: Dataset, augment: str, batch_size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = TrainConfig(epochs=1, batch_size=batch_size, augment=augment, seed=3)
    images, labels = augmented(handful.train, config, 0)
    learner = Learner(handful, config, fast=False)
    seen = []

    def note(xb: torch.Tensor, yb: torch.Tensor) -> torch.Tensor:
        seen.append((xb.clone(), yb.clone()))
        return learner.autograd(xb, yb)

    monkeypatch.setattr(learner, "backward", note)
    next(learner.fit())
    (xb, yb), *_ = seen
    shown = min(SHOWN, batch_size)
    assert images.shape == (shown, 28, 28)
    np.testing.assert_array_equal(labels, yb[:shown])
    theirs = xb[:shown].view(-1, 28, 28).numpy() * 255
    assert np.abs(images - theirs).max() <= 0.51


def test_each_time_they_are_changed_otherwise_unless_nothing_changes_them(handful: Dataset) -> None:
    config = TrainConfig(augment="gentle")
    first, again, second = (augmented(handful.train, config, time)[0] for time in (0, 0, 1))
    np.testing.assert_array_equal(first, again)
    assert (first != second).any(axis=(1, 2)).all()
    plain = [augmented(handful.train, TrainConfig(), time)[0] for time in (0, 1)]
    np.testing.assert_array_equal(*plain)
