"""Slices of the stack, against the sample's own array."""

from collections.abc import Callable

import numpy as np

from engine import Dataset
from engine.lessons.figures import Code, Figure, Outcome, Pictures

Show = Callable[..., tuple[Figure, ...]]


def test_each_index_takes_an_axis_away(show: Show, mnist_sample: Dataset) -> None:
    code, pictures, _, outcome = show("rank3", image=6130, row=9, column=13)
    train = mnist_sample.train
    threes = train.images[train.labels == 0]
    assert isinstance(code, Code)
    assert [(line.code, line.value) for line in code.lines] == [
        ("stacked_3.shape", "(6131, 28, 28)   rank 3"),
        ("stacked_3[6130].shape", "(28, 28)   rank 2"),
        ("stacked_3[6130, 9].shape", "(28,)   rank 1"),
        ("stacked_3[6130, 9, 13]", f"{threes[6130, 9, 13]}   rank 0"),
    ]
    assert isinstance(pictures, Pictures)
    whole, row = pictures.pictures
    np.testing.assert_array_equal(whole.values, threes[6130])
    np.testing.assert_array_equal(row.values, threes[6130, 9:10])
    assert isinstance(outcome, Outcome)
    assert outcome.as_promised
    assert "3 → 2 → 1 → 0" in outcome.text


def test_the_sketch_joins_the_stack(show: Show) -> None:
    across = show("rank3")[2]
    assert isinstance(across, Code)
    assert [line.value.split("   ")[0] for line in across.lines] == [
        "(6131,)",
        "(28, 28)",
        "(1, 28, 28)",
        "(6132, 28, 28)",
    ]
