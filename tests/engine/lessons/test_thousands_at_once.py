"""The timed ways calculate the same, and a hundred thousand numbers leave the loop behind."""

from collections.abc import Callable

import numpy as np
import pytest
import torch

from engine.lessons import thousands_at_once
from engine.lessons.figures import Code, Figure, Outcome, Plot, Table
from engine.lessons.lab import Lab

Show = Callable[..., tuple[Figure, ...]]
OPERATIONS = [*thousands_at_once._OPERATIONS]


@pytest.mark.parametrize("name", OPERATIONS)
def test_the_three_ways_give_the_same(name: str) -> None:
    operation = thousands_at_once._OPERATIONS[name]
    numbers = np.linspace(-3, 3, 50, dtype=np.float32)
    loop = operation.loop(numbers.tolist())
    np.testing.assert_allclose(operation.numpy(numbers), loop, rtol=1e-5)
    np.testing.assert_allclose(operation.torch(torch.tensor(numbers)), loop, rtol=1e-5)


@pytest.mark.parametrize("name", OPERATIONS)
def test_the_code_that_is_shown_is_what_is_timed(name: str) -> None:
    operation = thousands_at_once._OPERATIONS[name]
    array = np.linspace(-3, 3, 50, dtype=np.float32)
    names = {"np": np, "math": __import__("math"), "array": array}
    names |= {"numbers": array.tolist(), "tensor": torch.tensor(array)}
    for code in operation.code:
        np.testing.assert_allclose(eval(code, names), operation.numpy(array), rtol=1e-5)


def test_the_loop_is_left_behind(show: Show) -> None:
    plot, code, table, outcome = show("thousands_at_once")
    assert isinstance(plot, Plot)
    assert plot.log_x
    for curve in plot.curves:
        np.testing.assert_allclose(curve.x, [10, 100, 1_000, 10_000, 100_000])
        assert (curve.y > 0).all()
    assert isinstance(code, Code)
    assert all(line.value.endswith(" µs") for line in code.lines)
    assert isinstance(table, Table)
    assert [row[0] for row in table.rows] == ["10", "100", "1,000", "10,000", "100,000"]
    assert isinstance(outcome, Outcome)
    assert outcome.as_promised


def test_the_curves_grow_while_it_measures(lab: Callable[..., Lab]) -> None:
    steps = thousands_at_once.run(lab("thousands_at_once"), {"operation": "square"})
    plot, _ = next(steps)
    assert isinstance(plot, Plot)
    assert [len(curve.x) for curve in plot.curves] == [1, 1, 1]
    steps.close()
