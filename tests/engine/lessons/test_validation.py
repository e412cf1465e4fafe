"""Overfitting on purpose: perfect on what was learned, less so on what wasn't."""

from collections.abc import Callable

import numpy as np
import pytest

from engine import Dataset
from engine.lessons.figures import Figure, Outcome, Plot
from engine.lessons.lab import Lab

Show = Callable[..., tuple[Figure, ...]]


@pytest.mark.parametrize("images", ["20", "40", "200"])
def test_a_few_images_are_learned_by_heart(show: Show, images: str) -> None:
    right, _, outcome = show("validation", images=images)
    assert isinstance(right, Plot)
    assert isinstance(outcome, Outcome)
    learned, others = (curve.y[-1] for curve in right.curves)
    assert learned == 100
    assert others < 99
    assert outcome.as_promised
    assert f"{images} training images" in outcome.text
    assert f"{others:.1f} %" in outcome.text


def test_so_are_shuffled_labels_and_nothing_is_understood(show: Show) -> None:
    right, loss, outcome = show("validation", labels="shuffled")
    assert isinstance(right, Plot)
    assert isinstance(loss, Plot)
    assert isinstance(outcome, Outcome)
    learned, others = (curve.y[-1] for curve in right.curves)
    assert learned == 100
    assert others < 75
    assert loss.curves[1].y[-1] > loss.curves[1].y[0]  # it is wrong, and ever surer of it
    assert outcome.as_promised


def test_ten_digits(show: Show, lab: Callable[..., Lab], few_digits: Dataset) -> None:
    _, _, outcome = show("validation", lab("validation", dataset=few_digits))
    assert isinstance(outcome, Outcome)
    assert outcome.as_promised


def test_images_that_are_known_by_heart_are_no_promise_kept(
    show: Show, lab: Callable[..., Lab], handful: Dataset
) -> None:
    same = Dataset(handful.train, handful.train, handful.classes, "the same twice")
    right, _, outcome = show("validation", lab("validation", dataset=same), images="200")
    assert isinstance(right, Plot)
    assert isinstance(outcome, Outcome)
    assert np.all(right.curves[1].y <= 100)
    assert outcome.as_promised == (right.curves[1].y[-1] < 99)
