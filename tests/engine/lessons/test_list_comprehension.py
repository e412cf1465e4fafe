"""Odd numbers doubled, against a hand-written list, and the list of tensors."""

from collections.abc import Callable

import numpy as np
import pytest

from engine import Dataset
from engine.errors import InkgradError
from engine.lessons.figures import Code, Figure, Outcome, Picture, Table

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
