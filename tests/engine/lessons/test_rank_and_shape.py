"""Ranks and numbers of values, against numpy."""

from collections.abc import Callable

import numpy as np
import pytest

from engine.errors import InkgradError
from engine.lessons.figures import Code, Figure, Outcome, Table

Show = Callable[..., tuple[Figure, ...]]


@pytest.mark.parametrize("shape", [(), (7,), (2, 0, 3), (64, 3, 28, 28), (1, 1, 1, 1, 1, 1)])
def test_rank_and_values_of_a_typed_shape(show: Show, shape: tuple[int, ...]) -> None:
    table, code, outcome = show("rank_and_shape", shape=str(shape))
    array = np.zeros(shape)
    assert isinstance(table, Table)
    assert table.rows[table.strong][1:] == (str(shape), str(array.ndim), f"{array.size:,}")
    assert isinstance(code, Code)
    values = {line.code: line.value for line in code.lines}
    assert values["len(t.shape)"] == str(array.ndim)
    assert values["t.numel()"].endswith(f" = {array.size}")
    assert isinstance(outcome, Outcome)
    assert outcome.as_promised


def test_the_programs_own_tensors(show: Show) -> None:
    table, *_ = show("rank_and_shape")
    assert isinstance(table, Table)
    assert [row[1:3] for row in table.rows[:-1]] == [
        ("()", "0"),
        ("(28,)", "1"),
        ("(12396,)", "1"),
        ("(28, 28)", "2"),
        ("(64, 784)", "2"),
        ("(6131, 28, 28)", "3"),
        ("(28, 28, 3)", "3"),
    ]


def test_what_is_no_shape_is_said(show: Show) -> None:
    with pytest.raises(InkgradError, match="“28 by 28” is not a shape"):
        show("rank_and_shape", shape="28 by 28")
