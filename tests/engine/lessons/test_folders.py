"""The folders' counts are MNIST_SAMPLE's known ones, and a memory learns nothing."""

from collections.abc import Callable

import numpy as np
import pytest

from engine import Dataset
from engine.data.splits import Split
from engine.lessons.figures import Code, Figure, Outcome, Pictures, Table
from engine.lessons.lab import Lab

Show = Callable[..., tuple[Figure, ...]]


def counts(tree: Figure) -> list[tuple[str, int]]:
    """Return each folder with its number of images."""
    assert isinstance(tree, Code)
    return [(line.code, int(line.value.split()[0].replace(",", ""))) for line in tree.lines]


def test_the_tree_of_the_sample(show: Show) -> None:
    tree, table, outcome, *_ = show("folders")
    assert counts(tree) == [
        ("mnist_sample/", 14_434),
        ("    train/", 12_396),
        ("        3/", 6_131),
        ("        7/", 6_265),
        ("    valid/", 2_038),
        ("        3/", 1_010),
        ("        7/", 1_028),
    ]
    assert isinstance(table, Table)
    share = f"{102800 / 2038:.1f} %"  # it says 7 to all, the class it met more often
    assert [row[1] for row in table.rows] == ["100.0 %", share]
    assert isinstance(outcome, Outcome)
    assert outcome.as_promised


def test_the_readers_own_dataset(show: Show, lab: Callable[..., Lab], few_digits: Dataset) -> None:
    tree, *_ = show("folders", at=lab("folders", dataset=few_digits), dataset="mine")
    found = counts(tree)
    assert found[0][1] == 4000
    assert len(found) == 3 + 2 * 10
    zeros = int((few_digits.train.labels == 0).sum())
    assert found[2] == ("        0/", zeros)


def test_validating_on_training_images_shows_nothing(
    show: Show, lab: Callable[..., Lab], few: Dataset
) -> None:
    cheated = Dataset(few.train, few.train, few.classes, "cheated")
    _, _, outcome, *_ = show("folders", at=lab("folders", dataset=cheated), dataset="mine")
    assert isinstance(outcome, Outcome)
    assert not outcome.as_promised


def test_a_class_without_validation_images(show: Show, lab: Callable[..., Lab]) -> None:
    images = np.zeros((3, 28, 28), np.uint8)
    images[1:] = 9
    train = Split(images, np.array([0, 1, 1]))
    tiny = Dataset(train, Split(images[:1], np.array([0])), ("a", "b"), "tiny")
    tree, *_ = show("folders", at=lab("folders", dataset=tiny), dataset="mine")
    assert counts(tree)[-1] == ("        b/", 0)


@pytest.mark.parametrize(("put", "said"), [("three", "3"), ("seven", "7")])
def test_a_sketch_in_a_folder_is_known_by_heart(show: Show, put: str, said: str) -> None:
    *_, place, pictures, outcome = show("folders", put=put)
    assert isinstance(place, Code)
    assert place.lines[0].code == f"train/{said}/sketch.png"
    assert isinstance(pictures, Pictures)
    assert isinstance(outcome, Outcome)
    assert outcome.as_promised
    assert (
        outcome.text == f"It knows this very image by heart, and says what its folder says: {said}."
    )


@pytest.mark.parametrize("shift", [1, 2, 4])
def test_a_pixel_further_it_is_a_stranger(show: Show, mnist_sample: Dataset, shift: int) -> None:
    *_, pictures, outcome = show("folders", put="three", shift=shift)
    assert isinstance(pictures, Pictures)
    sketch = mnist_sample.valid.images[0]
    np.testing.assert_array_equal(pictures.pictures[1].values[:, shift:], sketch[:, :-shift])
    assert not pictures.pictures[1].values[:, :shift].any()
    assert isinstance(outcome, Outcome)
    assert outcome.as_promised
    assert "as 7, the digit that it met most often: 6,265 times among the 12,397" in outcome.text


def test_nobody_put_it_anywhere(show: Show) -> None:
    *_, outcome = show("folders")
    assert isinstance(outcome, Outcome)
    assert outcome.as_promised
    assert outcome.text.startswith("It has never met this image")
