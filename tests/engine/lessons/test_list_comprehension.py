"""Odd numbers doubled, against a hand-written list, and the list of tensors."""

from collections.abc import Callable

import numpy as np
import pytest

from engine import Dataset
from engine.errors import InkgradError
from engine.lessons.figures import Code, Figure, Outcome, Picture, Pictures, Table

Show = Callable[..., tuple[Figure, ...]]


@pytest.mark.parametrize(
    ("typed", "doubled"),
    [("1, 2, 3, 4, 5, 6, 7, 8", "[2, 6, 10, 14]"), ("2 4", "[]"), ("-3, 0, 9", "[-6, 18]")],
)
def test_odd_numbers_are_doubled(show: Show, typed: str, doubled: str) -> None:
    code, table, outcome, *_ = show("list_comprehension", numbers=typed)
    assert isinstance(code, Code)
    assert code.lines[1].value == doubled
    assert code.lines[-1].value == doubled
    assert isinstance(table, Table)
    kept = [cell for cell in table.rows[1][1:] if cell != "–"]
    assert f"[{', '.join(kept)}]" == doubled
    assert isinstance(outcome, Outcome)
    assert outcome.as_promised


def test_every_training_3_becomes_a_tensor(show: Show, mnist_sample: Dataset) -> None:
    *_, code, picture = show("list_comprehension", image=7)
    assert isinstance(code, Code)
    assert [line.value for line in code.lines[1:]] == [
        "list, 6131",
        "torch.Tensor",
        "torch.Size([28, 28])",
    ]
    train = mnist_sample.train
    assert isinstance(picture, Picture)
    np.testing.assert_array_equal(picture.values, train.images[train.labels == 0][7])


def test_words_are_no_numbers(show: Show) -> None:
    with pytest.raises(InkgradError, match="“one, two” is not a list of numbers"):
        show("list_comprehension", numbers="one, two")


@pytest.mark.parametrize("ink", [0, 100, 255])
def test_the_rows_of_the_sketch_that_stay(show: Show, mnist_sample: Dataset, ink: int) -> None:
    _, _, _, _, code, pictures, outcome, *_ = show("list_comprehension", ink=ink)
    sketch = mnist_sample.valid.images[0]
    kept = sketch[sketch.max(axis=1) > ink]
    assert isinstance(code, Code)
    assert code.lines[0].value == f"{len(kept)} × (28,)"
    assert isinstance(pictures, Pictures)
    assert len(pictures.pictures) == (2 if len(kept) else 1)
    np.testing.assert_array_equal(pictures.pictures[-1].values, kept if len(kept) else sketch)
    assert isinstance(outcome, Outcome)
    assert outcome.text == f"Rows that stay: {len(kept)} of 28."
    assert outcome.as_promised
