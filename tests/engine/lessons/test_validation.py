"""Overfitting on purpose: perfect on what was learned, less so on what wasn't."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from engine import Dataset, load_dataset
from engine.lessons.figures import Figure, Outcome, Pictures, Plot
from engine.lessons.handfuls import dealt_out, draw_few, half_false
from engine.lessons.lab import Lab
from engine.lessons.samples import some
from engine.lessons.validation import _all_draws
from tests.mostly_long import mostly_long

Show = Callable[..., tuple[Figure, ...]]


def of_kind(kind: type, figures: tuple[Figure, ...]) -> list[Any]:
    return [figure for figure in figures if isinstance(figure, kind)]


@pytest.mark.parametrize(
    ("images", "unseen"), mostly_long([("20", 54), ("40", 65), ("200", 82)], {0})
)
def test_a_few_images_are_learned_by_heart_in_every_draw(
    show: Show, images: str, unseen: float
) -> None:
    figures = show("validation", images=images)
    right, loss, draws = of_kind(Plot, figures)
    outcome, all_draws = of_kind(Outcome, figures)
    learned, others = (curve.y[-1] for curve in right.curves)
    assert learned == 100
    assert outcome.as_promised
    assert f"{images} training images" in outcome.text
    assert f"{others:.1f} %" in outcome.text
    (mark,) = loss.marks
    lowest = int(loss.curves[1].y.argmin())
    assert (mark.x, mark.y) == (loss.curves[1].x[lowest], loss.curves[1].y[lowest])
    assert mark.x < 30  # and on it goes for twice as long
    assert loss.curves[0].y[-1] < 0.1 * loss.curves[0].y[0]
    assert draws.curves[0].y.tolist() == [100] * 8
    shares = draws.curves[1].y
    assert shares[0] == pytest.approx(others)
    assert shares.mean() == pytest.approx(unseen, abs=2)
    assert all_draws.as_promised
    assert all_draws.text.startswith("On average over 8 handfuls")
    assert "for 100 % of the training images" in all_draws.text
    told = f"for {shares.mean():.0f} % of the others ({shares.min():.0f} to {shares.max():.0f} %)"
    assert told in all_draws.text


LONG = pytest.mark.long


@pytest.mark.parametrize(
    "images", [pytest.param("20", marks=LONG), "40", pytest.param("200", marks=LONG)]
)
def test_false_labels_are_learned_too_and_fewer_of_the_others(show: Show, images: str) -> None:
    true, half = (show("validation", images=images, labels=kind) for kind in ("right", "half"))
    (*_, of_true), (*_, of_half) = (of_kind(Plot, figures) for figures in (true, half))
    assert of_half.curves[0].y.tolist() == [100] * 8
    assert (of_half.curves[1].y < of_true.curves[1].y - 10).all()
    assert all(outcome.as_promised for outcome in of_kind(Outcome, half))


@pytest.mark.long
def test_more_images_show_in_every_draw(show: Show) -> None:
    few, some_, many = (
        of_kind(Plot, show("validation", images=count))[2].curves[1].y
        for count in ("20", "40", "200")
    )
    assert (few < many).all()
    assert (some_ < many).all()
    assert few.mean() < some_.mean()


def captions(pictures: Pictures) -> list[tuple[str, str, float]]:
    """Return what each picture is, what the network says, and how sure it is."""
    told = []
    for picture in pictures.pictures:
        label, _, rest = picture.caption.removeprefix("a ").partition(": ")
        said, _, share = rest.partition(", ")
        told.append((label, said.strip("“”"), float(share.rstrip(" %"))))
    return told


def test_it_shows_what_it_is_sure_and_wrong_about(show: Show) -> None:
    (pictures,) = of_kind(Pictures, show("validation"))
    valid = some(load_dataset("mnist"), 40, 1000).valid
    told = captions(pictures)
    assert len(told) == 6
    for picture, (label, said, _) in zip(pictures.pictures, told, strict=True):
        (row,) = np.flatnonzero((valid.images == picture.values).all(axis=(1, 2)))
        assert label == str(valid.labels[row])
        assert said != label
    shares = [share for *_, share in told]
    assert shares == sorted(shares, reverse=True)
    assert shares[-1] > 90


def test_it_shows_false_labels_that_it_has_learned(show: Show) -> None:
    by_heart, _ = of_kind(Pictures, show("validation", labels="half"))
    train = load_dataset("mnist").train
    told = captions(by_heart)
    assert len(told) == 6
    for picture, (label, said, share) in zip(by_heart.pictures, told, strict=True):
        (row,) = np.flatnonzero((train.images == picture.values).all(axis=(1, 2)))
        assert label == str(train.labels[row])
        assert said != label
        assert share > 50


def test_so_are_random_labels_and_nothing_is_understood(show: Show) -> None:
    figures = show("validation", labels="random")
    right, loss, draws = of_kind(Plot, figures)
    learned, others = (curve.y[-1] for curve in right.curves)
    assert learned == 100
    assert others < 20
    assert loss.curves[1].y[-1] > loss.curves[1].y[0]  # it is wrong, and ever surer of it
    assert draws.curves[1].y.max() < 25
    assert all(outcome.as_promised for outcome in of_kind(Outcome, figures))
    assert of_kind(Outcome, figures)[0].text.endswith("by guessing it would be about 10 %.")


@pytest.mark.parametrize("classes", [2, 10])
def test_labels_that_are_dealt_out_tell_nothing(classes: int) -> None:
    labels = np.repeat(np.arange(classes), 20)
    for seed in range(8):
        dealt = dealt_out(labels, classes, seed)
        for label in range(classes):
            counts = np.bincount(dealt[labels == label], minlength=classes)
            assert counts.tolist() == [20 // classes] * classes


@pytest.mark.parametrize("classes", [3, 10])
def test_half_of_each_class_becomes_false(classes: int) -> None:
    labels = np.random.default_rng(0).permutation(np.repeat(np.arange(classes), 20))
    for seed in range(8):
        given = half_false(labels, classes, seed)
        for label in range(classes):
            assert (given[labels == label] == label).sum() == 10
        assert set(given) <= set(range(classes))


def test_a_draw_has_as_many_of_each_class(few_digits: Dataset) -> None:
    drawn = [draw_few(few_digits, 40, draw).train for draw in (1, 1, 2)]
    assert np.bincount(drawn[0].labels).tolist() == [4] * 10
    assert (drawn[0].images == drawn[1].images).all()
    assert not (drawn[0].images == drawn[2].images).all()
    assert np.bincount(draw_few(few_digits, 10, 1).train.labels).tolist() == [2] * 10


def test_a_dataset_of_ones_own(show: Show, lab: Callable[..., Lab], few_digits: Dataset) -> None:
    outcome, _ = of_kind(Outcome, show("validation", lab("validation", dataset=few_digits)))
    assert outcome.as_promised
    assert f"{min(1000, len(few_digits.valid)):,} others" in outcome.text


def test_images_that_are_known_by_heart_are_no_promise_kept(
    show: Show, lab: Callable[..., Lab], few_digits: Dataset
) -> None:
    few = draw_few(few_digits, 200, 1)
    same = Dataset(few.train, few.train, few.classes, "the same twice")
    figures = show("validation", lab("validation", dataset=same), images="200")
    assert of_kind(Plot, figures)[0].curves[1].y[-1] == 100
    assert [outcome.as_promised for outcome in of_kind(Outcome, figures)] == [False, False]


@pytest.mark.parametrize(("share", "is_clear"), [(0.95, True), (0.995, False)])
def test_the_promise_is_kept_where_the_others_are_clearly_read_worse(
    lab: Callable[..., Lab], few_digits: Dataset, share: float, is_clear: bool
) -> None:
    drawn = _all_draws(lab("validation", dataset=few_digits), {1: (1.0, 0.9), 2: (1.0, share)})
    assert drawn.as_promised is is_clear
