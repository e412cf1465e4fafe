"""Slices of the stack, against the sample's own array."""

from collections.abc import Callable

import numpy as np
import pytest

from engine import Dataset
from engine.lessons.figures import Code, Figure, Outcome, Picture, Pile

Show = Callable[..., tuple[Figure, ...]]


def test_each_index_takes_an_axis_away(show: Show, mnist_sample: Dataset) -> None:
    code, outcome, _, row, *_ = show("rank3", image=6130, row=9, column=13)
    train = mnist_sample.train
    threes = train.images[train.labels == 0]
    assert isinstance(code, Code)
    assert [(line.code, line.value) for line in code.lines] == [
        ("stacked_3.shape", "(6131, 28, 28)   rank 3"),
        ("stacked_3[6130].shape", "(28, 28)   rank 2"),
        ("stacked_3[6130, 9].shape", "(28,)   rank 1"),
        ("stacked_3[6130, 9, 13]", f"{threes[6130, 9, 13]}   rank 0"),
    ]
    assert isinstance(row, Picture)
    np.testing.assert_array_equal(row.values, threes[6130, 9:10])
    assert row.part == (slice(0, 1), slice(13, 14))
    assert isinstance(outcome, Outcome)
    assert outcome.as_promised
    assert "3 → 2 → 1 → 0" in outcome.text


@pytest.mark.parametrize(("image", "first"), [(0, 0), (7, 0), (8, 8), (6130, 6123)])
def test_the_pile_holds_the_card_that_is_pulled_out(
    show: Show, mnist_sample: Dataset, image: int, first: int
) -> None:
    pile = show("rank3", image=image, row=9, column=13)[2]
    assert isinstance(pile, Pile)
    threes = mnist_sample.train.images[mnist_sample.train.labels == 0]
    np.testing.assert_array_equal(pile.cards, threes[first : first + 8])
    assert pile.first + pile.out == image
    assert pile.names[pile.out] == f"stacked_3[{image}]"
    assert (pile.cell, pile.skewer) == ((9, 13), "stacked_3[:, 9, 13]")


@pytest.mark.parametrize(("row", "column"), [(14, 14), (5, 20), (0, 0)])
def test_the_mean_along_the_skewer_is_the_mean_3(
    show: Show, mnist_sample: Dataset, row: int, column: int
) -> None:
    *_, mean, outcome, _ = show("rank3", row=row, column=column)
    threes = mnist_sample.train.images[mnist_sample.train.labels == 0].astype(float)
    assert isinstance(mean, Picture)
    np.testing.assert_allclose(mean.values, threes.mean(axis=0), rtol=1e-4, atol=1e-3)
    assert isinstance(outcome, Outcome)
    assert outcome.as_promised
    assert "holds 6,131 numbers" in outcome.text
    assert f"their mean, {threes[:, row, column].mean():.1f}," in outcome.text


def test_the_sketch_joins_the_stack(show: Show) -> None:
    across = show("rank3")[6]
    assert isinstance(across, Code)
    assert [line.value.split("   ")[0] for line in across.lines] == [
        "(6131,)",
        "(28, 28)",
        "(1, 28, 28)",
        "(6132, 28, 28)",
    ]
