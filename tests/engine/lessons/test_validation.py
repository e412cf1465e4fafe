"""Overfitting on purpose: perfect on what was learned, less so on what wasn't."""

from collections.abc import Callable

import numpy as np
import pytest

from engine import Dataset, load_dataset
from engine.lessons.figures import Figure, Outcome, Pictures, Plot
from engine.lessons.lab import Lab
from engine.lessons.samples import some
from engine.lessons.validation import dealt_out

Show = Callable[..., tuple[Figure, ...]]


@pytest.mark.parametrize(("images", "unseen"), [("20", 47), ("40", 65), ("200", 81)])
def test_a_few_images_are_learned_by_heart(show: Show, images: str, unseen: float) -> None:
    right, loss, *_, outcome = show("validation", images=images)
    assert isinstance(right, Plot)
    assert isinstance(loss, Plot)
    assert isinstance(outcome, Outcome)
    learned, others = (curve.y[-1] for curve in right.curves)
    assert learned == 100
    assert others == pytest.approx(unseen, abs=4)
    assert outcome.as_promised
    assert f"{images} training images" in outcome.text
    assert f"{others:.1f} %" in outcome.text
    (mark,) = loss.marks
    lowest = int(loss.curves[1].y.argmin())
    assert (mark.x, mark.y) == (loss.curves[1].x[lowest], loss.curves[1].y[lowest])


def test_it_shows_what_it_is_sure_and_wrong_about(show: Show) -> None:
    _, _, _, pictures, _ = show("validation")
    assert isinstance(pictures, Pictures)
    valid = some(load_dataset("mnist"), 40, 1000).valid
    assert len(pictures.pictures) == 6
    shares = []
    for picture in pictures.pictures:
        (row,) = np.flatnonzero((valid.images == picture.values).all(axis=(1, 2)))
        label, _, said = picture.caption.removeprefix("a ").partition(": ")
        assert label == str(valid.labels[row])
        assert said[1] != label
        shares.append(float(said.rpartition(", ")[2].rstrip(" %")))
    assert shares == sorted(shares, reverse=True)
    assert shares[-1] > 90


def test_so_are_random_labels_and_nothing_is_understood(show: Show) -> None:
    right, loss, *_, outcome = show("validation", labels="shuffled")
    assert isinstance(right, Plot)
    assert isinstance(loss, Plot)
    assert isinstance(outcome, Outcome)
    learned, others = (curve.y[-1] for curve in right.curves)
    assert learned == 100
    assert others < 20
    assert loss.curves[1].y[-1] > loss.curves[1].y[0]  # it is wrong, and ever surer of it
    assert outcome.as_promised


@pytest.mark.parametrize("classes", [2, 10])
def test_labels_that_are_dealt_out_tell_nothing(classes: int) -> None:
    labels = np.repeat(np.arange(classes), 20)
    for seed in range(8):
        dealt = dealt_out(labels, classes, seed)
        for label in range(classes):
            counts = np.bincount(dealt[labels == label], minlength=classes)
            assert counts.tolist() == [20 // classes] * classes


def test_a_dataset_of_ones_own(show: Show, lab: Callable[..., Lab], few_digits: Dataset) -> None:
    *_, outcome = show("validation", lab("validation", dataset=few_digits))
    assert isinstance(outcome, Outcome)
    assert outcome.as_promised
    assert f"{len(few_digits.valid):,} others" in outcome.text


def test_images_that_are_known_by_heart_are_no_promise_kept(
    show: Show, lab: Callable[..., Lab], few_digits: Dataset
) -> None:
    few = some(few_digits, 200)
    same = Dataset(few.train, few.train, few.classes, "the same twice")
    right, *_, outcome = show("validation", lab("validation", dataset=same), images="200")
    assert isinstance(right, Plot)
    assert isinstance(outcome, Outcome)
    assert right.curves[1].y[-1] == 100
    assert not outcome.as_promised
