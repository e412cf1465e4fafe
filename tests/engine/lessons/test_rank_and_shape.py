"""Ranks and numbers of values, against numpy."""

from collections.abc import Callable

import numpy as np
import pytest

from engine.errors import InkgradError
from engine.lessons.figures import Code, Figure, Outcome, Table
from engine.lessons.lab import Lab
from engine.words.numbers import NumberStyle

MakeLab = Callable[..., Lab]
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


def test_a_number_with_a_unit_is_written_in_the_language(show: Show, lab: MakeLab) -> None:
    german = lab("rank_and_shape", language="de", numbers=NumberStyle(",", "."))
    _, code, _ = show("rank_and_shape", german, shape="(64, 3, 28, 28)")
    assert isinstance(code, Code)
    assert code.lines[-1].value == "0,602112 MB als float32"


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
